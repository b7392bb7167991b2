"""The faces that every paper carries inside it, so that it looks the same on every machine.

Noto Sans SC sets Chinese, English and most of Europe; a word with a letter it lacks (ł, č, ş,
Hebrew, Arabic) is set in DejaVu Sans as a whole. What neither has prints as an empty box. Quotes and
apostrophes of Noto Sans SC are as wide as a Chinese character: a Latin word with one is set in the Latin
face made of it, whose own are narrow.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app import resources

if TYPE_CHECKING:
    from collections.abc import Sequence

REGULAR = "Holdfast"
BOLD = "Holdfast-Bold"
_FILES = {
    REGULAR: "NotoSansSC_400Regular.ttf",
    BOLD: "NotoSansSC_700Bold.ttf",
    f"{REGULAR}-Latin": "HoldfastLatin-Regular.ttf",
    f"{BOLD}-Latin": "HoldfastLatin-Bold.ttf",
    f"{REGULAR}-Wide": "DejaVuSans.ttf",
    f"{BOLD}-Wide": "DejaVuSans-Bold.ttf",
}
_CHOOSING = (REGULAR, BOLD)
"""The others are what a word was found to be set in."""
_MISSING = "□"
# reportlab writes a broken text layer for code points above the basic plane.
_LAST_PLAIN = 0xFFFF
_RTL = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # Hebrew, Arabic and their presentation forms
_RIGHT_TO_LEFT = re.compile(rf"[{_RTL}]+(?:[\s\-'’]+[{_RTL}]+)*")
CJK = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORDS = re.compile(rf"[^\s{CJK}]+|.")
_QUOTED = re.compile(r"[‘’“”]")
_LETTER = re.compile(r"[^\W_]")

Runs = tuple[tuple[str, str], ...]


@cache
def letter_widths(font: str) -> dict[str, float]:
    """Width of each character of a face in thousandths of the type size; parsed once per process."""
    face = TTFont(font, str(resources.path("fonts", _FILES[font])))
    pdfmetrics.registerFont(face)
    return {chr(code): width for code, width in face.face.charWidths.items() if code <= _LAST_PLAIN}


def width(text: str, font: str, size: float) -> float:
    """How wide a text is set, in points."""
    widths = letter_widths(font)
    if quoted(text) and font in _CHOOSING:
        return _width_of_runs(text, font, size)
    try:
        return sum(map(widths.__getitem__, text)) * size / 1000
    except KeyError:
        return _width_of_runs(text, font, size)


def _width_of_runs(text: str, font: str, size: float) -> float:
    parts = runs(text, font)
    return sum(sum(letter_widths(face)[mark] for mark in part) for face, part in parts) * size / 1000


def quoted(text: str) -> bool:
    """Whether a quote or an apostrophe stands in it, whose width depends on its word."""
    return not text.isascii() and _QUOTED.search(text) is not None


def words(text: str) -> list[str]:
    """What is set in one face, in order: words without spaces, spaces and Chinese characters one by one."""
    return _WORDS.findall(text)


def mark_widths(word: str, font: str) -> list[float]:
    """The width of each character of a word in thousandths of the type size, in the face that sets it.

    Where no face has them all, each gets the same share of the whole.
    """
    for face in _faces(word, font):
        widths = letter_widths(face)
        if widths.keys() >= set(word):
            return [widths[mark] for mark in word]
    return [width(word, font, 1000) / len(word)] * len(word)


@lru_cache(maxsize=4096)
def runs(text: str, font: str) -> Runs:
    """The text in the order it is drawn, split by the face that has its letters."""
    if not quoted(text) and letter_widths(font).keys() >= set(text):
        return ((font, text),) if text else ()
    words = _WORDS.findall(_visual(_printable(text, font)))
    pieces = [(face, part) for word in words for face, part in _faced(word, font)]
    return tuple(
        (face, "".join(part for _, part in same)) for face, same in groupby(pieces, lambda piece: piece[0])
    )


def _faces(word: str, font: str) -> Sequence[str]:
    """The faces a word may be set in, the best first."""
    narrow = [f"{font}-Latin"] if quoted(word) and _LETTER.search(word) else []
    return (*narrow, font, f"{font}-Wide")


def _faced(word: str, font: str) -> Runs:
    """One word in one face where possible, else letter by letter."""
    for face in _faces(word, font):
        if letter_widths(face).keys() >= set(word):
            return ((face, word),)
    return tuple((font if mark in letter_widths(font) else f"{font}-Wide", mark) for mark in word)


def _printable(text: str, font: str) -> str:
    """Composed letters, spaces for breaks, nothing invisible, a box for what has no glyph."""
    known = letter_widths(font).keys() | letter_widths(f"{font}-Wide").keys()
    kept = (
        " " if mark.isspace() else mark
        for mark in unicodedata.normalize("NFC", text)
        if mark.isspace() or not unicodedata.category(mark).startswith("C") or mark > chr(_LAST_PLAIN)
    )
    return "".join(mark if mark in known else _MISSING for mark in kept)


def _visual(text: str) -> str:
    """Hebrew and Arabic phrases turned round, because paper is drawn from the left."""
    return _RIGHT_TO_LEFT.sub(lambda phrase: phrase[0][::-1], text)
