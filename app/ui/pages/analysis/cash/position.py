"""Own cash and the assumptions of the forecast: each a figure the owner sets, with its source."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.services.cash_views import CashAssumptions, CashBalance
from app.ui.dialogs.controls import CountEdit, DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.cash_views import SalesBasis
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext

_MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """What is kept, the ledger's own figures of sales, and the day."""

    assumed: CashAssumptions
    opening: CashBalance | None
    own: SalesBasis | None
    bank: CashBalance | None
    currency: str
    day: date


def read_position(session: CompanySession, day: date) -> PositionFacts:
    """Read what the dialog shows; runs on the database worker."""
    cash = session.cash
    own = cash.sales_basis(day, CashAssumptions(sales=True))
    bank = cash.bank_balance(min(day, session.clock.today()))
    return PositionFacts(
        cash.assumptions(), cash.opening(day), own, bank, session.company.get().currency, day
    )


class PositionDialog(FormDialog):
    """Saved in one step; a balance that is left empty leaves those known as they are."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {
        "cash.balance_to_come": "on",
        "cash.bad_day": "on",
        "cash.bad_minimum": "minimum",
        "cash.bad_sales": "monthly",
        "cash.bad_days": "claim_days",
    }

    def __init__(self, context: PageContext, facts: PositionFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=720)
        self.facts = facts
        self.set_head(
            self.tr("Cash and assumptions"),
            self.tr("Save"),
            self.tr("What the ledger cannot know. Every figure stays on this computer."),
        )
        self._make(facts)
        self._add(facts)
        self.lay("amount", "on", "balance_source", stretch=(2, 2, 3))
        self._offer_bank(facts.bank)
        self.lay("minimum", "claim_days")
        self.lay("sales")
        self.lay("monthly", "days")
        self.lay("disputes")
        self.lay("source")
        self._on_sales()
        self.amount.setFocus()

    def _make(self, facts: PositionFacts) -> None:
        assumed, opening = facts.assumed, facts.opening
        self.amount, self.minimum = MoneyEdit(facts.currency), MoneyEdit(facts.currency)
        self.amount.set_minor(opening.amount if opening is not None else None)
        self.on = DayEdit(self.context.language, opening.on if opening is not None else facts.day)
        self.balance_source = QLineEdit(opening.source if opening is not None else "")
        self.minimum.set_minor(assumed.minimum or None)
        self.claim_days = CountEdit(assumed.claim_days, _MOST_DAYS)
        self.sales = QCheckBox(self.tr("Count expected new credit sales (an assumption)"))
        self.sales.setChecked(assumed.sales)
        self.monthly = MoneyEdit(facts.currency)
        self.monthly.set_minor(assumed.sales_monthly)
        self.days = DecimalEdit(None, most=Decimal(_MOST_DAYS), empty=True)
        if assumed.sales_days is not None:
            self.days.setText(str(assumed.sales_days))
        self.disputes = QCheckBox(
            self.tr("Count contested amounts on the day by which they are to be settled")
        )
        self.disputes.setChecked(assumed.disputes)
        self.source = QLineEdit(assumed.source)
        for box in (self.sales, self.disputes):
            box.toggled.connect(self.touch)
        self.sales.toggled.connect(self._on_sales)

    def _add(self, facts: PositionFacts) -> None:
        formats, own = self.context.formats, facts.own
        held, least = self.tr("Own cash"), self.tr("Least cash to hold")
        monthly = self.tr("New credit sales a month")
        self.add_field(
            "amount",
            self.amount,
            f"{held} {facts.currency}",
            self.tr("Below 0 for an overdraft"),
            self._readable,
        )
        self.add_field("on", self.on, self.tr("At the end of"), check=self.past_check(self.on))
        hint = self.tr("For example: bank statements")
        self.add_field("balance_source", self.balance_source, self.tr("Source"), hint)
        self.add_field(
            "minimum",
            self.minimum,
            f"{least} {facts.currency}",
            self.tr("Below it there is a cash gap"),
            self.aside_check(self.minimum),
        )
        self.add_field(
            "claim_days",
            self.claim_days,
            self.tr("Days until an insurer pays"),
            self.tr("After the claim was filed and its waiting period is over; see your policy"),
        )
        self.add_field("sales", self.sales, "")
        month = days = self.tr("no data in the ledger")
        if own is not None:
            month = formats.money(own.own_monthly, facts.currency, whole=True)
            days = self.tr("{n} d").format(n=own.own_days if own.own_days is not None else "–")
        last = self.tr("Empty: as in the last 12 months ({figure})")
        self.add_field(
            "monthly",
            self.monthly,
            f"{monthly} {facts.currency}",
            last.format(figure=month),
            self.aside_check(self.monthly),
        )
        self.add_field(
            "days", self.days, self.tr("Days until they are paid"), last.format(figure=days), self._whole
        )
        hint = self.tr("Unticked they are left out, as on Today")
        self.add_field("disputes", self.disputes, "", hint)
        hint = self.tr("Who says so, and when")
        self.add_field("source", self.source, self.tr("Source of the assumptions"), hint)

    def _offer_bank(self, bank: CashBalance | None) -> None:
        """What the last bank statements closed with, one click away."""
        self.bank_button = button(self.context.theme, "", "link", run=self.take_bank)
        self.bank_button.setVisible(bank is not None)
        if bank is not None:
            money = self.context.formats.money(bank.amount, self.facts.currency)
            text = self.tr("Take from the last statements of %n bank account(s): {money}, {day}", "",
                           int(bank.source))  # fmt: skip
            self.bank_button.setText(text.format(money=money, day=self.context.formats.day(bank.on)))
            self.form.addWidget(self.bank_button, 0, Qt.AlignmentFlag.AlignLeft)

    def take_bank(self) -> None:
        """Fill in what the last bank statements closed with."""
        bank = self.facts.bank
        if bank is not None:
            self.amount.set_minor(bank.amount)
            self.on.set_day(bank.on)
            self.balance_source.setText(self.tr("bank statements"))
            self.touch()

    def _on_sales(self, *_: object) -> None:
        for edit in (self.monthly, self.days):
            edit.setEnabled(self.sales.isChecked())

    def _readable(self) -> str:
        try:
            self.amount.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        return ""

    def _whole(self) -> str:
        value = self.days.value
        if not self.days.text().strip():
            return ""
        if value is None or value != int(value):
            return self.tr("Enter a whole number of days from 0 to {most}.").format(most=_MOST_DAYS)
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        cash, amount, days = self.context.company.cash, self.amount.minor(), self.days.value
        balance = None
        if amount is not None:
            balance = CashBalance(self.on.day, amount, self.balance_source.text().strip())
        assumed = CashAssumptions(
            self.minimum.minor() or 0,
            self.sales.isChecked(),
            self.monthly.minor(),
            None if days is None else int(days),
            self.disputes.isChecked(),
            self.claim_days.value(),
            self.source.text().strip(),
        )
        return lambda _control: cash.save_position(balance, assumed)
