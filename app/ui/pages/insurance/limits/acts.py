"""What can be done with a buyer limit: asked for, answered, shipments stopped, a list taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.problem import HoldfastError
from app.ui.dialogs.opening import open_for
from app.ui.faults import sentence
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.insurance_record import ShipmentStop
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.services.policy_views import LimitPlan
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

_FILES = "*.xlsx *.xls *.csv *.tsv *.txt"


class BuyerLimitActs(QObject):
    """Opens the dialogs over ``host``; ``dialog`` is the one now open, ``refused`` says what a file lacks."""

    refused = Signal(str)

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None

    def decide(
        self, customer_id: int = 0, policy_id: int = 0, *, request: bool = False, amount: int | None = None
    ) -> None:
        """Keep what the insurer decided, or what we asked it for."""
        from app.ui.dialogs.buyer_limit import open_decision  # noqa: PLC0415 - loads on first use

        open_decision(self, self._context, self._host, customer_id, policy_id, request=request, amount=amount)

    def stop(self, customer_id: int, policy: Policy, name: str) -> None:
        """Stop shipments to a buyer."""
        from app.ui.dialogs.shipment_stop import StopDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            today = self._context.company.clock.today()
            open_for(self, StopDialog(self._context, customer_id, policy, name, today, self._host))

    def lift(self, stop: ShipmentStop, name: str) -> None:
        """Ship again."""
        from app.ui.dialogs.shipment_stop import LiftDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            today = self._context.company.clock.today()
            open_for(self, LiftDialog(self._context, stop, name, today, self._host))

    # -- an insurer's list ----------------------------------------------------------------------

    def choose_list(self, policy: Policy) -> None:
        """Ask for an insurer's list of limits and show what it would bring."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        if not writable(self._context):
            return
        kind = self.tr("Tables")
        names = f"{kind} ({_FILES})"
        title = self.tr("The insurer's list of limits")
        picked, _ = QFileDialog.getOpenFileName(self._host, title, "", names)
        if picked:
            self.take_list(policy, Path(picked))

    def take_list(self, policy: Policy, path: Path) -> None:
        """Read a list against a policy; nothing is stored before the dialog says so."""
        policies, policy_id = self._context.company.policies, policy.id

        def work(_control: Control) -> tuple[LimitPlan, Mapping[int, tuple[str, str]]]:
            from app.ui.dialogs.limit_list import everybody  # noqa: PLC0415 - loads on first use

            plan = policies.read_limits(path, policy_id)
            return plan, policies.called(everybody(plan))

        def show(found: tuple[LimitPlan, Mapping[int, tuple[str, str]]]) -> None:
            from app.ui.dialogs.limit_list import LimitListDialog  # noqa: PLC0415 - loads on first use

            open_for(self, LimitListDialog(self._context, found[0], path, found[1], self._host))

        self.refused.emit("")
        self._context.runner.database(
            work, show, failed=self._refused, owner=self._host, key="limit_list.read"
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            self.refused.emit(sentence(error, self._context.formats.lang))
        else:
            self._context.notices.error(error)
