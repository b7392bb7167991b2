"""Stress scenarios: what happens to whom, named so that they hold for any day's debtors; and as JSON.

A shock names those it strikes by what they are (the largest five, an industry, a country, some grades);
which customers these are is worked out on the debtors of the day.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from app.domain.problem import DomainError
from app.domain.stress import Base, Debtor, Event, EventKind, heaviest, reverse, run

_WHOLE = Decimal(100)
_MOST_DAYS = Decimal(720)
_MOST_COUNT = 1000
_LONGEST = 60
_DAYS = frozenset({EventKind.DELAY, EventKind.DSO})
_PLAIN = frozenset({EventKind.DOWNGRADE, EventKind.LIMITS_WITHDRAWN})
_NAMES = frozenset({"kind", "severity", "whom", "count", "values", "currency"})


class Whom(StrEnum):
    """Whom a shock strikes."""

    ALL = "all"
    LARGEST = "largest"
    INDUSTRY = "industry"
    COUNTRY = "country"
    GRADE = "grade"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Shock:
    """One thing that happens: ``severity`` is per cent lost (fail, currency) or days (delay, DSO).

    ``count`` is for the largest; ``values`` are industry codes (their beginnings), countries, grades or
    customer ids. An empty list means the largest industry, or the largest country but our own.
    ``currency`` narrows it to debts in one.
    """

    kind: EventKind
    severity: Decimal = Decimal(0)
    whom: Whom = Whom.ALL
    count: int = 1
    values: tuple[str, ...] = ()
    currency: str = ""


@dataclass(frozen=True, slots=True)
class StressScenario:
    """Shocks that happen together; ``code`` names a shipped one, ``name`` one of the company's own."""

    code: str
    shocks: tuple[Shock, ...]
    name: str = ""


LARGEST_FAILS = StressScenario("largest_fails", (Shock(EventKind.FAIL, _WHOLE, Whom.LARGEST),))
TOP_FIVE_LATE = StressScenario("top_five_late", (Shock(EventKind.DELAY, Decimal(60), Whom.LARGEST, 5),))
DOWNGRADE = StressScenario("downgrade", (Shock(EventKind.DOWNGRADE),))
LIMITS_WITHDRAWN = StressScenario("limits_withdrawn", (Shock(EventKind.LIMITS_WITHDRAWN),))

SHIPPED: tuple[StressScenario, ...] = (
    LARGEST_FAILS,
    TOP_FIVE_LATE,
    StressScenario("industry_fails", (Shock(EventKind.FAIL, _WHOLE, Whom.INDUSTRY),)),
    StressScenario("country_fails", (Shock(EventKind.FAIL, _WHOLE, Whom.COUNTRY),)),
    DOWNGRADE,
    StressScenario("dso_plus", (Shock(EventKind.DSO, Decimal(15)),)),
    LIMITS_WITHDRAWN,
    StressScenario("currency_falls", (Shock(EventKind.CURRENCY, Decimal(10)),)),
    StressScenario(
        "bad_year",
        (
            *LARGEST_FAILS.shocks,
            *TOP_FIVE_LATE.shocks,
            *DOWNGRADE.shocks,
            *LIMITS_WITHDRAWN.shocks,
        ),
    ),
)
"""To begin with; every severity is an example that the company sets for itself."""


def ranked(debtors: Iterable[Debtor], of: Callable[[Debtor], int] = lambda one: one.open) -> list[int]:
    """Customers by what they owe in all currencies, the most first."""
    sums: dict[int, int] = defaultdict(int)
    for one in debtors:
        sums[one.customer_id] += of(one)
    return sorted((row for row, owed in sums.items() if owed > 0), key=lambda row: (-sums[row], row))


def resolve(scenario: StressScenario, debtors: Sequence[Debtor], home: str, base: str) -> list[Event]:
    """Its events on these debtors, each once; ``home`` is our country, ``base`` our currency."""
    shocks = dict.fromkeys(scenario.shocks)
    return [event for shock in shocks for event in _events(shock, debtors, home, base)]


def _events(shock: Shock, debtors: Sequence[Debtor], home: str, base: str) -> list[Event]:
    _require_sound(shock)
    if shock.kind is EventKind.CURRENCY:
        wanted = {shock.currency} if shock.currency else {one.currency for one in debtors} - {base, ""}
        return [Event(shock.kind, shock.severity, None, one) for one in sorted(wanted)]
    if shock.kind is EventKind.DSO:
        return [Event(shock.kind, shock.severity)]
    return [Event(shock.kind, shock.severity, whom(shock, debtors, home), shock.currency)]


