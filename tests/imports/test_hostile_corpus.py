"""Hostile files of every kind through every reader: text stays text, and what is refused has its sentence."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app.domain.attachment_type import recognise
from app.domain.bank_file import BankReadOptions
from app.domain.importing import ImportKind, StagedFile
from app.domain.problem import DomainError, EnvironmentFaultError
from app.imports import guess_columns, interpret, read
from app.imports.bank_reader import statement_of
from app.imports.child import Wanted
from app.imports.refusal import RefusalError
from app.words import LANGUAGES, say
from tests.fuzz.tables import raw_table, rows_of
from tests.fuzz.targets import TARGETS
from tests.imports import books, statements

HEAD = "单据编号,客户名称,单据日期,应收金额,备注\n"
PARSERS = {target.name: target for target in TARGETS}
SOON = 10.0
"""Seconds of work; far more than any of these takes, far less than a parser that hangs."""


def spent() -> float:
    """Seconds this process and those it has waited for were at work; others' work does not count."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def staged(data: bytes, name: str = "a.csv", kind: ImportKind = ImportKind.INVOICES) -> StagedFile:
    table = raw_table(data, name)
    return interpret(table, guess_columns(table, kind)[0], default_currency="CNY")


def codes(result: StagedFile) -> list[str]:
    for problem in result.problems:
        for lang in LANGUAGES:
            assert say(problem.code, lang, **problem.params)
    return [problem.code for problem in result.problems]


def parts(book: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(book) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(held: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as book:
        for name, data in held.items():
            book.writestr(name, data)
    return made.getvalue()


# -- cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", '=HYPERLINK("http://x","y")']
)
def test_a_formula_in_a_text_file_is_text(cell: str) -> None:
    quoted = cell.replace('"', '""')
    result = staged(f'{HEAD}A1,"{quoted}",2025-01-31,5,"{quoted}"\n'.encode())
    assert [(one.customer, one.note) for one in result.documents] == [(cell, cell)]


def test_a_formula_in_a_workbook_is_never_reckoned(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD.strip().split(","), ["A1", "甲公司", "2025-01-31", "=1+1", '=CMD("calc")']):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    result = staged((tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    assert not result.documents
    assert "import.missing_amount" in codes(result)


@pytest.mark.parametrize("kind", list(ImportKind))
def test_a_cell_of_a_million_characters_is_told_with_its_row(kind: ImportKind) -> None:
    result = staged(f"{HEAD}A1,{'甲' * 1_000_000},2025-01-31,5,x\nA2,乙,2025-01-31,6,\n".encode(), kind=kind)
    found = [problem for problem in result.problems if problem.code == "import.text_too_long"]
    assert [problem.where.row for problem in found] == [2]
    assert all(len(say(found[0].code, lang, **found[0].params)) < 300 for lang in LANGUAGES)
    assert len(result.documents) + len(result.customers) == 1


def test_zeros_and_control_signs_do_not_reach_a_name() -> None:
    result = staged(f"{HEAD}A\0 1,甲\0公\x07司\u202e,2025-01-31,5,\n".encode())
    assert [(one.number, "\0" in one.customer) for one in result.documents] == [("A 1", False)]


@pytest.mark.parametrize(
    "data",
    [
        (HEAD + "A1,苏州恒岳机电有限公司,2025-01-31,5,\n" * 30).encode("gb18030") + "A2,青岛海拓".encode(),
        HEAD.encode() + "A1,苏州恒岳机电有限公司,2025-01-31,5,\n".encode("gb18030"),
        HEAD.encode("utf-16") + b"\xff",
        b"\xef\xbb\xbf" + HEAD.encode() + b"A1,\xff\xfe\x80,2025-01-31,5,\n",
    ],
    ids=["gb18030 then utf-8", "utf-8 then gb18030", "utf-16 cut", "utf-8 with strays"],
)
def test_mixed_encodings_are_told(data: bytes) -> None:
    assert "import.bad_characters" in codes(staged(data))


# -- workbooks --------------------------------------------------------------------------------------


def test_macros_are_never_read(tmp_path: Path) -> None:
    held = parts(books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER}))
    table = raw_table(packed(held | {"xl/vbaProject.bin": b"Attribute VB_Name"}), "a.xlsm")
    assert (table.format, len(table.rows)) == ("xlsm", 3)


def _with_entity(data: bytes) -> bytes:
    text = data.decode().removeprefix('<?xml version="1.0" encoding="UTF-8"?>')
    return ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + text).encode()


def test_external_entities_bring_nothing_in(tmp_path: Path) -> None:
    held = parts(books.ods(tmp_path / "a.ods", books.LEDGER))
    with pytest.raises(RefusalError, match=r"workbook_damaged"):
        raw_table(packed(held | {"content.xml": _with_entity(held["content.xml"])}), "a.ods")
    held = parts(books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER}))
    sheet = held["xl/worksheets/sheet1.xml"].replace(b"XS-1", b"&e;")
    try:
        read_in = raw_table(packed(held | {"xl/worksheets/sheet1.xml": _with_entity(sheet)}), "a.xlsx")
    except RefusalError:
        return
    assert "root:" not in str(read_in.rows)


def test_a_part_that_lies_about_its_size(tmp_path: Path) -> None:
    held = parts(books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER}))
    data = bytearray(packed(held))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    try:
        raw_table(bytes(data), "a.xlsx")
    except RefusalError as error:
        assert error.code == "import.workbook_damaged"  # noqa: PT017 - being read rightly is as good


FAR = 'table:number-columns-repeated="16384" table:number-rows-repeated="1048576"'


