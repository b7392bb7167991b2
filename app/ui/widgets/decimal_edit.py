"""A field for a plain figure: typed, or moved by ↑ and ↓; says each figure as it becomes one."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.problem import DomainError
from app.ui import writing
from app.ui.widgets.money_edit import parse_number


def parse_figure(text: str) -> Decimal | None:
    """A typed figure as amounts are understood, with or without a per cent sign; None when it is none."""
    try:
        return parse_number(unicodedata.normalize("NFKC", text).strip().removesuffix("%"))
    except DomainError:
        return None


def written(value: Decimal | None) -> str:
    """A figure without zeros at its end, with a true minus."""
    if value is None:
        return ""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


class DecimalEdit(QLineEdit):
    """``edited`` carries each sound figure the user types (None where ``empty`` is an answer).

    A ``whole`` one takes no decimals, such as days.
    """

    edited = Signal(object)

    def __init__(
        self,
        value: Decimal | None = None,
        *,
        least: Decimal | None = Decimal(0),
        most: Decimal | None = Decimal(100),
        step: Decimal = Decimal(1),
        empty: bool = False,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._step = least, most, step
        self._empty, self._whole = empty, whole
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._on_text)
        self.set_value(value)

    @property
    def value(self) -> Decimal | None:
        """The figure, None when empty or wrong."""
        found = parse_figure(self.text())
        return found if found is not None and self._holds(found) else None

    @property
    def sound(self) -> bool:
        """Whether what stands there can be used."""
        return self.value is not None or (self._empty and not self.text().strip())

    def set_value(self, value: Decimal | None) -> None:
        """Show a figure without saying so; what is being typed stays as typed while it means the same."""
        if self.hasFocus() and self.sound and self.value == value:
            return
        self.setText(writing.figure(written(value)))
        self._mark()

    def _holds(self, value: Decimal) -> bool:
        if self._whole and value % 1:
            return False
        return (self._least is None or value >= self._least) and (self._most is None or value <= self._most)

    def _mark(self) -> None:
        state = "" if self.sound or self.isReadOnly() or not self.isEnabled() else "error"
        if (self.property("state") or "") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_text(self, *_: object) -> None:
        self._mark()
        if self.sound:
            self.edited.emit(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↑ and ↓ move the figure by one step, PageUp and PageDown by ten."""
        by = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 10,
            Qt.Key.Key_PageDown: -10,
        }.get(Qt.Key(event.key()))
        now = self.value
        if by is None or now is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        moved = now + self._step * by
        if self._most is not None:
            moved = min(moved, self._most)
        if self._least is not None:
            moved = max(moved, self._least)
        if moved != now:
            self.setText(writing.figure(written(moved)))
            self._on_text()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the figure tidily when the field is left."""
        super().focusOutEvent(event)
        if self.value is not None:
            self.setText(writing.figure(written(self.value)))