def whom(shock: Shock, debtors: Sequence[Debtor], home: str) -> frozenset[int] | None:
    """The customers a shock strikes; None for everybody."""
    if shock.whom is Whom.ALL:
        return None
    if shock.whom is Whom.LARGEST:
        return frozenset(ranked(debtors)[: shock.count])
    if shock.whom is Whom.CUSTOMER:
        wanted = {int(value) for value in shock.values}
        return frozenset(one.customer_id for one in debtors if one.customer_id in wanted)
    if shock.whom is Whom.GRADE:
        return frozenset(one.customer_id for one in debtors if one.grade in shock.values)
    values = shock.values or largest_part(shock.whom, debtors, home)
    if shock.whom is Whom.INDUSTRY:
        found = (one.customer_id for one in debtors if values and one.industry.startswith(values))
    else:
        found = (one.customer_id for one in debtors if one.country in values)
    return frozenset(found)


def largest_part(by: Whom, debtors: Iterable[Debtor], home: str) -> tuple[str, ...]:
    """The industry (by its division) or foreign country that owes most; empty where none is known."""
    sums: dict[str, int] = defaultdict(int)
    for one in debtors:
        name = division(one.industry) if by is Whom.INDUSTRY else one.country
        if name and not (by is Whom.COUNTRY and name == home):
            sums[name] += one.open
    best = max(sorted(sums), key=lambda name: sums[name], default="")
    return (best,) if best and sums[best] > 0 else ()


def division(industry: str) -> str:
    """The division of an industry code: ``C3411`` lies in ``C34``, ``2592`` in ``25``."""
    return industry[:3] if industry[:1].isalpha() else industry[:2]


def name_params(scenario: StressScenario) -> dict[str, object]:
    """The figures that stand in a shipped scenario's name, as the company set them."""
    first = scenario.shocks[0]
    return {"severity": f"{first.severity.normalize():f}", "count": first.count}


def failing(scenario: StressScenario, events: Iterable[Event]) -> set[int]:
    """The customers whose failure it thinks through: named ones also when they owe nothing on that day."""
    found: set[int] = set()
    for event in events:
        if event.kind is EventKind.FAIL:
            found |= event.customers or frozenset()
    for shock in scenario.shocks:
        if shock.kind is EventKind.FAIL and shock.whom is Whom.CUSTOMER:
            found |= {int(value) for value in shock.values}
    return found


def severities(scenario: StressScenario, percent: Decimal) -> StressScenario:
    """The scenario with every severity at so many per cent of what it says; shares stay below the whole."""
    return StressScenario(
        scenario.code,
        tuple(
            Shock(
                one.kind,
                min(_WHOLE if one.kind not in _DAYS else _MOST_DAYS, one.severity * percent / 100),
                one.whom,
                one.count,
                one.values,
                one.currency,
            )
            for one in scenario.shocks
        ),
        scenario.name,
    )


def together(scenarios: Iterable[StressScenario], name: str = "") -> StressScenario:
    """All of them at once."""
    shocks = tuple(dict.fromkeys(shock for one in scenarios for shock in one.shocks))
    return StressScenario("", shocks, name)


# -- JSON -------------------------------------------------------------------------------------------


def to_json(scenario: StressScenario) -> dict[str, object]:
    """The scenario as JSON holds it."""
    return {
        "shocks": [
            {
                "kind": one.kind.value,
                "severity": f"{one.severity:f}",
                "whom": one.whom.value,
                "count": one.count,
                "values": list(one.values),
                "currency": one.currency,
            }
            for one in scenario.shocks
        ]
    }


def scenario_of(told: Any, code: str = "", name: str = "") -> StressScenario:
    """The scenario that JSON holds (``DomainError`` where it is none)."""
    if not isinstance(told, Mapping) or not isinstance(told.get("shocks"), Sequence) or not told["shocks"]:
        raise DomainError("stress.no_shocks")
    given = str(told.get("name") or name)[:_LONGEST]
    return StressScenario(code, tuple(_shock(one) for one in told["shocks"]), given)


def parse(text: str) -> StressScenario:
    """The scenario a JSON text holds."""
    try:
        told = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, InvalidOperation) as error:  # the last for 1E999…
        raise DomainError("stress.no_json") from error
    return scenario_of(told)


