"""A credit policy as JSON: its name, what it grants each grade, and what is assumed of the world.

What is missing or null stays as it is today. Every wrong name or figure is refused with where it stands.
A policy in a file has amounts in major units of the company's currency, one that is kept in minor units.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.credit_policy import Economy, Rule
from app.domain.money import to_major, to_minor
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES

_AMOUNTS = frozenset({"cap"})
_LONGEST = 50
_MOST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the ledger cannot know: per cent, multiples; ``sources`` says where a figure comes from.

    ``margin`` is the gross margin on sales; the rest is as in ``Economy``; ``premium`` (of insured sales)
    and ``insured_pct`` stand in while there is no insurance policy.
    """

    margin: Decimal = Decimal(20)
    capital: Decimal = Decimal(6)
    lgd: Decimal = Decimal(100)
    stress: Decimal = Decimal(3)
    churn_terms: Decimal = Decimal(1)
    churn_prepaid: Decimal = Decimal(1)
    over_prepaid: Decimal = Decimal(30)
    premium: Decimal = Decimal("0.30")
    insured_pct: Decimal = Decimal(90)
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def economy(self) -> Economy:
        """The part that the rules reckon with; loss rates are of what is owed through a year."""
        return Economy(
            self.capital,
            self.lgd,
            self.stress,
            self.churn_terms,
            self.churn_prepaid,
            self.over_prepaid,
            by_exposure=True,
        )


FIGURES = tuple(one.name for one in fields(Assumptions) if one.name != "sources")


@dataclass(frozen=True, slots=True)
class CreditPolicy:
    """A policy to be tried: a rule for every grade, and its own assumptions (None: the company's)."""

    name: str
    rules: tuple[Rule, ...] = tuple(Rule(grade.value) for grade in GRADES)
    assumed: Assumptions | None = None

    def of(self, grade: str) -> Rule:
        """The rule for a grade."""
        return next(rule for rule in self.rules if rule.grade == grade)


def parse(text: str, currency: str) -> CreditPolicy:
    """The policy a file's text holds (``DomainError`` names what is wrong and where)."""
    try:
        told = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError, InvalidOperation) as error:  # the last for 1E999…
        raise DomainError("credit_policy.no_json") from error
    return policy_of(told, currency)


def policy_of(told: Any, currency: str = "") -> CreditPolicy:
    """The policy that JSON holds, its amounts in major units of a currency; without one in minor units."""
    whole = _names(told, {"name", "grades", "assumptions"}, "")
    name = whole.get("name") or ""
    if not isinstance(name, str):
        raise DomainError("credit_policy.value", place="name", value=str(name)[:_LONGEST])
    grades = _names(whole.get("grades") or {}, {grade.value for grade in GRADES}, "grades")
    rules = tuple(_rule(grade.value, grades.get(grade.value) or {}, currency) for grade in GRADES)
    assumed = whole.get("assumptions")
    return CreditPolicy(name.strip(), rules, None if assumed is None else assumptions_of(assumed))


def assumptions_of(told: Any, usual: Assumptions | None = None) -> Assumptions:
    """The assumptions that JSON holds; what it does not name is as in ``usual``."""
    given = _names(told, {*FIGURES, "sources"}, "assumptions")
    figures: dict[str, Any] = {
        name: _number(given[name], f"assumptions.{name}") for name in FIGURES if given.get(name) is not None
    }
    sources = _names(given.get("sources") or {}, set(FIGURES), "assumptions.sources")
    begun = usual or Assumptions()
    made = replace(begun, **figures, sources={**begun.sources, **{k: str(v) for k, v in sources.items()}})
    require_sound(made)
    return made


def require_sound(assumed: Assumptions) -> None:
    """Shares lie between 0 and 100, the stress factor at 1 or above (``DomainError``)."""
    for name in FIGURES:
        value = getattr(assumed, name)
        if not value.is_finite() or not (1 if name == "stress" else 0) <= value <= 100:  # noqa: PLR2004 - per cent
            raise DomainError("credit_policy.assumption", name=(f"policy_assumption.{name}", {}))


def to_json(policy: CreditPolicy, currency: str = "") -> dict[str, object]:
    """The policy as JSON holds it; ``policy_of`` with the same currency reads it back the same."""
    told: dict[str, object] = {
        "name": policy.name,
        "grades": {rule.grade: rule_as_json(rule, currency) for rule in policy.rules},
    }
    if policy.assumed is not None:
        told["assumptions"] = assumptions_as_json(policy.assumed)
    return told


def rule_as_json(rule: Rule, currency: str = "") -> dict[str, object]:
    """A rule without what stays as it is today; amounts in major units of a currency, as text."""
    usual = Rule(rule.grade)
    told = {
        one.name: _plain(getattr(rule, one.name))
        for one in fields(Rule)
        if one.name != "grade" and getattr(rule, one.name) != getattr(usual, one.name)
    }
    if currency and rule.cap is not None:
        told["cap"] = f"{to_major(rule.cap, currency):f}"
    return told


def assumptions_as_json(assumed: Assumptions) -> dict[str, object]:
    """All assumptions with their sources."""
    return {
        **{name: _plain(getattr(assumed, name)) for name in FIGURES},
        "sources": {name: text for name, text in assumed.sources.items() if text},
    }


def _rule(grade: str, told: Any, currency: str) -> Rule:
    names = {one.name for one in fields(Rule)} - {"grade"}
    given = _names(told, names, f"grades.{grade}")
    figures: dict[str, Any] = {}
    for name, value in given.items():
        if value is not None:
            number = _number(value, f"grades.{grade}.{name}")
            figures[name] = _minor(number, f"grades.{grade}.{name}", currency) if name in _AMOUNTS else number
    return Rule(grade, **figures)


def _names(told: Any, known: set[str], place: str) -> Mapping[str, Any]:
    """A JSON object that holds nothing but the names known."""
    if not isinstance(told, Mapping):
        raise DomainError("credit_policy.not_object", place=place or "–")
    strange = next((name for name in told if name not in known), None)
    if strange is not None:
        where = f"{place}.{strange}" if place else str(strange)
        raise DomainError(
            "credit_policy.unknown_name", place=where[:_LONGEST], known=", ".join(sorted(known))
        )
    return told


def _number(value: Any, place: str) -> Decimal:
    try:
        number = value if isinstance(value, Decimal) else Decimal(str(value).strip())
    except InvalidOperation as error:
        raise DomainError("credit_policy.value", place=place, value=str(value)[:_LONGEST]) from error
    # Compared, not made positive: even that is too much for a number of a billion digits.
    if isinstance(value, bool) or not number.is_finite() or not -_MOST < number < _MOST:
        raise DomainError("credit_policy.value", place=place, value=str(value)[:_LONGEST])
    return number


def _minor(number: Decimal, place: str, currency: str) -> int:
    try:
        return to_minor(number, currency) if currency else _whole(number, place)
    except DomainError as error:
        raise DomainError("credit_policy.value", place=place, value=str(number)[:_LONGEST]) from error


def _whole(number: Decimal, place: str) -> int:
    if number != number.to_integral_value():
        raise DomainError("credit_policy.value", place=place, value=str(number)[:_LONGEST])
    return int(number)


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value
