"""The work list: what it gathers, in which order, and what the user says of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from app.bootstrap.session import compose
from app.domain.aging import AgingQuery, Grouping
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.measure_record import Finding
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.promise import PromiseState
from app.domain.work import WorkItem
from app.services.kpis import month_ends, state_of
from app.services.review_views import FindingView
from app.services.session import CompanySession
from app.services.work import WorkService
from app.services.work_sources.collect import KIND as COLLECT
from app.services.work_sources.findings import FindingSource
from app.storage.company_file import create_company, open_company
from app.storage.readers.forecast import SqlForecastReader, _middle
from app.storage.readers.kpis import SqlKpiReader
from app.storage.store import SqlStore
from app.words import say

DAY = date(2025, 12, 31)


class Given:
    """A source of what the test gives it."""

    def __init__(self, *items: WorkItem) -> None:
        self.given = items

    def items(self, as_of: date) -> Iterable[WorkItem]:
        del as_of
        return self.given


class Minor:
    """Every currency weighs alike."""

    def in_base(self, items: Iterable[WorkItem], as_of: date) -> Mapping[str, int]:
        del as_of
        return {item.key: item.amount.minor if item.amount else 0 for item in items}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    clock = FixedClock(DAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=clock, actor="test")
    opened = open_company(path, clock=clock, actor="test")
    yield opened
    opened.close()


def listing(store: SqlStore, *sources: Given) -> WorkService:
    return WorkService(store, sources, Minor(), cast("Any", None), cast("Any", None))


def item(key: str, days: int = 0, amount: int = 0, **more: Any) -> WorkItem:
    kind = key.partition(":")[0]
    money = Money(amount, "CNY") if amount else None
    return WorkItem(key, kind, DAY + timedelta(days), "work.follow_up", amount=money, **more)


def keys(work: WorkService, on: date = DAY) -> list[str]:
    return [one.key for one in work.items(on)]


def test_the_list_is_ordered_by_deadline_then_money(store: SqlStore) -> None:
    first = Given(item("a:1", 3, 900), item("a:2", 0, 50), item("a:3", -2))
    second = Given(item("b:1", 0, 70), item("b:2", 0, 20, weight=10))
    assert keys(listing(store, first, second)) == ["a:3", "b:2", "b:1", "a:2", "a:1"]


def test_what_is_done_is_gone_until_its_key_is_another(store: SqlStore) -> None:
    work = listing(store, Given(item("a:1"), item("a:2")))
    change = work.done("a:1", DAY, "called")
    assert change.verb == "work.done"
    assert keys(work) == ["a:2"]
    assert keys(listing(store, Given(item("a:1:next")))) == ["a:1:next"]
    work.reopen("a:1")
    assert keys(work) == ["a:1", "a:2"]


def test_what_is_put_off_comes_back_on_its_day(store: SqlStore) -> None:
    work = listing(store, Given(item("a:1"), item("a:2")))
    until = DAY + timedelta(3)
    work.postpone("a:1", DAY, until)
    found = work.agenda(DAY)
    assert [one.key for one in found.items] == ["a:2"]
    assert found.postponed == 1
    assert found.next is not None
    assert (found.next.key, found.next.due) == ("a:1", until)
    assert keys(work, until) == ["a:2", "a:1"]
    with pytest.raises(DomainError, match=r"work\.postponed_into_past"):
        work.postpone("a:1", DAY, DAY)


def test_saying_something_else_replaces_what_was_said(store: SqlStore) -> None:
    work = listing(store, Given(item("a:1")))
    work.postpone("a:1", DAY, DAY + timedelta(3))
    work.done("a:1", DAY)
    assert work.agenda(DAY).postponed == 0
    (count,) = store.raw.execute("SELECT count(*) FROM work_mark WHERE deleted = 0").fetchone()
    assert count == 1


def test_old_data_is_told_apart_from_the_list(store: SqlStore) -> None:
    found = listing(store, Given(item("data:1"), item("a:1"))).agenda(DAY)
    assert found.data is not None
    assert [one.key for one in found.items] == ["a:1"]
    assert found.counts() == {"a": 1}


# -- the sample company -------------------------------------------------------------------------


@dataclass
class Sample:
    """The sample company, open."""

    session: CompanySession
    store: SqlStore


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, built: Callable[[date], Path]) -> Iterator[Sample]:
    path = tmp_path_factory.mktemp("sample") / "s.holdfast"
    shutil.copyfile(built(DAY), path)
    store = open_company(path, clock=FixedClock(DAY), actor="test")
    yield Sample(compose(store, FixedClock(DAY), store.close), store)
    store.close()


def test_every_kind_of_work_turns_up(sample: Sample) -> None:
    found = sample.session.work.agenda(DAY)
    counts = found.counts()
    assert {
        COLLECT,
        "promise",
        "plan",
        "dispute",
        "bill",
        "receipt",
        "follow_up",
        "limitation",
        "review",
        "alert",
        "credit",
        "insurance",
        "finding",
    } == set(counts)
    assert 12 <= len(found.items) <= 70
    assert found.data is None
    assert len({one.key for one in found.items}) == len(found.items)
    for one in found.items:
        for lang in ("zh", "en"):
            assert say(one.reason, lang, **one.params)
            assert say(f"work.action.{one.action}", lang, level=1)


def test_findings_do_not_repeat_other_work(sample: Sample) -> None:
    found = [one for one in sample.session.work.items(DAY) if one.kind == "finding"]
    told = {view.finding.id: view for view in sample.session.reviews.due()}
    shown = [told[int(str(one.target["finding_id"]))] for one in found]
    assert shown
    assert {view.finding.code.removesuffix("_more") for view in shown} <= {"over_90", "uninsured"}
    who = [one.customer_id for one in found if one.customer_id]
    assert len(who) == len(set(who))


def test_findings_about_figures_and_those_in_own_words_stay() -> None:
    def view(row: int, code: str, text: str = "", customer_id: int | None = None) -> FindingView:
        made = Finding(1, code, text=text, customer_id=customer_id, due=DAY, id=row)
        return FindingView(made, {}, None)

    class Kept:
        def due(self) -> list[FindingView]:
            codes = ("insurance", "insurance_policy", "broken_more", "over_limit", "reviews", "stale")
            return [
                *(view(row, code) for row, code in enumerate(codes, 1)),
                view(11, "target"),
                view(12, "worsening"),
                view(13, "", "own"),
                view(14, "broken", "own words", 5),
                view(15, "over_90", "", 5),
                view(16, "", "own too", 5),
            ]

        def quarter_of(self, review_id: int) -> str:
            return f"2025Q{review_id}"

    items = FindingSource(Kept, lambda: True).items(DAY)
    assert [one.target["finding_id"] for one in items] == [11, 12, 13, 14, 16]
    assert not list(FindingSource(Kept, lambda: False).items(DAY))


def test_collecting_is_ranked_by_money_lateness_and_broken_promises(sample: Sample) -> None:
    found = [one for one in sample.session.work.items(DAY) if one.kind == COLLECT]
    same_money = [one for one in found if one.amount and one.amount.currency == "CNY"]
    ranks = [one.amount.minor * one.weight for one in same_money if one.amount]
    assert ranks == sorted(ranks, reverse=True)
    assert any(one.reason == "work.collect.broken" for one in found)


def test_a_week_later_the_data_is_old(sample: Sample) -> None:
    newest = DAY + timedelta(40)
    found = sample.session.work.agenda(newest)
    assert found.data is not None
    assert found.data.reason == "work.data.stale"


def test_done_is_undone_by_the_history(sample: Sample) -> None:
    work = sample.session.work
    before = [one.key for one in work.items(DAY)]
    work.done(before[0], DAY)
    assert [one.key for one in work.items(DAY)] == before[1:]
    sample.session.history.undo()
    assert [one.key for one in work.items(DAY)] == before


def test_the_figures_of_every_month_end_are_the_boards(sample: Sample) -> None:
    days = month_ends(DAY)
    told = SqlKpiReader(sample.store).standings(days, 365)
    for day in days:
        board = sample.session.aging.board(AgingQuery(day, by=Grouping.CURRENCY))
        for row in board.rows:
            found = told[day][row.currency]
            assert (found.balance, found.debits, found.overdue) == (
                row.balance,
                sum(row.buckets),
                row.overdue,
            )


def test_the_tiles_have_twelve_points_and_follow_their_targets(sample: Sample) -> None:
    tiles = {one.key: one for one in sample.session.work.kpis(DAY)}
    assert list(tiles) == ["receivables", "overdue_rate", "dso", "promises_kept"]
    assert all(len(one.points) == 12 and one.points[-1] == (DAY, one.value) for one in tiles.values())
    assert tiles["receivables"].state == "ok"
    assert tiles["overdue_rate"].state == "miss"
    count_back = tiles["dso"].more["count_back"]
    assert count_back is not None
    work = sample.session.work
    work.set_target("dso", "90 ")
    assert next(one for one in work.kpis(DAY) if one.key == "dso").state == "ok"
    work.set_target("dso", "")
    assert next(one for one in work.kpis(DAY) if one.key == "dso").state == "none"
    with pytest.raises(DomainError, match=r"kpi\.bad_target"):
        work.set_target("dso", "viel")
    with pytest.raises(DomainError, match=r"kpi\.unknown"):
        work.set_target("no", "1")
    sample.session.history.undo()
    sample.session.history.undo()


def test_states_beside_a_target() -> None:
    number = Decimal
    assert state_of(number(75), number(75), low_is_good=True) == "ok"
    assert state_of(number("82.5"), number(75), low_is_good=True) == "near"
    assert state_of(number("82.6"), number(75), low_is_good=True) == "miss"
    assert state_of(number("0.7"), number("0.8"), low_is_good=False) == "miss"
    assert state_of(number("0.73"), number("0.8"), low_is_good=False) == "near"
    assert state_of(None, number(1), low_is_good=True) == "none"


def test_the_forecast_is_the_receivables(sample: Sample) -> None:
    found = sample.session.work.forecast(DAY)
    tile = sample.session.work.kpis(DAY)[0]
    assert tile.value == found.receivables.major()
    board = sample.session.aging.board(AgingQuery(DAY, in_base=True))  # converts cell by cell
    assert abs(found.receivables.minor - board.totals[0].balance) < len(board.rows) * 6
    parts = [week.total.minor for week in found.weeks] + [one.minor for one in found.left_out.values()]
    assert sum(parts) + found.later.minor + found.on_account.minor == found.receivables.minor
    assert {"disputed", "insolvent", "handed_over"} <= found.left_out.keys()
    assert any(one.zh == "春节" for week in found.weeks for one in week.holidays)
    promised = sum(
        view.promise.amount
        for view in sample.session.collection.promises(None, DAY)
        if view.state is PromiseState.OPEN and view.promise.currency == "CNY"
    )
    assert 0 < sum(week.dated.minor for week in found.weeks) < promised * 3


def test_a_habit_is_the_median_of_signed_days_late(sample: Sample) -> None:
    reader = SqlForecastReader(sample.store)
    habit = reader.habit(DAY, DAY - timedelta(365), 5)
    late: dict[int, list[int]] = {}
    rows = sample.store.raw.execute(
        """SELECT d.customer_id, d.due_date, max(CASE WHEN c.kind = 'receipt' THEN a.date END), d.amount,
                  sum(a.amount)
           FROM document d JOIN allocation a ON a.debit_id = d.id JOIN document c ON c.id = a.credit_id
           WHERE d.kind = 'invoice' AND d.has_plan = 0 AND a.date <= '2025-12-31' GROUP BY d.id"""
    ).fetchall()
    for customer_id, due, paid, amount, settled in rows:
        if amount == settled and paid and paid >= (DAY - timedelta(365)).isoformat():
            days = (date.fromisoformat(paid) - date.fromisoformat(due)).days
            late.setdefault(customer_id, []).append(days)
    for customer_id, days_late in late.items():
        ordered = sorted(days_late)
        middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
        if len(ordered) >= 5:
            assert abs(habit.own[customer_id] - middle) <= 0.5
        else:
            assert customer_id not in habit.own
    assert habit.settled == sum(map(len, late.values()))


def test_the_middle_of_counted_values() -> None:
    assert _middle([]) == 0
    assert _middle([(-3, 1), (4, 2), (9, 1)]) == 4
    assert _middle([(0, 1), (4, 1)]) == 2


def test_a_set_of_marks_survives_a_changed_item(store: SqlStore) -> None:
    given = item("a:1", 0, 5)
    work = listing(store, Given(given))
    work.done("a:1", DAY)
    assert keys(listing(store, Given(replace(given, due=DAY + timedelta(2))))) == []