def _shock(told: Any) -> Shock:
    if not isinstance(told, Mapping):
        raise DomainError("stress.no_shocks")
    strange = next((name for name in told if name not in _NAMES), None)
    if strange is not None:
        raise DomainError(
            "stress.unknown_name", name=str(strange)[:_LONGEST], known=", ".join(sorted(_NAMES))
        )
    try:
        kind, count = EventKind(told["kind"]), told.get("count")
        severity = told.get("severity") if kind in _PLAIN else told["severity"]
        made = Shock(
            kind,
            Decimal(str(0 if severity is None else severity)),
            Whom(told.get("whom") or "all"),
            int(str(1 if count is None else count)),
            _values(told.get("values")),
            str(told.get("currency") or ""),
        )
    except (KeyError, ValueError, TypeError, InvalidOperation) as error:
        raise DomainError("stress.bad_shock", value=str(told)[:_LONGEST]) from error
    _require_sound(made)
    return made


def _values(told: Any) -> tuple[str, ...]:
    """A list of names; a bare text would fall apart into its letters, an empty one means everybody."""
    if not isinstance(told or [], list):
        raise TypeError("values")
    found = tuple(str(value).strip() for value in told or ())
    if not all(found):
        raise ValueError("values")
    return found


def _require_sound(shock: Shock) -> None:
    most = _MOST_DAYS if shock.kind in _DAYS else _WHOLE
    sound = shock.severity.is_finite() and shock.severity >= 0
    if not sound or (shock.kind not in _PLAIN and shock.severity > most):
        raise DomainError("stress.severity", most=most)
    if shock.whom is Whom.LARGEST and not 1 <= shock.count <= _MOST_COUNT:
        raise DomainError("stress.count")
    if shock.whom is Whom.CUSTOMER and not all(value.isdecimal() for value in shock.values):
        raise DomainError("stress.customer")
    if shock.whom in {Whom.GRADE, Whom.CUSTOMER} and not shock.values:
        raise DomainError("stress.nobody")


# -- in reverse -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Breaking:
    """What breaks us (反向压力测试): each the least that uses up cash or equity, None where nothing does.

    ``already`` names what is below zero without any shock ("cash", "equity"); the rest is asked of the other.

    ``failures`` are the largest debtors, counted from the largest; ``weakest`` those with the most
    uninsured; ``dso_days`` longer days; ``loss_percent`` lost of everything owed; ``late_days`` by which
    everybody pays later. ``asked`` is what all this was asked of: cash, equity, both, or "" for neither.
    """

    known: bool
    failures: tuple[int, ...] | None
    weakest: tuple[int, ...] | None
    dso_days: int | None
    loss_percent: int | None
    late_days: int | None
    already: tuple[str, ...] = ()
    asked: str = "both"

    @property
    def nothing(self) -> str:
        """The code of what to say where nothing breaks us; "" where something does or nothing was asked."""
        found = (self.failures, self.weakest, self.dso_days, self.loss_percent, self.late_days)
        if not self.asked or any(one is not None for one in found):
            return ""
        return "none" if self.asked == "both" else f"none_{self.asked}"


def breaking(debtors: Sequence[Debtor], base: Base) -> Breaking:
    """Search each way by halves; without cash and equity nothing can be said (``known`` false)."""
    known = base.cash is not None or base.equity is not None
    no_cash = base.cash is not None and base.cash < 0
    no_equity = base.equity is not None and base.equity < 0
    already = ("cash",) * no_cash + ("equity",) * no_equity
    base = replace(base, cash=None if no_cash else base.cash, equity=None if no_equity else base.equity)
    if base.cash is None and base.equity is None:
        return Breaking(known, None, None, None, None, None, already, "")
    asked = "equity" if base.cash is None else "cash" if base.equity is None else "both"

    def least(kind: EventKind, most: int) -> int | None:
        return heaviest(0, most, lambda by: run(debtors, [Event(kind, Decimal(by))], base).breaks)

    return Breaking(
        known,
        reverse(debtors, base, ranked(debtors)),
        reverse(debtors, base, ranked(debtors, lambda one: one.open - one.insured)),
        least(EventKind.DSO, int(_MOST_DAYS)),
        least(EventKind.FAIL, int(_WHOLE)),
        least(EventKind.DELAY, base.horizon),
        already,
        asked,
    )
