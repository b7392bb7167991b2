"""What can be done with a limit: granted, ended, taken back; of a customer or of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.credit_record import CreditLimit
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog


class LimitActs(QObject):
    """Opens the dialogs over ``host``; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self.dialog: FormDialog | None = None

    def grant(self, customer_id: int | None = None, group_id: int | None = None) -> None:
        """Grant a limit, or change the one there is."""
        from app.ui.dialogs.limit import open_grant  # noqa: PLC0415 - loads on first use

        open_grant(self, self._context, self._host, customer_id=customer_id, group_id=group_id)

    def override(self, customer_id: int) -> None:
        """Give a customer another grade than the score."""
        from app.ui.dialogs.override import open_override  # noqa: PLC0415 - loads on first use

        open_override(self, self._context, self._host, customer_id)

    def end(self, limit: CreditLimit, name: str) -> None:
        """Let a limit end."""
        from app.ui.dialogs.limit_end import EndLimitDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            today = self._context.company.clock.today()
            open_for(self, EndLimitDialog(self._context, limit, name, today, self._host))

    def withdraw(self, limit: CreditLimit) -> None:
        """Take a limit back as if it had not been granted; the toast offers to undo it."""
        if writable(self._context):
            limits, limit_id = self._context.company.limits, limit.id
            self._context.runner.database(
                lambda _control: limits.withdraw(limit_id),
                self._context.notices.done,
                failed=self._context.notices.error,
                owner=self,
            )
