"""Band rows: the line that names the customer of the items below it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.imports.header import is_bucket

_LABEL = re.compile(
    r"^(客户名称|客户|往来单位名称|往来单位|核算项目|单位名称|单位|购货单位|辅助项|customer "
    r"name|customer|account|contact|client|party|name)"
    r"\s*[:：]\s*(.+)$",
    re.IGNORECASE,
)
_SAGE = re.compile(
    r"a/c\s*:?\s*(?P<code>\S+)\s+name\s*:?\s*(?P<name>.+?)(?=\s+(?:contact|tel|phone)\b\s*:?|$)",
    re.IGNORECASE,
)
_CODE_FIRST = re.compile(
    r"^[(\[【（]?\s*(?P<code>[A-Za-z]{0,6}[-.]?\d[\w.-]*)\s*[)\]】）]?\s*[-–—:：_/\s]?\s*(?P<name>\D.*)$"
)
_BUCKET_TEXT = re.compile(
    r"^(current|not due|未到期|账期内)$|days? past due|\b\d+\s*-\s*\d+\s+days\b|^\d+ or more "
    r"days|and over$|^(逾期|超期)\s*\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Band:
    """The customer a band names; empty for a band of an aging bucket."""

    name: str = ""
    code: str = ""


def read_band(texts: Sequence[str]) -> Band:
    """The customer in the texts of a band row."""
    whole = unicodedata.normalize("NFKC", " ".join(texts)).strip()
    sage = _SAGE.search(whole)
    if sage:
        return Band(sage["name"].strip(), sage["code"])
    if _BUCKET_TEXT.search(whole) or is_bucket(whole):
        return Band()
    label = _LABEL.match(" ".join(texts).strip())
    if label:
        return _with_code(label[2].strip(), eager=True)
    if len(texts) == 2 and re.fullmatch(r"[A-Za-z]{0,6}[-.]?\d[\w.-]*", texts[0]):  # noqa: PLR2004 - code and name
        return Band(texts[1], texts[0])
    return _with_code(texts[0], eager=False)


def _with_code(text: str, *, eager: bool) -> Band:
    """A code in front parted from the name: in brackets, or under a label, or before Chinese."""
    found = _CODE_FIRST.match(text)
    if not found:
        return Band(text)
    bracketed = text[0] in "([【（"
    chinese = bool(re.match(r"[\u3400-\u9fff]", found["name"]))
    if bracketed or chinese or (eager and text[len(found["code"])] in " -:：_/"):
        return Band(found["name"].strip(" -–—:：_/]】)）"), found["code"])
    return Band(text)
