"""What the ledger says of many periods: read in a fixed number of questions, then told period by period."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.calendar import day_of_month, month_after
from app.domain.credit_limit import LimitState
from app.domain.dispute import contested, dispute_days
from app.domain.kpi import PeriodSales, days_known
from app.domain.promise import Judgement, PromiseState, judge
from app.domain.review import QUARTER, ReviewDue, review_due
from app.services.control import CancelledError
from app.services.health_ledger import (
    CREDIT,
    CROSSED,
    DEBIT,
    INDEMNITY,
    RECOVERED,
    SALE,
    SETTLED,
    WRITTEN_OFF,
    older,
)
from app.services.health_memory import NINETY
from app.services.health_money import InBase
from app.services.limit_desk import in_force, limit_of
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.domain.credit_record import CreditLimit
    from app.domain.document import Dispute, Promise
    from app.domain.kpi_period import Period
    from app.domain.measure_record import ProvisionRun
    from app.services.control import Control
    from app.services.health_memory import LedgerMemory
    from app.services.health_ports import Contested, Excepted, HealthDesk

YEAR = 365
_MONTHS_BACK = 24


@dataclass(frozen=True, slots=True)
class Breach:
    """A customer that owed more than its limit on the last day, base minor units."""

    customer_id: int
    limit: int
    owed: int


@dataclass(frozen=True, slots=True)
class Quarrel:
    """A dispute that ran on a day of the period: its days so far, and whether it still ran at the end."""

    of: Contested
    dispute: Dispute
    days: int
    running: bool


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """A period as known on its last day; base minor units, converted at that day's rates.

    ``period`` is cut at today; the sums of losses and ``sales_year`` are those of twelve months,
    of which the ledger knows ``known`` days.
    ``balances`` are what customers owe net, the largest first; ``insured`` is None without a policy.
    """

    period: Period
    unfinished: bool
    base: str
    begin: int
    end: int
    debits: int
    overdue: int
    over_90: int
    sales: int
    sales_year: int
    known: int
    months: tuple[PeriodSales, ...]
    paid: int
    late: int
    signed: int
    written_off: int
    recovered: int
    indemnity: int
    disputed: int
    quarrels: tuple[Quarrel, ...]
    judged: tuple[tuple[Promise, Judgement], ...]
    balances: tuple[tuple[int, int], ...]
    breaches: tuple[Breach, ...]
    exceptions: tuple[Excepted, ...]
    assessments: int
    reviews: tuple[ReviewDue, ...]
    insured: int | None
    insurable: int
    provision: ProvisionRun | None
    provided: int
    missing: tuple[str, ...]

    @property
    def current(self) -> int:
        """What was not due at the end, net of credits on account."""
        return self.end - self.overdue

    @property
    def kept(self) -> int:
        """How many promises were kept in full and in time."""
        return sum(one.state is PromiseState.KEPT for _, one in self.judged)


class Gathering:
    """Everything read once for all periods; ``facts`` tells one of them."""

    def __init__(
        self, desk: HealthDesk, memory: LedgerMemory, periods: Sequence[Period], control: Control
    ) -> None:
        today = desk.today()
        self._desk, self._control = desk, control
        self._wanted = tuple(periods)
        self._cut = tuple(one.cut(today) for one in periods)
        ends = sorted({one.end for one in self._cut})
        last = ends[-1]
        self._base = desk.reader.base()
        self._first = desk.reader.first_sale()
        self._rates = RateBook(desk.reader.rates(), self._base)
        self._heard(0)
        self._sums = memory.sums()
        self._heard(1)
        self._balances = memory.balances(ends)
        self._heard(2)
        self._contested = desk.reader.contested(last)
        self._promises = desk.reader.promises()
        self._exceptions = desk.reader.exceptions(last)
        spans = [(one.start, one.end) for one in self._cut]
        self._assessed = dict(zip(spans, desk.reader.assessments(spans), strict=True))
        self._provisions = desk.reader.provisions(last)
        self._limits: dict[int, list[CreditLimit]] = defaultdict(list)
        for one in desk.reader.limits():
            self._limits[one.customer_id or 0].append(one)
        self._insured_since = desk.insured.since()
        owing = {day: {row_id for row_id, _, amount in self._balances[day] if amount > 0} for day in ends}
        self._review_facts = desk.reader.reviews(owing)

    def all(self) -> tuple[PeriodFacts, ...]:
        """Every period in the order asked."""
        found = []
        for place, (wanted, cut) in enumerate(zip(self._wanted, self._cut, strict=True)):
            self._heard(3 + place)
            found.append(self._facts(wanted, cut))
        return tuple(found)

    def _heard(self, done: int) -> None:
        self._control.progress(done, len(self._wanted) + 3, "work.figures")
        if self._control.cancelled():
            raise CancelledError

    def _facts(self, wanted: Period, period: Period) -> PeriodFacts:
        money, end = InBase(self._rates, self._base, period.end), period.end
        a_year = end - timedelta(YEAR)
        balances = money.by_customer(self._balances[end])
        owed = sorted(balances.items(), key=lambda one: (-one[1], one[0]))
        paid, late, signed = self._payments(money, period)
        quarrels, disputed = self._quarrels(money, period)
        insured, insurable = self._cover(end)
        provision, provided = self._provision(money, end)
        return PeriodFacts(
            period=period,
            unfinished=wanted.end != period.end,
            base=self._base,
            begin=self._net(money, period.before_start),
            end=self._net(money, end),
            debits=self._less(money, DEBIT, SETTLED, end),
            overdue=self._upto(money, older(0), end),
            over_90=self._upto(money, older(NINETY), end),
            sales=self._within(money, SALE, period.before_start, end),
            sales_year=self._within(money, SALE, a_year, end),
            known=days_known(self._first, end, YEAR),
            months=self._months(money, end),
            paid=paid,
            late=late,
            signed=signed,
            written_off=self._within(money, WRITTEN_OFF, a_year, end),
            recovered=self._within(money, RECOVERED, a_year, end),
            indemnity=self._within(money, INDEMNITY, a_year, end),
            disputed=disputed,
            quarrels=quarrels,
            judged=self._judged(period),
            balances=tuple(owed),
            breaches=self._breaches(money, dict(owed), end),
            exceptions=tuple(one for one in self._exceptions if period.start <= one.on <= end),
            assessments=self._assessed[period.start, end],
            reviews=self._reviews(end),
            insured=insured,
            insurable=insurable,
            provision=provision,
            provided=provided,
            missing=tuple(sorted(money.missing)),
        )

    # -- sums -----------------------------------------------------------------------------------

    def _upto(self, money: InBase, name: str, day: date) -> int:
        return money.total({one: self._sums.upto(one, name, day) for one in self._sums.currencies()})

    def _within(self, money: InBase, name: str, after: date, upto: date) -> int:
        sums = self._sums
        return money.total({one: sums.within(one, name, after, upto) for one in sums.currencies()})

    def _less(self, money: InBase, name: str, off: str, day: date) -> int:
        sums = self._sums
        return money.total(
            {one: sums.upto(one, name, day) - sums.upto(one, off, day) for one in sums.currencies()}
        )

    def _net(self, money: InBase, day: date) -> int:
        """What was owed net of credits on account."""
        sums = self._sums
        return money.total(
            {
                one: sums.upto(one, DEBIT, day) - sums.upto(one, CREDIT, day) + sums.upto(one, CROSSED, day)
                for one in sums.currencies()
            }
        )

    def _payments(self, money: InBase, period: Period) -> tuple[int, int, int]:
        told = {
            one: self._sums.payments(one, period.before_start, period.end) for one in self._sums.currencies()
        }
        paid, late, signed = (
            money.total({one: amounts[place] for one, amounts in told.items()}) for place in range(3)
        )
        return paid, late, signed

    def _months(self, money: InBase, end: date) -> tuple[PeriodSales, ...]:
        """Sales by calendar month, the latest (up to the day) first."""
        found = []
        for back in range(_MONTHS_BACK):
            first = month_after(end, -back, 1)
            last = min(day_of_month(first.year, first.month, 31), end)
            sales = self._within(money, SALE, first - timedelta(1), last)
            found.append(PeriodSales(sales, (last - first).days + 1))
        return tuple(found)

    # -- claims and promises --------------------------------------------------------------------

    def _quarrels(self, money: InBase, period: Period) -> tuple[tuple[Quarrel, ...], int]:
        """Disputes that ran in the period, and what was contested of open invoices at its end."""
        found: list[Quarrel] = []
        sums: dict[str, int] = {}
        for one in self._contested:
            for dispute in one.disputes:
                if dispute.opened_on > period.end:
                    continue
                if dispute.closed_on is not None and dispute.closed_on < period.start:
                    continue
                running = dispute.closed_on is None or dispute.closed_on > period.end
                found.append(Quarrel(one, dispute, dispute_days(dispute, period.end), running))
            part = contested(one.disputes, one.open_on(period.end), period.end)
            sums[one.currency] = sums.get(one.currency, 0) + part
        return tuple(found), money.total(sums)

    def _judged(self, period: Period) -> tuple[tuple[Promise, Judgement], ...]:
        """Promises judged within the period, by the receipts known at its end."""
        known = [one for one in self._promises if one.made_on <= period.end]
        if not known:
            return ()
        since = min(one.made_on for one in known)
        receipts = self._desk.reader.payments({one.customer_id for one in known}, since, period.end)
        judged = judge(known, receipts, period.end)
        counted = {PromiseState.KEPT, PromiseState.PARTLY, PromiseState.BROKEN}
        found = []
        for one in known:
            told = judged[one.id]
            on = told.judged_on
            if told.state in counted and on is not None and period.start <= on <= period.end:
                found.append((one, told))
        return tuple(found)

    # -- credit decisions -----------------------------------------------------------------------

    def _breaches(self, money: InBase, owed: Mapping[int, int], day: date) -> tuple[Breach, ...]:
        """Who owed more than the limit in force; without one, or unchecked, nobody can."""
        found = []
        for row_id, records in self._limits.items():
            limit = limit_of(in_force(records, day), day)
            if limit.state is not LimitState.SET or limit.amount is None or owed.get(row_id, 0) <= 0:
                continue
            if limit.amount.currency != self._base and money.rate(limit.amount.currency) is None:
                continue
            allowed = money.turn(limit.amount.minor, limit.amount.currency)
            if owed[row_id] > allowed:
                found.append(Breach(row_id, allowed, owed[row_id]))
        return tuple(sorted(found, key=lambda one: (one.limit - one.owed, one.customer_id)))

    def _reviews(self, day: date) -> tuple[ReviewDue, ...]:
        """Reviews whose day had passed, the longest overdue first."""
        facts = self._review_facts[day]
        grades = {one.customer_id: one.grade for one in facts if one.grade is not None}
        months = self._desk.review_months(grades, day) if grades else {}
        due = (review_due(one, months.get(one.customer_id, QUARTER)) for one in facts)
        late = [one for one in due if one is not None and one.due_on < day]
        return tuple(sorted(late, key=lambda one: (one.due_on, one.customer_id)))

    def _cover(self, day: date) -> tuple[int | None, int]:
        if self._insured_since is None or self._insured_since > day:
            return None, 0
        book = self._desk.insured.book(day)
        return book.insured, book.net

    def _provision(self, money: InBase, day: date) -> tuple[ProvisionRun | None, int]:
        """The last provision booked for a day up to the end."""
        known = [one for one in self._provisions if one.as_of <= day]
        if not known:
            return None, 0
        return known[-1], money.turn(known[-1].total, known[-1].currency)


def gathered(
    desk: HealthDesk, memory: LedgerMemory, periods: Sequence[Period], control: Control
) -> tuple[PeriodFacts, ...]:
    """The facts of all periods; those that have not begun are refused before."""
    return Gathering(desk, memory, periods, control).all()
