"""Keeping scores from data alone as finished assessments: for whom, in whose name, with what remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.who import remember_who, who_control, who_of
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.scoring_views import RescoreRow
    from app.ui.context import PageContext


class KeepDialog(FormDialog):
    """One change set for all of them, to be undone as one."""

    duty = Duty.CREDIT

    def __init__(
        self,
        context: PageContext,
        rows: Sequence[RescoreRow],
        day: date,
        people: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self._ids, self._day = [row.customer_id for row in rows], day
        worse, better = sum(row.moved > 0 for row in rows), sum(row.moved < 0 for row in rows)
        lacking = sum(not row.sufficient for row in rows)
        self.set_head(
            self.tr("Keep %n assessment(s)", "", len(rows)),
            self.tr("Keep"),
            self.tr("Scored from data alone as of {day}").format(day=context.formats.day_in_text(day)),
        )
        text = self.tr("{worse} get a worse grade, {better} a better one.").format(worse=worse, better=better)
        self.form.addWidget(label(text, wrap=True))
        if lacking:
            text = self.tr("%n of them with insufficient data: C at most.", "", lacking)
            self.form.addWidget(label(text, tone="warn", wrap=True))
        self.form.addWidget(
            label(
                self.tr(
                    "Values typed over by hand are not carried over, overrides of the grade end with the old "
                    "assessment, and drafts of these customers go."
                ),
                "small",
                "secondary",
                wrap=True,
            )
        )
        self.who = who_control(context, people)
        self.note = NoteEdit()
        self.add_field("who", self.who, self.tr("Scored by"))
        self.add_field("note", self.note, self.tr("Remark"))
        self.lay("who")
        self.lay("note")
        self.note.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        scoring, who, note = self.context.company.scoring, who_of(self.who), self.note.text
        ids, day = self._ids, self._day
        remember_who(self.context, who)
        return lambda control: scoring.finish_all(day, ids, who, note, control)
