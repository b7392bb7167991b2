"""What the ledger, the credit file and the tables say to the questions of a card, each with source and day.

Nothing unknown is taken for good: a court that nobody looked at is missing, not without records. Flows
of a statement shorter or longer than a year are brought to twelve months.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.assessment import Input
from app.domain.credit_file import EventKind, Registration
from app.domain.credit_file_rules import counts, figures_of, running
from app.domain.ratios import RatioCode, ratio
from app.domain.scorecard import Scorecard, Source

if TYPE_CHECKING:
    from app.domain.credit_file import (
        Certification,
        ExternalEvent,
        ExternalRating,
        FinancialStatement,
        Profile,
    )
    from app.domain.customer_behaviour import Behaviour
    from app.services.scoring_views import Facts, RatingPoints, Standing, TableRow

YEAR_MONTHS = 12
YEAR_DAYS = Decimal("365.25")
HUNDRED = Decimal(100)
TABLE_SOURCE = Source.TABLE.value
_NOTHING = Input(None)


@dataclass(frozen=True, slots=True)
class Known:
    """All that is on file about one customer on a day; later papers are left out already."""

    standing: Standing
    behaviour: Behaviour | None = None
    profile: Profile | None = None
    statement: FinancialStatement | None = None
    ratings: Sequence[ExternalRating] = ()
    events: Sequence[ExternalEvent] = ()
    certifications: Sequence[Certification] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """The editable tables by key, and the map of external ratings."""

    country_risk: Mapping[str, TableRow]
    industry_outlook: Mapping[str, TableRow]
    rating_points: RatingPoints


def detail(code: str, **params: object) -> str:
    """A remark to a value as text that ``app.words`` turns into a sentence: the code and its parameters."""
    return json.dumps([code, params], ensure_ascii=False, default=str) if params else json.dumps([code])


def gathered(known: Known, tables: Tables, as_of: date) -> dict[str, Input]:
    """Every value that can be had without asking, by indicator; missing ones are left out."""
    found = {**_statements(known.statement), **_trading(known.behaviour, as_of)}
    found |= _standing(known, as_of) | _external(known, tables, as_of) | _table(known, tables)
    return {code: each for code, each in found.items() if each != _NOTHING}


def inputs_and_facts(
    known: Known, tables: Tables, card: Scorecard, as_of: date
) -> tuple[dict[str, Input], dict[str, Decimal | str | None]]:
    """The answers to a card's questions in its order, and what its knock-outs ask beside them."""
    found = gathered(known, tables, as_of)
    asked = [indicator.code for indicator in card.indicators()]
    inputs = {code: found.get(code, _NOTHING) for code in asked}
    facts: dict[str, Decimal | str | None] = dict(knockout_facts(known, as_of))
    for knockout in card.knockouts:
        if knockout.fact in found and knockout.fact not in inputs:
            facts[knockout.fact] = found[knockout.fact].value
    return inputs, facts


def knockout_facts(known: Known, as_of: date) -> Facts:
    """Sanctions, insolvency, confirmed dishonest debtor, long arrears and bounced bills."""
    standing, profile = known.standing, known.profile
    sanctioned = None
    if profile is not None and (profile.sanctions_on is None or profile.sanctions_on <= as_of):
        sanctioned = profile.sanctioned or None
    dishonest = any(
        event.kind is EventKind.DISHONEST_DEBTOR and holds(event, as_of) for event in known.events
    )
    return {
        "sanctioned": sanctioned,
        "insolvent": "yes" if standing.insolvent else None,
        "dishonest_debtor": "yes" if dishonest else None,
        "overdue_90_share": standing.overdue_90,
        "bounced_bills": Decimal(standing.bounced_bills),
    }


def holds(event: ExternalEvent, as_of: date) -> bool:
    """Whether an event is confirmed to be this customer's and runs on the day."""
    return counts(event) and running(event, as_of)


# -- statements -----------------------------------------------------------------------------------

