"""Late interest in the settings: the rules and whose law applies, and the rate tables below them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.late_rates import InterestRule, RuleKind
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.opening import open_for
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import writable
from app.ui.pages.settings_rate_tables import RateTablesPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.form_field import FormField
from app.words import say
from app.words.formats import rate_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.services.interest import RateTableView
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.interest_rule import InterestRuleDialog

_LEAST_ROWS = 3
_OWN = "own-"


class InterestPanel(Retranslated):
    """Reads on ``read``; every edit is one undoable action."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.dialog: InterestRuleDialog | None = None
        theme = context.theme
        self.card = Card(theme, " ")
        self.governing = Choice(())
        self._governing_field = FormField(self.governing)
        self._governing_field.setMaximumWidth(420)
        self.edit_button = button(theme, "", "normal", "pencil", self.edit)
        self.reset_button = button(theme, "", "normal", "undo-2", self.reset)
        self.new_button = button(theme, "", "link", "plus", self.new)
        for each in (self.edit_button, self.reset_button, self.new_button):
            self.card.add_action(each)
        self.table = DataTable(theme, "interest_rules", context.preferences, framed=False)
        self.rules: Sequence[InterestRule] = ()
        self.model: RowTable[tuple[int, InterestRule]] = RowTable(
            self._columns(), context.runner, lambda row: row[0], parent=self
        )
        self.table.set_model(self.model)
        self.tables = RateTablesPanel(context)
        self._lay_out()
        self.governing.activated.connect(self._choose_law)
        self.table.opened.connect(lambda _row: self.edit())
        self.table.current_changed.connect(self._on_current)
        self._on_current()
        self.retranslate()

    def _lay_out(self) -> None:
        self.card.body.addWidget(self.table)
        foot = QHBoxLayout()
        foot.addWidget(self._governing_field, 1)
        foot.addStretch(1)
        self.card.body.addLayout(foot)
        self._governing_field.setEnabled(writable(self.context))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.card)
        layout.addWidget(self.tables)
        layout.addStretch(1)

    def _columns(self) -> list[Column[tuple[int, InterestRule]]]:
        return [
            text_column(
                "name", lambda: self.tr("Rule"), lambda row: row[1].named(self.context.formats.lang),
                strong=True, width=240, stretch=2,
            ),
            text_column(
                "rate", lambda: self.tr("Rate"), lambda row: self._made_of(row[1]), width=190, stretch=1,
            ),
            text_column(
                "countries", lambda: self.tr("Countries"), lambda row: " ".join(row[1].countries),
                width=110, stretch=1, tone="secondary", drop=2,
            ),
            text_column(
                "source", lambda: self.tr("Source"), lambda row: row[1].cited(self.context.formats.lang),
                width=200, stretch=2, tone="secondary", drop=1,
            ),
            Column("state", lambda: self.tr("State"), lambda row: self._state(row[1]), width=96),
        ]  # fmt: skip

    def _made_of(self, rule: InterestRule) -> str:
        """The rate in short: what it is made of."""
        lang = self.context.formats.lang
        if rule.kind is not RuleKind.REFERENCE:
            per = say(f"interest.per.{rule.period}", lang)
            return f"{per} {rate_text(rule.rate)}%" if lang == "zh" else f"{rate_text(rule.rate)}% {per}"
        text = self.tr("reference × {factor}").format(factor=rate_text(rule.factor))
        if rule.factor == 1:
            text = self.tr("reference + {margin}").format(margin=rate_text(rule.margin))
        how = self.tr("floating") if rule.floating else self.tr("fixed")
        return f"{text}, {how}" if lang == "en" else f"{text}，{how}"

    def _state(self, rule: InterestRule) -> Cell:
        if not rule.shipped:
            return Cell(self.tr("Own"), chip="info")
        return (
            Cell(self.tr("Changed"), chip="warn")
            if rule.changed
            else Cell(self.tr("Shipped"), tone="tertiary")
        )

    # -- content --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read rules, choice of law and tables."""
        interest = self.context.company.interest

        def work(_control: Control) -> tuple[Sequence[InterestRule], str, Sequence[RateTableView]]:
            return interest.rules(), interest.governing(), interest.series()

        self.context.runner.database(work, self._show, owner=self, key="settings.interest")

    def _show(self, found: tuple[Sequence[InterestRule], str, Sequence[RateTableView]]) -> None:
        self.rules, governing, tables = found
        self.model.set_rows(list(enumerate(self.rules)))
        rows = max(_LEAST_ROWS, len(self.rules))  # the page scrolls, not a part of it
        self.table.setFixedHeight(
            self.context.theme.size("tableHeader") + rows * self.context.theme.row_height + 4
        )
        self.governing.choose(governing)
        self.tables.show_tables(tables)
        self._on_current()

    def _current(self) -> InterestRule | None:
        row = self.table.view.currentIndex().row()
        return self.model.row_at(row)[1] if 0 <= row < self.model.rowCount() else None

    def _on_current(self, *_: object) -> None:
        rule, free = self._current(), writable(self.context)
        self.edit_button.setEnabled(free and rule is not None)
        self.reset_button.setEnabled(free and rule is not None and (rule.changed or not rule.shipped))
        own = rule is not None and not rule.shipped
        self.reset_button.setText(self.tr("Delete") if own else self.tr("Reset to shipped"))
        self.new_button.setEnabled(free)

    # -- edits ----------------------------------------------------------------------------------

    def edit(self) -> None:
        """Change the rule in view."""
        rule = self._current()
        if rule is not None and writable(self.context):
            self._open(rule)

    def new(self) -> None:
        """A rule of the company's own, a copy of the one in view."""
        taken = {rule.code for rule in self.rules}
        code = next(f"{_OWN}{n}" for n in range(1, len(taken) + 2) if f"{_OWN}{n}" not in taken)
        blank = InterestRule(code, "", "", RuleKind.FIXED)
        like = self._current() or blank
        fresh = replace(like, code=code, name="", name_en="", countries=(), shipped=False, changed=False)
        self._open(
            replace(fresh, source="", source_en="", source_on=None, note="", note_en="", factor_range=None)
        )

    def _open(self, rule: InterestRule) -> None:
        from app.ui.dialogs.interest_rule import InterestRuleDialog  # noqa: PLC0415 - loads on first use

        tables = [view.table for view in self.tables.views.values()]
        open_for(self, InterestRuleDialog(self.context, rule, tables, self))

    def reset(self) -> None:
        """Back to the shipped rule; an own rule is deleted."""
        rule = self._current()
        if rule is None:
            return
        service, code = self.context.company.interest, rule.code

        def work(_control: Control) -> ChangeSet:
            return service.reset_rule(code)

        self.context.runner.database(work, self.context.notices.done, owner=self)

    def _choose_law(self, *_: object) -> None:
        service, choice = self.context.company.interest, str(self.governing.value)

        def work(_control: Control) -> ChangeSet:
            return service.set_governing(choice)

        self.context.runner.database(work, self.context.notices.done, owner=self)

    def retranslate(self) -> None:
        """Titles, buttons, choices."""
        note = self.tr("The contract's own rate comes first; else the law of the parties' country")
        self.card.set_title(self.tr("Interest rules"), note)
        self.edit_button.setText(self.tr("Edit"))
        self.new_button.setText(self.tr("New rule"))
        self.table.view.setAccessibleName(self.tr("Interest rules"))
        self.table.say_empty(self.tr("No rules."))
        pairs = [
            ("seller", self.tr("The seller's country (ours)")),
            ("buyer", self.tr("The buyer's country")),
        ]
        self.governing.set_pairs(pairs, self.governing.value)
        self._governing_field.set_text(
            self.tr("Across borders, the law of"), self.tr("Where the contract names no law")
        )
        self._on_current()
