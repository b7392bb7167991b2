"""The page header: breadcrumb or title, a second line beside it, actions at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.breadcrumb import Breadcrumb
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.theme import Theme


class PageHeader(QWidget):
    """56 pixels high: ``title``, ``subtitle``, and ``add`` for the page's buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.size("pageHeader"))
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(12)
        self.breadcrumb = Breadcrumb(theme)
        self.breadcrumb.hide()
        self._title = label("", "page")
        self._subtitle = label("", "body", "secondary")
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

    def add(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self._layout.addWidget(widget)
