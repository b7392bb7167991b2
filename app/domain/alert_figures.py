"""What the early-warning rules look at, as of one day, and when each of them fires.

A rule sees only what is handed to it; whoever gathers the figures keeps to what was known on the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.alert_rules import AlertRule, RuleCode, Warned
from app.domain.scorecard import GRADES, Grade

_WHOLE = Decimal(100)
_TENTH = Decimal("0.1")
YEAR = 365
"""Days of the year that the last orders are compared with."""


@dataclass(frozen=True, slots=True)
class Lateness:
    """Amount-weighted days late of what was paid or stood open overdue, lately and in the time before.

    ``paid_before`` counts the payments behind the earlier figure.
    """

    recent: Decimal | None
    before: Decimal | None
    paid_before: int = 0


@dataclass(frozen=True, slots=True)
class Volume:
    """Invoiced lately and in the year before it, minor units of the base currency; invoices of that year."""

    recent: int
    before: int
    invoices_before: int = 0


@dataclass(frozen=True, slots=True)
class LimitUse:
    """Used of a limit, per cent; ``limit_id`` names the decision."""

    limit_id: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Happened:
    """How often something happened within a span, and the last of it."""

    count: int
    last_id: int
    last_on: date


@dataclass(frozen=True, slots=True)
class NewAccount:
    """A payer's account seen for the first time while others were known."""

    account: str
    on: date
    line_id: int


@dataclass(frozen=True, slots=True)
class Outside:
    """A confirmed event outside our books."""

    event_id: int
    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class GradeMove:
    """The last two finished assessments."""

    assessment_id: int
    was: Grade
    now: Grade
    on: date


@dataclass(frozen=True, slots=True)
class Owed:
    """Open debits in minor units of the base currency, and the share of all customers', per cent."""

    amount: int
    share: Decimal


def worsening(rule: AlertRule, customer_id: int, lateness: Lateness, as_of: date) -> Warned | None:
    """Pays ``more_days`` later than before, and at least ``at_least`` days late at all."""
    if lateness.recent is None or lateness.before is None or lateness.paid_before < rule.days("fewest"):
        return None
    more = lateness.recent - lateness.before
    if more < rule.of("more_days") or lateness.recent < rule.of("at_least"):
        return None
    params = {"days": str(round(lateness.recent)), "before": str(round(lateness.before))}
    return _lasting(rule, customer_id, as_of, params)


def orders_moved(rule: AlertRule, customer_id: int, volume: Volume, as_of: date) -> Warned | None:
    """Volume moved by ``percent`` against the customer's own year before, up or down as the rule says."""
    if volume.before <= 0 or volume.invoices_before < rule.days("fewest"):
        return None
    usual = Decimal(volume.before) * rule.days("days") / YEAR
    change = (volume.recent / usual - 1) * _WHOLE
    up = rule.code is RuleCode.ORDERS_JUMP
    if (change if up else -change) < rule.of("percent"):
        return None
    return _lasting(rule, customer_id, as_of, {"percent": str(abs(round(change))), "days": rule.days("days")})


def limit_use(rule: AlertRule, customer_id: int, use: LimitUse, as_of: date) -> Warned | None:
    """Used ``percent`` or more of the limit; once per decision on the limit, and once more above it."""
    if use.percent < rule.of("percent"):
        return None
    step = "over" if use.percent > _WHOLE else "near"
    params = {"percent": _plain(use.percent)}
    return Warned(rule.code, customer_id, f"limit:{use.limit_id}:{step}", as_of, params)


def happened(rule: AlertRule, customer_id: int, seen: Happened, as_of: date) -> Warned | None:
    """Something came ``count`` times within the span (promises, disputes); each new one is a new cause."""
    if seen.count < rule.days("count"):
        return None
    params = {"n": seen.count, "days": rule.days("days"), "on": seen.last_on.isoformat()}
    return Warned(rule.code, customer_id, f"{rule.code.value}:{seen.last_id}", as_of, params)


def partial_payments(rule: AlertRule, customer_id: int, seen: Happened, as_of: date) -> Warned | None:
    """Invoices were paid in part ``count`` times within the span."""
    if seen.count < rule.days("count"):
        return None
    params = {"n": seen.count, "days": rule.days("days"), "on": seen.last_on.isoformat()}
    return _lasting(rule, customer_id, as_of, params)


def changed_account(rule: AlertRule, customer_id: int, new: NewAccount, as_of: date) -> Warned | None:
    """Money came from an account that was not known; its end is shown, not the whole number."""
    params = {"account": masked(new.account), "on": new.on.isoformat()}
    return Warned(rule.code, customer_id, f"account:{new.account}", as_of, params)


def stale_statement(
    rule: AlertRule, customer_id: int, period_end: date, owed: Owed, as_of: date
) -> Warned | None:
    """The newest financial statement is more than ``months`` old, and the customer owes us."""
    if owed.amount <= 0 or months_between(period_end, as_of) < rule.days("months"):
        return None
    params = {"on": period_end.isoformat(), "months": months_between(period_end, as_of)}
    return Warned(rule.code, customer_id, f"statement:{period_end.isoformat()}", as_of, params)


def external_event(rule: AlertRule, customer_id: int, event: Outside, as_of: date) -> Warned | None:
    """A court record, a registry change, bad news, a cut of the insurer."""
    params = {"kind": event.kind, "on": event.on.isoformat()}
    return Warned(rule.code, customer_id, f"event:{event.event_id}", as_of, params)


def grade_drop(rule: AlertRule, customer_id: int, move: GradeMove, as_of: date) -> Warned | None:
    """The last assessment is ``notches`` or more below the one before it."""
    if GRADES.index(move.now) - GRADES.index(move.was) < rule.days("notches"):
        return None
    params = {"was": move.was.value, "now": move.now.value, "on": move.on.isoformat()}
    return Warned(rule.code, customer_id, f"assessment:{move.assessment_id}", as_of, params)


def concentration(rule: AlertRule, customer_id: int, owed: Owed, as_of: date) -> Warned | None:
    """One customer owes ``percent`` or more of all that is owed."""
    if owed.share < rule.of("percent"):
        return None
    return _lasting(rule, customer_id, as_of, {"percent": _plain(owed.share)})


def masked(account: str) -> str:
    """The last four characters of an account number."""
    return f"…{account[-4:]}" if len(account) > 4 else account  # noqa: PLR2004 - the last four


def months_between(start: date, end: date) -> int:
    """Whole calendar months from one day to another."""
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _lasting(rule: AlertRule, customer_id: int, as_of: date, params: Mapping[str, object]) -> Warned:
    return Warned(rule.code, customer_id, f"since:{as_of.isoformat()}", as_of, params, lasting=True)


def _plain(value: Decimal) -> str:
    return f"{value.quantize(_TENTH):f}".removesuffix(".0")
