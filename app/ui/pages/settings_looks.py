"""Language, colours, row height: at once, for this user on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.ui.i18n import LANGUAGES, Retranslated
from app.ui.theme import Density, Scheme
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from app.ui.context import PageContext

_WIDEST = 760


class LooksPanel(Retranslated):
    """Each choice acts at once."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.card = Card(context.theme)
        self.card.setMaximumWidth(_WIDEST)
        self.language, self.scheme, self.density = Segmented(), Segmented(), Segmented()
        self._labels = [label("", "body", "secondary") for _ in range(3)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(2, 1)
        for row, control in enumerate((self.language, self.scheme, self.density)):
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addLayout(grid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self.language.set_choices(list(LANGUAGES.items()))
        self.language.chosen.connect(self._on_language)
        self.scheme.chosen.connect(self._on_scheme)
        self.density.chosen.connect(self._on_density)
        context.theme.themeChanged.connect(self.retranslate)
        context.theme.densityChanged.connect(self.retranslate)
        self.retranslate()

    def _on_language(self, code: str) -> None:
        self.context.preferences.set("language", code)
        self.context.language.set(code)

    def _on_scheme(self, scheme: str) -> None:
        self.context.preferences.set("theme", scheme)
        self.context.theme.set_scheme(Scheme(scheme))

    def _on_density(self, density: str) -> None:
        self.context.preferences.set("density", density)
        self.context.theme.set_density(Density(density))

    def retranslate(self) -> None:
        """Labels, choices, and what is chosen now."""
        self.card.set_title(self.tr("Looks"), self.tr("For you on this computer"))
        texts = (self.tr("Language"), self.tr("Colours"), self.tr("Row height"))
        for widget, control, text in zip(
            self._labels, (self.language, self.scheme, self.density), texts, strict=True
        ):
            widget.setText(text)
            control.setAccessibleName(text)
        self.scheme.set_choices(
            [
                (Scheme.SYSTEM, self.tr("As the system")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            ]
        )
        self.density.set_choices(
            [
                (Density.COMPACT, self.tr("Compact")),
                (Density.DEFAULT, self.tr("Normal")),
                (Density.COMFORTABLE, self.tr("Comfortable")),
            ]
        )
        self.language.set_current(self.context.language.code)
        self.scheme.set_current(self.context.theme.scheme)
        self.density.set_current(self.context.theme.density)
