"""The rows behind each figure: customers, invoices, promises … and what every one of them adds to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.dispute import contested
from app.domain.kpi_catalogue import KPI_KINDS
from app.domain.money import to_major
from app.domain.problem import DomainError
from app.domain.promise import PromiseState
from app.services.health_facts import YEAR, PeriodFacts
from app.services.health_figures import Working
from app.services.health_memory import NINETY
from app.services.health_money import InBase
from app.services.health_views import KpiRow, KpiRows
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.services.health_ports import HealthDesk, Lost

_ONE = Decimal(1)
_FIVE = 5
_ALL_DEBITS = -1


class RowsBehind:
    """Finds the rows of one period; ``facts`` are its facts, ``limit`` the share of one customer."""

    def __init__(self, desk: HealthDesk, facts: PeriodFacts, limit: Decimal) -> None:
        self._reader, self._insured = desk.reader, desk.insured
        self._facts, self._limit = facts, limit
        self._start, self._end = facts.period.start, facts.period.end
        self._money = InBase(RateBook(desk.reader.rates(), facts.base), facts.base, self._end)

    def rows(self, key: str) -> KpiRows:
        """Those behind one figure, what adds most first."""
        if key not in KPI_KINDS:
            raise DomainError("kpi.unknown", key=key)
        ways: Mapping[str, Callable[[], list[KpiRow]]] = {
            "receivables": self._balances,
            "end_total": self._balances,
            "current": self._current,
            "overdue": lambda: self._older(0),
            "over_90": lambda: self._older(NINETY),
            "sales": self._sales,
            "net_written_off": lambda: self._lost({"write_off", "recovery"}),
            "loss": lambda: self._lost({"write_off", "recovery", "indemnity"}),
            "insured": self._covered,
            "kept": self._promises,
            "disputed": self._disputed,
            "dispute_days": self._quarrels,
            "late_weighted": self._payments,
            "largest": lambda: self._owing(1),
            "top_five": lambda: self._owing(_FIVE),
            "hhi": self._squares,
            "above_limit": self._above,
            "breaches": self._breaches,
            "overrides": self._exceptions,
            "reviews": self._reviews,
        }
        operand = KPI_KINDS[key].rows
        worked = Working(self._facts, self._limit).all()[key]
        unit = next((one.unit for one in worked.operands if one.name == operand), "money")
        found = self._named(ways[operand]()) if worked.operands else []
        total = sum((one.adds for one in found), Decimal(0))
        return KpiRows(key, self._facts.period, operand, unit, total, tuple(found))

    def _named(self, rows: Sequence[KpiRow]) -> list[KpiRow]:
        names = self._reader.names({one.customer_id for one in rows})
        named = [replace(one, customer=names.get(one.customer_id, "")) for one in rows]
        return sorted(named, key=lambda one: (-one.adds, one.customer_id, one.row_id))

    def _major(self, minor: int) -> Decimal:
        return to_major(minor, self._facts.base)

    def _customer(self, row_id: int, minor: int) -> KpiRow:
        return KpiRow("customer", row_id, row_id, "", self._major(minor), amount=minor)

    def _by_customer(self, amounts: Mapping[int, int]) -> list[KpiRow]:
        return [self._customer(row_id, minor) for row_id, minor in amounts.items() if minor]

    # -- what is owed ---------------------------------------------------------------------------

    def _balances(self) -> list[KpiRow]:
        return self._by_customer(dict(self._facts.balances))

    def _current(self) -> list[KpiRow]:
        late = self._money.by_customer(self._reader.older(self._end, 0))
        left = dict(self._facts.balances)
        for row_id, minor in late.items():
            left[row_id] = left.get(row_id, 0) - minor
        return self._by_customer(left)

    def _older(self, age: int) -> list[KpiRow]:
        return self._by_customer(self._money.by_customer(self._reader.older(self._end, age)))

    def _sales(self) -> list[KpiRow]:
        return self._by_customer(self._money.by_customer(self._reader.sold(self._start, self._end)))

    def _covered(self) -> list[KpiRow]:
        buyers = self._insured.book(self._end).buyers
        return [
            KpiRow("customer", row_id, row_id, "", self._major(one.insured), amount=one.net)
            for row_id, one in buyers.items()
            if one.net or one.insured
        ]

    # -- losses and payments --------------------------------------------------------------------

    def _lost(self, kinds: set[str]) -> list[KpiRow]:
        """Of twelve months; what came back takes off. Each kind is converted as its sum was."""
        told = self._reader.lost(self._end - timedelta(YEAR - 1), self._end)
        found: list[KpiRow] = []
        for kind in sorted(kinds):
            mine: list[Lost] = [one for one in told if one.kind == kind]
            parts = self._money.spread([(one.currency, one.amount) for one in mine])
            sign = 1 if kind == "write_off" else -1
            for one, minor in zip(mine, parts, strict=True):
                row = self._customer(one.customer_id, sign * minor)
                found.append(replace(row, kind=kind, row_id=one.row_id, label=one.number, on=one.on))
        return found

    def _payments(self) -> list[KpiRow]:
        lines = self._reader.paid(self._start, self._end)
        late = [max(0, (one.on - one.due).days) for one in lines]
        weighted = self._money.spread(
            [(one.currency, one.amount * days) for one, days in zip(lines, late, strict=True)]
        )
        amounts = self._money.spread([(one.currency, one.amount) for one in lines])
        return [
            KpiRow(
                "receipt", one.document_id, one.customer_id, "", self._major(adds), one.number, one.on,
                minor, (one.on - one.due).days,
            )
            for one, adds, minor in zip(lines, weighted, amounts, strict=True)
        ]  # fmt: skip

    # -- promises and disputes ------------------------------------------------------------------

    def _promises(self) -> list[KpiRow]:
        return [
            KpiRow(
                "promise", one.id, one.customer_id, "", Decimal(told.state is PromiseState.KEPT),
                on=one.due_on, amount=self._money.turn(one.amount, one.currency), days=told.days_late,
                code=f"promise_state.{told.state.value}",
            )
            for one, told in self._facts.judged
        ]  # fmt: skip

    def _disputed(self) -> list[KpiRow]:
        by_document = {one.of.document_id: one.of for one in self._facts.quarrels if one.running}
        told = list(by_document.values())
        parts = [contested(one.disputes, one.open_on(self._end), self._end) for one in told]
        minors = self._money.spread([(one.currency, part) for one, part in zip(told, parts, strict=True)])
        return [
            KpiRow(
                "document", one.document_id, one.customer_id, "", self._major(minor), one.number,
                min(each.opened_on for each in one.disputes), minor,
            )
            for one, minor in zip(told, minors, strict=True)
            if minor
        ]  # fmt: skip

    def _quarrels(self) -> list[KpiRow]:
        return [
            KpiRow(
                "dispute", one.dispute.id, one.of.customer_id, "", Decimal(one.days), one.of.number,
                one.dispute.opened_on, days=one.days,
                code="kpi_row.running" if one.running else "kpi_row.resolved",
            )
            for one in self._facts.quarrels
        ]  # fmt: skip

    # -- concentration --------------------------------------------------------------------------

    def _positive(self) -> list[tuple[int, int]]:
        return [(row_id, minor) for row_id, minor in self._facts.balances if minor > 0]

    def _owing(self, most: int) -> list[KpiRow]:
        return [self._customer(*one) for one in self._positive()[:most]]

    def _above(self) -> list[KpiRow]:
        owed = self._positive()
        edge = self._limit * sum(minor for _, minor in owed)
        return [self._customer(*one) for one in owed if one[1] > edge]

    def _squares(self) -> list[KpiRow]:
        owed = self._positive()
        total = sum(minor for _, minor in owed)
        return [
            replace(self._customer(row_id, minor), adds=Decimal(minor * minor * 10_000) / (total * total))
            for row_id, minor in owed
        ]

    # -- credit decisions -----------------------------------------------------------------------

    def _breaches(self) -> list[KpiRow]:
        return [
            KpiRow(
                "limit", one.customer_id, one.customer_id, "", _ONE, amount=one.owed,
                code="kpi_row.limit", params={"limit": self._major(one.limit)},
            )
            for one in self._facts.breaches
        ]  # fmt: skip

    def _exceptions(self) -> list[KpiRow]:
        return [
            KpiRow(
                one.kind, one.row_id, one.customer_id, "", _ONE, on=one.on,
                code=f"kpi_row.{one.kind}", params={"was": one.was, "now": one.now, "by": one.by},
            )
            for one in self._facts.exceptions
        ]  # fmt: skip

    def _reviews(self) -> list[KpiRow]:
        return [
            KpiRow(
                "review", one.customer_id, one.customer_id, "", _ONE, on=one.due_on,
                days=(self._end - one.due_on).days, code=f"review.{one.reason.value}", params=one.params,
            )
            for one in self._facts.reviews
        ]  # fmt: skip


def names_behind(reader_rows: Callable[[str], KpiRows], keys: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Who is behind each of these figures, whoever adds most first."""
    return {key: tuple(dict.fromkeys(one.customer for one in reader_rows(key).rows)) for key in keys}
