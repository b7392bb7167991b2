"""Names of backups, and which of them are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.backup import BackupKind, BackupMark, file_name, kept, parse_name, safe_stem

SHANGHAI = timezone(timedelta(hours=8))
START = datetime(2025, 1, 1, 9, tzinfo=SHANGHAI)
MARKS = st.lists(st.integers(0, 900), max_size=120).map(
    lambda hours: [
        BackupMark(number, START + timedelta(hours=11 * hour), BackupKind.CLOSE)
        for number, hour in enumerate(hours, 1)
    ]
)
"""Backups in the order of making, at times a clock told that may jump anywhere."""


@given(MARKS)
@settings(max_examples=80, deadline=None)
def test_never_more_than_thirty_three_and_always_the_newest(marks: list[BackupMark]) -> None:
    stay = kept(marks)
    assert stay <= set(marks)
    assert len(stay) <= 33
    assert set(marks[-10:]) <= stay


@given(MARKS)
@settings(max_examples=80, deadline=None)
def test_each_period_is_kept_by_the_newest_of_it(marks: list[BackupMark]) -> None:
    for mark in kept(marks) - set(marks[-10:]):
        later = [one for one in marks if one.number > mark.number]
        assert (
            all(one.at.date() != mark.at.date() for one in later)
            or all(one.at.isocalendar()[:2] != mark.at.isocalendar()[:2] for one in later)
            or all((one.at.year, one.at.month) != (mark.at.year, mark.at.month) for one in later)
        )


@given(MARKS, st.integers())
@settings(max_examples=60, deadline=None)
def test_the_order_given_does_not_matter_and_thinning_again_changes_nothing(
    marks: list[BackupMark], seed: int
) -> None:
    shuffled = [*marks]
    Random(seed).shuffle(shuffled)
    stay = kept(marks)
    assert kept(shuffled) == stay
    assert kept(stay) == stay


@given(MARKS, st.integers(1, 30_000))
@settings(max_examples=60, deadline=None)
def test_a_clock_set_back_loses_nothing_new(marks: list[BackupMark], hours: int) -> None:
    number = len(marks) + 1
    late = BackupMark(number, START - timedelta(hours=hours), BackupKind.MANUAL)
    assert late in kept([*marks, late])


def test_two_years_of_daily_work_leave_days_weeks_and_months() -> None:
    marks = [BackupMark(n, START + timedelta(days=n), BackupKind.CLOSE) for n in range(1, 731)]
    stay = sorted(kept(marks), key=lambda mark: mark.number)
    assert stay[-10:] == marks[-10:]
    assert len({(mark.at.year, mark.at.month) for mark in stay}) == 12
    assert len(stay) == 10 + 2 + 10, "days are within the ten; two more weeks; ten more months"


def test_one_wild_clock_does_not_hold_a_place_for_ever() -> None:
    wild = BackupMark(1, START.replace(year=2099), BackupKind.CLOSE)
    sane = [BackupMark(n, START + timedelta(days=n), BackupKind.CLOSE) for n in range(2, 800)]
    assert wild not in kept([wild, *sane])


@pytest.mark.parametrize("kind", list(BackupKind))
def test_a_name_says_what_the_backup_is(kind: BackupKind) -> None:
    mark = BackupMark(12, datetime(2025, 12, 31, 18, 30, 5, tzinfo=SHANGHAI), kind)
    name = file_name("恒信五金", mark)
    assert name == f"恒信五金-00012-20251231T183005+0800-{kind}.holdfast"
    assert parse_name(name) == mark


@given(st.text(max_size=90))
@settings(max_examples=150, deadline=None)
def test_any_company_makes_a_name_that_every_system_takes(stem: str) -> None:
    mark = BackupMark(100_000, datetime(2025, 1, 2, tzinfo=UTC), BackupKind.BULK)
    name = file_name(stem, mark)
    assert parse_name(name) == mark
    assert len(name) <= 120
    assert not set(name) & set('<>:"/\\|?*\n\0')


@pytest.mark.parametrize(
    ("name", "stem"),
    [("CON", "_CON"), ("nul.a", "_nul.a"), ("a. ", "a"), ("", "company"), ("a/b", "a_b"), ("..", "company")],
)
def test_stems(name: str, stem: str) -> None:
    assert safe_stem(name) == stem


@pytest.mark.parametrize(
    "name",
    [
        "恒信五金.holdfast",
        "a-00001-20251301T000000+0800-close.holdfast",
        "a-00001-20251231T000000+0800-other.holdfast",
        "a-00001-20251231T000000+0800-close.holdfast.tmp",
    ],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert parse_name(name) is None


def test_equal_marks_count_once() -> None:
    mark = BackupMark(1, START, BackupKind.CLOSE)
    assert kept([mark, replace(mark)]) == {mark}
