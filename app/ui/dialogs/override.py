"""Giving a customer another grade than the score: direction, reason, end, and who decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.credit_record import GradeOverride
from app.domain.duty import Duty
from app.domain.override import LEAST_WORDS, MOST_NOTCHES, OverrideReason, notches
from app.domain.review import months_later
from app.domain.scorecard import GRADES, Grade
from app.ui.dialogs.approval import CODES, ApprovalGroup, read_deciders
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented
from app.words import say
from app.words.scoring_text import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.grade_policy import GradePolicy
    from app.services.ports import Control
    from app.services.scoring_views import AssessmentView
    from app.services.session import CompanySession
    from app.ui.context import PageContext
    from app.ui.dialogs.approval import Deciders
    from app.ui.dialogs.opening import Opener

_USUAL_MONTHS = 3


@dataclass(frozen=True, slots=True)
class OverrideFacts:
    """The assessment that holds, what each grade earns, and who may decide."""

    name: str
    name_en: str
    assessment: AssessmentView
    policy: GradePolicy
    today: date
    deciders: Deciders


def read_override_facts(session: CompanySession, actor: str, customer_id: int) -> OverrideFacts | None:
    """Read the facts; None while no assessment of the customer holds. Runs on the database worker."""
    today = session.clock.today()
    found = session.scoring.latest(customer_id, today)
    if found is None or not found.valid:
        return None
    customer, policy = session.customers.profile(customer_id).customer, session.limits.grade_policy()
    deciders = read_deciders(session, actor)
    return OverrideFacts(customer.name, customer.name_en, found, policy, today, deciders)


class OverrideDialog(FormDialog):
    """Offers the grades within two notches; what may never be overridden is said before it is tried."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        **CODES,
        "override.reason_short": "reason",
        "override.own": "approver",
        "override.expired": "expires",
        "override.too_long": "expires",
        "override.firm": "now",
    }

    def __init__(self, context: PageContext, facts: OverrideFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=640)
        self.facts = facts
        title = self.tr("Override the grade {grade}").format(grade=facts.assessment.grade.value)
        self.set_head(title, self.tr("Override"), context.formats.name(facts.name, facts.name_en))
        self._make()
        self._add()
        self.approval = ApprovalGroup(self, facts.deciders, two=True)
        self.approval.lay()
        self.now.chosen.connect(self._on_grade)
        self._write()
        self.reason_code.setFocus()

    def _make(self) -> None:
        was, lang = self.facts.assessment.grade, self.context.formats.lang
        self.now = Segmented()
        within = [each for each in GRADES if 0 < abs(notches(was, each)) <= MOST_NOTCHES]
        self.now.set_choices([(each.value, self._named(each)) for each in within])
        lower = next((each for each in within if notches(was, each) < 0), within[0])
        self.now.set_current(lower.value)
        self.meaning = label("", "small", "secondary", wrap=True)
        reasons = [(each.value, say(f"override_reason.{each}", lang)) for each in OverrideReason]
        self.reason_code = Choice(reasons)
        self.reason = NoteEdit()
        self.expires = DayEdit(self.context.language, self._usual_end())
        self.firm = MessageStrip(self.context.theme)

    def _named(self, grade: Grade) -> str:
        up = notches(self.facts.assessment.grade, grade) > 0
        text = self.tr("Up to {grade}") if up else self.tr("Down to {grade}")
        return text.format(grade=grade.value)

    def _usual_end(self) -> date:
        usual = months_later(self.facts.today, _USUAL_MONTHS)
        until = self.facts.assessment.valid_until
        return usual if until is None else min(usual, until)

    def _add(self) -> None:
        until = self.facts.assessment.valid_until
        longest = self.context.formats.day_in_text(until) if until is not None else ""
        hint = self.tr("At most until {day}, as long as the assessment holds").format(day=longest)
        self.add_field("now", self.now, self.tr("Grade"), check=self._check_grade)
        self.add_field("reason_code", self.reason_code, self.tr("Reason"))
        self.add_field(
            "expires", self.expires, self.tr("Until"), hint if longest else "", self._check_expires
        )
        words = self.tr("What is known that the score does not know; an auditor reads it a year later")
        self.add_field("reason", self.reason, self.tr("In words"), words, self._check_reason)
        self.lay("now")
        self.form.addWidget(self.meaning)
        self.form.addWidget(self.firm)
        self.lay("reason_code", "expires")
        self.lay("reason")

    # -- showing --------------------------------------------------------------------------------

    @property
    def grade(self) -> Grade:
        """The grade to be given."""
        return Grade(self.now.current)

    @property
    def _barred(self) -> list[str]:
        """Knock-outs that nobody may lift."""
        return [one.code for one in self.facts.assessment.outcome.knockouts if one.firm]

    def _on_grade(self, *_: object) -> None:
        self.touch()
        self.fields["now"].set_error("")
        self._write()

    def _write(self) -> None:
        was, now = self.facts.assessment.grade, self.grade
        terms = self.facts.policy.of(now)
        earned = self.tr(
            "Grade {grade} earns {days} days' terms, {deposit}% paid ahead, a review every {months} months."
        ).format(
            grade=now.value,
            days=terms.terms_days,
            deposit=written(terms.deposit),
            months=terms.review_months,
        )
        steps = self.tr("%n notch(es) away from {grade}.", "", abs(notches(was, now))).format(grade=was.value)
        self.meaning.setText(f"{steps} {earned}")
        barred = self._barred
        if barred and notches(was, now) > 0:
            lang = self.context.formats.lang
            names = ", ".join(name_of("knockout", code, lang, "") for code in barred)
            text = self.tr("Nobody may lift the grade while this stands against the customer: {names}.")
            self.firm.say("danger", text.format(names=names), closable=False)
        else:
            self.firm.hide()

    # -- checks and result ----------------------------------------------------------------------

    def _check_grade(self) -> str:
        if self._barred and notches(self.facts.assessment.grade, self.grade) > 0:
            return self.tr("Only a lower grade can be given.")
        return ""

    def _check_expires(self) -> str:
        until = self.facts.assessment.valid_until
        if self.expires.day < self.facts.today:
            return self.tr("It would end before it begins.")
        if until is not None and self.expires.day > until:
            return self.tr("The assessment holds until {day} only.").format(
                day=self.context.formats.day_in_text(until)
            )
        return ""

    def _check_reason(self) -> str:
        if len("".join(self.reason.text.split())) >= LEAST_WORDS:
            return ""
        return self.tr("Say why, in at least {least} characters.").format(least=LEAST_WORDS)

    def draft(self) -> GradeOverride:
        """The override as the fields say it."""
        assessment = self.facts.assessment
        return GradeOverride(
            customer_id=assessment.customer_id,
            assessment_id=assessment.id,
            was=assessment.grade.value,
            now=self.grade.value,
            reason_code=str(self.reason_code.value),
            reason=self.reason.text,
            requested_by=self.approval.requested_by,
            approved_by=self.approval.name,
            on=self.facts.today,
            expires_on=self.expires.day,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store it in the register."""
        limits, override = self.context.company.limits, self.draft()
        return self.approval.signed(lambda pin: limits.override(override, pin=pin))


def open_override(
    opener: Opener,
    context: PageContext,
    parent: QWidget,
    customer_id: int,
    saved: Callable[[ChangeSet], object] | None = None,
) -> None:
    """Read the facts and open the dialog; where no assessment holds, lead to the scoring instead."""
    if not writable(context):
        return
    session, actor = context.company, context.actor

    def show(facts: OverrideFacts | None) -> None:
        if facts is None:
            context.navigator.go("scoring", customer_id=customer_id)
            return
        dialog = OverrideDialog(context, facts, parent)
        if saved is not None:
            dialog.saved.connect(saved)
        open_for(opener, dialog)

    context.runner.database(
        lambda _control: read_override_facts(session, actor, customer_id),
        show,
        failed=context.notices.error,
        owner=parent,
        key="override.facts",
    )
