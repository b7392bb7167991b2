"""The head of a customer's file: grade, name, number, the figures of its credit and the exposure gauge."""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from app.domain.customer import CustomerStatus
from app.ui.dialogs.terms_field import meaning
from app.ui.i18n import Retranslated
from app.ui.pages.customers.columns import STATUS_TONES
from app.ui.pages.customers.exposure_head import ExposureHead
from app.ui.widgets.chip import Chip
from app.ui.widgets.decimal_edit import written
from app.ui.widgets.figures import Figures
from app.ui.widgets.grade_button import GradeButton
from app.ui.widgets.labels import label, set_tone
from app.words import say
from app.words.formats import countdown
from app.words.scoring_text import because, points

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from app.services.customers import CustomerRow
    from app.ui.context import PageContext
    from app.ui.pages.customers.credit_glance import CreditGlance
    from app.ui.pages.customers.insurance_reading import InsuredGlance
    from app.ui.pages.customers.profile import Profiled

_LONGEST, _SOON = 24, 7
_SIDE_BY_SIDE = 920
"""Pixels from which the figures and the gauge stand side by side."""
Shown = tuple[str, str, str, str]


class CustomerHead(Retranslated):
    """``graded`` asks for the score (or the wizard), ``piece`` for the rows behind a part of the exposure."""

    graded = Signal()
    piece = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._shown: tuple[CustomerRow, Profiled, CreditGlance] | None = None
        theme = context.theme
        self.grade = GradeButton(theme)
        self.name = label("", "page", wrap=True)
        self.status = Chip(theme)
        self.number = label("", "body", "secondary")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.verdict = label("", "small")
        self.figures = Figures(theme, "section", lead=True)
        self.exposure = ExposureHead(context)
        self.grade.clicked.connect(self.graded)
        self.figures.opened.connect(self._open)
        self.exposure.piece.connect(self.piece)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.grade)
        top.addWidget(self.name, 1)
        top.addWidget(self.status)
        numbers = QHBoxLayout()
        numbers.setSpacing(10)
        numbers.addWidget(self.number)
        numbers.addWidget(self.verdict)
        numbers.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(top)
        left.addLayout(numbers)
        left.addWidget(self.figures)
        left.addStretch(1)
        self._halves = QHBoxLayout(self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(32)
        self._halves.addLayout(left, 10)
        self._halves.addWidget(self.exposure, 11)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside a drawer the gauge stands below the figures."""
        super().resizeEvent(event)
        narrow = self.width() < _SIDE_BY_SIDE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._halves.direction() != way:
            self._halves.setDirection(way)
            self._halves.setSpacing(12 if narrow else 32)

    def _open(self, place: int) -> None:
        """Score to its points, terms to the limit, days late to the invoices; cover and review to theirs."""
        if self._shown is None:
            return
        customer_id, go = self._shown[0].id, self.context.navigator.go
        leads: list[Callable[[], object]] = [
            self.graded.emit,
            partial(go, "credit", tab="limits", customer_id=customer_id),
            partial(go, "customers", customer_id=customer_id, tab="invoices"),
            partial(go, "watch", tab="reviews", customer_id=customer_id),
        ]
        if self._shown[2].insured is not None:
            leads.insert(-1, partial(go, "customers", customer_id=customer_id, tab="insurance"))
        leads[place]()

    def wait(self) -> None:
        """Another customer is being read: nothing of the one before stays in view."""
        self._shown = None
        self.name.setText("…")
        self.number.clear()
        self.verdict.clear()
        self.status.hide()
        self.grade.hide()
        self.figures.set([])
        self.exposure.wait()

    def show_content(self, row: CustomerRow, profiled: Profiled, credit: CreditGlance, disputed: int) -> None:
        """Show what was read; ``disputed`` of the open items, minor units of the exposure's currency."""
        self._shown = row, profiled, credit
        self.exposure.show_credit(credit, disputed)
        self._write()

    @property
    def assessed(self) -> bool:
        """Whether there is a grade to look at."""
        return self._shown is not None and self._shown[2].grade is not None

    def _write(self) -> None:
        if self._shown is None:
            return
        row, profiled, credit = self._shown
        lang = self.context.formats.lang
        self.name.setText(self.context.formats.name(row.name, row.name_en))
        self.status.setVisible(row.status is not CustomerStatus.ACTIVE)
        self.status.set(say(f"customer_status.{row.status}", lang), STATUS_TONES[row.status])
        self._write_grade(credit)
        self._write_number(row, profiled)
        own, usual = profiled.profile.customer.terms, profiled.facts.company.terms
        shown = [
            self._score(credit),
            self._terms(credit, own or usual),
            self._late(credit),
            self._review(credit),
        ]
        if credit.insured is not None:
            shown.insert(-1, self._insurance(credit.insured))
        self.figures.set(shown)

    def _write_grade(self, credit: CreditGlance) -> None:
        held, lang = credit.grade, self.context.formats.lang
        self.grade.show()
        if held is None:
            self.grade.show_none(self.tr("No grade yet"), self.tr("No grade yet: assess this customer"))
            return
        words = [self.tr("Grade {grade}").format(grade=held.grade.value)]
        if held.overridden:
            words.append(self.tr("by an override"))
        if held.ended is not None:
            words.append(because(held.ended.code, dict(held.ended.params), lang))
        self.grade.show_grade(held.grade.value, " · ".join(words), valid=held.valid)

    def _write_number(self, row: CustomerRow, profiled: Profiled) -> None:
        lang, parts = self.context.formats.lang, [row.code]
        verdict, tone = "", ""
        if profiled.profile.identifiers:
            first, check = profiled.profile.identifiers[0], profiled.checks[0]
            parts.append(f"{say(f'identifier_kind.{first.kind}', lang)} {first.value}")
            if not check.valid:
                verdict, tone = self.tr("not well formed"), "danger"
            elif check.problem is None:
                verdict, tone = self.tr("well formed"), "good"
        self.number.setText(" • ".join(part for part in parts if part))
        self.verdict.setText(verdict)
        set_tone(self.verdict, tone)

    # -- figures --------------------------------------------------------------------------------

    def _score(self, credit: CreditGlance) -> Shown:
        name, latest, before = self.tr("Score"), credit.latest, credit.before
        if latest is None:
            return (name, "–", self.tr("not assessed"), "")
        note = self.context.formats.day(latest.as_of)
        if before is not None:
            was = points(before.score)
            note = self.tr("{score} on {day}").format(
                score=was, day=self.context.formats.day_short(before.as_of)
            )
        fell = before is not None and latest.score < before.score
        return (name, points(latest.score), note, "warn" if fell else "")

    def _terms(self, credit: CreditGlance, typed: str) -> Shown:
        """Those in force by grade and limit; those of the invoices below, where they are not the same."""
        name, lang = self.tr("Terms"), self.context.formats.lang
        said = _short((meaning(typed, lang) or typed) if lang == "zh" else typed)
        if credit.terms is None:
            return (name, said or "–", self.tr("of the invoices") if said else "", "")
        terms = credit.terms
        text = self.tr("%n day(s)", "", terms.terms_days) if terms.terms_days else self.tr("in advance")
        note = said
        if terms.deposit:
            note = self.tr("{share} % in advance").format(share=written(terms.deposit))
        tone = "warn" if credit.limit.downturn else ""
        return (name, text, self.tr("downturn") if credit.limit.downturn else note, tone)

    def _late(self, credit: CreditGlance) -> Shown:
        days = credit.behaviour.weighted_days_late
        name, note = self.tr("Average days late"), self.tr("12 months, weighted")
        if days is None:
            return (name, "–", self.tr("nothing paid or overdue"), "")
        whole = int(days.to_integral_value(ROUND_HALF_UP))
        warned = credit.line is not None and days >= credit.line
        text = self.tr("%n day(s)", "", abs(whole))
        if whole < 0:
            text = self.tr("{days} early").format(days=text)
        return (name, text, note, "warn" if warned else "")

    def _insurance(self, insured: InsuredGlance) -> Shown:
        """What the policy pays of a loss; none without a limit in force."""
        name, held = self.tr("Insurance"), insured.held
        if held is None or insured.pct is None:
            return (name, "–", self.tr("no policy covers it"), "")
        record = held.policy.record
        if held.limit is None:
            return (name, self.tr("no limit"), record.product or record.number, "warn")
        return (name, f"{written(insured.pct)}%", record.product or record.number, "")

    def _review(self, credit: CreditGlance) -> Shown:
        due, formats = credit.review, self.context.formats
        name = self.tr("Next review")
        if due is None:
            return (name, "–", self.tr("none planned"), "")
        left = (due.due_on - credit.today).days
        tone = "danger" if left <= 0 else "warn" if left <= _SOON else ""
        return (name, formats.day(due.due_on), countdown(left, formats.lang), tone)

    def retranslate(self) -> None:
        """Write every text of the head."""
        self._write()


def _short(text: str) -> str:
    """A long text cut for the figures; the profile shows it whole."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
