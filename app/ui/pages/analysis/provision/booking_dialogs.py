"""Booking a provision for good, and taking the last booking back with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.provision_sheet import BookedRun
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.reading import ProvisionRead


class BookDialog(FormDialog):
    """What is booked stays as it was, whatever is entered later for an earlier day."""

    duty = Duty.MEASURE

    def __init__(self, context: PageContext, found: ProvisionRead, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self.found = found
        formats, sheet = context.formats, found.sheet
        self.set_head(
            self.tr("Book the provision of {day}").format(day=formats.day_in_text(sheet.as_of)),
            self.tr("Book"),
            formats.money(sheet.total, sheet.base),
        )
        if sheet.rests_on_examples:
            self.strip = MessageStrip(context.theme)
            self.strip.say("warn", say("provision_paper.example_warning", formats.lang), closable=False)
            self.form.addWidget(self.strip)
        self.by = QLineEdit()
        self.note = NoteEdit()
        self.add_field("by", self.by, self.tr("Booked by"))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("by")
        self.lay("note")
        text = self.tr("Days are booked in order. The last booking can be taken back, with a reason.")
        self.form.addWidget(label(text, "small", "secondary", wrap=True))
        self.by.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Book."""
        service, day = self.context.company.provisions, self.found.sheet.as_of
        by, note = self.by.text().strip(), self.note.toPlainText().strip()
        return lambda _control: service.book(day, by=by, note=note)


class UnbookDialog(FormDialog):
    """Only the last booking; it stays in the history."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"provision.unbook_reason": "reason"}

    def __init__(self, context: PageContext, run: BookedRun, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=480)
        self.run_ = run
        formats = context.formats
        day = formats.day_in_text(run.as_of)
        self.set_head(
            self.tr("Take back the provision of {day}").format(day=day),
            self.tr("Take back"),
            formats.money(run.total, run.currency),
        )
        self.reason = QLineEdit()
        self.add_field(
            "reason", self.reason, self.tr("Reason"), check=self.required(self.reason, self.tr("Say why."))
        )
        self.lay("reason")
        self.reason.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Take it back."""
        service, row, reason = self.context.company.provisions, self.run_.id, self.reason.text()
        return lambda _control: service.unbook(row, reason)
