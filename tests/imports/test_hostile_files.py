from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from app.domain.problem import EnvironmentFaultError
from app.imports import ReadLimits, read
from app.imports.archive import far_cell
from app.words import say
from tests.imports import books

MIB = 1024 * 1024


def _refused(path: Path, limits: ReadLimits | None = None) -> str:
    """The code a reading ends with; it must have words in both languages."""
    with pytest.raises(EnvironmentFaultError) as caught:
        read(path, limits=limits or ReadLimits())
    for lang in ("zh", "en"):
        assert say(caught.value.code, lang, **caught.value.params)
    return caught.value.code


def _write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.csv") == "import.file_missing"


def test_a_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path) == "import.file_is_folder"


def test_an_empty_file(tmp_path: Path) -> None:
    assert _refused(_write(tmp_path / "a.xlsx", b"")) == "import.file_empty"


def test_a_file_of_blanks(tmp_path: Path) -> None:
    assert _refused(_write(tmp_path / "a.csv", b" \n ,\n\n")) == "import.no_rows"


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="needs file permissions that bind",
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", b"a,b\n")
    path.chmod(0)
    assert _refused(path) == "import.file_unreadable"


def test_a_file_held_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "a.csv", b"a,b\n")

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "open", held)
    assert _refused(path) == "import.file_unreadable"


def test_a_csv_of_a_gigabyte(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as stream:
        stream.truncate(1024 * MIB)
    assert _refused(path) == "import.file_too_big"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"%PDF-1.7 ...", "import.file_is_pdf"),
        ("a.xls", b"\x89PNG\r\n\x1a\n....", "import.file_is_picture"),
        ("a.csv", b"\xff\xd8\xff\xe0....", "import.file_is_picture"),
        ("a.xlsx", b"Rar!\x1a\x07", "import.file_is_archive"),
        ("a.csv", b"\x1f\x8b\x08....", "import.file_is_archive"),
        ("a.csv", bytes(range(1, 256)) * 20, "import.wrong_type"),
        ("a.xls", b"MZ\x90\x00", "import.wrong_type"),
        ("a.xlsx", b"PK\x03\x04 and no more", "import.workbook_damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000, "import.workbook_damaged"),
        ("a.xls", b"<html><body>no table</body></html>", "import.html_no_table"),
    ],
)
def test_what_is_no_table(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    assert _refused(_write(tmp_path / name, data)) == code


def test_an_archive_of_other_things(tmp_path: Path) -> None:
    assert _refused(_zip(tmp_path / "a.xlsx", {"a.txt": b"x"})) == "import.file_is_archive"
    assert _refused(_zip(tmp_path / "b.zip", {"in/a.xlsx": b"x"})) == "import.file_is_archive"
    assert _refused(_zip(tmp_path / "c.xlsx", {"word/document.xml": b"x"})) == "import.wrong_type"


def test_a_truncated_workbook(tmp_path: Path) -> None:
    data = books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER}).read_bytes()
    assert _refused(_write(tmp_path / "b.xlsx", data[: len(data) // 2])) == "import.workbook_damaged"
    old = books.xls(tmp_path / "a.xls", books.LEDGER).read_bytes()
    assert _refused(_write(tmp_path / "b.xls", old[: len(old) // 2])) == "import.workbook_damaged"


def test_a_workbook_with_a_broken_sheet(tmp_path: Path) -> None:
    whole = books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER})
    with zipfile.ZipFile(whole) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"][:200]
    assert _refused(_zip(tmp_path / "b.xlsx", parts)) in {"import.workbook_damaged", "import.no_rows"}


def test_a_password_on_an_opendocument_sheet(tmp_path: Path) -> None:
    assert _refused(books.ods(tmp_path / "a.ods", books.LEDGER, encrypted=True)) == "import.workbook_password"


def test_a_password_on_an_excel_workbook(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", _compound_file(("EncryptionInfo", "EncryptedPackage")))
    assert _refused(path) == "import.workbook_password"


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/bomb.xml", b"0" * (40 * MIB))
    assert _refused(path) == "import.workbook_bomb"


def test_a_zip_of_too_many_parts(tmp_path: Path) -> None:
    parts = {f"xl/worksheets/sheet{i}.xml": b"" for i in range(2100)}
    assert _refused(_zip(tmp_path / "a.xlsx", parts)) == "import.workbook_bomb"


def test_a_cell_at_the_end_of_the_world(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "x", "y"
    book.save(tmp_path / "a.xlsx")
    assert _refused(tmp_path / "a.xlsx") == "import.workbook_far_cell"


def test_a_far_cell_that_the_sheet_does_not_declare(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD1048576"] = "x", "y"
    book.save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"A1:XFD1048576", b"A1:B2")
    path = _zip(tmp_path / "b.xlsx", parts)
    assert far_cell(path) == "XFD1048576"
    assert _refused(path) == "import.workbook_far_cell"


def test_entities_that_explode(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    assert (
        _refused(_write(tmp_path / "a.xls", books.spreadsheet_xml([["&b;"]], bomb)))
        == "import.workbook_damaged"
    )


def test_a_parser_that_takes_too_long(tmp_path: Path) -> None:
    path = books.xlsx(tmp_path / "a.xlsx", {"a": books.LEDGER})
    assert _refused(path, ReadLimits(seconds=0.0)) == "import.read_timeout"


def test_a_parser_that_takes_too_much_memory(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.csv", b"1,2,3,4,5,6\n" * 800_000)
    assert _refused(path, ReadLimits(memory=20 * MIB)) == "import.read_memory"


def test_a_parser_that_crashes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.imports.reader.serve", _dies)
    path = _write(tmp_path / "a.csv", b"a,b\n1,2\n")
    assert _refused(path) == "import.read_crashed"


def _dies(*_: object) -> None:
    os.abort()


def _compound_file(names: tuple[str, ...]) -> bytes:
    """The smallest compound file with the given streams, as an encrypted workbook is stored."""
    import struct

    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\x00" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * (512 - 8)

    def entry(name: str, kind: int, right: int, child: int) -> bytes:
        raw = (name + "\x00").encode("utf-16-le")
        body = raw.ljust(64, b"\x00") + struct.pack("<HBB", len(raw), kind, 1)
        body += struct.pack("<III", 0xFFFFFFFF, right, child) + b"\x00" * 36
        return body + struct.pack("<IQ", 0xFFFFFFFE, 0)

    entries = entry("Root Entry", 5, 0xFFFFFFFF, 1)
    entries += entry(names[0], 2, 2, 0xFFFFFFFF) + entry(names[1], 2, 0xFFFFFFFF, 0xFFFFFFFF)
    return header + table + entries.ljust(512, b"\x00")
