"""Reasons as buttons in a row that wraps: one is chosen, with how many invoices and how much it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.layouts import line_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_EDGES = 36


@dataclass(frozen=True, slots=True)
class Choice:
    """A reason, its words, and how many rows it keeps."""

    key: str
    text: str


class _Button(QToolButton):
    """Arrows go to the neighbours; Tab leaves the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        owner = self.parent()
        if step is not None and isinstance(owner, ReasonBar):
            owner.step(step)
        else:
            super().keyPressEvent(event)


class ReasonBar(QWidget):
    """``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QToolButton] = {}
        self.current = ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; a choice that is gone leaves all."""
        keys = [choice.key for choice in choices]
        if keys != list(self._buttons):
            self._rebuild(keys)
        for choice in choices:
            made = self._buttons[choice.key]
            made.setText(choice.text)
            strong = made.font()
            strong.setBold(True)  # the chosen one is: it must not grow under the mouse
            made.setMinimumWidth(QFontMetrics(strong).horizontalAdvance(choice.text) + _EDGES)
        self.set_current(self.current if self.current in self._buttons else keys[0] if keys else "")
        self.updateGeometry()

    def _rebuild(self, keys: Sequence[str]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for old in self._buttons.values():
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for key in keys:
            made = _Button(self)
            made.setCheckable(True)
            made.setProperty("segment", "only")
            made.clicked.connect(partial(self._on_clicked, key))
            self._group.addButton(made)
            self._buttons[key] = made
            self._flow.addWidget(made)
        line_up(self, list(self._buttons.values()))

    def set_current(self, key: str) -> None:
        """Choose without saying so."""
        self.current = key
        for each, made in self._buttons.items():
            made.setChecked(each == key)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)

    @property
    def keys(self) -> list[str]:
        """What can be chosen."""
        return list(self._buttons)

    def step(self, by: int) -> None:
        """Choose the neighbour and take the keyboard along."""
        keys = self.keys
        key = keys[(keys.index(self.current) + by) % len(keys)]
        self.set_current(key)
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(key)

    def _on_clicked(self, key: str, *_: object) -> None:
        self.set_current(key)
        self.chosen.emit(key)
