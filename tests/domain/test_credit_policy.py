"""What a credit policy earns, and what stress takes: worked cases and laws."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.credit_policy import (
    Economy,
    Rule,
    Segment,
    breakeven,
    carry,
    frontier,
    outcome,
    simulate,
    together,
)
from app.domain.problem import DomainError
from app.domain.stress import Base, Debtor, Event, EventKind, reverse, run, tornado

_FILE = Path(__file__).parents[1] / "oracles" / "provision.json"
CASE = next(
    case
    for case in json.loads(_FILE.read_text("utf-8"), parse_float=Decimal)["cases"]
    if case["id"] == "expected_profit"
)


def test_the_default_rate_at_which_a_sale_earns_nothing() -> None:
    given_, expected = CASE["inputs"], CASE["expected"]
    sale, margin = given_["sale"] * 100, given_["margin"] * 100
    days, capital = Decimal(given_["days"]), given_["cost_of_capital"] * 100
    cost = carry(sale, margin, days, capital) / 100
    assert float(cost) == pytest.approx(float(expected["carry_on_cost"]), abs=1e-6)
    found = breakeven(sale, margin, days, capital)
    assert found is not None
    assert float(found / 100) == pytest.approx(float(expected["breakeven_pd"]), abs=1e-5)
    at_it = Segment("C", sale, margin, found)
    assert abs(outcome(at_it, Rule("C", days), Economy(capital)).profit) <= 1
    assert breakeven(0, margin, days, capital) is None


def test_insurance_discount_and_prepayment_each_cost_and_save() -> None:
    segment, economy = Segment("C", 1000_000_00, Decimal(20), Decimal(5)), Economy()
    plain = outcome(segment, Rule("C", Decimal(60)), economy)
    assert (plain.margin, plain.loss, plain.stressed_loss) == (200_000_00, 50_000_00, 150_000_00)
    insured = outcome(segment, Rule("C", Decimal(60), insured=Decimal(100), premium=Decimal("0.4")), economy)
    assert (insured.loss, insured.premium) == (5_000_00, 4_000_00)
    paid_first = outcome(segment, Rule("C", Decimal(60), prepaid=Decimal(50)), economy)
    assert (paid_first.loss, paid_first.receivables * 2) == (25_000_00, plain.receivables)
    discounted = outcome(
        segment, Rule("C", Decimal(60), discount=Decimal(2), discount_taken=Decimal(50)), economy
    )
    assert discounted.discount == 10_000_00


def test_a_grade_without_a_rule() -> None:
    with pytest.raises(DomainError, match=r"credit_policy\.no_rule"):
        simulate([Segment("A", 1, Decimal(1), Decimal(1))], [], Economy())


def test_policies_no_other_beats() -> None:
    assert frontier([(10, 5), (12, 5), (8, 2), (8, 3), (12, 5)]) == [1, 2, 4]


shares = st.decimals(0, 100, places=1)
segments = st.builds(
    Segment, st.sampled_from("ABCD"), st.integers(0, 10**12), shares, shares, st.integers(0, 90).map(Decimal)
)


@given(segments, shares, shares, st.integers(0, 180).map(Decimal))
def test_costs_are_never_below_nothing_and_stress_never_helps(
    segment: Segment, prepaid: Decimal, insured: Decimal, days: Decimal
) -> None:
    found = outcome(segment, Rule(segment.grade, days, prepaid, insured=insured), Economy())
    assert min(found.carry, found.loss, found.premium, found.receivables) >= 0
    assert found.stressed_profit <= found.profit
    assert together([found]).profit == found.profit


DEBTORS = (
    Debtor(1, 600_00, 400_00, loss_rate=Decimal(2), next_rate=Decimal(5), due_soon=300_00, country="CN"),
    Debtor(2, 300_00, 0, loss_rate=Decimal(5), next_rate=Decimal(12), due_soon=300_00, currency="USD"),
    Debtor(3, 100_00, 100_00, loss_rate=Decimal(5), next_rate=Decimal(12), due_soon=50_00),
)
BASE = Base(daily_sales=10_00, cash=500_00, equity=400_00)


def test_the_largest_debtor_fails() -> None:
    found = run(DEBTORS, [Event(EventKind.FAIL, Decimal(100), frozenset({1}))], BASE)
    assert (found.loss, found.indemnity, found.net) == (600_00, 360_00, 240_00)
    assert (found.missing, found.cash, found.equity, found.breaks) == (300_00, 200_00, 160_00, False)


def test_limits_are_withdrawn_as_well() -> None:
    fails = Event(EventKind.FAIL, Decimal(100), frozenset({1}))
    both = run(DEBTORS, [fails, Event(EventKind.LIMITS_WITHDRAWN)], BASE)
    assert (both.loss, both.indemnity, both.uncovered) == (600_00, 0, 500_00)


def test_later_downgraded_weaker() -> None:
    delay = run(DEBTORS, [Event(EventKind.DELAY, Decimal(45), frozenset({1, 2}))], BASE)
    assert (delay.delayed, delay.loss) == (300_00, 0)
    down = run(DEBTORS, [Event(EventKind.DOWNGRADE)], BASE)
    assert down.provision == 18_00 + 21_00 + 7_00
    slower = run(DEBTORS, [Event(EventKind.DSO, Decimal(10))], BASE)
    assert slower.delayed == 100_00
    currency = run(DEBTORS, [Event(EventKind.CURRENCY, Decimal(10), currency="USD")], BASE)
    assert (currency.loss, currency.indemnity) == (30_00, 0)


def test_what_breaks_us() -> None:
    assert reverse(DEBTORS, BASE, [1, 2, 3]) == (1, 2)
    assert reverse(DEBTORS, BASE, [3, 2, 1]) == (3, 2, 1)
    assert reverse(DEBTORS, replace(BASE, cash=None, equity=None), [1, 2, 3]) is None


def test_the_costliest_event_first() -> None:
    named = {
        "largest": [Event(EventKind.FAIL, Decimal(100), frozenset({1}))],
        "down": [Event(EventKind.DOWNGRADE)],
    }
    assert [name for name, _ in tornado(DEBTORS, named, BASE)] == ["largest", "down"]


@pytest.mark.parametrize(
    ("event", "code"),
    [
        (Event(EventKind.FAIL, Decimal(101)), r"stress\.share"),
        (Event(EventKind.DELAY, Decimal(-1)), r"stress\.negative"),
    ],
)
def test_events_that_cannot_be(event: Event, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        run(DEBTORS, [event], BASE)


debtors = st.lists(
    st.builds(
        lambda n, owed, insured, soon: Debtor(
            n, owed, owed * insured // 100, due_soon=owed * soon // 100, next_rate=Decimal(10)
        ),
        st.integers(1, 10**6),
        st.integers(0, 10**10),
        st.integers(0, 100),
        st.integers(0, 100),
    ),
    max_size=8,
    unique_by=lambda one: one.customer_id,
)
kinds = st.sampled_from([EventKind.FAIL, EventKind.CURRENCY, EventKind.DELAY, EventKind.DSO])


@given(debtors, kinds, st.integers(0, 100), st.integers(0, 100))
def test_a_worse_event_never_costs_less(some: list[Debtor], kind: EventKind, one: int, two: int) -> None:
    mild, hard = sorted((one, two))
    a, b = (run(some, [Event(kind, Decimal(by))], BASE) for by in (mild, hard))
    assert a.loss <= b.loss
    assert a.net <= b.net
    assert a.loss + a.delayed <= b.loss + b.delayed
    assert b.loss <= sum(each.open for each in some)
    assert 0 <= b.indemnity <= b.loss
