"""Dated rate tables and the rules of late interest as data; who may claim by which is in ``interest_basis``.

Rates are per cent. A table holds what a central bank or a law publishes; a rule says how a rate is
made of it, how its days are counted and what else is due. Both ship with their source and date, and
the company may put its own beside or in place of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from app.domain.money import CURRENCIES
from app.domain.problem import DomainError

MOST_RATE = Decimal(1000)
YEAR, BANKERS_YEAR = 365, 360
_MONTHS = 12


class Period(StrEnum):
    """What a rate is per."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class RuleKind(StrEnum):
    """Where a rule's rate comes from: the contract, the rule itself, or a rate table."""

    CONTRACT = "contract"
    FIXED = "fixed"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class RatePoint:
    """From ``on`` the rate is so many per cent a year; ``own_id`` is the company's own entry (0: shipped)."""

    on: date
    rate: Decimal
    source: str = ""
    own_id: int = 0


@dataclass(frozen=True, slots=True)
class RateTable:
    """A published rate over time, oldest first.

    ``rhythm`` is after how many days a new look is due; ``confirmed_on`` the day on which the last
    entry was still seen in force when the table was shipped.
    """

    code: str
    name: str
    name_en: str
    rhythm: int
    points: tuple[RatePoint, ...] = ()
    source: str = ""
    confirmed_on: date | None = None

    def at(self, day: date) -> RatePoint | None:
        """The entry in force on a day; None before the first."""
        held = [point for point in self.points if point.on <= day]
        return held[-1] if held else None

    def changes(self, after: date, until: date) -> list[RatePoint]:
        """Entries that begin after one day and up to another."""
        return [point for point in self.points if after < point.on <= until]

    @property
    def last(self) -> RatePoint | None:
        """The newest entry."""
        return self.points[-1] if self.points else None

    def age(self, today: date) -> int | None:
        """Days since the last entry began; None for an empty table."""
        return (today - self.points[-1].on).days if self.points else None

    def sure_until(self) -> date | None:
        """The last day for which the table can be trusted: last entry or confirmation, and its rhythm."""
        if not self.points:
            return None
        seen = max(self.points[-1].on, self.confirmed_on or date.min)
        return seen + timedelta(days=self.rhythm)

    def stale(self, day: date) -> bool:
        """Whether a newer entry should be looked for before trusting the table on a day."""
        known = self.sure_until()
        return known is None or day > known


@dataclass(frozen=True, slots=True)
class Band:
    """Fixed compensation for a debt below ``below`` (None: any), in major units of the rule's currency."""

    below: Decimal | None
    amount: Decimal


@dataclass(frozen=True, slots=True)
class InterestRule:
    """How late interest is made, all rates per cent.

    ``REFERENCE``: ``factor`` × the table's rate (first rounded up to a multiple of ``round_up_to``)
    + ``margin`` points a year; ``FIXED``: ``rate`` per ``period``. A ``floating`` rate follows its
    table, any other is fixed by the day interest starts. ``floor`` and ``cap`` bound the rate a year,
    ``most`` the interest in per cent of the debt. ``factor_range`` is what the law allows.
    """

    code: str
    name: str
    name_en: str
    kind: RuleKind
    rate: Decimal = Decimal(0)
    period: Period = Period.YEAR
    table: str = ""
    factor: Decimal = Decimal(1)
    factor_range: tuple[Decimal, Decimal] | None = None
    margin: Decimal = Decimal(0)
    round_up_to: Decimal = Decimal(0)
    floating: bool = False
    year_basis: int = YEAR
    floor: Decimal | None = None
    cap: Decimal | None = None
    most: Decimal | None = None
    countries: tuple[str, ...] = ()
    currency: str = ""
    bands: tuple[Band, ...] = ()
    source: str = ""
    source_en: str = ""
    source_on: date | None = None
    note: str = ""
    note_en: str = ""
    shipped: bool = False
    changed: bool = False

    def named(self, lang: str) -> str:
        """Its name in a language."""
        return self.name if lang == "zh" else self.name_en or self.name

    def cited(self, lang: str) -> str:
        """The law or clause it rests on, in a language where there is one."""
        return self.source if lang == "zh" else self.source_en or self.source


