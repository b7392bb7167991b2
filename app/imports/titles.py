"""Column titles brought to one form, so that the same heading is found however it was written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.domain.importing import Cell

_BRACKETS = re.compile(r"[(\[【{<「][^)\]】}>」]*[)\]】}>」]")
_NOISE = re.compile(r"[^0-9a-z\u00c0-\u024f\u3400-\u9fff<>+]+")
_UNIT = re.compile(r"(单位[:：]?)?(人民币|美元|rmb|cny|usd|eur|gbp)?(万?元|千元)$")


def text_of(cell: Cell) -> str:
    """A title cell as text; a number keeps its digits."""
    return cell if isinstance(cell, str) else "" if cell is None else str(cell)


@lru_cache(maxsize=4096)
def normal(title: str) -> str:
    """Half-width, lower case, without spaces, marks and asterisks; "#" reads "no"."""
    text = unicodedata.normalize("NFKC", title).casefold().replace("#", "no").replace("№", "no")
    return _NOISE.sub("", text)


@lru_cache(maxsize=4096)
def bare(title: str) -> str:
    """The normal form without what stands in brackets and without a unit at the end."""
    text = unicodedata.normalize("NFKC", title)
    return _UNIT.sub("", normal(_BRACKETS.sub("", text))) or normal(title)
