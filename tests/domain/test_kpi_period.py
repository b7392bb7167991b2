"""Periods by name and by days, the one before, and how far they have gone; how a value stands to a target."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kpi_catalogue import CATALOGUE, KPI_KINDS, standing
from app.domain.kpi_period import (
    Period,
    PeriodKind,
    back_from,
    named_period,
    period_of,
    periods_between,
    span,
)
from app.domain.problem import DomainError

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
CALENDAR = st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR])


@pytest.mark.parametrize(
    ("name", "start", "end", "kind"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), PeriodKind.YEAR),
        ("2025Q4", date(2025, 10, 1), date(2025, 12, 31), PeriodKind.QUARTER),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
        ("2025-10-07..2025-12-31", date(2025, 10, 7), date(2025, 12, 31), PeriodKind.SPAN),
    ],
)
def test_names_are_read_and_given(name: str, start: date, end: date, kind: PeriodKind) -> None:
    assert named_period(f" {name.lower()} ") == Period(start, end, kind, name) == span(start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025Q5",
        "2025-13",
        "Q4",
        "2025-12-31..2025-01-01",
        "2025-02-30..2025-03-01",
        "0001Q1",
        "1899",
        "2200-01",
        "9999Q4",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(DomainError) as told:
        named_period(text)
    assert told.value.code in {"period.unknown", "period.bad_span"}


def test_a_long_span_has_one_before_it() -> None:
    long = span(date(1990, 1, 2), date(2089, 12, 31))
    assert long.before() == Period(
        date(1890, 1, 2), date(1990, 1, 1), PeriodKind.SPAN, "1890-01-02..1990-01-01"
    )
    assert back_from(long, 8) == (long.before(), long)
    assert back_from(span(date(1900, 1, 1), date(2199, 12, 31)), 8)[-1].days == 109573


@given(DAYS, CALENDAR)
def test_periods_follow_each_other_without_gap(day: date, kind: PeriodKind) -> None:
    period = period_of(day, kind)
    assert period.start <= day <= period.end
    assert period.before().end == period.before_start == period.start - timedelta(1)
    assert named_period(period.name) == period == span(period.start, period.end)
    found = back_from(period, 5)
    assert found[-1] == period
    assert [one.before() for one in found[1:]] == list(found[:-1])


def test_spans_go_back_by_their_own_days() -> None:
    period = span(date(2025, 10, 7), date(2025, 10, 16))
    assert period.before() == span(date(2025, 9, 27), date(2025, 10, 6))
    assert (period.days, period.months) == (10, 1)
    assert span(date(2025, 1, 15), date(2025, 3, 15)).months == 2


def test_a_running_period_is_cut_at_today() -> None:
    period = named_period("2025Q4")
    assert period.cut(date(2025, 11, 9)) == Period(
        date(2025, 10, 1), date(2025, 11, 9), PeriodKind.QUARTER, "2025Q4"
    )
    assert period.cut(date(2026, 1, 1)) is period


def test_all_quarters_of_a_ledger_are_found_the_newest_first() -> None:
    found = periods_between(date(2025, 2, 20), date(2025, 11, 9), PeriodKind.QUARTER)
    assert [one.name for one in found] == ["2025Q4", "2025Q3", "2025Q2", "2025Q1"]


@pytest.mark.parametrize(
    ("value", "target", "bound", "state"),
    [
        ("0.01", "0.01", "<", "near"),
        ("0.0099", "0.01", "<", "ok"),
        ("0.01", "0.01", "≤", "ok"),
        ("0.011", "0.01", "≤", "near"),
        ("0.012", "0.01", "≤", "miss"),
        ("0.8", "0.8", "≥", "ok"),
        ("0.72", "0.8", "≥", "near"),
        ("0.7", "0.8", "≥", "miss"),
        ("1", "0", "≤", "miss"),
        ("0", "0", "≤", "ok"),
        (None, "1", "≤", "none"),
        ("1", None, "≤", "none"),
    ],
)
def test_how_a_value_stands_to_its_target(
    value: str | None, target: str | None, bound: str, state: str
) -> None:
    value_, target_ = (None if one is None else Decimal(one) for one in (value, target))
    assert standing(value_, target_, bound) == state


def test_every_figure_stands_once() -> None:
    assert len(KPI_KINDS) == len(CATALOGUE) == 25
