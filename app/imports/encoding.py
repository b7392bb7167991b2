"""The character encoding of a text file, decided from its bytes."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from app.imports.refusal import RefusalError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 20
_ONE_OR_TWO_BYTES = frozenset({"gb18030", "cp1252", "latin-1"})
_UTF8_RUN = re.compile(rb"(?<![\x80-\xff])(?:[\xe2-\xef][\x80-\xbf]{2}){3,}(?![\x80-\xff])")
"""Three characters of three bytes and more between plain ones: no other encoding reads so."""
_WIDE_SHARE = 0.15
_WIDE_NOISE = 0.02
_EVERYDAY = re.compile(r"[\t\r\n -~\u00a0-\u017f\u2010-\u203f\u3000-\u3011\u4e00-\u9fff\uff00-\uff5e]")
_EVERYDAY_SHARE = 0.95
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_COMMON = re.compile(rb"[\xa1\xa3\xb0-\xf7][\xa1-\xfe]")
_FREQUENT = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")


class Decoded(NamedTuple):
    """A file's text, the encoding it was read with, and how many characters could not be read."""

    text: str
    encoding: str
    bad: int = 0


def decode(data: bytes, wanted: str | None = None) -> Decoded:
    """The text of ``data`` in the wanted encoding, or in the most plausible one."""
    encoding = wanted or detect(data)
    try:
        text = data.decode(encoding, errors="replace")
    except (LookupError, ValueError) as error:  # no name of one, or a codec that is none for files
        raise RefusalError("import.encoding_unknown", encoding=encoding) from error
    bad = text.count("\ufffd") + (_strangers(data) if encoding in _ONE_OR_TWO_BYTES else 0)
    return Decoded(text.removeprefix("\ufeff"), encoding, bad)


def _strangers(data: bytes) -> int:
    """Chinese characters in UTF-8 amid a text that is not: two files put together, read half wrong."""
    return sum(len(run[0]) // 3 for run in _UTF8_RUN.finditer(data))


def detect(data: bytes) -> str:
    """Byte-order mark, UTF-16 by its zeros, strict UTF-8, then Chinese against Western by sense."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    wide = _unmarked_utf16(data[:_SAMPLE])
    if wide:
        return wide
    if _fits(data, "utf-8"):
        return "utf-8"
    return "gb18030" if _looks_chinese(data) else _western(data)


def _fits(data: bytes, encoding: str) -> bool:
    """True when every byte can be read in the encoding."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(sample: bytes) -> str:
    """UTF-16 without a mark has zeros at every other byte: of each comma, digit and line end."""
    pairs = len(sample) // 2
    if not pairs:
        return ""
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    for share, other, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        wide = share > _WIDE_SHARE and other < _WIDE_NOISE
        if wide and _is_everyday(sample[: pairs * 2].decode(encoding, errors="replace")):
            return encoding
    return ""


def _is_everyday(text: str) -> bool:
    """True for a text of plain letters, digits and common Chinese characters."""
    return len(_EVERYDAY.findall(text)) >= len(text) * _EVERYDAY_SHARE


def _looks_chinese(data: bytes) -> bool:
    """True when the high bytes make everyday Chinese characters rather than accented letters.

    An accented letter stands between plain ones, so its "second byte" is a plain letter; a Chinese
    text is made of pairs of high bytes, most of them in the frequent half of GB 2312.
    """
    if not _fits(data, "gb18030") and not _nearly_gb18030(data):
        return False
    pairs = _PAIR.findall(data[:_SAMPLE])
    common = sum(1 for pair in pairs if _COMMON.match(pair))
    frequent = sum(1 for pair in pairs if _FREQUENT.match(pair))
    return common >= 3 * (len(pairs) - common) and frequent * 3 >= common


def _nearly_gb18030(data: bytes) -> bool:
    """True when only a stray byte or a cut last character keeps the data from being GB18030."""
    text = data.decode("gb18030", errors="replace")
    return text.count("\ufffd") * 200 <= len(text) - len(data.decode("ascii", errors="ignore"))


def _western(data: bytes) -> str:
    """Windows Western, or Latin-1 where the five bytes appear that Windows leaves out."""
    return "cp1252" if _fits(data, "cp1252") else "latin-1"
