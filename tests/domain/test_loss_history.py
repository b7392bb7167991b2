"""Rates from flows: what came stayed, was paid or lost; shares within the whole; buckets and their days."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import month_after
from app.domain.derivation_text import derivation_of, derivation_text
from app.domain.loss_history import Cohort, Flow, by_chain, by_cohorts, by_rolls, chain_table, roll_table
from app.domain.provision import Scenario, multiplier
from app.domain.provision_policy import Ageing
from app.domain.provision_sheet import Buckets

DAYS = tuple(month_after(date(2025, 12, 31), -back, 31) for back in range(14, -1, -1))
BOARD = Buckets(Ageing.BOARD, (30, 60, 90))
YEARS = Buckets(Ageing.YEARS)


@st.composite
def flows(draw: st.DrawFn) -> list[Flow]:
    """Debts that are paid or lost by parts, never more than they are."""
    found = []
    for _ in range(draw(st.integers(0, 12))):
        born = draw(st.integers(0, len(DAYS) - 1))
        aged = DAYS[born] + timedelta(draw(st.integers(-20, 60)))
        left = draw(st.integers(1, 10**8))
        found.append(Flow("", aged, born, born, "came", left))
        for _ in range(draw(st.integers(0, 3))):
            part = draw(st.integers(0, left))
            left -= part
            kind = draw(st.sampled_from(["paid", "lost"]))
            found.append(Flow("", aged, born, draw(st.integers(born, len(DAYS) - 1)), kind, part))
    return found


@given(flows())
def test_what_was_there_stayed_was_paid_or_lost(some: list[Flow]) -> None:
    rolls = roll_table(some, DAYS, BOARD.place, BOARD.count)
    chain = chain_table(some, DAYS, BOARD.place, BOARD.count)
    for day, row in zip(rolls.days, rolls.balances, strict=True):
        at = DAYS.index(day)
        came = sum(one.amount for one in some if one.kind == "came" and one.on <= at)
        went = sum(one.amount for one in some if one.kind != "came" and one.on <= at)
        assert sum(row) == came - went
    # All that stood in a bucket at the beginning of a period is somewhere at its end.
    begun = [sum(row[place] for row in rolls.balances[:-1]) for place in range(BOARD.count)]
    assert [chain.total(place) for place in range(BOARD.count)] == begun
    assert all(roll is None or 0 <= roll <= 100 for roll in rolls.rolls)
    assert all(paid + lost == 1 and min(paid, lost) >= 0 for paid, lost in chain.ends)


@given(flows(), st.decimals(0, 100, places=1))
def test_rates_lie_within_the_whole_or_say_why_there_are_none(some: list[Flow], lgd: Decimal) -> None:
    rolls = by_rolls("", roll_table(some, DAYS, BOARD.place, BOARD.count), 14, 12, lgd)
    chain = by_chain("", chain_table(some, DAYS, BOARD.place, BOARD.count), 14, 12)
    for found in (rolls, chain):
        assert all(rate is None or 0 <= rate <= 100 for rate in found.rates)
        assert bool(found.why) == any(rate is None for rate in found.rates)
    if not rolls.why:
        # What rolls on can only lose: later buckets lose at least as much.
        known = [rate for rate in rolls.rates if rate is not None]
        assert known == sorted(known)
        assert known[-1] == lgd


def test_no_sales_say_so() -> None:
    assert by_cohorts("", [], 12, 12, 5).why == "too_short"


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from([BOARD, YEARS]), st.integers(1, 4))
def test_a_bucket_begins_on_the_day_it_is_reached(aged: date, buckets: Buckets, place: int) -> None:
    first = buckets.reached(aged, place)
    assert buckets.place(aged, first) == place
    assert buckets.place(aged, first - timedelta(1)) == place - 1
    assert buckets.place(aged, aged) == 0


def test_buckets_of_about_a_month() -> None:
    assert BOARD.monthly
    assert not Buckets(Ageing.BOARD, (15, 30, 60)).monthly
    assert (YEARS.count, BOARD.count, BOARD.starts) == (6, 5, (0, 1, 31, 61, 91))


@given(st.lists(st.tuples(st.integers(1, 50), st.decimals(0, 5, places=2)), min_size=1, max_size=4))
def test_scenarios_weigh_between_the_best_and_the_worst(parts: list[tuple[int, Decimal]]) -> None:
    rest = 100 - sum(weight for weight, _ in parts[:-1])
    weights = [*(weight for weight, _ in parts[:-1]), rest]
    if rest < 0:
        return
    scenarios = [
        Scenario(str(place), Decimal(weight), by)
        for place, (weight, (_, by)) in enumerate(zip(weights, parts, strict=True))
    ]
    times = [by for _, by in parts]
    assert min(times) <= multiplier(scenarios) <= max(times)


@given(flows())
def test_a_derivation_is_kept_to_the_letter(some: list[Flow]) -> None:
    rolls = by_rolls("A", roll_table(some, DAYS, BOARD.place, BOARD.count), 14, 12, Decimal(60))
    chain = by_chain("", chain_table(some, DAYS, BOARD.place, BOARD.count), 14, 12)
    cohorts = by_cohorts("", [Cohort(DAYS[0], (5, 4), (1, 1), 2)] * 12, 12, 1, 2)
    for one in (rolls, chain, cohorts):
        assert derivation_of(json.loads(json.dumps(derivation_text(one)))) == one
