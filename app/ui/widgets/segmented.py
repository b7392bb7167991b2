"""A segmented filter: one of a few choices, side by side; ←→ moves and selects."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.ui.widgets.labels import plain
from app.ui.widgets.layouts import line_up

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Choice(QToolButton):
    """One segment; arrows go to its neighbours and Tab leaves the group."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What no longer fits is said by the tool tip."""
        super().resizeEvent(event)
        self.tell_whole()

    def tell_whole(self) -> None:
        """Say by the tool tip what there is no room for."""
        self.setToolTip(plain(self.text()) if self.sizeHint().width() > self.width() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        owner = self.parent()
        if step is not None and isinstance(owner, Segmented):
            owner.step(step)
        else:
            super().keyPressEvent(event)


class Segmented(QWidget):
    """Choices are pairs of a key and a text; ``chosen`` carries the key."""

    chosen = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._on_clicked)
        self._keys: list[str] = []
        self._preferred = ""

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these; a text may change later under the same key."""
        if [key for key, _ in choices] == self._keys:
            for place, (_, text) in enumerate(choices):
                made = cast("_Choice", self._group.button(place))
                made.setText(text)
                made.tell_whole()
            return
        current = self.current
        for old in self._group.buttons():
            self._group.removeButton(old)
            old.deleteLater()
        self._keys = [key for key, _ in choices]
        for place, (_, text) in enumerate(choices):
            self._add(place, text, len(choices))
        if self._preferred in self._keys:
            current, self._preferred = self._preferred, ""
        self.set_current(current if current in self._keys else self._keys[0])
        line_up(self, self._group.buttons())

    def _add(self, place: int, text: str, count: int) -> None:
        made = _Choice(self)
        made.setText(text)
        made.setCheckable(True)
        where = "first" if place == 0 else "last" if place == count - 1 else "middle"
        made.setProperty("segment", "only" if count == 1 else where)
        self._group.addButton(made, place)
        self._layout.addWidget(made)

    @property
    def current(self) -> str:
        """Key of the choice in force, "" before there is one."""
        place = self._group.checkedId()
        return self._keys[place] if 0 <= place < len(self._keys) else ""

    @property
    def text(self) -> str:
        """What the choice in force says, "" before there is one."""
        chosen = self._group.checkedButton()
        return chosen.text() if chosen is not None else ""

    def set_current(self, key: str) -> None:
        """Choose without saying so."""
        self._group.button(self._keys.index(key)).setChecked(True)
        self._rove()

    def prefer(self, key: str) -> None:
        """Choose without saying so; what is not offered yet once it is."""
        if key in self._keys:
            self.set_current(key)
        else:
            self._preferred = key

    def step(self, by: int) -> None:
        """Choose the neighbour and take the keyboard along."""
        place = (self._group.checkedId() + by) % len(self._keys)
        made = self._group.button(place)
        made.setChecked(True)
        self._rove()
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(self._keys[place])

    def _on_clicked(self, place: int) -> None:
        self._rove()
        self.chosen.emit(self._keys[place])

    def _rove(self) -> None:
        """Only the chosen segment is a stop of the Tab key."""
        for made in self._group.buttons():
            on = made.isChecked()
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
