"""Giving another grade than the score: two notches at most, for a stated reason, for a stated time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from app.domain.credit_record import GradeOverride
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade

MOST_NOTCHES = 2
LEAST_WORDS = 10
"""Characters of free text that a reason needs."""


class OverrideReason(StrEnum):
    """Why a grade is lifted or lowered."""

    NEW_INFORMATION = "new_information"
    DATA_WRONG = "data_wrong"
    SECURITY = "security"
    PARENT_SUPPORT = "parent_support"
    STRATEGIC = "strategic"
    PAYMENT_TREND = "payment_trend"
    MARKET = "market"
    OTHER = "other"


class OverrideOutcome(StrEnum):
    """How it turned out."""

    PAID = "paid"
    LATE = "late"
    LOSS = "loss"


def notches(was: Grade, now: Grade) -> int:
    """How many grades up (positive) or down."""
    return GRADES.index(was) - GRADES.index(now)


def check_override(
    override: GradeOverride,
    *,
    valid_until: date | None,
    firm: Collection[str] = (),
    alone: bool = False,
) -> None:
    """Refuse what the rules do not allow.

    ``firm`` are the knock-outs hit that nobody may lift (sanctions, insolvency); ``alone`` when the firm
    has one person only, who then approves what it asked for itself.
    """
    change = notches(Grade(override.was), Grade(override.now))
    if not change:
        raise DomainError("override.same", grade=override.now)
    if abs(change) > MOST_NOTCHES:
        raise DomainError("override.too_far", was=override.was, now=override.now, most=MOST_NOTCHES)
    if change > 0 and firm:
        raise DomainError("override.firm", reason=(f"override_firm.{min(firm)}", {}))
    if override.reason_code not in set(OverrideReason):
        raise DomainError("override.reason_code", reason=override.reason_code)
    if len("".join(override.reason.split())) < LEAST_WORDS:
        raise DomainError("override.reason_short", least=LEAST_WORDS)
    if override.approved_by == override.requested_by and not alone:
        raise DomainError("override.own", name=override.approved_by)
    if override.expires_on < override.on:
        raise DomainError("override.expired", on=override.expires_on)
    if valid_until is not None and override.expires_on > valid_until:
        raise DomainError("override.too_long", on=override.expires_on, until=valid_until)
