"""Insurance deadlines: the worked timeline, working days, several anchors, the last safe day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import WeekendsOnly
from app.domain.insurance_deadline import add_period, deadline, due_by_terms, mep_end, move_working, safe_day
from app.domain.policy import Anchor, Basis, Period, PolicyTerms

CALENDAR = WeekendsOnly()
_FILE = Path(__file__).parents[1] / "oracles" / "insurance.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_FILE.read_text("utf-8"))["cases"]
}
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_the_worked_timeline_with_an_inclusive_first_leg() -> None:
    given_, expected = CASES["P15"]["inputs"], CASES["P15"]["expected"]
    due = due_by_terms(
        date.fromisoformat(given_["invoice_date"]), given_["terms_days"], counts_first_day=True
    )
    notify = add_period(due, Period(Anchor.DUE, given_["notify_days_after_due"]), CALENDAR, "GB")
    claim = add_period(
        notify, Period(Anchor.NOTICE, given_["waiting_days_from_notification"]), CALENDAR, "GB"
    )
    paid = add_period(claim, Period(Anchor.WAITING_END, given_["payment_days"]), CALENDAR, "GB")
    found = [day.isoformat() for day in (due, notify, claim, paid)]
    assert found == [expected[name] for name in ("due_date", "notify_by", "claim_from", "pay_by")]


def test_the_earliest_of_several_periods_counts() -> None:
    terms = PolicyTerms(margin_days=0, claim=(Period(Anchor.DUE, 240), Period(Anchor.DUE, months=8)))
    due = date(2025, 1, 31)
    found = deadline(terms.claim, {Anchor.DUE: due}, terms, CALENDAR, "US")
    assert found is not None
    assert found.day == date(2025, 9, 28)
    assert [each.day for each in found.reckonings] == [date(2025, 9, 28), date(2025, 9, 30)]


def test_no_anchor_no_deadline() -> None:
    terms = PolicyTerms(notify=(Period(Anchor.KNOWLEDGE, 10),))
    assert deadline(terms.notify, {Anchor.DUE: date(2025, 1, 1)}, terms, CALENDAR, "CN") is None


def test_working_days_and_months_that_are_too_short() -> None:
    friday = date(2025, 1, 3)
    assert add_period(friday, Period(Anchor.KNOWLEDGE, 10, basis=Basis.WORKING), CALENDAR, "CN") == date(
        2025, 1, 17
    )
    assert add_period(date(2025, 8, 31), Period(Anchor.DUE, months=6), CALENDAR, "CN") == date(2026, 2, 28)


def test_the_maximum_extension_runs_from_the_original_due_date() -> None:
    assert mep_end(date(2025, 1, 31), PolicyTerms(max_extension_days=60)) == date(2025, 4, 1)
    assert mep_end(date(2025, 1, 31), PolicyTerms()) is None


@given(days, st.integers(0, 30))
def test_the_last_safe_day_is_a_working_day_before(day: date, margin: int) -> None:
    safe = safe_day(day, margin, CALENDAR, "CN")
    assert safe <= day
    assert CALENDAR.is_working_day(safe, "CN")


@given(days, st.integers(1, 60))
def test_working_days_there_and_back(day: date, n: int) -> None:
    there = move_working(day, n, CALENDAR, "CN")
    assert there > day
    assert CALENDAR.is_working_day(there, "CN")
    assert move_working(there, -n, CALENDAR, "CN") <= day
