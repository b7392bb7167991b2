"""Drafts the ledger has moved on from: what changed, and whether they are brought up to date or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.reminders.words import change_words
from app.ui.widgets.labels import label, line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.services.dunning_views import LetterChange, LetterRow
    from app.services.ports import Control
    from app.ui.context import PageContext

REFRESH, LEAVE_OUT = "refresh", "leave_out"
_SHOWN = 40


class StaleDialog(FormDialog):
    """Every stale letter with what changed and its own choice."""

    duty = Duty.COLLECT

    def __init__(
        self,
        context: PageContext,
        rows: Sequence[LetterRow],
        changes: Sequence[LetterChange],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=680)
        by_letter: dict[int, list[LetterChange]] = {}
        for change in changes:
            by_letter.setdefault(change.letter_id, []).append(change)
        self.stale = [row for row in rows if row.id in by_letter]
        self.set_head(
            self.tr("%n letter(s) are out of date", "", len(self.stale)),
            self.tr("Go on"),
            self.tr("The ledger has changed since they were drafted. Nothing is sent with old figures."),
        )
        self.choices: dict[int, Choice] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.form.addLayout(self._grid)
        for row in self.stale[:_SHOWN]:
            self._add(row, by_letter[row.id])
        if len(self.stale) > _SHOWN:
            rest = len(self.stale) - _SHOWN
            self.form.addWidget(label(self.tr("and %n more, brought up to date", "", rest), tone="secondary"))

    def _add(self, row: LetterRow, changes: Sequence[LetterChange]) -> None:
        formats = self.context.formats
        at = self._grid.rowCount()
        if self.choices:
            self._grid.addWidget(line(), at, 0, 1, 2)
            at += 1
        money = formats.money(row.amount, row.currency)
        who = formats.name(row.customer, row.customer_en)
        self._grid.addWidget(label(f"{who} • {money}", "bodyStrong", strong=True, wrap=True), at, 0)
        choice = Choice([(REFRESH, self.tr("Bring up to date")), (LEAVE_OUT, self.tr("Leave out"))], REFRESH)
        choice.setAccessibleName(self.tr("What to do with the letter to {name}").format(name=who))
        choice.activated.connect(self.touch)
        self.choices[row.id] = choice
        self._grid.addWidget(choice, at, 1)
        said = "\n".join(dict.fromkeys(change_words(each, row.currency, formats) for each in changes))
        self._grid.addWidget(label(said, "small", "secondary", wrap=True), at + 1, 0, 1, 2)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Leave out what is to be left out and bring the rest up to date."""
        dunning = self.context.company.dunning
        out = [letter_id for letter_id, choice in self.choices.items() if choice.value == LEAVE_OUT]
        stale = [row.id for row in self.stale if row.id not in out]
        why = self.tr("out of date when it was to be sent")

        def work(_control: Control) -> ChangeSet:
            change = dunning.leave_out(out, why) if out else None
            return dunning.refresh(stale) if stale or change is None else change

        return work
