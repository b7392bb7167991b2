"""The cash forecast as the window, the papers and the command line see it; minor base units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from app.domain.forecast import CLAIM_DAYS

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.calendar import Holiday
    from app.domain.cash_backtest import CashBacktest
    from app.domain.cash_forecast import ExpectedItem, Flow, Gap, Spreads
    from app.domain.cash_overlay import Overlay
    from app.domain.measure_record import CashItem
    from app.domain.problem import Problem

LATER = "later"


@dataclass(frozen=True, slots=True)
class CashBalance:
    """Own cash at the end of a day, and where the figure is from."""

    on: date
    amount: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class CashAssumptions:
    """What the ledger cannot know. ``minimum`` is the least cash to hold.

    ``sales`` counts expected new credit sales: ``sales_monthly`` a month, collected after ``sales_days``
    (None: as in the last twelve months). ``disputes`` counts contested amounts on the day by which they
    are to be settled. An insurer pays ``claim_days`` after a claim could be filed.
    """

    minimum: int = 0
    sales: bool = False
    sales_monthly: int | None = None
    sales_days: int | None = None
    disputes: bool = False
    claim_days: int = CLAIM_DAYS
    source: str = ""


@dataclass(frozen=True, slots=True)
class SalesBasis:
    """The expected new sales as they are counted: a month's, the days to collect, and whose figures."""

    monthly: int
    days: int
    own_monthly: int
    own_days: int | None
    left: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class CashWeek:
    """Seven days from ``start``: what comes by habit, announced, from claims, from new sales; what goes out.

    ``balance`` is the own cash at the week's end, ``low`` and ``high`` what it would be if everybody paid
    at the late or the early end of the range; None without an opening balance.
    """

    start: date
    habit: int
    announced: int
    claims: int
    sales: int
    incomes: int
    outflows: int
    holidays: tuple[Holiday, ...] = ()
    balance: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def collections(self) -> int:
        """What of the receivables comes."""
        return self.habit + self.announced + self.claims

    @property
    def net(self) -> int:
        """What comes less what goes."""
        return self.collections + self.sales + self.incomes - self.outflows


@dataclass(frozen=True, slots=True)
class CashForecast:
    """Thirteen weeks and all that is not in them; together with credits on account that is ``receivables``.

    ``items`` are all open amounts with the range of their days, ``flows`` the own money. ``late_gap`` is
    the gap if everybody paid at the late end. ``ranked`` names the customers by what they owe, most first.
    """

    as_of: date
    currency: str
    weeks: tuple[CashWeek, ...]
    later: int
    left_out: Mapping[str, int]
    on_account: int
    receivables: int
    items: tuple[ExpectedItem, ...]
    flows: tuple[Flow, ...]
    assumptions: CashAssumptions
    opening: CashBalance | None = None
    gap: Gap | None = None
    late_gap: Gap | None = None
    sales: SalesBasis | None = None
    overlay: Overlay | None = None
    settled: int = 0
    company_habit: int = 0
    own: int = 0
    missing_rates: tuple[str, ...] = ()
    ranked: tuple[int, ...] = ()
    rates: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def within(self) -> int:
        """What of the receivables comes within the weeks."""
        return sum(week.collections for week in self.weeks)

    @property
    def out(self) -> int:
        """What goes out within the weeks."""
        return sum(week.outflows for week in self.weeks)

    @property
    def lowest(self) -> CashWeek | None:
        """The week whose end has the least cash; None without an opening balance."""
        known = [week for week in self.weeks if week.balance is not None]
        return min(known, key=lambda week: (week.balance or 0, week.start), default=None)

    @property
    def closing(self) -> int | None:
        """The own cash after the last week."""
        return self.weeks[-1].balance if self.weeks else None


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """An amount of a part of the forecast with its names; ``base`` of the rows of a part sum to the part."""

    part: int | str
    item: ExpectedItem
    number: str
    customer: str
    customer_en: str
    amount: int
    base: int


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A document's number and its customer's names."""

    number: str
    customer: str
    customer_en: str


@dataclass(frozen=True, slots=True)
class ReadOutflow:
    """A row of a file of own money: a day, an amount (above 0 goes out), what it is for."""

    row: int
    on: date
    amount: int
    currency: str
    label: str
    kind: str = "other"
    every: str = ""
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class OutflowSheet:
    """What was read of a file: its rows, and each row or column that could not be."""

    name: str
    rows: tuple[ReadOutflow, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PlannedOutflow:
    """A row that can be taken in; ``known`` where the same stands there already."""

    row: int
    item: CashItem
    known: bool = False


@dataclass(frozen=True, slots=True)
class OutflowPlan:
    """What taking a file in would do; problems name the rows that are left out.

    ``gone`` are those that an earlier file of the same name brought and this one lacks.
    """

    name: str
    rows: tuple[PlannedOutflow, ...]
    problems: tuple[Problem, ...]
    gone: tuple[int, ...] = ()

    @property
    def fresh(self) -> list[PlannedOutflow]:
        """Those that are not there yet."""
        return [one for one in self.rows if not one.known]


class OutflowFiles(Protocol):
    """Reads files of own money; ``currency`` is that of rows which name none."""

    def __call__(self, path: Path, currency: str) -> OutflowSheet:
        """The rows of a CSV file or workbook; ``EnvironmentFaultError`` where there is no table."""


class CashSheetWriter(Protocol):
    """Writes a forecast as a workbook."""

    def __call__(
        self,
        found: CashForecast,
        compared: CashForecast | None,
        rows: Sequence[ExpectedRow],
        backtest: CashBacktest | None,
        path: Path,
        lang: str,
    ) -> None:
        """Weeks with a chart, open items, own money, and how well the rule did."""


class CashReader(Protocol):
    """The queries of the cash forecast beside those of the collections forecast."""

    def spreads(self, as_of: date, since: date) -> Spreads:
        """Ranges of signed days late of invoices settled by receipts from ``since`` to the day."""

    def named(self, document_ids: Sequence[int]) -> Mapping[int, DocumentName]:
        """Documents by id."""

    def credit_sales(self, start: date, end: date) -> Mapping[str, int]:
        """Invoices on credit less credit notes of a span, by currency."""

    def days_to_pay(self, as_of: date, since: date) -> int | None:
        """Median of days from invoice to the last money, of invoices settled since; None of none."""

    def dispute_targets(self, as_of: date) -> Mapping[int, date]:
        """The day by which the open disputes of a document are to be settled, where all have one."""

    def came(self, as_of: date, weeks: int) -> Mapping[str, Sequence[int]]:
        """Money received in each week after a day for what was open on it, by currency."""

    def settled_after(self, as_of: date, until: date) -> Mapping[int, date]:
        """Documents open on a day that were settled in full by ``until``, with the day of the last money."""

    def first_invoice(self) -> date | None:
        """The day of the oldest invoice."""
