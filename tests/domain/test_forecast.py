"""The forecast: each amount in exactly one part, on the day that its rule says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.forecast import (
    WEEKS,
    Dated,
    Habit,
    OpenAmount,
    Parts,
    forecast,
    settle_rounding,
    week_of,
    week_starts,
)

DAY = date(2025, 12, 31)
HABIT = Habit({1: 10, 2: -4}, company=3, settled=40)


def same(day: date) -> date:
    return day


def laid(*items: OpenAmount, dated: tuple[Dated, ...] = (), on_account: int = 0) -> Parts:
    return forecast(DAY, items, dated, HABIT, on_account, same)


def due(days: int, amount: int = 800, customer: int = 1, document: int = 1, **more: object) -> OpenAmount:
    return OpenAmount(customer, document, DAY + timedelta(days), amount, **more)  # type: ignore[arg-type]  # fields by name


def test_weeks_begin_on_the_day_after() -> None:
    starts = week_starts(DAY)
    assert (starts[0], starts[-1]) == (date(2026, 1, 1), date(2026, 2, 19))
    assert [week_of(DAY, start) for start in starts] == list(range(WEEKS))
    assert week_of(DAY, starts[1] - timedelta(1)) == 0


def test_an_item_comes_by_its_customers_habit_else_by_everybodys() -> None:
    assert laid(due(5)).habit[2] == 800  # 5 + 10 days: the third week
    assert laid(due(5, customer=2)).habit[0] == 800  # 5 - 4
    assert laid(due(5, customer=9)).habit[1] == 800  # 5 + 3
    assert laid(due(60)).later == 800


def test_what_is_past_its_day_is_spread() -> None:
    assert laid(due(-20)).habit == (200, 200, 200, 200, 0, 0, 0, 0)
    assert laid(due(-80)).habit == (100,) * 8
    assert sum(laid(due(-20, 803)).habit) == 803


def test_a_holiday_moves_an_item_on() -> None:
    parts = forecast(DAY, [due(4)], (), HABIT, 0, lambda day: day + timedelta(7))
    assert parts.habit[2] == 800


def test_disputed_and_doubtful_amounts_are_left_out_by_name() -> None:
    parts = laid(due(5, disputed=300), due(-9, 50, document=2, doubtful="insolvent"))
    assert parts.left_out == {"disputed": 300, "insolvent": 50}
    assert sum(parts.habit) == 500


def test_what_is_announced_comes_on_its_day_and_never_twice() -> None:
    promise = Dated(1, DAY + timedelta(9), 600, "promise", frozenset({1}))
    parts = laid(due(-20), dated=(promise, promise))
    assert parts.dated[1] == 800
    assert sum(parts.habit) == 0
    parts = laid(due(-20), due(-30, document=2), dated=(Dated(1, DAY + timedelta(90), 900, "bill"),))
    assert parts.later == 900
    assert parts.total == 1600


def test_rounding_goes_to_the_greatest_part() -> None:
    parts = Parts((5, 90) + (0,) * 6, (0,) * 8, later=3)
    assert settle_rounding(parts, 100).habit[1] == 92
    assert settle_rounding(Parts((5,) + (0,) * 7, (0,) * 8, later=30), 34).later == 29
    assert settle_rounding(parts, parts.total) is parts
    aside = Parts((0,) * 8, (0,) * 8, left_out={"old": 50, "disputed": 9})
    assert settle_rounding(aside, 58) == Parts((0,) * 8, (0,) * 8, left_out={"old": 49, "disputed": 9})


amounts = st.builds(
    OpenAmount,
    st.integers(1, 4),
    st.integers(1, 9),
    st.integers(-400, 200).map(lambda days: DAY + timedelta(days)),
    st.integers(1, 10**9),
    st.integers(0, 10**9),
    st.sampled_from(("", "", "", "insolvent", "old")),
)
announced = st.builds(
    Dated,
    st.integers(1, 4),
    st.integers(-5, 90).map(lambda days: DAY + timedelta(days)),
    st.integers(1, 10**9),
    st.just("promise"),
    st.sets(st.integers(1, 9), max_size=2).map(frozenset),
)


@given(st.lists(amounts, max_size=12), st.lists(announced, max_size=6), st.integers(-(10**9), 0))
@settings(max_examples=60)
def test_the_parts_sum_to_the_receivables(
    items: list[OpenAmount], dated: list[Dated], on_account: int
) -> None:
    parts = forecast(DAY, items, dated, HABIT, on_account, same)
    assert parts.total == sum(item.open for item in items) + on_account
    assert min((*parts.habit, *parts.dated, parts.later)) >= 0
    assert sum(parts.dated) <= sum(one.amount for one in dated)
