"""A line of text that may be cut to the room there is; its tip then says it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_LEAST = 24


class CutLabel(QLabel):
    """Its ``text`` stays whole for screen readers and for copying."""

    def __init__(self, kind: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setProperty("elides", True)
        if tone:
            self.setProperty("tone", tone)

    def minimumSizeHint(self) -> QSize:
        """A few letters, so that what stands beside it keeps its room."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _LEAST), whole.height())

    def _cut(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def setText(self, text: str) -> None:
        """Write it anew."""
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say by the tip what no longer fits."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        """A tip that somebody else gave says more and stays."""
        if self.toolTip() in {"", self._tip}:
            self._tip = plain(self.text()) if self._cut() != self.text() else ""
            self.setToolTip(self._tip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What there is room for."""
        painter = QPainter(self)
        # The style would do, but meeting it delays the first page by its hundreds of constants.
        painter.setPen(self.palette().color(self.foregroundRole()))
        place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), place, self._cut())
