"""Step 4: what was taken in, and where to go from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.bank.flow import BankFlow


class FinishPanel(Retranslated):
    """Counts; undo takes the whole statement back."""

    undo = Signal()
    again = Signal()
    decide = Signal()

    def __init__(self, context: PageContext, flow: BankFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme = context.theme
        card = Card(theme)
        picture = QLabel()
        theme.picture(picture, "circle-check", "status.good.text", 32)
        self._title = label("", "section")
        self._file = label("", "body", "secondary")
        self.figures = Figures(theme, "section")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._file)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.figures)
        self.queue = button(theme, "", "primary", "list-filter", self.decide.emit)
        self.take_back = button(theme, "", "normal", "undo-2", self.undo.emit)
        self.more = button(theme, "", "normal", "download", self.again.emit)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.queue, self.take_back, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        card.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        self.retranslate()

    def refresh(self) -> None:
        """Show what the last statement came to."""
        result, file, formats = self._flow.result, self._flow.file, self._context.formats
        if result is None or file is None:
            return
        self._file.setText(file.name)
        self.figures.set(
            [
                (self.tr("New lines"), formats.count(result.added), "", ""),
                (self.tr("Known from before"), formats.count(result.known), "", ""),
                (self.tr("Applied"), formats.count(result.applied), "", "good" if result.applied else ""),
                (self.tr("Waiting for you"), formats.count(result.waiting), "",
                 "warn" if result.waiting else ""),
                (self.tr("Set aside"), formats.count(result.ignored), "", ""),
            ]
        )  # fmt: skip
        self._title.setText(self.tr("Statement taken in") if result.added else self.tr("Nothing new in it"))
        self.queue.setText(
            self.tr("Decide %n waiting line(s)", "", result.waiting)
            if result.waiting
            else self.tr("To the lines")
        )
        self.take_back.setVisible(bool(result.added))

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self.take_back.setText(self.tr("Undo this statement"))
        self.more.setText(self.tr("Another statement"))
        self.refresh()
