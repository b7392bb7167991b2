"""Layouts that are filled anew or scrolled, and where the keyboard finds what fills them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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


def stand_left(owner: QWidget, parts: Sequence[QWidget], most: int, gap: int = 16) -> None:
    """Lay parts below each other at the left of their owner, at most so many pixels wide.

    A greatest width or an alignment of their own would forget that wrapped text needs room below.
    """
    host = QWidget()
    host.setMaximumWidth(most)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    across = QHBoxLayout(owner)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(host, most)
    across.addStretch(1)


def scrolled(body: QWidget) -> QScrollArea:
    """A page's body that scrolls, sideways only where longer words need it; the keyboard passes it by."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(body)
    body.setAutoFillBackground(False)  # a scroll area would fill it with the window's colour
    return scroll