def yearly(rate: Decimal, period: Period, year_basis: int = YEAR) -> Decimal:
    """A rate as per cent a year: a day's × the year's days, a month's × 12."""
    match period:
        case Period.DAY:
            return rate * year_basis
        case Period.MONTH:
            return rate * _MONTHS
        case _:
            return rate


@dataclass(frozen=True, slots=True)
class Quote:
    """The rate of a rule on a day: per cent per ``period``, and the table's entry it was made of.

    ``bounded`` is ``floor`` or ``cap`` where one of them replaced it.
    """

    rate: Decimal
    period: Period
    point: RatePoint | None = None
    bounded: str = ""


def quote(rule: InterestRule, tables: Mapping[str, RateTable], day: date) -> Quote | None:
    """What the rule charges on a day; None when its table has no entry for it."""
    if rule.kind is not RuleKind.REFERENCE:
        return _bounded(rule, Quote(rule.rate, rule.period))
    table = tables.get(rule.table)
    point = table.at(day) if table else None
    if point is None:
        return None
    reference = _rounded_up(point.rate, rule.round_up_to)
    return _bounded(rule, Quote(reference * rule.factor + rule.margin, Period.YEAR, point))


def _rounded_up(rate: Decimal, step: Decimal) -> Decimal:
    return (rate / step).to_integral_value(ROUND_CEILING) * step if step > 0 else rate


def _bounded(rule: InterestRule, found: Quote) -> Quote:
    a_year = yearly(found.rate, found.period, rule.year_basis)
    if rule.floor is not None and a_year < rule.floor:
        return Quote(rule.floor, Period.YEAR, found.point, "floor")
    if rule.cap is not None and a_year > rule.cap:
        return Quote(rule.cap, Period.YEAR, found.point, "cap")
    return found


def with_own(table: RateTable, own: Sequence[RatePoint]) -> RateTable:
    """The table with the company's own entries; one of the same day takes the shipped one's place."""
    points = {point.on: point for point in (*table.points, *own)}
    return replace(table, points=tuple(points[on] for on in sorted(points)))


def check_point(point: RatePoint) -> None:
    """Refuse a rate that cannot be one (a reference rate may be below zero)."""
    if not point.rate.is_finite() or abs(point.rate) > MOST_RATE:
        raise DomainError("rate_table.bad_rate", rate=str(point.rate))


def check_rule(rule: InterestRule, tables: Mapping[str, RateTable]) -> None:
    """Refuse a rule nobody could calculate by; the fault names its field."""
    if not rule.code.strip() or not rule.name.strip():
        raise DomainError("interest_rule.no_name")
    if rule.kind is RuleKind.REFERENCE and rule.table not in tables:
        raise DomainError("interest_rule.no_table", table=rule.table)
    if rule.year_basis not in {YEAR, BANKERS_YEAR}:
        raise DomainError("interest_rule.year_basis", days=rule.year_basis)
    if any(not 0 <= value <= MOST_RATE for value in (rule.rate, rule.factor, abs(rule.margin))):
        raise DomainError("interest_rule.bad_rate")
    if rule.factor_range and not rule.factor_range[0] <= rule.factor <= rule.factor_range[1]:
        raise DomainError("interest_rule.factor", low=rule.factor_range[0], high=rule.factor_range[1])
    if rule.floor is not None and rule.cap is not None and rule.floor > rule.cap:
        raise DomainError("interest_rule.floor_above_cap", floor=rule.floor, cap=rule.cap)
    if any(bound is not None and bound < 0 for bound in (rule.floor, rule.cap, rule.most)):
        raise DomainError("interest_rule.bad_rate")
    if rule.bands and rule.currency not in CURRENCIES:
        raise DomainError("interest_rule.currency", currency=rule.currency)


