"""A two-pixel bar at a card's top while something takes longer than 300 ms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from app.ui.spoken import Spoken

if TYPE_CHECKING:
    from app.ui.theme import Theme

_AFTER_MS, _TICK_MS, _ROUND_MS = 300, 40, 1400
_DIM = 0.6


class LoadingBar(QWidget):
    """Starts to show 300 ms after ``start``; dims the old figures below it to 60 %."""

    spoken_as = Spoken.PROGRESS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dimmed: QWidget | None = None
        self._share: float | None = None
        self._clock = QElapsedTimer()
        self._wait = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._wait.timeout.connect(self._appear)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.update)
        self.setFixedHeight(2)
        self.setAccessibleName(self.tr("Loading"))
        self._shown = False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Loading"))
        super().changeEvent(event)

    def dims(self, widget: QWidget) -> None:
        """Whose old content is dimmed while this bar shows."""
        self._dimmed = widget

    def start(self) -> None:
        """Work began."""
        if not self._shown and not self._wait.isActive():
            self._share = None
            self._wait.start()

    def set_progress(self, done: int, total: int) -> None:
        """How far it is, where that is known."""
        self._share = done / total if total else None
        self.update()

    def stop(self) -> None:
        """Work ended."""
        self._wait.stop()
        self._tick.stop()
        self._shown = False
        self._dim(on=False)
        self.update()

    @property
    def showing(self) -> bool:
        """Whether the bar is visible now."""
        return self._shown

    def _appear(self) -> None:
        self._shown = True
        self._clock.start()
        if self._theme.animated:
            self._tick.start()
        self._dim(on=True)
        self.update()

    def _dim(self, *, on: bool) -> None:
        if self._dimmed is None:
            return
        if not on:
            self._dimmed.setGraphicsEffect(None)  # type: ignore[arg-type]  # None takes it off
            return
        effect = QGraphicsOpacityEffect(self._dimmed)
        effect.setOpacity(_DIM)
        self._dimmed.setGraphicsEffect(effect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The part done, or a piece that wanders."""
        if not self._shown:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("accentTint"))
        width = self.width()
        if self._share is not None:
            bar = QRect(0, 0, round(width * self._share), 2)
        else:
            place = self._clock.elapsed() % _ROUND_MS / _ROUND_MS
            bar = QRect(round((width + width / 4) * place - width / 4), 0, width // 4, 2)
        painter.fillRect(bar, self._theme.color("accent"))
