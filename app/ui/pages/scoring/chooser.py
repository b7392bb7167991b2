"""By which card and as of which day one scores, with the way to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import scoring_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.scorecard import Scorecard
    from app.services.scoring_views import CardInfo
    from app.ui.context import PageContext


class Chooser(Retranslated):
    """``card_chosen`` carries a card's code, ``day_chosen`` a day; ``rules_wanted`` asks for the rules."""

    card_chosen = Signal(str)
    day_chosen = Signal(object)
    rules_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._cards: Sequence[CardInfo] = ()
        self._card: Scorecard | None = None
        self.card_name, self.day_name = label("", "small", "secondary"), label("", "small", "secondary")
        self.card = Choice([])
        today = context.company.clock.today()
        self.day = DayEdit(context.language, today)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setKeyboardTracking(False)
        self.version = label("", "small", "secondary", wrap=True)
        self.rules = button(context.theme, "", "link", run=self.rules_wanted.emit)
        self.card_name.setBuddy(self.card)
        self.day_name.setBuddy(self.day)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(3)
        for each in (self.card_name, self.card, self.day_name, self.day):
            layout.addWidget(each)
        layout.addSpacing(4)
        layout.addWidget(self.version)
        layout.addWidget(self.rules, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.activated.connect(lambda: self.card_chosen.emit(str(self.card.value)))
        self.day.dateChanged.connect(lambda: self.day_chosen.emit(self.day.day))
        self.retranslate()

    def show_choices(self, cards: Sequence[CardInfo], card: Scorecard, as_of: date) -> None:
        """Offer these cards; the one in use and the day in force stand there."""
        self._cards, self._card = cards, card
        self.day.set_day(as_of)
        self.retranslate()

    def retranslate(self) -> None:
        """Write every text."""
        lang, card = self.context.formats.lang, self._card
        self.card_name.setText(self.tr("Scorecard"))
        self.day_name.setText(self.tr("As of"))
        self.card.setAccessibleName(self.card_name.text())
        self.day.setAccessibleName(self.day_name.text())
        self.rules.setText(self.tr("Rules and weights"))
        self.card.set_pairs(
            [(one.code, scoring_text.card_name(one.code, lang, one.name)) for one in self._cards],
            card.code if card is not None else None,
        )
        self.version.setText(
            self.tr("Version {version}").format(version=card.version) if card is not None else ""
        )
