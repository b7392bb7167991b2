"""Breaking text into lines: Chinese between any two characters, other words at spaces.

No line begins with closing punctuation or ends with an opening one. The text is never markup:
what a user typed is drawn letter for letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.reports.fonts import CJK, letter_widths, mark_widths, quoted, width, words

_OPEN = "（《“‘「『【〔"
_CLOSE = "）》”’」』】〕，。、；：？！％…"
_TOKENS = re.compile(rf"\s+|[{_OPEN}]*(?:[{CJK}]|[^\s{CJK}{_OPEN}{_CLOSE}]+)[{_CLOSE}]*|.", re.DOTALL)
ELLIPSIS = "…"


@lru_cache(maxsize=2048)
def wrap(text: str, font: str, size: float, room: float) -> tuple[str, ...]:
    """The lines of a text set to ``room`` points; a word longer than a line is cut where it must."""
    if width(text, font, size) <= room and "\n" not in text:
        return (text,)
    lines = [line for part in text.split("\n") for line in _filled(part, font, size, room)]
    return tuple(lines)


def _filled(text: str, font: str, size: float, room: float) -> list[str]:
    """One paragraph's lines, each as full as its words allow."""
    lines, line = [], ""
    for token in _TOKENS.findall(text):
        if width((line + token).rstrip(), font, size) <= room:
            line += token
            continue
        if line.strip():
            lines.append(line.rstrip())
        pieces = _cut(token.lstrip(), font, size, room)
        lines += pieces[:-1]
        line = pieces[-1]
    return [*lines, line.rstrip()]


def _cut(word: str, font: str, size: float, room: float) -> list[str]:
    """A word in pieces that fit; the last one may be continued."""
    pieces, piece = [], ""
    for mark in word:
        if piece and width(piece + mark, font, size) > room:
            pieces.append(piece)
            piece = ""
        piece += mark
    return [*pieces, piece]


def tokens(text: str) -> list[str]:
    """What stays together on a line, in order: words with their punctuation, single Chinese characters."""
    return _TOKENS.findall(text)


def pieces(text: str, font: str, size: float) -> list[float]:
    """The width of each character as it will be drawn."""
    known = {} if quoted(text) else letter_widths(font)
    try:
        return [known[mark] * size / 1000 for mark in text]
    except KeyError:
        return [wide * size / 1000 for word in words(text) for wide in mark_widths(word, font)]


def clipped(text: str, font: str, size: float, room: float, most_lines: int) -> tuple[str, ...]:
    """Wrapped to at most so many lines; what is left out is marked by an ellipsis."""
    lines = wrap(text, font, size, room)
    if len(lines) <= most_lines:
        return lines
    last = lines[most_lines - 1]
    while last and width(last + ELLIPSIS, font, size) > room:
        last = last[:-1]
    return (*lines[: most_lines - 1], last + ELLIPSIS)


def fitting_size(text: str, font: str, size: float, room: float) -> float:
    """The type size, reduced as far as one line needs (never below 5 pt)."""
    natural = width(text, font, size)
    return size if natural <= room else max(5.0, size * room / natural)
