"""Giving another grade than the score's, as part of a scoring: at most two notches, with reason and end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from app.domain.credit_record import GradeOverride
from app.domain.override import LEAST_WORDS, MOST_NOTCHES, OverrideReason, notches
from app.domain.review import months_later
from app.domain.scorecard import GRADES, Grade
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.i18n import Retranslated
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented
from app.words import say
from app.words.scoring_text import name_of

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.dialogs.fields import Fields
    from app.ui.pages.scoring.state import Scoring

_USUAL_MONTHS = 3
_NAMES = ("now", "reason_code", "expires", "why")


class OtherGrade(Retranslated):
    """``changed`` says that another grade is given, or none any more."""

    changed = Signal()

    def __init__(self, context: PageContext, scoring: Scoring, fields: Fields) -> None:
        super().__init__()
        self.context, self.scoring, self.fields = context, scoring, fields
        self.choose = QCheckBox()
        self.barred = label("", "small", "danger", wrap=True)
        self.now = Segmented()
        self.reason_code = Choice([])
        self.why = NoteEdit()
        self.expires = DayEdit(context.language, months_later(scoring.as_of, _USUAL_MONTHS))
        fields.add("now", self.now, "")
        fields.add("reason_code", self.reason_code, "")
        fields.add("expires", self.expires, "", check=self._check_expires)
        fields.add("why", self.why, "", check=self._check_why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.choose)
        layout.addWidget(self.barred)
        layout.addLayout(fields.row("now"))
        layout.addLayout(fields.row("reason_code", "expires", stretch=(3, 2)))
        layout.addLayout(fields.row("why"))
        self._was: Grade | None = None
        self.choose.toggled.connect(self._on_toggled)
        self.now.chosen.connect(self._on_now)
        self.retranslate()

    @property
    def on(self) -> bool:
        """Whether another grade is given."""
        return self.choose.isChecked()

    @property
    def grade(self) -> Grade | None:
        """The grade given; None where the score's holds."""
        return Grade(self.now.current) if self.on and self.now.current else None

    def _firm(self) -> list[str]:
        return [one.code for one in self.scoring.outcome.knockouts if one.firm]

    def refresh(self) -> None:
        """The score moved: offer what lies within two notches of its grade."""
        was = self.scoring.outcome.grade
        firm = self._firm()
        within = [
            each
            for each in GRADES
            if 0 < abs(notches(was, each)) <= MOST_NOTCHES and not (firm and notches(was, each) > 0)
        ]
        lang = self.context.formats.lang
        names = "、".join if lang == "zh" else ", ".join
        text = self.tr("Nobody may lift the grade while this stands against the customer: {names}.")
        self.barred.setText(text.format(names=names(name_of("knockout", code, lang, "") for code in firm)))
        self.barred.setVisible(bool(firm))
        self.choose.setEnabled(bool(within))
        if not within:
            self.choose.setChecked(False)
        elif was is not self._was:
            self._was = was
            self.now.set_choices([(each.value, self._named(was, each)) for each in within])
            lower = next((each for each in within if notches(was, each) < 0), within[0])
            self.now.set_current(lower.value)

    def _named(self, was: Grade, now: Grade) -> str:
        text = self.tr("Up to {grade}") if notches(was, now) > 0 else self.tr("Down to {grade}")
        return text.format(grade=now.value)

    def _on_toggled(self, on: bool) -> None:
        for name in _NAMES:
            self.fields[name].setVisible(on)
        self.changed.emit()

    def _on_now(self, _key: str) -> None:
        self.changed.emit()

    def _check_expires(self) -> str:
        if self.expires.day >= self.scoring.as_of:
            return ""
        return self.tr("It would end before it begins.")

    def _check_why(self) -> str:
        if len("".join(self.why.text.split())) >= LEAST_WORDS:
            return ""
        return self.tr("Say why, in at least {least} characters.").format(least=LEAST_WORDS)

    def override(self, customer_id: int, on: date, asked: str, approved: str) -> GradeOverride | None:
        """The override to store; its assessment is named once that is stored."""
        grade = self.grade
        if grade is None:
            return None
        return GradeOverride(
            customer_id=customer_id,
            assessment_id=0,
            was=self.scoring.outcome.grade.value,
            now=grade.value,
            reason_code=str(self.reason_code.value),
            reason=self.why.text,
            requested_by=asked,
            approved_by=approved,
            on=on,
            expires_on=self.expires.day,
        )

    def retranslate(self) -> None:
        """Write every text."""
        lang = self.context.formats.lang
        self.choose.setText(self.tr("Give another grade than the score's"))
        self.fields["now"].set_text(self.tr("Grade"))
        self.fields["reason_code"].set_text(self.tr("Reason"))
        self.fields["expires"].set_text(self.tr("Until"))
        self.fields["why"].set_text(
            self.tr("In words"),
            self.tr("What is known that the score does not know; an auditor reads it a year later"),
        )
        chosen = self.reason_code.value
        reasons = [(each.value, say(f"override_reason.{each}", lang)) for each in OverrideReason]
        self.reason_code.set_pairs(reasons, chosen)
        self._was = None
        self.refresh()
        for name in _NAMES:
            self.fields[name].setVisible(self.on)
