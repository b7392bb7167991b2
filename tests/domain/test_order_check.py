"""When an overdue rule would have held: the running sums agree with plain counting on every day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.exposure import OrderLine, prepaid_once
from app.domain.order_check import Late, OverdueRule, Segment, held_spans, holds, late_of

START = date(2025, 1, 1)
DAYS = st.integers(-40, 60)


def on(day: int) -> date:
    return START + timedelta(day)


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    first = draw(DAYS)
    return Segment(
        Decimal(draw(st.integers(0, 50))), on(draw(DAYS)), on(first), on(first + draw(st.integers(0, 60)))
    )


@given(st.lists(segments(), max_size=6), st.integers(0, 10), st.integers(0, 60), st.integers(0, 900))
def test_held_spans_are_the_days_on_which_the_rule_holds(
    debts: list[Segment], margin: int, small: int, most: int
) -> None:
    rule = OverdueRule(margin, Decimal(small), Decimal(most))
    end = on(45)
    held: set[date] = set()
    for span in held_spans(debts, rule, START, end):
        days = {span.start + timedelta(n) for n in range((span.end - span.start).days + 1)}
        worst = max(_late(debts, day, rule).amount_days for day in days)
        assert span.worst.amount_days == worst
        assert not held & days
        held |= days
    for n in range(46):
        assert (on(n) in held) is holds(_late(debts, on(n), rule), rule), n


def _late(debts: list[Segment], day: date, rule: OverdueRule) -> Late:
    return late_of([(d.amount, (day - d.due).days) for d in debts if d.start <= day < d.end], rule)


def test_a_span_that_ends_before_it_begins_holds_nobody() -> None:
    assert held_spans([], OverdueRule(), START, START - timedelta(1)) == []


LINES = st.lists(
    st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100)).map(
        lambda n: (OrderLine(n[0], prepaid=n[1]), n[2])
    ),
    max_size=5,
)


@given(LINES, st.integers(-200, 0))
def test_what_the_ledger_shows_as_money_is_not_taken_off_an_order_again(
    orders: list[tuple[OrderLine, int]], unapplied: int
) -> None:
    """Beyond payments on invoices, what is prepaid and what stands on account count as one money."""
    netted = prepaid_once(orders, unapplied)
    beyond = sum(max(0, line.prepaid - paid) for line, paid in orders)
    assert sum(line.prepaid for line in netted) == max(0, beyond - abs(unapplied))
    assert all(0 <= now.prepaid <= was.prepaid for now, (was, _) in zip(netted, orders, strict=True))
