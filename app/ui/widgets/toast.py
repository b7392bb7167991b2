"""A toast at the window's foot: what was done, and Undo, for eight seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.buttons import button, icon_button, set_name
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.theme import Theme

_SHOWN_MS = 8000
_BESIDE = 24
_ABOVE_FOOT = 92
"""Pixels that clear the status bar and a page's action bar: the buttons there stay within reach."""


class Toast(QFrame):
    """Stays while the mouse or the keyboard is on it."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._whole = ""
        self._undo: Callable[[], None] | None = None
        self._muted = False
        self._kept: tuple[str, Callable[[], None] | None] | None = None
        self.setProperty("area", "toast")
        self._text = label("", "body", wrap=False)
        self._button = button(theme, "", "link", run=self._on_undo)
        self._close = icon_button(theme, "x", "", self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 6, 6)
        layout.setSpacing(10)
        for widget in (self._text, self._button, self._close):
            layout.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        host.installEventFilter(self)
        self._retranslate()
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; with ``undo`` offer to take it back."""
        if self._muted:
            self._kept = (text, undo)
            return
        self._whole = text
        self._undo = undo
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def mute(self, *, muted: bool, drop: bool = False) -> None:
        """Say nothing for a while; the latest of what was to be said comes after it, or is dropped."""
        self._muted = muted
        if drop:
            self._kept = None
        if muted:
            self.hide()
            self._whole = ""
            self._text.clear()
            self.setAccessibleName("")
        elif (kept := self._kept) is not None:
            self._kept = None
            self.say(*kept)

    @property
    def text(self) -> str:
        """What it says."""
        return self._whole

    def _on_undo(self) -> None:
        self.hide()
        if self._undo is not None:
            self._undo()

    def _on_time(self) -> None:
        focused = self._button.hasFocus() or self._close.hasFocus()
        if self.underMouse() or focused:
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        self._text.setText(self._whole)
        most = self._host.width() - 2 * _BESIDE
        over = self.sizeHint().width() - most
        if over > 0:
            room = self._text.sizeHint().width() - over
            middle = Qt.TextElideMode.ElideMiddle
            self._text.setText(self._text.fontMetrics().elidedText(self._whole, middle, room))
        self.adjustSize()
        self.setFixedWidth(min(self.sizeHint().width(), most))
        x = (self._host.width() - self.width()) // 2
        self.move(x, self._host.height() - self.height() - _ABOVE_FOOT)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep its place when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._button.setText(self.tr("Undo"))
        set_name(self._close, self.tr("Dismiss"))
