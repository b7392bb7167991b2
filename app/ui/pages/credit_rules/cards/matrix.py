"""The migration matrix: from which grade to which, how many customers with how much exposure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.scorecard import GRADES, Grade
from app.ui.spoken import Spoken
from app.ui.writing import figure

if TYPE_CHECKING:
    from app.services.scoring_views import CardPreview
    from app.ui.formats import Formats
    from app.ui.theme import Theme

_HEAD, _SIDE, _CELL, _WIDEST = 24, 56, 44, 136
Pair = tuple[Grade, Grade]


class Matrix(QWidget):
    """Rows are the grades now, columns those under the card; ``chosen`` carries a cell, None for all.

    The arrows move, Space asks for one cell alone, again for all.
    """

    spoken_as = Spoken.PICTURE

    chosen = Signal(object)

    def __init__(self, theme: Theme, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._formats = theme, formats
        self._preview: CardPreview | None = None
        self._at = (0, 0)
        self._only: Pair | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * _HEAD + _CELL * len(GRADES) + 2)
        self.setMaximumWidth(_SIDE + _WIDEST * len(GRADES))
        self.setMinimumWidth(_SIDE + 72 * len(GRADES))
        theme.themeChanged.connect(self.update)

    def show_preview(self, preview: CardPreview | None) -> None:
        """Show who goes where; a cell asked for that is empty by now is let go."""
        self._preview = preview
        if self._only is not None and not self._customers(self._only):
            self._only = None
        self._tell()
        self.update()

    @property
    def only(self) -> Pair | None:
        """The cell asked for."""
        return self._only

    def clear(self) -> None:
        """Ask for all again without saying so."""
        self._only = None
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self.tr("Who changes grade, from and to"))
        cells = [(was, now) for was in GRADES for now in GRADES]
        said = [self._said((was, now)) for was, now in cells if self._customers((was, now))]
        self.setAccessibleDescription("; ".join(said))

    def _customers(self, pair: Pair) -> int:
        moved = self._preview.migration.get(pair) if self._preview is not None else None
        return 0 if moved is None else moved.customers

    def _said(self, pair: Pair) -> str:
        count = self._customers(pair)
        text = self.tr("%n customer(s) from {was} to {now}", "", count)
        return text.format(was=pair[0].value, now=pair[1].value)

    # -- geometry and painting ------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as there is room, up to a bound."""
        return QSize(_SIDE + 112 * len(GRADES), self.height())

    def _cell(self, row: int, column: int) -> QRect:
        wide = (self.width() - _SIDE) // len(GRADES)
        return QRect(_SIDE + column * wide, 2 * _HEAD + row * _CELL, wide - 3, _CELL - 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Letters around, counts inside; better to the left of the diagonal, worse to its right."""
        painter, theme = QPainter(self), self._theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("textSecondary"))
        top = QRect(_SIDE, 0, self.width() - _SIDE, _HEAD)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), self.tr("Grade under this card"))
        painter.drawText(QRect(0, _HEAD, _SIDE, _HEAD), int(Qt.AlignmentFlag.AlignVCenter), self.tr("Now"))
        for place, grade in enumerate(GRADES):
            across, down = self._cell(0, place), self._cell(place, 0)
            painter.setFont(theme.font("bodyStrong"))
            painter.setPen(theme.color(f"grade.{grade}.text"))
            head = QRect(across.left(), _HEAD, across.width(), _HEAD)
            painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), grade.value)
            side = QRect(0, down.top(), _SIDE - 12, down.height())
            painter.drawText(side, int(Qt.AlignmentFlag.AlignCenter), grade.value)
        for row in range(len(GRADES)):
            for column in range(len(GRADES)):
                self._paint_cell(painter, row, column)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        theme, rect = self._theme, self._cell(row, column)
        pair = (GRADES[row], GRADES[column])
        moved = self._preview.migration.get(pair) if self._preview is not None else None
        tone = "sunken"
        if moved is not None and row != column:
            tone = "status.danger.tint" if column > row else "status.good.tint"
        painter.setOpacity(0.45 if self._only not in {None, pair} else 1.0)
        painter.fillRect(rect, theme.color(tone))
        if moved is not None:
            painter.setPen(theme.color("text"))
            painter.setFont(theme.font("bodyStrong"))
            upper = QRect(rect.left(), rect.top() + 2, rect.width(), rect.height() // 2)
            painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), figure(f"{moved.customers:,}"))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("textSecondary"))
            lower = QRect(rect.left(), rect.center().y(), rect.width(), rect.height() // 2)
            currency = self._preview.currency if self._preview is not None else ""
            amount = self._formats.whole(moved.exposure, currency)
            shown = QFontMetrics(painter.font()).elidedText(
                amount, Qt.TextElideMode.ElideRight, rect.width() - 4
            )
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.setOpacity(1.0)
        if self._only == pair or (self.hasFocus() and self._at == (row, column)):
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    # -- input ----------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for a cell."""
        at = event.position().toPoint()
        for row in range(len(GRADES)):
            for column in range(len(GRADES)):
                if self._cell(row, column).contains(at):
                    self._at = (row, column)
                    self.choose((GRADES[row], GRADES[column]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move, Space or Enter asks, Esc asks for all."""
        key, (row, column) = event.key(), self._at
        by = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }.get(Qt.Key(key))
        last = len(GRADES) - 1
        if by is not None:
            self._at = (min(max(row + by[0], 0), last), min(max(column + by[1], 0), last))
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.choose((GRADES[row], GRADES[column]))
        elif key == Qt.Key.Key_Escape and self._only is not None:
            self.choose(self._only)
        else:
            super().keyPressEvent(event)

    def choose(self, pair: Pair) -> None:
        """Ask for one cell alone, again for all; an empty cell asks for nothing."""
        if not self._customers(pair):
            return
        self._only = None if pair == self._only else pair
        self.update()
        self.chosen.emit(self._only)
