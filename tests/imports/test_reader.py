from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from app.domain.importing import Cell, ImportKind, SourceOptions, StagedFile
from app.domain.problem import EnvironmentFaultError
from app.imports import ReadLimits, guess_columns, interpret, read, read_text
from tests.imports import books
from tests.imports.books import LEDGER


def _staged(path: Path) -> StagedFile:
    raw = read(path)
    columns, _ = guess_columns(raw, ImportKind.INVOICES)
    return interpret(raw, columns, default_currency="CNY")


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _file(folder: Path, kind: str) -> Path:
    text = books.delimited(LEDGER)
    tabs = books.delimited(LEDGER, "\t")
    make = {
        "xlsx": lambda: books.xlsx(folder / "a.xlsx", {"应收": LEDGER}),
        "xlsx-1904": lambda: books.xlsx(folder / "a.xlsx", {"应收": LEDGER}, mac=True),
        "xlsm": lambda: books.xlsx(folder / "a.xlsm", {"应收": LEDGER}),
        "xls": lambda: books.xls(folder / "a.xls", LEDGER),
        "ods": lambda: books.ods(folder / "a.ods", LEDGER),
        "html.xls": lambda: _write(folder / "a.xls", books.html(LEDGER)),
        "html-utf8.xls": lambda: _write(folder / "a.xls", books.html(LEDGER, "utf-8")),
        "xml.xls": lambda: _write(folder / "a.xls", books.spreadsheet_xml(LEDGER)),
        "utf16-tabs.xls": lambda: _write(folder / "a.xls", tabs.encode("utf-16")),
        "utf8.csv": lambda: _write(folder / "a.csv", text.encode()),
        "bom.csv": lambda: _write(folder / "a.csv", text.encode("utf-8-sig")),
        "gbk.csv": lambda: _write(folder / "a.csv", text.encode("gbk")),
        "gbk.tsv": lambda: _write(folder / "a.tsv", tabs.encode("gbk")),
        "utf16.txt": lambda: _write(folder / "a.txt", tabs.encode("utf-16-le")),
        "xlsx named csv": lambda: books.xlsx(folder / "b.xlsx", {"应收": LEDGER}).rename(folder / "b.csv"),
        "csv named xlsx": lambda: _write(folder / "c.xlsx", text.encode()),
    }
    return make[kind]()


