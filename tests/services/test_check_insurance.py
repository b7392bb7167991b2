"""Insurance records keep their laws: each kind of damage by hand gives its own finding."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.claim_state import ClaimState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.insurance_record import InsurancePolicy, LimitDecision, PremiumPayment, Shipment
from app.domain.policy import Cause, Frequency, PolicyTerms
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import say
from tests.services.checking import besides_the_hand
from tests.services.ledgers import Ledger, invoice

TODAY, DAY = date(2025, 12, 31), date(2025, 1, 1)
POLICY = InsurancePolicy("大地", "DZ", DAY, TODAY, "CNY", "", state="active")
TERMS = PolicyTerms(
    declaration=Frequency.MONTH, undeclared_uncovered=False, each_loss=10_00, max_liability=2000_00
)

TWICE = {"check.claim_live_twice", "check.claim_invoice_gone"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    Ledger(
        [Customer("重庆渝驰", code="C1"), Customer("常州天桁", code="C2"), Customer("台州鼎川", code="C3")],
        [
            invoice(date(2025, 5, 1), 1000_00, date(2025, 6, 30), number="A"),
            invoice(date(2025, 6, 1), 2000_00, date(2025, 7, 31), number="B"),
            invoice(date(2025, 6, 1), 2000_00, date(2025, 7, 31), customer=2, number="C"),
        ],
    ).write(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    """A paid claim with a recovery and costs about customer 1, one begun about customer 2, a limit for 3."""
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(POLICY, TERMS)
    for customer_id in (1, 2, 3):
        made.policies.decide(LimitDecision(1, customer_id, DAY, DAY, "granted", "", amount=2500_00))
    made.policies.save_shipments([Shipment(1, date(2025, 5, 1)), Shipment(2, date(2025, 6, 1))])
    for month in (5, 6):
        made.declarations.declare(1, date(2025, month, 1), date(2025, month, 30), TODAY)
    made.declarations.save_payment(PremiumPayment(1, DAY, "deposit", 50_00))
    claims = made.claims
    claim_id = min(claims.open(1, 1, Cause.DEFAULT).touched["claim"])
    for state in (ClaimState.READY, ClaimState.FILED):
        claims.move(claim_id, state, TODAY)
    claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=2000_00)
    claims.pay(claim_id, TODAY, 2000_00)
    claims.cost(claim_id, TODAY, 30_00)
    claims.recover(claim_id, TODAY, 100_01, 7_00)
    claims.open(1, 2, Cause.DEFAULT)
    assert made.check.run() == []
    return made


def traced(old: str, new: str) -> str:
    return f"UPDATE claim SET trace = replace(trace, '{old}', '{new}') WHERE id = 1"  # noqa: S608 - constants


@pytest.mark.parametrize(
    ("damage", "codes"),
    [
        ("UPDATE customer SET deleted = 1 WHERE id = 3", {"check.binned_customer"}),
        ("UPDATE insurance_policy SET deleted = 1", {"check.binned_policy"}),
        ("UPDATE limit_decision SET currency = 'USD' WHERE id = 1", {"check.policy_currency"}),
        ("UPDATE declaration SET currency = 'USD' WHERE id = 1", {"check.policy_currency"}),
        ("UPDATE claim SET currency = 'USD' WHERE id = 2", {"check.policy_currency"}),
        ("UPDATE insurance_policy SET \"end\" = '2024-01-01'", {"check.policy_period"}),
        ("UPDATE insurance_policy SET ended_on = '2026-02-01'", {"check.policy_period"}),
        ("UPDATE insurance_policy SET terms = '[]'", {"check.policy_lost"}),
        ("UPDATE declaration SET \"end\" = '2025-06-05' WHERE id = 1", {"check.declared_twice"}),
        ("UPDATE declaration SET turnover = turnover + 1 WHERE id = 2", {"check.declared_sum"}),
        ("UPDATE declaration SET lines = 'x' WHERE id = 2", {"check.declared_sum"}),
        ("UPDATE shipment SET document_id = 1", {"check.shipped_twice"}),
        ("UPDATE claim SET customer_id = 1 WHERE id = 2", TWICE),
        ("UPDATE claim SET approved = 100 WHERE id = 1", {"check.claim_overpaid"}),
        ("UPDATE claim_event SET amount = amount + 1 WHERE kind = 'payment'", {"check.claim_overpaid"}),
        ("UPDATE claim_invoice SET document_id = 1 WHERE id = 3", {"check.claim_invoice_gone"}),
        ("UPDATE claim SET trace = '' WHERE id = 1", {"check.claim_trace_lost"}),
        ("UPDATE claim SET trace = '{}' WHERE id = 1", {"check.claim_trace_lost"}),
        ("UPDATE claim SET claimed = 1 WHERE id = 1", {"check.claim_trace"}),
        (traced('"insured": 100000', '"insured": 90000'), {"check.claim_trace"}),
        (traced('"covered": 100000', '"covered": 90000'), {"check.claim_trace"}),
        (traced('"pct": "90"', '"pct": "80"'), {"check.claim_trace"}),
        (traced('"pct": "90"', '"pct": "x"'), {"check.claim_trace"}),
        (traced('"deductible": 1000', '"deductible": 900'), {"check.claim_trace"}),
        (traced('"remaining": 200000', '"remaining": 1'), {"check.claim_trace"}),
        (traced('"payable": 200000', '"payable": 200001'), {"check.claim_trace"}),
        ("UPDATE claim_event SET split = '' WHERE kind = 'recovery'", {"check.claim_split"}),
        ("UPDATE claim_event SET amount = amount + 1 WHERE kind = 'recovery'", {"check.claim_split"}),
        ("UPDATE claim_event SET amount = amount + 1 WHERE kind = 'cost'", {"check.claim_split"}),
    ],
)  # fmt: skip
def test_each_damage_is_found_and_named(
    session: CompanySession, store: SqlStore, damage: str, codes: set[str]
) -> None:
    store.raw.execute("PRAGMA foreign_keys = OFF")
    assert store.raw.execute(damage).rowcount > 0
    found = besides_the_hand(session.check.run())
    assert {one.code for one in found} == codes
    for one in found:
        for lang in ("zh", "en"):
            assert "{" not in say(one.code, lang, **one.params)
        assert one.table
        assert one.row_id


def test_a_withdrawn_claim_asks_for_none_of_its_invoices(session: CompanySession, store: SqlStore) -> None:
    session.claims.move(2, ClaimState.WITHDRAWN, TODAY, reason="已付清")
    store.raw.execute("UPDATE document SET customer_id = 3 WHERE id = 3")
    assert besides_the_hand(session.check.run()) == []
