"""A chart as an image drawn off the window's thread, with places that can be pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.chart import Chart
    from app.figures.screen import Picture, Spot
    from app.services.control import Control
    from app.ui.context import PageContext

_SOON_MS = 80
_NEXT = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_BEFORE = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_OPEN = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ChartDrawing(QWidget):
    """``activated`` carries the place clicked, or opened by the arrow keys and Enter, where places open."""

    spoken_as = Spoken.PICTURE

    activated = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._theme = context.runner, context.theme
        self._chart: Chart | None = None
        self._words: Sequence[str] = ()
        self._nothing = ""
        self._image: QImage | None = None
        self._spots: tuple[Spot, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._opens = False
        self._at, self._hover = 0, -1
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.redraw)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        context.theme.themeChanged.connect(self.redraw)

    def show_chart(self, chart: Chart | None, words: Sequence[str], nothing: str) -> None:
        """Draw this; ``words`` say each place, ``nothing`` stands where there is no chart."""
        self._chart, self._words, self._nothing = chart, words, nothing
        self._at = min(self._at, max(0, len(words) - 1))
        if chart is None:
            self._image, self._spots = None, ()
        self.redraw()
        self.update()

    def set_opens(self, *, opens: bool) -> None:
        """Whether places can be opened; only then the chart takes the keyboard."""
        self._opens = opens
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)

    @property
    def ready(self) -> bool:
        """Whether what is shown is what was asked for."""
        return self._chart is None or (self._image is not None and self._drawn == self._wanted())

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where to point, as last drawn."""
        return self._spots

    # -- drawing --------------------------------------------------------------------------------

    def _wanted(self) -> tuple[object, ...]:
        return (self._chart, self.width(), self.height(), self.devicePixelRatioF(), self._theme.dark)

    def redraw(self) -> None:
        """Ask for the image in this size and these colours; the old one stays until it is there."""
        chart, wide, high = self._chart, self.width(), self.height()
        if chart is None or not self.isVisible() or self._drawn == self._wanted():
            return
        wanted = self._wanted()
        dots, dark = self.devicePixelRatioF(), self._theme.dark

        def work(_control: Control) -> Picture:
            from app.figures.palette import palette  # noqa: PLC0415 - heavy, and wanted only here
            from app.figures.screen import picture  # noqa: PLC0415

            return picture(chart, wide, high, dots, palette(dark=dark))

        def then(drawn: Picture) -> None:
            self._take(drawn, dots, wanted)

        self._runner.background(work, then, owner=self, key=f"chart.{id(self)}")

    def _take(self, drawn: Picture, dots: float, wanted: tuple[object, ...]) -> None:
        image = QImage(
            drawn.rgba, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGBA8888
        ).copy()  # Qt does not keep the bytes alive
        image.setDevicePixelRatio(dots)
        self._image, self._spots, self._drawn = image, drawn.spots, wanted
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The image, the place pointed at behind it, the focus around it."""
        painter = QPainter(self)
        if self._chart is None:
            painter.setPen(self._theme.color("textTertiary"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._nothing)
            return
        if self._image is None:
            return
        marked = self._hover if self._hover >= 0 else self._at if self.hasFocus() else -1
        for spot in self._spots:
            if self._opens and spot.place == marked:
                painter.fillRect(_rect(spot), self._theme.color("rowHover"))
        painter.drawImage(0, 0, self._image)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focusRing"), 2))
            for spot in self._spots:
                if spot.place == self._at:
                    painter.drawRoundedRect(_rect(spot).adjusted(1, 1, -1, -1), 4, 4)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(360, 170)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size has settled."""
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What was asked for while hidden is drawn now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.redraw)

    def event(self, event: QEvent) -> bool:
        """Another screen may have other dots."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._soon.start()
        return super().event(event)

    # -- input ----------------------------------------------------------------------------------

    def _hit(self, event: QMouseEvent) -> int:
        at = event.position()
        return next((spot.place for spot in self._spots if _rect(spot).contains(at)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the figures of the place under the mouse."""
        hit = self._hit(event)
        if hit == self._hover:
            return
        self._hover = hit
        self.setToolTip(plain(self._words[hit]) if 0 <= hit < len(self._words) else "")
        hand = self._opens and hit >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hover = -1
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the place."""
        hit = self._hit(event)
        if self._opens and event.button() == Qt.MouseButton.LeftButton and hit >= 0:
            self._at = hit
            self.activated.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move from place to place, Enter or Space opens it."""
        key, count = event.key(), len({spot.place for spot in self._spots})
        if not (self._opens and count):
            super().keyPressEvent(event)
        elif key in _NEXT | _BEFORE:
            self._at = (self._at + (1 if key in _NEXT else -1)) % count
            if self._at < len(self._words):
                self.setAccessibleDescription(self._words[self._at])
            self.update()
        elif key in _OPEN:
            self.activated.emit(self._at)
        else:
            super().keyPressEvent(event)


def _rect(spot: Spot) -> QRectF:
    return QRectF(spot.x, spot.y, spot.width, spot.height)
