"""Joining and removing customers: limits, stops, notices and claims follow them; undo brings them back."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.customer import Customer
from app.domain.insurance_record import (
    InsurancePolicy,
    InsurerNotice,
    LimitDecision,
    Shipment,
    ShipmentStop,
)
from app.domain.policy import Cause, PolicyTerms
from app.domain.problem import DomainError
from app.services.insurance_merge import TRANSFERRED
from app.services.session import CompanySession
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, invoice

TODAY, DAY = date(2025, 12, 31), date(2025, 1, 1)
POLICY = InsurancePolicy("大地", "DZ", DAY, TODAY, "CNY", "", state="active")


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    Ledger(
        [
            Customer("重庆渝驰", code="C1"),
            Customer("渝驰工程", code="C2"),
            Customer("新客户", code="C3", name_key="新客户"),
        ],
        [
            invoice(date(2025, 5, 1), 1000_00, date(2025, 6, 30), number="A"),
            invoice(date(2025, 6, 1), 2000_00, date(2025, 7, 31), customer=2, number="B"),
        ],
    ).write(store)
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(POLICY, PolicyTerms(max_extension_days=None, excluded_buyers=(2,)))
    return made


def grant(session: CompanySession, customer_id: int, amount: int, outcome: str = "granted") -> None:
    given = {"requested": amount} if outcome == "requested" else {"amount": amount}
    session.policies.decide(LimitDecision(1, customer_id, DAY, DAY, outcome, "", **given))  # type: ignore[arg-type]


def notice(customer_id: int) -> InsurerNotice:
    return InsurerNotice(1, customer_id, "overdue", TODAY, "CNY", 1, "2", sent_on=TODAY)


def counts(session: CompanySession, store: SqlStore, customer_id: int) -> list[int]:
    del session
    return [len(store.find(kind, customer_id=customer_id)) for kind in TRANSFERRED]


def everything_of(session: CompanySession, store: SqlStore, customer_id: int) -> None:
    grant(session, customer_id, 500_00)
    session.policies.stop(ShipmentStop(1, customer_id, TODAY, "insurer"))
    with store.write() as unit:
        unit.add(notice(customer_id))
        unit.commit("test")


def allow(session: CompanySession) -> None:
    [policy] = session.policies.all()
    session.policies.save(policy.record, PolicyTerms())


def test_everything_moves_and_undo_brings_it_back(session: CompanySession, store: SqlStore) -> None:
    allow(session)
    everything_of(session, store, 2)
    session.claims.open(1, 2, Cause.DEFAULT)
    session.policies.save_shipments([Shipment(2, DAY)])
    before = session.cover.of_customer(2, TODAY)
    session.customers.merge(1, 2)
    assert counts(session, store, 1) == [1, 1, 1, 1]
    assert counts(session, store, 2) == [0, 0, 0, 0]
    assert session.policies.shipment(2).shipped_on == DAY
    assert session.policies.in_force([1], TODAY)[1].limit is not None
    session.history.undo()
    assert counts(session, store, 2) == [1, 1, 1, 1]
    assert session.cover.of_customer(2, TODAY) == before
    session.history.redo()
    assert counts(session, store, 1) == [1, 1, 1, 1]


def test_the_kept_ones_limit_goes_on_to_hold(session: CompanySession, store: SqlStore) -> None:
    grant(session, 1, 300_00)
    grant(session, 2, 900_00)
    session.customers.merge(1, 2)
    found = session.policies.in_force([1], TODAY)[1].limit
    assert found is not None
    assert found.amount == 300_00
    assert len(store.find(LimitDecision, customer_id=1)) == 1


def test_a_request_alone_is_no_limit(session: CompanySession) -> None:
    grant(session, 1, 300_00, "requested")
    grant(session, 2, 900_00)
    session.customers.merge(1, 2)
    found = session.policies.in_force([1], TODAY)[1].limit
    assert found is not None
    assert found.amount == 900_00


def test_the_earlier_of_two_stops_holds(session: CompanySession) -> None:
    session.policies.stop(ShipmentStop(1, 1, TODAY, "insurer"))
    session.policies.stop(ShipmentStop(1, 2, DAY, "mep"))
    session.customers.merge(1, 2)
    [one] = session.policies.stops(1)
    assert (one.start, one.lifted) == (DAY, None)
    session.history.undo()
    assert [one.start for one in session.policies.stops(1)] == [TODAY]
    assert [one.start for one in session.policies.stops(2)] == [DAY]


def test_who_was_excluded_stays_excluded(session: CompanySession) -> None:
    session.customers.merge(1, 2)
    [policy] = session.policies.all()
    assert policy.terms.excluded_buyers == (1,)


def test_two_claims_under_one_policy_are_not_joined(session: CompanySession, store: SqlStore) -> None:
    allow(session)
    for customer_id in (1, 2):
        grant(session, customer_id, 900_00)
        session.claims.open(1, customer_id, Cause.DEFAULT)
    with pytest.raises(DomainError, match=r"customer\.merge_claims"):
        session.customers.merge(1, 2)
    assert counts(session, store, 2) == [1, 0, 0, 1]


def test_into_the_bin_and_back(session: CompanySession, store: SqlStore) -> None:
    everything_of(session, store, 3)
    session.customers.remove([3])
    assert counts(session, store, 3) == [0, 0, 0, 0]
    assert session.check.run() == []
    session.customers.restore([3])
    assert counts(session, store, 3) == [1, 1, 1, 0]


def test_an_invoice_in_a_claim_cannot_go(session: CompanySession) -> None:
    grant(session, 1, 900_00)
    session.claims.open(1, 1, Cause.DEFAULT)
    with pytest.raises(DomainError, match=r"claim\.holds_document"):
        session.ledger.remove([1])
