"""Policies and buyer limits: what holds today, which policy a shipment falls under, decisions only added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.insurance_record import InsurancePolicy, LimitDecision, Shipment, ShipmentStop
from app.domain.money import Money
from app.domain.policy import PolicyTerms, Scope
from app.domain.policy_period import PolicyState
from app.domain.problem import DomainError
from app.services.insured_limits import InsuredLimits
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
YEAR = (date(2025, 4, 1), date(2026, 3, 31))
HOME = InsurancePolicy("大地", "DZ-2025", *YEAR, "CNY", "{}", state="active")
ABROAD = InsurancePolicy("信保", "CK-2025", *YEAR, "USD", "{}", state="active")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    Ledger(
        [Customer("苏州恒岳", code="C1"), Customer("Meridian", code="C2", country="GB")],
        [invoice(date(2025, 11, 1), 1000_00, date(2025, 12, 31))],
    ).write(store)
    yield compose(store, clock, store.close)
    store.close()


def both(session: CompanySession) -> tuple[int, int]:
    """A policy for sales at home and one for exports; their ids."""
    first = session.policies.save(HOME, PolicyTerms(scope=Scope.DOMESTIC))
    second = session.policies.save(ABROAD, PolicyTerms(scope=Scope.EXPORT, insured_pct=Decimal(95)))
    return min(first.touched["insurance_policy"]), min(second.touched["insurance_policy"])


def told(policy_id: int, customer_id: int, day: date, outcome: str, amount: int | None) -> LimitDecision:
    return LimitDecision(policy_id, customer_id, day, day, outcome, "", amount=amount)


def test_clauses_come_back_and_a_shipment_finds_its_policy(session: CompanySession) -> None:
    home, abroad = both(session)
    assert session.policies.policy(abroad).policy.terms.insured_pct == Decimal(95)
    for customer_id, expected in ((1, home), (2, abroad)):
        found = session.policies.which(customer_id, TODAY)
        assert found is not None
        assert found.id == expected
    assert session.policies.which(1, date(2025, 3, 31)) is None


def test_how_a_policy_stands(session: CompanySession) -> None:
    policies = session.policies
    draft = min(
        policies.save(replace(HOME, state="draft", number="D"), PolicyTerms()).touched["insurance_policy"]
    )
    assert policies.policy(draft).state is PolicyState.DRAFT
    policies.activate(draft)
    assert policies.policy(draft).state is PolicyState.ACTIVE
    policies.cancel(draft, date(2025, 10, 31))
    assert policies.policy(draft).state is PolicyState.CANCELLED
    session.history.undo()
    assert policies.policy(draft).state is PolicyState.ACTIVE
    policies.annul(draft, "误录")
    assert policies.which(1, TODAY) is None


def test_a_renewal_knows_its_predecessor(session: CompanySession) -> None:
    home, _ = both(session)
    next_year = replace(
        HOME, number="DZ-2026", start=date(2026, 4, 1), end=date(2027, 3, 31), previous_id=home
    )
    renewed = min(session.policies.save(next_year, PolicyTerms()).touched["insurance_policy"])
    assert session.policies.policy(renewed).state is PolicyState.UPCOMING
    following = session.policies.policy(home).following
    assert following is not None
    assert following.id == renewed


def test_decisions_are_only_added(session: CompanySession) -> None:
    home, _ = both(session)
    policies = session.policies
    policies.decide(told(home, 1, date(2025, 5, 1), "granted", 800_000_00))
    policies.decide(told(home, 1, date(2025, 11, 1), "withdrawn", None))
    assert [one.outcome for one in policies.decisions(1)] == ["withdrawn", "granted"]
    before, after = (policies.in_force([1], day)[1] for day in (date(2025, 10, 31), TODAY))
    assert before.limit is not None
    assert before.limit.amount == 800_000_00
    assert (after.limit, after.why_none) == (None, "withdrawn")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"outcome": "maybe"}, "buyer_limit.unknown_outcome"),
        ({"amount": None}, "buyer_limit.no_amount"),
        ({"amount": -1}, "buyer_limit.negative"),
        ({"until": date(2025, 4, 30)}, "buyer_limit.ends_before"),
        ({"effective": date(2026, 4, 1)}, "buyer_limit.outside_policy"),
        ({"kind": "discretionary"}, "buyer_limit.no_evidence"),
    ],
)
def test_a_decision_that_cannot_be(session: CompanySession, change: dict[str, object], code: str) -> None:
    home, _ = both(session)
    bad = replace(told(home, 1, date(2025, 5, 1), "granted", 1), **change)  # type: ignore[arg-type]
    with pytest.raises(DomainError) as refused:
        session.policies.decide(bad)
    assert refused.value.code == code
    assert not session.policies.decisions(1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"insurer": " "}, "policy.insurer_missing"),
        ({"number": ""}, "policy.number_missing"),
        ({"currency": ""}, "policy.currency_missing"),
        ({"end": date(2025, 3, 31)}, "policy.ends_before"),
    ],
)
def test_a_policy_that_cannot_be(session: CompanySession, change: dict[str, object], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        session.policies.save(replace(HOME, **change), PolicyTerms())  # type: ignore[arg-type]
    assert refused.value.code == code


def test_the_same_policy_is_not_entered_twice(session: CompanySession) -> None:
    both(session)
    with pytest.raises(DomainError, match=r"policy\.twice"):
        session.policies.save(HOME, PolicyTerms())


def test_a_policy_in_use_stays(session: CompanySession) -> None:
    home, _ = both(session)
    with pytest.raises(DomainError, match=r"policy\.in_use"):
        session.policies.remove(home)


def test_one_stop_at_a_time_and_lifted_after_it_began(session: CompanySession) -> None:
    home, _ = both(session)
    stop = ShipmentStop(home, 1, date(2025, 12, 1), "insurer")
    made = min(session.policies.stop(stop).touched["shipment_stop"])
    with pytest.raises(DomainError, match=r"shipment_stop\.running"):
        session.policies.stop(stop)
    with pytest.raises(DomainError, match=r"shipment_stop\.lifted_before"):
        session.policies.lift(made, date(2025, 11, 1))
    session.policies.lift(made, date(2025, 12, 20))
    assert [one.lifted for one in session.policies.stops(1)] == [date(2025, 12, 20)]


def test_what_an_invoice_does_not_say_of_its_shipment(session: CompanySession) -> None:
    policies = session.policies
    assert policies.shipment(1) == Shipment(1)
    policies.save_shipments([Shipment(1, date(2025, 10, 28), "OA", vat=115_04)])
    policies.save_shipments([Shipment(1, date(2025, 10, 29), "OA", vat=115_04)])
    assert policies.shipment(1).shipped_on == date(2025, 10, 29)
    with pytest.raises(DomainError, match=r"shipment\.bad_vat"):
        policies.save_shipments([Shipment(1, vat=1000_01)])


def test_what_a_limit_or_an_order_may_count_on(session: CompanySession) -> None:
    insurance = InsuredLimits(lambda: session.policies)
    assert insurance.limit_of(1, TODAY) is None
    home, _ = both(session)
    assert insurance.limit_of(1, TODAY) is None
    session.policies.decide(told(home, 1, date(2025, 5, 1), "granted", 800_000_00))
    assert insurance.limit_of(1, TODAY) == Money(800_000_00, "CNY")
    session.policies.decide(told(home, 1, date(2025, 6, 1), "withdrawn", None))
    assert insurance.limit_of(1, TODAY) == Money(0, "CNY")


def test_the_order_check_says_what_of_the_shipment_would_be_insured(session: CompanySession) -> None:
    home, _ = both(session)
    session.policies.decide(told(home, 1, date(2025, 5, 1), "granted", 1500_00))
    reasons = {one.code: one.params for one in session.orders.check(1, 800_00, "CNY", TODAY).reasons}
    params = reasons["order.shipment_uncovered"]
    assert (params["insured"], params["uncovered"]) == (Money(500_00, "CNY"), Money(300_00, "CNY"))
    assert params["why"] == ("cover_gap.over_limit", {})
    small = {one.code for one in session.orders.check(1, 500_00, "CNY", TODAY).reasons}
    assert "order.shipment_covered" in small
