"""What is done with a bill, behind one object; the bank page and the customer's file share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services.bills import BillState
from app.ui.dialogs.bill_step import BillStepDialog, Step
from app.ui.dialogs.facts import Facts, read_facts
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.bills import BillDetail, BillRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog


def steps_of(state: BillState) -> tuple[Step, ...]:
    """What can still happen to a bill, the likeliest first."""
    if state is BillState.HELD:
        return (Step.CLEAR, Step.DISCOUNT, Step.ENDORSE, Step.BOUNCE, Step.HAND_BACK)
    if state in {BillState.DISCOUNTED, BillState.ENDORSED}:
        return (Step.CLEAR, Step.BOUNCE)
    return ()


class Billing(QObject):
    """Opens dialogs over ``host`` once their facts are read; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: FormDialog | None = None

    def _show(self, dialog: FormDialog) -> None:
        open_for(self, dialog)

    def receive(self, customer_id: int = 0) -> None:
        """Take in a bill, of a customer where one is in view."""
        self._ask(customer_id, None)

    def edit(self, bill_id: int) -> None:
        """Correct a bill that is still held."""
        bills = self._context.company.bills
        self._context.runner.database(
            lambda _control: bills.detail(bill_id),
            lambda detail: self._ask(detail.row.bill.customer_id, detail),
            failed=self._context.notices.error,
            owner=self,
        )

    def _ask(self, customer_id: int, detail: BillDetail | None) -> None:
        from app.ui.dialogs.bill import BillDialog  # noqa: PLC0415 - loads on first use

        session = self._context.company

        def show(facts: Facts) -> None:
            self._show(BillDialog(self._context, facts, detail, self._host))

        if writable(self._context):
            self._context.runner.database(
                lambda _control: read_facts(session, customer_id or None),
                show,
                failed=self._context.notices.error,
                owner=self,
            )

    def step(self, row: BillRow, step: Step) -> None:
        """Ask for what a step needs."""
        if writable(self._context):
            today = self._context.company.clock.today()
            self._show(BillStepDialog(self._context, row, step, today, self._host))

    def remove(self, bill_id: int) -> None:
        """Remove a bill entered by mistake."""
        bills = self._context.company.bills

        def work(_control: Control) -> ChangeSet:
            return bills.remove(bill_id)

        if writable(self._context):
            self._context.runner.database(
                work, self._context.notices.done, failed=self._context.notices.error, owner=self
            )