# -- as JSON: what ships in files, and what the company keeps as its own ---------------------------


def table_of(value: Mapping[str, object]) -> RateTable:
    """A rate table as its file holds it."""
    points = value["entries"]
    if not isinstance(points, list):
        raise DomainError("rate_table.unreadable", table=str(value.get("code", "")))
    confirmed = str(value.get("confirmed_on", ""))
    return RateTable(
        str(value["code"]),
        str(value["name"]),
        str(value["name_en"]),
        int(str(value["rhythm_days"])),
        tuple(RatePoint(date.fromisoformat(on), Decimal(rate), source) for on, rate, source in points),
        str(value.get("source", "")),
        date.fromisoformat(confirmed) if confirmed else None,
    )


_DECIMALS = ("rate", "factor", "margin", "round_up_to")
_BOUNDS = ("floor", "cap", "most")


def rule_of(value: Mapping[str, object]) -> InterestRule:
    """A rule as its file or its stored row holds it; ``DomainError`` for one nobody can read."""
    try:
        return _rule_of(value)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise DomainError("interest_rule.unreadable", rule=str(value.get("code", ""))) from error


def _rule_of(value: Mapping[str, object]) -> InterestRule:
    bands, limits, countries = value.get("bands", []), value.get("factor_range"), value.get("countries", [])
    if not isinstance(bands, list) or not isinstance(countries, list):
        raise TypeError
    decimals = {name: Decimal(str(value[name])) for name in _DECIMALS if name in value}
    bounds = {name: Decimal(str(value[name])) for name in _BOUNDS if value.get(name) is not None}
    numbers: dict[str, Any] = {**decimals, **bounds}
    given_on = str(value.get("source_on", ""))
    return InterestRule(
        code=str(value["code"]),
        name=str(value["name"]),
        name_en=str(value.get("name_en", "")),
        kind=RuleKind(str(value["kind"])),
        period=Period(str(value.get("period", "year"))),
        table=str(value.get("table", "")),
        factor_range=(Decimal(str(limits[0])), Decimal(str(limits[1]))) if isinstance(limits, list) else None,
        floating=bool(value.get("floating", False)),
        year_basis=int(str(value.get("year_basis", YEAR))),
        countries=tuple(str(country) for country in countries),
        currency=str(value.get("currency", "")),
        bands=tuple(_band(below, amount) for below, amount in bands),
        source=str(value.get("source", "")),
        source_en=str(value.get("source_en", "")),
        source_on=date.fromisoformat(given_on) if given_on else None,
        note=str(value.get("note", "")),
        note_en=str(value.get("note_en", "")),
        **numbers,
    )


def _band(below: object, amount: object) -> Band:
    return Band(None if below is None else Decimal(str(below)), Decimal(str(amount)))


def rule_as_json(rule: InterestRule) -> dict[str, object]:
    """The rule as JSON, which reads back to the same."""
    limits = rule.factor_range
    return {
        "code": rule.code,
        "name": rule.name,
        "name_en": rule.name_en,
        "kind": rule.kind.value,
        "period": rule.period.value,
        "table": rule.table,
        "factor_range": [str(limits[0]), str(limits[1])] if limits else None,
        "floating": rule.floating,
        "year_basis": rule.year_basis,
        "countries": list(rule.countries),
        "currency": rule.currency,
        "bands": [[None if band.below is None else str(band.below), str(band.amount)] for band in rule.bands],
        "source": rule.source,
        "source_en": rule.source_en,
        "source_on": rule.source_on.isoformat() if rule.source_on else "",
        "note": rule.note,
        "note_en": rule.note_en,
        **{name: str(getattr(rule, name)) for name in _DECIMALS},
        **{name: None if (bound := getattr(rule, name)) is None else str(bound) for name in _BOUNDS},
    }
