"""A finding written up, and why one is dropped or how it was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter, QLineEdit

from app.domain.duty import Duty
from app.domain.measure_record import Finding
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.pages.health.findings.columns import action_text, finding_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.review_views import FindingView
    from app.ui.context import PageContext

_USUAL_DAYS = 14


class FindingDialog(FormDialog):
    """A finding with its action, owner and day; texts left as worked out follow the figures."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"finding.no_text": "text"}

    def __init__(
        self,
        context: PageContext,
        review_id: int,
        view: FindingView | None,
        people: Sequence[str],
        base: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=640)
        lang = context.formats.lang
        self.finding = view.finding if view else Finding(review_id)
        self._worked = finding_text(view, lang, base) if view else ""
        self._proposed = action_text(view, lang, base) if view else ""
        self.set_head(
            self.tr("Finding") if view else self.tr("New finding"),
            self.tr("Save"),
            self.tr("A text left as it is follows the figures when they are reckoned anew.")
            if view and view.finding.code
            else "",
        )
        self.text = NoteEdit(self._worked)
        self.action = NoteEdit(self._proposed)
        self.owner = QLineEdit(self.finding.owner)
        self.owner.setCompleter(QCompleter(list(people), self))
        today = context.company.clock.today()
        self.due = OptionalDay(
            context.language, self.tr("Set a day"), self.finding.due, today + timedelta(_USUAL_DAYS)
        )
        self.note = QLineEdit(self.finding.note)
        self.add_field("text", self.text, self.tr("What was found"), check=self._check_text)
        self.lay("text")
        self.add_field("action", self.action, self.tr("What is done about it"))
        self.lay("action")
        self.add_field("owner", self.owner, self.tr("Owner"))
        self.add_field("due", self.due, self.tr("Due"))
        self.lay("owner", "due")
        self.add_field("note", self.note, self.tr("Note"), self.tr("May stay empty"))
        self.lay("note")
        self.text.setFocus()

    def _check_text(self) -> str:
        wrong = not self.text.text and not self.finding.code
        return self.tr("Say what was found.") if wrong else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it; what was not changed stays as worked out."""
        own_text, own_action = bool(self.finding.text), bool(self.finding.action)
        text, action = self.text.text, self.action.text
        made = replace(
            self.finding,
            text=text if own_text or text != self._worked else "",
            action=action if own_action or action != self._proposed else "",
            owner=self.owner.text().strip(),
            due=self.due.day,
            note=self.note.text().strip(),
        )
        reviews = self.context.company.reviews
        return lambda _control: reviews.save_finding(made)


class CloseDialog(FormDialog):
    """Findings done, or dropped with a reason."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"finding.no_reason": "note"}

    def __init__(
        self, context: PageContext, ids: Sequence[int], *, drop: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=480)
        self.ids, self.dropping = list(ids), drop
        title = self.tr("Drop findings") if drop else self.tr("Findings done")
        self.set_head(
            title,
            self.tr("Drop") if drop else self.tr("Mark as done"),
            self.tr("%n finding(s)", "", len(ids)),
        )
        self.note = NoteEdit()
        label = self.tr("Why it is not followed up") if drop else self.tr("What was done")
        hint = "" if drop else self.tr("May stay empty")
        self.add_field("note", self.note, label, hint, self._check if drop else None)
        self.lay("note")
        self.note.setFocus()

    def _check(self) -> str:
        return "" if self.note.text else self.tr("Say why.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Close them."""
        reviews, ids, note = self.context.company.reviews, self.ids, self.note.text
        if self.dropping:
            return lambda _control: reviews.drop(ids, note)
        return lambda _control: reviews.finish(ids, note)
