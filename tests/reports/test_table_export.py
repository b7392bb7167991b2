import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.table import ColumnKind, Table, TableColumn
from app.reports import rejects_xlsx, table_export, table_pdf
from app.reports.aging_table import aging_table
from app.reports.table_export import safe_text
from tests.reports.samples import HOSTILE, board, text_of

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "{=1}",
    "http://a.b",
)
COLUMNS = (
    TableColumn("name", "=客户"),
    TableColumn("items", "笔数", ColumnKind.INT, summed=True),
    TableColumn("sum", "余额", ColumnKind.MONEY, summed=True, zero_dash=True),
    TableColumn("rate", "逾期率", ColumnKind.PERCENT),
    TableColumn("due", "到期日", ColumnKind.DATE),
)


def table(*names: str) -> Table:
    rows = tuple((name, 2, Money(-1_234_50, "CNY"), Decimal("0.3333"), date(2025, 12, 31)) for name in names)
    total = ("=合计", 2 * len(rows), Money(-1_234_50 * len(rows), "CNY"), None, None)
    return Table("=应收/账龄[测试]", COLUMNS, rows, (total,), ("@截止日",))


def test_xlsx_keeps_text_as_text_and_figures_as_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    table_export.write_xlsx(table(*FORMULAS), path, "zh")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = list(sheet.iter_rows(values_only=True))
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert cells[0][0] == "=应收/账龄[测试]"
    assert cells[1][0] == "@截止日"
    assert cells[3][0] == "=客户"
    # A carriage return travels escaped, as XML would otherwise turn it into a line feed.
    names = [str(row[0]).replace("_x000D_", "\r") for row in cells[4:]]
    assert names == [*FORMULAS, "=合计"]
    assert cells[4][1:4] == (2, -1234.5, 0.3333)
    assert sheet["E5"].is_date
    assert sheet["C5"].number_format == '#,##0.00;"−"#,##0.00;"–"'
    assert sheet["D5"].number_format == "0.0%"
    assert sheet.freeze_panes == "B5"
    assert sheet["A18"].font.bold
    assert cells[-1][1:3] == (2 * len(FORMULAS), -1234.5 * len(FORMULAS))


def test_xlsx_writes_as_text_what_a_spreadsheet_would_round(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    columns = (TableColumn("sum", "余额", ColumnKind.MONEY),)
    table_export.write_xlsx(Table("t", columns, ((Money(12_345_678_901_234_567, "CNY"),),)), path, "en")
    values = [row[0] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    assert values[-1] == "123456789012345.67"


def test_xlsx_takes_what_excel_cannot(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    table_export.write_xlsx(table("长" * 40_000, "\ud800x", "a\x00b"), path, "zh")
    values = [row[0] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)]
    assert values[4] == "长" * 32_767
    assert values[5] == "?x"


def test_xlsx_refuses_more_rows_than_a_sheet_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_export, "_MOST_ROWS", 5)
    with pytest.raises(DomainError) as caught:
        table_export.write_xlsx(table("a"), tmp_path / "a.xlsx", "zh")
    assert caught.value.code == "export.too_many_rows"
    assert not list(tmp_path.iterdir())


def test_csv_is_plain_and_safe(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    table_export.write_csv(table(*FORMULAS), path, "zh")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["'=客户", "笔数", "余额", "逾期率", "到期日"]
    assert [row[0] for row in rows[1:-1]] == [*(f"'{text}" for text in FORMULAS[:11]), *FORMULAS[11:]]
    assert rows[1][1:] == ["2", "-1234.50", "0.3333", "2025-12-31"]
    assert rows[-1][0] == "'=合计"


@pytest.mark.parametrize("text", FORMULAS[:11])
def test_safe_text(text: str) -> None:
    assert safe_text(text) == f"'{text}"
    assert safe_text(f"a{text}") == f"a{text}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_board_leaves_by_every_door_the_same(tmp_path: Path, lang: str) -> None:
    shown = aging_table(board(HOSTILE[:8], ("CNY", "USD")), lang)
    table_export.write_xlsx(shown, tmp_path / "a.xlsx", lang)
    table_export.write_csv(shown, tmp_path / "a.csv", lang)
    table_pdf.write_pdf(shown, tmp_path / "a.pdf", lang, "甬联")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = list(book.worksheets[0].iter_rows(values_only=True))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        plain = list(csv.reader(file))
    balances = [row[[c.key for c in shown.columns].index("balance")] for row in (*shown.rows, *shown.totals)]
    at = [column.key for column in shown.columns].index("balance")
    expected = [cell.major() for cell in balances if isinstance(cell, Money)]
    assert [Decimal(row[at]) for row in plain[1:]] == expected
    assert [Decimal(str(row[at])) for row in sheet[-len(expected) :]] == expected
    printed = text_of(tmp_path / "a.pdf")
    assert all(f"{figure:,.2f}" in printed for figure in expected)


def test_rejected_rows_keep_their_cells_and_say_why(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    rows = [
        rejects_xlsx.RejectedRow(7, ["=HYPERLINK(1)", "12,x"], "金额不是数字"),
        rejects_xlsx.RejectedRow(9, ["甲", "1", "多余"], "列数不符"),
    ]
    rejects_xlsx.write(path, ["客户", "金额"], rows, "zh")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert list(sheet.iter_rows(values_only=True)) == [
        ("客户", "金额", "", "未导入原因", "原文件行号"),
        ("=HYPERLINK(1)", "12,x", "", "金额不是数字", "7"),
        ("甲", "1", "多余", "列数不符", "9"),
    ]
