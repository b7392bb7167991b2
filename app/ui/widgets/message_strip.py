"""An inline message: what happened, what is safe, what to do, with its actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.spoken import Spoken
from app.ui.widgets.buttons import button, icon_button, set_name
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.theme import Theme

_GAP, _SHARE = 10, 0.5
"""Pixels between the parts; the share of the width that actions may have beside the words."""
_ANYWHERE = Qt.AlignmentFlag(0)
_ICONS = {"info": "info", "good": "circle-check", "warn": "triangle-alert", "danger": "circle-alert"}


class MessageStrip(QWidget):
    """Hidden until ``say``; ``info``, ``good``, ``warn`` or ``danger``."""

    spoken_as = Spoken.ALERT

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = "info"
        self._icon = QLabel()
        self._title = label("", "bodyStrong", wrap=True)
        self._text = label("", "body", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = icon_button(theme, "x", "", self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._buttons = QWidget()
        self._actions = FlowLayout(self._buttons)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(_GAP)
        self._middle.addLayout(words, 1)
        self._middle.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(_GAP)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(self._middle, 1)
        layout.addWidget(self._close)
        self._retranslate()
        self.hide()

    def say(
        self,
        tone: str,
        text: str,
        title: str = "",
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        closable: bool = True,
    ) -> None:
        """Show a message; ``actions`` are pairs of a verb and what it does."""
        self._tone = tone
        self._theme.picture(self._icon, _ICONS[tone], f"status.{tone}.text", 18)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        set_tone(self._title, tone)
        self._text.setText(text)
        held = False
        while (item := self._actions.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                held = held or widget.hasFocus()
                widget.hide()
                widget.deleteLater()
        made = [button(self._theme, verb, "normal", run=run, small=True) for verb, run in actions]
        for each in made:
            self._actions.addWidget(each)
            each.show()  # at once, not with the next event: it may be given the keyboard
        self._close.setVisible(closable)
        self._arrange()
        self.setAccessibleName(f"{title} {text}".strip())
        self.show()
        if held and made:  # said again: the keyboard stays where it was
            made[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the actions would press the words together they stand below them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The actions beside the words, or below and in as many lines as they need."""
        parts = [self._actions.itemAt(place) for place in range(self._actions.count())]
        wide = sum(part.sizeHint().width() + _GAP for part in parts if part is not None)
        below = wide > self.width() * _SHARE
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._buttons.setVisible(bool(parts))
        self._buttons.setMinimumWidth(0 if below else wide)
        self._middle.setAlignment(self._buttons, _ANYWHERE if below else Qt.AlignmentFlag.AlignVCenter)
        self._middle.setSpacing(_GAP // 2 if below else _GAP)
        self._middle.setDirection(way)

    @property
    def tone(self) -> str:
        """``info``, ``good``, ``warn`` or ``danger``."""
        return self._tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint behind the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(f"status.{self._tone}.tint"))
        radius = self._theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        set_name(self._close, self.tr("Dismiss"))
