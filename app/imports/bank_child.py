"""Which kind of statement a file is, by its content, and its rows; runs in the parsing process."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from app.imports.bank_rows import packed
from app.imports.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

    from app.imports.bank_rows import BankRow

CAMT, MT940, OFX = "camt.053", "mt940", "ofx"
FORMATS = frozenset({CAMT, MT940, OFX})
_CAMT = re.compile(r"camt\.05[234]\.|<(\w+:)?BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)\b")
_OFX = re.compile(r"\A\s*OFXHEADER\s*:|<\?OFX\b|<OFX>", re.IGNORECASE)
_MT940 = re.compile(r"^:20:.*$(?s:.){0,400}?^:(25P?|28C?|60[FM]):", re.MULTILINE)
_XML = re.compile(r"\A\s*<(\?xml|!|\w+:?Document\b|Document\b)")


def kind_of(head: bytes) -> str:
    """The statement format that the first bytes show; "" for any other file."""
    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").decode("latin-1")
    if _OFX.search(text):
        return OFX
    if _CAMT.search(text) and "<" in text:
        return CAMT
    return MT940 if _MT940.search(text.replace("\r", "")) else ""


def is_other_xml(head: bytes) -> bool:
    """True for an XML file that is no statement we know: a table would make no sense of it."""
    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"").decode("latin-1")
    return bool(_XML.match(text))


def rows_of(kind: str, path: Path, encoding: str | None) -> Iterable[tuple[str | int, ...]]:
    """The rows of a statement; the first is read at once, so that a wrong file is refused before any."""
    data = path.read_bytes()
    rows = map(packed, _parsed(kind, data, path.name, encoding))
    first = next(rows, None)
    return () if first is None else chain((first,), rows)


def _parsed(kind: str, data: bytes, name: str, encoding: str | None) -> Iterable[BankRow]:
    if kind == CAMT:
        from app.imports import bank_camt  # noqa: PLC0415 - lxml loads with such a file

        return bank_camt.bank_rows(data, name)
    text = decode(data, encoding).text.replace("\r\n", "\n").replace("\r", "\n")
    if kind == MT940:
        from app.imports import bank_mt940  # noqa: PLC0415 - mt-940 loads with such a file

        return bank_mt940.bank_rows(text, name)
    from app.imports import bank_ofx  # noqa: PLC0415 - ofxtools loads with such a file

    return bank_ofx.bank_rows(text, name)
