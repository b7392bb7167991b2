"""Where the risk lies: grade or region or industry against size, who owes most, how grades moved, ageing."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.scorecard import GRADES
from app.services.health_ledger import CREDIT, CROSSED, DEBIT, SETTLED, older
from app.services.health_money import InBase
from app.services.health_views import (
    AgingPoint,
    AgingTrend,
    Concentrated,
    CustomerShare,
    HeatCell,
    HeatMap,
    Migration,
    Moved,
)
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from app.domain.kpi_period import Period
    from app.services.health_ledger import DatedSums
    from app.services.health_memory import LedgerMemory
    from app.services.health_ports import HealthDesk

_BANDS = 4
_STEPS = (1, 2, 3, 5)
_WORST = 4
_WEIGHTS = {"A": 0, "B": 1, "C": 2, "D": 3, "": 2}
"""How much a grade weighs in the colour of a cell; nobody's grade weighs as a C."""


class Risk:
    """Reads balances, grades, regions and industries as of a day."""

    def __init__(self, desk: HealthDesk, memory: LedgerMemory) -> None:
        self._desk, self._memory = desk, memory

    def heat_map(self, day: date, by: str) -> HeatMap:
        """Every customer that owes, by grade, region or industry and by what it owes alone."""
        base, owed = self._owed(day)
        rows = self._rows(by, owed, day)
        bands = bands_of(owed.values())
        cells: dict[tuple[str, int], list[int]] = defaultdict(list)
        for row_id, amount in owed.items():
            band = max(place for place, edge in enumerate(bands) if amount >= edge)
            cells[rows[row_id], band].append(row_id)
        sums = {key: sum(owed[row_id] for row_id in ids) for key, ids in cells.items()}
        heat = _heat(sums, by, sum(owed.values()))
        found = tuple(
            HeatCell(
                row,
                band,
                sums[row, band],
                tuple(sorted(ids, key=lambda one: (-owed[one], one))),
                heat[row, band],
            )
            for (row, band), ids in sorted(cells.items())
        )
        return HeatMap(
            day, base, by, bands, _order(found, by), found, self._desk.reader.names(owed.keys()), owed
        )

    def concentration(self, day: date, limit: Decimal) -> Concentrated:
        """The largest first; those that we owe take no part."""
        base, owed = self._owed(day)
        names = self._desk.reader.names(owed.keys())
        total, so_far, rows = sum(owed.values()), 0, []
        for row_id, amount in sorted(owed.items(), key=lambda one: (-one[1], one[0])):
            so_far += amount
            share = Decimal(amount) / total
            rows.append(
                CustomerShare(
                    row_id, names.get(row_id, ""), amount, share, Decimal(so_far) / total,
                    Decimal(amount) > limit * total,
                )
            )  # fmt: skip
        return Concentrated(day, base, limit, tuple(rows), total)

    def migration(self, start: date, end: date) -> Migration:
        """Everybody with a grade on one of the days, the downgraded with most money first."""
        before, after = self._desk.grades(start), self._desk.grades(end)
        _, owed = self._owed(end)
        ids = before.keys() | after.keys()
        names = self._desk.reader.names(ids)
        rows = [
            Moved(
                row_id,
                names.get(row_id, ""),
                before[row_id].value if row_id in before else "",
                after[row_id].value if row_id in after else "",
                owed.get(row_id, 0),
            )
            for row_id in ids
        ]
        rows.sort(key=lambda one: (one.direction, -one.balance, one.customer_id))
        return Migration(start, end, tuple(rows))

    def aging_trend(self, periods: Sequence[Period]) -> AgingTrend:
        """Buckets at the ends of the periods, as the board would have shown them."""
        today, limits = self._desk.today(), self._desk.bucket_limits()
        cut = sorted((one.cut(today) for one in periods), key=lambda one: one.end)
        base, rates = self._desk.reader.base(), self._desk.reader.rates()
        sums = self._memory.sums()
        book = RateBook(rates, base)
        points = []
        for period in cut:
            day, money = period.end, InBase(book, base, period.end)
            beyond = [
                money.total({one: sums.upto(one, older(limit), day) for one in sums.currencies()})
                for limit in (0, *limits)
            ]
            debits, net = (
                money.total({one: _sum(sums, one, day, plus, less) for one in sums.currencies()})
                for plus, less in (((DEBIT,), (SETTLED,)), ((DEBIT, CROSSED), (CREDIT,)))
            )
            buckets = (
                debits - beyond[0],
                *(newer - later for newer, later in zip(beyond, [*beyond[1:], 0], strict=True)),
            )
            points.append(AgingPoint(period, day, buckets, net - debits))
        return AgingTrend(base, limits, tuple(points))

    # -- parts ----------------------------------------------------------------------------------

    def _owed(self, day: date) -> tuple[str, dict[int, int]]:
        """What each customer owes net, those that owe nothing left out; base minor units."""
        reader = self._desk.reader
        base = reader.base()
        money = InBase(RateBook(reader.rates(), base), base, day)
        found = money.by_customer(self._memory.balances([day])[day])
        return base, {row_id: amount for row_id, amount in found.items() if amount > 0}

    def _rows(self, by: str, owed: Mapping[int, int], day: date) -> dict[int, str]:
        if by == "grade":
            grades = self._desk.grades(day)
            return {row_id: grades[row_id].value if row_id in grades else "" for row_id in owed}
        traits = self._desk.reader.traits()
        return {row_id: getattr(traits[row_id], by) if row_id in traits else "" for row_id in owed}


def bands_of(amounts: Iterable[int]) -> tuple[int, ...]:
    """Lower edges of four columns: 0 and three round amounts, a quarter of the largest apart at most."""
    step = _round_step(max(amounts, default=0) // _BANDS)
    return tuple(step * place for place in range(_BANDS))


def _round_step(wanted: int) -> int:
    """The largest of 1, 2, 3, 5 × a power of ten that is not above what is wanted, 1 at least."""
    power = 10 ** max(0, len(str(max(wanted, 1))) - 1)
    return max((step * power for step in _STEPS if step * power <= max(wanted, 1)), default=1)


def _order(cells: Sequence[HeatCell], by: str) -> tuple[str, ...]:
    """Grades with the weakest first, always all of them; else what owes most first."""
    present = {one.row for one in cells}
    if by == "grade":
        known = tuple(grade.value for grade in reversed(GRADES))
        return (*known, "") if "" in present else known
    sums: dict[str, int] = defaultdict(int)
    for one in cells:
        sums[one.row] += one.amount
    return tuple(sorted(present, key=lambda row: (not row, -sums[row], row)))


def _heat(sums: Mapping[tuple[str, int], int], by: str, total: int) -> dict[tuple[str, int], int]:
    """Colour 0 to 4: the weaker the grade and the larger the cell's share, the stronger.

    Regions and industries have no grade: there only the share counts.
    """
    found = {}
    for (row, band), amount in sums.items():
        share = Decimal(amount) / total if total else Decimal(0)
        size = sum(share >= edge for edge in (Decimal("0.05"), Decimal("0.15"), Decimal("0.30")))
        found[row, band] = min(_WORST, _WEIGHTS[row] + (size > 0) if by == "grade" else size)
    return found


def _sum(sums: DatedSums, currency: str, day: date, plus: Sequence[str], less: Sequence[str]) -> int:
    """Flows of a currency up to a day, some of them taken off."""
    return sum(sums.upto(currency, one, day) for one in plus) - sum(
        sums.upto(currency, one, day) for one in less
    )
