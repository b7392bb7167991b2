"""The heat map of risk: rows by columns with their totals, darker the sooner something is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.models.columns import DASH
from app.ui.spoken import Spoken
from app.ui.widgets.chip import grade_colors
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from app.ui.theme import Theme

_HEAD, _ROW, _LOWEST, _TOTAL, _GAP = 32, 54, 44, 36, 4
_NAME_SHARE, _NAME_GRADE, _NAME_LEAST, _TOTAL_LEAST, _CELL_LEAST = 0.24, 44, 64, 72, 76
_PAD, _CHIP, _LEVELS = 6, 20, 5
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
ALL = -1
"""Stands for every row or every column: a total."""

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """An amount with the number of customers in words; ``severity`` 1 to 5 darkens it, 0 leaves it bare."""

    text: str = ""
    count: str = ""
    severity: int = 0

    @property
    def empty(self) -> bool:
        """Nothing to open."""
        return not self.text


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: its name, its cells, its total; ``grade`` (A to D) shows the name as a grade's chip."""

    name: str
    cells: tuple[HeatCell, ...]
    total: HeatCell = HeatCell()
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Heat:
    """A whole map: its columns, its rows, the totals below and at the right, and what totals are called."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    totals: tuple[HeatCell, ...]
    total: HeatCell
    total_name: str


_NOTHING = Heat("", (), (), (), HeatCell(), "")


class HeatMap(QWidget):
    """``activated`` carries row and column of the cell clicked or opened by Enter; ``ALL`` for a total."""

    spoken_as = Spoken.PICTURE

    activated = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heat = _NOTHING
        self._at: _Place = (0, 0)
        self._hover: _Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.themeChanged.connect(self.update)

    def show_heat(self, heat: Heat, name: str) -> None:
        """Show this map; ``name`` says what it is."""
        self._heat = heat
        rows, columns = len(heat.rows), len(heat.columns)
        self._at = (min(self._at[0], rows), min(self._at[1], columns))
        self.setMinimumHeight(_HEAD + rows * _LOWEST + _TOTAL + _GAP)
        self.setMinimumWidth(self._name_width() + columns * _CELL_LEAST + _TOTAL_LEAST)
        self.setAccessibleName(name)
        self._say()
        self.update()

    @property
    def heat(self) -> Heat:
        """What is shown."""
        return self._heat

    @property
    def current(self) -> _Place:
        """Row and column of the cell the keyboard is on, ``ALL`` for a total."""
        return self._named(self._at)

    def sizeHint(self) -> QSize:
        """Room for every row as drawn in the design."""
        return QSize(560, _HEAD + len(self._heat.rows) * _ROW + _TOTAL + _GAP)

    # -- what stands where ----------------------------------------------------------------------

    def _named(self, place: _Place) -> _Place:
        row, column = place
        return (
            ALL if row >= len(self._heat.rows) else row,
            ALL if column >= len(self._heat.columns) else column,
        )

    def cell(self, row: int, column: int) -> HeatCell:
        """The cell of a row and a column, ``ALL`` for a total."""
        heat = self._heat
        if row == ALL:
            return heat.total if column == ALL else heat.totals[column]
        return heat.rows[row].total if column == ALL else heat.rows[row].cells[column]

    def said(self, row: int, column: int) -> str:
        """A cell in words."""
        heat, cell = self._heat, self.cell(row, column)
        across = heat.total_name if column == ALL else heat.columns[column]
        down = heat.total_name if row == ALL else heat.rows[row].name
        return f"{down}, {across}: {cell.text or DASH} {cell.count}".strip()

    def _say(self) -> None:
        """The screen reader hears the cell the keyboard is on."""
        if self._heat.rows:
            self.setAccessibleDescription(self.said(*self.current))

    # -- geometry -------------------------------------------------------------------------------

    def _name_width(self) -> int:
        heat = self._heat
        if all(row.grade for row in heat.rows):
            metrics = QFontMetrics(self._theme.font("bodyStrong"))
            names = (heat.corner, heat.total_name)
            return max(_NAME_GRADE, *(metrics.horizontalAdvance(name) + 2 * _PAD for name in names))
        metrics = QFontMetrics(self._theme.font("body"))
        wide = max((metrics.horizontalAdvance(row.name) for row in heat.rows), default=0) + 2 * _PAD
        return min(max(wide, _NAME_LEAST), max(_NAME_LEAST, int(self.width() * _NAME_SHARE)))

    def _total_width(self) -> int:
        metrics = QFontMetrics(self._theme.font("bodyStrong"))
        heat = self._heat
        texts = [heat.total_name, heat.total.text, *(row.total.text for row in heat.rows)]
        return max(_TOTAL_LEAST, *(metrics.horizontalAdvance(text) for text in texts)) + 2 * _PAD

    def _rect(self, row: int, column: int) -> QRect:
        """Where a cell lies; the last row and column are totals, row -1 the heads, column -1 the names."""
        heat, names = self._heat, self._name_width()
        rows, columns = len(heat.rows), len(heat.columns)
        totals = self._total_width()
        across = (self.width() - names - totals) / max(1, columns)
        down = min(_ROW, max(_LOWEST, (self.height() - _HEAD - _TOTAL - _GAP) // max(1, rows)))
        if column < 0:
            left, wide = 0, names
        elif column >= columns:
            left, wide = self.width() - totals, totals
        else:
            left = names + round(across * column)
            wide = names + round(across * (column + 1)) - left
        if row < 0:
            return QRect(left, 0, wide, _HEAD)
        if row >= rows:
            return QRect(left, _HEAD + rows * down + _GAP, wide, _TOTAL)
        return QRect(left, _HEAD + row * down, wide, down)

    def _hit(self, event: QMouseEvent) -> _Place | None:
        at = event.position().toPoint()
        for row in range(len(self._heat.rows) + 1):
            for column in range(len(self._heat.columns) + 1):
                if self._rect(row, column).contains(at):
                    return row, column
        return None

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heads, rows, totals, the focus."""
        heat = self._heat
        if not heat.rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._heads(painter)
        for number, row in enumerate(heat.rows):
            self._name(painter, number, row)
            for column, cell in enumerate(row.cells):
                self._cell(painter, (number, column), cell)
            self._total(painter, (number, len(heat.columns)), row.total)
        last = len(heat.rows)
        rule = self._rect(last, 0).top() - _GAP // 2
        painter.fillRect(QRect(0, rule, self.width(), 1), self._theme.color("borderStrong"))
        self._text(painter, self._rect(last, -1), heat.total_name, "bodyStrong", "text", centred=False)
        for column, cell in enumerate((*heat.totals, heat.total)):
            self._total(painter, (last, column), cell)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._rect(*self._at)).adjusted(3, 3, -3, -3), 4, 4)

    def _heads(self, painter: QPainter) -> None:
        heat = self._heat
        self._text(painter, self._rect(-1, -1), heat.corner, "small", "textSecondary", centred=False)
        for column, name in enumerate(heat.columns):
            self._head(painter, self._rect(-1, column), name)
        self._text(
            painter, self._rect(-1, len(heat.columns)), heat.total_name, "small", "textSecondary", right=True
        )

    def _head(self, painter: QPainter, room: QRect, name: str) -> None:
        """A column's name, on two lines where one is too narrow."""
        if _wide(self._theme.font("small"), name) <= room.width() - 2 * _PAD:
            self._text(painter, room, name, "small", "textSecondary")
            return
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("textSecondary"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room.adjusted(2, 0, -2, 0), int(flags), name)

    def _name(self, painter: QPainter, number: int, row: HeatRow) -> None:
        room = self._rect(number, -1)
        if not row.grade:
            self._text(painter, room, row.name, "body", "text", centred=False)
            return
        chip = QRectF(room.left() + _PAD, room.center().y() - _CHIP / 2 + 0.5, _CHIP, _CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        back, letter = grade_colors(self._theme, row.grade)
        painter.setBrush(back)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(letter)
        painter.setFont(self._theme.font("bodyStrong"))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), row.grade)

    def _cell(self, painter: QPainter, place: _Place, cell: HeatCell) -> None:
        room = self._rect(*place)
        if cell.severity and not cell.empty:
            level = min(max(cell.severity, 1), _LEVELS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(f"risk.r{level}"))
            painter.drawRoundedRect(QRectF(room).adjusted(2, 2, -2, -2), 2, 2)
        elif place == self._hover and not cell.empty:
            painter.fillRect(room.adjusted(2, 2, -2, -2), self._theme.color("rowHover"))
        if place == self._hover and cell.severity:
            painter.fillRect(
                QRect(room.left() + 2, room.bottom() - 3, room.width() - 4, 2), self._theme.color("text")
            )
        if cell.empty:
            self._text(painter, room, DASH, "body", "textTertiary")
            return
        strong, small = self._theme.font("bodyStrong"), self._theme.font("small")
        wide, more = _wide(strong, cell.text), _wide(small, cell.count)
        gap = _PAD if cell.count else 0
        if wide + gap + more <= room.width() - 2 * _PAD:
            left = room.left() + (room.width() - wide - gap - more) // 2
            self._text(
                painter, QRect(left, room.top(), wide, room.height()), cell.text, "bodyStrong", "text", pad=0
            )
            count = QRect(left + wide + gap, room.top(), more, room.height())
            self._text(painter, count, cell.count, "small", "text", pad=0)
            return
        # Too narrow for both beside each other: the number of customers below the amount.
        half = room.height() // 2
        upper = QRect(room.left(), room.top() + 3, room.width(), half)
        self._text(
            painter, upper, cell.text, "bodyStrong" if wide <= room.width() - 2 * _PAD else "small", "text"
        )
        lower = QRect(room.left(), room.top() + half - 2, room.width(), half)
        fits = more <= room.width() - _PAD
        self._text(painter, lower, cell.count, "small" if fits else "caption", "text", pad=1)

    def _total(self, painter: QPainter, place: _Place, cell: HeatCell) -> None:
        room = self._rect(*place)
        if place == self._hover and not cell.empty:
            painter.fillRect(room.adjusted(2, 4, -2, -4), self._theme.color("rowHover"))
        right = place[1] >= len(self._heat.columns)
        tone = "textTertiary" if cell.empty else "text"
        self._text(painter, room, cell.text or DASH, "bodyStrong", tone, right=right)

    def _text(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        style: str,
        tone: str,
        *,
        centred: bool = True,
        right: bool = False,
        pad: int = _PAD,
    ) -> None:
        """One line in its room, shortened by an ellipsis where it must be."""
        font = self._theme.font(style)
        painter.setFont(font)
        painter.setPen(self._theme.color(tone))
        inner = room.adjusted(pad, 0, -pad, 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        if right:
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    # -- input ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the cell under the mouse."""
        hit = self._hit(event)
        if hit == self._hover:
            return
        self._hover = hit
        opens = hit is not None and not self.cell(*self._named(hit)).empty
        self.setToolTip(plain(self.said(*self._named(hit))) if hit is not None else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the rows of a cell."""
        hit = self._hit(event)
        if event.button() == Qt.MouseButton.LeftButton and hit is not None:
            self._at = hit
            self._say()
            self.update()
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move from cell to cell, Enter or Space opens its rows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._heat.rows:
            row = min(max(self._at[0] + step[0], 0), len(self._heat.rows))
            column = min(max(self._at[1] + step[1], 0), len(self._heat.columns))
            self._at = (row, column)
            self._say()
            self.update()
        elif event.key() in _OPEN and self._heat.rows:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        row, column = self.current
        if not self.cell(row, column).empty:
            self.activated.emit(row, column)


def _wide(font: QFont, text: str) -> int:
    return QFontMetrics(font).horizontalAdvance(text)
