"""Closing a month, and opening it again with a reason that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.closed_period import LEAST_REASON
from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.control import Control
    from app.services.periods import MonthView
    from app.ui.context import PageContext


class CloseMonthDialog(FormDialog):
    """Says what closing does, and what still waits in the months that are closed by it."""

    duty = Duty.BOOK

    def __init__(
        self, context: PageContext, months: Sequence[MonthView], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=520)
        self._month = months[-1].month
        self.set_head(self.tr("Close {month}").format(month=self._month), self.tr("Close the month"))
        text = self.tr(
            "Invoices, receipts, allocations, write-offs, bills, rates and booked provisions dated in "
            "{month} or before can then no longer be entered, changed, deleted or undone. Notes, reminders, "
            "grades and limits stay free. A month can be opened again with a reason."
        )
        self.form.addWidget(label(text.format(month=self._month), "body", wrap=True))
        waiting = sum(one.waiting for one in months)
        if waiting:
            self.message.say(
                "warn",
                self.tr("%n bank line(s) of these months are not booked yet.", "", waiting),
                closable=False,
            )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Close."""
        periods, month = self.context.company.periods, self._month
        return lambda _control: periods.close(month)


class ReopenMonthDialog(FormDialog):
    """Asks why; all months after it are opened with it."""

    duty = Duty.PEOPLE

    codes: Mapping[str, str] = {"period.reason_missing": "reason"}

    def __init__(self, context: PageContext, opened: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self._month = opened[0]
        title = self.tr("Open {month} again").format(month=self._month)
        self.set_head(title, self.tr("Open again"), self._about(opened))
        self.reason = NoteEdit()
        hint = self.tr("It stays in the history for good.")
        self.add_field("reason", self.reason, self.tr("Reason"), hint, self._check)
        self.lay("reason")
        self.reason.setFocus()

    def _about(self, opened: Sequence[str]) -> str:
        if len(opened) == 1:
            return ""
        text = self.tr("With it are opened: {months}.")
        return text.format(months=self.tr(", ", "between months").join(opened[1:]))

    def _check(self) -> str:
        if len(self.reason.text.strip()) >= LEAST_REASON:
            return ""
        return self.tr("Say why, in at least %n characters.", "", LEAST_REASON)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Open again."""
        periods, month, reason = self.context.company.periods, self._month, self.reason.text
        return lambda _control: periods.reopen(month, reason)
