"""What the health check tells: figures with their working, targets and rows; heat map, moves, buckets.

Amounts inside ``Operand`` and ``HealthFigure`` are major units of the base currency, those of rows
minor units of it; shares are fractions (0.25 is 25 %); times are days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.kpi_period import Period


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure of a formula: its code (``operand.*`` in words), value, and unit (money, days, …)."""

    name: str
    value: Decimal | None
    unit: str = "money"


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at; ``source``: own, benchmark (20 % below it) or house (a rule of thumb to edit)."""

    value: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Somebody else's figure: what it measures is said by ``benchmark.<code>``, or typed (``code`` "").

    ``source`` names who published it, ``on`` the day or the last day of the year it speaks for.
    """

    code: str
    key: str
    value: Decimal
    source: str
    on: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A figure in one period; no value where it could not be worked out."""

    period: Period
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class HealthFigure:
    """One key figure of a period.

    ``unit``: money, share, days, count, times or points. ``why`` (with ``why_params``) tells why there
    is no ``value``. ``formula`` is said by ``formula.<code>``; ``operands`` are its figures in order.
    ``bound`` is how the value should lie to the target (≤, < or ≥); ``state`` ok, near, miss or none.
    ``note`` with ``note_params`` is the explanation beside it. ``before`` is the period before's value;
    ``trend`` has the oldest first and this period last.
    """

    key: str
    unit: str
    value: Decimal | None
    why: str = ""
    why_params: Mapping[str, object] = field(default_factory=dict)
    currency: str = ""
    formula: str = ""
    operands: tuple[Operand, ...] = ()
    target: Target | None = None
    benchmark: Benchmark | None = None
    bound: str = "≤"
    state: str = "none"
    before: Decimal | None = None
    trend: tuple[TrendPoint, ...] = ()
    note: str = ""
    note_params: Mapping[str, object] = field(default_factory=dict)

    @property
    def low_is_good(self) -> bool:
        """Whether the target is an upper bound."""
        return self.bound != "≥"

    def operand(self, name: str) -> Decimal | None:
        """One figure of the working."""
        return next((one.value for one in self.operands if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Health:
    """All figures of a period as of its last day, or of today where it is not over (``unfinished``).

    ``missing_rates`` are currencies left out of every sum for want of a rate.
    """

    period: Period
    as_of: date
    base: str
    figures: tuple[HealthFigure, ...]
    missing_rates: tuple[str, ...] = ()
    unfinished: bool = False

    def figure(self, key: str) -> HealthFigure:
        """One of them."""
        return next(one for one in self.figures if one.key == key)

    def count(self, state: str) -> int:
        """How many are ok, near, miss or none."""
        return sum(one.state == state for one in self.figures)


@dataclass(frozen=True, slots=True)
class KpiRow:
    """A row behind a figure.

    ``kind`` says what it is of: customer, document, write_off, recovery, promise, dispute, receipt,
    limit, override, release or review; ``row_id`` is its id there. ``adds`` is what it adds to the
    figure named by ``KpiRows.operand``, in that operand's unit. ``code`` (with ``params``) says more.
    """

    kind: str
    row_id: int
    customer_id: int
    customer: str
    adds: Decimal
    label: str = ""
    on: date | None = None
    amount: int | None = None
    days: int | None = None
    code: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KpiRows:
    """The rows behind a figure; ``adds`` of all of them make up the operand of the figure named here."""

    key: str
    period: Period
    operand: str
    unit: str
    total: Decimal
    rows: tuple[KpiRow, ...]


@dataclass(frozen=True, slots=True)
class CustomerShare:
    """A customer's part of what is owed, base minor units; ``cumulative`` with all before it.

    ``above`` tells that it is beyond the limit for one customer.
    """

    customer_id: int
    customer: str
    balance: int
    share: Decimal
    cumulative: Decimal
    above: bool = False


@dataclass(frozen=True, slots=True)
class Concentrated:
    """Who owes how much of all: the largest first; ``limit`` is the share allowed for one customer."""

    as_of: date
    base: str
    limit: Decimal
    rows: tuple[CustomerShare, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What customers of one row and one band owe together, base minor units; ``risk`` 0 to 4 for colour."""

    row: str
    band: int
    amount: int
    customers: tuple[int, ...]
    risk: int = 0


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Exposure by ``by`` (grade, region, industry) × size of the single customer's exposure.

    ``bands`` are the lower edges of the columns (the first 0), base minor units; ``rows`` are grades with
    the weakest first ("" for none), or names of regions or codes of industries, largest first. Every
    customer that owes stands in one cell.
    """

    as_of: date
    base: str
    by: str
    bands: tuple[int, ...]
    rows: tuple[str, ...]
    cells: tuple[HeatCell, ...]
    names: Mapping[int, str]
    balances: Mapping[int, int]

    def cell(self, row: str, band: int) -> HeatCell | None:
        """One cell; None where nobody stands in it."""
        return next((one for one in self.cells if one.row == row and one.band == band), None)


@dataclass(frozen=True, slots=True)
class Moved:
    """A customer's grade on two days, "" for none, and what it owes on the later one (base minor units)."""

    customer_id: int
    customer: str
    before: str
    after: str
    balance: int

    @property
    def direction(self) -> int:
        """1 for better, −1 for worse, 0 for unchanged or a grade only on one of the days."""
        if not self.before or not self.after:
            return 0
        return (self.before > self.after) - (self.before < self.after)


@dataclass(frozen=True, slots=True)
class Migration:
    """How grades moved between two days; every customer with a grade on one of them is a row."""

    start: date
    end: date
    rows: tuple[Moved, ...]

    def at(self, before: str, after: str) -> tuple[Moved, ...]:
        """Those that went from one grade to another."""
        return tuple(one for one in self.rows if (one.before, one.after) == (before, after))


@dataclass(frozen=True, slots=True)
class AgingPoint:
    """What stood open at the end of a period by age, base minor units.

    ``buckets`` begins with what was not due; ``unapplied`` (not above 0) is what lay on account.
    """

    period: Period
    as_of: date
    buckets: tuple[int, ...]
    unapplied: int

    @property
    def balance(self) -> int:
        """Buckets and what lay on account together."""
        return sum(self.buckets) + self.unapplied


@dataclass(frozen=True, slots=True)
class AgingTrend:
    """Buckets at the ends of several periods, the oldest first; ``limits`` are their upper edges in days."""

    base: str
    limits: tuple[int, ...]
    points: tuple[AgingPoint, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure's target in force, the one that would hold without a choice, and its benchmarks.

    ``chosen`` is the benchmark compared with (None: none); ``offered`` are those that come with a source.
    """

    key: str
    unit: str
    bound: str
    target: Target | None
    usual: Target | None
    chosen: Benchmark | None
    offered: tuple[Benchmark, ...] = ()
