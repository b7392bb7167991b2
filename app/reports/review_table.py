"""A table of the review: ruled by hairlines, with swatches, grades and status marks before its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pen import Pen
from app.reports.typesetting import clipped, fitting_size, wrap

SIZE, LEADING = 9.0, 12.4
_ROW, _HEAD, _HEADING, _AFTER = 20.0, 21.0, 26.0, 16.0
_PAD = 3.0
_MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Text:
    """A cell: its words, and a mark before them (``#RRGGBB`` a swatch, ``grade:D``, ``status:ok``)."""

    words: str
    mark: str = ""
    bold: bool = False
    colour: str = ink.TEXT


@dataclass(frozen=True, slots=True)
class Col:
    """A column: its title, width in points, whether its figures stand right, and the space before it."""

    title: str
    width: float
    right: bool = False
    lead: float = 0.0


@dataclass(frozen=True)
class Ruled:
    """Rows ``start`` to ``stop`` of a table under its title; only the last part shows the total."""

    heading: str
    columns: tuple[Col, ...]
    rows: tuple[tuple[Text, ...], ...]
    total: tuple[Text, ...] = ()
    row: float = _ROW
    start: int = 0
    stop: int | None = None

    @property
    def _end(self) -> int:
        return len(self.rows) if self.stop is None else self.stop

    @property
    def _last(self) -> bool:
        return self._end == len(self.rows)

    @cached_property
    def _lines(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """Every row's cells as lines."""
        return tuple(self._laid(row) for row in self.rows)

    @cached_property
    def _heads(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            wrap(one.title, BOLD, SIZE, max(one.width - 2 * _PAD - one.lead, SIZE)) for one in self.columns
        )

    @property
    def height(self) -> float:
        """Everything this part prints and the space after."""
        rows = sum(self._high(place) for place in range(self.start, self._end))
        return self._top + rows + (self.row if self.total and self._last else 0) + _AFTER

    @property
    def _top(self) -> float:
        most = max(len(lines) for lines in self._heads)
        return (_HEADING if self.heading else 0) + _HEAD + (most - 1) * LEADING

    def _high(self, place: int) -> float:
        most = max((len(lines) for lines in self._lines[place]), default=1)
        return self.row + (most - 1) * LEADING

    def _laid(self, row: Sequence[Text]) -> tuple[tuple[str, ...], ...]:
        found: list[tuple[str, ...]] = []
        for column, one in zip(self.columns, row, strict=True):
            room = column.width - 2 * _PAD - column.lead - _indent(one)
            if column.right:
                found.append((one.words,))
            else:
                font = BOLD if one.bold else REGULAR
                found.append(clipped(one.words, font, SIZE, max(room, SIZE * 2), _MOST_LINES))
        return tuple(found)

    def split(self, room: float, *, force: bool = False) -> tuple[Ruled | None, Ruled | None]:
        """What fits into ``room`` points and what goes to the next page; ``force`` takes a row anyway."""
        if self.height - _AFTER <= room:
            return self, None
        used, stop = self._top + _AFTER, self.start
        while stop < self._end and used + self._high(stop) <= room:
            used += self._high(stop)
            stop += 1
        stop = min(stop, self._end - 1)
        least = self.start + (1 if force else 2)
        if stop < least and not force:
            return None, self
        stop = max(stop, self.start + 1)
        if stop >= self._end:
            return self, None
        return replace(self, stop=stop), replace(self, start=stop, stop=self.stop, heading="")

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Title, head between two rules, rows over hairlines, the total between two rules."""
        whole = sum(one.width for one in self.columns)
        if self.heading:
            pen.text(x, top - 14, self.heading, 12, bold=True)
            top -= _HEADING
        pen.rule(x, top, whole, 0.7)
        high = _HEAD + (max(len(lines) for lines in self._heads) - 1) * LEADING
        self._draw_heads(pen, x, top - high)
        top -= high
        pen.rule(x, top, whole, 0.7)
        for place in range(self.start, self._end):
            high = self._high(place)
            self._draw_row(pen, x, top, self.rows[place], self._lines[place])
            top -= high
            if place + 1 < self._end:
                pen.rule(x, top, whole, 0.4, ink.HAIRLINE)
        if self.total and self._last:
            pen.rule(x, top, whole, 0.4, ink.HAIRLINE)
            bold = tuple(replace(one, bold=True) for one in self.total)
            self._draw_row(pen, x, top, bold, tuple((one.words,) for one in bold))
            top -= self.row
        pen.rule(x, top, whole, 0.7)

    def _draw_heads(self, pen: Pen, x: float, bottom: float) -> None:
        for column, lines in zip(self.columns, self._heads, strict=True):
            for number, line in enumerate(lines):
                y = bottom + 7 + (len(lines) - 1 - number) * LEADING
                if column.right:
                    pen.text_right(x + column.width - _PAD, y, line, SIZE, bold=True)
                else:
                    pen.text(x + _PAD + column.lead, y, line, SIZE, bold=True)
            x += column.width

    def _draw_row(
        self,
        pen: Pen,
        x: float,
        top: float,
        row: Sequence[Text],
        laid: Sequence[Sequence[str]],
    ) -> None:
        y = top - self.row / 2 - 3.2
        for column, one, lines in zip(self.columns, row, laid, strict=True):
            at = x + _PAD + column.lead
            _mark(pen, at, y, one.mark)
            for number, line in enumerate(lines):
                base = y - number * LEADING
                if column.right:
                    room = column.width - 2 * _PAD
                    size = fitting_size(line, BOLD if one.bold else REGULAR, SIZE, room)
                    pen.text_right(
                        x + column.width - _PAD, base, line, size, bold=one.bold, colour=one.colour
                    )
                else:
                    pen.text(at + _indent(one), base, line, SIZE, bold=one.bold, colour=one.colour)
            x += column.width


def _indent(one: Text) -> float:
    """Room for the mark before the words."""
    if not one.mark:
        return 0.0
    return 19.0 if one.mark.startswith("grade:") else 13.0


def _mark(pen: Pen, x: float, y: float, mark: str) -> None:
    """A swatch, a grade's letter on its tint, or a status by its shape: circle, triangle, square."""
    if mark.startswith("#"):
        pen.block(x, y - 0.6, 7.6, 7.6, mark, 1.4)
    elif mark.startswith("grade:"):
        grade = mark.partition(":")[2]
        tint, letter = ink.GRADES.get(grade, (ink.HAIRLINE, ink.SECONDARY))
        pen.block(x, y - 3.4, 13.2, 13.2, tint, 2.6)
        pen.text(x + 6.6 - width(grade, BOLD, 8.6) / 2, y, grade, 8.6, bold=True, colour=letter)
    elif mark.startswith("status:"):
        _status(pen, x, y, mark.partition(":")[2])


def _status(pen: Pen, x: float, y: float, state: str) -> None:
    colour = ink.STATUS.get(state, ink.STATUS["none"])[0]
    if state == "ok":
        pen.block(x, y - 0.4, 7.4, 7.4, colour, 3.7)
    elif state == "miss":
        pen.block(x, y - 0.2, 7.0, 7.0, colour, 1)
    elif state == "near":
        pen.triangle(x, y - 0.4, 8.0, 7.4, colour)
