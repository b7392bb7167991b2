"""Rows of text fields that can be added, moved and removed: the steps of a plan, and whom to call."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.ui.dialogs.controls import CountEdit
from app.ui.widgets.buttons import button, icon_button, set_name
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.context import PageContext

_MOST_ROWS, _MOST_DAYS, _DAYS_WIDE = 40, 365, 84


class RowsEdit(QWidget):
    """``heads`` name the columns; a column named in ``days`` holds a whole number of days."""

    changed = Signal()

    def __init__(
        self,
        context: PageContext,
        heads: Sequence[tuple[str, int]],
        rows: Sequence[Sequence[str | int]],
        add: str,
        *,
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._heads, self._least = context, heads, least
        self.rows: list[list[QLineEdit | CountEdit]] = []
        self._tools: list[tuple[QToolButton, QToolButton, QToolButton]] = []
        self._kinds = [isinstance(value, int) for value in rows[0]] if rows else [False] * len(heads)
        self._area = QWidget()
        self._grid = QGridLayout(self._area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self.add_button = button(context.theme, add, "normal", "plus", self.add, small=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._area)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for column, (text, stretch) in enumerate(heads):
            self._grid.addWidget(label(text, "small", "secondary"), 0, column)
            self._grid.setColumnStretch(column, stretch)
        for row in rows:
            self._append(row)

    def set_kinds(self, *numbers: bool) -> None:
        """Which columns hold numbers, where no row tells."""
        self._kinds = list(numbers)

    @property
    def values(self) -> list[list[str | int]]:
        """What the rows say."""
        return [
            [each.value() if isinstance(each, CountEdit) else each.text() for each in row]
            for row in self.rows
        ]

    # -- rows -----------------------------------------------------------------------------------

    def _append(self, values: Sequence[str | int]) -> None:
        made: list[QLineEdit | CountEdit] = []
        at = len(self.rows) + 1
        for column, value in enumerate(values):
            control: QLineEdit | CountEdit
            if isinstance(value, int):
                control = CountEdit(value, max(_MOST_DAYS, value))
                control.setMaximumWidth(_DAYS_WIDE)
                control.valueChanged.connect(lambda _value: self.changed.emit())
            else:
                control = QLineEdit(value)
                control.setCursorPosition(0)
                control.textEdited.connect(lambda _text: self.changed.emit())
            made.append(control)
            self._grid.addWidget(control, at, column)
        theme = self._context.theme
        up = icon_button(theme, "arrow-up", "", partial(self._move, made, -1), small=True)
        down = icon_button(theme, "arrow-down", "", partial(self._move, made, 1), small=True)
        gone = icon_button(theme, "trash-2", "", partial(self._remove, made), small=True)
        for column, tool in enumerate((up, down, gone), len(values)):
            self._grid.addWidget(tool, at, column)
        self.rows.append(made)
        self._tools.append((up, down, gone))
        self._number()

    def _number(self) -> None:
        last = len(self.rows)
        for place, (row, tools) in enumerate(zip(self.rows, self._tools, strict=True), 1):
            for control, (text, _) in zip(row, self._heads, strict=True):
                control.setAccessibleName(f"{text} {place}")
            up, down, gone = tools
            set_name(up, self.tr("Move {n} up").format(n=place))
            set_name(down, self.tr("Move {n} down").format(n=place))
            set_name(gone, self.tr("Remove {n}").format(n=place))
            up.setEnabled(place > 1)
            down.setEnabled(place < last)
            gone.setEnabled(last > self._least)
        self.add_button.setEnabled(last < _MOST_ROWS)

    def add(self) -> None:
        """One row more."""
        self._append([0 if number else "" for number in self._kinds])
        self.rows[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _place(self, row: list[QLineEdit | CountEdit]) -> int:
        return next(place for place, one in enumerate(self.rows) if one is row)

    def _move(self, row: list[QLineEdit | CountEdit], by: int) -> None:
        place = self._place(row)
        other = place + by
        if 0 <= other < len(self.rows):
            self._swap(self.rows[place], self.rows[other])
            self._tools[other][0 if by < 0 else 1].setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    @staticmethod
    def _swap(one: list[QLineEdit | CountEdit], other: list[QLineEdit | CountEdit]) -> None:
        """The words change places; the fields stay."""
        for a, b in zip(one, other, strict=True):
            if isinstance(a, CountEdit) and isinstance(b, CountEdit):
                first, second = a.value(), b.value()
                a.setValue(second)
                b.setValue(first)
            elif isinstance(a, QLineEdit) and isinstance(b, QLineEdit):
                text = a.text()
                a.setText(b.text())
                b.setText(text)

    def _remove(self, row: list[QLineEdit | CountEdit]) -> None:
        place = self._place(row)
        for further in range(place, len(self.rows) - 1):
            self._swap(self.rows[further], self.rows[further + 1])
        last, tools = self.rows.pop(), self._tools.pop()
        for widget in (*last, *tools):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._number()
        if self.rows:
            self.rows[min(place, len(self.rows) - 1)][0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
