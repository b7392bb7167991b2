"""Layouts that are filled anew, and where the keyboard finds what fills them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and away."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def line_up(owner: QWidget, parts: Sequence[QWidget]) -> None:
    """Tab comes to the parts where their owner stands: made after its neighbours, they would be last."""
    before = owner
    owner.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing behind what takes no focus
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part
    owner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
