"""From a duty to where it is done: a notice, a stop, a claim, a declaration, a limit, a payment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.insurance_deadline import Duty
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.services.duty_views import DutyItem
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

_WRITES = frozenset({Duty.NOTICE, Duty.ADVERSE, Duty.STOP, Duty.PREMIUM})


class NextSteps(QObject):
    """``take`` goes where a duty is done; ``dialog`` is the one now open over ``host``."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None
        self._ways: Mapping[Duty, Callable[[DutyItem], object]] = {
            Duty.NOTICE: self._notice,
            Duty.ADVERSE: self._notice,
            Duty.STOP: self.stop,
            Duty.MEP_END: self._collect,
            Duty.WAITING_END: self._claim,
            Duty.CLAIM: self._claim,
            Duty.DOCUMENTS: self._claim,
            Duty.ANSWER: self._claim,
            Duty.OBJECTION: self._claim,
            Duty.DECLARATION: self._declare,
            Duty.LIMIT_EXPIRY: self._limit,
            Duty.LIMIT_REVIEW: self._review,
            Duty.PREMIUM: self._pay,
            Duty.RENEWAL: self.open_policy,
        }

    def changes(self, item: DutyItem) -> bool:
        """Whether the step writes into the file, and does not only lead somewhere."""
        return item.duty in _WRITES or (self._ways[item.duty] == self._claim and item.claim_id is None)

    def take(self, item: DutyItem) -> None:
        """Go where it is done."""
        self._ways[item.duty](item)

    def _go(self, tab: str, **params: object) -> None:
        self._context.navigator.go("insurance", tab=tab, **params)

    def _bring(self, tab: str, **params: object) -> None:
        self._context.navigator.bring("insurance", tab=tab, **params)

    def _notice(self, item: DutyItem) -> None:
        """A draft about the invoices, or about what became known."""
        first = item.deadline.decided_by
        kind = "overdue" if item.duty is Duty.NOTICE else "adverse"
        self._bring(
            "notices",
            draft=kind,
            policy_id=item.policy.id,
            customer_id=item.customer_id,
            documents=[row for row, _ in item.documents],
            known_on=first.start if item.duty is Duty.ADVERSE else None,
        )

    def stop(self, item: DutyItem) -> None:
        """Record since when shipments are stopped."""
        from app.ui.dialogs.shipment_stop import StopDialog  # noqa: PLC0415 - at its first use

        if writable(self._context) and item.customer_id is not None:
            day = min(item.day, self._context.company.clock.today())
            dialog = StopDialog(self._context, item.customer_id, item.policy, item.customer, day, self._host)
            dialog.cause.choose("mep")
            open_for(self, dialog)

    def _collect(self, item: DutyItem) -> None:
        self._context.navigator.go("customers", customer_id=item.customer_id, tab="collection")

    def _claim(self, item: DutyItem) -> None:
        """The claim it is about; without one, a claim is begun for the buyer."""
        if item.claim_id is not None:
            self._go("claims", claim_id=item.claim_id)
        else:
            self._bring("claims", about=item.customer_id, policy_id=item.policy.id)

    def _declare(self, item: DutyItem) -> None:
        self._go("declarations", policy_id=item.policy.id, start=item.param.partition("/")[0])

    def _pay(self, item: DutyItem) -> None:
        self._bring("declarations", policy_id=item.policy.id, pay=True)

    def _limit(self, item: DutyItem) -> None:
        self._go("limits", policy_id=item.policy.id, customer_id=item.customer_id)

    def _review(self, item: DutyItem) -> None:
        self._go("limits", policy_id=item.policy.id, review=True)

    def open_policy(self, item: DutyItem) -> None:
        """The policy it stands in."""
        self._go("policies", policy_id=item.policy.id)

    def open_customer(self, item: DutyItem) -> None:
        """The buyer it is about."""
        self._context.navigator.go("customers", customer_id=item.customer_id)
