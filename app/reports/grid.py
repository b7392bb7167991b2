"""A ruled table that runs over pages: its header repeats, and each page ends in its own subtotal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.reports import ink
from app.reports.fonts import BOLD, REGULAR, width
from app.reports.pen import Pen
from app.reports.typesetting import clipped, fitting_size, wrap

_MOST_LINES = 24
_SWATCH = 6.0

Cells = Sequence[str]
Subtotal = Callable[[int, int], Sequence[Cells]]
Laid = tuple[float, tuple[tuple[str, ...], ...]]


def no_subtotal(start: int, stop: int) -> Sequence[Cells]:
    """For tables that have nothing to add up."""
    del start, stop
    return ()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """Title, width in points, whether figures stand right, and the colour of its swatch."""

    title: str
    width: float
    right: bool = False
    swatch: str = ""


@dataclass(frozen=True, slots=True)
class GridStyle:
    """Type size, row height, and the space left and right of a cell's text, all in points."""

    size: float = 9.0
    row: float = 17.0
    pad: float = 4.0

    @property
    def leading(self) -> float:
        """From line to line inside a cell."""
        return self.size * 1.3


@dataclass(frozen=True, slots=True)
class Grid:
    """Part of a table, from row ``start`` to ``stop``; only the ``last`` part shows the totals.

    ``subtotal`` gives the subtotal rows of a range; ``subtotal_rows`` says how many at most.
    ``carried`` gives what a later page begins with: the sums of all rows before it.
    """

    heading: str
    columns: tuple[GridColumn, ...]
    rows: tuple[Laid, ...]
    totals: tuple[Laid, ...]
    style: GridStyle
    subtotal: Subtotal
    subtotal_rows: int
    start: int
    stop: int
    last: bool
    carried: Subtotal = no_subtotal
    carried_rows: int = 0

    @property
    def height(self) -> float:
        """Everything this part prints, in points."""
        return self._top() + sum(high for high, _ in self.rows[self.start : self.stop]) + self._foot()

    def split(self, room: float, *, force: bool = False) -> tuple[Grid | None, Grid | None]:
        """What fits into ``room`` points and what goes to the next page; ``force`` takes a row anyway."""
        if self.height <= room:
            return self, None
        used = self._top() + self.subtotal_rows * self.style.row
        stop = self.start
        while stop < self.stop and used + self.rows[stop][0] <= room:
            used += self.rows[stop][0]
            stop += 1
        # The totals never stand alone on a page, nor a single row under its header.
        stop = min(stop, self.stop - 1)
        least = self.start + (1 if force or self.start else 2)
        if stop < least and not force:
            return None, self
        stop = max(stop, self.start + 1)
        if stop >= self.stop:
            return self, None
        return replace(self, stop=stop, last=False), replace(self, start=stop, heading="")

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw this part downwards from ``top``."""
        top = self._draw_heading(pen, x, top)
        top = self._draw_header(pen, x, top)
        for cells in self.carried(0, self.start) if self.start else ():
            laid = _laid(cells, self.columns, self.style, bold=False, lines=1)
            top = self._draw_row(pen, x, top, laid, accent=True)
        for laid in self.rows[self.start : self.stop]:
            top = self._draw_row(pen, x, top, laid)
        if not self.last or self.start:
            for cells in self.subtotal(self.start, self.stop):
                top = self._draw_row(
                    pen, x, top, _laid(cells, self.columns, self.style, bold=False, lines=1), accent=True
                )
        if self.last:
            for laid in self.totals:
                top = self._draw_row(pen, x, top, laid, bold=True)
        pen.rule(x, top, self._width())

    def _top(self) -> float:
        """Heading, header, and what is carried from the pages before."""
        carried = self.carried_rows * self.style.row if self.start else 0
        return (_HEADING if self.heading else 0) + self._header_height() + carried

    def _foot(self) -> float:
        """Subtotals and totals."""
        subtotals = self.subtotal_rows if not self.last or self.start else 0
        return subtotals * self.style.row + (sum(high for high, _ in self.totals) if self.last else 0)

    def _width(self) -> float:
        """All columns together."""
        return sum(column.width for column in self.columns)

    def _header_height(self) -> float:
        """One row's height, or more when a title takes several lines."""
        lines = max(len(_title(column, self.style)) for column in self.columns)
        return self.style.row + 2 + (lines - 1) * self.style.leading

    def _draw_heading(self, pen: Pen, x: float, top: float) -> float:
        """The table's own title."""
        if not self.heading:
            return top
        pen.text(x, top - 13, self.heading, 11, bold=True)
        return top - _HEADING

    def _draw_header(self, pen: Pen, x: float, top: float) -> float:
        """Column titles between two rules, standing on the lower one."""
        high = self._header_height()
        pen.rule(x, top, self._width())
        at = x
        for column in self.columns:
            self._draw_title(pen, at, top - high, column)
            at += column.width
        pen.rule(x, top - high, self._width())
        return top - high

    def _draw_title(self, pen: Pen, x: float, bottom: float, column: GridColumn) -> None:
        """One title with its swatch."""
        style = self.style
        lines = _title(column, style)
        y = bottom + self._baseline() + 1 + (len(lines) - 1) * style.leading
        for number, line in enumerate(lines):
            wide = width(line, BOLD, style.size)
            at = x + column.width - style.pad - wide if column.right else x + style.pad
            pen.text(at, y - number * style.leading, line, style.size, bold=True)
            if column.swatch and number == 0:
                pen.block(at - _SWATCH - 3, y, _SWATCH, _SWATCH, column.swatch, 1)

    def _draw_row(
        self, pen: Pen, x: float, top: float, laid: Laid, *, bold: bool = False, accent: bool = False
    ) -> float:
        """One row with the hairline above it left by its neighbour and its own below."""
        high, cells = laid
        style = self.style
        size, leading = style.size, style.leading
        first = top - style.row + self._baseline()
        colour = ink.SECONDARY if accent else ink.TEXT
        for column, lines in zip(self.columns, cells, strict=True):
            for number, line in enumerate(lines):
                y = first - number * leading
                if not line:
                    continue
                if column.right:
                    room = column.width - 2 * style.pad
                    fitted = fitting_size(line, BOLD if bold else REGULAR, size, room)
                    pen.text_right(x + column.width - style.pad, y, line, fitted, bold=bold, colour=colour)
                else:
                    pen.text(x + style.pad, y, line, size, bold=bold, colour=colour)
            x += column.width
        pen.rule(x - self._width(), top - high, self._width(), 0.4, ink.HAIRLINE)
        return top - high

    def _baseline(self) -> float:
        """Height of the baseline above a one-line row's lower edge: capitals stand in the middle."""
        return (self.style.row - self.style.size * 0.73) / 2


