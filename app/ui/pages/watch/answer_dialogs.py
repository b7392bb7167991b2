"""What is asked when a warning is answered: a note, a day, what was done."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.domain.duty import Duty
from app.ui.dialogs.controls import DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.watch.alert_columns import sentence_of
from app.ui.widgets.buttons import button
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.watch_views import AlertView
    from app.ui.context import PageContext

_USUAL_DAYS = 14
_SPANS = (7, 14, 30, 90)


class _AnswerDialog(FormDialog):
    """Names the warnings it answers, and asks for a note."""

    duty = Duty.COLLECT

    def __init__(
        self, context: PageContext, views: Sequence[AlertView], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=480)
        self.ids = [view.alert.id for view in views]
        self.views = list(views)
        self.note = NoteEdit(views[0].alert.note if len(views) == 1 else "")

    def about(self) -> str:
        """One warning in its words, or how many."""
        formats = self.context.formats
        if len(self.views) > 1:
            return say("alert.chosen", formats.lang, n=len(self.views))
        [view] = self.views
        who = formats.name(view.customer.name, view.customer.name_en)
        rule = say(f"alert_rule.{view.rule.value}", formats.lang)
        return f"{who} · {rule}: {sentence_of(view, formats.lang)}"

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the answer."""
        raise NotImplementedError


class AcknowledgeDialog(_AnswerDialog):
    """Seen, nothing to do."""

    def __init__(
        self, context: PageContext, views: Sequence[AlertView], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, views, parent)
        self.set_head(self.tr("Acknowledge"), self.tr("Acknowledge"), self.about())
        self.add_field("note", self.note, self.tr("Why nothing needs doing"), self.tr("May stay empty"))
        self.lay("note")
        self.note.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store that it was seen."""
        watch, ids, note = self.context.company.watch, self.ids, self.note.text
        return lambda _control: watch.acknowledge(ids, note)


class SnoozeDialog(_AnswerDialog):
    """Put off to a day."""

    codes: Mapping[str, str] = {"alert.snoozed_into_past": "until"}

    def __init__(
        self, context: PageContext, views: Sequence[AlertView], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, views, parent)
        self.set_head(self.tr("Snooze"), self.tr("Snooze"), self.about())
        self._today = context.company.clock.today()
        self.until = DayEdit(context.language, self._today + timedelta(_USUAL_DAYS))
        hint = self.tr("On that day it is new again")
        self.add_field("until", self.until, self.tr("Until"), hint, self._check)
        self.add_field("note", self.note, self.tr("Note"), self.tr("May stay empty"))
        self.lay("until")
        quick = QHBoxLayout()
        quick.setSpacing(8)
        for days in _SPANS:
            text = self.tr("in %n day(s)", "", days)
            quick.addWidget(button(context.theme, text, "quiet", run=partial(self.choose, days), small=True))
        quick.addStretch(1)
        self.form.addLayout(quick)
        self.lay("note")
        self.until.setFocus()

    def choose(self, days: int) -> None:
        """Until so many days from today."""
        self.until.set_day(self._today + timedelta(days))
        self.touch()
        self.verify("until")

    def _check(self) -> str:
        return "" if self.until.day > self._today else self.tr("Choose a day after today.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Put it off."""
        watch, ids, until, note = self.context.company.watch, self.ids, self.until.day, self.note.text
        return lambda _control: watch.snooze(ids, until, note)


class ActDialog(_AnswerDialog):
    """Something was done; what."""

    codes: Mapping[str, str] = {"alert.no_note": "note"}

    def __init__(
        self,
        context: PageContext,
        views: Sequence[AlertView],
        said: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, views, parent)
        verb = said or self.tr("Acted on")
        self.set_head(verb, self.tr("Save and go on") if said else self.tr("Save"), self.about())
        self.note.setPlainText(said)
        self.add_field("note", self.note, self.tr("What was done"), check=self._check)
        self.lay("note")
        self.note.setFocus()
        self._dirty = False

    def _check(self) -> str:
        return "" if self.note.text else self.tr("Say what was done.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store what was done."""
        watch, ids, note = self.context.company.watch, self.ids, self.note.text
        return lambda _control: watch.act(ids, note)
