"""Attachments are known by their bytes: what is kept, what is refused and why, and names made safe."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.attachment_type import recognise, safe_name
from app.domain.file_name import LONGEST_NAME
from app.domain.problem import DomainError

PDF = b"%PDF-1.7\n..."
PNG = b"\x89PNG\r\n\x1a\n...."
EML = b"From: a@b.cn\r\nTo: c@d.cn\r\nSubject: due\r\nDate: Mon, 1 Dec 2025 10:00:00 +0800\r\n\r\nhi"


def zipped(*names: str, mimetype: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("发票.PDF", PDF, "application/pdf"),
        ("seal.png", PNG, "image/png"),
        ("photo.jpeg", b"\xff\xd8\xff\xe0....", "image/jpeg"),
        ("note.txt", "签收单 no. 12".encode(), "text/plain"),
        ("gbk.txt", "签收单".encode("gb18030"), "text/plain"),
        ("wide.csv", "单号,金额".encode("utf-16"), "text/plain"),
        ("mail.eml", EML, "message/rfc822"),
        ("mail.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "application/vnd.ms-outlook"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "application/x-ole-storage"),
        ("合同.docx", zipped("word/document.xml"), "wordprocessingml.document"),
        ("表.xlsx", zipped("xl/workbook.xml"), "spreadsheetml.sheet"),
        ("票.ofd", zipped("OFD.xml"), "application/ofd"),
        ("t.odt", zipped(mimetype="application/vnd.oasis.opendocument.text"), "opendocument.text"),
    ],
)
def test_papers_and_pictures_are_kept(name: str, data: bytes, media_type: str) -> None:
    assert recognise(name, data).media_type.endswith(media_type)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"", "attachment.empty"),
        ("a.pdf", PDF + b"x" * 2048, "attachment.too_large"),
        ("setup.exe", b"MZ\x90\x00", "attachment.program"),
        ("发票.pdf", b"MZ\x90\x00", "attachment.program"),
        ("tool", b"\x7fELF\x02", "attachment.program"),
        ("run.txt", b"#!/bin/sh\nrm -rf /", "attachment.program"),
        ("run.bat", b"del *.*", "attachment.program"),
        ("x.docm", zipped("word/document.xml"), "attachment.program"),
        ("x.docx", zipped("word/document.xml", "word/vbaProject.bin"), "attachment.macros"),
        ("x.zip", zipped("readme.txt"), "attachment.unknown"),
        ("x.docx", b"PK\x03\x04 broken", "attachment.unknown"),
        ("x.bin", b"\x00\x01\x02\x03", "attachment.unknown"),
        ("x.png", PDF, "attachment.misnamed"),
        ("page.html", b"<script>1</script>", "attachment.misnamed"),
        ("no ending", PDF, "attachment.misnamed"),
        ("mail.eml", b"just words", "attachment.misnamed"),
    ],
)
def test_what_is_refused_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        recognise(name, data, limit=2000)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\x\\单.pdf", "单.pdf"),
        ("a<b>:c?.pdf", "a_b__c_.pdf"),
        ("con.txt", "_con.txt"),
        (".pdf", "pdf"),
        ("", "file"),
        ("evil\u202efdp.exe", "evilfdp.exe"),
        ("x\x00y\n.pdf", "xy.pdf"),
        ("  name .pdf ", "name.pdf"),
        ("x." + "y" * 300, "x." + "y" * (LONGEST_NAME - 2)),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_a_safe_name_is_short_plain_and_stays_itself(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe) <= LONGEST_NAME
    assert not set(safe) & set('/\\<>:"|?*\x00\n')
    assert safe_name(safe) == safe
