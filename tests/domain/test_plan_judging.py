"""Payment plans: parts that sum to the whole, interest shown, and the day a plan breaks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.payment_plan import PaymentPlan, PlanItem, PlanPart
from app.domain.plan_judging import (
    Every,
    PartState,
    PlanState,
    Settled,
    check_plan,
    propose_parts,
    standing,
)
from app.domain.problem import DomainError

T = date(2025, 6, 1)
PLAN = PaymentPlan(1, "CNY", T, "PL-1", grace_days=3, id=1)
ITEMS = [PlanItem(1, 7, 200), PlanItem(1, 8, 100, settled_then=50)]
PARTS = [PlanPart(1, n, T + timedelta(30 * n), 100) for n in (1, 2, 3)]


def day(n: int) -> date:
    return T + timedelta(n)


def settled(*moves: tuple[int, int, int]) -> Settled:
    """(document, day, amount) of each move; document 8 had 50 settled before the plan."""
    found: dict[tuple[int, int | None], list[tuple[date, int]]] = {(8, None): [(day(-20), 50)]}
    for document, on, amount in moves:
        found.setdefault((document, None), []).append((day(on), amount))
    return found


def test_equal_parts_by_the_largest_remainder() -> None:
    parts = propose_parts(10_000, 3, date(2025, 1, 31), Every.MONTH)
    assert [part.amount for part in parts] == [3334, 3333, 3333]
    assert [part.due_on for part in parts] == [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]
    weeks = propose_parts(5, 2, T, Every.TWO_WEEKS)
    assert [part.due_on for part in weeks] == [T, T + timedelta(14)]


def test_interest_is_simple_on_what_is_unpaid() -> None:
    """100,000.00 at 6 % a year: 31 days on all of it, then 28 days on half: 509.59 and 230.14."""
    parts = propose_parts(10_000_000, 2, date(2025, 2, 1), Every.MONTH, Decimal(6), date(2025, 1, 1))
    assert [part.interest for part in parts] == [50_959, 23_014]
    assert all(part.interest == 0 for part in propose_parts(100, 2, T, Every.WEEK))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((100, 0, T, Every.WEEK), "bad_count"),
        ((100, 61, T, Every.WEEK), "bad_count"),
        ((2, 3, T, Every.WEEK), "too_small"),
        ((100, 2, T, Every.WEEK, Decimal(99)), "bad_rate"),
        ((100, 2, T, Every.WEEK, Decimal(-1)), "bad_rate"),
        ((100, 2, T, Every.WEEK, None, T + timedelta(1)), "before_agreed"),
        ((100, 2, date(2100, 12, 31), Every.WEEK), "bad_date"),
    ],
)
def test_impossible_proposals_are_refused(arguments: tuple[object, ...], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        propose_parts(*arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("items", "parts", "code"),
    [
        ([], PARTS, "no_items"),
        (ITEMS, PARTS[:2], "payment_plan.sum"),
        (ITEMS, [], "bad_count"),
        (ITEMS, [PARTS[1], PARTS[0], PARTS[2]], "order"),
        ([*ITEMS, PlanItem(1, 9, 0)], PARTS, "no_amount"),
    ],
)
def test_a_plan_must_fit_its_items(items: list[PlanItem], parts: list[PlanPart], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        check_plan(PLAN, items, parts)


@pytest.mark.parametrize(
    ("moves", "as_of", "state", "paid", "broken"),
    [
        ([], 30, PlanState.RUNNING, 0, None),
        ([], 33, PlanState.RUNNING, 0, None),
        ([], 34, PlanState.BROKEN, 0, 34),
        ([(7, 33, 100)], 50, PlanState.RUNNING, 100, None),
        ([(7, 34, 100)], 50, PlanState.BROKEN, 100, 34),
        ([(7, 20, 60), (8, 25, 40)], 63, PlanState.RUNNING, 100, None),
        ([(7, 20, 200), (8, 20, 100)], 21, PlanState.KEPT, 300, None),
        ([(7, 20, 200), (7, 20, 900)], 21, PlanState.RUNNING, 200, None),
        ([(7, 10, 100), (7, 40, -100)], 39, PlanState.RUNNING, 100, None),
        ([(7, 10, 100), (7, 40, -100)], 40, PlanState.BROKEN, 0, 40),
        ([(7, 10, 100), (7, 20, -100), (7, 30, 100)], 50, PlanState.RUNNING, 100, None),
    ],
)
def test_a_plan_breaks_the_day_after_a_part_and_its_grace(
    moves: list[tuple[int, int, int]], as_of: int, state: PlanState, paid: int, broken: int | None
) -> None:
    found = standing(PLAN, ITEMS, PARTS, settled(*moves), day(as_of))
    assert (found.state, found.paid) == (state, paid)
    assert found.broken_on == (None if broken is None else day(broken))


def test_parts_say_where_they_stand() -> None:
    found = standing(PLAN, ITEMS, PARTS, settled((7, 25, 130)), day(63))
    assert [(one.state, one.paid) for one in found.parts] == [
        (PartState.PAID, 100),
        (PartState.DUE, 30),
        (PartState.OPEN, 0),
    ]
    assert found.parts[0].paid_on == day(25)
    assert found.next_part == PARTS[1]
    assert standing(PLAN, ITEMS, PARTS, settled(), day(64)).parts[1].state is PartState.MISSED


def test_a_closed_plan_is_cancelled_from_its_day() -> None:
    closed = PaymentPlan(1, "CNY", T, "PL-1", closed_on=day(10), outcome="cancelled")
    assert standing(closed, ITEMS, PARTS, settled(), day(10)).state is PlanState.CANCELLED
    assert standing(closed, ITEMS, PARTS, settled(), day(9)).state is PlanState.RUNNING


@settings(max_examples=100, deadline=None)
@given(
    st.integers(60, 10**12),
    st.integers(1, 60),
    st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    st.sampled_from(Every),
    st.decimals(0, 36, places=2),
)
def test_parts_sum_to_the_whole_and_lie_in_order(
    total: int, count: int, first: date, every: Every, rate: Decimal
) -> None:
    parts = propose_parts(total, count, first, every, rate, first)
    assert sum(part.amount for part in parts) == total
    assert max(part.amount for part in parts) - min(part.amount for part in parts) <= 1
    assert all(before.due_on < after.due_on for before, after in pairwise(parts))
    assert all(part.interest >= 0 for part in parts)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([7, 8]), st.integers(0, 120), st.integers(1, 150)), max_size=6),
    st.integers(0, 120),
    st.randoms(),
)
def test_the_order_receipts_arrive_in_changes_nothing(
    moves: list[tuple[int, int, int]], as_of: int, chance: object
) -> None:
    mixed = list(moves)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    expected = standing(PLAN, ITEMS, PARTS, settled(*moves), day(as_of))
    assert standing(PLAN, ITEMS, PARTS, settled(*mixed), day(as_of)) == expected
    assert 0 <= expected.paid <= 300
    assert sum(one.paid for one in expected.parts) == expected.paid
