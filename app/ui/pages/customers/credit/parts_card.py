"""How complete a credit file is: a bar of nine, and each part leading to where it is filled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.credit_file_parts import FilePart, PartState, filled
from app.ui.spoken import Spoken
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.context import PageContext
    from app.ui.theme import Theme

_HIGH, _GAP, _ROW = 8, 3, 3
_ICONS = {
    PartState.FILLED: ("circle-check", "status.good.text"),
    PartState.LACKING: ("circle", "textTertiary"),
    PartState.OUTDATED: ("clock", "status.warn.text"),
}


class PartsBar(QWidget):
    """One block a part: filled, grown old, or empty."""

    spoken_as = Spoken.PICTURE

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._states: list[PartState] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.themeChanged.connect(self.update)

    def show_states(self, states: list[PartState], said: str) -> None:
        """Show these, the filled ones first; ``said`` is the same in words."""
        order = [PartState.FILLED, PartState.OUTDATED, PartState.LACKING]
        self._states = sorted(states, key=order.index)
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """As thin as a usage bar."""
        return QSize(200, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The blocks, with a little room between."""
        if not self._states:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - _GAP * (len(self._states) - 1)) / len(self._states)
        colours = {
            PartState.FILLED: "accent",
            PartState.OUTDATED: "status.warn.fill",
            PartState.LACKING: "border",
        }
        for place, state in enumerate(self._states):
            painter.setBrush(self._theme.color(colours[state]))
            painter.drawRoundedRect(QRectF(place * (wide + _GAP), 0, wide, _HIGH), 2, 2)


class PartsCard(Card):
    """``chosen`` carries the part that was clicked."""

    chosen = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self.bar = PartsBar(context.theme)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        for column in range(_ROW):
            self._grid.setColumnStretch(column, 1)
        self.body.addWidget(self.bar)
        self.body.addLayout(self._grid)
        self._parts: Mapping[FilePart, PartState] = {}

    def show_parts(self, parts: Mapping[FilePart, PartState]) -> None:
        """Show the state of every part."""
        self._parts = parts
        count, whole = filled(dict(parts)), len(parts)
        title = self.tr("{filled} of {all} parts filled").format(filled=count, all=whole)
        self.set_title(title)
        self.bar.show_states(list(parts.values()), title)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        lang, theme = self.context.formats.lang, self.context.theme
        for place, (part, state) in enumerate(parts.items()):
            name, said = say(f"file_part.{part}", lang), say(f"part_state.{state}", lang)
            made = button(theme, name, "link", run=partial(self.chosen.emit, part.value), small=True)
            icon, role = _ICONS[state]
            theme.dress(made, icon, role)
            made.setAccessibleName(f"{name}: {said}")
            made.setToolTip(said)
            self._grid.addWidget(made, place // _ROW, place % _ROW, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """Write it in the language in force."""
        if self._parts:
            self.show_parts(self._parts)
