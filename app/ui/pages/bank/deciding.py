"""What is done with a statement line, behind one object: with a key, a button or a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.cash_match import Difference
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.cash_match import LineProposal
    from app.domain.changes import ChangeSet
    from app.services.bank_views import LineDetail
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

T = TypeVar("T")


class Deciding(QObject):
    """``decided`` carries the line whose fate was settled; ``dialog`` is the one now open."""

    decided = Signal(int)

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._busy = False
        self.dialog: FormDialog | None = None

    # -- plumbing -------------------------------------------------------------------------------

    def _do(self, line_id: int, work: Callable[[Control], ChangeSet]) -> None:
        """Run one decision at a time: a key held down must not decide the next line unseen."""
        if self._busy or not writable(self._context):
            return
        self._busy = True

        def done(change: ChangeSet) -> None:
            self._busy = False
            self._context.notices.done(change)
            self.decided.emit(line_id)

        def failed(error: Exception) -> None:
            self._busy = False
            self._context.notices.error(error)

        self._context.runner.database(work, done, failed=failed, owner=self)

    def _show(self, dialog: FormDialog, line_id: int = 0) -> None:
        if line_id:
            dialog.saved.connect(lambda _change: self.decided.emit(line_id))
        open_for(self, dialog)

    @property
    def busy(self) -> bool:
        """Whether a decision is being stored."""
        return self._busy

    # -- one line -------------------------------------------------------------------------------

    def accept(
        self,
        line_id: int,
        proposal: LineProposal,
        difference: Difference = Difference.LEAVE,
        *,
        learn: bool = True,
    ) -> None:
        """Take a proposal as it stands."""
        bank = self._context.company.bank
        self._do(line_id, lambda _control: bank.accept(line_id, proposal, difference, learn=learn))

    def not_customer(self, line_id: int, *, learn: bool = True) -> None:
        """Set the line aside; its payer is remembered as no customer."""
        bank = self._context.company.bank
        self._do(line_id, lambda _control: bank.not_customer(line_id, learn=learn))

    def reopen(self, line_id: int) -> None:
        """Back to the queue; what was made of the line goes to the bin."""
        bank = self._context.company.bank
        self._do(line_id, lambda _control: bank.reopen(line_id))

    def undo(self) -> None:
        """Take the latest action back."""
        if writable(self._context):
            history = self._context.company.history
            self._context.runner.database(
                lambda _control: history.undo(),
                self._context.notices.done,
                failed=self._context.notices.error,
                owner=self,
            )

    def split(self, detail: LineDetail, proposal: LineProposal | None) -> None:
        """Set the amount against open invoices by hand."""
        from app.ui.pages.bank.split import SplitDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(SplitDialog(self._context, detail, proposal, self._host), detail.line.id)

    def leave_unallocated(self, detail: LineDetail, proposal: LineProposal | None) -> None:
        """Book it as the customer's credit and set it against nothing yet."""
        from app.ui.pages.bank.unallocated import UnallocatedDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(UnallocatedDialog(self._context, detail, proposal, self._host), detail.line.id)

    def returned(self, detail: LineDetail) -> None:
        """The money came back: by a line of money out, or by the line the receipt was made of."""
        from app.ui.dialogs.returned import ReturnedDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self._show(ReturnedDialog.of_line(self._context, detail, self._host), detail.line.id)

    # -- beside the lines -----------------------------------------------------------------------

    def payers(self, customer_id: int = 0) -> None:
        """Show the payers known from before, of one customer or all."""
        from app.ui.pages.bank.payers import PayersDialog  # noqa: PLC0415 - loads on first use

        PayersDialog(self._context, self._host, customer_id).open()
