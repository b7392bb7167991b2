"""What is asked: for whom, which order, how much, what is paid ahead, as of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.order_check import Paper
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice, DayEdit, currency_choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.fields import Fields
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.services.order_views import OrderRow
    from app.ui.context import PageContext

_PAUSE_MS = 150
MOST = 10**15
"""Minor units beyond which an amount is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A whole question; amounts in minor units, ``order_id`` 0 for an order not entered yet."""

    customer_id: int
    amount: int
    currency: str
    prepaid: int
    as_of: date
    order_id: int
    paper: Paper


class CheckForm(Retranslated):
    """``asked`` carries the question once it can be answered, None while it cannot."""

    asked = Signal(object)
    customer_chosen = Signal(int)

    def __init__(self, context: PageContext, base: str) -> None:
        super().__init__()
        self.context = context
        self._orders: dict[int, OrderRow] = {}
        self.customer = CustomerPicker(context)
        self.paper = Segmented()
        self.order = Choice([(0, "")])
        self.amount, self.prepaid = MoneyEdit(base), MoneyEdit(base)
        self.currency = currency_choice(context.formats, base, ["CNY", "USD", "EUR"])
        self.as_of = DayEdit(context.language, context.company.clock.today())
        self.currency.setMinimumContentsLength(4)
        self.order.setMinimumContentsLength(12)
        self.fields = Fields(self)
        self._add()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._connect()

    def _add(self) -> None:
        self.fields.add("customer", self.customer, "", check=self._check_customer)
        self.fields.add("paper", self.paper, "")
        self.fields.add("order", self.order, "")
        self.fields.add("amount", self.amount, "", check=self._check_amount)
        self.fields.add("currency", self.currency, "")
        self.fields.add("prepaid", self.prepaid, "", check=self._check_prepaid)
        self.fields.add("as_of", self.as_of, "")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for name in ("customer", "paper", "order"):
            layout.addWidget(self.fields[name])
        layout.addLayout(self.fields.row("amount", "currency", stretch=(1, 1)))
        layout.addLayout(self.fields.row("prepaid", "as_of", stretch=(1, 1)))

    def _connect(self) -> None:
        self.customer.picked.connect(self._on_customer)
        self.paper.chosen.connect(self._on_paper)
        self.order.activated.connect(self._on_order)
        self.currency.activated.connect(self._on_currency)
        self.amount.edited.connect(self._wait)
        self.prepaid.edited.connect(self._wait)
        self.as_of.userDateChanged.connect(self._wait)

    # -- what is filled in ----------------------------------------------------------------------

    def begin(self) -> None:
        """A new question: everything empty, as of today."""
        self.customer.set_customer(0, "")
        self.paper.set_current(Paper.ORDER.value)
        self.offer(())
        for edit in (self.amount, self.prepaid):
            edit.setEnabled(True)
            edit.clear()
        self.as_of.set_day(self.context.company.clock.today())
        for name in ("customer", "amount", "prepaid"):
            self.fields[name].set_error("")
        self._tell()
        self.customer.setFocus()

    def show_customer(self, customer_id: int, name: str) -> None:
        """Ask about this customer."""
        self.customer.set_customer(customer_id, name)
        self.fields["customer"].set_error("")
        self._wait()

    def offer(self, rows: Sequence[OrderRow], chosen: int = 0) -> None:
        """The customer's open orders; one of them may be asked about."""
        self._orders = {row.order.id: row for row in rows if row.order.state == "open"}
        kept = chosen or self.order_id
        self._write_orders(kept)
        if chosen in self._orders:
            self._take_order()

    def _write_orders(self, chosen: int) -> None:
        formats = self.context.formats
        pairs: list[tuple[int, str]] = [(0, self.tr("New order, not entered yet"))]
        for order_id, row in self._orders.items():
            money = formats.money(row.order.amount, row.order.currency)
            number = row.order.number or formats.day(row.order.on)
            pairs.append((order_id, f"{number}  {money}"))
        self.order.set_pairs(pairs, chosen)
        self.currency.setEnabled(self.order_id == 0)

    @property
    def order_id(self) -> int:
        """The open order asked about, 0 for a new one."""
        return self.order.value if isinstance(self.order.value, int) else 0

    @property
    def order_row(self) -> OrderRow | None:
        """The open order asked about."""
        return self._orders.get(self.order_id)

    def set_amount(self, minor: int, currency: str, prepaid: int = 0) -> None:
        """Ask about so much."""
        self.currency.choose(currency)
        for edit in (self.amount, self.prepaid):
            edit.set_currency(currency)
        self.amount.set_minor(minor)
        self.prepaid.set_minor(prepaid or None)
        for name in ("amount", "prepaid"):
            self.fields[name].set_error("")
        self._wait()

    def _take_order(self) -> None:
        row = self.order_row
        self.currency.setEnabled(row is None)
        if row is not None:
            order = row.order
            rest = max(0, order.amount - max(order.delivered, order.invoiced))
            self.set_amount(rest, order.currency, order.prepaid)
        else:
            self._wait()

    # -- following ------------------------------------------------------------------------------

    def _on_customer(self, customer_id: int) -> None:
        self.offer(())
        self.customer_chosen.emit(customer_id)
        self._wait()

    def _on_paper(self, *_: object) -> None:
        self._wait()

    def _on_order(self, *_: object) -> None:
        self._take_order()

    def _on_currency(self, *_: object) -> None:
        for edit in (self.amount, self.prepaid):
            edit.set_currency(str(self.currency.value))
        for name in ("amount", "prepaid"):
            if self.fields[name].has_error or self.fields[name].control.property("text"):
                self.fields.verify(name)
        self._wait()

    def _wait(self, *_: object) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        self.asked.emit(self.question())

    def question(self) -> Asked | None:
        """What is asked, None while something is missing or wrong."""
        if self._check_customer() or self._check_amount() or self._check_prepaid():
            return None
        amount, prepaid = self.amount.minor() or 0, self.prepaid.minor() or 0
        paper = Paper(self.paper.current or Paper.ORDER)
        currency = str(self.currency.value)
        customer_id, day = self.customer.customer_id, self.as_of.day
        return Asked(customer_id, amount, currency, prepaid, day, self.order_id, paper)

    def missing(self) -> str:
        """What the question still lacks, in a sentence; "" when it is whole."""
        return self._check_customer() or self._check_amount() or self._check_prepaid()

    # -- checks ---------------------------------------------------------------------------------

    def _check_customer(self) -> str:
        if self.customer.settle():
            return ""
        if self.customer.text().strip():
            return self.tr("No customer of this name. Choose one from the list.")
        return self.tr("Choose a customer.")

    def _fault(self, edit: MoneyEdit) -> tuple[int | None, str]:
        try:
            minor = edit.minor()
        except HoldfastError as error:
            return None, sentence(error, self.context.formats.lang)
        if minor is not None and minor < 0:
            return minor, self.tr("The amount must not be negative; a credit note is chosen above.")
        if minor is not None and minor > MOST:
            return minor, self.tr("That is beyond any order. Check the digits.")
        return minor, ""

    def _check_amount(self) -> str:
        minor, fault = self._fault(self.amount)
        if fault:
            return fault
        if minor is None:
            return self.tr("Enter an amount.")
        return "" if minor else self.tr("The amount must be above zero.")

    def _check_prepaid(self) -> str:
        minor, fault = self._fault(self.prepaid)
        if fault or minor is None:
            return fault
        try:
            amount = self.amount.minor()
        except HoldfastError:
            return ""
        if amount is not None and minor > amount:
            return self.tr("More than the order is worth. Enter what belongs to this order.")
        return ""

    # -- words ----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Write every text of the form."""
        self.paper.set_choices(
            [
                (Paper.ORDER.value, self.tr("Order")),
                (Paper.SHIPPED.value, self.tr("Shipped")),
                (Paper.CREDIT_NOTE.value, self.tr("Credit note")),
            ]
        )
        self.customer.setPlaceholderText(self.tr("Name, code or initials"))
        for name, text in (
            ("customer", self.tr("Customer")),
            ("paper", self.tr("What is it about")),
            ("order", self.tr("Order")),
            ("amount", self.tr("Amount")),
            ("currency", self.tr("Currency")),
            ("prepaid", self.tr("Paid ahead")),
            ("as_of", self.tr("As of")),
        ):
            self.fields[name].set_text(text)
        self.prepaid.setPlaceholderText("0")
        self._write_orders(self.order_id)
