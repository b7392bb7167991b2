"""Putting a work item off: until which day, and why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.controls import DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_WEEK = 7


class PostponeDialog(FormDialog):
    """Asks for the day on which the item comes back."""

    duty = Duty.LOG

    codes: Mapping[str, str] = {"work.postponed_into_past": "until"}

    def __init__(self, context: PageContext, key: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=460)
        self.set_head(self.tr("Postpone"), self.tr("Postpone"), about)
        self._key = key
        self._today = context.company.clock.today()
        self.day = DayEdit(context.language, self._today + timedelta(1))
        self.note = QLineEdit()
        self.add_field("until", self.day, self.tr("Until"), check=self._check)
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("until")
        quick = QHBoxLayout()
        quick.setSpacing(8)
        monday = self._today + timedelta(_WEEK - self._today.weekday())
        for text, day in (
            (self.tr("Tomorrow"), self._today + timedelta(1)),
            (self.tr("Next Monday"), monday),
            (self.tr("In a week"), self._today + timedelta(_WEEK)),
        ):
            quick.addWidget(button(context.theme, text, "quiet", run=self._choosing(day), small=True))
        quick.addStretch(1)
        self.form.addLayout(quick)
        self.lay("note")
        self.day.setFocus()

    def _choosing(self, day: date) -> Callable[[], None]:
        return lambda: self.day.set_day(day)

    def _check(self) -> str:
        return "" if self.day.day > self._today else self.tr("Choose a day after today.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Put it off."""
        work, key, today = self.context.company.work, self._key, self._today
        until, note = self.day.day, self.note.text().strip()
        return lambda _control: work.postpone(key, today, until, note)
