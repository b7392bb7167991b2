"""Joining and removing customers: what is known and decided of their credit follows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
)
from app.domain.credit_record import (
    Alert,
    CreditLimit,
    GradeOverride,
    LossCase,
    OpenOrder,
    OrderCheck,
    StoredAssessment,
)
from app.domain.scorecard import Grade
from app.services.customer_merge import CREDIT
from app.services.ports import Record
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.deciding import TODAY, Desk, desk_on

YESTERDAY, LONG_AGO = TODAY - timedelta(1), TODAY - timedelta(300)


@pytest.fixture
def desk(store: SqlStore) -> Desk:
    made = desk_on(store, FixedClock(TODAY))
    made.customer("甲")
    made.customer("乙")
    return made


def keep(desk: Desk, *records: Record) -> list[int]:
    with desk.store.write() as unit:
        ids = [unit.add(one) for one in records]
        unit.commit("test")
    return ids


def file_of(customer: int) -> Sequence[Record]:
    """One row of everything that is known and decided of a customer's credit, but for an override."""
    return (
        Profile(customer, legal_form="有限责任公司", employees=20),
        FinancialStatement(customer, LONG_AGO, "CNY", "{}"),
        BankFlow(customer, LONG_AGO.replace(day=1), "CNY", 1, 1),
        Certification(customer, "ISO 9001"),
        ContractPoint(customer, "terms", "present"),
        ExternalRating(customer, "纳税信用", "A", LONG_AGO),
        ExternalEvent(customer, EventKind.NEGATIVE_NEWS, LONG_AGO),
        StoredAssessment(
            customer, "existing", 1, "", LONG_AGO, "{}", "70", "90", "B", "B", state="final"
        ),
        CreditLimit(LONG_AGO, "set", "CNY", customer, amount=500_00),
        OpenOrder(customer, f"SO-{customer}", LONG_AGO, "CNY", 100_00),
        OrderCheck(customer, LONG_AGO, "CNY", 100_00, "go", "{}"),
        Alert("worsening", customer, "worsening:1", LONG_AGO),
        LossCase("坏账", "bad_debt", LONG_AGO, "fraud", customer_id=customer),
    )  # fmt: skip


def override(customer: int, assessment: int) -> GradeOverride:
    return GradeOverride(customer, assessment, "B", "C", "other", "另有消息", "小李", "王总", LONG_AGO, TODAY)


def counts(desk: Desk, customer: int) -> dict[str, int]:
    found = {kind.__name__: len(desk.store.find(kind, customer_id=customer)) for kind in CREDIT}
    return {name: n for name, n in found.items() if n}


def test_everything_of_credit_moves_and_undo_brings_it_back(desk: Desk) -> None:
    ids = keep(desk, *file_of(2))
    keep(desk, override(2, ids[7]))
    before = counts(desk, 2)
    assert before == {kind.__name__: 1 for kind in CREDIT}
    desk.undoes(lambda: desk.customers.merge(1, 2))
    assert counts(desk, 1) == before
    assert counts(desk, 2) == {}
    undo(desk.store)
    assert counts(desk, 2) == before


def test_what_was_decided_about_the_kept_one_goes_on_to_hold(desk: Desk) -> None:
    keep(desk, *file_of(1), *file_of(2))
    mine = desk.score(1, "C")
    newer = desk.score(2, "A", as_of=YESTERDAY)
    keep(desk, override(2, newer))
    desk.grant(1, 300_00, start=TODAY - timedelta(20))
    desk.grant(2, 900_00, start=YESTERDAY)
    desk.undoes(lambda: desk.customers.merge(1, 2))
    assert desk.limits.grades([1], TODAY) == {1: Grade.C}
    assert desk.store.get(StoredAssessment, mine).grade == "C"
    assert desk.store.find(GradeOverride) == []
    current = desk.limits.current(1, TODAY)
    assert current.amount is not None
    assert current.amount.minor == 300_00
    assert len(desk.limits.history(1)) == 2  # of two from one day one is enough
    assert counts(desk, 1)["StoredAssessment"] == 3
    assert counts(desk, 1)["OpenOrder"] == 2


def test_without_a_decision_of_its_own_the_others_holds(desk: Desk) -> None:
    desk.score(2, "B")
    desk.grant(2, 900_00, start=YESTERDAY)
    desk.undoes(lambda: desk.customers.merge(1, 2))
    assert desk.limits.grades([1], TODAY) == {1: Grade.B}
    assert [one.amount for one in desk.limits.history(1)] == [900_00]


def test_there_is_one_profile_one_draft_and_one_judgement_of_a_clause(desk: Desk) -> None:
    draft = StoredAssessment(1, "existing", 1, "", TODAY, "{}", "60", "90", "C", "C")
    keep(desk, Profile(1, legal_form="股份有限公司"), draft, ContractPoint(1, "terms", "missing"))
    keep(desk, *file_of(2), replace(draft, customer_id=2), ContractPoint(2, "dispute", "present"))
    desk.undoes(lambda: desk.customers.merge(1, 2))
    (profile,) = desk.store.find(Profile, customer_id=1)
    assert (profile.legal_form, profile.employees) == ("股份有限公司", 20)
    assert len(desk.store.find(StoredAssessment, customer_id=1, state="draft")) == 1
    points = {one.point: one.state for one in desk.store.find(ContractPoint, customer_id=1)}
    assert points == {"terms": "missing", "dispute": "present"}


def test_a_profile_keeps_amount_and_currency_together(desk: Desk) -> None:
    keep(desk, Profile(1, capital=100), Profile(2, capital=7, capital_currency="USD", paid_capital=3))
    desk.customers.merge(1, 2)
    (profile,) = desk.store.find(Profile, customer_id=1)
    assert (profile.capital, profile.capital_currency) == (100, "")


def test_it_goes_to_the_bin_with_the_customer_and_comes_back_with_it(desk: Desk) -> None:
    ids = keep(desk, *file_of(2), Certification(2, "CE"))
    keep(desk, override(2, ids[7]))
    before = counts(desk, 2)
    keep(desk, Certification(2, "alt"))
    with desk.store.write() as unit:
        unit.remove(Certification, [max(one.id for one in unit.find(Certification))])
        unit.commit("test")
    desk.undoes(lambda: desk.customers.remove([2]))
    assert counts(desk, 2) == {}
    desk.undoes(lambda: desk.customers.restore([2]))
    assert counts(desk, 2) == before


def test_what_lay_in_the_bin_finds_its_customer(desk: Desk) -> None:
    (order,) = keep(desk, OpenOrder(2, "SO", LONG_AGO, "CNY", 100_00))
    with desk.store.write() as unit:
        unit.remove(OpenOrder, [order])
        unit.commit("test")
    desk.customers.merge(1, 2)
    with desk.store.write() as unit:
        unit.restore(OpenOrder, [order])
        unit.commit("test")
    assert desk.store.get(OpenOrder, order).customer_id == 1
