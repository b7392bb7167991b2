"""Logging what was done with a customer, what came of it and what is to be done next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit

from app.domain.activity import Activity, ActivityKind, ActivityResult
from app.domain.duty import Duty
from app.ui.dialogs.claim_facts import ClaimFacts, invoice_pairs
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit, optional_id
from app.ui.dialogs.day_text import DayText
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.user_files import read_bytes
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext


class ActivityDialog(FormDialog):
    """Logs a new entry or edits one; files go with a new entry."""

    duty = Duty.LOG

    codes: Mapping[str, str] = {
        "activity.not_yet": "date",
        "activity.empty_note": "note",
        "activity.next_undated": "next_on",
        "activity.next_before": "next_on",
    }

    def __init__(
        self,
        context: PageContext,
        facts: ClaimFacts,
        entry: Activity | None = None,
        parent: QWidget | None = None,
        *,
        document_id: int | None = None,
        kind: ActivityKind = ActivityKind.CALL,
    ) -> None:
        super().__init__(context, parent, width=600)
        self.facts, self.entry = facts, entry
        self.paths: list[Path] = []
        title = self.tr("Edit log entry") if entry else self.tr("Log a contact")
        self.set_head(title, self.tr("Save"), facts.customer.name)
        lang = context.formats.lang
        kinds = [(each, word("activity", each, lang)) for each in ActivityKind]
        self.kind = Choice(kinds, entry.kind if entry else kind)
        results = [(each, word("result", each, lang) if each else "–") for each in ActivityResult]
        self.outcome = Choice(results, entry.result if entry else ActivityResult.NONE)
        self.day = DayEdit(context.language, entry.on if entry else facts.today)
        self.person = QLineEdit(entry.person if entry else "")
        self.person.setCompleter(QCompleter(list(facts.people), self.person))
        about = (None, self.tr("The customer as a whole"))
        chosen = entry.document_id if entry else document_id
        self.invoice = Choice([about, *invoice_pairs(facts, context.formats)], chosen)
        self.note = NoteEdit(entry.note if entry else "")
        self.next_action = QLineEdit(entry.next_action if entry else "")
        self.next_on = DayText(entry.next_on if entry else None)
        self._add_fields()
        if entry is None:
            self._add_files()
        self.kind.setFocus()

    def _add_fields(self) -> None:
        self.add_field("kind", self.kind, self.tr("What was done"))
        self.add_field("date", self.day, self.tr("Date"), check=self._check_day)
        self.add_field("result", self.outcome, self.tr("What came of it"))
        self.add_field("person", self.person, self.tr("Whom you spoke to"))
        self.add_field("invoice", self.invoice, self.tr("About"))
        self.add_field("note", self.note, self.tr("Note"), check=self._check_note)
        self.add_field("next_action", self.next_action, self.tr("Next action"))
        hint = self.tr("It comes up under Today on that day")
        self.add_field("next_on", self.next_on, self.tr("On"), hint, self._check_next)
        self.lay("kind", "date")
        self.lay("result", "person")
        self.lay("invoice")
        self.lay("note")
        self.lay("next_action", "next_on", stretch=(2, 1))

    def _add_files(self) -> None:
        row = QHBoxLayout()
        row.addWidget(
            button(self.context.theme, self.tr("Attach a file…"), "quiet", "plus", self._pick, small=True)
        )
        self.files = label("", "small", "secondary", wrap=True)
        row.addWidget(self.files, 1)
        self.form.addLayout(row)

    def _pick(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - asked now and then

        picked, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach a file"))
        self.take_files([Path(each) for each in picked])

    def take_files(self, paths: list[Path]) -> None:
        """Keep these with the entry when it is saved."""
        self.paths += [path for path in paths if path not in self.paths]
        self.files.setText(", ".join(path.name for path in self.paths))
        if paths:
            self.touch()
            self.fields.resized.emit()

    def _check_day(self) -> str:
        later = self.day.day > self.facts.today
        return self.tr("This day is still to come; use the next action.") if later else ""

    def _check_note(self) -> str:
        empty = self.kind.value is ActivityKind.NOTE and not self.note.text
        return self.tr("Write the note.") if empty else ""

    def _check_next(self) -> str:
        if self.next_on.wrong:
            return self.tr("Write the day as 2025-12-31, or leave it empty.")
        day = self.next_on.day
        if day is None:
            return self.tr("Enter the day of the next action.") if self.next_action.text().strip() else ""
        return self.tr("This is before the entry itself.") if day < self.day.day else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Log or edit the entry."""
        service, old, paths = self.context.company.collection, self.entry, tuple(self.paths)
        draft = Activity(
            self.facts.customer.id,
            self.day.day,
            ActivityKind(str(self.kind.value)),
            ActivityResult(str(self.outcome.value)),
            self.person.text().strip(),
            old.by if old else self.context.actor,
            self.note.text,
            self.next_action.text().strip(),
            self.next_on.day,
            document_id=optional_id(self.invoice),
        )
        if old is None:
            return lambda _control: service.log(draft, [(path.name, read_bytes(path)) for path in paths])
        done = old.next_done_on if old.next_on == draft.next_on else None
        kept = replace(draft, next_done_on=done, letter_id=old.letter_id, id=old.id, version=old.version)
        return lambda _control: service.edit_activity(kept)
