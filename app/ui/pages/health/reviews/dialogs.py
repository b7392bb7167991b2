"""The review written up: verdict, names and the strategy form; and why a locked one is opened again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter, QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import action
from app.ui.widgets.labels import label
from app.words import review_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.review_views import ReviewView
    from app.ui.context import PageContext

_MOST_CHANGES, _LONGEST = 12, 80


class ReviewDialog(FormDialog):
    """What people write: the verdict in their own words, who made it, the strategy form."""

    duty = Duty.MEASURE

    def __init__(
        self, context: PageContext, view: ReviewView, people: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=720)
        if view.review is None:
            raise ValueError("only a review that was begun can be written")
        self.review = view.review
        lang = context.formats.lang
        self._worked = review_text.worked_verdict(view.content, lang)
        self.set_head(
            self.tr("Write the review"), self.tr("Save"), review_text.quarter_name(view.period.name, lang)
        )
        self.verdict = NoteEdit(self.review.verdict)
        self.verdict.setPlaceholderText(self._worked)
        self.prepared = self._person(self.review.prepared_by, people)
        self.reviewed = self._person(self.review.reviewed_by, people)
        self.changes = NoteEdit(self.review.changes)
        self.adjusted = NoteEdit(self.review.adjusted)
        self.lessons = NoteEdit(self.review.lessons)
        self.add_field(
            "verdict",
            self.verdict,
            self.tr("Verdict in two sentences"),
            self.tr("Empty: as worked out from the figures"),
        )
        self.lay("verdict")
        self.add_field("prepared", self.prepared, self.tr("Prepared by"))
        self.add_field("reviewed", self.reviewed, self.tr("Reviewed by"))
        self.lay("prepared", "reviewed")
        self.add_field("changes", self.changes, self.tr("What changed in the quarter"))
        self.lay("changes")
        self.add_field("adjusted", self.adjusted, self.tr("Parameters adjusted, and why"))
        self.lay("adjusted")
        self._say_changes(view, lang)
        self.add_field("lessons", self.lessons, self.tr("Lessons"))
        self.lay("lessons")
        self.verdict.setFocus()

    def _person(self, name: str, people: Sequence[str]) -> QLineEdit:
        edit = QLineEdit(name)
        edit.setMaxLength(_LONGEST)
        edit.setCompleter(QCompleter(list(people), self))
        return edit

    def _say_changes(self, view: ReviewView, lang: str) -> None:
        """What the log says was changed, as a help."""
        day = self.context.formats.day
        told = [f"{day(one.on)}  {action(one.verb, one.params, lang)}" for one in view.adjustments]
        if not told:
            text = self.tr("No setting, policy or rule was changed in the quarter.")
        else:
            more = self.tr("and %n more", "", len(told) - _MOST_CHANGES)
            lines = told[-_MOST_CHANGES:] + ([more] if len(told) > _MOST_CHANGES else [])
            text = "\n".join([self.tr("Changed in the quarter, by the history:"), *lines])
        self.form.addWidget(label(text, "small", "secondary", wrap=True))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        made = replace(
            self.review,
            verdict=self.verdict.text,
            prepared_by=self.prepared.text().strip(),
            reviewed_by=self.reviewed.text().strip(),
            changes=self.changes.text,
            adjusted=self.adjusted.text,
            lessons=self.lessons.text,
        )
        reviews = self.context.company.reviews
        return lambda _control: reviews.save(made)


class LockDialog(FormDialog):
    """Says what locking means before it is done."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {}

    def __init__(self, context: PageContext, quarter: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self.quarter = quarter
        lang = context.formats.lang
        self.set_head(self.tr("Lock the review"), self.tr("Lock"), review_text.quarter_name(quarter, lang))
        text = self.tr(
            "What is reckoned now is kept as it is reported, with a digest over it. Later changes of "
            "history leave it alone and show as a list of differences. It can be opened again only with "
            "a reason, which stays in the history."
        )
        self.form.addWidget(label(text, "body", wrap=True))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Lock."""
        reviews, quarter = self.context.company.reviews, self.quarter
        return lambda _control: reviews.lock(quarter)


class ReopenDialog(FormDialog):
    """Opens a locked review again."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"review.no_reason": "reason"}

    def __init__(self, context: PageContext, quarter: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self.quarter = quarter
        lang = context.formats.lang
        self.set_head(
            self.tr("Open the review again"), self.tr("Open again"), review_text.quarter_name(quarter, lang)
        )
        self.reason = NoteEdit()
        hint = self.tr("Stays in the history, with what had been reported.")
        self.add_field("reason", self.reason, self.tr("Why"), hint, self._check)
        self.lay("reason")
        self.reason.setFocus()

    def _check(self) -> str:
        return "" if self.reason.text else self.tr("Say why.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Open it."""
        reviews, quarter, why = self.context.company.reviews, self.quarter, self.reason.text
        return lambda _control: reviews.reopen(quarter, why)
