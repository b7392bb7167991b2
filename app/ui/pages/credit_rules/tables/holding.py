"""How long a grade holds, what ends it before its time, and what share of the exposure is expected lost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.scorecard import GRADES, Grade
from app.services.scoring_batch import LOSS_RATES
from app.services.scoring_validity import DEFAULT_MONTHS, MOST_MONTHS, Tolerance
from app.ui.dialogs.controls import CountEdit
from app.ui.faults import is_ours, sentence
from app.ui.i18n import Retranslated
from app.ui.pages.customers.guard import guard, writable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Grade as GradeChip
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_MOST_DAYS = 365
Found = tuple[dict[Grade, int], dict[Grade, Decimal], Tolerance]


class Holding(Retranslated):
    """Everything is saved with one press; ``touched`` says that something was typed, or saved."""

    touched = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.stored: Found = (dict(DEFAULT_MONTHS), dict(LOSS_RATES), Tolerance())
        theme = context.theme
        self.card = Card(theme, " ")
        self.months = {grade: CountEdit(0, MOST_MONTHS) for grade in GRADES}
        self.losses = {grade: DecimalEdit(Decimal(0)) for grade in GRADES}
        self.days, self.percent = CountEdit(0, _MOST_DAYS), DecimalEdit(Decimal(0))
        self.save_button = button(theme, "", "primary", run=self.save)
        self.drop_button = button(theme, "", "quiet", run=self.drop)
        self.reset_button = button(theme, "", "link", run=self.reset)
        self.strip = MessageStrip(theme)
        self.heads = [label("", "small", "secondary") for _ in range(3)]
        self.abouts = {grade: label("", "small", "secondary") for grade in GRADES}
        self.loss_note = label("", "caption", "tertiary", wrap=True)
        self.ends_title = label("", "section")
        self.ends_note = label("", "small", "secondary", wrap=True)
        self.words = [label("", tone="secondary") for _ in range(3)]
        self._lay_out()
        self._put(self.stored)
        for edit in (*self.months.values(), self.days):
            edit.valueChanged.connect(self._on_edit)
        for each in (*self.losses.values(), self.percent):
            each.textEdited.connect(self._on_edit)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(4, 1)
        for column, head in enumerate(self.heads):
            grid.addWidget(head, 0, column if column == 0 else column + 1)
        for place, grade in enumerate(GRADES, 1):
            grid.addWidget(GradeChip(self.context.theme, grade.value), place, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(self.abouts[grade], place, 1)
            for column, edit in ((2, self.months[grade]), (3, self.losses[grade])):
                edit.setFixedWidth(104)
                grid.addWidget(edit, place, column)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        self.days.setFixedWidth(80)
        self.percent.setFixedWidth(80)
        for widget in (self.words[0], self.days, self.words[1], self.percent, self.words[2]):
            ends.addWidget(widget)
        ends.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.drop_button)
        foot.addStretch(1)
        foot.addWidget(self.reset_button)
        body = self.card.body
        body.addLayout(grid)
        body.addWidget(self.loss_note)
        body.addWidget(line())
        body.addWidget(self.ends_title)
        body.addWidget(self.ends_note)
        body.addLayout(ends)
        body.addWidget(self.strip)
        body.addStretch(1)
        body.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)

        for field in (*self.months.values(), *self.losses.values(), self.days, self.percent):
            field.setEnabled(writable(self.context))

    # -- reading --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what is in force, unless something is typed."""
        if self.dirty:
            return
        scoring = self.context.company.scoring

        def work(_control: Control) -> Found:
            return scoring.validity(), scoring.loss_rates(), scoring.tolerance()

        self.context.runner.database(
            work, self._show, failed=self.context.notices.error, owner=self, key="credit_rules.holding"
        )

    def _show(self, found: Found) -> None:
        self.stored = found
        self._put(found)

    def _put(self, found: Found) -> None:
        months, losses, tolerance = found
        for grade in GRADES:
            self.months[grade].blockSignals(True)
            self.months[grade].setValue(months[grade])
            self.months[grade].blockSignals(False)
            self.losses[grade].set_value(losses[grade])
        self.days.blockSignals(True)
        self.days.setValue(tolerance.days)
        self.days.blockSignals(False)
        self.percent.set_value(tolerance.percent)
        self._on_edit()

    def typed(self) -> Found:
        """What stands in the fields; a figure that is none counts as the stored one."""
        months, losses, tolerance = self.stored
        lost = {grade: edit.value for grade, edit in self.losses.items()}
        share = self.percent.value
        return (
            {grade: edit.value() for grade, edit in self.months.items()} or months,
            {grade: losses[grade] if value is None else value for grade, value in lost.items()},
            Tolerance(self.days.value(), tolerance.percent if share is None else share),
        )

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved."""
        wrong = any(not edit.sound for edit in (*self.losses.values(), self.percent))
        return wrong or self.typed() != self.stored

    def _on_edit(self, *_: object) -> None:
        self.strip.hide()
        sound = all(edit.sound for edit in (*self.losses.values(), self.percent))
        guard(self.context, self.save_button, able=self.dirty and sound)
        self.drop_button.setEnabled(self.dirty)
        shipped = (dict(DEFAULT_MONTHS), dict(LOSS_RATES), Tolerance())
        guard(self.context, self.reset_button, able=self.typed() != shipped)
        self.touched.emit()

    # -- saving ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what differs."""
        scoring, (months, losses, tolerance), stored = self.context.company.scoring, self.typed(), self.stored

        def work(_control: Control) -> list[ChangeSet]:
            made = []
            if months != stored[0]:
                made.append(scoring.set_validity(months))
            if losses != stored[1]:
                made.append(scoring.set_loss_rates(losses))
            if tolerance != stored[2]:
                made.append(scoring.set_tolerance(tolerance))
            return made

        def done(made: list[ChangeSet]) -> None:
            self.stored = (months, losses, tolerance)
            self._on_edit()
            for change in made:
                self.context.notices.done(change)
            self.refresh()

        if writable(self.context):
            self.context.runner.database(work, done, failed=self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        if is_ours(error):
            self.context.notices.error(error)
        else:
            self.strip.say("danger", sentence(error, self.context.formats.lang))

    def drop(self) -> None:
        """Back to what is in force."""
        self._put(self.stored)

    def reset(self) -> None:
        """Write the program's own figures into the fields; they hold once saved."""
        self._put((dict(DEFAULT_MONTHS), dict(LOSS_RATES), Tolerance()))

    def ask(self) -> None:
        """What was typed would be lost: offer to save or to drop it."""
        self.strip.say(
            "warn",
            self.tr("These figures are not saved."),
            actions=[(self.tr("Save"), self.save), (self.tr("Discard"), self.drop)],
            closable=False,
        )

    def retranslate(self) -> None:
        """Write every text of the card."""
        lang = self.context.formats.lang
        self.card.set_title(self.tr("Validity and loss rates"))
        titles = (self.tr("Grade"), self.tr("Holds, months"), self.tr("Loss a year, %"))
        for head, title in zip(self.heads, titles, strict=True):
            head.setText(title)
        for grade in GRADES:
            self.abouts[grade].setText(say(f"grade.about.{grade}", lang))
            name = say(f"grade.{grade}", lang)
            self.months[grade].setAccessibleName(f"{name}: {titles[1]}")
            self.losses[grade].setAccessibleName(f"{name}: {titles[2]}")
        self.loss_note.setText(
            self.tr(
                "Shipped loss rates: yearly failures measured with the shipped financial ratios on 5,908 "
                "Polish firms. They serve to compare cards and are no forecast of your own losses."
            )
        )
        self.ends_title.setText(self.tr("What ends a grade before its time"))
        self.ends_note.setText(
            self.tr(
                "A new court record, the list of dishonest debtors, an insurer's cut and insolvency end it "
                "at once; new arrears do from here on:"
            )
        )
        self.words[0].setText(self.tr("More than"))
        self.words[1].setText(self.tr("days overdue, above"))
        self.words[2].setText(self.tr("% of what is open"))
        self.days.setAccessibleName(self.tr("Days overdue that end a grade"))
        self.percent.setAccessibleName(self.tr("Share of what is open, %"))
        self.save_button.setText(self.tr("Save"))
        self.drop_button.setText(self.tr("Discard"))
        self.reset_button.setText(self.tr("Back to the shipped figures"))
        self._on_edit()
