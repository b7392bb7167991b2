"""How the sample company measures itself: everything the pages of health and analysis show, and sound."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.financials import Line
from app.domain.measure_record import OwnStatement
from app.services.sample.measuring import ends, over
from app.services.session import CompanySession
from app.storage.company_file import open_company
from app.storage.store import SqlStore

AS_OF = date(2025, 12, 31)
BUSY = date(2026, 11, 22)


@contextmanager
def opened(path: Path, as_of: date) -> Iterator[tuple[SqlStore, CompanySession]]:
    clock = FixedClock(as_of)
    store = open_company(path, clock=clock, actor="test")
    yield store, compose(store, clock, store.close)
    store.close()


@pytest.fixture(scope="module")
def sample(
    tmp_path_factory: pytest.TempPathFactory, built: Callable[[date], Path]
) -> Iterator[tuple[SqlStore, CompanySession]]:
    path = tmp_path_factory.mktemp("sample") / "s.holdfast"
    shutil.copyfile(built(AS_OF), path)
    with opened(path, AS_OF) as made:
        yield made


def test_quarter_ends_are_those_before_a_day() -> None:
    assert ends(date(2025, 12, 31), 2) == [date(2025, 9, 30), date(2025, 12, 31)]
    assert ends(date(2025, 12, 30), 1) == [date(2025, 9, 30)]
    assert over(date(2025, 12, 31), 2) == [date(2025, 6, 30), date(2025, 9, 30)]
    assert over(date(2026, 1, 13), 1) == [date(2025, 12, 31)]


def test_own_statements_balance_and_hold_what_the_ledger_says(
    sample: tuple[SqlStore, CompanySession],
) -> None:
    store, session = sample
    found = sorted(store.find(OwnStatement), key=lambda one: (one.months, one.period_end))
    assert [(one.months, str(one.period_end)) for one in found] == [
        *(
            (3, day)
            for day in ("2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31")
        ),
        (12, "2023-12-31"),
        (12, "2024-12-31"),
    ]
    for one in found:
        figures = {Line(name): int(value) for name, value in json.loads(one.figures).items()}
        assert figures[Line.TOTAL_ASSETS] == figures[Line.TOTAL_LIABILITIES] + figures[Line.EQUITY]
        assert figures[Line.CURRENT_ASSETS] > figures[Line.CURRENT_LIABILITIES]
        assert min(figures.values()) > 0
    newest = json.loads(found[5].figures)
    assert int(newest["receivables"]) == session.provisions.provision(AS_OF).gross


def test_nor_does_it_run_out_on_a_day_on_which_more_falls_due(built: Callable[[date], Path]) -> None:
    with opened(built(BUSY), BUSY) as (_, session):
        lowest = session.cash.forecast().lowest
        assert lowest is not None
        assert 0 < (lowest.balance or 0) < session.cash.assumptions().minimum
        assert session.stress.breaking(session.stress.ground()).dso_days


def test_cash_runs_below_the_least_but_not_out(sample: tuple[SqlStore, CompanySession]) -> None:
    forecast = sample[1].cash.forecast()
    balances = [week.balance or 0 for week in forecast.weeks]
    assert 0 < min(balances) < sample[1].cash.assumptions().minimum < balances[0]
    breaking = sample[1].stress.breaking(sample[1].stress.ground())
    assert breaking.known
    assert breaking.dso_days
    assert {item.kind for item in sample[1].cash.items()} == {
        "suppliers",
        "wages",
        "tax",
        "rent",
        "loan",
        "premium",
    }


def test_four_provisions_are_booked_and_two_debtors_provided_for_by_themselves(
    sample: tuple[SqlStore, CompanySession],
) -> None:
    service = sample[1].provisions
    assert [str(one.as_of) for one in service.runs()] == [
        "2025-09-30",
        "2025-06-30",
        "2025-03-31",
        "2024-12-31",
    ]
    assert all(0 < one.total < one.gross for one in service.runs())
    assert len(service.specifics(AS_OF)) == 2
    moved = service.movement(service.provision(AS_OF))
    assert moved is not None


def test_the_last_quarter_was_reported_and_what_is_open_is_carried_on(
    sample: tuple[SqlStore, CompanySession],
) -> None:
    service = sample[1].reviews
    states = {one.period.name: one.review.state for one in service.periods() if one.review is not None}
    assert states == {"2025Q4": "open", "2025Q3": "locked"}
    assert service.differences("2025Q3") == ()
    reported, running = service.view("2025Q3"), service.view("2025Q4")
    assert reported.sound
    done = Counter(one.finding.state for one in reported.findings)
    assert done["open"] == 5
    assert done["dropped"] == 1
    assert done["done"] > 5
    carried = [one for one in running.findings if one.finding.carried_id]
    assert {one.finding.carried_id for one in carried} == {
        one.finding.id for one in reported.findings if one.finding.state == "open"
    }
    assert all(one.finding.action for one in carried)
    safe = [(one.finding.due, one.params["safe"]) for one in running.findings if "safe" in one.params]
    assert safe
    assert all(due == last for due, last in safe)


def test_studies_plans_and_a_drill_are_there(sample: tuple[SqlStore, CompanySession]) -> None:
    session = sample[1]
    assert [one.policy.name for one in session.credit_policies.kept()] == ["收紧 C、D 级", "早付优惠 1%"]
    assert len(session.stress.runs()) == 1
    assert len(session.stress.key_customers()) == 3
    assert any(one.name == "春节后回款晚 20 天" for one in session.cash.overlays())
    assert [one.plan.level for one in session.contingency.plans()] == [1, 2, 3]
    (drill,) = session.contingency.runs()
    assert (drill.run.kind, drill.open, drill.done) == ("drill", False, len(drill.ticks) - 1)


def test_the_file_keeps_its_laws(sample: tuple[SqlStore, CompanySession]) -> None:
    assert sample[1].check.run() == []
