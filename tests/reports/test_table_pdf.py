from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from app.domain.money import Money
from app.domain.table import ColumnKind, Table, TableColumn
from app.reports import table_pdf
from app.reports.aging_table import aging_table
from tests.reports.samples import HOSTILE, board, text_of


def test_long_boards_repeat_header_and_carry_subtotals(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    shown = board([f"客户{n}" for n in range(100)])
    table_pdf.write_pdf(aging_table(shown, "zh"), path, "zh", "甬联紧固件")
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页，共 {len(pages)} 页" in page
        assert "客户编码" in page
        assert page.count("本页小计") == 1
        assert "截止日 2025-12-31" in page
    assert all(f"客户{n}\n" in "\n".join(pages) for n in range(100))
    assert sum(page.count("合计 100 家") for page in pages) == 1
    assert "合计 100 家" in pages[-1]


def test_page_subtotals_add_up_to_the_total(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    columns = (TableColumn("n", "Name"), TableColumn("s", "Sum", ColumnKind.MONEY, summed=True))
    rows = tuple((f"row{n}", Money(n * 101, "JPY")) for n in range(150))
    total = sum(n * 101 for n in range(150))
    table_pdf.write_pdf(Table("T", columns, rows, (("Total", Money(total, "JPY")),)), path, "en")
    lines = text_of(path).replace(",", "").splitlines()
    subtotals = [int(lines[i + 1]) for i, line in enumerate(lines) if line == "Subtotal this page"]
    assert len(subtotals) > 2
    assert sum(subtotals) == total


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_names_print_as_text(tmp_path: Path, lang: str) -> None:
    path = tmp_path / "a.pdf"
    table_pdf.write_pdf(aging_table(board(HOSTILE), lang), path, lang, HOSTILE[1])
    printed = text_of(path).replace("\n", "")
    assert '<img src="/etc/passwd"/>' in printed
    assert "A & B <b>x" in printed
    assert "Łódź Spółka z o.o." in printed
    assert "=1+1" in printed
    assert "שלום" in printed
    assert printed.count("长") - printed.count("最长") == 200
    assert printed.count("W") == 200
    assert not any(page.images for page in PdfReader(path).pages)


def test_an_empty_table_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    table_pdf.write_pdf(Table("空表", (TableColumn("n", "客户"),), ()), path, "zh")
    assert "没有可列示的记录" in text_of(path)


def test_nothing_is_drawn_outside_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    wide = tuple(TableColumn(f"c{n}", f"很长的栏目名称{n}", ColumnKind.MONEY, summed=True) for n in range(16))
    rows = tuple(tuple(Money(10**14 + n, "CNY") for _ in wide) for n in range(40))
    table_pdf.write_pdf(Table("T", wide, rows), path, "zh")
    document = pdfium.PdfDocument(path)
    for page in document:
        words = page.get_textpage()
        for index in range(words.count_chars()):
            left, bottom, right, top = words.get_charbox(index)
            assert left >= 0
            assert right <= page.get_width()
            assert bottom >= 0
            assert top <= page.get_height()
    document.close()
