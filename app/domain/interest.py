"""Late interest worked out step by step: whose debt, over which days, at which rate; simple, never on itself.

Interest runs from the day after the due date to the last day, both included. What is settled on a
day counts as outstanding on that day. Every span is exact; the sum is rounded once, half up, at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from app.domain.late_rates import (
    Band,
    InterestRule,
    Period,
    Quote,
    RatePoint,
    RateTable,
    RuleKind,
    quote,
    yearly,
)
from app.domain.money import Money, exponent, to_minor
from app.domain.problem import Problem, Severity

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.domain.customer import Customer
    from app.domain.document import Document

ONE_DAY = timedelta(days=1)
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Settled:
    """So many minor units less owed from the end of ``on``."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One debt with its own due date: an invoice, or one instalment of it; minor units."""

    document_id: int
    number: str
    customer_id: int
    currency: str
    due_date: date
    amount: int
    settled: tuple[Settled, ...] = ()
    instalment_id: int | None = None
    seq: int = 0

    def open_after(self, day: date) -> int:
        """What is still owed when the day ends."""
        return self.amount - sum(one.amount for one in self.settled if one.on <= day)


@dataclass(frozen=True, slots=True)
class Span:
    """Days ``start`` to ``end``, both counted, with one principal and one rate.

    ``interest`` is exact, in minor units; ``rate`` per cent per ``period``; ``point`` the table's
    entry behind it; ``bounded`` is ``floor`` or ``cap`` where one of them set the rate.
    """

    start: date
    end: date
    principal: int
    rate: Decimal
    period: Period
    year_basis: int
    interest: Fraction
    point: RatePoint | None = None
    bounded: str = ""

    @property
    def days(self) -> int:
        """How many days it counts."""
        return (self.end - self.start).days + 1

    @property
    def rate_a_year(self) -> Decimal:
        """The rate as per cent a year."""
        return yearly(self.rate, self.period, self.year_basis)


@dataclass(frozen=True, slots=True)
class ClaimWorking:
    """One debt's spans; ``interest`` exact and before rounding, ``cut`` what the rule's maximum took off."""

    claim: Claim
    spans: tuple[Span, ...]
    open: int
    interest: Fraction
    cut: Fraction = Fraction(0)

    @property
    def days_late(self) -> int:
        """Days from the first to the last counted."""
        return sum(span.days for span in self.spans)


