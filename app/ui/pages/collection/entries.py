"""Everything that can be noted, ended or taken back on the collection tab, behind one object."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from app.domain.file_name import safe_name
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.user_files import read_bytes, write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.activity import Activity, Attachment
    from app.domain.changes import ChangeSet
    from app.domain.document import Dispute, Promise
    from app.services.collection import BadDebtRow, DisputeView, PlanView
    from app.services.ledger import DocumentRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.claim_facts import ClaimFacts
    from app.ui.dialogs.facts import Payable
    from app.ui.dialogs.form_dialog import FormDialog

T = TypeVar("T")
_FOLDER = "folder.attachments"


class CollectionEntries(QObject):
    """Opens dialogs over ``host`` once their facts are read; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: FormDialog | None = None

    # -- plumbing -------------------------------------------------------------------------------

    def _read(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self._context.runner.database(work, then, failed=self._context.notices.error, owner=self)

    def do(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run an edit that needs no dialog; the toast offers to undo it."""
        if writable(self._context):
            self._read(work, self._context.notices.done)

    def _show(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    def _with_facts(
        self, customer_id: int, then: Callable[[ClaimFacts], None], wanted: int | None = None
    ) -> None:
        from app.ui.dialogs.claim_facts import read_claim_facts  # noqa: PLC0415 - loads on first use

        session = self._context.company
        if writable(self._context):
            self._read(lambda _control: read_claim_facts(session, customer_id, wanted=wanted), then)

    @property
    def _today(self) -> date:
        return self._context.company.clock.today()

    # -- promises -------------------------------------------------------------------------------

    def promise(
        self, customer_id: int, promise: Promise | None = None, document_id: int | None = None
    ) -> None:
        """Note a promise, or edit one."""
        from app.ui.dialogs.promise import PromiseDialog  # noqa: PLC0415 - loads on first use

        def show(facts: ClaimFacts) -> None:
            self._show(PromiseDialog(self._context, facts, promise, self._host, document_id=document_id))

        self._with_facts(customer_id, show, promise.document_id if promise else document_id)

    def cancel_promise(self, promise_id: int) -> None:
        """The promise no longer stands."""
        service = self._context.company.collection
        self.do(lambda _control: service.cancel_promise(promise_id))

    def remove_promise(self, promise_id: int) -> None:
        """Put a promise in the bin."""
        service = self._context.company.collection
        self.do(lambda _control: service.remove_promise(promise_id))

    # -- disputes -------------------------------------------------------------------------------

    def dispute(
        self, customer_id: int, dispute: Dispute | None = None, document_id: int | None = None
    ) -> None:
        """Note a dispute, or edit one."""
        from app.ui.dialogs.dispute import DisputeDialog  # noqa: PLC0415 - loads on first use

        def show(facts: ClaimFacts) -> None:
            self._show(DisputeDialog(self._context, facts, dispute, self._host, document_id=document_id))

        self._with_facts(customer_id, show, dispute.document_id if dispute else document_id)

    def resolve(self, view: DisputeView) -> None:
        """End a dispute."""
        from app.ui.dialogs.dispute import ResolveDialog, read_credit_notes  # noqa: PLC0415 - on first use

        session = self._context.company

        def show(notes: list[DocumentRow]) -> None:
            self._show(ResolveDialog(self._context, view, notes, self._host))

        if writable(self._context):
            self._read(lambda _control: read_credit_notes(session, view), show)

    def reopen_dispute(self, dispute_id: int) -> None:
        """A resolved dispute runs again."""
        service = self._context.company.collection
        self.do(lambda _control: service.reopen_dispute(dispute_id))

    def remove_dispute(self, dispute_id: int) -> None:
        """Put a dispute in the bin."""
        service = self._context.company.collection
        self.do(lambda _control: service.remove_dispute(dispute_id))

    # -- payment plans --------------------------------------------------------------------------

    def plan(self, customer_id: int) -> None:
        """Agree on a payment plan."""
        from app.ui.dialogs.claim_facts import read_claim_facts  # noqa: PLC0415 - loads on first use
        from app.ui.dialogs.facts import read_payables  # noqa: PLC0415 - loads on first use
        from app.ui.dialogs.payment_plan import PaymentPlanDialog  # noqa: PLC0415 - loads on first use

        session = self._context.company

        def work(_control: Control) -> tuple[ClaimFacts, list[Payable]]:
            facts = read_claim_facts(session, customer_id)
            found = [
                each
                for currency in facts.currencies
                for each in read_payables(session.ledger, customer_id, currency)
            ]
            return facts, found

        def show(found: tuple[ClaimFacts, list[Payable]]) -> None:
            self._show(PaymentPlanDialog(self._context, *found, self._host))

        if writable(self._context):
            self._read(work, show)

    def sign_plan(self, view: PlanView) -> None:
        """The customer signed a plan."""
        from app.ui.dialogs.payment_plan import SignPlanDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(SignPlanDialog(self._context, view, self._today, self._host))

    def close_plan(self, plan_id: int) -> None:
        """End a plan."""
        service = self._context.company.collection
        self.do(lambda _control: service.close_plan(plan_id))

    def remove_plan(self, plan_id: int) -> None:
        """Put a plan in the bin."""
        service = self._context.company.collection
        self.do(lambda _control: service.remove_plan(plan_id))

    def plan_paper(self, view: PlanView) -> None:
        """Draft the agreement as a letter and show it among the letters."""
        letters, plan = self._context.company.letters, view.plan
        documents = list(dict.fromkeys(one.item.document_id for one in view.items))

        def work(_control: Control) -> tuple[ChangeSet, int]:
            made = letters.write(
                plan.customer_id,
                "plan_agreement",
                currency=plan.currency,
                document_ids=documents,
                about=f"plan:{plan.id}",
            )
            return made.change, made.letter_id

        def done(made: tuple[ChangeSet, int]) -> None:
            self._context.notices.done(made[0])
            self._context.navigator.go("reminders", letter_id=made[1])

        if writable(self._context):
            self._read(work, done)

    # -- the log --------------------------------------------------------------------------------

    def log(self, customer_id: int, entry: Activity | None = None, document_id: int | None = None) -> None:
        """Log a contact, or edit an entry."""
        from app.ui.dialogs.activity import ActivityDialog  # noqa: PLC0415 - loads on first use

        def show(facts: ClaimFacts) -> None:
            self._show(ActivityDialog(self._context, facts, entry, self._host, document_id=document_id))

        self._with_facts(customer_id, show, entry.document_id if entry else document_id)

    def done_next(self, activity_id: int) -> None:
        """The next action of an entry is done."""
        service = self._context.company.collection
        self.do(lambda _control: service.done_next(activity_id))

    def remove_activity(self, activity_id: int) -> None:
        """Put an entry in the bin."""
        service = self._context.company.collection
        self.do(lambda _control: service.remove_activity(activity_id))

    # -- files ----------------------------------------------------------------------------------

    def attach(self, owner: str, owner_id: int) -> None:
        """Ask for a file and keep it with a row."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        picked, _ = QFileDialog.getOpenFileName(self._host, self.tr("Attach a file"), str(self._folder()))
        if picked:
            self.attach_file(owner, owner_id, Path(picked))

    def attach_file(self, owner: str, owner_id: int, path: Path) -> None:
        """Keep this file with a row."""
        service = self._context.company.collection
        self._context.preferences.set(_FOLDER, str(path.parent))
        self.do(lambda _control: service.attach(owner, owner_id, path.name, read_bytes(path)))

    def save_file(self, attachment: Attachment) -> None:
        """Ask where to, and write a copy of an attachment there."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        suggested = str(self._folder() / safe_name(attachment.name))
        picked, _ = QFileDialog.getSaveFileName(self._host, self.tr("Save a copy as"), suggested)
        if picked:
            self.save_to(attachment, Path(picked))

    def save_to(self, attachment: Attachment, path: Path) -> None:
        """Write a copy of an attachment to this place."""
        service = self._context.company.collection
        self._context.preferences.set(_FOLDER, str(path.parent))
        text = self.tr("Saved: {name}").format(name=path.name)
        self._read(
            lambda _control: write_bytes(path, service.content(attachment.id)),
            lambda _none: self._context.notices.toast(text),
        )

    def detach(self, attachment_id: int) -> None:
        """Take a file away."""
        service = self._context.company.collection
        self.do(lambda _control: service.detach(attachment_id))

    def _folder(self) -> Path:
        return Path(str(self._context.preferences.get(_FOLDER, "") or Path.home()))

    # -- bad debts ------------------------------------------------------------------------------

    def recover(self, row: BadDebtRow) -> None:
        """Record money that came in on a debt written off."""
        from app.ui.dialogs.recovery import RecoveryDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(RecoveryDialog(self._context, row, self._today, self._host))

    def approve(self, row: BadDebtRow) -> None:
        """Note who allowed a write-off."""
        from app.ui.dialogs.recovery import ApprovalDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(ApprovalDialog(self._context, row, self._host))
