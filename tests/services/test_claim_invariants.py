"""Claims over any run of events: bounds of the indemnity, shares to the cent, cover as it was known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.claim_state import ClaimState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.indemnity import Loss, Used, indemnity
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.policy import Cause, PolicyTerms, RecoveryRule
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.services.ledgers import Ledger, invoice

TODAY, DAY, THEN = date(2025, 12, 31), date(2025, 1, 1), date(2025, 9, 30)
POLICY = InsurancePolicy("大地", "DZ", DAY, TODAY, "CNY", "", state="active")
TERMS = PolicyTerms(waiting_days=90)
FAR = timedelta(365)
shared = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[CompanySession]:
    """Three overdue invoices of one buyer, shipped until June, under a limit that is less than them."""
    path, clock = tmp_path / "x.holdfast", FixedClock(TODAY)
    create_company(path, Company("恒信", "CNY"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    Ledger(
        [Customer("重庆渝驰", code="C1")],
        [
            invoice(date(2025, month, 1), amount, date(2025, month, 1) + timedelta(60), number=f"{month}")
            for month, amount in ((4, 333_33), (5, 1000_01), (6, 2000_00))
        ],
    ).write(store)
    made = compose(store, clock, store.close)
    made.policies.save(POLICY, TERMS)
    made.policies.decide(LimitDecision(1, 1, DAY, DAY, "granted", "", amount=2500_00))
    yield made
    store.close()


# -- indemnities of one period ------------------------------------------------------------------------

amounts = st.integers(0, 10**9)


@given(
    losses=st.lists(amounts, max_size=8),
    pct=st.decimals(0, 100, places=2),
    first_loss=amounts,
    most=amounts,
    each=st.integers(0, 10**6),
    before=st.booleans(),
)
def test_claims_of_a_period_never_pass_its_bounds(
    losses: list[int], pct: Decimal, first_loss: int, most: int, each: int, before: bool
) -> None:
    terms = PolicyTerms(
        insured_pct=pct, aggregate_first_loss=first_loss, max_liability=most, each_loss=each,
        deduct_before_pct=before,
    )  # fmt: skip
    used = Used()
    for loss in losses:
        found = indemnity(Loss(loss), terms, used)
        assert 0 <= found.payable <= loss
        used = Used(used.first_loss + found.first_loss, used.liability + found.payable)
    assert used.first_loss <= first_loss
    assert used.liability <= most


# -- recoveries ---------------------------------------------------------------------------------------


def approved(session: CompanySession, rule: RecoveryRule) -> int:
    """A claim the insurer agreed to; earlier ones about the buyer are closed."""
    [policy] = session.policies.all()
    session.policies.save(policy.record, PolicyTerms(waiting_days=90, recovery_rule=rule))
    for row in session.claims.claims(live_only=True):
        if row.state is ClaimState.APPROVED:
            session.claims.pay(row.claim.id, TODAY, (row.claim.approved or 0) - row.paid)
        session.claims.move(row.claim.id, ClaimState.CLOSED, TODAY)
    claim_id = min(session.claims.open(1, 1, Cause.DEFAULT).touched["claim"])
    for state in (ClaimState.READY, ClaimState.FILED):
        session.claims.move(claim_id, state, TODAY)
    payable = session.claims.calculation(claim_id).payable
    session.claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=payable)
    return claim_id


step = st.one_of(
    st.tuples(st.just("pay"), st.integers(1, 2250_00), st.just(0)),
    st.tuples(st.just("recover"), st.integers(0, 2000_00), st.integers(0, 100)),
)


@settings(shared, max_examples=8)
@given(rule=st.sampled_from(list(RecoveryRule)), steps=st.lists(step, max_size=5))
def test_shares_of_every_recovery_sum_to_the_cent(
    session: CompanySession, rule: RecoveryRule, steps: list[tuple[str, int, int]]
) -> None:
    claim_id = approved(session, rule)
    for kind, amount, pct in steps:
        if kind == "recover":
            session.claims.recover(claim_id, TODAY, amount, amount * pct // 100)
            continue
        row = session.claims.claim(claim_id).row
        part = min(amount, (row.claim.approved or 0) - row.paid)
        if part:
            session.claims.pay(claim_id, TODAY, part)
    detail = session.claims.claim(claim_id)
    theirs = 0
    for event in detail.events:
        if event.kind == "recovery":
            split = json.loads(event.split)
            assert min(split["insurer"], split["policyholder"]) >= 0
            assert split["insurer"] + split["policyholder"] == event.amount - event.costs
            theirs += split["insurer"]
    assert theirs <= detail.row.paid <= (detail.row.claim.approved or 0)


def test_a_recovery_cannot_cost_more_than_it_brings(session: CompanySession) -> None:
    claim_id = approved(session, RecoveryRule.BORNE)
    session.claims.recover(claim_id, TODAY, 100_00)
    with pytest.raises(DomainError, match=r"recovery\.bad_amount"):
        session.claims.recover(claim_id, TODAY, 10_00, 20_00)


# -- cover --------------------------------------------------------------------------------------------

outcomes = st.sampled_from(["granted", "partial", "reduced", "withdrawn", "declined", "expired"])


def decision(on: date, effective: date, outcome: str, amount: int) -> LimitDecision:
    given_ = amount if outcome in {"granted", "partial", "reduced"} else None
    return LimitDecision(1, 1, on, effective, outcome, "", amount=given_)


@shared
@given(st.dates(THEN + timedelta(1), TODAY), st.dates(DAY, TODAY), outcomes, amounts)
def test_what_is_decided_later_leaves_the_cover_of_a_day_as_it_was(
    session: CompanySession, on: date, effective: date, outcome: str, amount: int
) -> None:
    before = session.cover.book(THEN)
    assert before.insured == 2500_00
    session.policies.decide(decision(on, effective, outcome, amount))
    assert session.cover.book(THEN) == before


@shared
@given(st.dates(date(2025, 6, 2), TODAY), outcomes, amounts)
def test_a_limit_withdrawn_or_cut_never_uncovers_what_was_shipped(
    session: CompanySession, on: date, outcome: str, amount: int
) -> None:
    session.policies.decide(decision(on, on, outcome, amount))
    assert session.cover.book(TODAY).insured == 2500_00
