"""Paragraphs with words in bold: set to a measure, their first line set in, parted over pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from app.domain.letter_paper import Span
from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pen import Pen
from app.reports.typesetting import pieces, tokens

Line = tuple[Span, ...]
_MOST_TOGETHER = 6
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class RichProse:
    """Lines of one paragraph; ``first`` sets the first in, ``after`` is the space below the last."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    first: float = 0.0
    after: float = 0.0
    colour: str = ink.TEXT

    @property
    def height(self) -> float:
        """Lines and the space after."""
        return len(self.lines) * self.leading + self.after

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Line under line."""
        for number, line in enumerate(self.lines):
            at = x + (self.first if number == 0 else 0)
            y = top - number * self.leading - self.leading * 0.5 - self.size * 0.36
            for span in line:
                pen.text(at, y, span.text, self.size, bold=span.strong, colour=self.colour)
                at += width(span.text, BOLD if span.strong else REGULAR, self.size)


def rich(
    spans: Sequence[Span],
    measure: float,
    size: float,
    leading: float,
    *,
    first: float = 0.0,
    after: float = 0.0,
    colour: str = ink.TEXT,
) -> list[RichProse]:
    """A paragraph; a long one in several blocks, so that it may run on to the next page."""
    lines = _set(tuple(spans), measure, size, first)
    cuts = list(_cuts(len(lines)))
    return [
        RichProse(
            lines[start:stop],
            size,
            leading,
            first if start == 0 else 0.0,
            after if stop == len(lines) else 0.0,
            colour,
        )
        for start, stop in zip([0, *cuts], [*cuts, len(lines)], strict=True)
    ]


def _cuts(count: int) -> Iterator[int]:
    """Where a paragraph may be parted: never one line alone at either end."""
    if count > _MOST_TOGETHER:
        yield from range(_FEWEST, count - _FEWEST + 1)


@lru_cache(maxsize=1024)
def _set(spans: tuple[Span, ...], measure: float, size: float, first: float) -> tuple[Line, ...]:
    """The lines, each as full as its words allow; a break in the text is a break in the lines."""
    lines: list[Line] = []
    for paragraph in _broken(spans):
        lines += _filled(paragraph, measure, size, first if not lines else 0.0)
    return tuple(lines)


def _broken(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The text at its line breaks."""
    current: list[Span] = []
    for span in spans:
        head, *others = span.text.split("\n")
        current.append(Span(head, span.strong))
        for other in others:
            yield current
            current = [Span(other, span.strong)]
    yield current


def _filled(spans: Sequence[Span], measure: float, size: float, first: float) -> list[Line]:
    text = "".join(span.text for span in spans)
    strong = [span.strong for span in spans for _ in span.text]
    wide = _widths(spans, size)
    lines: list[Line] = []
    start, at, used, room = 0, 0, 0.0, measure - first
    for token in tokens(text):
        end, bare = at + len(token), at + len(token.rstrip())
        need = sum(wide[at:bare])
        if used + need > room and at > start:
            lines.append(_line(text, strong, start, at))
            start, used, room = at + len(token) - len(token.lstrip()), 0.0, measure
        for stop in _breaks(wide, start, bare, room) if need > room else ():
            lines.append(_line(text, strong, start, stop))
            start, used, room = stop, 0.0, measure
        used += sum(wide[max(at, start) : end])
        at = end
    return [*lines, _line(text, strong, start, len(text))]


def _widths(spans: Sequence[Span], size: float) -> list[float]:
    """Each character's width in its own weight."""
    # Joined by weight first: a word that lacks one letter is drawn in another face as a whole.
    runs = groupby(spans, lambda span: span.strong)
    faces = (("".join(span.text for span in same), BOLD if strong else REGULAR) for strong, same in runs)
    return [wide for text, face in faces for wide in pieces(text, face, size)]


def _breaks(wide: Sequence[float], start: int, end: int, room: float) -> Iterator[int]:
    """Where a word longer than its line is cut."""
    used = 0.0
    for at in range(start, end):
        if used + wide[at] > room and used:
            yield at
            used = 0.0
        used += wide[at]


def _line(text: str, strong: Sequence[bool], start: int, stop: int) -> Line:
    """Part of the text as spans of one weight each."""
    stop = start + len(text[start:stop].rstrip())
    spans: list[Span] = []
    at = start
    for place in range(start + 1, stop + 1):
        if place == stop or strong[place] != strong[at]:
            spans.append(Span(text[at:place], strong[at]))
            at = place
    return tuple(spans)
