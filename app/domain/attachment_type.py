"""What a file kept with the ledger really is: told by its bytes, never by its name alone."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from email.parser import BytesHeaderParser

from app.domain import file_name
from app.domain.file_name import LONGEST_NAME
from app.domain.problem import DomainError

DEFAULT_LIMIT = 20 * 1024 * 1024
"""Bytes of one attachment, unless the company chose another limit."""


@dataclass(frozen=True, slots=True)
class FileType:
    """A kind of file that may be kept: its media type and the endings its name may have."""

    media_type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = FileType("application/pdf", (".pdf",))
PNG = FileType("image/png", (".png",))
JPEG = FileType("image/jpeg", (".jpg", ".jpeg"))
TEXT = FileType("text/plain", (".txt", ".csv", ".md", ".log"))
EMAIL = FileType("message/rfc822", (".eml",))
OUTLOOK = FileType("application/vnd.ms-outlook", (".msg",))
OLD_OFFICE = FileType("application/x-ole-storage", (".doc", ".xls", ".ppt", ".msg", ".wps", ".et"))
DOCX = FileType(f"{_OFFICE}.wordprocessingml.document", (".docx",))
XLSX = FileType(f"{_OFFICE}.spreadsheetml.sheet", (".xlsx",))
PPTX = FileType(f"{_OFFICE}.presentationml.presentation", (".pptx",))
OPEN_TEXT = FileType("application/vnd.oasis.opendocument.text", (".odt",))
OPEN_SHEET = FileType("application/vnd.oasis.opendocument.spreadsheet", (".ods",))
OFD = FileType("application/ofd", (".ofd",))

_STARTS: tuple[tuple[bytes, FileType], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
)
_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)
_PROGRAM_ENDINGS = frozenset(
    ".exe .com .scr .pif .bat .cmd .ps1 .vbs .vbe .js .jse .wsf .wsh .hta .msi .msp .dll .cpl .jar .sh .app "
    ".lnk .reg .iso .img .apk .command .docm .xlsm .pptm .xlam .dotm".split()
)
_ZIPS: tuple[tuple[str, FileType], ...] = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", XLSX),
    ("xl/workbook.bin", XLSX),
    ("ppt/presentation.xml", PPTX),
    ("OFD.xml", OFD),
)
_OPEN_TYPES = {one.media_type.encode(): one for one in (OPEN_TEXT, OPEN_SHEET)}
_HEADERS = frozenset({"from", "to", "subject", "date", "message-id", "received", "mime-version"})
_FEWEST_HEADERS = 3
_LONGEST_ENDING = 10
_SAMPLE = 65536


def recognise(name: str, data: bytes, limit: int = DEFAULT_LIMIT) -> FileType:
    """What the file is; refused when empty, too large, a program, unknown, or not what its name says."""
    if not data:
        raise DomainError("attachment.empty", name=name)
    if len(data) > limit:
        raise DomainError(
            "attachment.too_large", name=name, size=_megabytes(len(data)), limit=_megabytes(limit)
        )
    ending = _ending(name)
    if ending in _PROGRAM_ENDINGS or data.startswith(_PROGRAMS):
        raise DomainError("attachment.program", name=name)
    found = _by_content(name, data)
    if found is None:
        raise DomainError("attachment.unknown", name=name)
    if found is OLD_OFFICE and ending == ".msg":
        found = OUTLOOK
    if ending not in found.endings:
        raise DomainError("attachment.misnamed", name=name, expected=_said(found.endings))
    return found


def safe_name(name: str) -> str:
    """A name any system can store: without folders, control or direction signs, and not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = file_name.cleaned("".join(c for c in last if unicodedata.category(c) != "Cc"), "_")
    ending = _ending(clean)
    return file_name.safe_name(clean[: len(clean) - len(ending)], ending, instead="_")


def _by_content(name: str, data: bytes) -> FileType | None:
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _office(name, data)
    if not _is_text(data):
        return None
    return EMAIL if _ending(name) == ".eml" and _has_headers(data) else TEXT


def _office(name: str, data: bytes) -> FileType | None:
    """The office paper a zip file is, by its table of contents; nothing is unpacked but a short type."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if any(one.casefold().endswith("vbaproject.bin") for one in names):
                raise DomainError("attachment.macros", name=name)
            if "mimetype" in names and archive.getinfo("mimetype").file_size < LONGEST_NAME:
                return _OPEN_TYPES.get(archive.read("mimetype").strip())
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        return None
    return next((kind for inside, kind in _ZIPS if inside in names), None)


def _is_text(data: bytes) -> bool:
    """Whether it reads as text in a known encoding, without the control signs of a program."""
    sample = data[:_SAMPLE]
    for encoding in _encodings(sample):
        try:
            text = sample.decode(encoding, "strict" if len(data) <= _SAMPLE else "ignore")
        except UnicodeDecodeError:
            continue
        return not any(ord(c) < ord(" ") and c not in "\t\r\n\f\x1b" for c in text)
    return False


def _encodings(sample: bytes) -> tuple[str, ...]:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "gb18030", "cp1252")


def _has_headers(data: bytes) -> bool:
    headers = BytesHeaderParser().parsebytes(data[:_SAMPLE])
    return len(_HEADERS & {key.casefold() for key in headers}) >= _FEWEST_HEADERS


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f".{ending.casefold()}" if dot and stem and len(ending) < _LONGEST_ENDING else ""


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB"


def _said(endings: Iterable[str]) -> str:
    return " / ".join(endings)
