"""Keeping a test: what is kept, with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.analysis.stress.naming import scenario_name
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.stress_views import StressGround, StressOutcome
    from app.ui.context import PageContext

_NAMED = 3


class KeepDialog(FormDialog):
    """The figures stay as they are today."""

    duty = Duty.MEASURE

    def __init__(
        self,
        context: PageContext,
        outcomes: Sequence[StressOutcome],
        ground: StressGround,
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self._outcomes, self._ground = outcomes, ground
        lang = context.formats.lang
        day = context.formats.day_in_text(ground.as_of)
        self.set_head(self.tr("Keep this test"), self.tr("Keep"), self.tr("As of {day}").format(day=day))
        told = [name for name in (names or [scenario_name(one.scenario, lang) for one in outcomes]) if name]
        text = self.tr("%n scenario(s)", "", len(outcomes))
        shown = ", ".join(told[:_NAMED])
        more = " …" if len(told) > _NAMED else ""
        self.form.addWidget(label(f"{text}: {shown}{more}" if shown else text, wrap=True))
        self.by = QLineEdit(context.actor)
        self.note = NoteEdit()
        self.add_field("by", self.by, self.tr("Tested by"))
        self.add_field("note", self.note, self.tr("What follows from it"))
        self.lay("by")
        self.lay("note")
        self.note.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        stress, note, by = self.context.company.stress, self.note.text, self.by.text()
        return lambda _control: stress.keep_run(self._outcomes, self._ground, note, by)