def _far_xlsx(path: Path) -> None:
    held = parts(books.xlsx(path.with_name("near.xlsx"), {"a": books.LEDGER}))
    sheet = held["xl/worksheets/sheet1.xml"].replace(b'r="E3"', b"r = 'AIIIIIII3'")
    path.write_bytes(packed(held | {"xl/worksheets/sheet1.xml": sheet}))


def _far_ods(path: Path) -> None:
    held = parts(books.ods(path.with_name("near.ods"), books.LEDGER))
    content = (
        held["content.xml"]
        .replace(
            b'<table:table-cell office:value-type="float"',
            f'<table:table-cell {FAR} office:value-type="float"'.encode(),
        )
        .replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="1048576">')
    )
    path.write_bytes(packed(held | {"content.xml": content}))


def _far_xml(path: Path) -> None:
    row = '<Row ss:Index="{}"><Cell ss:Index="19999"><Data ss:Type="String">a</Data></Cell></Row>'
    rows = "".join(row.format(n * 90_000) for n in range(1, 12)).encode()
    path.write_bytes(books.spreadsheet_xml(books.LEDGER).replace(b"</Table>", rows + b"</Table>"))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("far.xlsx", _far_xlsx),
        ("far.ods", _far_ods),
        ("far.xml.xls", _far_xml),
    ],
)
def test_a_cell_at_the_end_of_the_world_kills_no_window(
    name: str, make: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / name
    make(path)
    begun = spent()
    try:
        assert len(read(path).rows)
    except EnvironmentFaultError as error:
        for lang in LANGUAGES:
            assert say(error.code, lang, **error.params)  # noqa: PT017 - being read is as good
    assert spent() - begun < 12 * SOON


# -- every other reader -----------------------------------------------------------------------------

DEEP = "[" * 100_000
CAMT_DEEP = statements.CAMT.replace("<GrpHdr>", "<GrpHdr>" + "<a>" * 3000)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
ENDLESS_LINE = statements.MT940.replace(":86:", ":86:" + "x" * 1_000_000, 1)


@pytest.mark.parametrize(
    ("parser", "text"),
    [
        ("camt_053", CAMT_DEEP),
        ("camt_053", statements.CAMT.replace("<Document", f"{ENTITIES}<Document", 1)),
        ("camt_053", statements.CAMT.replace("1000.00", "9" * 5000)),
        ("mt940", ENDLESS_LINE),
        ("mt940", statements.MT940.replace(",", "," + "9" * 400, 3)),
        ("ofx", statements.OFX.replace("<STMTTRN>", "<STMTTRN>" * 2000, 1)),
        ("ofx", statements.OFX.replace("1234.50", "1E999999")),
        ("bank_table", statements.CHINESE.replace("12,000.00", "9" * 400)),
        ("limit_list", "买方名称,批复限额,状态\n" + "甲" * 100_000 + ",1E999999,有效\n"),
        ("orders", "订单号,客户,订单日期,金额\n=1+1,甲,2025-13-45,1E999999\n"),
        ("outflows", "日期,类别,金额\n99999999,=1,1E999999\n"),
        ("financial_statement", "资产负债表;2024-12-31\n货币资金;1E999999\n"),
        ("html", "<table>" * 5000 + "<tr><td colspan=99999999999>a"),
        ("html", "<table><tr>" + "<td colspan=64>a" * 5000),
        ("paste", "a\tb\n" + '"' * 99_999),
        ("letter_template", "{% for i in (1..99999999) %}{% for j in (1..99999) %}x{% endfor %}{% endfor %}"),
        ("letter_template", "{{ customer | append: customer " + "| append: customer " * 2000 + "}}"),
        ("payment_terms", "30% net 30, " * 20),
        *((name, DEEP) for name in (
            "mapping", "claim_case", "stress_scenario", "credit_policy", "insurance_policy", "scorecard",
            "remembered_columns", "dunning_steps", "cash_overlay", "contingency_plan", "contingency_ticks",
            "provision_run", "declaration", "claim_trace", "assessment", "stored_figures", "preferences",
        )),
    ],
)  # fmt: skip
def test_a_hostile_text_ends_soon_in_a_value_or_a_sentence(parser: str, text: str) -> None:
    begun = spent()
    PARSERS[parser].check(text.encode())
    assert spent() - begun < SOON


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("invoice.pdf", b"MZ\x90\x00%PDF-1.7", "program"),
        ("invoice.pdf.exe", b"%PDF-1.7", "program"),
        ("scan.pdf", b"\x89PNG\r\n\x1a\n", "misnamed"),
        ("a.docx", packed({"word/document.xml": b"", "word/vbaProject.bin": b"x"}), "macros"),
        ("a.docx", packed({"x.txt": b""}), "unknown"),
        ("a.xlsx", b"PK\x03\x04" + b"\xff" * 500, "unknown"),
        ("\u202efdp.exe", b"abc", "program"),
        ("a.txt", b"#!/bin/sh\nrm -rf /", "program"),
        ("a.pdf", b"", "empty"),
    ],
)
def test_attachments_are_what_their_bytes_say(name: str, data: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        recognise(name, data)
    assert refused.value.code == f"attachment.{code}"


def test_a_bank_line_without_end_is_cut() -> None:
    facts, rows = rows_of(ENDLESS_LINE.encode(), "a.sta", Wanted(bank=True))
    lines = statement_of("a.sta", facts, "", rows, BankReadOptions(), "EUR").lines
    assert lines
    assert max(len(line.text) for line in lines) <= 10_000
