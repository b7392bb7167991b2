"""Language, colours, row height, days and figures: at once, for this user on this machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QGridLayout

from app.ui import writing
from app.ui.dialogs.controls import Choice
from app.ui.i18n import LANGUAGES, Retranslated
from app.ui.theme import Contrast, Density, Scheme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import stand_left
from app.ui.widgets.segmented import Segmented
from app.ui.writing import DayStyle, GroupStyle, NegativeStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from app.ui.context import PageContext

_WIDEST, _CHOICE = 760, 260
_SHOWN_DAY = date(2025, 12, 31)
_SHOWN = -123456789
"""A day and an amount (minor units) that tell every way of writing from the others."""


class LooksPanel(Retranslated):
    """Each choice acts at once."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.card, self.writing_card = Card(context.theme), Card(context.theme)
        self.language, self.scheme = Segmented(), Segmented()
        self.contrast, self.density = Segmented(), Segmented()
        self.days, self.groups, self.negatives = Choice(()), Choice(()), Choice(())
        self.preview = label("", "body", "secondary", wrap=True)
        self._looks = self._grid(self.card, (self.language, self.scheme, self.contrast, self.density))
        self._ways = self._grid(self.writing_card, (self.days, self.groups, self.negatives))
        self.writing_card.body.addWidget(self.preview)
        stand_left(self, [self.card, self.writing_card], _WIDEST)
        self._connect()
        self.retranslate()

    def _grid(self, card: Card, controls: tuple[QWidget, ...]) -> list[tuple[QLabel, QWidget]]:
        """A line a choice: its name, and what there is to choose."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(2, 1)
        pairs = []
        for row, control in enumerate(controls):
            name = label("", "body", "secondary")
            if isinstance(control, Choice):
                control.setMinimumWidth(_CHOICE)
            grid.addWidget(name, row, 0)
            grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
            pairs.append((name, control))
        card.body.addLayout(grid)
        return pairs

    def _connect(self) -> None:
        self.language.set_choices(list(LANGUAGES.items()))
        self.language.chosen.connect(self._on_language)
        self.scheme.chosen.connect(self._on_scheme)
        self.contrast.chosen.connect(self._on_contrast)
        self.density.chosen.connect(self._on_density)
        for control in (self.days, self.groups, self.negatives):
            control.activated.connect(self._on_writing)
        self.context.theme.themeChanged.connect(self.retranslate)
        self.context.theme.densityChanged.connect(self.retranslate)

    def _on_language(self, code: str) -> None:
        self.context.preferences.set("language", code)
        self.context.language.set(code)

    def _on_scheme(self, scheme: str) -> None:
        self.context.preferences.set("theme", scheme)
        self.context.theme.set_scheme(Scheme(scheme))

    def _on_contrast(self, contrast: str) -> None:
        self.context.preferences.set("contrast", contrast)
        self.context.theme.set_contrast(Contrast(contrast))

    def _on_density(self, density: str) -> None:
        self.context.preferences.set("density", density)
        self.context.theme.set_density(Density(density))

    def _on_writing(self) -> None:
        liked = writing.Writing(
            DayStyle(str(self.days.value)),
            GroupStyle(str(self.groups.value)),
            NegativeStyle(str(self.negatives.value)),
        )
        writing.remember(self.context.preferences, liked)
        self.context.language.set_writing(liked)

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Labels, choices, and what is chosen now."""
        mine = self.tr("For you on this computer")
        self.card.set_title(self.tr("Looks"), mine)
        looks = (self.tr("Language"), self.tr("Colours"), self.tr("Contrast"), self.tr("Row height"))
        self._name(self._looks, looks)
        self._offer_looks()
        self.language.set_current(self.context.language.code)
        self.scheme.set_current(self.context.theme.scheme)
        self.contrast.set_current(self.context.theme.contrast)
        self.density.set_current(self.context.theme.density)
        self.writing_card.set_title(self.tr("Days and figures"), mine)
        self._name(self._ways, (self.tr("Days"), self.tr("Thousands"), self.tr("Below zero")))
        self._offer_ways()

    @staticmethod
    def _name(pairs: list[tuple[QLabel, QWidget]], texts: tuple[str, ...]) -> None:
        for (name, control), text in zip(pairs, texts, strict=True):
            name.setText(text)
            control.setAccessibleName(text)

    def _offer_looks(self) -> None:
        system = self.tr("As the system")
        self.scheme.set_choices(
            [(Scheme.SYSTEM, system), (Scheme.LIGHT, self.tr("Light")), (Scheme.DARK, self.tr("Dark"))]
        )
        self.contrast.set_choices(
            [
                (Contrast.SYSTEM, system),
                (Contrast.NORMAL, self.tr("Normal")),
                (Contrast.HIGH, self.tr("High")),
            ]
        )
        self.density.set_choices(
            [
                (Density.COMPACT, self.tr("Compact")),
                (Density.DEFAULT, self.tr("Normal")),
                (Density.COMFORTABLE, self.tr("Comfortable")),
            ]
        )

    def _offer_ways(self) -> None:
        """Each way is named by what it makes of one day and one amount."""
        now, lang = self.context.language.writing, self.context.language
        usual, formats = self.tr("As the language: {day}"), self.context.formats
        plain = lang.locale.toString(QDate(2025, 12, 31), writing.Writing().pattern(lang.code))
        days = [(DayStyle.LANGUAGE, usual.format(day=plain))]
        days += [(each, replace(now, days=each).day(_SHOWN_DAY) or "") for each in list(DayStyle)[1:]]
        self.days.set_pairs(days, now.days)
        over = writing.Writing(negatives=NegativeStyle.MINUS)
        figure = "1,234,567.89"
        self.groups.set_pairs(
            [(each, replace(over, groups=each).figure(figure)) for each in GroupStyle], now.groups
        )
        below = [(each, replace(now, negatives=each).figure(f"−{figure}")) for each in NegativeStyle]
        self.negatives.set_pairs(below, now.negatives)
        said = self.tr(
            "A table then says {amount} on {day}. Sentences, papers and letters keep to their language's way."
        )
        self.preview.setText(said.format(amount=formats.amount(_SHOWN, "CNY"), day=formats.day(_SHOWN_DAY)))
