"""Stress scenarios: whom they strike on a day's debtors, as JSON and back, and what breaks us."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.problem import DomainError
from app.domain.stress import Base, Debtor, Event, EventKind, run
from app.domain.stress_scenario import (
    SHIPPED,
    Shock,
    StressScenario,
    Whom,
    breaking,
    division,
    parse,
    ranked,
    resolve,
    scenario_of,
    to_json,
    together,
)

DEBTORS = (
    Debtor(1, 600_00, 400_00, country="CN", industry="C3411", currency="CNY", grade="A"),
    Debtor(2, 300_00, 0, country="DE", industry="C34", currency="EUR", grade="B"),
    Debtor(2, 400_00, 0, country="DE", industry="C34", currency="CNY", grade="B"),
    Debtor(3, 100_00, 0, country="US", industry="", currency="USD", grade="C"),
)
BY_CODE = {one.code: one for one in SHIPPED}


def struck(code: str) -> set[int]:
    events = resolve(BY_CODE[code], DEBTORS, "CN", "CNY")
    return set(run(DEBTORS, events, Base()).struck)


def test_whom_the_shipped_ones_strike() -> None:
    assert ranked(DEBTORS) == [2, 1, 3]
    assert struck("largest_fails") == {2}
    assert struck("top_five_late") == {1, 2, 3}
    assert struck("industry_fails") == {1, 2}
    assert struck("country_fails") == {2}
    assert struck("downgrade") == {1, 2, 3}
    assert struck("currency_falls") == {2, 3}
    assert struck("dso_plus") == set()


def test_a_currency_that_falls_is_not_insured() -> None:
    debtor = Debtor(1, 1000_00, 1000_00, currency="USD")
    events = [Event(EventKind.CURRENCY, Decimal(10), currency="USD")]
    found = run([debtor], events, Base())
    assert (found.loss, found.indemnity) == (100_00, 0)


def test_chosen_customers_and_grades() -> None:
    chosen = Shock(EventKind.FAIL, Decimal(50), Whom.CUSTOMER, values=("3",))
    graded = Shock(EventKind.FAIL, Decimal(50), Whom.GRADE, values=("A",))
    both = StressScenario("", (chosen, graded))
    assert set(run(DEBTORS, resolve(both, DEBTORS, "CN", "CNY"), Base()).struck) == {1, 3}


def test_nobody_in_an_unknown_industry() -> None:
    none = [Debtor(1, 100_00)]
    events = resolve(BY_CODE["industry_fails"], none, "CN", "CNY")
    assert run(none, events, Base()).rows == ()


def test_what_breaks_us() -> None:
    found = breaking(DEBTORS, Base(cash=None, equity=500_00))
    assert (found.known, found.failures, found.weakest) == (True, (2,), (2,))
    assert found.loss_percent is not None
    assert found.dso_days is None
    assert not breaking(DEBTORS, Base()).known
    slow = breaking(DEBTORS, Base(daily_sales=10_00, cash=95_00))
    assert slow.dso_days == 10


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "no_json"),
        ("{}", "no_shocks"),
        ('{"shocks": []}', "no_shocks"),
        ('{"shocks": [1]}', "no_shocks"),
        ('{"shocks": [{"kind": "flood"}]}', "bad_shock"),
        ('{"shocks": [{"kind": "fail", "severity": 101}]}', "severity"),
        ('{"shocks": [{"kind": "delay", "severity": "NaN"}]}', "severity"),
        ('{"shocks": [{"kind": "fail", "severity": 5, "whom": "largest", "count": -1}]}', "count"),
        ('{"shocks": [{"kind": "fail", "severity": 5, "whom": "customer", "values": ["x"]}]}', "customer"),
        ('{"shocks": [{"kind": "fail", "severity": 5, "whom": "grade"}]}', "nobody"),
        ('{"shocks": [{"kind": "downgrade", "severity": NaN}]}', "severity"),
        ('{"shocks": [{"kind": "limits_withdrawn", "severity": -5}]}', "severity"),
        ('{"shocks": [{"kind": "fail", "severity": 5, "whom": "largest", "count": 0}]}', "count"),
        ('{"shocks": [{"kind": "fail", "severity": 5, "whom": "customer", "values": "12"}]}', "bad_shock"),
        ('{"shocks": [{"kind": "fail", "severity": 5, "whom": "industry", "values": [""]}]}', "bad_shock"),
        ('{"shocks": [{"kind": "fail"}]}', "bad_shock"),
        ('{"shocks": [{"kind": "fail", "severty": 50}]}', "unknown_name"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, code: str) -> None:
    with pytest.raises(DomainError, match=rf"stress\.{code}"):
        parse(text)


def test_industries_by_their_division() -> None:
    assert [division(code) for code in ("C3411", "2592", "C", "")] == ["C34", "25", "C", ""]


shocks = st.one_of(
    st.builds(
        Shock,
        st.sampled_from([EventKind.FAIL, EventKind.DELAY, EventKind.DSO, EventKind.CURRENCY]),
        st.decimals(0, 100, places=1),
        st.just(Whom.LARGEST),
        st.integers(1, 9),
    ),
    st.builds(Shock, st.just(EventKind.DOWNGRADE)),
)
scenarios = st.lists(shocks, min_size=1, max_size=4).map(lambda found: StressScenario("", tuple(found)))


@given(scenarios)
def test_json_and_back(scenario: StressScenario) -> None:
    assert scenario_of(json.loads(json.dumps(to_json(scenario)))) == scenario


@given(scenarios, scenarios)
def test_more_shocks_never_cost_less(one: StressScenario, two: StressScenario) -> None:
    base = Base(daily_sales=1_00, cash=0)
    alone = run(DEBTORS, resolve(one, DEBTORS, "CN", "CNY"), base)
    both = run(DEBTORS, resolve(together([one, two]), DEBTORS, "CN", "CNY"), base)
    assert both.loss >= alone.loss
    assert both.net >= alone.net
    assert both.missing + both.delayed >= alone.missing + alone.delayed
    assert both.loss <= sum(debtor.open for debtor in DEBTORS)


def test_what_is_below_zero_already_needs_no_shock() -> None:
    debtors = [Debtor(1, 1000, due_soon=1000), Debtor(2, 500, due_soon=500)]
    found = breaking(debtors, Base(10, -5, 1200))
    assert (found.already, found.failures, found.loss_percent) == (("cash",), (1, 2), 81)
    assert (found.dso_days, found.late_days) == (None, None)
    assert breaking(debtors, Base(10, -5, None)).already == ("cash",)
    assert breaking(debtors, Base(10, -5, None)).failures is None
    assert breaking(debtors, Base(10, 5, 1200)).already == ()


def weekly(expected: tuple[int, ...], open_: int = 1000) -> Debtor:
    return Debtor(1, open_, due_soon=expected[-1], expected=expected)


def test_money_that_fails_lowers_only_the_weeks_after_it_was_expected() -> None:
    base = Base(0, 100, None, 28, (100, 900, 1000, 1100))
    debtors = [weekly((0, 0, 600, 1000))]
    assert run(debtors, [Event(EventKind.FAIL, Decimal(100))], base).cash == 100
    assert run(debtors, [Event(EventKind.FAIL, Decimal(50))], base).cash == 100
    early = [weekly((1000, 1000, 1000, 1000))]
    failed = run(early, [Event(EventKind.FAIL, Decimal(100))], base)
    assert (failed.cash, failed.missing, failed.delayed) == (-900, 1000, 0)


def test_late_money_comes_with_its_week() -> None:
    base = Base(0, 100, None, 28, (100, 900, 1000, 1100))
    debtors = [weekly((200, 400, 400, 1000))]
    late = run(debtors, [Event(EventKind.DELAY, Decimal(7))], base)
    assert late.rows[0].lacks == (200, 200, 0, 600)
    assert (late.delayed, late.cash) == (600, -100)
    half = run(debtors, [Event(EventKind.DELAY, Decimal("3.5"))], base)
    assert half.rows[0].lacks == (100, 100, 0, 300)
    slow = run(debtors, [Event(EventKind.DSO, Decimal(10))], Base(10, 100, None, 28, base.weeks))
    assert slow.cash == 30


@given(
    st.lists(st.integers(0, 300), min_size=4, max_size=4),
    st.decimals(0, 100, places=1),
    st.decimals(0, 100, places=1),
    st.sampled_from([EventKind.FAIL, EventKind.DELAY, EventKind.DSO]),
)
def test_by_weeks_too_worse_never_leaves_more(
    parts: list[int], one: Decimal, two: Decimal, kind: EventKind
) -> None:
    ends = tuple(sum(parts[: place + 1]) for place in range(4))
    debtors = [Debtor(1, 1200, due_soon=ends[-1], expected=ends)]
    base = Base(10, 100, 500, 28, (100, 150, 120, 300))
    mild, hard = (run(debtors, [Event(kind, each)], base) for each in sorted((one, two)))
    assert (hard.cash or 0) <= (mild.cash or 0)
    assert hard.delayed >= mild.delayed
    if kind is EventKind.FAIL:
        assert (hard.cash or 0) >= min(base.weeks) - hard.missing
