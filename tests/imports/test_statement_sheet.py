"""Financial statements out of files: names in two languages, periods, units, both sides of a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.bootstrap.credit_files import read_statements
from app.domain.credit_file_views import StatementFile
from app.domain.financials import Line
from app.domain.importing import Cell
from app.domain.problem import EnvironmentFaultError
from app.imports.statement_lines import meaning
from app.imports.statement_periods import Period, folded, period_of, unit_of
from app.imports.statement_sheet import Sheet, read_sheets
from app.services.control import Silent
from app.words import codes

Rows = list[list[Cell]]
BALANCE: Rows = [
    ["资产负债表"],
    ["编制单位：苏州某某有限公司", None, None, "2024年12月31日", None, "单位：万元"],
    ["资产", "行次", "期末余额", "年初余额", "负债和所有者权益", "行次", "期末余额", "年初余额"],
    ["流动资产：", None, None, None, "流动负债："],
    ["货币资金", 1, 120.5, "100.00", "短期借款", 20, 200, 150],
    ["应收账款", 2, 300, 280, "应付账款", 21, 180, 160],
    ["流动资产合计", 4, 670.5, 620, "一年内到期的非流动负债", 22, 20, "-"],
    ["固定资产", 5, 300, 310, "流动负债合计", 23, 400, 310],
    ["无形资产", 6, 20, 22, "负债合计", 25, 500, 410],
    ["商誉", 7, 9.5, 8, "盈余公积", 26, 50, 50],
    [None, None, None, None, "未分配利润", 27, 250, 300],
    ["资产总计", 8, 1000, 960, "所有者权益（或股东权益）合计", 28, 500, 550],
    [None, None, None, None, "负债和所有者权益总计", 29, 1000, 960],
]
INCOME: Rows = [
    ["利润表"],
    ["2024年度", None, None, "单位：万元"],
    ["项目", "行次", "本期金额", "上期金额"],
    ["一、营业收入", 1, 2000, 1800],
    ["减：营业成本", 2, 1500, 1400],
    ["其中：利息费用", 4, 10, 9],
    ["三、利润总额（亏损总额以“－”号填列）", 5, 80, 70],
    ["减：所得税费用", 6, 20, 17.5],
    ["四、净利润（净亏损以“-”号填列）", 7, 60, 52.5],
]
ENGLISH = """Acme Ltd;;;
Consolidated statements, EUR in thousands;;;
;Note;31 December 2024;31 December 2023
Cash and cash equivalents;4;1.234,5;1.000,0
Goodwill;;100,0;100,0
Total assets;;9.000,0;8.000,0
Total liabilities;;5.000,0;4.500,0
Total equity;;4.100,0;3.500,0
Revenue;;20.000,0;18.000,0
Cost of sales;;(15.000,0);(14.000,0)
Profit before tax;;900,0;810,0
Income tax expense;;(200,0);(180,0)
Profit for the year;;700,0;630,0
Dividends per share;;1,0;1,0
"""


def book(path: Path, sheets: dict[str, Rows]) -> Path:
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell is not None:
                        sheet.write(number, column, cell)
    return path


def read(*sheets: Rows, currency: str = "CNY", unit: int | None = None) -> StatementFile:
    found = [Sheet(str(number), [tuple(row) for row in rows]) for number, rows in enumerate(sheets)]
    return read_sheets("x.xlsx", found, currency, unit)


def test_both_sides_of_a_page_and_the_sheet_beside_it_make_one_statement_a_year(tmp_path: Path) -> None:
    path = book(tmp_path / "报表.xlsx", {"资产负债表": BALANCE, "利润表": INCOME})
    found = read_statements(path, "CNY", None, Silent())
    assert (found.currency, found.unit, found.problems) == ("CNY", 10_000, ())
    now, before = found.periods
    assert (now.period_end, now.months, now.problems) == (date(2024, 12, 31), 12, ())
    assert (before.period_end, before.problems) == (date(2023, 12, 31), ())
    assert now.figures[Line.CASH] == 120_500_000
    assert now.figures[Line.SHORT_DEBT] == 220 * 1_000_000  # what falls due within the year counts in
    assert now.figures[Line.INTANGIBLES] == 29_500_000
    assert now.figures[Line.RETAINED_EARNINGS] == 300_000_000
    assert before.figures[Line.SHORT_DEBT] == 150_000_000
    assert (now.figures[Line.INTEREST], before.figures[Line.NET_PROFIT]) == (10_000_000, 52_500_000)
    assert [(one.title, one.row) for one in found.unknown] == [("固定资产", 8)]


def test_english_csv_in_thousands_with_brackets_and_decimal_commas(tmp_path: Path) -> None:
    path = tmp_path / "acme.csv"
    path.write_text(ENGLISH, "utf-8")
    found = read_statements(path, "CNY", None, Silent())
    assert (found.currency, found.unit) == ("EUR", 1_000)
    now, before = found.periods
    assert now.figures[Line.CASH] == 123_450_000
    assert now.figures[Line.COST_OF_SALES] == 1_500_000_000
    assert (now.figures[Line.TAX], before.figures[Line.TAX]) == (20_000_000, 18_000_000)
    assert [problem.code for problem in now.problems] == ["financials.unbalanced"]
    assert now.problems[0].params["difference"] == -10_000_000
    assert before.problems == ()
    assert [one.title for one in found.unknown] == ["Dividends per share"]


def test_a_file_without_lines_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "发票.csv"
    path.write_text("客户,金额\n甲,100\n", "utf-8")
    with pytest.raises(EnvironmentFaultError) as caught:
        read_statements(path, "CNY", None, Silent())
    assert (caught.value.code, caught.value.params) == ("statement_file.no_lines", {"name": "发票.csv"})


def test_a_column_without_a_period_and_a_file_without_a_unit_say_so() -> None:
    found = read([["项目", "金额"], ["资产总计", 100], ["负债合计", 40]])
    assert [problem.code for problem in found.problems] == ["statement_file.unit_assumed"]
    (period,) = found.periods
    assert period.period_end is None
    assert [problem.code for problem in period.problems] == ["statement_file.no_period"]
    assert period.figures == {Line.TOTAL_ASSETS: 10_000, Line.TOTAL_LIABILITIES: 4_000}
    assert read([["", 2024], ["资产总计", 1]], unit=1000).unit == 1000


def test_a_line_said_twice_with_other_figures_is_told() -> None:
    found = read([["项目", "2024年"], ["资产总计", 100], ["资产合计", 90]])
    (period,) = found.periods
    assert period.figures[Line.TOTAL_ASSETS] == 10_000
    assert [problem.code for problem in period.problems] == ["statement_file.twice"]


@pytest.mark.parametrize(
    ("text", "end", "months"),
    [
        ("2024-12-31", date(2024, 12, 31), None),
        ("2024年12月31日", date(2024, 12, 31), None),
        ("2024年度", date(2024, 12, 31), 12),
        ("2024年1-6月", date(2024, 6, 30), 6),
        ("2024年上半年", date(2024, 6, 30), 6),
        ("2024年前三季度", date(2024, 9, 30), 9),
        ("2024年第一季度", date(2024, 3, 31), 3),
        ("q2 2024", date(2024, 6, 30), 3),
        ("fy2024", date(2024, 12, 31), None),
        ("six months ended 30 june 2024", date(2024, 6, 30), 6),
        ("year ended december 31, 2023", date(2023, 12, 31), 12),
        ("dec 2024", date(2024, 12, 31), None),
        ("31/12/2024", date(2024, 12, 31), None),
        ("2024年6月", date(2024, 6, 30), None),
    ],
)
def test_titles_say_their_period(text: str, end: date, months: int | None) -> None:
    assert period_of(text) == Period(end, months)


@pytest.mark.parametrize("text", ["", "期末余额", "note", "2024-13-45", "30 february 20"])
def test_titles_without_a_period(text: str) -> None:
    found = period_of(text)
    assert found is None or found.end.year == 2024


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("单位：元", 1),
        ("单位:千元", 1_000),
        ("金额单位：人民币万元", 10_000),
        ("单位：百万元", 1_000_000),
        ("(in thousands)", 1_000),
        ("rmb'000", 1_000),
        ("eur in millions", 1_000_000),
        ("苏州有限公司", None),
    ],
)
def test_titles_say_their_unit(title: str, unit: int | None) -> None:
    assert unit_of([folded(title)]) == unit


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("资产总计", Line.TOTAL_ASSETS),
        ("  Total Assets:", Line.TOTAL_ASSETS),
        ("二、营业收入", Line.REVENUE),
        ("（一）营业收入", Line.REVENUE),
        ("减:营业成本", Line.COST_OF_SALES),
        ("Shareholders’ equity", Line.EQUITY),
        ("负 债 合 计", Line.TOTAL_LIABILITIES),
        ("五、净利润（净亏损以“－”号填列）", Line.NET_PROFIT),
        ("其他应收款", None),
        ("归属于母公司所有者权益合计", None),
        ("=cmd|' /C calc'!A0", None),
    ],
)
def test_names_stand_for_lines(name: str, line: Line | None) -> None:
    found = meaning(name)
    assert (found.line if found else None) == line


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.dates(),
    st.text(max_size=12),
    st.sampled_from("资产总计 负债合计 Revenue 2024年1-99月 2024-13-45 期末余额 年初余额 单位：万元".split()),
    st.sampled_from(["q4 2024", "99 months ended dec 2024", "31 feb 2024"]),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(CELLS, max_size=6).map(tuple), max_size=12))
@example([("资产总计", 9.999999999999995e25)])
def test_any_sheet_is_read_or_refused(rows: list[tuple[Cell, ...]]) -> None:
    try:
        found = read_sheets("x.xlsx", [Sheet("x", rows)], "CNY")
    except EnvironmentFaultError as error:
        assert error.code == "statement_file.no_lines"  # noqa: PT017 - refusing is one of two right answers
        return
    assert found.periods
    for period in found.periods:
        assert all(type(amount) is int for amount in period.figures.values())
        for problem in (*period.problems, *found.problems):
            assert problem.code in codes()


def test_a_line_nobody_knows_keeps_its_amounts_by_period() -> None:
    rows: list[tuple[Cell, ...]] = [
        ("项目（单位：万元）", "2024-12-31", "2023-12-31"),
        ("货币资金", 12.5, 8),
        ("其他应收款", "3.2", None),
    ]
    found = read_sheets("报表", [Sheet("表", rows)], "CNY")
    assert [line.title for line in found.unknown] == ["其他应收款"]
    assert found.unknown[0].amounts == (3_200_000, None)