_RATIOS: tuple[tuple[str, RatioCode, Decimal, bool], ...] = (
    ("debt_ratio", RatioCode.DEBT, HUNDRED, False),
    ("current_ratio", RatioCode.CURRENT, Decimal(1), False),
    ("ebit_return", RatioCode.EBIT_RETURN, HUNDRED, True),
    ("earnings_cover", RatioCode.EARNINGS_COVER, Decimal(1), True),
)
"""Indicator, ratio, its scale, and whether it is a flow over a stock."""


def _statements(statement: FinancialStatement | None) -> dict[str, Input]:
    if statement is None:
        return {}
    on, source = statement.period_end, Source.STATEMENTS.value
    figures = figures_of(statement.figures)
    found = {"statement_quality": Input(statement.quality.value, source, on)}
    for code, name, scale, flow in _RATIOS:
        figure = ratio(name, figures)
        if figure.value is None:
            lines = [str(line) for line in _lines(figure.params)]
            found[code] = Input(None, source, on, detail=detail(figure.why, lines=lines))
            continue
        scaled = figure.value * scale
        if flow and statement.months != YEAR_MONTHS:
            scaled = scaled * YEAR_MONTHS / statement.months
            said = detail("scoring.annualised", months=statement.months)
            found[code] = Input(_short(scaled), source, on, detail=said)
        else:
            found[code] = Input(_short(scaled), source, on)
    return found


def _lines(params: Mapping[str, object]) -> Sequence[object]:
    lines = params.get("lines")
    return list(lines) if isinstance(lines, tuple) else [params.get("line", "")]


def _short(value: Decimal) -> Decimal:
    """To four decimals: finer than any bin, and short enough to be kept and shown."""
    return value.quantize(Decimal("0.0001")).normalize() + Decimal(0)


# -- trading --------------------------------------------------------------------------------------


def _trading(paid: Behaviour | None, as_of: date) -> dict[str, Input]:
    if paid is None or paid.years_known is None:
        return {}

    def of(value: Decimal | int | None, scale: Decimal = Decimal(1), said: str = "") -> Input:
        if value is None:
            return _NOTHING
        return Input(_short(value * scale), Source.LEDGER.value, as_of, detail=said)

    said = detail("scoring.late_of", late=paid.late, n=paid.counted)
    found = {
        "years_known": of(paid.years_known),
        "days_late": of(paid.weighted_days_late, said=detail("scoring.counted", n=paid.counted)),
        "late_ratio": of(paid.late_share, HUNDRED, said),
        "longest_overdue": of(paid.longest_overdue),
        "dispute_share": of(paid.dispute_share, HUNDRED),
        "promises_kept": of(paid.promises_kept, HUNDRED),
        "order_change": of(paid.order_change, HUNDRED),
    }
    if not paid.promises_judged:
        none = detail("scoring.no_promises")
        found["promises_kept"] = Input(None, Source.LEDGER.value, as_of, applicable=False, detail=none)
    if paid.order_change is None:
        short = detail("scoring.short_history")
        found["order_change"] = Input(None, Source.LEDGER.value, as_of, applicable=False, detail=short)
    return found


# -- company standing -----------------------------------------------------------------------------


def _standing(known: Known, as_of: date) -> dict[str, Input]:
    found, source, profile = {}, Source.FILE.value, known.profile
    if profile is not None and profile.founded_on is not None and profile.founded_on <= as_of:
        years = (as_of - profile.founded_on).days / YEAR_DAYS
        found["firm_age"] = Input(_short(years), source, as_of)
    looked = None if profile is None else profile.registration_on
    seen = looked is None or looked <= as_of
    if profile is not None and seen and profile.registration is not Registration.UNKNOWN:
        found["registration"] = Input(profile.registration.value, source, looked)
    records = [event for event in known.events if event.kind is EventKind.COURT_RECORD]
    running = sum(holds(event, as_of) for event in records)
    days = [event.on for event in records if event.on <= as_of]
    days += [looked] if looked is not None and looked <= as_of else []
    if days:
        found["court_records"] = Input(Decimal(running), source, max(days))
    if known.certifications:
        until = [each.valid_until for each in known.certifications]
        valid = any(day is None or day >= as_of for day in until)
        found["certification"] = Input("valid" if valid else "expired", source, as_of)
    return found


