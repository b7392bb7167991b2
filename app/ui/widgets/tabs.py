"""Tabs with an underline over a stack of panels; Ctrl+Tab goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.ui.widgets.labels import line

if TYPE_CHECKING:
    from collections.abc import Sequence


class Tabs(QWidget):
    """Panels are added in order; ``changed`` carries the index."""

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(line())
        layout.addSpacing(16)
        layout.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._on_changed)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))

    def add(self, panel: QWidget, title: str) -> int:
        """Add a panel; its index."""
        self.stack.addWidget(panel)
        return self.bar.addTab(title)

    def set_titles(self, titles: Sequence[str]) -> None:
        """Write all titles again."""
        for place, title in enumerate(titles):
            self.bar.setTabText(place, title)

    def show_tab(self, place: int) -> None:
        """Go to a tab."""
        self.bar.setCurrentIndex(place)

    def step(self, by: int) -> None:
        """Go to the neighbour, round the ends."""
        self.bar.setCurrentIndex((self.bar.currentIndex() + by) % max(1, self.bar.count()))

    def _on_changed(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.changed.emit(place)