_HEADING = 20.0


def grid(
    columns: Sequence[GridColumn],
    rows: Sequence[Cells],
    *,
    heading: str = "",
    totals: Sequence[Cells] = (),
    style: GridStyle | None = None,
    subtotal: Subtotal = no_subtotal,
    subtotal_rows: int = 0,
    carried: Subtotal = no_subtotal,
    carried_rows: int = 0,
) -> Grid:
    """Lay out a whole table; long text wraps inside its column."""
    chosen = style or GridStyle()
    return Grid(
        heading=heading,
        columns=tuple(columns),
        rows=tuple(_laid(cells, columns, chosen, bold=False) for cells in rows),
        totals=tuple(_laid(cells, columns, chosen, bold=True) for cells in totals),
        style=chosen,
        subtotal=subtotal,
        subtotal_rows=subtotal_rows,
        start=0,
        stop=len(rows),
        last=True,
        carried=carried,
        carried_rows=carried_rows,
    )


def _laid(
    cells: Cells, columns: Sequence[GridColumn], style: GridStyle, *, bold: bool, lines: int = _MOST_LINES
) -> Laid:
    """A row's height and each cell's lines; figures keep to one line, a name runs over empty neighbours."""
    font = BOLD if bold else REGULAR
    laid = tuple(
        (cell,)
        if column.right or not cell
        else clipped(cell, font, style.size, _room(index, cells, columns) - 2 * style.pad, lines)
        for index, (cell, column) in enumerate(zip(cells, columns, strict=True))
    )
    most = max(map(len, laid), default=1)
    return style.row + (most - 1) * style.leading, laid


def _room(index: int, cells: Cells, columns: Sequence[GridColumn]) -> float:
    """A cell's width together with the empty cells right after it."""
    room = columns[index].width
    for following in range(index + 1, len(cells)):
        if cells[following]:
            break
        room += columns[following].width
    return room


def _title(column: GridColumn, style: GridStyle) -> tuple[str, ...]:
    """A column title's lines, leaving room for its swatch."""
    room = column.width - 2 * style.pad - (_SWATCH + 3 if column.swatch else 0)
    return wrap(column.title, BOLD, style.size, max(room, style.size * 2))
