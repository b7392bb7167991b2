"""What is at risk with a customer, piece by piece, never the same goods twice.

An order becomes a delivery, a delivery an invoice: each later stage takes its part out of the
earlier one, so that the sum does not depend on the order in which papers arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Piece(StrEnum):
    """The parts of an exposure, in the order in which they are shown."""

    OPEN_ITEMS = "open_items"
    UNAPPLIED = "unapplied"
    BILLS_HELD = "bills_held"
    RETURNED = "returned"
    DELIVERED = "delivered"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One open order: its amount, and how much of it was delivered, invoiced and prepaid; minor units.

    ``invoiced`` may run ahead of ``delivered``; a cancelled order counts only what was delivered.
    """

    amount: int
    delivered: int = 0
    invoiced: int = 0
    prepaid: int = 0
    cancelled: bool = False

    @property
    def delivered_not_invoiced(self) -> int:
        """Goods gone out and not yet among the open items."""
        return max(0, self.delivered - self.invoiced)

    @property
    def unbilled(self) -> int:
        """What is ordered and neither delivered nor invoiced nor paid before."""
        if self.cancelled:
            return 0
        return max(0, self.amount - max(self.delivered, self.invoiced) - self.prepaid)


@dataclass(frozen=True, slots=True)
class Exposure:
    """The pieces (minor units; unapplied cash is ≤ 0) and their sum, never below nothing."""

    pieces: tuple[tuple[Piece, int], ...]

    @property
    def total(self) -> int:
        """What is at risk."""
        return max(0, sum(amount for _, amount in self.pieces))

    def of(self, piece: Piece) -> int:
        """One piece."""
        return dict(self.pieces).get(piece, 0)


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """One thing behind a piece of an exposure: a document, a bill or an order; signed minor units."""

    piece: str
    kind: str
    number: str
    on: date
    currency: str
    amount: int
    due: date | None = None
    row_id: int = 0
    customer_id: int = 0
    customer: str = ""


@dataclass(frozen=True, slots=True)
class ExposureView:
    """An exposure in one currency with the rows behind it, each in its own currency.

    ``missing`` are currencies without a rate, left out of the sums. ``group`` is the same of the whole
    group where the customer is in one that has a limit.
    """

    currency: str
    exposure: Exposure
    rows: tuple[ExposureRow, ...]
    missing: tuple[str, ...] = ()
    group: ExposureView | None = None


def exposure(
    *,
    open_items: int,
    unapplied: int = 0,
    bills_held: int = 0,
    returned: int = 0,
    orders: Iterable[OrderLine] = (),
) -> Exposure:
    """All pieces of a customer's exposure; a returned payment is one until it stands among the open items.

    ``open_items`` still hold invoices for which a bill is held (a bill pays when it clears): pass
    as ``bills_held`` only bills passed on with recourse, whose invoices count as paid.
    """
    lines: Sequence[OrderLine] = tuple(orders)
    return Exposure(
        (
            (Piece.OPEN_ITEMS, open_items),
            (Piece.UNAPPLIED, -abs(unapplied)),
            (Piece.BILLS_HELD, bills_held),
            (Piece.RETURNED, returned),
            (Piece.DELIVERED, sum(line.delivered_not_invoiced for line in lines)),
            (Piece.ORDERED, sum(line.unbilled for line in lines)),
        )
    )


def prepaid_once(orders: Iterable[tuple[OrderLine, int]], unapplied: int) -> list[OrderLine]:
    """Orders with only so much prepaid as the ledger does not show as money already; minor units.

    Each order comes with what was paid on its invoices. A prepayment stands first among those
    payments, then among the receipts on account (``unapplied``, either sign), oldest order first:
    whatever is found there lowers the exposure already and is not taken off the order again.
    """
    left = abs(unapplied)
    found = []
    for line, paid in orders:
        beyond = max(0, line.prepaid - max(0, paid))
        here = min(beyond, left)
        left -= here
        found.append(replace(line, prepaid=beyond - here))
    return found
