"""What is at risk with customers and groups, from few set-based questions, in any one currency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from app.domain.credit_limit import Limit, LimitState
from app.domain.dunning_rules import in_currency
from app.domain.exposure import Exposure, ExposureRow, OrderLine, Piece, exposure, prepaid_once
from app.domain.money import Money
from app.services.limit_views import Debt, OrderFacts, Usage

_TENTH = Decimal("0.1")

if TYPE_CHECKING:
    from datetime import date

    from app.services.limit_views import LimitReader


@dataclass(frozen=True, slots=True)
class InCurrency:
    """An exposure brought into one currency; ``missing`` are currencies without a rate, left out."""

    exposure: Exposure
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The exposures of some customers on a day: per customer and currency, and the orders within them."""

    by_customer: Mapping[int, Mapping[str, Exposure]]
    orders: tuple[tuple[OrderFacts, OrderLine], ...]
    rates: Mapping[str, Decimal]
    base: str

    def together(self, customer_ids: Iterable[int], currency: str) -> InCurrency:
        """All of these customers' exposures in one currency, each sum converted and rounded once."""
        sums: dict[str, dict[Piece, int]] = defaultdict(lambda: defaultdict(int))
        for customer_id in customer_ids:
            for own, found in self.by_customer.get(customer_id, {}).items():
                for piece, amount in found.pieces:
                    sums[own][piece] += amount
        total: dict[Piece, int] = dict.fromkeys(Piece, 0)
        missing: set[str] = set()
        for own, pieces in sums.items():
            for piece, amount in pieces.items():
                turned = self.turned(amount, own, currency)
                if turned is None:
                    missing.update(self.lacking(own, currency))
                else:
                    total[piece] += turned
        return InCurrency(Exposure(tuple(total.items())), tuple(sorted(missing)))

    def turned(self, minor: int, source: str, target: str) -> int | None:
        """An amount in another currency; None without a rate."""
        return in_currency(minor, source, target, self.base, self.rates)

    def lacking(self, source: str, target: str) -> tuple[str, ...]:
        """Which of two currencies has no rate, where one cannot be turned into the other."""
        if self.turned(1, source, target) is not None:
            return ()
        return tuple(
            sorted({one for one in (source, target) if one != self.base and not self.rates.get(one)})
        )


def book(
    reader: LimitReader, customer_ids: Collection[int] | None, as_of: date, without_order: int = 0
) -> Book:
    """The exposures as of a day, one open order (by id) left out where asked for."""
    debts = {(debt.customer_id, debt.currency): debt for debt in reader.debts(customer_ids, as_of)}
    orders: dict[tuple[int, str], list[OrderFacts]] = defaultdict(list)
    for order in reader.orders(customer_ids, as_of):
        if order.order_id != without_order:
            orders[order.customer_id, order.currency].append(order)
    found: dict[int, dict[str, Exposure]] = defaultdict(dict)
    netted: list[tuple[OrderFacts, OrderLine]] = []
    for key in sorted({*debts, *orders}):
        debt, own = debts.get(key, Debt(*key)), orders.get(key, [])
        lines = prepaid_once([(one.line, one.paid) for one in own], debt.unapplied)
        netted += zip(own, lines, strict=True)
        found[key[0]][key[1]] = exposure(
            open_items=debt.items,
            unapplied=debt.unapplied,
            bills_held=debt.recourse,
            returned=debt.returned,
            orders=lines,
        )
    return Book(found, tuple(netted), reader.rates(as_of), reader.base())


def order_rows(made: Book, names: Mapping[int, str]) -> list[ExposureRow]:
    """What each open order adds: delivered and not invoiced, and the unbilled rest."""
    rows = []
    for facts, line in made.orders:
        parts = ((Piece.DELIVERED, line.delivered_not_invoiced), (Piece.ORDERED, line.unbilled))
        for piece, amount in parts:
            if amount:
                row = ExposureRow(piece, "order", facts.number, facts.on, facts.currency, amount)
                name = names.get(facts.customer_id, "")
                rows.append(replace(row, row_id=facts.order_id, customer_id=facts.customer_id, customer=name))
    return rows


def usage_of(made: Book, customer_ids: Iterable[int], limit: Limit) -> Usage:
    """How far these customers together use a limit, in its currency (the own one without an amount)."""
    currency = limit.amount.currency if limit.amount else made.base
    total = made.together(customer_ids, currency)
    used = Money(total.exposure.total, currency)
    if limit.amount is None or limit.state is not LimitState.SET:
        return Usage(limit, used, None, None, total.missing)
    percent = None
    if limit.amount.minor:
        percent = (Decimal(used.minor) * 100 / limit.amount.minor).quantize(_TENTH, rounding=ROUND_HALF_UP)
    return Usage(limit, used, limit.amount - used, percent, total.missing)
