"""Opening a claim: about whom, under which policy, why, and for which invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.policy import Cause
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.pages.insurance.claims.invoice_choice import InvoiceChoice
from app.ui.pages.insurance.said import policy_name
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.cover_views import CoverBook, Covered
    from app.services.ports import Control
    from app.ui.context import PageContext


class OpenClaimDialog(FormDialog):
    """``customer_id`` and ``policy_id`` are what is known already, 0 for nothing."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"claim.live": "customer", "claim.no_policy": "policy"}

    def __init__(
        self, context: PageContext, customer_id: int = 0, policy_id: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=760)
        lang = context.formats.lang
        self.set_head(
            self.tr("Open a claim"),
            self.tr("Open the claim"),
            self.tr("The papers it needs are listed by its cause; nothing is sent to the insurer yet."),
        )
        self._wanted_policy = policy_id
        self._items: Sequence[Covered] = ()
        self.customer = CustomerPicker(context)
        self.customer.picked.connect(lambda _id: self._read())
        self.policy = Choice([(0, "–")])
        self.policy.activated.connect(lambda _place: self._offer())
        self.cause = Choice([(each.value, say(f"insured_cause.{each}", lang)) for each in Cause])
        today = context.company.clock.today()
        self.loss = OptionalDay(context.language, self.tr("Known"), None, today)
        self.invoices = InvoiceChoice(context)
        self.hint = MessageStrip(context.theme)
        self._add()
        if customer_id:
            self._begin(customer_id)
        else:
            self.customer.setFocus()

    def _add(self) -> None:
        self.add_field("customer", self.customer, self.tr("Buyer"), check=self._check_customer)
        self.add_field("policy", self.policy, self.tr("Policy"), check=self._check_policy)
        self.add_field("cause", self.cause, self.tr("Cause of loss"))
        hint = self.tr("Else the end of the waiting period")
        self.add_field("loss", self.loss, self.tr("Date of loss"), hint, self.past_check(self.loss))
        self.add_field("invoices", self.invoices, self.tr("Invoices"), check=self._check_invoices)
        self.lay("customer", "policy", stretch=(1, 1))
        self.lay("cause", "loss")
        self.lay("invoices")
        self.form.addWidget(self.hint)
        note = self.tr("An insolvency needs no waiting period, but the notice to the insurer all the same.")
        self.form.addWidget(label(note, "small", "secondary", wrap=True))
        self.invoices.say_empty(self.tr("Choose a buyer with open insured invoices."))
        self.invoices.ticked.connect(self.touch)

    def _begin(self, customer_id: int) -> None:
        customers = self.context.company.customers

        def show(name: str) -> None:
            self.customer.set_customer(customer_id, name)
            self._read()

        self.context.runner.database(
            lambda _control: customers.profile(customer_id).customer.name,
            show,
            failed=self.context.notices.error,
            owner=self,
        )

    def _read(self) -> None:
        """What is open of the buyer, and under which policies."""
        cover, who = self.context.company.cover, self.customer.customer_id
        today = self.context.company.clock.today()
        if not who:
            self._show(())
            return
        self.context.runner.database(
            lambda _control: cover.of_customer(who, today),
            self._on_book,
            failed=self._failed,
            owner=self,
            key=f"claim.open.{id(self)}",
        )

    def _on_book(self, book: CoverBook) -> None:
        self._show([one for one in book.items if one.policy is not None])

    def _show(self, items: Sequence[Covered]) -> None:
        self._items = items
        names = {one.policy.id: policy_name(one.policy) for one in items if one.policy is not None}
        chosen = self._wanted_policy if self._wanted_policy in names else self.policy.value
        self.policy.set_pairs(list(names.items()) or [(0, "–")], chosen)
        self._offer()
        if self.customer.customer_id and not items:
            self.hint.say("warn", self.tr("No open invoice of this buyer stands under a policy."))
        else:
            self.hint.hide()
        self.fields.resized.emit()

    def _offer(self) -> None:
        wanted = self.policy.value
        self.invoices.show_items(
            [one for one in self._items if one.policy is not None and one.policy.id == wanted]
        )

    # -- checks ---------------------------------------------------------------------------------

    def _check_customer(self) -> str:
        return "" if self.customer.settle() else self.tr("Choose a buyer from the list.")

    def _check_policy(self) -> str:
        return "" if self.policy.value not in {0, None} else self.tr("Choose the policy.")

    def _check_invoices(self) -> str:
        return "" if self.invoices.chosen else self.tr("Check at least one invoice.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Open the claim."""
        claims, policy_id = self.context.company.claims, int(str(self.policy.value))
        who, cause = self.customer.customer_id, Cause(str(self.cause.value))
        documents, loss_on = self.invoices.chosen, self.loss.day
        return lambda _control: claims.open(policy_id, who, cause, documents=documents, loss_on=loss_on)
