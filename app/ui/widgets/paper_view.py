"""Pages of a paper below each other, as they will be printed; drawn anew for another width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.labels import label
from app.ui.widgets.viewport import viewport_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent

    from app.services.ports import Control
    from app.services.previews import PagePicture
    from app.ui.tasks import TaskRunner
    from app.ui.theme import Theme

_GAP, _EDGE, _PAUSE_MS = 16, 16, 160
_A4 = 297 / 210
_STEP = 60

Source = "Callable[[int, Control], Sequence[PagePicture]]"
"""Draws the pages for a width in pixels; runs on the database worker."""


class _Pages(QWidget):
    """The pages themselves."""

    spoken_as = Spoken.PAPER

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.pictures: list[QImage] = []
        self.wide = 1

    def set_pictures(self, pictures: list[QImage]) -> None:
        self.pictures = pictures
        self._measure()
        self.update()

    def set_wide(self, wide: int) -> None:
        """Width of a page in logical pixels; old pictures stretch until the new ones are drawn."""
        self.wide = max(1, wide)
        self._measure()

    def heights(self) -> list[int]:
        """Height of each page in logical pixels."""
        return [round(self.wide * each.height() / max(1, each.width())) for each in self.pictures]

    def _measure(self) -> None:
        high = sum(self.heights()) + _GAP * max(0, len(self.pictures) - 1) + 2 * _EDGE
        self.setFixedHeight(max(high, round(self.wide * _A4) if not self.pictures else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = _EDGE
        left = (self.width() - self.wide) // 2
        for picture, high in zip(self.pictures, self.heights(), strict=True):
            place = QRect(left, top, self.wide, high)
            painter.drawImage(place, picture)
            painter.setPen(self._theme.color("border"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            top += high + _GAP


class PaperView(QScrollArea):
    """``show_source`` draws a paper; ``opened`` says that it was clicked or Enter was pressed on it."""

    opened = Signal()

    def __init__(self, theme: Theme, runner: TaskRunner, *, widest: int = 860) -> None:
        super().__init__()
        self._theme, self._runner, self._widest = theme, runner, widest
        self._source: Callable[[int, Control], Sequence[PagePicture]] | None = None
        self._drawn = 0
        self._pages = _Pages(theme)
        self.setWidgetResizable(True)
        self.setWidget(self._pages)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("area", "paper")
        self._said = label("", "body", "secondary", wrap=True, parent=viewport_of(self))
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.hide()
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._draw)

    # -- content --------------------------------------------------------------------------------

    def show_source(self, source: Callable[[int, Control], Sequence[PagePicture]]) -> None:
        """Draw another paper; the old one stays until the first picture of the new is there."""
        self._source = source
        self._drawn = 0
        self._draw()

    def say(self, text: str) -> None:
        """Nothing to show, and why."""
        self._source = None
        self._runner.supersede(self._key)
        self._pages.set_pictures([])
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._place_words()

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._pages.pictures)

    @property
    def _key(self) -> str:
        return f"paper.{id(self)}"

    def _draw(self) -> None:
        source = self._source
        if source is None:
            return
        pixels = round(self._pages.wide * self.devicePixelRatio())
        if pixels == self._drawn or not self.isVisible():
            return
        self._drawn = pixels
        self._runner.database(
            lambda control: source(pixels, control),
            self._show,
            failed=self._failed,
            owner=self,
            key=self._key,
        )

    def _show(self, pictures: Sequence[PagePicture]) -> None:
        made = [
            QImage(each.data, each.width, each.height, each.stride, QImage.Format.Format_RGB32).copy()
            for each in pictures
        ]
        self._said.hide()
        self._pages.set_pictures(made)

    def _failed(self, error: Exception) -> None:
        self._drawn = 0
        self._pages.set_pictures([])
        self._runner.failed.emit(error)

    # -- size -----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page is as wide as there is room; sharp pictures follow when the dragging stops."""
        super().resizeEvent(event)
        room = viewport_of(self).width() - 2 * _EDGE
        self._pages.set_wide(min(self._widest, room))
        self._place_words()
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody saw it."""
        super().showEvent(event)
        self._soon.start()

    def _place_words(self) -> None:
        room = viewport_of(self).rect()
        self._said.setGeometry(room.adjusted(24, 24, -24, -24))

    def sizeHint(self) -> QSize:
        """Room for a small page."""
        return QSize(320, 420)

    # -- keys and mouse -------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the paper in full."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.pages:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, ↑↓ scroll."""
        bar = self.verticalScrollBar()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.pages:
            self.opened.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            bar.setValue(bar.value() + (_STEP if event.key() == Qt.Key.Key_Down else -_STEP))
        else:
            super().keyPressEvent(event)
