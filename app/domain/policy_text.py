"""Policy clauses as JSON: how they are kept, ship as templates, and come from a file.

Amounts are minor units, or with ``currency`` given major units as people write them; percentages are
text decimals. A clause the text does not name keeps its default.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from app.domain.money import exponent
from app.domain.policy import (
    Anchor,
    Basis,
    Cause,
    CountryTerms,
    Frequency,
    FxRule,
    LateNotice,
    LimitUsage,
    Period,
    PolicyTerms,
    RecoveryRule,
    Scope,
)
from app.domain.problem import DomainError

E = TypeVar("E", bound=StrEnum)

AMOUNTS = (
    "notify_minimum",
    "threshold",
    "each_loss",
    "aggregate_first_loss",
    "min_retention",
    "max_liability",
    "min_premium",
    "deposit_premium",
    "limit_fee",
    "discretionary_limit",
)
PERCENTAGES = (
    "insured_pct",
    "insured_pct_political",
    "insured_pct_discretionary",
    "max_liability_multiple",
    "premium_rate",
    "collection_fee",
    "vat_pct",
    "small_dispute_pct",
)
SHARES = tuple(name for name in PERCENTAGES if name != "max_liability_multiple")
"""Those of them that are shares of a whole: never above 100."""
DAYS = (
    "max_terms_days",
    "max_extension_days",
    "invoicing_days",
    "preshipment_days",
    "waiting_days",
    "waiting_days_political",
    "reduction_days",
    "margin_days",
)
FLAGS = (
    "threshold_inclusive",
    "deduct_before_pct",
    "undeclared_uncovered",
    "vat_covered",
    "interest_covered",
    "stop_at_mep",
    "listed_countries_only",
    "counts_first_day",
)
PERIODS = ("notify", "adverse", "claim", "documents", "answer", "objection")
CHOICES: Mapping[str, type[StrEnum]] = {
    "scope": Scope,
    "waiting_anchor": Anchor,
    "late_notice": LateNotice,
    "declaration": Frequency,
    "fx_rule": FxRule,
    "limit_usage": LimitUsage,
    "recovery_rule": RecoveryRule,
}
WORDS = ("discretionary_evidence", "loss_payee", "loss_payee_scope")
LISTS = ("excluded_countries", "excluded_goods", "excluded_methods", "excluded_kinds")
ABOUT = frozenset({"where", "unchecked"})
"""What is said about clauses and is none itself."""
CLAUSES: tuple[str, ...] = tuple(field.name for field in fields(PolicyTerms) if field.name not in ABOUT)
_MOST = Decimal(10) ** 15


def parse(text: str, currency: str = "") -> PolicyTerms:
    """Clauses from their JSON; ``DomainError("policy.unreadable")`` names the clause that is wrong."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError) as error:
        raise DomainError("policy.unreadable", clause="", detail=str(error)) from error
    return read(found, currency)


def read(found: object, currency: str = "") -> PolicyTerms:
    """Clauses from a mapping as JSON gives it; amounts in major units where a currency is named."""
    if not isinstance(found, Mapping):
        raise DomainError("policy.unreadable", clause="", detail=type(found).__name__)
    unknown = sorted(str(name) for name in found if name not in {*CLAUSES, *ABOUT})
    if unknown:
        raise DomainError("policy.unknown_clause", clause=unknown[0])
    values: dict[str, Any] = {}
    for name, value in found.items():
        try:
            values[name] = _READERS[name](value, currency)
        except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation, OverflowError) as error:
            raise DomainError("policy.unreadable", clause=name, detail=str(value)[:80]) from error
    return PolicyTerms(**values)


