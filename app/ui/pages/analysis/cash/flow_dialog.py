"""Own money entered or changed: what goes out or comes in, when, and whether it comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.cash_forecast import CASH_EVERY, CASH_KINDS
from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.measure_record import CashItem
    from app.services.ports import Control
    from app.ui.context import PageContext

OUT, IN = "out", "in"


class FlowDialog(FormDialog):
    """``item`` with id 0 is a new one."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {
        "cash.no_label": "label",
        "cash.no_amount": "amount",
        "cash.bad_currency": "currency",
        "cash.bad_day": "on",
        "cash.until_before": "until",
    }

    def __init__(
        self, context: PageContext, item: CashItem, base: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=640)
        self._item = item
        title = self.tr("Enter own money") if not item.id else self.tr("Edit own money")
        about = self.tr("What goes out or comes in beside what customers owe")
        self.set_head(title, self.tr("Save"), about)
        lang = context.formats.lang
        self.label = QLineEdit(item.label)
        self.kind = Choice([(each, say(f"cash_kind.{each}", lang)) for each in CASH_KINDS], item.kind)
        way = IN if item.amount < 0 else OUT
        self.way = Choice([(OUT, self.tr("goes out")), (IN, self.tr("comes in"))], way)
        self.amount = MoneyEdit(item.currency)
        self.amount.set_minor(abs(item.amount) or None)
        self.currency = currency_choice(context.formats, item.currency, [base, "USD", "EUR"])
        self.on = DayEdit(context.language, item.on)
        every = [(each, say(f"cash_every.{each or 'once'}", lang)) for each in CASH_EVERY]
        self.every = Choice(every, item.every)
        self.until = OptionalDay(context.language, self.tr("Last day"), item.until, item.on)
        self.note = NoteEdit(item.note)
        self._add()
        self.currency.activated.connect(lambda *_: self.amount.set_currency(str(self.currency.value)))
        self.every.activated.connect(self._on_every)
        self.until.edited.connect(self.touch)
        self._on_every()
        self.label.setFocus()

    def _add(self) -> None:
        self.add_field(
            "label",
            self.label,
            self.tr("What for"),
            check=self.required(self.label, self.tr("Say what the money is for.")),
        )
        self.add_field("kind", self.kind, self.tr("Category"))
        self.add_field("way", self.way, self.tr("Direction"))
        self.add_field("amount", self.amount, self.tr("Amount"), check=self.amount_check(self.amount))
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("on", self.on, self.tr("Day"))
        self.add_field("every", self.every, self.tr("Comes back"))
        self.add_field("until", self.until, self.tr("Until"), check=self._check_until)
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("label", "kind", stretch=(3, 2))
        self.lay("way", "amount", "currency", stretch=(2, 3, 3))
        self.lay("on", "every", "until", stretch=(2, 2, 3))
        self.lay("note")

    def _on_every(self, *_: object) -> None:
        self.until.setEnabled(bool(str(self.every.value)))

    def _check_until(self) -> str:
        day = self.until.day
        if str(self.every.value) and day is not None and day < self.on.day:
            return self.tr("The last day lies before the first.")
        return ""

    def draft(self) -> CashItem:
        """The item as the fields say it."""
        minor = self.amount.minor() or 0
        every = str(self.every.value)
        return replace(
            self._item,
            on=self.on.day,
            amount=-minor if self.way.value == IN else minor,
            currency=str(self.currency.value),
            label=self.label.text(),
            kind=str(self.kind.value),
            every=every,
            until=self.until.day if every else None,
            note=self.note.text,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        cash, item = self.context.company.cash, self.draft()
        return lambda _control: cash.save_item(item)
