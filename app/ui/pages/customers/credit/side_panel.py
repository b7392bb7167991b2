"""What stands beside a table: the title of what is chosen, its facts, what is wrong, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.ui.theme import Theme

_WIDE, _ROW = 312, 3


class SidePanel(Card):
    """``begin`` empties it; then facts, sentences and chips are added below each other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, " ", padded=False)
        self.setFixedWidth(_WIDE)
        self._theme = theme
        self._lines = self.add_scrolled_list()
        self._lines.setSpacing(8)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(12, 8, 12, 12)
        self._buttons = SharedRow(most=_ROW)
        foot.addLayout(self._buttons)
        self.body.addWidget(self._foot)
        self._said: list[str] = []

    def begin(self, title: str, note: str = "") -> None:
        """Show something else."""
        clear(self._lines)
        self._said = []
        self.set_title(title, note)

    @property
    def text(self) -> str:
        """All that is said, for who cannot see it."""
        return "\n".join(self._said)

    def say(self, text: str, tone: str = "", kind: str = "body") -> None:
        """A sentence."""
        made = label(text, kind, tone, wrap=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(made)
        self._said.append(text)

    def pair(self, name: str, value: str, tone: str = "") -> None:
        """A fact: its name left, its value right."""
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(name, "small", "secondary", wrap=True), 1, Qt.AlignmentFlag.AlignTop)
        made = label(value, "body", tone, wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(made, 1, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(row)
        self._said.append(f"{name} {value}")

    def chip(self, text: str, tone: str) -> None:
        """A word in a tone."""
        self._lines.addWidget(Chip(self._theme, text, tone), 0, Qt.AlignmentFlag.AlignLeft)
        self._said.append(text)

    def add(self, widget: QWidget) -> None:
        """Something else below."""
        self._lines.addWidget(widget)

    def set_buttons(self, made: Iterable[QWidget]) -> None:
        """These buttons at the foot, three in a row; made once, shown as they are wanted."""
        for each in made:
            self._buttons.addWidget(each)

    def show_buttons(self, *, shown: bool) -> None:
        """Whether anything can be done with what is shown."""
        self._foot.setVisible(shown)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, rows within it too."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            clear(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
