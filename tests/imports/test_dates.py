from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.importing import Cell, DateOrder
from app.imports.converters import to_days
from app.imports.dates import BadDateError, decide, looks_like_date, parse

DAYS = st.dates(date(1960, 1, 1), date(2118, 12, 31))
MARCH = date(2025, 3, 31)


@pytest.mark.parametrize(
    "cell",
    [
        "2025-03-31",
        "2025/3/31",
        "2025.3.31",
        "20250331",
        "2025年3月31日",
        "2025 年 3 月 31 日",
        "２０２５－０３－３１",
        "2025-03-31 00:00:00",
        "2025/3/31 10:15",
        "2025-03-31T10:15:00Z",
        "31 Mar 2025",
        "Mar 31, 2025",
        "31-Mar-25",
        "31-Mar-2025",
        "March 31 2025",
        "Monday, 31 March 2025",
        "45747",
        45747,
        45747.0,
        45747.5,
        20250331,
        20250331.0,
        MARCH,
        datetime(2025, 3, 31, 8, 30),  # noqa: DTZ001 - a spreadsheet knows no zone
        "'2025-03-31",
        "2025-03-31 下午 3:15",
    ],
)
def test_days_as_people_write_them(cell: Cell) -> None:
    assert parse(cell) == MARCH


@pytest.mark.parametrize("text", ["31/03/2025", "31.3.2025", "31-03-25", "31/3/25", "31/03/2025 00:00"])
def test_day_first(text: str) -> None:
    assert parse(text, DateOrder.DMY) == MARCH


@pytest.mark.parametrize("text", ["03/31/2025", "3-31-2025", "3/31/25"])
def test_month_first(text: str) -> None:
    assert parse(text, DateOrder.MDY) == MARCH


@pytest.mark.parametrize("cell", ["", None, "  ", "\u00a0"])
def test_nothing_is_no_day_and_no_fault(cell: Cell) -> None:
    assert parse(cell) is None


@pytest.mark.parametrize(
    ("cell", "code", "proposal"),
    [
        ("2025-11-31", "import.no_such_day", date(2025, 11, 30)),
        ("2025-02-30", "import.no_such_day", date(2025, 2, 28)),
        ("2025-13-01", "import.no_such_day", None),
        ("2025-01-32", "import.no_such_day", None),
        ("0000-00-00", "import.zero_date", None),
        ("0000-00-00 00:00:00", "import.zero_date", None),
        ("2025-03", "import.month_only", None),
        ("2025年3月", "import.month_only", None),
        ("202503", "import.month_only", None),
        (202503, "import.month_only", None),
        ("Mar 2025", "import.month_only", None),
        ("abc", "import.bad_date", None),
        ("1925-01-01", "import.year_out_of_range", None),
        (True, "import.bad_date", None),
        (0, "import.zero_date", None),
        (123, "import.bad_date", None),
        (time(8), "import.bad_date", None),
        ("30天", "import.bad_date", None),
    ],
)
def test_what_is_no_day_is_refused_with_a_reason(cell: Cell, code: str, proposal: date | None) -> None:
    with pytest.raises(BadDateError) as caught:
        parse(cell)
    assert (caught.value.code, caught.value.proposal) == (code, proposal)


@given(
    DAYS,
    st.sampled_from(
        [("%Y-%m-%d"), ("%Y/%m/%d"), ("%Y.%m.%d"), ("%Y%m%d"), ("%Y年%m月%d日"), ("%d %b %Y"), ("%B %d, %Y")]
    ),
)
def test_written_days_come_back(day: date, style: str) -> None:
    assert parse(day.strftime(style)) == day


@given(DAYS)
def test_each_order_reads_its_own_writing(day: date) -> None:
    assert parse(day.strftime("%d/%m/%Y"), DateOrder.DMY) == day
    assert parse(day.strftime("%m/%d/%Y"), DateOrder.MDY) == day
    assert parse((day - date(1899, 12, 30)).days) == day


@given(st.one_of(st.text(max_size=20), st.integers(), st.floats(allow_nan=True, allow_infinity=True)))
def test_no_cell_breaks_the_reader(cell: Cell) -> None:
    for order in DateOrder:
        try:
            assert isinstance(parse(cell, order), date | None)
        except BadDateError:
            continue


def test_the_order_is_decided_by_all_values_of_a_column() -> None:
    first = decide(["01/02/2025", "13/02/2025"])
    assert first is not None
    assert (first.order, first.ambiguous) == (DateOrder.DMY, False)
    month = decide(["01/02/2025", "02/13/2025"])
    assert month is not None
    assert (month.order, month.ambiguous) == (DateOrder.MDY, False)


def test_an_open_order_is_said() -> None:
    found = decide(["01/02/2025", "03/04/2025"], DateOrder.MDY)
    assert found is not None
    assert (found.order, found.ambiguous) == (DateOrder.MDY, True)


def test_days_that_read_the_same_either_way_leave_nothing_open() -> None:
    found = decide(["01/01/2025", "02/02/2025"])
    assert found is not None
    assert not found.ambiguous
    assert decide(["2025-01-02"]) is not None
    assert decide([MARCH, 45747, "31 Mar 2025", None]) is None


@given(st.lists(DAYS, min_size=1), st.sampled_from([DateOrder.DMY, DateOrder.MDY]))
def test_a_decided_column_is_decided_rightly(days: list[date], order: DateOrder) -> None:
    style = "%d/%m/%Y" if order is DateOrder.DMY else "%m/%d/%Y"
    texts: list[Cell] = [day.strftime(style) for day in days]
    found = decide(texts)
    assert found is not None
    if not found.ambiguous:
        assert to_days(texts, found.order).values == days


def test_what_looks_like_a_day() -> None:
    days: list[Cell] = ["31/12/2025", "12/31/2025", "2025-11-31", 45747, MARCH, "20250331"]
    others: list[Cell] = [12.5, "A1", None, "12", True, "发票"]
    assert [looks_like_date(cell) for cell in days + others] == [True] * 6 + [False] * 6
