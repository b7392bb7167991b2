"""Set-off (冲抵): what a buyer has on account comes off what it owes before anything counts as insured.

Claims are reckoned on the debt after set-off, so a receipt, prepayment or credit note that nobody has
allocated yet counts as though it had been. A credit note first comes off the invoice that it corrects;
all else, and what is left of it, off the invoice with the earliest original due date, as insurers count
whatever a buyer pays. Only the same buyer and currency, only credits of the day or before, and money
given back that stands open (a refund) takes from the credits first. Source: policy wordings on set-off
and on payments after default going to the oldest invoice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from app.domain.document import DocumentKind


class OnAccount(NamedTuple):
    """A document that stands open beside the invoices; minor units of its currency, always positive.

    Receipts, credit notes and write-offs are credits; a refund takes from them. ``original_id`` is the
    invoice that a credit note corrects.
    """

    document_id: int
    customer_id: int
    kind: str
    number: str
    on: date
    currency: str
    open: int
    original_id: int | None = None


@dataclass(frozen=True, slots=True)
class SetOff:
    """So much of a credit comes off an invoice; minor units of the currency of both."""

    credit_id: int
    kind: str
    number: str
    on: date
    amount: int


class Owing(Protocol):
    """An open invoice; ``open`` in minor units of its currency, ``due`` its original due date."""

    @property
    def document_id(self) -> int:
        """Which it is."""

    @property
    def due(self) -> date:
        """Original due date."""

    @property
    def currency(self) -> str:
        """In which it is owed."""

    @property
    def open(self) -> int:
        """What is open of it."""


def lay(owed: Iterable[Owing], account: Iterable[OnAccount]) -> Mapping[int, tuple[SetOff, ...]]:
    """One buyer's credits on its open invoices: what comes off each, by invoice.

    Nothing is laid twice, no invoice gets more than is open, and a buyer with more on account than it
    owes has the rest left.
    """
    laid: dict[int, list[SetOff]] = defaultdict(list)
    by_currency: dict[str, list[Owing]] = defaultdict(list)
    for one in owed:
        by_currency[one.currency].append(one)
    held: dict[str, list[OnAccount]] = defaultdict(list)
    for each in account:
        held[each.currency].append(each)
    for currency, invoices in by_currency.items():
        if currency in held:
            _lay(sorted(invoices, key=_by_due), held[currency], laid)
    return {document_id: tuple(parts) for document_id, parts in laid.items()}


def _by_due(one: Owing) -> tuple[date, int]:
    return one.due, one.document_id


def _lay(invoices: Sequence[Owing], account: Iterable[OnAccount], laid: dict[int, list[SetOff]]) -> None:
    """One currency: each credit note on its own invoice, then the oldest credit on the oldest invoice."""
    owing = {one.document_id: one.open for one in invoices}
    credits_left = _less_refunds(account)

    def take(place: int, document_id: int) -> None:
        credit, left = credits_left[place]
        amount = min(left, owing[document_id])
        if amount > 0:
            owing[document_id] -= amount
            credits_left[place] = (credit, left - amount)
            laid[document_id].append(
                SetOff(credit.document_id, credit.kind, credit.number, credit.on, amount)
            )

    for place, (credit, _) in enumerate(credits_left):
        if credit.original_id in owing:
            take(place, credit.original_id)
    place = 0
    for one in invoices:
        while owing[one.document_id] and place < len(credits_left):
            take(place, one.document_id)
            if not credits_left[place][1]:
                place += 1


def _less_refunds(account: Iterable[OnAccount]) -> list[tuple[OnAccount, int]]:
    """Credits with what refunds leave of each, the oldest first; one that corrects an invoice is spared."""
    rows = sorted(account, key=lambda one: (one.on, one.document_id))
    refunded = sum(one.open for one in rows if one.kind == DocumentKind.REFUND)
    found = [(one, one.open) for one in rows if one.kind != DocumentKind.REFUND and one.open > 0]
    for place in sorted(range(len(found)), key=lambda at: found[at][0].original_id is not None):
        credit, left = found[place]
        taken = min(refunded, left)
        refunded -= taken
        found[place] = (credit, left - taken)
    return found
