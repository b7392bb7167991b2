"""Changing a claim that is not filed yet: what is said of it, and its invoices."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.policy import Cause
from app.ui.dialogs.controls import Choice, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.pages.insurance.claims.invoice_choice import InvoiceChoice
from app.ui.pages.insurance.said import policy_name
from app.ui.widgets.decimal_edit import DecimalEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.claim_views import ClaimDetail
    from app.services.cover_views import CoverBook
    from app.services.ports import Control
    from app.ui.context import PageContext


def about(context: PageContext, detail: ClaimDetail) -> str:
    """Whom a claim is about, and under which policy."""
    name = context.formats.name(detail.row.customer, detail.row.customer_en)
    return f"{name} · {policy_name(detail.row.policy)}"


class EditClaimDialog(FormDialog):
    """Cause, days, the insurer's reference, the payee, a percentage the insurer decided."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"claim.unknown_cause": "cause"}

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=600)
        self.claim = claim = detail.row.claim
        self.set_head(self.tr("Edit the claim"), self.tr("Save"), about(context, detail))
        lang, today = context.formats.lang, context.company.clock.today()
        causes = [(each.value, say(f"insured_cause.{each}", lang)) for each in Cause]
        self.cause = Choice(causes, claim.cause)
        self.loss = OptionalDay(context.language, self.tr("Known"), claim.loss_on, detail.loss_on)
        self.knew = OptionalDay(context.language, self.tr("Known"), claim.knew_on, today)
        self.reference, self.payee = QLineEdit(claim.reference), QLineEdit(claim.payee)
        self.pct = DecimalEdit(Decimal(claim.reduced_pct) if claim.reduced_pct else None, empty=True)
        self.note = NoteEdit(claim.note)
        self._add()

    def _add(self) -> None:
        self.add_field("cause", self.cause, self.tr("Cause of loss"))
        self.add_field("reference", self.reference, self.tr("Insurer's reference"))
        hint = self.tr("Else the end of the waiting period")
        self.add_field("loss", self.loss, self.tr("Date of loss"), hint, self.past_check(self.loss))
        self.add_field("knew", self.knew, self.tr("Day it became known"), "", self.past_check(self.knew))
        hint = self.tr("Only what the insurer decided after a late notice")
        self.add_field("pct", self.pct, self.tr("Reduced percentage, %"), hint, self._check_pct)
        hint = self.tr("Loss payee by the policy; empty for ourselves")
        self.add_field("payee", self.payee, self.tr("Paid to"), hint)
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("cause", "reference")
        self.lay("loss", "knew")
        self.lay("pct", "payee")
        self.lay("note")

    def _check_pct(self) -> str:
        return "" if self.pct.sound else self.tr("A share between 0 and 100.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store what was changed."""
        claims, value = self.context.company.claims, self.pct.value
        made = replace(
            self.claim,
            cause=str(self.cause.value),
            loss_on=self.loss.day,
            knew_on=self.knew.day,
            reference=self.reference.text().strip(),
            payee=self.payee.text().strip(),
            reduced_pct="" if value is None else f"{value:f}",
            note=self.note.text,
        )
        return lambda _control: claims.save(made)


class ClaimInvoicesDialog(FormDialog):
    """Which invoices a claim is about."""

    duty = Duty.INSURE

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=720)
        self.detail = detail
        self.set_head(self.tr("Invoices of the claim"), self.tr("Save"), about(context, detail))
        self.invoices = InvoiceChoice(context)
        self.add_field("invoices", self.invoices, self.tr("Invoices"), check=self._check)
        self.lay("invoices")
        self.invoices.ticked.connect(self.touch)
        cover, who = context.company.cover, detail.row.claim.customer_id
        today = context.company.clock.today()
        context.runner.database(
            lambda _control: cover.of_customer(who, today), self._show, failed=self._failed, owner=self
        )

    def _show(self, book: CoverBook) -> None:
        wanted = self.detail.row.policy.id
        items = [one for one in book.items if one.policy is not None and one.policy.id == wanted]
        self.invoices.show_items(items, self.detail.row.documents)

    def _check(self) -> str:
        return "" if self.invoices.chosen else self.tr("Check at least one invoice.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the choice."""
        claims, claim_id, chosen = self.context.company.claims, self.detail.row.claim.id, self.invoices.chosen
        return lambda _control: claims.set_invoices(claim_id, chosen)
