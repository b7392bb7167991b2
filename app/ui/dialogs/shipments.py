"""What the ledger does not say of invoices: when goods left, how they are paid, what of them is tax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.buyer_limit import METHODS
from app.domain.duty import Duty
from app.domain.insurance_record import Shipment
from app.domain.problem import HoldfastError
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.faults import sentence
from app.ui.pages.credit_rules.downturn.lists import not_countries, parts
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class ShipmentFacts:
    """An invoice and what is known of its shipment."""

    document_id: int
    number: str
    issued: date
    amount: int
    currency: str
    shipment: Shipment


def read_shipments(session: CompanySession, document_ids: Sequence[int]) -> list[ShipmentFacts]:
    """Read them; runs on the database worker."""
    found = []
    for row in document_ids:
        document = session.ledger.document(row).document
        found.append(
            ShipmentFacts(
                row,
                document.number,
                document.doc_date,
                document.amount,
                document.currency,
                session.policies.shipment(row),
            )
        )
    return found


class ShipmentsDialog(FormDialog):
    """Asks for the facts of one invoice, or of several one after the other; all are kept together."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"shipment.bad_vat": "vat"}

    def __init__(
        self,
        context: PageContext,
        facts: Sequence[ShipmentFacts],
        customer: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self._facts = {one.document_id: one for one in facts}
        self._typed = {one.document_id: one.shipment for one in facts}
        self._place = facts[0].document_id
        numbers = [(one.document_id, one.number) for one in facts]
        subtitle = customer if len(facts) > 1 else f"{customer} · {facts[0].number}"
        self.set_head(self.tr("Shipment facts"), self.tr("Save"), subtitle)
        self.invoice = Choice(numbers, self._place)
        first = facts[0]
        text = self.tr("known")
        self.shipped = OptionalDay(context.language, text, None, first.issued)
        self.delivered = OptionalDay(context.language, text, None, first.issued)
        lang = context.formats.lang
        methods = [("", self.tr("as usual")), *((each, say(f"pay_method.{each}", lang)) for each in METHODS)]
        self.method = Choice(methods)
        self.vat = MoneyEdit(first.currency)
        self.goods, self.transport, self.country = QLineEdit(), QLineEdit(), QLineEdit()
        self._add_fields(several=len(facts) > 1)
        self._show()
        self.invoice.currentIndexChanged.connect(self._on_invoice)

    def _add_fields(self, *, several: bool) -> None:
        if several:
            self.add_field("invoice", self.invoice, self.tr("Invoice"))
            self.lay("invoice")
        self.add_field(
            "shipped", self.shipped, self.tr("Goods left on"), self.tr("Open: the invoice date counts"),
            self.past_check(self.shipped),
        )  # fmt: skip
        self.add_field("delivered", self.delivered, self.tr("Delivered on"), "", self._check_delivered)
        self.add_field("method", self.method, self.tr("Payment method"))
        hint = self.tr("Empty: the policy's usual rate")
        self.add_field("vat", self.vat, self.tr("VAT in the invoice"), hint, self._check_vat)
        self.add_field("goods", self.goods, self.tr("Goods"))
        self.add_field(
            "country", self.country, self.tr("Country of delivery"), self.tr("Two letters, such as DE"),
            self._check_country,
        )  # fmt: skip
        self.add_field("transport", self.transport, self.tr("Transport document"))
        self.lay("shipped", "delivered")
        self.lay("method", "vat")
        self.lay("goods", "country")
        self.lay("transport")

    # -- one invoice after the other ------------------------------------------------------------

    def _show(self) -> None:
        facts, typed = self._facts[self._place], self._typed[self._place]
        self.shipped.set_day(typed.shipped_on)
        self.delivered.set_day(typed.delivered_on)
        if typed.shipped_on is None:
            self.shipped.edit.set_day(facts.issued)
        self.method.choose(typed.method)
        self.vat.set_currency(facts.currency)
        self.vat.set_minor(typed.vat)
        self.goods.setText(typed.goods)
        self.country.setText(typed.country)
        self.transport.setText(typed.transport)

    def _on_invoice(self, _place: int) -> None:
        """Keep what was typed, then show the next; a fault stays with its invoice."""
        wanted = self.invoice.value
        if wanted == self._place or not isinstance(wanted, int):
            return
        if wrong := self.fields.wrong():
            self.invoice.choose(self._place)
            self.go_to(wrong[0])
            return
        self._typed[self._place] = self._entered()
        self._place = wanted
        self._show()

    def _entered(self) -> Shipment:
        return Shipment(
            self._place,
            self.shipped.day,
            str(self.method.value),
            self.goods.text().strip(),
            next(iter(parts(self.country.text())), ""),
            self.vat.minor(),
            self.delivered.day,
            self.transport.text().strip(),
        )

    # -- checks ---------------------------------------------------------------------------------

    def _check_delivered(self) -> str:
        left, arrived = self.shipped.day, self.delivered.day
        if left is not None and arrived is not None and arrived < left:
            return self.tr("They cannot arrive before they left.")
        return self.past_check(self.delivered)()

    def _check_vat(self) -> str:
        try:
            minor = self.vat.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        amount = self._facts[self._place].amount
        if minor is None or 0 <= minor <= amount:
            return ""
        return self.tr("The tax lies between 0 and the invoice's amount.")

    def _check_country(self) -> str:
        text = self.country.text().strip()
        good = not text or (len(parts(text)) == 1 and not not_countries(text))
        return "" if good else self.tr("A country is two letters, such as DE.")

    # -- saving ---------------------------------------------------------------------------------

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep those that were changed; the one in view even where nothing was."""
        self._typed[self._place] = self._entered()
        policies = self.context.company.policies
        changed = [
            made
            for row, made in self._typed.items()
            if row == self._place or made is not self._facts[row].shipment
        ]
        return lambda _control: policies.save_shipments(changed)
