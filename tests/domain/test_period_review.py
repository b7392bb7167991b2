"""A review's content: to JSON and back, its digest, and the list of what differs from what was reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.money import Money
from app.domain.period_review import (
    Change,
    Content,
    Part,
    Reading,
    Row,
    Sheet,
    as_json,
    content_of,
    differences,
    digest,
    quarter_named,
)
from app.domain.problem import DomainError
from app.domain.review_value import Measure, Name, Said

_TEXT = st.text(max_size=8)
_DAY = st.dates()
_NUMBER = st.decimals(allow_nan=False, allow_infinity=False, places=4)
_MONEY = st.builds(Money, st.integers(), st.sampled_from(["CNY", "USD", "JPY"]))
_NAME = st.builds(Name, _TEXT, _TEXT, st.integers(0, 9))
_MEASURE = st.builds(Measure, st.none() | _NUMBER, _TEXT)
_PLAIN = st.one_of(_MEASURE, st.none(), st.booleans(), st.integers(), _TEXT, _NUMBER, _DAY, _MONEY, _NAME)
_SAID = st.builds(Said, _TEXT, st.dictionaries(_TEXT, _PLAIN, max_size=2))
_DEEP = st.builds(Said, _TEXT, st.dictionaries(_TEXT, st.one_of(_PLAIN, _SAID), max_size=2))
_VALUE = st.one_of(_PLAIN, _DEEP)
_READING = st.builds(
    Reading,
    _TEXT,
    st.sampled_from(["money", "share", "days", "count", "number"]),
    st.none() | _NUMBER,
    st.none() | _NUMBER,
    st.none() | _NUMBER,
    st.sampled_from(["", "≤", "≥"]),
    why=st.none() | _SAID,
    note=st.none() | _SAID,
    working=st.lists(st.tuples(_TEXT, st.none() | _NUMBER, _TEXT), max_size=2).map(tuple),
    trend=st.lists(st.tuples(_TEXT, st.none() | _NUMBER), max_size=2).map(tuple),
)
_SHEET = st.lists(_VALUE, max_size=3).map(
    lambda cells: Sheet("t", tuple("abc"[: len(cells)]), (Row("1", tuple(cells)),), tuple(cells))
)
_PART = st.builds(
    Part,
    _TEXT,
    st.lists(_SAID, max_size=1).map(tuple),
    st.lists(_READING, max_size=2).map(tuple),
    st.lists(_SHEET, max_size=2).map(tuple),
    missing=st.none() | _SAID,
)
_CONTENT = st.builds(
    Content,
    _TEXT,
    _DAY,
    _DAY,
    _NAME,
    st.just("CNY"),
    st.booleans(),
    verdict=st.lists(_DEEP, max_size=2).map(tuple),
    own_verdict=_TEXT,
    made_on=st.none() | _DAY,
    strategy=st.dictionaries(_TEXT, _TEXT, max_size=2),
    parts=st.lists(_PART, max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(_CONTENT)
def test_content_comes_back_from_json_as_it_was(content: Content) -> None:
    text = as_json(content)
    assert content_of(text) == content
    assert as_json(content_of(text)) == text
    assert digest(as_json(content_of(text))) == digest(text)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"quarter": 1}', "null", '{"parts": [' * 40, '{"quarter":{"n":"x"}}']
)
def test_what_is_no_review_is_refused(text: str) -> None:
    with pytest.raises(DomainError, match=r"review\.unreadable"):
        content_of(text)


def test_quarters_by_name() -> None:
    found = quarter_named(" 2025q4 ")
    assert (found.name, found.start, found.end) == ("2025Q4", date(2025, 10, 1), date(2025, 12, 31))
    for wrong in ("2025", "2025Q5", "Q4", "0000Q1", "2025-10", ""):
        with pytest.raises(DomainError, match=r"review\.bad_quarter"):
            quarter_named(wrong)


def _content(rows: dict[str, int], dso: str = "65") -> Content:
    sheet = Sheet(
        "age",
        ("bucket", "balance"),
        tuple(Row(key, (Said(f"bucket.{key}"), Money(minor, "CNY"))) for key, minor in rows.items()),
        (Said("paper.total"), Money(sum(rows.values()), "CNY")),
    )
    figures = (Reading("dso", "days", Decimal(dso)),)
    parts = (
        Part("figures", figures=figures),
        Part("aging", sheets=(sheet,)),
        Part("actions", lines=(Said("x"),)),
    )
    return Content("2025Q4", date(2025, 10, 1), date(2025, 12, 31), Name("甲", "A"), "CNY", parts=parts)


def test_the_same_history_differs_in_nothing() -> None:
    one = _content({"a": 5, "b": 7})
    again = replace(one, own_verdict="another", made_on=date(2026, 3, 1))
    assert differences(one, again) == ()


def test_every_difference_is_named_once() -> None:
    found = differences(_content({"a": 5, "b": 7}), _content({"a": 6, "c": 9}, "66.5"))
    told = [(one.change, one.key or one.row, one.column, one.before, one.after) for one in found]
    cny = "CNY"
    assert told == [
        (Change.CHANGED, "dso", "", Decimal(65), Decimal("66.5")),
        (Change.CHANGED, "a", "balance", Money(5, cny), Money(6, cny)),
        (Change.GONE, "b", "", Money(7, cny), None),
        (Change.ADDED, "c", "", None, Money(9, cny)),
        (Change.CHANGED, "total", "balance", Money(12, cny), Money(15, cny)),
    ]
