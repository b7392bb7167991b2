"""Limits granted so far as lines of a drawer: from when, how much, on whose word, and whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.credit_limit import LimitState
from app.ui.widgets.line_list import Line
from app.words import say

if TYPE_CHECKING:
    from datetime import date

    from app.domain.credit_record import CreditLimit
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def limit_line(limit: CreditLimit, now: CreditLimit | None, today: date, formats: Formats) -> Line:
    """One decision; ``now`` is the latest that has begun."""
    word, tone = _standing(limit, now, today)
    amount = say(f"limit_state.{limit.state}", formats.lang)
    if limit.amount is not None and limit.state == LimitState.SET:
        amount = formats.money(limit.amount, limit.currency, whole=True)
    return Line(limit.id, formats.day(limit.start), amount, record_note(limit, formats), word, tone)


def _standing(limit: CreditLimit, now: CreditLimit | None, today: date) -> tuple[str, str]:
    if limit.start > today:
        return translate("LimitRecords", "From then on"), "info"
    if limit.end is not None and limit.end < today:
        return translate("LimitRecords", "Ended"), "neutral"
    if now is not None and limit.id == now.id:
        return translate("LimitRecords", "In force"), "good"
    return translate("LimitRecords", "Replaced"), "neutral"


def record_note(limit: CreditLimit, formats: Formats) -> str:
    """On whose word, until when, on which terms and why."""
    who = translate("LimitRecords", "{approver}, asked by {asker}") if limit.requested_by else "{approver}"
    parts = [who.format(approver=limit.approved_by, asker=limit.requested_by)]
    if limit.requested_by == limit.approved_by:
        parts = [limit.approved_by]
    if limit.alone:
        parts.append(translate("LimitRecords", "alone"))
    if limit.end is not None:
        parts.append(translate("LimitRecords", "until {day}").format(day=formats.day(limit.end)))
    if limit.terms:
        parts.append(limit.terms)
    if limit.reason:
        parts.append(limit.reason)
    return " · ".join(filter(None, parts))
