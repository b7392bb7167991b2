"""What the drawers of the bank page share: state, figures, sections under each other, buttons by two."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from app.ui.widgets.chip import Chip
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.theme import Theme
    from app.ui.widgets.drawer import Drawer


class DetailColumn:
    """One half of the drawer: ``view`` in its body, ``foot`` in its footer."""

    def __init__(self, theme: Theme, drawer: Drawer) -> None:
        self.view, self.foot = QWidget(), QWidget()
        self.state, self.figures = Chip(theme), Figures(theme)
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        column = QVBoxLayout(self.view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.figures)
        column.addLayout(self._body)
        self._buttons = SharedRow(self.foot, most=2)
        drawer.body.addWidget(self.view)
        drawer.footer.addWidget(self.foot)

    def clear(self, kept: Collection[QWidget] = ()) -> None:
        """Take all sections out; the ``kept`` widgets live on, to be put in again."""
        for widget in kept:
            widget.setParent(None)
        _clear(self._body, kept)

    def add(self, widget: QWidget, side: Qt.AlignmentFlag | None = None) -> None:
        """Put a widget below what is there."""
        if side is None:
            self._body.addWidget(widget)
        else:
            self._body.addWidget(widget, 0, side)

    def section(self, title: str, content: QLayout | None) -> None:
        """A part with its title, if it has one; nothing without content."""
        if content is None:
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if title:
            column.addWidget(label(title, "section", wrap=True))
        column.addLayout(content)
        self._body.addWidget(box)

    def set_buttons(self, made: Iterable[QWidget]) -> None:
        """These buttons instead of those that were there, two in a row."""
        _clear(self._buttons)
        for each in made:
            self._buttons.addWidget(each)


def facts_grid() -> QGridLayout:
    """An empty grid for facts: names left, values right of them."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    return grid


def _clear(layout: QLayout, kept: Collection[QWidget] = ()) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget not in kept:
            widget.hide()
            widget.deleteLater()
