"""A set of form fields: which fault each has, found on leaving it or before saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.ui.dialogs.optional_day import OptionalDay
from app.ui.widgets.form_field import FormField
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_QUIET = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class Fields(QObject):
    """``touched`` says that the user changed something; ``resized`` that a fault came or went."""

    touched = Signal()
    resized = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._all: dict[str, FormField] = {}
        self._checks: dict[str, Callable[[], str]] = {}
        self._owners: dict[QObject, str] = {}

    def add(
        self,
        name: str,
        control: QWidget,
        text: str,
        hint: str = "",
        check: Callable[[], str] | None = None,
    ) -> FormField:
        """Make a field; ``check`` says what is wrong with it, "" for nothing."""
        made = FormField(control)
        made.set_text(text, hint)
        self._all[name] = made
        self._owners[control] = name
        control.installEventFilter(self)
        if check is not None:
            self._checks[name] = check
        self._watch(control)
        return made

    def __getitem__(self, name: str) -> FormField:
        return self._all[name]

    def __contains__(self, name: object) -> bool:
        return name in self._all

    def row(self, *names: str, stretch: Sequence[int] = ()) -> QHBoxLayout:
        """These fields side by side."""
        made = QHBoxLayout()
        made.setSpacing(16)
        for place, name in enumerate(names):
            share = stretch[place] if place < len(stretch) else 1
            made.addWidget(self._all[name], share, Qt.AlignmentFlag.AlignTop)
        return made

    def verify(self, name: str) -> bool:
        """Check one field and say what is wrong with it; True when nothing is."""
        check = self._checks.get(name)
        text = check() if check is not None else ""
        changed = bool(text) != self._all[name].has_error
        self._all[name].set_error(text)
        if changed:
            self.resized.emit()
        return not text

    def wrong(self) -> list[str]:
        """Check every field; names of those that are wrong, in order."""
        return [name for name in self._all if not self.verify(name)]

    def _watch(self, control: QWidget) -> None:
        if isinstance(control, QLineEdit):
            control.textEdited.connect(self.touched)
        elif isinstance(control, QComboBox):
            control.activated.connect(self.touched)
        elif isinstance(control, QDateEdit):
            control.userDateChanged.connect(self.touched)
        elif isinstance(control, QPlainTextEdit):
            control.textChanged.connect(self.touched)
        elif isinstance(control, OptionalDay):
            control.edited.connect(self.touched)
        elif isinstance(control, QSpinBox):
            control.valueChanged.connect(self.touched)
        elif isinstance(control, Segmented):
            control.chosen.connect(self.touched)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at a field when the keyboard leaves it."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            name = self._owners.get(watched)
            if name is not None and event.reason() not in _QUIET and self._host.isVisible():
                self.verify(name)
        return False
