"""The back-test (回溯检验): grades, late ratios and alerts against what came of the invoices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from app.domain.backtest import Overrides, Question, Shift, Studied
from app.domain.calendar import month_after
from app.domain.discrimination import stability_index
from app.domain.money import convert
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES
from app.services.control import CancelledError

if TYPE_CHECKING:
    from app.domain.cash_backtest import CashBacktest
    from app.domain.clock import Clock
    from app.services.cash import CashService
    from app.services.control import Control
    from app.services.limits import LimitService

MONTHS = 12
_MOST_MONTHS, _MOST_DAYS = 120, 365
LOW_COVERAGE = Decimal(60)

InvoiceRow = tuple[int, str, str, int, str | None]
GradeRow = tuple[int, str, str | None, str, float | None]
AlertRow = tuple[int, str]
OverrideRow = tuple[int, str, str]


class BacktestReader(Protocol):
    """What is read of the company file; days are ISO text."""

    def invoices(self, as_of: date) -> Sequence[tuple[int, str, str, int, str, str | None]]:
        """Customer, issued, due, amount, currency, day settled by receipts (None: not, or given up)."""

    def grades(self, as_of: date) -> Sequence[GradeRow]:
        """Finished assessments: customer, on, last day it held, grade, score."""

    def alerts(self, as_of: date) -> Sequence[AlertRow]:
        """Warnings: customer and day."""

    def coverage(self, start: date, end: date) -> tuple[int, int]:
        """Assessments of a span, and those that rest on less than 60 per cent of the answers."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""

    def base(self) -> str:
        """The company's own currency."""


class Study(Protocol):
    """The study itself, over frames."""

    def __call__(
        self,
        invoices: Sequence[InvoiceRow],
        grades: Sequence[GradeRow],
        alerts: Sequence[AlertRow],
        question: Question,
        overrides: Sequence[OverrideRow] = ...,
    ) -> Studied:
        """Measures of every predictor."""


@dataclass(frozen=True, slots=True)
class BacktestDesk:
    """What is read, who studies it, and the services beside it."""

    reader: BacktestReader
    study: Callable[[], Study]
    limits: LimitService
    cash: CashService
    clock: Clock


@dataclass(frozen=True, slots=True)
class Backtest:
    """What came of it; ``low_coverage`` of ``assessments`` rest on too few answers.

    ``missing`` are currencies without a rate: their invoices count, their amounts do not.
    """

    question: Question
    currency: str
    studied: Studied
    shift: Shift
    overrides: Overrides
    forecast: CashBacktest | None
    assessments: int = 0
    low_coverage: int = 0
    missing: tuple[str, ...] = ()


class BacktestService:
    """Judges what the program foretold; nothing is stored."""

    def __init__(self, desk: BacktestDesk) -> None:
        self._desk = desk

    def run(
        self,
        as_of: date | None = None,
        *,
        months: int = MONTHS,
        late_days: int = 0,
        control: Control | None = None,
    ) -> Backtest:
        """Judge the invoices of the ``months`` up to a day; late is more than ``late_days`` after due."""
        if not 1 <= months <= _MOST_MONTHS or not 0 <= late_days <= _MOST_DAYS:
            raise DomainError("backtest.window", most=_MOST_MONTHS, days=_MOST_DAYS)
        end = as_of or self._desk.clock.today()
        start = month_after(end, -months, end.day)
        question = Question(start, end, end, late_days)
        _tell(control, 1)
        invoices, missing = self._in_base(end)
        grades = [one for one in self._desk.reader.grades(end) if one[1] <= end.isoformat()]
        register = self._desk.limits.register(start, end)
        ran = [
            (
                row.override.customer_id,
                row.override.on.isoformat(),
                min(end, row.override.expires_on).isoformat(),
            )
            for row in register.rows
        ]
        _tell(control, 2)
        studied = self._desk.study()(invoices, grades, self._desk.reader.alerts(end), question, ran)
        _tell(control, 3)
        made, low = self._desk.reader.coverage(start, end)
        overrides = Overrides(
            len(register.rows),
            register.assessments,
            sum(row.up for row in register.rows),
            sum(not row.up for row in register.rows),
            dict(register.outcomes),
            studied.overridden,
            studied.overridden_late,
        )
        forecast = self._desk.cash.backtest(end, control)
        return Backtest(
            question,
            self._desk.reader.base(),
            studied,
            shift(grades, start, end),
            overrides,
            forecast,
            made,
            low,
            missing,
        )

    def _in_base(self, as_of: date) -> tuple[list[InvoiceRow], tuple[str, ...]]:
        """The invoices with their amounts in the base currency; 0 where it has no rate."""
        base, rates = self._desk.reader.base(), self._desk.reader.rates(as_of)
        missing: set[str] = set()
        found: list[InvoiceRow] = []
        for customer_id, issued, due, amount, currency, settled in self._desk.reader.invoices(as_of):
            turned = amount
            if currency != base:
                rate = rates.get(currency)
                turned = 0 if rate is None else convert(amount, currency, base, rate)
                if rate is None:
                    missing.add(currency)
            found.append((customer_id, issued, due, turned, settled))
        return found, tuple(sorted(missing))


def shift(grades: Sequence[GradeRow], start: date, end: date) -> Shift:
    """How many customers held each grade on two days, and the stability index between them."""
    before, after = _held(grades, start), _held(grades, end)
    psi = None
    if before and after:
        shares = [
            [counts.get(grade.value, 0) / sum(counts.values()) for grade in GRADES]
            for counts in (before, after)
        ]
        psi = stability_index(shares[0], shares[1])
    return Shift(start, end, before, after, psi)


def _held(grades: Sequence[GradeRow], day: date) -> dict[str, int]:
    """Customers by the grade that held on a day."""
    on, last = day.isoformat(), {}
    for customer_id, made, until, grade, _score in sorted(grades, key=lambda one: one[1]):
        if made <= on:
            last[customer_id] = grade if until is None or until >= on else ""
    counts = Counter(grade for grade in last.values() if grade)
    return {grade.value: counts[grade.value] for grade in GRADES if counts[grade.value]}


def _tell(control: Control | None, done: int) -> None:
    if control is not None:
        if control.cancelled():
            raise CancelledError
        control.progress(done, 4, "backtest.studying")
