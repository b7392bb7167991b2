"""The bundled faces by their files: how wide a text is set, and what stands in for a letter they lack."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

from app.figures.library import DRAWING
from app.resources import path as resource

_FILES = {
    False: ("NotoSansSC_400Regular.ttf", "DejaVuSans.ttf"),
    True: ("NotoSansSC_700Bold.ttf", "DejaVuSans-Bold.ttf"),
}
_MISSING = "□"
_LAST_PLAIN = 0xFFFF
_EM = 1000
ELLIPSIS = "…"
_CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORDS = re.compile(rf"[^\s{_CJK}]+|.")


def file(name: str) -> Path:
    """Where a bundled face lies."""
    return resource("fonts", name)


@cache
def _font(name: str) -> FT2Font:
    """A face for measuring, in thousandths of the type size."""
    font = FT2Font(str(file(name)))
    font.set_size(_EM, 72)
    return font


@cache
def _letters(name: str) -> frozenset[int]:
    """The characters a face has."""
    return frozenset(_font(name).get_charmap())


@cache
def _advance(name: str, mark: str) -> float:
    """How far a character moves the pen, in thousandths of the type size."""
    return float(_font(name).load_char(ord(mark), flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536


@lru_cache(maxsize=4096)
def runs(text: str, *, bold: bool = False) -> tuple[tuple[str, str], ...]:
    """The text split by the face that has its letters, as (file name, part); always one line."""
    with DRAWING:
        pieces = [
            piece for word in _WORDS.findall(_printable(text, bold=bold)) for piece in _faced(word, bold=bold)
        ]
    return tuple(
        (name, "".join(part for _, part in same)) for name, same in groupby(pieces, lambda one: one[0])
    )


def _printable(text: str, *, bold: bool) -> str:
    """Composed letters, spaces for breaks, nothing invisible, a box for what has no glyph."""
    known = _letters(_FILES[bold][0]) | _letters(_FILES[bold][1])
    kept = (
        " " if mark.isspace() else mark
        for mark in unicodedata.normalize("NFC", text)
        if mark.isspace() or not unicodedata.category(mark).startswith("C") or ord(mark) > _LAST_PLAIN
    )
    return "".join(mark if ord(mark) in known and ord(mark) <= _LAST_PLAIN else _MISSING for mark in kept)


def _faced(word: str, *, bold: bool) -> list[tuple[str, str]]:
    """One word in one face where possible, else letter by letter."""
    first, second = _FILES[bold]
    for name in (first, second):
        if all(ord(mark) in _letters(name) for mark in word):
            return [(name, word)]
    return [(first if ord(mark) in _letters(first) else second, mark) for mark in word]


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is set, in points."""
    with DRAWING:
        return sum(_advance(name, mark) for name, part in runs(text, bold=bold) for mark in part) * size / _EM


def clipped(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, or as much of it as has room with an ellipsis; "" where not even that has."""
    if width(text, size, bold=bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""
