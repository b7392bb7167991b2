"""The assumptions behind the answer: each a figure the owner sets, with its source."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.insurance_worth import Assumptions
    from app.services.ports import Control
    from app.ui.context import PageContext

_SHARES = (
    ("premium_rate", "insured_pct", "limit_share"),
    ("open_account", "concentration", "new_buyers"),
    ("bearable", "finance", "stress"),
)
_AMOUNTS = ("min_premium", "equity", "profit")
_MOST_STRESS = Decimal(100)


class AssumptionsDialog(FormDialog):
    """Keeps the assumptions; what nobody knows stays empty."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"worth.stress": "stress"}

    def __init__(
        self, context: PageContext, assumed: Assumptions, currency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=760)
        self.assumed = assumed
        self.set_head(
            self.tr("Assumptions"),
            self.tr("Save"),
            self.tr("What the ledger cannot know. With a policy chosen, its own clauses go first."),
        )
        lang = context.formats.lang
        self.figures: dict[str, DecimalEdit] = {}
        self.amounts: dict[str, MoneyEdit] = {}
        for row in _SHARES:
            for name in row:
                most = _MOST_STRESS if name == "stress" else Decimal(100)
                least = Decimal(1) if name == "stress" else Decimal(0)
                edit = DecimalEdit(getattr(assumed, name), least=least, most=most)
                self.figures[name] = edit
                self.add_field(
                    name, edit, say(f"worth_assumption.{name}", lang), check=self._check_figure(edit)
                )
            self.lay(*row)
        for name in _AMOUNTS:
            money = MoneyEdit(currency)
            money.set_minor(getattr(assumed, name) or None)
            self.amounts[name] = money
            hint = "" if name == "min_premium" else self.tr("Empty: not known")
            text = f"{say(f'worth_assumption.{name}', lang)} {currency}"
            self.add_field(name, money, text, hint, self.aside_check(money))
        self.lay(*_AMOUNTS)
        self.source = QLineEdit(assumed.source)
        hint = self.tr("For example: broker's offer of 12 November, annual accounts")
        self.add_field("source", self.source, say("worth_assumption.source", lang), hint)
        self.lay("source")
        text = self.tr("Loss rates come from the table of loss rates by grade, under Credit rules.")
        self.form.addWidget(label(text, "small", "secondary", wrap=True))

    def _check_figure(self, edit: DecimalEdit) -> Callable[[], str]:
        return lambda: "" if edit.sound else self.tr("This figure is outside its range.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        service = self.context.company.insurance_worth
        figures = {name: edit.value for name, edit in self.figures.items() if edit.value is not None}
        made = replace(
            self.assumed,
            **figures,
            min_premium=self.amounts["min_premium"].minor() or 0,
            equity=self.amounts["equity"].minor(),
            profit=self.amounts["profit"].minor(),
            source=self.source.text().strip(),
        )
        return lambda _control: service.save_assumptions(made)
