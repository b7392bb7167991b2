"""The marks between a rendered template and its paragraphs: control characters, which no value can hold.

A whole part of the letter (the invoice table) stands as ``BLOCK_ON name BLOCK_OFF``, words in bold
between ``STRONG_ON`` and ``STRONG_OFF``. ``plain`` takes every control character out of a value, so
that nothing a user typed or imported is ever taken for a mark.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from app.domain.letter_fields import BLOCKS
from app.domain.letter_paper import Paragraph, Span

STRONG_ON, STRONG_OFF = "\x0e", "\x0f"
BLOCK_ON, BLOCK_OFF = "\x02", "\x03"
_PART = re.compile(f"{BLOCK_ON}([^{BLOCK_ON}{BLOCK_OFF}]*){BLOCK_OFF}")
_STRONG = re.compile(f"{STRONG_ON}([^{STRONG_ON}{STRONG_OFF}]*){STRONG_OFF}")
_BREAK = re.compile(r"\n[ \t\u3000]*\n\s*")
# Marks that turn the direction of what follows; shaping marks (joiners) stay.
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_MOST_VALUE = 600
_NO_MARKS = dict.fromkeys(map(ord, (STRONG_ON, STRONG_OFF, BLOCK_ON, BLOCK_OFF)))


def block(name: str) -> str:
    """The mark of a whole part of the letter."""
    return f"{BLOCK_ON}{name}{BLOCK_OFF}"


def plain(value: str, most: int = _MOST_VALUE) -> str:
    """A value as one line of plain text, without control characters or marks of direction."""
    return " ".join(_visible(value).split())[:most].rstrip()


def _visible(value: str) -> str:
    """The value without what is not seen, each kind of space as a plain one."""
    if value.isprintable():
        return value
    kept = (" " if mark.isspace() else mark for mark in value if mark.isspace() or _is_text(mark))
    return "".join(kept)


def _is_text(mark: str) -> bool:
    return unicodedata.category(mark) not in {"Cc", "Cs"} and mark not in _TURNING


def parts(rendered: str, blocks: Collection[str] = BLOCKS) -> list[Paragraph | str]:
    """A rendered body in order: its paragraphs, and the names of its ``blocks``.

    Paragraphs are parted by empty lines; a single line break stays one.
    """
    found: list[Paragraph | str] = []
    for number, piece in enumerate(_PART.split(rendered)):
        if number % 2:
            if piece in blocks:
                found.append(piece)
            continue
        for text in _BREAK.split(piece):
            lines = "\n".join(line.strip(" \t") for line in text.strip().split("\n"))
            if _without_marks(lines).strip():
                found.append(Paragraph(spans(lines)))
    return found


def spans(text: str) -> tuple[Span, ...]:
    """A text parted by weight."""
    pieces = _STRONG.split(text)
    return tuple(
        Span(clean, strong=bool(number % 2))
        for number, piece in enumerate(pieces)
        if (clean := _without_marks(piece))
    )


def one_line(rendered: str) -> str:
    """A rendered subject: one line without marks."""
    return plain(_without_marks(_PART.sub("", rendered)))


def _without_marks(text: str) -> str:
    return text.translate(_NO_MARKS)
