"""A month of the customer's own bank account."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.credit_file import BankFlow
from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import currency_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit.reading import Financials

_MONTH = re.compile(r"(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?")
_DECEMBER = 12


def parse_month(text: str) -> date | None:
    """The first day of a month typed as 2025-11, 2025/11, 2025年11月 or 202511."""
    found = _MONTH.fullmatch(text.strip())
    if not found:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, 1) if 1 <= month <= _DECEMBER and year else None


class FlowDialog(FormDialog):
    """Adds a month or edits one."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        "credit_file.later": "month",
        "credit_file.month_twice": "month",
        "credit_file.negative": "inflow",
        "money.unknown_currency": "currency",
    }

    def __init__(
        self,
        context: PageContext,
        content: Financials,
        flow: BankFlow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self.content, self.old = content, flow
        title = self.tr("Edit month") if flow else self.tr("New month of bank flow")
        self.set_head(
            title, self.tr("Save"), context.formats.name(content.customer.name, content.customer.name_en)
        )
        currency = flow.currency if flow else content.currency
        self.month = QLineEdit(f"{flow.month if flow else self._next():%Y-%m}")
        self.currency = currency_choice(context.formats, currency, (content.currency, "CNY", "USD", "EUR"))
        self.inflow, self.outflow, self.closing = (MoneyEdit(currency) for _ in range(3))
        if flow is not None:
            self.inflow.set_minor(flow.inflow)
            self.outflow.set_minor(flow.outflow)
            self.closing.set_minor(flow.closing)
        self.source = QLineEdit(flow.source if flow else "")
        self._add_fields()
        self.currency.currentIndexChanged.connect(self._set_currency)
        self.month.setFocus()

    def _next(self) -> date:
        """The month after the newest one that is noted, else the last month that ended."""
        today = self.content.today
        ended = _month_before(today.replace(day=1))
        if not self.content.flows:
            return ended
        newest = self.content.flows[0].month
        following = newest.replace(
            year=newest.year + newest.month // _DECEMBER, month=newest.month % _DECEMBER + 1
        )
        return min(following, today.replace(day=1))

    def _add_fields(self) -> None:
        self.add_field("month", self.month, self.tr("Month"), self.tr("Such as 2025-11"), self._check_month)
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("inflow", self.inflow, self.tr("Came in"), check=self._amount(self.inflow))
        self.add_field("outflow", self.outflow, self.tr("Went out"), check=self._amount(self.outflow))
        self.add_field(
            "closing",
            self.closing,
            self.tr("Closing balance"),
            self.tr("Below zero is an overdraft"),
            self._amount(self.closing, needed=False),
        )
        self.add_field("source", self.source, self.tr("Source"), self.tr("Such as statement of which bank"))
        self.lay("month", "currency")
        self.lay("inflow", "outflow", "closing")
        self.lay("source")

    def _set_currency(self, *_: object) -> None:
        for edit in (self.inflow, self.outflow, self.closing):
            edit.set_currency(str(self.currency.value))

    def _check_month(self) -> str:
        month = parse_month(self.month.text())
        if month is None:
            return self.tr("Write the month as 2025-11.")
        return self.tr("This month is still to come.") if month > self.content.today else ""

    def _amount(self, edit: MoneyEdit, *, needed: bool = True) -> Callable[[], str]:
        def check() -> str:
            try:
                minor = edit.minor()
            except HoldfastError as error:
                return sentence(error, self.context.formats.lang)
            if minor is None:
                return self.tr("Enter an amount, 0 for none.") if needed else ""
            return self.tr("This cannot be below zero.") if needed and minor < 0 else ""

        return check

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the month."""
        made = BankFlow(
            self.content.customer.id,
            parse_month(self.month.text()) or self.content.today,
            str(self.currency.value),
            self.inflow.minor() or 0,
            self.outflow.minor() or 0,
            self.closing.minor(),
            self.source.text().strip(),
        )
        if self.old is not None:
            made = replace(made, id=self.old.id, version=self.old.version)
        files = self.context.company.credit_files
        return lambda _control: files.save_bank_flow(made)


def _month_before(first: date) -> date:
    """The first day of the month before."""
    if first.month == 1:
        return date(first.year - 1, _DECEMBER, 1)
    return first.replace(month=first.month - 1)
