"""Claims from opening to recovery: the calculation is frozen at filing, money stays within its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.claim_state import ClaimState
from app.domain.claim_trace import parse, to_text
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.indemnity import StepCode
from app.domain.insurance_record import ClaimPaper, InsurancePolicy, InsurerNotice, LimitDecision
from app.domain.policy import Anchor, Cause, PolicyTerms
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.services.ledgers import Ledger, invoice

TODAY = date(2025, 12, 31)
POLICY = InsurancePolicy("大地", "DZ", date(2025, 1, 1), date(2025, 12, 31), "CNY", "", state="active")
TERMS = PolicyTerms(waiting_days=90, aggregate_first_loss=50_00, max_liability=100_000_00)
DAY = date(2025, 1, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=FixedClock(TODAY), actor="test")
    opened = open_company(path, clock=FixedClock(TODAY), actor="test")
    Ledger(
        [Customer("重庆渝驰", code="C1"), Customer("常州天桁", code="C2")],
        [
            invoice(date(2025, 5, 1), 1000_00, date(2025, 6, 30), number="A"),
            invoice(date(2025, 6, 1), 2000_00, date(2025, 7, 31), number="B"),
            invoice(date(2025, 12, 1), 500_00, date(2026, 1, 30), number="C"),
            invoice(date(2025, 5, 1), 700_00, date(2025, 6, 30), customer=2, number="D"),
        ],
    ).write(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqlStore) -> CompanySession:
    made = compose(store, FixedClock(TODAY), store.close)
    made.policies.save(POLICY, TERMS)
    made.policies.decide(LimitDecision(1, 1, DAY, DAY, "granted", "", amount=2500_00))
    made.policies.decide(LimitDecision(1, 2, DAY, DAY, "granted", "", amount=2500_00))
    return made


def opened(session: CompanySession, customer_id: int = 1) -> int:
    return min(session.claims.open(1, customer_id, Cause.DEFAULT).touched["claim"])


def filed(session: CompanySession, customer_id: int = 1) -> int:
    claim_id = opened(session, customer_id)
    session.claims.move(claim_id, ClaimState.READY, TODAY)
    session.claims.move(claim_id, ClaimState.FILED, TODAY)
    return claim_id


def test_a_claim_opens_on_what_is_overdue_with_the_papers_it_needs(session: CompanySession) -> None:
    detail = session.claims.claim(opened(session))
    assert detail.row.documents == (1, 2)
    # Ledger, statement and limit decision are the program's own.
    assert detail.row.papers == 3
    assert {"invoice", "transport", "dunning", "ledger"} <= {one.kind for one in detail.papers}
    assert "customs" not in {one.kind for one in detail.papers}
    assert detail.loss_on == date(2025, 9, 28)
    found = detail.calculation
    # 1,000 + 2,000 of which 2,500 fit the limit; 90 %, less the first loss.
    assert (found.covered, found.payable, found.first_loss) == (2500_00, 2200_00, 50_00)
    assert not found.frozen


def test_one_claim_at_a_time(session: CompanySession) -> None:
    opened(session)
    with pytest.raises(DomainError, match=r"claim\.live"):
        opened(session)


def test_the_calculation_is_frozen_at_filing(session: CompanySession) -> None:
    claim_id = filed(session)
    before = session.claims.calculation(claim_id)
    assert before.frozen
    assert parse(to_text(before)) == before
    session.policies.save(session.policies.all()[0].record, replace(TERMS, insured_pct=Decimal(50)))
    assert session.claims.calculation(claim_id) == before
    with pytest.raises(DomainError, match=r"claim\.is_filed"):
        session.claims.set_invoices(claim_id, [1])
    assert session.claims.claim(claim_id).row.claim.claimed == 2500_00


def test_the_first_loss_is_consumed_once(session: CompanySession) -> None:
    filed(session, 1)
    found = session.claims.calculation(opened(session, 2))
    assert (found.payable, found.first_loss) == (630_00, 0)
    assert next(step.taken for step in found.steps if step.code is StepCode.FIRST_LOSS) == 0


def test_what_a_claim_consumed_on_a_day_stays_whatever_is_decided_later(session: CompanySession) -> None:
    claim_id = filed(session)
    declined = TODAY + timedelta(10)
    session.claims.move(claim_id, ClaimState.DECLINED, declined, reason="迟报")
    assert session.cover.used(1, TODAY + timedelta(9)).first_loss == 50_00
    assert session.cover.used(1, declined).first_loss == 0
    session.claims.object(claim_id, TODAY + timedelta(12), "按期通知")
    assert session.cover.used(1, TODAY + timedelta(11)).first_loss == 0
    assert session.cover.used(1, TODAY + timedelta(12)).first_loss == 50_00


def test_approved_paid_recovered(session: CompanySession) -> None:
    claims, claim_id = session.claims, filed(session)
    claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=2200_00)
    assert session.cover.used(1, TODAY).liability == 2200_00  # accepted, not paid yet
    claims.pay(claim_id, TODAY, 1200_00)
    assert session.cover.used(1, TODAY).liability == 2200_00
    assert claims.claim(claim_id).row.state is ClaimState.APPROVED
    claims.pay(claim_id, TODAY, 1000_00)
    assert claims.claim(claim_id).row.state is ClaimState.PAID
    claims.recover(claim_id, TODAY, 300_00)
    claims.recover(claim_id, TODAY, 300_01, costs=1)
    detail = claims.claim(claim_id)
    assert detail.row.state is ClaimState.RECOVERY
    # 600 of 3,000, of which the insurer bore 2,200.
    assert (detail.recovered, detail.own_recovered) == (600_01, 160_00)
    assert session.cover.used(1, TODAY).liability == 2200_00
    session.history.undo()
    assert claims.claim(claim_id).recovered == 300_00


def test_costs_are_shared_before_and_after_payment(session: CompanySession) -> None:
    claims, claim_id = session.claims, filed(session)
    claims.cost(claim_id, TODAY, 100_00)
    assert claims.claim(claim_id).own_costs == 10_00
    claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=2200_00)
    claims.pay(claim_id, TODAY, 2200_00)
    claims.cost(claim_id, TODAY, 300_00)
    assert claims.claim(claim_id).own_costs == 10_00 + 80_00
    for amount, entrusted in ((0, 0), (-1, 0), (1_00, -1)):
        with pytest.raises(DomainError, match=r"recovery\.bad_costs"):
            claims.cost(claim_id, TODAY, amount, entrusted)
    assert claims.claim(claim_id).own_costs == 90_00


def test_a_partial_acceptance_a_refusal_and_an_objection(session: CompanySession) -> None:
    claims, claim_id = session.claims, filed(session)
    with pytest.raises(DomainError, match=r"claim\.is_partial"):
        claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=100_00)
    with pytest.raises(DomainError, match=r"claim\.needs_reason"):
        claims.move(claim_id, ClaimState.DECLINED, TODAY)
    claims.move(claim_id, ClaimState.DECLINED, TODAY, reason="通知逾期")
    claims.object(claim_id, TODAY, "通知于 30 日内寄出，附回执")
    assert claims.claim(claim_id).row.state is ClaimState.ASSESSING
    claims.move(claim_id, ClaimState.PARTIAL, TODAY, reason="争议部分除外", amount=100_00)
    with pytest.raises(DomainError, match=r"claim\.bad_payment"):
        claims.pay(claim_id, TODAY, 100_01)


def test_who_is_with_the_insurer_gets_no_letter_of_ours_without_consent(session: CompanySession) -> None:
    assert session.claims.with_insurer() == {}
    claim_id = filed(session)
    assert set(session.claims.with_insurer([1, 2])) == {1}
    session.claims.consent(claim_id, TODAY, allowed=True)
    assert session.claims.with_insurer() == {}


def test_the_loss_payee_alone_is_paid(session: CompanySession) -> None:
    session.policies.save(session.policies.all()[0].record, replace(TERMS, loss_payee="甬江银行"))
    claim_id = filed(session)
    session.claims.move(claim_id, ClaimState.APPROVED, TODAY, amount=2200_00)
    with pytest.raises(DomainError, match=r"claim\.wrong_payee"):
        session.claims.pay(claim_id, TODAY, 1, "恒信")
    session.claims.pay(claim_id, TODAY, 1)
    assert session.claims.claim(claim_id).events[-1].payee == "甬江银行"


def test_papers_are_attached_or_waived_with_a_reason(session: CompanySession) -> None:
    claim_id = opened(session)
    papers = {one.kind: one for one in session.claims.claim(claim_id).papers}
    session.claims.save_paper(replace(papers["invoice"], state="attached"))
    with pytest.raises(DomainError, match=r"claim\.needs_reason"):
        session.claims.save_paper(replace(papers["transport"], state="waived"))
    session.claims.save_paper(replace(papers["transport"], state="waived", note="自提"))
    session.claims.save_paper(ClaimPaper(claim_id, "security", "attached"))
    row = session.claims.claim(claim_id).row
    assert (row.papers, row.papers_needed) == (5, len(papers))


@pytest.mark.parametrize(
    ("to", "code"),
    [(ClaimState.PAID, r"claim\.no_such_step"), (ClaimState.WITHDRAWN, r"claim\.needs_reason")],
)
def test_steps_that_cannot_be(session: CompanySession, to: ClaimState, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        session.claims.move(opened(session), to, TODAY)


def test_steps_go_forward_in_time(session: CompanySession) -> None:
    claim_id = filed(session)
    with pytest.raises(DomainError, match=r"claim\.before_last"):
        session.claims.move(claim_id, ClaimState.ASSESSING, date(2025, 1, 1))


def test_nothing_covered_nothing_claimed(session: CompanySession) -> None:
    session.policies.decide(LimitDecision(1, 1, DAY, DAY, "withdrawn", ""))
    claim_id = opened(session)
    session.claims.move(claim_id, ClaimState.READY, TODAY)
    with pytest.raises(DomainError, match=r"claim\.nothing_covered"):
        session.claims.move(claim_id, ClaimState.FILED, TODAY)


@pytest.mark.parametrize(
    ("anchor", "until"),
    [
        (Anchor.DUE, date(2025, 6, 30) + timedelta(90)),
        (Anchor.MEP_END, date(2025, 6, 30) + timedelta(60 + 90)),
        (Anchor.NOTICE, date(2025, 9, 1) + timedelta(90)),
    ],
)
def test_the_day_of_loss_follows_the_waiting_period_wherever_it_runs_from(
    session: CompanySession, store: SqlStore, anchor: Anchor, until: date
) -> None:
    told = replace(TERMS, waiting_anchor=anchor, max_extension_days=60, stop_at_mep=False)
    session.policies.save(session.policies.policy(1).policy.record, told)
    with store.write() as unit:
        unit.add(InsurerNotice(1, 1, "overdue", date(2025, 8, 30), "CNY", 1000_00, sent_on=date(2025, 9, 1)))
        unit.commit("test")
    detail = session.claims.claim(opened(session))
    assert (detail.waits_until, detail.loss_on) == (until, until)


def test_a_cause_without_waiting_waits_for_nothing(session: CompanySession) -> None:
    claim_id = min(session.claims.open(1, 1, Cause.INSOLVENCY).touched["claim"])
    assert session.claims.claim(claim_id).waits_until is None


def test_the_insurers_reference_comes_after_filing(session: CompanySession) -> None:
    claim_id = filed(session)
    trace = session.claims.claim(claim_id).row.claim.trace
    session.claims.refer(claim_id, " PA-2025-77 ")
    claim = session.claims.claim(claim_id).row.claim
    assert (claim.reference, claim.trace) == ("PA-2025-77", trace)
