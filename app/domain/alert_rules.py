"""Early-warning rules and the warnings they give: each with its cause, so that nothing is told twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from app.domain.problem import DomainError

_MOST = Decimal(1_000_000)


class RuleCode(StrEnum):
    """What a rule looks at."""

    WORSENING = "worsening"
    ORDERS_JUMP = "orders_jump"
    ORDERS_DROP = "orders_drop"
    LIMIT_USE = "limit_use"
    BROKEN_PROMISES = "broken_promises"
    PARTIAL_PAYMENTS = "partial_payments"
    DISPUTES = "disputes"
    CHANGED_ACCOUNT = "changed_account"
    STALE_STATEMENT = "stale_statement"
    EXTERNAL_EVENT = "external_event"
    GRADE_DROP = "grade_drop"
    CONCENTRATION = "concentration"


class Severity(StrEnum):
    """How much a warning of the rule weighs."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One rule: whether it is on, how much it weighs, and its thresholds by name (Decimals)."""

    code: RuleCode
    severity: Severity
    thresholds: Mapping[str, Decimal]
    enabled: bool = True
    note: str = ""

    def of(self, name: str) -> Decimal:
        """One threshold."""
        return self.thresholds[name]

    def days(self, name: str) -> int:
        """One threshold that is a whole number, of days, months or things."""
        return int(self.thresholds[name])


@dataclass(frozen=True, slots=True)
class Warned:
    """A rule that fires for a customer; ``params`` are what the words need, plain JSON values.

    ``lasting`` conditions hold over time and are told once in a span (``fresh``); every other cause is
    told once for ever.
    """

    rule: RuleCode
    customer_id: int
    cause: str
    on: date
    params: Mapping[str, object] = field(default_factory=dict)
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A warning that was given before."""

    rule: str
    customer_id: int
    cause: str
    on: date


def fresh(found: Iterable[Warned], told: Iterable[Told], quiet_days: int) -> list[Warned]:
    """Those that were not told: a cause once for ever, a lasting condition once in ``quiet_days``."""
    causes: set[tuple[str, int, str]] = set()
    days: dict[tuple[str, int], list[date]] = {}
    for one in told:
        causes.add((one.rule, one.customer_id, one.cause))
        days.setdefault((one.rule, one.customer_id), []).append(one.on)
    kept: list[Warned] = []
    for warned in found:
        key = warned.rule.value, warned.customer_id
        if (*key, warned.cause) in causes:
            continue
        if warned.lasting and any(abs((on - warned.on).days) < quiet_days for on in days.get(key, ())):
            continue
        causes.add((*key, warned.cause))
        days.setdefault(key, []).append(warned.on)
        kept.append(warned)
    return kept


def rule_of(value: object, shipped: AlertRule | None = None) -> AlertRule:
    """A rule from what JSON holds; ``DomainError`` saying what is wrong."""
    if not isinstance(value, Mapping):
        raise DomainError("alert_rule.unreadable", detail=type(value).__name__)
    try:
        rule = AlertRule(
            RuleCode(value["code"]),
            Severity(value["severity"]),
            {str(name): Decimal(str(given)) for name, given in value["thresholds"].items()},
            bool(value.get("enabled", True)),
            str(value.get("note", "")),
        )
    except (AttributeError, KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise DomainError("alert_rule.unreadable", detail=str(error)) from error
    check_rule(rule, shipped or rule)
    return replace(rule, note=(shipped or rule).note)


def rule_as_json(rule: AlertRule) -> dict[str, object]:
    """A rule as JSON holds it."""
    return {
        "code": rule.code.value,
        "severity": rule.severity.value,
        "enabled": rule.enabled,
        "thresholds": {name: f"{value:f}" for name, value in rule.thresholds.items()},
    }


_WHOLE_NUMBERS = frozenset({"days", "fewest", "count", "months", "notches"})


def check_rule(rule: AlertRule, shipped: AlertRule) -> None:
    """Refuse thresholds that the rule does not know, misses, or cannot count with."""
    if set(rule.thresholds) != set(shipped.thresholds):
        raise DomainError("alert_rule.thresholds", expected=", ".join(sorted(shipped.thresholds)))
    for name, value in rule.thresholds.items():
        lowest = Decimal(1) if name in _WHOLE_NUMBERS else Decimal(0)
        if not value.is_finite() or not lowest <= value <= _MOST:
            raise DomainError("alert_rule.value", name=(f"alert_threshold.{name}", {}), value=f"{value:f}")
        if name in _WHOLE_NUMBERS and value != value.to_integral_value():
            raise DomainError("alert_rule.whole", name=(f"alert_threshold.{name}", {}), value=f"{value:f}")
