"""Everything that can be done with a claim, behind one object: dialogs, papers, the pack."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from app.domain.claim_state import ClaimState
from app.domain.file_name import safe_name
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import guard, writable
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.claims import act_dialogs
from app.ui.user_files import read_bytes, write_bytes
from app.ui.widgets.labels import literal
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.activity import Attachment
    from app.domain.changes import ChangeSet
    from app.domain.claim_pack import Enclosure, ListedPaper
    from app.domain.insurance_record import ClaimEvent, ClaimPaper
    from app.services.claim_views import ClaimDetail
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

S = ClaimState
_FOLDER = "folder.attachments"
_USUAL: Mapping[ClaimState, ClaimState] = {
    S.REPORTED: S.WAITING,
    S.WAITING: S.READY,
    S.READY: S.FILED,
    S.FILED: S.ASSESSING,
    S.DOCS_REQUESTED: S.ASSESSING,
    S.ASSESSING: S.APPROVED,
    S.DECLINED: S.CLOSED,
    S.PAID: S.CLOSED,
    S.RECOVERY: S.CLOSED,
}
"""Where a claim usually goes next; one that was approved is paid."""


class ClaimActs(QObject):
    """Opens the dialogs over ``host``; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None
        self.exports = PageExports(context, host)

    def _open(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    def _run(self, work: Callable[[Control], ChangeSet]) -> None:
        self._context.runner.database(
            work, self._context.notices.done, failed=self._context.notices.error, owner=self
        )

    # -- the way of a claim ---------------------------------------------------------------------

    def open_claim(
        self, customer_id: int = 0, policy_id: int = 0, then: Callable[[ChangeSet], object] | None = None
    ) -> None:
        """Ask about whom, and open a claim."""
        from app.ui.pages.insurance.claims.open_dialog import OpenClaimDialog  # noqa: PLC0415 - at its first use

        if writable(self._context):
            dialog = OpenClaimDialog(self._context, customer_id, policy_id, self._host)
            if then is not None:
                dialog.saved.connect(then)
            self._open(dialog)

    def onward(self, detail: ClaimDetail) -> None:
        """The usual next step: its day is asked."""
        if detail.row.state in act_dialogs.DECIDED:
            self.pay(detail)
        elif (to := usual_next(detail)) is not None:
            self.move(detail, to)

    def move(self, detail: ClaimDetail, to: ClaimState) -> None:
        """Ask for the day, and bring a claim to another state."""
        if writable(self._context):
            self._open(act_dialogs.MoveDialog(self._context, detail, to, self._host))

    def pay(self, detail: ClaimDetail) -> None:
        """The insurer paid."""
        if writable(self._context):
            self._open(act_dialogs.PaymentDialog(self._context, detail, self._host))

    def cost(self, detail: ClaimDetail) -> None:
        """Costs of recovering the debt."""
        if writable(self._context):
            self._open(act_dialogs.CostDialog(self._context, detail, self._host))

    def recover(self, detail: ClaimDetail) -> None:
        """Money came in after the loss."""
        if writable(self._context):
            self._open(act_dialogs.ClaimRecoveryDialog(self._context, detail, self._host))

    def dispute(self, detail: ClaimDetail) -> None:
        """Object to the insurer's decision."""
        if writable(self._context):
            self._open(act_dialogs.ObjectionDialog(self._context, detail, self._host))

    def consent(self, detail: ClaimDetail) -> None:
        """What the insurer said about letters of our own."""
        if writable(self._context):
            self._open(act_dialogs.ConsentDialog(self._context, detail, self._host))

    def note(self, detail: ClaimDetail) -> None:
        """Write something down."""
        if writable(self._context):
            self._open(act_dialogs.ClaimNoteDialog(self._context, detail, self._host))

    def refer(self, detail: ClaimDetail) -> None:
        """The insurer's own reference."""
        if writable(self._context):
            self._open(act_dialogs.ReferenceDialog(self._context, detail, self._host))

    def edit(self, detail: ClaimDetail) -> None:
        """Change what is said of a claim that is not filed."""
        from app.ui.pages.insurance.claims.edit_dialogs import EditClaimDialog  # noqa: PLC0415 - at its first use

        if writable(self._context):
            self._open(EditClaimDialog(self._context, detail, self._host))

    def invoices(self, detail: ClaimDetail) -> None:
        """Choose the invoices of a claim that is not filed."""
        from app.ui.pages.insurance.claims.edit_dialogs import ClaimInvoicesDialog  # noqa: PLC0415 - as above

        if writable(self._context):
            self._open(ClaimInvoicesDialog(self._context, detail, self._host))

    def write_off(self, detail: ClaimDetail) -> None:
        """Write off what the insurer does not bear."""
        from app.ui.pages.insurance.claims.loss_dialog import LossDialog  # noqa: PLC0415 - at its first use

        claims, claim_id = self._context.company.claims, detail.row.claim.id
        if writable(self._context):
            self._context.runner.database(
                lambda _control: claims.loss(claim_id),
                lambda found: self._open(LossDialog(self._context, detail, found, self._host)),
                failed=self._context.notices.error,
                owner=self,
            )

    def book(self, event_id: int) -> None:
        """Enter the insurer's payment as a receipt on the buyer's account, set against its invoices."""
        claims = self._context.company.claims
        if writable(self._context):
            self._run(lambda _control: claims.book_payment(event_id))

    def event_menu(self, event: ClaimEvent) -> QMenu:
        """What can be done with something that happened: a payment goes into the ledger, a document opens."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if event.kind == "payment" and event.document_id is None:
            self._add(menu, self.tr("Enter it as a receipt in the ledger"), partial(self.book, event.id))
        if event.document_id is not None:
            go = partial(self._context.navigator.go, "customers", document_id=event.document_id)
            menu.addAction(self.tr("Open the document")).triggered.connect(lambda _on=False: go())
        return menu

    def menu(self, detail: ClaimDetail) -> QMenu:
        """Every step that may follow now, and what else can be noted."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lang, filed = self._context.formats.lang, bool(detail.row.claim.trace)
        for to in detail.following:
            if to not in {S.PAID, S.RECOVERY} and not (detail.row.state is S.DECLINED and to is S.ASSESSING):
                self._add(menu, f"{say(f'claim_move.{to}', lang)}…", partial(self.move, detail, to))
        if detail.row.state in {S.DECLINED, S.PARTIAL}:
            self._add(menu, self.tr("Object…"), partial(self.dispute, detail))
        menu.addSeparator()
        if detail.row.expected:
            self._add(menu, self.tr("Insurer's payment…"), partial(self.pay, detail))
        if filed:
            self._add(menu, self.tr("Insurer's reference…"), partial(self.refer, detail))
            self._add(menu, self.tr("Recovery…"), partial(self.recover, detail))
            self._add(menu, self.tr("Recovery costs…"), partial(self.cost, detail))
            self._add(menu, self.tr("Letters of our own…"), partial(self.consent, detail))
        if detail.row.state in {S.PAID, S.RECOVERY, S.CLOSED, S.DECLINED}:
            self._add(menu, self.tr("Write off what we bear…"), partial(self.write_off, detail))
        if not filed and detail.row.state is not S.WITHDRAWN:
            self._add(menu, self.tr("Edit…"), partial(self.edit, detail))
        self._add(menu, self.tr("Note…"), partial(self.note, detail))
        return menu

    def _add(self, menu: QMenu, text: str, run: Callable[[], object]) -> None:
        action = menu.addAction(text)
        action.triggered.connect(lambda _on=False: run())
        guard(self._context, action)

    # -- papers ---------------------------------------------------------------------------------

    def attach(self, listed: ListedPaper) -> None:
        """Ask for a file, and keep it with a paper of the checklist."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        if writable(self._context):
            folder = str(self._context.preferences.get(_FOLDER, "") or Path.home())
            picked, _ = QFileDialog.getOpenFileName(self._host, self.tr("Attach a file"), folder)
            if picked:
                self._context.preferences.set(_FOLDER, str(Path(picked).parent))
                self.attach_file(listed.paper.id, Path(picked))

    def attach_file(self, paper_id: int, path: Path) -> None:
        """Keep this file with a paper."""
        claims = self._context.company.claims
        self._run(lambda _control: claims.attach(paper_id, path.name, read_bytes(path)))

    def take_kept(self, listed: ListedPaper, files: Sequence[Attachment], below: QWidget) -> None:
        """Offer the files the company file holds already."""
        claims, paper_id = self._context.company.claims, listed.paper.id
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in files:
            take = partial(lambda row: self._run(lambda _control: claims.take(paper_id, [row])), one.id)
            self._add(menu, literal(one.name), take)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def waive(self, listed: ListedPaper) -> None:
        """Say why a paper is not needed."""
        name = say(f"claim_paper.{listed.paper.kind}", self._context.formats.lang)
        claims, paper = self._context.company.claims, listed.paper

        def run(reason: str) -> ChangeSet:
            return claims.save_paper(replace(paper, state="waived", note=reason))

        if writable(self._context):
            self._open(act_dialogs.WaiveDialog(self._context, name, run, self._host))

    def set_paper(self, paper: ClaimPaper, state: str) -> None:
        """Say that a paper is there (kept elsewhere), or missing after all."""
        claims = self._context.company.claims
        if writable(self._context):
            self._run(lambda _control: claims.save_paper(replace(paper, state=state)))

    def add_paper(self, claim_id: int, kind: str) -> None:
        """Put another document on the checklist."""
        from app.domain.insurance_record import ClaimPaper  # noqa: PLC0415 - at its first use

        claims = self._context.company.claims
        self._run(lambda _control: claims.save_paper(ClaimPaper(claim_id, kind)))

    def save_file(self, file: Enclosure) -> None:
        """Ask where to, and write a copy of a paper's file there."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        folder = Path(str(self._context.preferences.get(_FOLDER, "") or Path.home()))
        picked, _ = QFileDialog.getSaveFileName(
            self._host, self.tr("Save a copy"), str(folder / safe_name(file.name))
        )
        if picked:
            claims, path = self._context.company.claims, Path(picked)
            text = self.tr("Saved: {name}").format(name=path.name)
            self._context.runner.database(
                lambda _control: write_bytes(path, claims.content(file)),
                lambda _done: self._context.notices.toast(text),
                failed=self._context.notices.error,
                owner=self,
            )

    # -- the pack -------------------------------------------------------------------------------

    def pack_menu(self, detail: ClaimDetail) -> QMenu:
        """The pack on screen, as a PDF in either language, and its ledger as a workbook."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, run in (
            (self.tr("Look at it…"), partial(self.preview_pack, detail)),
            (self.tr("PDF in Chinese…"), partial(self.write_pack, detail, "zh")),
            (self.tr("PDF in English…"), partial(self.write_pack, detail, "en")),
            (self.tr("Ledger as an Excel workbook…"), partial(self.write_ledger, detail)),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, run=run: run())
        return menu

    def preview_pack(self, detail: ClaimDetail) -> None:
        """Look at the pack as it will be printed."""
        from app.ui.dialogs.paper_dialog import PaperDialog  # noqa: PLC0415 - at its first use

        claims, claim_id = self._context.company.claims, detail.row.claim.id
        name = self._context.formats.name(detail.row.customer, detail.row.customer_en)

        def write(path: Path, lang: str) -> object:
            return claims.pack(claim_id, path, lang)

        PaperDialog(self._context, self.tr("Claim pack"), name, write, self._host).open()

    def write_pack(self, detail: ClaimDetail, lang: str) -> None:
        """Ask where to, and write the pack."""
        claims, claim_id = self._context.company.claims, detail.row.claim.id

        def work(path: Path, control: Control) -> object:
            return claims.pack(claim_id, path, lang, control)

        title = self.tr("Claim pack")
        self.exports.write(f"{title} {detail.row.customer}", "pdf", work)

    def write_ledger(self, detail: ClaimDetail) -> None:
        """Ask where to, and write the ledger of the pack."""
        claims, claim_id = self._context.company.claims, detail.row.claim.id
        lang = self._context.formats.lang

        def work(path: Path, control: Control) -> object:
            return claims.ledger_sheet(claim_id, path, lang, control)

        title = self.tr("Ledger")
        self.exports.write(f"{title} {detail.row.customer}", "xlsx", work)


def usual_next(detail: ClaimDetail) -> ClaimState | None:
    """The state a claim usually goes to next; an insolvency and a policy without waiting skip that."""
    to = _USUAL.get(detail.row.state)
    terms = detail.row.policy.terms
    insolvent = detail.row.claim.cause == "insolvency"
    if to is S.WAITING and (insolvent or not terms.waiting_days):
        to = S.READY
    return to if to in detail.following else None