def to_text(terms: PolicyTerms) -> str:
    """The clauses as JSON that ``parse`` reads back to equal ones; defaults are left out."""
    usual = PolicyTerms()
    said = {
        field.name: _plain(getattr(terms, field.name))
        for field in fields(PolicyTerms)
        if getattr(terms, field.name) != getattr(usual, field.name)
    }
    return json.dumps(said, ensure_ascii=False)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Period | CountryTerms):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _decimal(value: object, _currency: str = "") -> Decimal | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        raise TypeError(value)
    found = Decimal(str(value))
    if not found.is_finite() or not 0 <= found <= _MOST:
        raise ValueError(value)
    return found


def _amount(value: object, currency: str) -> int | None:
    found = _decimal(value)
    if found is None:
        return None
    scaled = found.scaleb(exponent(currency)) if currency else found
    if scaled != scaled.to_integral_value():
        raise ValueError(value)
    return int(scaled)


def _days(value: object, _currency: str = "") -> int | None:
    found = _decimal(value)
    if found is None:
        return None
    if found != found.to_integral_value() or found > 36500:  # noqa: PLR2004 - a hundred years
        raise ValueError(value)
    return int(found)


def _flag(value: object, _currency: str = "") -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _word(value: object, _currency: str = "") -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _words(value: object, _currency: str = "") -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(_word(each) for each in value)


def _choice(kind: type[E]) -> Callable[[object, str], E]:
    return lambda value, _currency: kind(str(value))


def _period(value: Any) -> Period:
    known = {"anchor", "days", "months", "basis"}
    if not isinstance(value, Mapping) or set(value) - known:
        raise TypeError(value)
    days, months = _days(value.get("days", 0)) or 0, _days(value.get("months", 0)) or 0
    return Period(Anchor(value["anchor"]), days, months, Basis(value.get("basis", Basis.CALENDAR)))


def _periods(value: object, _currency: str) -> tuple[Period, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(_period(each) for each in value)


def _countries(value: object, _currency: str) -> tuple[CountryTerms, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(value)
    return tuple(
        CountryTerms(
            _word(each["country"]),
            _flag(each.get("open", True)),
            _decimal(each.get("pct")),
            _days(each.get("max_terms_days")),
            _days(each.get("waiting_days")),
        )
        for each in value
    )


def _needed(read_one: Callable[[object, str], Any]) -> Callable[[object, str], Any]:
    """For clauses that cannot be left open: nothing said is the clause's own zero."""

    def reading(value: object, currency: str) -> Any:
        found = read_one(value, currency)
        if found is None:
            raise ValueError(value)
        return found

    return reading


_MAY_BE_OPEN = frozenset(
    (
        "insured_pct_political insured_pct_discretionary max_terms_days max_extension_days invoicing_days "
        "preshipment_days waiting_days waiting_days_political max_liability max_liability_multiple "
        "discretionary_limit small_dispute_pct"
    ).split()
)


def _readers() -> dict[str, Callable[[Any, str], Any]]:
    numbers: dict[str, Callable[[object, str], Any]] = {
        **dict.fromkeys(AMOUNTS, _amount),
        **dict.fromkeys(PERCENTAGES, _decimal),
        **dict.fromkeys(DAYS, _days),
    }
    return {
        **{name: each if name in _MAY_BE_OPEN else _needed(each) for name, each in numbers.items()},
        **dict.fromkeys(FLAGS, _flag),
        **dict.fromkeys(WORDS, _word),
        **dict.fromkeys(LISTS, _words),
        **dict.fromkeys(PERIODS, _periods),
        **{name: _choice(kind) for name, kind in CHOICES.items()},
        "declaration_due": lambda value, _currency: None if value is None else _period(value),
        "pct_by_cause": lambda value, _currency: {
            Cause(cause): _needed(_decimal)(pct, "") for cause, pct in value.items()
        },
        "excluded_buyers": lambda value, _currency: tuple(_whole(each) for each in value),
        "countries": _countries,
        "unchecked": _words,
        "where": lambda value, _currency: {_word(name): _word(text) for name, text in value.items()},
    }


def _whole(value: object) -> int:
    """A whole number, of any size: a customer's id."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


_READERS = _readers()