# -- opinions and tables --------------------------------------------------------------------------


def _external(known: Known, tables: Tables, as_of: date) -> dict[str, Input]:
    found, source = {}, Source.EXTERNAL.value
    rated = [(each, tables.rating_points(each)) for each in known.ratings if _in_time(each, as_of)]
    mapped = [(each, points) for each, points in rated if points is not None]
    if mapped:
        rating, points = max(mapped, key=lambda pair: (pair[0].on, -pair[1], pair[0].id))
        said = detail("scoring.rated", provider=rating.provider, value=rating.value)
        found["external_rating"] = Input(_short(points), source, rating.on, detail=said)
    elif rated:
        rating = rated[-1][0]
        said = detail("scoring.not_mapped", provider=rating.provider, value=rating.value)
        found["external_rating"] = Input(None, source, rating.on, detail=said)
    for code, kind in (
        ("insurer_opinion", EventKind.INSURER_OPINION),
        ("bank_reference", EventKind.BANK_REFERENCE),
    ):
        said_by = [each for each in known.events if each.kind is kind and each.value and running(each, as_of)]
        if said_by:
            newest = max(said_by, key=lambda each: (each.on, each.id))
            found[code] = Input(newest.value, source, newest.on, detail=_of(newest.source))
    return found


def _of(source: str) -> str:
    return detail("scoring.said_by", who=source) if source else ""


def _in_time(rating: ExternalRating, as_of: date) -> bool:
    return rating.on <= as_of and (rating.valid_until is None or rating.valid_until >= as_of)


def _table(known: Known, tables: Tables) -> dict[str, Input]:
    found = {}
    country = tables.country_risk.get(known.standing.country)
    if country is not None:
        found["country_risk"] = replace(_row(country), value=Decimal(country.value))
    outlook = _industry(known.profile, tables.industry_outlook)
    if outlook is not None:
        found["industry_outlook"] = _row(outlook)
    return found


def _row(row: TableRow) -> Input:
    return Input(row.value, TABLE_SOURCE, row.on, detail=detail("scoring.said_by", who=row.source))


def _industry(profile: Profile | None, table: Mapping[str, TableRow]) -> TableRow | None:
    """The row of the longest beginning of the customer's industry code: C33 before C."""
    if profile is None or not profile.industry.strip():
        return None
    code, system = profile.industry.strip().upper(), profile.industry_system
    if code[:1].isdecimal():
        code = section(code, system) + code
    beginnings = (f"{system}:{code[:n]}" for n in range(len(code), 0, -1))
    return next((table[each] for each in beginnings if each in table), None)


_SECTIONS: dict[str, tuple[tuple[int, str], ...]] = {
    "gbt4754": (
        (1, "A"), (6, "B"), (13, "C"), (44, "D"), (47, "E"), (51, "F"), (53, "G"), (61, "H"), (63, "I"),
        (66, "J"), (70, "K"), (71, "L"), (73, "M"), (76, "N"), (80, "O"), (83, "P"), (84, "Q"), (86, "R"),
        (91, "S"), (97, "T"),
    ),
    "isic": (
        (1, "A"), (5, "B"), (10, "C"), (35, "D"), (36, "E"), (41, "F"), (45, "G"), (49, "H"), (55, "I"),
        (58, "J"), (64, "K"), (68, "L"), (69, "M"), (77, "N"), (84, "O"), (85, "P"), (86, "Q"), (90, "R"),
        (94, "S"), (97, "T"), (99, "U"),
    ),
}  # fmt: skip
"""First division of each section: GB/T 4754-2017 and ISIC Rev. 4."""


def section(code: str, system: str) -> str:
    """The section of a code that begins with its division; empty where the system has none."""
    division = int(code[:2]) if code[:2].isdecimal() else 0
    found = [name for start, name in _SECTIONS.get(system, ()) if start <= division]
    return found[-1] if found else ""