@dataclass(frozen=True, slots=True)
class InterestBasis:
    """By which rule interest is claimed, why by that one, and what to mind; no ``rule``: by none."""

    code: str
    rule: InterestRule | None
    why: Problem
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class InterestWorking:
    """Late interest of one document to a day.

    ``total`` is the interest rounded once; ``compensation`` the fixed sum beside it, in the rule's
    own currency (None: none due); ``daily`` what each further day adds; ``open`` what is still owed
    of what is due; ``notes`` what the reader should know; ``says`` the basis as a phrase for letters.
    """

    document_id: int
    number: str
    customer_id: int
    currency: str
    to: date
    basis: InterestBasis
    claims: tuple[ClaimWorking, ...]
    total: Money
    daily: Money
    open: Money
    says: Problem
    compensation: Money | None = None
    notes: tuple[Problem, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of all debts, in their order."""
        return tuple(span for claim in self.claims for span in claim.spans)

    @property
    def days_late(self) -> int:
        """Of the debt that is late the longest."""
        return max((claim.days_late for claim in self.claims), default=0)

    @property
    def grand_total(self) -> Money:
        """Interest, and compensation where it is in the same currency."""
        if self.compensation is None or self.compensation.currency != self.currency:
            return self.total
        return self.total + self.compensation


def accrue(claim: Claim, rule: InterestRule, tables: Mapping[str, RateTable], to: date) -> tuple[Span, ...]:
    """The spans of one debt to a day; days without a known rate are left out (see ``gaps``)."""
    start = claim.due_date + ONE_DAY
    if to < start:
        return ()
    table = tables.get(rule.table) if rule.floating else None
    turns = {start} | {one.on + ONE_DAY for one in claim.settled if start <= one.on < to}
    turns |= {point.on for point in table.changes(start, to)} if table else set()
    starts = sorted(turns)
    spans: list[Span] = []
    for first, following in zip(starts, [*starts[1:], to + ONE_DAY], strict=True):
        found = quote(rule, tables, first if rule.floating else start)
        principal = claim.open_after(first - ONE_DAY)
        if found is not None and principal > 0:
            spans.append(_span(first, following - ONE_DAY, principal, found, rule.year_basis))
    return tuple(spans)


def _span(start: date, end: date, principal: int, found: Quote, year_basis: int) -> Span:
    days = (end - start).days + 1
    interest = interest_of(principal, found.rate, found.period, days, year_basis)
    return Span(
        start, end, principal, found.rate, found.period, year_basis, interest, found.point, found.bounded
    )


def interest_of(principal: int, rate: Decimal, period: Period, days: int, year_basis: int) -> Fraction:
    """Simple interest, exact, in minor units: principal × rate × days (÷ days of the year)."""
    if period is Period.DAY:
        return principal * Fraction(rate) * days / _WHOLE
    return principal * Fraction(yearly(rate, period)) * days / (_WHOLE * year_basis)


def half_up(exact: Fraction) -> int:
    """A fraction of minor units (not below zero) as whole ones."""
    return floor(exact + Fraction(1, 2))


def work_out(
    claims: Sequence[Claim], basis: InterestBasis, tables: Mapping[str, RateTable], to: date
) -> InterestWorking:
    """The interest of one document's debts (at least one) to a day."""
    first = claims[0]
    workings = tuple(_worked(claim, basis.rule, tables, to) for claim in claims)
    exact = sum((working.interest for working in workings), Fraction(0))
    due = sum(working.open for working in workings if working.claim.due_date < to)
    compensation, more = _compensation(workings, basis.rule, first.currency)
    return InterestWorking(
        first.document_id,
        first.number,
        first.customer_id,
        first.currency,
        to,
        basis,
        workings,
        Money(half_up(exact), first.currency),
        Money(half_up(_daily(workings)), first.currency),
        Money(due, first.currency),
        _says(workings, basis.rule, tables),
        compensation,
        (*_notes(workings, basis.rule, tables, to), *more),
    )


def _says(
    workings: Sequence[ClaimWorking], rule: InterestRule | None, tables: Mapping[str, RateTable]
) -> Problem:
    """The latest rate and what it is made of, as a phrase."""
    spans = [span for working in workings for span in working.spans]
    if rule is None or not spans:
        return Problem("interest.says.none")
    last = max(spans, key=lambda span: span.end)
    facts: dict[str, object] = {"rate": plain(last.rate), "period": (f"interest.per.{last.period}", {})}
    if last.point is None or last.bounded:
        return Problem(f"interest.says.{'contract' if rule.kind is RuleKind.CONTRACT else 'fixed'}", facts)
    facts |= {"reference": plain(last.point.rate), "on": last.point.on, **_table(rule, tables)}
    if rule.factor != 1:
        return Problem("interest.says.factor", {**facts, "factor": plain(rule.factor)})
    return Problem("interest.says.margin", {**facts, "margin": plain(rule.margin)})


def plain(number: Decimal) -> str:
    """A rate without trailing zeros but with two places at least: 3.10, 4.03, 0.05, 13.975."""
    text = format(number.normalize(), "f")
    whole, _, part = text.partition(".")
    return f"{whole}.{part:0<2}"


def _worked(
    claim: Claim, rule: InterestRule | None, tables: Mapping[str, RateTable], to: date
) -> ClaimWorking:
    spans = accrue(claim, rule, tables, to) if rule else ()
    interest = sum((span.interest for span in spans), Fraction(0))
    kept = interest
    if rule is not None and rule.most is not None:
        kept = min(interest, claim.amount * Fraction(rule.most) / _WHOLE)
    return ClaimWorking(claim, spans, max(0, claim.open_after(to)), kept, interest - kept)


def _daily(workings: Sequence[ClaimWorking]) -> Fraction:
    """What one more day adds at the last rates, exact; nothing once the rule's maximum is reached."""
    more = Fraction(0)
    for working in workings:
        if working.spans and working.open > 0 and not working.cut:
            last = working.spans[-1]
            more += interest_of(working.open, last.rate, last.period, 1, last.year_basis)
    return more


def _compensation(
    workings: Sequence[ClaimWorking], rule: InterestRule | None, currency: str
) -> tuple[Money | None, tuple[Problem, ...]]:
    """The fixed sum by the band the late debt falls in; in another currency only where there is one band."""
    late = sum(working.spans[0].principal for working in workings if working.spans)
    if rule is None or not rule.bands or late <= 0:
        return None, ()
    if rule.currency != currency and len(rule.bands) > 1:
        said = Problem("interest.compensation_unknown", {"currency": rule.currency}, Severity.WARNING)
        return None, (said,)
    amount = band_amount(rule.bands, Decimal(late).scaleb(-exponent(currency)))
    return Money(to_minor(amount, rule.currency), rule.currency), ()


def band_amount(bands: Sequence[Band], debt: Decimal) -> Decimal:
    """The amount of the first band the debt is below; the last band is open."""
    return next((band.amount for band in bands if band.below is None or debt < band.below), Decimal(0))


def _notes(
    workings: Sequence[ClaimWorking], rule: InterestRule | None, tables: Mapping[str, RateTable], to: date
) -> tuple[Problem, ...]:
    notes = []
    late = [working for working in workings if working.claim.due_date < to]
    if rule is not None:
        for check in (_unknown_rate, _old_rate):
            notes += check(late, rule, tables, to)
    if any(span.bounded for working in workings for span in working.spans):
        bounded = {span.bounded: span.rate for working in workings for span in working.spans if span.bounded}
        notes += [Problem(f"interest.at_{name}", {"rate": plain(rate)}) for name, rate in bounded.items()]
    cut = sum((working.cut for working in workings), Fraction(0))
    if cut and rule is not None and rule.most is not None:
        most = Money(half_up(cut), workings[0].claim.currency)
        notes.append(Problem("interest.at_most", {"percent": plain(rule.most), "cut": most}))
    return tuple(notes)


def _unknown_rate(
    late: Sequence[ClaimWorking], rule: InterestRule, tables: Mapping[str, RateTable], to: date
) -> list[Problem]:
    """Days for which the rule's table has no rate at all."""
    del to
    starts = [working.claim.due_date + ONE_DAY for working in late]
    missing = [day for day in starts if quote(rule, tables, day) is None]
    if not missing:
        return []
    return [Problem("interest.no_rate", {"on": min(missing), **_table(rule, tables)}, Severity.WARNING)]


def _old_rate(
    late: Sequence[ClaimWorking], rule: InterestRule, tables: Mapping[str, RateTable], to: date
) -> list[Problem]:
    """The day a rate was needed for lies beyond what the table can be trusted for."""
    table = tables.get(rule.table)
    if not late or table is None or table.last is None:
        return []
    needed = to if rule.floating else max(working.claim.due_date + ONE_DAY for working in late)
    if not table.stale(needed):
        return []
    facts = {"last": table.last.on, "on": needed, **_table(rule, tables)}
    return [Problem("interest.rate_old", facts, Severity.WARNING)]


def _table(rule: InterestRule, tables: Mapping[str, RateTable]) -> dict[str, object]:
    table = tables.get(rule.table)
    return {"table": both(table.name, table.name_en) if table else rule.table}


def both(name: str, name_en: str) -> tuple[str, dict[str, object]]:
    """A name in both languages as a word's parameter."""
    return "interest.named", {"zh": name, "en": name_en or name}


@dataclass(frozen=True, slots=True)
class InterestSheet:
    """What the printed working carries beside the working itself."""

    working: InterestWorking
    company: Company
    customer: Customer
    document: Document
    made_on: date
