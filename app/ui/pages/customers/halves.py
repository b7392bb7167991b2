"""Two halves of a tab: beside each other where there is room, else below each other; scrolled together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QWidget

from app.ui.i18n import Retranslated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

_SIDEWAYS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Halves(Retranslated):
    """A tab of two halves; ``wide`` is the width in pixels from which they stand beside each other."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self._wide = wide
        self._pair = QBoxLayout(_SIDEWAYS)

    def lay_halves(self, left: QLayout, right: QLayout, stretch: tuple[int, int]) -> None:
        """Put the halves in, ``stretch`` being their shares of the width."""
        inner = QWidget()
        inner.setLayout(self._pair)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(16)
        self._pair.addLayout(left, stretch[0])
        self._pair.addLayout(right, stretch[1])
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the pair by the width there is."""
        super().resizeEvent(event)
        self._pair.setDirection(_SIDEWAYS if self.wide() else _DOWN)

    def wide(self) -> bool:
        """Whether the halves fit beside each other."""
        return self.width() >= self._wide
