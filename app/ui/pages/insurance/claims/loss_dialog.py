"""Writing off what a claim leaves with us: one amount per invoice, in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from app.domain.problem import HoldfastError
from app.ui.faults import sentence
from app.ui.pages.insurance.claims.act_dialogs import ClaimDialog
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.claim_losses import LossPart, LossProposal
    from app.services.claim_views import ClaimDetail
    from app.services.ports import Control
    from app.ui.context import PageContext

translate = QCoreApplication.translate


class LossDialog(ClaimDialog):
    """What we bear is proposed; each amount can be changed up to what is open of the invoice."""

    codes: Mapping[str, str] = {
        **ClaimDialog.codes,
        "allocation.too_early": "on",
        "document.bad_date": "on",
    }

    def __init__(
        self,
        context: PageContext,
        detail: ClaimDetail,
        proposal: LossProposal,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("LossDialog", "Write off what we bear")
        super().__init__(context, detail, title, translate("LossDialog", "Write off"), parent)
        self.figures(
            [
                (self.tr("Debt"), proposal.debt),
                (self.tr("Paid by the insurer"), proposal.paid),
                (self.tr("Recovered for us"), proposal.recovered),
                (self.tr("Borne by us"), proposal.borne),
            ]
        )
        self.edits: dict[int, MoneyEdit] = {}
        self.add_day(self.tr("Day"))
        self.allowed = QLineEdit()
        self.add_field("allowed", self.allowed, self.tr("Approved by"), self.tr("May stay empty"))
        self.lay("on", "allowed")
        for part in proposal.parts:
            self._add_part(part)
        self.add_field("reason", self.reason, self.tr("Note"), self.tr("May stay empty"))
        self.lay("reason")
        self.on.setFocus()

    def _add_part(self, part: LossPart) -> None:
        edit = MoneyEdit(part.currency)
        edit.set_minor(part.proposed or None)
        self.edits[part.document_id] = edit
        open_now = self.context.formats.money(part.open, part.currency)
        hint = self.tr("{open} is open").format(open=open_now)
        text = self.tr("Invoice {number}").format(number=part.number)
        name = f"part{part.document_id}"
        self.add_field(name, edit, text, hint, partial(self._check_part, part))
        self.lay(name)

    def _check_part(self, part: LossPart) -> str:
        try:
            minor = self.edits[part.document_id].minor() or 0
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        if not 0 <= minor <= part.open:
            return self.tr("Between 0 and what is open.")
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Write it off, linked to the claim."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        amounts = {row: edit.minor() or 0 for row, edit in self.edits.items()}
        note, allowed = self.reason.text, self.allowed.text().strip()
        return lambda _control: claims.write_off(
            claim_id, on, amounts=amounts, note=note, approved_by=allowed
        )