KINDS = [
    "xlsx",
    "xlsx-1904",
    "xlsm",
    "xls",
    "ods",
    "html.xls",
    "html-utf8.xls",
    "xml.xls",
    "utf16-tabs.xls",
    "utf8.csv",
    "bom.csv",
    "gbk.csv",
    "gbk.tsv",
    "utf16.txt",
    "xlsx named csv",
    "csv named xlsx",
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_gives_the_same_documents(tmp_path: Path, kind: str) -> None:
    result = _staged(_file(tmp_path, kind))
    assert not result.problems
    assert [
        (doc.number, doc.customer, doc.doc_date, doc.amount, doc.due_date) for doc in result.documents
    ] == [
        ("XS-1", "苏州恒岳机电有限公司", date(2025, 3, 31), 14_260_050, date(2025, 5, 30)),
        ("XS-2", "青岛海拓船舶配件有限公司", date(2025, 4, 1), 8_800, date(2025, 5, 31)),
    ]


def test_what_was_found_out_about_a_text_is_reported(tmp_path: Path) -> None:
    raw = read(_write(tmp_path / "账.csv", books.delimited(LEDGER, ";").encode("gbk")))
    assert (raw.name, raw.format, raw.encoding, raw.delimiter) == ("账.csv", "csv", "gb18030", ";")
    assert (raw.header_row, raw.header_rows, raw.header) == (1, 1, tuple(LEDGER[0]))


def test_what_was_found_can_be_corrected(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", "x|y;z\n客户;金额\n甲;5\n".encode("gbk"))
    raw = read(path, SourceOptions(encoding="utf-8", delimiter="|", header_row=1))
    assert raw.header == ("x", "y;z")
    assert [problem.code for problem in raw.problems] == ["import.bad_characters"]


def test_the_sheet_with_the_ledger_is_chosen(tmp_path: Path) -> None:
    path = books.xlsx(
        tmp_path / "a.xlsx",
        {"说明": [["本表由系统生成"], ["请勿修改"]], "数据": LEDGER, "图": [[1, 2], [3, 4]]},
    )
    raw = read(path)
    assert (raw.sheet, raw.sheets) == ("数据", ("说明", "数据", "图"))
    assert read(path, SourceOptions(sheet="说明")).rows[0][0] == "本表由系统生成"
    with pytest.raises(EnvironmentFaultError, match=r"import\.sheet_missing"):
        read(path, SourceOptions(sheet="没有"))


def test_rows_and_columns_keep_their_places(tmp_path: Path) -> None:
    raw = read(books.xls(tmp_path / "a.xls", [[], [None, None, "客户名称", "金额"], [None, None, "甲", 5]]))
    assert raw.header_row == 2
    assert raw.rows[2][2:] == ("甲", 5)


def test_cells_arrive_in_their_types(tmp_path: Path) -> None:
    stamp = datetime(2025, 1, 2, 3, 4, 5)  # noqa: DTZ001 - a spreadsheet knows no zone
    row: list[Cell] = ["文", 1.5, True, date(2025, 1, 2), stamp]
    assert read(books.xlsx(tmp_path / "a.xlsx", {"a": [row]})).rows[0] == tuple(row)


def test_a_paste_is_read() -> None:
    raw = read_text(books.delimited(LEDGER, "\t"))
    assert (raw.format, raw.delimiter, raw.header) == ("paste", "\t", tuple(LEDGER[0]))
    with pytest.raises(EnvironmentFaultError, match=r"import\.paste_empty"):
        read_text("  \n ")


class _Control:
    def __init__(self, stop_after: int = 10**9) -> None:
        self.seen: list[tuple[int, int]] = []
        self._stop_after = stop_after

    def progress(self, done: int, total: int) -> None:
        self.seen.append((done, total))

    def cancelled(self) -> bool:
        return len(self.seen) >= self._stop_after


def _long(folder: Path) -> Path:
    return _write(folder / "long.csv", b"no,name,amount\n" + b"1,Acme,5\n" * 60_000)


def test_progress_is_told(tmp_path: Path) -> None:
    control = _Control()
    raw = read(_long(tmp_path), control=control)
    assert len(raw.rows) == 60_001
    done = [one for one, _ in control.seen]
    assert done == sorted(done)
    assert control.seen[-1] == (60_001, 60_002)


def test_a_reading_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match=r"import\.cancelled"):
        read(_long(tmp_path), control=_Control(stop_after=0))


def test_limits_are_kept(tmp_path: Path) -> None:
    path = _long(tmp_path)
    for limits, code in (
        (ReadLimits(rows=10_000), "import.too_many_rows"),
        (ReadLimits(file=100), "import.file_too_big"),
        (ReadLimits(columns=2), "import.too_many_columns"),
    ):
        with pytest.raises(EnvironmentFaultError, match=code):
            read(path, limits=limits)


def test_empty_columns_at_the_right_do_not_count(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", ("a,b" + "," * 900 + "\n").encode() * 3)
    assert len(read(path, limits=ReadLimits(columns=500)).rows[0]) == 2


def test_importing_the_room_costs_nothing() -> None:
    code = (
        "import sys, app.imports; heavy = {'python_calamine', 'psutil', 'multiprocessing', 'csv'};"
        "sys.exit(1 if heavy & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


REPORT: list[list[Cell]] = [
    ["应收账款明细表"],
    ["编制单位：甬联紧固件有限公司", "", "", "截至：2025-12-31", "单位：元"],
    [],
    ["单据日期", "单据编号", "单据类型", "应收金额", "到期日"],
    ["客户：[001]苏州恒岳机电有限公司"],
    [date(2025, 10, 9), "HQ2510-135", "发票", 142600.0, date(2025, 12, 8)],
    [date(2025, 11, 2), "HQ2511-140", "红字发票", -1000.0, ""],
    ["小计", "", "", 141600.0],
    ["客户：[002]青岛海拓船舶配件有限公司"],
    [date(2025, 11, 21), "HQ2511-141", "发票", 186300.55, date(2026, 1, 20)],
    ["小计", "", "", 186300.55],
    ["合计", "", "", 327900.55],
    ["第 1 页，共 1 页"],
]


@pytest.mark.parametrize("form", ["xls", "csv", "html"])
def test_a_chinese_report_with_titles_bands_and_totals(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"应收.{form}"
    if form == "xls":
        books.xls(path, REPORT)
    elif form == "csv":
        path.write_bytes(books.delimited(REPORT).encode("gb18030"))
    else:
        path.write_bytes(books.html(REPORT))
    result = _staged(path)
    assert not result.problems, result.problems
    assert [(doc.customer_code, doc.number, doc.kind.value, doc.amount) for doc in result.documents] == [
        ("001", "HQ2510-135", "invoice", 14_260_000),
        ("001", "HQ2511-140", "credit_note", 100_000),
        ("002", "HQ2511-141", "invoice", 18_630_055),
    ]
    assert [(total.stated, total.found) for total in result.totals] == [(32_790_055, 32_790_055)]
