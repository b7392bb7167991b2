"""What a policy clause says, in words: amounts in the policy's currency, periods with their anchors.

A clause's kind is that of ``app.domain.policy_guide``; it decides how the value is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Protocol, cast

from app.words import say, word
from app.words.formats import amount, country_name, rate_text

_CHOICE_WORDS: Mapping[str, str] = {
    "scope": "policy_scope",
    "late_notice": "late_notice",
    "declaration": "declaration_frequency",
    "fx_rule": "fx_rule",
    "limit_usage": "limit_usage",
    "recovery_rule": "recovery_rule",
    "loss_payee_scope": "loss_payee_scope",
    "excluded_methods": "pay_method",
    "excluded_kinds": "buyer_kind",
    "pct_by_cause": "insured_cause",
}
_ANCHORED = frozenset(
    {
        "waiting_anchor",
        "notify",
        "adverse",
        "claim",
        "documents",
        "answer",
        "objection",
        "declaration_due",
    }
)


class PeriodLike(Protocol):
    """So many days or months after an anchor."""

    @property
    def anchor(self) -> str:
        """Its code."""

    @property
    def days(self) -> int:
        """Days."""

    @property
    def months(self) -> int:
        """Months."""

    @property
    def basis(self) -> str:
        """Calendar or working days."""


class CountryLike(Protocol):
    """A line of the country schedule."""

    @property
    def country(self) -> str:
        """Two letters."""

    @property
    def open(self) -> bool:
        """Whether it is insured."""

    @property
    def pct(self) -> Decimal | None:
        """Its percentage."""

    @property
    def max_terms_days(self) -> int | None:
        """Its longest terms."""

    @property
    def waiting_days(self) -> int | None:
        """Its waiting period."""


def clause_name(clause: str, lang: str) -> str:
    """What a clause is called."""
    return say(f"clause.{clause}", lang)


def choice_text(clause: str, code: str, lang: str) -> str:
    """One choice of a clause in words: a scope, an anchor, a cause, a payment method, a kind of buyer."""
    group = "period_anchor" if clause in _ANCHORED else _CHOICE_WORDS.get(clause, "")
    return word(group, code, lang)


def clause_value(
    clause: str,
    kind: str,
    value: object,
    lang: str,
    *,
    currency: str = "",
    places: int = 2,
    buyers: Mapping[int, str] | None = None,
) -> str:
    """What a clause's value says; amounts are minor units of ``currency`` with so many places.

    ``buyers`` names excluded buyers by id; without a currency (a template) amounts are whole numbers.
    """
    if value is None or value in ("", (), {}):
        return say("clause_value.none", lang)
    if isinstance(value, int | Decimal):
        return _number(clause, kind, value, currency, places, lang)
    if kind == "period":
        return period_text(cast("PeriodLike", value), lang)
    if isinstance(value, Mapping):
        return _shares(value, lang)
    if isinstance(value, tuple):
        return _several(clause, kind, value, lang, buyers or {})
    return choice_text(clause, str(value), lang)


def amount_text(minor: int, currency: str, places: int, lang: str) -> str:
    """An amount of a clause: ``CNY 10,000.00``; 0 is no such clause."""
    if not minor:
        return say("clause_value.none", lang)
    return f"{currency} {amount(minor, places if currency else 0)}".strip()


def period_text(period: PeriodLike, lang: str) -> str:
    """A period with its anchor: ``原到期日后 60 天``, ``10 working days after the day it became known``."""
    anchor = say(f"period_anchor.{period.anchor}", lang)
    spans = []
    if period.months:
        spans.append(say("duty.months", lang, n=period.months))
    if period.days:
        spans.append(say(f"duty.days.{period.basis}", lang, n=period.days))
    if not spans:
        return say("clause_value.at_once", lang, anchor=anchor)
    span = spans[0] if len(spans) == 1 else say("clause_value.and", lang, first=spans[0], second=spans[1])
    return say("clause_value.period", lang, anchor=anchor, span=span)


def country_text(line: CountryLike, lang: str) -> str:
    """A line of the country schedule: what differs there, or that it is closed."""
    name = country_name(line.country, lang)
    if not line.open:
        return say("clause_value.closed", lang, country=name)
    told = []
    if line.pct is not None:
        told.append(say("clause_value.country_pct", lang, pct=_percent(line.pct)))
    if line.max_terms_days is not None:
        told.append(say("clause_value.country_terms", lang, days=_days(line.max_terms_days, lang)))
    if line.waiting_days is not None:
        told.append(say("clause_value.country_waiting", lang, days=_days(line.waiting_days, lang)))
    said = _joined(told, lang) if told else say("clause_value.country_plain", lang)
    return say("clause_value.country", lang, country=name, terms=said)


def _number(clause: str, kind: str, value: int | Decimal, currency: str, places: int, lang: str) -> str:
    if kind == "flag":
        return say("clause_value.yes" if value else "clause_value.no", lang)
    if kind == "multiple":
        return say("clause_value.multiple", lang, value=_plain(Decimal(value)))
    if isinstance(value, Decimal):
        return _percent(value)
    if kind == "amount":
        return amount_text(value, currency, places, lang)
    code = "duty.days.working" if clause == "margin_days" else "duty.days.calendar"
    return say(code, lang, n=value)


def _several(
    clause: str, kind: str, several: tuple[object, ...], lang: str, buyers: Mapping[int, str]
) -> str:
    if kind == "buyers":
        named = [buyers.get(cast("int", one), "") for one in several]
        return _joined(named, lang) if all(named) else say("clause_value.buyers", lang, n=len(several))
    if kind == "periods":
        told = [period_text(cast("PeriodLike", one), lang) for one in several]
        said = say("clause_value.or", lang).join(told)
        return said if len(told) == 1 else say("clause_value.several", lang, periods=said)
    if kind == "countries":
        return say("clause_value.lines", lang).join(
            country_text(cast("CountryLike", one), lang) for one in several
        )
    if clause == "excluded_countries":
        return _joined((country_name(str(one), lang) for one in several), lang)
    return _joined((choice_text(clause, str(one), lang) for one in several), lang)


def _shares(shares: Mapping[str, Decimal], lang: str) -> str:
    told = ((choice_text("pct_by_cause", cause, lang), _percent(pct)) for cause, pct in shares.items())
    return _joined((say("clause_value.of", lang, name=name, value=pct) for name, pct in told), lang)


def _days(number: int, lang: str) -> str:
    return say("duty.days.calendar", lang, n=number)


def _percent(value: Decimal) -> str:
    return f"{_plain(value)}%"


def _plain(value: Decimal) -> str:
    """Without trailing zeros: 90, 0.25."""
    return format(value, ".0f") if value == value.to_integral_value() else rate_text(value)


def _joined(parts: Iterable[str], lang: str) -> str:
    return say("clause_value.joined", lang).join(parts)
