"""The versions of a card: who published which when and why, and in what any two of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.dialogs.controls import Choice
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.cards.words import difference_words, short_hash, state_tone, state_word
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.scorecard import Scorecard
    from app.services.ports import Control
    from app.services.scoring_views import CardInfo
    from app.ui.context import PageContext
    from app.ui.pages.credit_rules.cards.drafting import Drafting

_DRAFT = 0
"""The draft among the versions to compare; published ones count from 1."""


class Versions(Retranslated):
    """``looked`` carries a version to look at."""

    looked = Signal(int)

    def __init__(self, context: PageContext, drafting: Drafting) -> None:
        super().__init__()
        self.context, self._drafting = context, drafting
        self._infos: tuple[CardInfo, ...] = ()
        self._code = ""
        self._shape: tuple[object, ...] = ()
        theme = context.theme
        self.table = DataTable(theme, "credit_rules.versions", context.preferences, framed=False)
        self.model: RowTable[CardInfo] = RowTable(
            version_columns(self), context.runner, self._place_of, parent=self
        )
        self.table.set_model(self.model)
        self.table.setMinimumHeight(140)
        self.look_button = button(theme, "", "link", "eye", self._look)
        self.title = label("", "section")
        self.one, self.two = Choice([]), Choice([])
        self.to = label("", tone="secondary")
        self.result = label("", wrap=True)
        for choice in (self.one, self.two):
            choice.setFixedWidth(176)
            choice.activated.connect(self._compare)
        self._lay_out()
        self.table.opened.connect(self._open)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for widget in (self.one, self.to, self.two):
            choices.addWidget(widget)
        choices.addStretch(1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(choices)
        column.addWidget(self.result)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.table, 1)
        tools = QHBoxLayout()
        tools.addWidget(self.look_button)
        tools.addStretch(1)
        layout.addLayout(tools)
        layout.addWidget(line())
        layout.addWidget(inner, 1)

    # -- showing --------------------------------------------------------------------------------

    def write(self) -> None:
        """Show the versions of the card in view."""
        found = self._drafting.found
        if found is None:
            return
        self._infos = found.versions
        self.model.set_columns(version_columns(self))
        self.model.set_rows(self._infos)
        pairs = [(self._number(info), self._named(info)) for info in self._infos]
        values = [value for value, _ in pairs]
        shape = (found.code, *values)
        one, two = (self.one.value, self.two.value) if shape == self._shape else (None, None)
        self._shape, self._code = shape, found.code
        second = two if two in values else values[0] if values else None
        first = one if one in values else values[1] if len(values) > 1 else second
        self.one.set_pairs(pairs, first)
        self.two.set_pairs(pairs, second)
        self._compare()

    def _place_of(self, info: CardInfo) -> int:
        return next((n for n, each in enumerate(self._infos, 1) if each == info), 0)

    @staticmethod
    def _number(info: CardInfo) -> int:
        return _DRAFT if info.state == "draft" else info.version

    def _named(self, info: CardInfo) -> str:
        if info.state == "draft":
            return self.tr("Draft")
        text = self.tr("Version {n}").format(n=info.version)
        return f"{text} • {state_word(info)}" if info.in_force else text

    def _compare(self, *_: object) -> None:
        """Say in words what the second has that the first has not."""
        one, two = self.one.value, self.two.value
        self.two.setEnabled(len(self._infos) > 1)
        self.one.setEnabled(len(self._infos) > 1)
        if not isinstance(one, int) or not isinstance(two, int):
            return
        if len(self._infos) < 2:  # noqa: PLR2004 - two to compare
            self.result.setText(
                self.tr("There is one version only; the first edit makes a draft of the next.")
            )
            return
        if one == two:
            self.result.setText(self.tr("Choose two different versions."))
            return
        scoring, code, lang = self.context.company.scoring, self._code, self.context.formats.lang

        def card(number: int) -> Scorecard:
            draft = scoring.draft(code) if number == _DRAFT else None
            return draft if draft is not None else scoring.card(code, number or None)

        def work(_control: Control) -> tuple[str, ...]:
            first, second = card(one), card(two)
            return difference_words(scoring.compare(first, second), first, second, lang)

        self.context.runner.database(
            work, self._say, failed=self.context.notices.error, owner=self, key="credit_rules.compare"
        )

    def _say(self, lines: Sequence[str]) -> None:
        if not lines:
            self.result.setText(self.tr("Both score alike."))
            return
        head = self.tr("%n difference(s):", "", len(lines))
        self.result.setText("\n".join([head, *(f"• {each}" for each in lines)]))

    def compare_with(self, one: int, two: int) -> None:
        """Compare two versions (0 is the draft)."""
        self.one.choose(one)
        self.two.choose(two)
        self._compare()

    def _look(self) -> None:
        self._open(self.table.view.current_id() or 1)

    def _open(self, place: int) -> None:
        if 0 < place <= len(self._infos):
            self.looked.emit(self._number(self._infos[place - 1]))

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Versions of the card"))
        self.look_button.setText(self.tr("Look at this version"))
        self.title.setText(self.tr("Compare"))
        self.to.setText(self.tr("with"))
        self.one.setAccessibleName(self.tr("Compare this version"))
        self.two.setAccessibleName(self.tr("with this one"))
        self.write()


def version_columns(view: Versions) -> list[Column[CardInfo]]:
    """Number, state, day, who, why and the content's hash."""
    formats = view.context.formats

    def number(info: CardInfo) -> Cell:
        return Cell(DASH if info.state == "draft" else str(info.version), strong=True)

    def why(info: CardInfo) -> str:
        return info.reason or (translate("Versions", "Shipped with the program") if info.as_shipped else "")

    return [
        Column("version", lambda: translate("Versions", "Version"), number,
               value=lambda info: info.version, width=72, min_width=64, align=Align.CENTER,
               sortable=False, fixed=True),
        Column("state", lambda: translate("Versions", "State"),
               lambda info: Cell(state_word(info), chip=state_tone(info)), width=92, min_width=84,
               sortable=False, fixed=True),
        day_column("on", lambda: translate("Versions", "Published"), lambda info: info.published_on, formats,
                   min_width=100, sortable=False),
        text_column("author", lambda: translate("Versions", "By"), lambda info: info.author or DASH,
                    width=120, min_width=84, sortable=False),
        text_column("reason", lambda: translate("Versions", "Reason"), why,
                    tone="secondary", width=220, min_width=120, stretch=1, sortable=False),
        Column("hash", lambda: translate("Versions", "Content"),
               lambda info: Cell(short_hash(info.content_hash), tone="tertiary", tip=info.content_hash),
               plain=lambda info: info.content_hash, width=92, min_width=84, drop=1, sortable=False),
    ]  # fmt: skip
