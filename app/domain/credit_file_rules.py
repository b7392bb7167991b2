"""What the entries of a credit file must satisfy, when an event counts, and how figures are kept as text."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.credit_file import (
    BankFlow,
    Certification,
    ContractPoint,
    EventKind,
    ExternalEvent,
    ExternalRating,
    FinancialStatement,
    Profile,
)
from app.domain.credit_file_views import Standing
from app.domain.entry import EARLIEST, LATEST
from app.domain.financials import Figures, Line
from app.domain.identifiers import compact
from app.domain.interest_basis import SIZES
from app.domain.money import CURRENCIES, round_minor
from app.domain.problem import DomainError

CONTRACT_POINTS = ("terms", "late_interest", "dispute", "retention_of_title", "guarantee", "jurisdiction")
"""What a contract of sale on credit should settle, in the order of the checklist."""
POINT_STATES = ("present", "weak", "missing", "not_needed")
UNITS = (1, 1_000, 10_000, 1_000_000)
"""What statements are written in: 元, 千元, 万元, 百万元."""
NAMED_ONLY = frozenset(
    {
        EventKind.COURT_RECORD,
        EventKind.DISHONEST_DEBTOR,
        EventKind.REGISTRY_CHANGE,
        EventKind.NEGATIVE_NEWS,
    }
)
"""Events found by a name: namesakes are common, so they count once an identifier is confirmed."""
OPINIONS: dict[EventKind, tuple[str, ...]] = {
    EventKind.INSURER_OPINION: ("full", "partial", "not_asked", "refused"),
    EventKind.BANK_REFERENCE: ("good", "neutral", "guarded", "bad"),
}
"""What an event that is an opinion may say; the score reads it."""
FLOWS = frozenset(
    {
        Line.REVENUE,
        Line.COST_OF_SALES,
        Line.EBIT,
        Line.INTEREST,
        Line.PROFIT_BEFORE_TAX,
        Line.TAX,
        Line.NET_PROFIT,
        Line.DEPRECIATION,
        Line.OPERATING_CASH_FLOW,
        Line.DEBT_SERVICE,
    }
)
"""Lines that grow with the length of the period; the others are balances of a day."""
A_YEAR = 12
MOST_MONTHS = 24
STALE_DAYS = 548
"""A statement older than 18 months says little about today."""
LARGEST = 10**17
"""More minor units than any firm has of anything; the file keeps whole numbers of 64 bits."""
BEST = 100
COUNTRY_LETTERS = 2


def figures_of(text: str) -> dict[Line, int]:
    """The lines of a stored statement; lines nobody knows any more are left out."""
    try:
        stored = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(stored, dict):
        return {}
    known = set(Line)
    return {Line(name): amount for name, amount in stored.items() if name in known and type(amount) is int}


def figures_text(figures: Figures) -> str:
    """The lines as they are stored: JSON in the order of the lines, minor units."""
    return json.dumps({line.value: figures[line] for line in Line if line in figures})


def annual(figures: Figures, months: int) -> dict[Line, int]:
    """The figures with flows of ``months`` brought to twelve, so that ratios compare."""
    if months == A_YEAR:
        return dict(figures)
    return {
        line: round_minor(Decimal(amount) * A_YEAR / months) if line in FLOWS else amount
        for line, amount in figures.items()
    }


def counts(event: ExternalEvent) -> bool:
    """Whether an event is this customer's for sure: what was found by a name needs a confirmed identifier."""
    return event.kind not in NAMED_ONLY or bool(event.identifier and event.confirmed_by)


def running(event: ExternalEvent, as_of: date) -> bool:
    """Whether an event had happened and was not closed on a day."""
    return event.on <= as_of and (event.closed_on is None or event.closed_on > as_of)


def is_stale(statement: FinancialStatement, as_of: date) -> bool:
    """Whether a statement is older than eighteen months."""
    return (as_of - statement.period_end).days > STALE_DAYS


def check_profile(profile: Profile, today: date) -> None:
    """Refuse a firm founded tomorrow, negative capital, or capital of no currency."""
    _check_past("credit_file.founded_later", profile.founded_on, today)
    _check_past("credit_file.later", profile.registration_on, today)
    _check_past("credit_file.later", profile.sanctions_on, today)
    amounts = (profile.capital, profile.paid_capital, profile.employees, profile.annual_purchases)
    if any(amount is not None and amount < 0 for amount in amounts):
        raise DomainError("credit_file.negative")
    _check_sizes(*amounts)
    if profile.capital_currency or profile.capital is not None or profile.paid_capital is not None:
        _check_currency(profile.capital_currency)


