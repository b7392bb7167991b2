"""Entering an open order, or what has since been delivered, invoiced and paid on it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.credit_record import OpenOrder
from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.faults import sentence
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_STATES = ("open", "closed", "cancelled")
_PARTS = ("delivered", "invoiced", "prepaid")


class OrderDialog(FormDialog):
    """``order`` with id 0 is a new one, filled in as far as it is known."""

    duty = Duty.ORDERS

    codes: Mapping[str, str] = {
        "order.number_taken": "number",
        "order.negative": "amount",
        "company.currency_unknown": "currency",
    }

    def __init__(
        self, context: PageContext, order: OpenOrder, customer: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=620)
        self._order = order
        new = not order.id
        title = self.tr("Enter an open order") if new else self.tr("Edit the order")
        self.set_head(title, self.tr("Enter") if new else self.tr("Save"), "" if new else customer)
        self._make(order, customer)
        self._add()
        self.lay("customer", "number", stretch=(3, 2))
        self.lay("amount", "currency", "on")
        self.lay(*_PARTS)
        self.lay("ship_on", "state")
        self.lay("note")
        (self.number if order.customer_id else self.customer).setFocus()

    def _make(self, order: OpenOrder, customer: str) -> None:
        formats = self.context.formats
        self.customer = CustomerPicker(self.context)
        if order.customer_id:
            self.customer.set_customer(order.customer_id, customer)
        self.number = QLineEdit(order.number)
        self.amount = MoneyEdit(order.currency)
        self.amount.set_minor(order.amount or None)
        self.parts = {name: MoneyEdit(order.currency) for name in _PARTS}
        for name, edit in self.parts.items():
            edit.set_minor(getattr(order, name) or None)
            edit.setPlaceholderText("0")
        self.currency = currency_choice(formats, order.currency, ["CNY", "USD", "EUR"])
        self.currency.activated.connect(self._on_currency)
        self.on = DayEdit(self.context.language, order.on)
        self.ship_on = OptionalDay(self.context.language, self.tr("Planned"), order.ship_on, order.on)
        self.state = Choice(
            [(each, say(f"order_state.{each}", formats.lang)) for each in _STATES], order.state
        )
        self.note = NoteEdit(order.note)

    def _add(self) -> None:
        self.add_field("customer", self.customer, self.tr("Customer"), check=self._check_customer)
        self.add_field("number", self.number, self.tr("Order number"))
        self.add_field("amount", self.amount, self.tr("Amount"), check=self.amount_check(self.amount))
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("on", self.on, self.tr("Ordered on"))
        names = {
            "delivered": (self.tr("Delivered so far"), ""),
            "invoiced": (self.tr("Billed so far"), self.tr("Invoices under this order's number count")),
            "prepaid": (self.tr("Paid ahead"), ""),
        }
        for name, edit in self.parts.items():
            text, hint = names[name]
            self.add_field(name, edit, text, hint, partial(self._check_part, name))
        self.add_field("ship_on", self.ship_on, self.tr("To be shipped on"))
        self.add_field("state", self.state, self.tr("State"))
        self.add_field("note", self.note, self.tr("Note"))

    def _on_currency(self, *_: object) -> None:
        for edit in (self.amount, *self.parts.values()):
            edit.set_currency(str(self.currency.value))

    def _check_customer(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose a customer from the list.")

    def _check_part(self, name: str) -> str:
        try:
            minor = self.parts[name].minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        return self.tr("The amount must not be negative.") if minor is not None and minor < 0 else ""

    def draft(self) -> OpenOrder:
        """The order as the fields say it."""
        parts = {name: edit.minor() or 0 for name, edit in self.parts.items()}
        return replace(
            self._order,
            customer_id=self.customer.customer_id,
            number=self.number.text().strip(),
            on=self.on.day,
            currency=str(self.currency.value),
            amount=self.amount.minor() or 0,
            delivered=parts["delivered"],
            invoiced=parts["invoiced"],
            prepaid=parts["prepaid"],
            ship_on=self.ship_on.day,
            state=str(self.state.value),
            note=self.note.text,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store it."""
        orders, order = self.context.company.orders, self.draft()
        return lambda _control: orders.save(order)
