"""Whatever a chart says, its labels stay on the sheet and apart, on the screen as on paper."""

from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app.domain.chart import (
    BarChart,
    BarRow,
    Chart,
    ColumnChart,
    Level,
    LineChart,
    Point,
    PointChart,
    Series,
)
from app.figures.drawing import drawn
from app.figures.palette import palette
from app.figures.scale import scale, spread
from app.figures.screen import picture
from app.figures.sheet import Sheet
from app.reports.figure import Figure
from app.reports.pdf import PORTRAIT, Running, draw_pages, paginate, paper

HOSTILE = [
    "",
    "$x_{1}$",
    "<b>&amp;</b>",
    "逾期 90 天以上的应收账款余额占全部应收账款的比例",
    "Receivables more than ninety days past due as a share of all receivables",
    "łódź ş ק",
    "😀\n\t\x00x",
    "Q4",
    "1,234,567.00",
]
texts = st.sampled_from(HOSTILE)
values = st.none() | st.floats(-1e6, 1e6) | st.sampled_from([0.0, 1e300, -1e300, float("nan"), float("inf")])
roles = st.sampled_from(["primary", "soft", "grey", "warn", "bucket:3/5", "grade:D", "nobody's"])


@st.composite
def series(draw: st.DrawFn, count: int) -> Series:
    some = st.lists(values, min_size=count, max_size=count).map(tuple)
    words = st.lists(texts, min_size=count, max_size=count).map(tuple)
    return Series(draw(texts), draw(some), draw(words), draw(roles), draw(some), draw(some))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(0, 14))
    places = tuple(draw(st.lists(texts, min_size=count, max_size=count)))
    every = tuple(draw(st.lists(series(count), max_size=6)))
    levels = tuple(
        Level(name, value or 0.0, kind)
        for name, value, kind in draw(
            st.lists(st.tuples(texts, values, st.sampled_from(["target", "benchmark"])), max_size=3)
        )
    )
    match draw(st.integers(0, 3)):
        case 0:
            return LineChart("t", places, every, levels, draw(st.booleans()))
        case 1:
            line = draw(st.none() | series(count))
            return ColumnChart("t", places, every, places, places[: count // 2], levels, line)
        case 2:
            rows = tuple(
                BarRow(name, each or 0.0, tuple(draw(st.lists(texts, max_size=3))), "primary")
                for name, each in zip(places, draw(st.tuples(*[values] * count)), strict=True)
            )
            return BarChart("t", rows, tuple(draw(st.lists(texts, max_size=3))), levels)
    found = draw(st.lists(st.tuples(texts, st.floats(-9, 9), st.floats(-9, 9), st.booleans()), max_size=9))
    ends = (draw(texts), draw(texts))
    return PointChart("t", "x", "y", tuple(Point(n, x, y, "grey", j) for n, x, y, j in found), ends, ends)


def on_the_sheet_and_apart(sheet: Sheet) -> None:
    for one in sheet.labels:
        box = one.box
        assert box.left >= -4, one
        assert box.right <= sheet.wide + 4, one
        assert box.bottom >= -4, one
        assert box.top <= sheet.high + 4, one
    for one, other in combinations(sheet.labels, 2):
        assert not one.box.meets(other.box), (one, other)


@settings(max_examples=150, deadline=None)
@given(charts(), st.integers(90, 500), st.integers(60, 260))
def test_labels_never_overlap_and_never_leave_the_sheet(chart: Chart, wide: int, high: int) -> None:
    on_the_sheet_and_apart(drawn(chart, wide, high, palette()))


@settings(max_examples=20, deadline=None)
@given(charts())
def test_every_chart_becomes_pixels_of_the_size_asked_for(chart: Chart) -> None:
    for scaling in (1.0, 1.25, 1.5, 2.0):
        made = picture(chart, 321, 157, scaling, palette(dark=True))
        assert (made.width, made.height) == (round(321 * scaling), round(157 * scaling))
        assert len(made.rgba) == 4 * made.width * made.height


QUARTERS = ("24Q1", "Q2", "Q3", "Q4", "25Q1", "Q2", "Q3", "Q4")
OVERDUE = LineChart(
    "逾期率",
    QUARTERS,
    (
        Series(
            "逾期率",
            (0.212, 0.22, 0.23, 0.24, 0.245, 0.28, 0.30, 0.33),
            ("21.2%", "22.0%", "23.0%", "24.0%", "24.5%", "28.0%", "30.0%", "33.0%"),
        ),
    ),
    (Level("目标 25%", 0.25), Level("Łódź 28%", 0.28, "benchmark")),
)


def test_what_stands_on_paper_can_be_read_back_and_is_what_stands_on_the_screen(tmp_path: Path) -> None:
    target = tmp_path / "chart.pdf"
    with paper(target, PORTRAIT, "t", "a") as pen:
        block = Figure(OVERDUE, PORTRAIT.measure, 140)
        draw_pages(pen, PORTRAIT, paginate([block], PORTRAIT.room), Running("", "", ""), "zh")
    page = PdfReader(target).pages[0]
    read = page.extract_text().split()
    shown = [one.text for one in drawn(OVERDUE, 240, 130, palette(dark=True)).labels]
    assert {"21.2%", "33.0%", "24Q1", "目标", "25%", "逾期率"} <= set(read)
    assert {part for text in shown for part in text.split()} <= set(read)
    assert not page.images


def test_the_first_and_the_last_value_are_written_and_no_other() -> None:
    shown = {one.text for one in drawn(OVERDUE, 300, 130, palette()).labels}
    assert {"21.2%", "33.0%", "目标 25%", "Łódź 28%", *QUARTERS} == shown


def test_a_bar_past_its_threshold_is_drawn_in_the_colour_of_warning() -> None:
    rows = (BarRow("上海朗沃", 15.5, ("15.5%",), "warn"), BarRow("其余", 84.5, ("84.5%",), "muted"))
    made = picture(BarChart("", rows, ("占应收",), (Level("15%", 15.0),)), 300, 120, 1.0, palette())
    amber = bytes.fromhex(palette().roles["warn"][1:]) + b"\xff"
    assert made.rgba.count(amber) > 50
    assert [spot.place for spot in made.spots] == [0, 1]


@given(st.lists(st.floats(-50, 150), max_size=8))
def test_labels_pushed_apart_keep_their_order_and_their_distance(wanted: list[float]) -> None:
    found = spread(wanted, 10, 0, 100)
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    heights = [found[place] for place in order]
    assert all(b - a >= 10 - 1e-6 for a, b in pairwise(heights))
    assert all(-1e-6 <= each <= 100 + 1e-6 for each in found)


@pytest.mark.parametrize(
    ("every", "zero", "low", "high"),
    [([], True, 0.0, 1.0), ([5.0], False, 4.0, 6.0), ([2.0, 4.0], True, 0.0, 4.0), ([-2.0], True, -2.0, 0.0)],
)
def test_a_scale_is_never_empty(every: list[float], zero: bool, low: float, high: float) -> None:
    made = scale(every, 0, 10, zero=zero)
    assert (made.low, made.high) == (low, high)
    assert made.at(low) == 0.0
    assert made.at(high) == pytest.approx(10.0)


def test_text_on_a_bar_takes_the_colour_that_reads_better() -> None:
    light, dark = palette(), palette(dark=True)
    assert (light.on("primary"), light.on("bucket:1/5"), light.on("bucket:4/5")) == (
        "surface",
        "text",
        "surface",
    )
    assert (dark.on("primary"), dark.on("bucket:1/5")) == ("surface", "surface")


def test_a_total_that_a_line_runs_over_stands_in_its_bar() -> None:
    bars = Series("Paid", (100.0, 100.0), role="primary")
    line = Series("Forecast", (104.0, 104.0), ("104", "104"), "warn")
    sheet = drawn(ColumnChart("", ("Q1", "Q2"), (bars,), ("100", "100"), line=line), 300, 80, palette())
    totals = [one for one in sheet.labels if one.text == "100"]
    assert [one.role for one in totals] == ["surface", "surface"]


def test_colours_of_buckets_end_in_the_darkest() -> None:
    colours = palette()
    assert colours.colour("bucket:0/5") == colours.ages[0]
    assert colours.colour("bucket:1/2") == colours.colour("bucket:4/5") == colours.ages[-1]
    assert colours.colour("bucket:x") == colours.colour("grade:Z") == colours.roles["grey"]
