"""How many own customers stand in one row of an indicator, and how much they pay late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.pages.credit_rules.cards.words import percent
from app.ui.spoken import Spoken
from app.ui.writing import figure

if TYPE_CHECKING:
    from app.services.scoring_views import BinCount
    from app.ui.theme import Theme

_HIGH, _BAR, _TEXT = 30, 12, 112


class RowBar(QWidget):
    """A bar as long as its share of the largest row, then "12 • 34% late"; opens its customers."""

    spoken_as = Spoken.PICTURE

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: BinCount | None = None
        self._most = 0
        self._hover = False
        self._text = ""
        self.setFixedHeight(_HIGH)
        self.setMinimumWidth(_TEXT + 20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)
        self.show_count(None, 0)

    def show_count(self, count: BinCount | None, most: int) -> None:
        """Show a row's customers beside the largest row's ``most``; None before anything is counted."""
        self._count, self._most = count, most
        some = count is not None and count.customers > 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if some else Qt.CursorShape.ArrowCursor)
        self._text = self._said(count)
        said = self.tr("Customers in this row: {what}").format(what=self._text)
        self.setAccessibleName(said)
        self.setToolTip(said if some else "")
        self.update()

    def _said(self, count: BinCount | None) -> str:
        if count is None:
            return ""
        if not count.customers:
            return self.tr("nobody")
        if count.late_rate is None:
            return figure(f"{count.customers:,}")
        return self.tr("{n} • {share} late").format(
            n=figure(f"{count.customers:,}"), share=percent(count.late_rate)
        )

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(_TEXT + 90, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar and its words."""
        painter, theme = QPainter(self), self._theme
        if self._count is None:
            return
        room = self.width() - _TEXT - 8
        length = round(room * self._count.customers / self._most) if self._most else 0
        bar = QRect(2, (_HIGH - _BAR) // 2, max(2 if self._count.customers else 0, length), _BAR)
        painter.fillRect(bar, theme.color("chart.primary" if self._hover else "chart.primarySoft"))
        font = theme.font("small")
        painter.setFont(font)
        painter.setPen(theme.color("text" if self._count.customers else "textTertiary"))
        words = QRect(bar.right() + 8, 0, self.width() - bar.right() - 10, _HIGH)
        shown = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focusRing"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _open(self) -> None:
        if self._count is not None and self._count.customers:
            self.opened.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the customers."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Enter and Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is over it."""
        self._hover = self._count is not None and self._count.customers > 0
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has gone."""
        self._hover = False
        self.update()
        super().leaveEvent(event)
