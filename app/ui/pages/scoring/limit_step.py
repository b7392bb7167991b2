"""The last step: what limit and terms the grade earns, what is granted, another grade, and who says so."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit
from app.domain.override import LEAST_WORDS
from app.domain.problem import HoldfastError
from app.domain.review import months_later
from app.ui.dialogs.approval import CODES, ApprovalGroup
from app.ui.dialogs.candidates import CandidateList, candidate_lines
from app.ui.dialogs.controls import CountEdit, NoteEdit
from app.ui.dialogs.fields import Fields
from app.ui.faults import sentence
from app.ui.i18n import Retranslated
from app.ui.pages.scoring.other_grade import OtherGrade
from app.ui.widgets.chip import Chip
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.domain.credit_record import GradeOverride
    from app.domain.scorecard import Grade
    from app.ui.context import PageContext
    from app.ui.dialogs.approval import Deciders
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.pages.scoring.reading import Proposal
    from app.ui.pages.scoring.state import Scoring
    from app.ui.widgets.form_field import FormField

_LONGEST_TERMS = 3650
_HAND = ("amount", "days", "deposit", "reason")
CODES_HERE: Mapping[str, str] = {
    **CODES,
    "limit.below_exposure": "reason",
    "limit.amount_missing": "amount",
    "limit.amount_negative": "amount",
    "override.own": "approver",
    "override.reason_short": "why",
    "override.expired": "expires",
    "override.too_long": "expires",
    "override.firm": "now",
}


class LimitStep(Retranslated):
    """``asked`` wants the proposal for another grade or approver; ``noted`` says that the note changed."""

    asked = Signal()
    noted = Signal()

    def __init__(self, context: PageContext, scoring: Scoring, deciders: Deciders, place: int) -> None:
        super().__init__()
        self.context, self.scoring, self.deciders, self.place = context, scoring, deciders, place
        self.proposal: Proposal | None = None
        self.visited = False
        self.fields = Fields(self)
        self.form = QVBoxLayout()
        self._make()
        self._add_fields()
        self.approval = ApprovalGroup(cast("FormDialog", self), deciders, two=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make(self) -> None:
        theme, context = self.context.theme, self.context
        self.title = label("", "section")
        self.grade_note = label("", "small", "secondary", wrap=True)
        self.candidates = CandidateList(theme, context.formats)
        self.figures = Figures(theme, "section")
        self.bound = label("", "small", "accent", wrap=True)
        self.used = MessageStrip(theme)
        self.grant, self.by_hand = QCheckBox(), QCheckBox()
        self.chip = Chip(theme)
        self.amount = MoneyEdit(self.deciders.base)
        self.days, self.deposit = CountEdit(0, _LONGEST_TERMS), DecimalEdit(Decimal(0))
        self.reason, self.note, self.author = NoteEdit(), NoteEdit(), QLineEdit()
        self.other = OtherGrade(context, self.scoring, self.fields)

    def _add_fields(self) -> None:
        self.fields.add("amount", self.amount, "", check=self._check_amount)
        self.fields.add("days", self.days, "")
        self.fields.add("deposit", self.deposit, "", check=self._check_deposit)
        self.fields.add("reason", self.reason, "", check=self._check_reason)
        self.fields.add("author", self.author, "")
        self.fields.add("note", self.note, "")

    def _lay_out(self) -> None:
        self.form.setContentsMargins(0, 0, 14, 12)
        self.form.setSpacing(10)
        self.form.addWidget(self.candidates)
        self.form.addWidget(self.figures)
        self.form.addWidget(self.bound)
        self.form.addWidget(self.used)
        hand = FlowLayout(gap=16)
        for each in (self.grant, self.by_hand, self.chip):
            hand.addWidget(each)
        self.form.addWidget(line())
        self.form.addLayout(hand)
        self.form.addLayout(self.fields.row("amount", "days", "deposit", stretch=(2, 1, 1)))
        self.form.addLayout(self.fields.row("reason"))
        self.form.addWidget(line())
        self.form.addWidget(self.other)
        self.form.addWidget(line())
        self.approval.lay()
        self.form.addLayout(self.fields.row("author", "note", stretch=(1, 2)))
        self.form.addStretch(1)
        inner = QWidget()
        inner.setProperty("area", "surface")
        inner.setLayout(self.form)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.grade_note)
        layout.addWidget(line())
        layout.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.grant.toggled.connect(self._on_choice)
        self.by_hand.toggled.connect(self._on_hand)
        self.other.changed.connect(self._on_grade)
        self.approval.changed.connect(self._on_approver)
        self.amount.textEdited.connect(self._follow)
        self.days.valueChanged.connect(self._follow)
        self.deposit.textEdited.connect(self._follow)
        self.note.textChanged.connect(self.noted)
        self.author.textEdited.connect(self.noted)

    # -- what the group of approval asks of its host --------------------------------------------

    def add_field(
        self, name: str, control: QWidget, text: str, hint: str = "", check: Callable[[], str] | None = None
    ) -> FormField:
        """Make a field."""
        return self.fields.add(name, control, text, hint, check)

    def lay(self, *names: str, stretch: Sequence[int] = ()) -> None:
        """Put these fields side by side."""
        row: QLayout = self.fields.row(*names, stretch=stretch)
        self.form.addLayout(row)

    def touch(self, *_: object) -> None:
        """Nothing is lost by leaving: what is decided here is decided when it ends."""

    def go_to(self, name: str) -> None:
        """Take the keyboard to a field."""
        self.area.ensureWidgetVisible(self.fields[name])
        self.fields[name].control.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing --------------------------------------------------------------------------------

    @property
    def grade(self) -> Grade:
        """The grade that would hold: the score's, or the one given instead."""
        return self.other.grade or self.scoring.outcome.grade

    def set_note(self, note: str, author: str) -> None:
        """The note kept with a draft, and who scores: by default who asks for the limit."""
        self.author.setText(author or self.approval.requested_by)
        self.note.blockSignals(True)
        self.note.setPlainText(note)
        self.note.blockSignals(False)

    def refresh(self) -> None:
        """The score moved: the proposal rests on the grade."""
        self.other.refresh()
        if self.proposal is None or self.proposal.grade is not self.grade:
            self.asked.emit()
        self._write_note()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what the grade earns."""
        first = self.proposal is None
        self.proposal = proposal
        lines = candidate_lines(proposal.suggestion, self.deciders.base, self.context.formats)
        self.candidates.show_lines(lines, self.deciders.base)
        if first:
            self.grant.setChecked(proposal.suggestion.amount is not None)
        if not self.by_hand.isChecked():
            self._fill()
        self._write_figures(proposal)
        self._follow()

    def _fill(self) -> None:
        if self.proposal is not None:
            self.amount.set_minor(self.proposal.suggestion.amount)
            self.days.setValue(self.proposal.terms.terms_days)
            self.deposit.set_value(self.proposal.terms.deposit)

    def _write_figures(self, proposal: Proposal) -> None:
        formats, base, terms = self.context.formats, self.deciders.base, proposal.terms
        amount = proposal.suggestion.amount
        money = self.tr("none") if amount is None else formats.money(amount, base, whole=True)
        now, used = proposal.current, proposal.usage.used
        held = say(f"limit_state.{now.state}", formats.lang)
        if now.amount is not None and now.state is LimitState.SET:
            held = formats.money(now.amount.minor, now.amount.currency, whole=True)
        months = self.tr("review every %n month(s)", "", terms.review_months)
        ahead = self.tr("{percent}% paid ahead").format(percent=written(terms.deposit))
        figures = [
            (self.tr("Suggested limit"), money, "", ""),
            (self.tr("Suggested terms"), self.tr("%n day(s)", "", terms.terms_days), ahead, ""),
            (self.tr("Limit now"), held, "", ""),
            (self.tr("Used"), formats.money(used.minor, used.currency, whole=True), "", ""),
        ]
        self.figures.set(figures)
        self.bound.setText(
            " ".join((self._bound(proposal), self._terms_bound(proposal), f"{months}{self._stop()}"))
        )

    def _stop(self) -> str:
        return "。" if self.context.formats.lang == "zh" else "."

    def _bound(self, proposal: Proposal) -> str:
        bound = proposal.suggestion.bound_by
        if bound is None:
            return self.tr("Nothing is known that a limit could rest on: set one by hand.")
        name = say(f"limit_candidate.{bound}", self.context.formats.lang)
        return self.tr("The limit is bound by: {name}, rounded down.").format(name=name)

    def _terms_bound(self, proposal: Proposal) -> str:
        if proposal.tightened:
            return self.tr("Terms: grade {grade}, tightened by the downturn profile;").format(
                grade=proposal.grade
            )
        return self.tr("Terms: what grade {grade} earns;").format(grade=proposal.grade)

    def _write_note(self) -> None:
        outcome = self.scoring.outcome
        text = self.tr("For grade {grade}: every candidate, the lowest binds.").format(grade=self.grade)
        if outcome.cash_only:
            cash = self.tr("A knock-out allows cash only.")
            text = f"{text} {cash}"
        self.grade_note.setText(text)

    # -- following ------------------------------------------------------------------------------

    def _on_choice(self, *_: object) -> None:
        self._follow()

    def _on_hand(self, on: bool) -> None:
        if not on:
            self._fill()
        self._follow()

    def _on_grade(self) -> None:
        self.refresh()
        self._follow()

    def _on_approver(self) -> None:
        self._follow()
        self.asked.emit()

    def _follow(self, *_: object) -> None:
        granting, hand = self.grant.isChecked(), self.by_hand.isChecked()
        self.by_hand.setVisible(granting)
        for name in ("amount", "days", "deposit"):
            self.fields[name].setVisible(granting and hand)
        below = self._below_used()
        self.fields["reason"].setVisible(granting and (hand or below))
        self._say_used(below=granting and below)
        deciding = granting or self.other.on
        for name in ("asked", "approver"):
            self.fields[name].setVisible(deciding)
        person = self.deciders.person(self.approval.name)
        self.fields["pin"].setVisible(deciding and person is not None and bool(person.pin))
        self.approval.note.setVisible(deciding and bool(self.approval.note.text()))
        minor = self.minor if granting else 0
        risk = None if minor is None else self.deciders.risk(minor, self.deciders.base)
        self.approval.say_ceiling(self.grade, risk)
        if not deciding:
            self.approval.note.hide()
        self._write_chip(shown=granting and hand)

    @property
    def minor(self) -> int | None:
        """The limit to be granted, minor units of the own currency; None while none can be read."""
        try:
            return self.amount.minor()
        except HoldfastError:
            return None

    def _below_used(self) -> bool:
        proposal, minor = self.proposal, self.minor
        if proposal is None or minor is None:
            return False
        return proposal.used > minor

    def _say_used(self, *, below: bool) -> None:
        if below:
            text = self.tr("More than this is used already: say why. Running orders are not undone.")
            self.used.say("warn", text, closable=False)
        else:
            self.used.hide()

    def _write_chip(self, *, shown: bool) -> None:
        suggested = self.proposal.suggestion.amount if self.proposal is not None else None
        minor = self.minor
        text, tone = "", "neutral"
        if shown and minor is not None and suggested:
            percent = round(Decimal(abs(minor - suggested)) * 100 / suggested)
            if minor > suggested:
                text, tone = (
                    self.tr("{percent}% above the suggestion").format(percent=max(1, percent)),
                    "warn",
                )
            elif minor < suggested:
                text = self.tr("{percent}% below the suggestion").format(percent=max(1, percent))
        elif shown and minor and suggested is not None:
            text, tone = self.tr("above the suggestion"), "warn"
        self.chip.set(text, tone)
        self.chip.setVisible(bool(text))

    # -- checks and result ----------------------------------------------------------------------

    def _check_amount(self) -> str:
        try:
            minor = self.amount.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        if minor is None:
            return self.tr("Enter the amount; 0 stops all credit.")
        return "" if minor >= 0 else self.tr("A limit cannot be negative.")

    def _check_deposit(self) -> str:
        return "" if self.deposit.sound else self.tr("Enter a share between 0 and 100.")

    def _check_reason(self) -> str:
        if len("".join(self.reason.text.split())) >= LEAST_WORDS:
            return ""
        return self.tr("Say why, in at least {least} characters.").format(least=LEAST_WORDS)

    def wrong(self) -> list[str]:
        """Fields in use that cannot be stored as they are."""
        return [name for name in self.names_in_use() if not self.fields.verify(name)]

    def names_in_use(self) -> list[str]:
        """Fields that count for what is chosen."""
        order = ("now", "reason_code", "expires", "why", *_HAND, "asked", "approver", "pin")
        return [name for name in order if not self.fields[name].isHidden()]

    def refused(self, code: str, text: str) -> bool:
        """Show what the service refuses at its field; False where it has none here."""
        name = CODES_HERE.get(code, "")
        if not name or self.fields[name].isHidden():
            return False
        self.fields[name].set_error(text)
        self.go_to(name)
        return True

    def override(self, customer_id: int, on: date) -> GradeOverride | None:
        """The grade given instead, where one is."""
        return self.other.override(customer_id, on, self.approval.requested_by, self.approval.name)

    def limit(self, customer_id: int, on: date) -> CreditLimit | None:
        """The limit to be granted, where one is."""
        proposal, minor = self.proposal, self.minor
        if not self.grant.isChecked() or proposal is None or minor is None:
            return None
        return CreditLimit(
            start=on,
            state=LimitState.SET.value,
            currency=self.deciders.base,
            customer_id=customer_id,
            amount=minor,
            terms=f"net {self.days.value()}",
            deposit=f"{self.deposit.value or Decimal(0):f}",
            review_on=months_later(on, proposal.terms.review_months),
            requested_by=self.approval.requested_by,
            approved_by=self.approval.name,
            reason="" if self.fields["reason"].isHidden() else self.reason.text,
        )

    def retranslate(self) -> None:
        """Write every text."""
        name = self.tr("Limit and terms")
        self.title.setText(f"{self.place + 1}   {name}")
        self.candidates.setAccessibleName(self.tr("Candidates for the limit"))
        self.grant.setText(self.tr("Grant this limit"))
        self.by_hand.setText(self.tr("Set by hand"))
        base = self.deciders.base
        self.fields["amount"].set_text(self.tr("Limit, {currency}").format(currency=base))
        self.fields["days"].set_text(self.tr("Terms, days"))
        self.fields["deposit"].set_text(self.tr("Paid ahead, %"))
        self.fields["reason"].set_text(self.tr("Reason"))
        self.fields["asked"].set_text(self.tr("Asked for by"))
        self.fields["approver"].set_text(self.tr("Approved by"))
        self.fields["author"].set_text(self.tr("Scored by"))
        self.fields["note"].set_text(self.tr("Note kept with the assessment"))
        self._write_note()
        if self.proposal is not None:
            self.show_proposal(self.proposal)
        else:
            self._follow()
