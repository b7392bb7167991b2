"""How the sample company is insured: limits of every outcome, gaps of every kind, claims at every stage."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.buyer_limit import OUTCOMES
from app.domain.claim_state import ClaimState
from app.domain.cover import Gap
from app.domain.insurance_deadline import Duty
from app.domain.notice import NoticeReply
from app.domain.policy_period import PolicyState
from app.services.session import CompanySession
from tests.services.test_sample_decisions import AS_OF, opened

LATER = date(2026, 11, 23)


@pytest.fixture(scope="module", params=[AS_OF, LATER], ids=str)
def sample(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest, built: Callable[[date], Path]
) -> Iterator[CompanySession]:
    path = tmp_path_factory.mktemp("sample") / "s.holdfast"
    shutil.copyfile(built(request.param), path)
    with opened(path, request.param) as session:
        yield session


def day(sample: CompanySession) -> date:
    return sample.clock.today()


def test_two_policies_run_and_one_renews_last_years(sample: CompanySession) -> None:
    views = sample.policies.policies()
    running = [one for one in views if one.state is PolicyState.ACTIVE]
    assert {one.policy.record.currency for one in running} == {"CNY", "USD"}
    assert [one.state for one in views if one.following] == [PolicyState.EXPIRED]
    assert sum(one.previous is not None for one in running) == 1
    for one in running:
        assert one.policy.terms.where
        assert not one.policy.terms.unchecked


def test_most_is_insured_and_the_rest_says_why(sample: CompanySession) -> None:
    book = sample.cover.book(day(sample))
    assert book.share is not None
    assert 75 <= book.share <= 85
    gaps = {one.gap for one in book.gaps()}
    assert gaps >= {
        Gap.OVER_LIMIT, Gap.NO_LIMIT, Gap.DISPUTED, Gap.TERMS_TOO_LONG, Gap.AFTER_STOP, Gap.LIMIT_WITHDRAWN,
        Gap.LIMIT_DECLINED,
    }  # fmt: skip
    assert not gaps & {Gap.UNDECLARED, Gap.NOTIFIED_LATE, Gap.NO_RATE}  # what one had to do was done
    assert not book.missing


def test_decisions_of_every_outcome(sample: CompanySession) -> None:
    made = sample.policies.decisions()
    assert {one.outcome for one in made} == set(OUTCOMES) - {"expired"}
    assert {one.kind for one in made} == {"named", "discretionary", "top_up"}
    assert any(one.until is not None and one.until < day(sample) for one in made)
    assert all(one.evidence for one in made if one.kind == "discretionary")
    assert sample.policies.stops()
    assert {view.record.reply for view in sample.notices.notices()} >= set(NoticeReply)


def test_deadlines_come_one_after_the_other(sample: CompanySession) -> None:
    duties = sample.deadlines.duties(day(sample))
    assert min(one.day for one in duties) >= day(sample)  # nothing was missed
    soon = [one for one in duties if one.duty is Duty.NOTICE and 6 <= one.days_left(day(sample)) <= 30]
    assert len(soon) >= 4
    assert {one.duty for one in duties} >= {
        Duty.NOTICE, Duty.MEP_END, Duty.WAITING_END, Duty.ANSWER, Duty.DECLARATION, Duty.LIMIT_EXPIRY,
    }  # fmt: skip
    lines = sample.work.agenda(day(sample)).counts()
    assert 2 <= lines["insurance"] <= 5


def test_claims_stand_at_different_points(sample: CompanySession) -> None:
    rows = {row.state: row for row in sample.claims.claims()}
    assert set(rows) == {ClaimState.WAITING, ClaimState.FILED, ClaimState.RECOVERY}
    waiting, filed, paid = (rows[state] for state in sorted(rows, key=list(ClaimState).index))
    assert 0 < waiting.papers < waiting.papers_needed
    found = sample.claims.calculation(filed.claim.id)
    assert found.frozen
    assert 0 < found.payable < found.covered
    detail = sample.claims.claim(paid.claim.id)
    assert detail.row.claim.approved == detail.row.paid > 0
    assert detail.recovered > 0


def test_turnover_is_declared_and_the_premium_reconciled(sample: CompanySession) -> None:
    for view in sample.policies.policies():
        spans = sample.declarations.periods(view.policy.id)
        ended = [made for _, end, made in spans if end < day(sample).replace(day=1)]
        assert ended
        assert all(made is not None and made.turnover > 0 for made in ended)
        premium = sample.declarations.premium(view.policy.id)
        assert premium.paid > 0
        assert view.state is not PolicyState.EXPIRED or premium.balance == 0


def test_it_adds_up(sample: CompanySession) -> None:
    assert sample.check.run() == []
