"""What the sample company decided: every kind of thing the pages show, lawful, and the same each time."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.bootstrap.sample_build import write_sample
from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.credit_limit import LimitState
from app.domain.credit_record import (
    Alert,
    CreditLimit,
    GradeOverride,
    LossCase,
    OpenOrder,
    OrderCheck,
    Person,
    StoredAssessment,
)
from app.domain.insurance_record import (
    Claim,
    ClaimEvent,
    ClaimInvoice,
    ClaimPaper,
    Declaration,
    InsurancePolicy,
    InsurerNotice,
    LimitDecision,
    PremiumPayment,
    Shipment,
    ShipmentStop,
)
from app.domain.measure_record import (
    CashItem,
    ContingencyPlan,
    Finding,
    OwnStatement,
    PeriodReview,
    PlanRun,
    ProvisionRun,
    SpecificProvision,
    Study,
)
from app.domain.override import notches
from app.domain.scorecard import Grade
from app.services.sample.deciding import quarter_ends
from app.services.session import CompanySession
from app.storage.company_file import open_company

AS_OF = date(2025, 12, 31)
KINDS = (
    StoredAssessment, CreditLimit, GradeOverride, OpenOrder, OrderCheck, Person, Alert, LossCase,
    InsurancePolicy, LimitDecision, ShipmentStop, Shipment, InsurerNotice, Declaration, PremiumPayment,
    Claim, ClaimInvoice, ClaimPaper, ClaimEvent, PeriodReview, Finding, ProvisionRun, SpecificProvision,
    OwnStatement, CashItem, Study, ContingencyPlan, PlanRun,
)  # fmt: skip


@contextmanager
def opened(path: Path, as_of: date) -> Iterator[CompanySession]:
    clock = FixedClock(as_of)
    store = open_company(path, clock=clock, actor="test")
    yield compose(store, clock, store.close)
    store.close()


def digest(path: Path) -> str:
    store = open_company(path, clock=FixedClock(AS_OF), actor="test", read_only=True)
    rows = [store.find(kind) for kind in KINDS]
    store.close()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


@pytest.fixture(scope="module")
def sample(
    tmp_path_factory: pytest.TempPathFactory, built: Callable[[date], Path]
) -> Iterator[CompanySession]:
    path = tmp_path_factory.mktemp("sample") / "s.holdfast"
    shutil.copyfile(built(AS_OF), path)
    with opened(path, AS_OF) as session:
        yield session


def test_twice_built_it_is_the_same(sample: CompanySession, tmp_path: Path) -> None:
    write_sample(tmp_path / "again.holdfast", AS_OF)
    assert digest(tmp_path / "again.holdfast") == digest(sample.path)


def test_none_of_it_can_be_undone(sample: CompanySession) -> None:
    verbs = [one.verb for one in sample.history.entries()]
    assert verbs == ["sample.decide", "sample.build", "company.created"]
    assert sample.history.can_undo() is None


def test_grades_of_every_kind(sample: CompanySession) -> None:
    grades = sample.scoring.grade_of(None, AS_OF)
    assert 45 <= len(grades) < 60
    assert Counter(one.grade for one in grades.values()).keys() == set(Grade)
    ended = {one.ended.code for one in grades.values() if one.ended}
    assert {"assessment.expired", "assessment.ended_court", "assessment.ended_overdue"} <= ended
    assert sum(one.valid for one in grades.values()) >= 30
    assert any(one.overridden for one in grades.values())
    moved = [row for row in sample.scoring.rescore(AS_OF) if row.was and row.was is not row.now]
    assert moved
    assert len(sample.scoring.history(1)) >= 5
    assert sum(sample.scoring.draft_of(row) is not None for row in range(1, 61)) == 2


def test_every_assessment_scores_the_same_again(sample: CompanySession) -> None:
    for view in (*sample.scoring.history(1), *sample.scoring.history(12), *sample.scoring.history(47)):
        outcome = sample.scoring.recompute(view.id)
        assert (outcome.score, outcome.grade) == (view.score, view.grade)


def test_overrides_up_and_down_with_what_came_of_one(sample: CompanySession) -> None:
    rows = sample.limits.register(date(2020, 1, 1), AS_OF).rows
    assert {row.running for row in rows} == {True, False}
    assert {notches(Grade(row.override.was), Grade(row.override.now)) for row in rows} == {1, -1}
    assert [row.override.outcome for row in rows if not row.running] == ["late"]


def test_limits_over_near_empty_nothing_unchecked_expired_abroad_and_shared(sample: CompanySession) -> None:
    ids = range(1, 61)
    usage = sample.limits.usage(ids, AS_OF)
    states = Counter(one.limit.state for one in usage.values())
    assert states[LimitState.NOT_CHECKED] == 1
    assert 10 <= states[LimitState.UNSET] <= 18
    percents = [one.percent for one in usage.values() if one.percent is not None]
    assert sum(one > 100 for one in percents) == 1
    assert 1 <= sum(90 <= one <= 100 for one in percents) <= 4
    assert any(one.limit.amount is not None and not one.limit.amount.minor for one in usage.values())
    assert {one.limit.amount.currency for one in usage.values() if one.limit.amount} >= {"CNY", "EUR", "JPY"}
    ends = [limit.end for row in ids for limit in sample.limits.history(row) if limit.end]
    assert ends
    assert max(ends) < AS_OF
    assert {len(pool.members) for pool in sample.limits.pools(AS_OF)} == {2}


def test_orders_and_checks_of_every_kind(sample: CompanySession) -> None:
    orders = [row.order for row in sample.orders.open_orders()]
    assert any(0 < one.invoiced < one.amount for one in orders)
    assert any(one.delivered > one.invoiced for one in orders)
    assert any(one.prepaid for one in orders)
    assert {one.currency for one in orders} >= {"CNY", "USD", "EUR", "JPY"}
    checks = sample.orders.checks()
    assert {row.check.answer for row in checks} == {"go", "deposit", "hold"}
    assert [row.check.on for row in checks] == sorted((row.check.on for row in checks), reverse=True)
    assert any(row.released for row in checks)


def test_the_watch_has_run_and_somebody_answered(sample: CompanySession) -> None:
    inbox = sample.watch.inbox(None, AS_OF)
    assert {view.state for view in inbox} == {"new", "acknowledged", "snoozed", "acted"}
    assert 3 <= sum(view.state == "new" for view in inbox) <= 6
    assert not sample.watch.run(AS_OF)
    due = sample.watch.reviews(AS_OF, AS_OF + timedelta(60))
    assert {view.due.due_on < AS_OF for view in due} == {True, False}
    assert {view.case.kind for view in sample.cases.list()} == {"bad_debt", "near_miss"}


def test_today_has_reviews_and_warnings_but_not_too_many(sample: CompanySession) -> None:
    counts = sample.work.agenda(AS_OF).counts()
    assert 3 <= counts["alert"] <= 6
    assert 5 <= counts["review"] <= 14


@pytest.mark.parametrize("as_of", [date(2024, 2, 29), date(2026, 11, 23)])
def test_it_can_be_built_on_any_day(as_of: date, tmp_path: Path, built: Callable[[date], Path]) -> None:
    shutil.copyfile(built(as_of), tmp_path / "s.holdfast")
    with opened(tmp_path / "s.holdfast", as_of) as session:
        grades = session.scoring.grade_of(None, as_of)
        assert Counter(one.grade for one in grades.values()).keys() == set(Grade)
        assert len(session.limits.register(date(2020, 1, 1), as_of).rows) == 3
        assert any(row.released for row in session.orders.checks())


def test_quarters_end_before_the_day() -> None:
    assert quarter_ends(AS_OF) == [
        date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)
    ]  # fmt: skip
    assert quarter_ends(date(2026, 1, 20))[-1] == date(2025, 9, 30)
