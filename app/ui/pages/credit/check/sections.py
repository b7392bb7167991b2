"""The working below an answer: what was found, what would help, what is missing, what is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.credit_limit import LimitState
from app.domain.exposure import Piece
from app.ui.pages.credit.check.words import EFFECT_TONES, weighed
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.ui.widgets.line_list import Line
from app.ui.writing import figure
from app.words.order_text import finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.exposure import ExposureRow
    from app.domain.order_check import Effect, Reason
    from app.services.limit_views import LimitView
    from app.services.order_views import CheckView
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.pages.credit.check.ways import Way

translate = QCoreApplication.translate


def effect_word(effect: Effect) -> str:
    """What a finding does to the answer."""
    return {
        "pass": translate("CheckFindings", "Passes"),
        "note": translate("CheckFindings", "Known"),
        "deposit": translate("CheckFindings", "Deposit"),
        "hold": translate("CheckFindings", "Holds"),
    }[effect.value]


class FindingList(QWidget):
    """Each finding as a sentence behind a chip; what decides stands first."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show these instead."""
        clear(self._lines)
        lang = self._context.formats.lang
        for reason in weighed(reasons):
            chip = Chip(self._context.theme, effect_word(reason.effect), EFFECT_TONES[reason.effect])
            self._lines.addLayout(_beside(chip, finding(reason.code, reason.params, lang)))


class WayList(QWidget):
    """What would make it go, each line with the way there."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(2)

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Show these instead."""
        clear(self._lines)
        for way in ways:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(label(f"•  {way.text}", "body", wrap=True), 1)
            if way.page:
                lead = button(self._context.theme, way.verb, "link")
                lead.setAccessibleName(f"{way.verb}: {way.text}")
                lead.clicked.connect(
                    lambda _on=False, way=way: self._context.navigator.go(way.page, **way.params)
                )
                row.addWidget(lead)
            self._lines.addLayout(row)


def gaps(view: CheckView, limit: LimitView, formats: Formats) -> list[str]:
    """What is not known that would sharpen the answer."""
    found = []
    if limit.terms is None:
        found.append(translate("CheckGaps", "No valid grade: terms, deposit and cash-only are not known."))
    elif limit.grade is None:
        found.append(translate("CheckGaps", "No valid grade: the terms are those granted with the limit."))
    if limit.limit.state is LimitState.UNSET:
        ended = limit.record.end if limit.record is not None else None
        if ended is not None and ended < view.as_of:
            text = translate("CheckGaps", "The limit ended on {day}; none holds now.")
            found.append(text.format(day=formats.day_in_text(ended)))
        else:
            found.append(translate("CheckGaps", "Nobody has set a limit; that is not a limit of 0."))
    if not view.question.rule.on:
        found.append(translate("CheckGaps", "The overdue rule is switched off: overdue debts do not hold."))
    if view.question.insured is None:
        found.append(translate("CheckGaps", "No insurer's limit is known: all of it is own risk."))
    return found


def late_rows(view: CheckView) -> list[ExposureRow]:
    """The debts that the overdue rule counts, the longest first."""
    owed = [
        row
        for row in view.exposure.rows
        if row.piece in {Piece.OPEN_ITEMS, Piece.RETURNED}
        and row.due is not None
        and (view.as_of - row.due).days > view.question.rule.margin
    ]
    return sorted(owed, key=lambda row: row.due or row.on)


def late_line(row: ExposureRow, view: CheckView, formats: Formats) -> Line:
    """One overdue debt with its days."""
    days = (view.as_of - (row.due or view.as_of)).days
    text = f"{row.number}  {formats.money(row.amount, row.currency)}"
    return Line(row.row_id, formats.day(row.due), text, "", formats.age(days), "danger")


def rule_words(view: CheckView) -> str:
    """The overdue rule with this customer's figures in it."""
    rule, late = view.question.rule, view.question.late
    if not late.amount:
        text = translate("CheckRule", "Nothing is more than {margin} days late.")
        return text.format(margin=rule.margin)
    text = translate(
        "CheckRule",
        "{amount} is more than {margin} days late, {days} days at the longest: amount × days is "
        "{measure}; up to {most} passes.",
    )
    return text.format(
        amount=figure(f"{late.amount:,.0f}"),
        margin=rule.margin,
        days=late.longest,
        measure=figure(f"{late.amount_days:,.0f}"),
        most=figure(f"{rule.most:,.0f}"),
    )


def _beside(first: QWidget, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
    said = label(text, "body", wrap=True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(said, 1)
    return row
