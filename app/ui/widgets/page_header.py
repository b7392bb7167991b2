"""The page header: breadcrumb or title, a second line beside it, actions at the right.

Where the room is short, buttons that may shrink show their icon alone, one after another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.ui.widgets.breadcrumb import Breadcrumb
from app.ui.widgets.cut_label import CutLabel
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.ui.theme import Theme

_ICON_GAP = 6


class PageHeader(QWidget):
    """56 pixels high: ``title``, ``subtitle``, and ``add`` for the page's buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.size("pageHeader"))
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(12)
        self._shrinking: list[QPushButton] = []
        self._shrunk: dict[QPushButton, str] = {}
        self.breadcrumb = Breadcrumb(theme)
        self.breadcrumb.hide()
        self._title = label("", "page")
        self._subtitle = CutLabel("body", "secondary")
        self._layout.addWidget(self.breadcrumb)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._subtitle, 1)
        self.set_edge(theme.space("l"))

    def set_edge(self, edge: int) -> None:
        """The page's margin left and right."""
        self._layout.setContentsMargins(edge, 0, edge, 0)

    def set_title(self, text: str, subtitle: str = "") -> None:
        """The page's one title and what stands beside it."""
        self._title.setText(text)
        self._title.setAccessibleName(text)
        self._subtitle.setText(subtitle)

    def set_subtitle(self, text: str) -> None:
        """What stands beside the title."""
        self._subtitle.setText(text)

    def add(self, widget: QWidget, *, shrinks: bool = False) -> None:
        """Put a control at the right end; of those that may shrink the first does so first."""
        self._layout.addWidget(widget)
        if shrinks and isinstance(widget, QPushButton):
            self._shrinking.append(widget)

    # -- shrinking ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A text or a control of the header changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        """Write the texts of as many buttons as there is room for, the last of them first."""
        shown = [one for one in self._shrinking if not one.isHidden()]
        for one in shown:
            if one.text():  # written anew meanwhile, in another language perhaps
                self._shrunk.pop(one, None)
        whole = self._layout.sizeHint().width() + sum(
            _text_width(one, self._shrunk[one]) for one in shown if one in self._shrunk
        )
        over = whole - self.width()
        for one in shown:
            text = self._shrunk.get(one, one.text())
            if over > 0:
                over -= _text_width(one, text)
                if one not in self._shrunk:
                    self._shrunk[one] = text
                    one.setText("")
                    one.setAccessibleName(text)
                    one.setToolTip(one.toolTip() or text)
            elif one in self._shrunk:
                del self._shrunk[one]
                one.setText(text)
                one.setToolTip("" if one.toolTip() == text else one.toolTip())


def _text_width(one: QPushButton, text: str) -> int:
    return one.fontMetrics().horizontalAdvance(text) + _ICON_GAP