def check_standing(standing: Standing, today: date) -> None:
    """Refuse a country that is no code of two letters, a size nobody knows, or telling it tomorrow."""
    country = standing.country
    if country and not (len(country) == COUNTRY_LETTERS and country.isascii() and country.isupper()):
        raise DomainError("customer.bad_country", country=country)
    if standing.size_class and standing.size_class not in SIZES:
        raise DomainError("credit_file.size_class", size=standing.size_class)
    _check_past("credit_file.disclosed_later", standing.sme_disclosed_on, today)


def check_statement(statement: FinancialStatement, figures: Figures, today: date) -> None:
    """Refuse a statement of the future, without figures, or of no believable length or unit."""
    _check_currency(statement.currency)
    _check_past("credit_file.period_later", statement.period_end, today)
    _check_past("credit_file.later", statement.received_on, today)
    if not 1 <= statement.months <= MOST_MONTHS:
        raise DomainError("credit_file.months", months=statement.months, most=MOST_MONTHS)
    if statement.unit not in UNITS:
        raise DomainError("credit_file.unit", unit=statement.unit)
    if not figures:
        raise DomainError("credit_file.no_figures")
    _check_sizes(*figures.values())


def check_flow(flow: BankFlow, today: date) -> None:
    """Refuse a month to come, negative movements, or no currency."""
    _check_currency(flow.currency)
    _check_past("credit_file.later", flow.month, today)
    if flow.inflow < 0 or flow.outflow < 0:
        raise DomainError("credit_file.negative")
    _check_sizes(flow.inflow, flow.outflow, flow.closing)


def check_certification(certification: Certification) -> None:
    """Refuse a certificate without a name, or valid until no day of the calendar we keep."""
    if not certification.name:
        raise DomainError("credit_file.no_name")
    _check_day(certification.valid_until)


def check_point(point: ContractPoint) -> None:
    """Refuse a point or a state that the checklist has not."""
    if point.point not in CONTRACT_POINTS or point.state not in POINT_STATES:
        raise DomainError("credit_file.bad_point", point=point.point, state=point.state)


def check_rating(rating: ExternalRating, today: date) -> None:
    """Refuse a rating by nobody, of no value, from tomorrow, or with points beyond 0 to 100."""
    if not rating.provider or not rating.value:
        raise DomainError("credit_file.rating_empty")
    _check_past("credit_file.later", rating.on, today)
    if rating.valid_until is not None and rating.valid_until < rating.on:
        raise DomainError("credit_file.valid_before", on=rating.on, until=rating.valid_until)
    _check_day(rating.valid_until)
    if rating.points and points_of(rating.points) is None:
        raise DomainError("credit_file.points", points=rating.points)


def points_of(text: str) -> Decimal | None:
    """Points as a number of 0 to 100; None for anything else."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= BEST else None


def check_event(event: ExternalEvent, own_numbers: Collection[str], today: date) -> None:
    """Refuse an event of the future, closed before it began, or confirmed by another firm's identifier."""
    _check_past("credit_file.later", event.on, today)
    if event.closed_on is not None and event.closed_on < event.on:
        raise DomainError("credit_file.closed_before", on=event.on, closed=event.closed_on)
    if event.kind in NAMED_ONLY and event.confirmed_by and not event.identifier:
        raise DomainError("credit_file.no_identifier")
    known = {compact(number) for number in own_numbers}
    if event.identifier and known and compact(event.identifier) not in known:
        raise DomainError("credit_file.other_identifier", identifier=event.identifier)


def _check_currency(currency: str) -> None:
    if currency not in CURRENCIES:
        raise DomainError("money.unknown_currency", currency=currency)


def _check_sizes(*amounts: int | None) -> None:
    if any(amount is not None and abs(amount) > LARGEST for amount in amounts):
        raise DomainError("credit_file.too_large")


def _check_past(code: str, on: date | None, today: date) -> None:
    _check_day(on)
    if on is not None and on > today:
        raise DomainError(code, on=on, today=today)


def _check_day(on: date | None) -> None:
    # A firm may be older than any ledger.
    if on is not None and not (on.year >= EARLIEST.year - 1000 and on <= LATEST):
        raise DomainError("document.bad_date", date=on, earliest=EARLIEST, latest=LATEST)
