"""Ending an assessment before its time, for a reason that is kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.ui.dialogs.controls import DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.scoring_views import AssessmentView
    from app.ui.context import PageContext


class EndAssessmentDialog(FormDialog):
    """From the day chosen the grade holds no longer; the customer is due for a review."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {"assessment.no_end_reason": "why"}

    def __init__(
        self,
        context: PageContext,
        view: AssessmentView,
        name: str,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=480)
        self._view, self._today = view, today
        self.set_head(self.tr("End the assessment early"), self.tr("End it"), name)
        self.on = DayEdit(context.language, today)
        self.why = NoteEdit()
        hint = self.tr("From this day on the grade no longer holds, and a review is due.")
        self.add_field("on", self.on, self.tr("On"), hint, self._check_day)
        example = self.tr("For example: heard of a lawsuit, the owner changed, the bank was changed")
        self.add_field("why", self.why, self.tr("Reason"), example, self._check_why)
        self.lay("on")
        self.lay("why")
        self.why.setFocus()

    def _check_day(self) -> str:
        if self.on.day < self._view.as_of:
            day = self.context.formats.day(self._view.as_of)
            return self.tr("The assessment is of {day}; choose that day or a later one.").format(day=day)
        if self.on.day > self._today:
            return self.tr("This day is still to come.")
        return ""

    def _check_why(self) -> str:
        return "" if self.why.text else self.tr("Say why it ends early.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """End it."""
        scoring, row_id, on, why = self.context.company.scoring, self._view.id, self.on.day, self.why.text
        return lambda _control: scoring.end(row_id, on, why)
