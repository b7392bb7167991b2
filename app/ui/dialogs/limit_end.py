"""Letting a credit limit end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.ui.dialogs.controls import DayEdit
from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_record import CreditLimit
    from app.services.ports import Control
    from app.ui.context import PageContext


class EndLimitDialog(FormDialog):
    """Lets a limit end after a day."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {"limit.dates": "on"}

    def __init__(
        self, context: PageContext, limit: CreditLimit, name: str, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=440)
        self._limit = limit
        self.set_head(self.tr("End the limit"), self.tr("End it"), name)
        self.on = DayEdit(context.language, max(today, limit.start))
        hint = self.tr("From the next day on no limit is set; the history keeps this one.")
        self.add_field("on", self.on, self.tr("Last day"), hint, self._check)
        self.lay("on")
        self.on.setFocus()

    def _check(self) -> str:
        if self.on.day >= self._limit.start:
            return ""
        return self.tr("It would end before it begins.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """End it."""
        limits, limit_id, on = self.context.company.limits, self._limit.id, self.on.day
        return lambda _control: limits.end(limit_id, on)
