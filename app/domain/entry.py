"""What a document typed by hand must satisfy, on its own and with what is already set against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from types import MappingProxyType

from app.domain.document import DEBITS, Allocation, Document, DocumentKind
from app.domain.money import CURRENCIES, Money
from app.domain.problem import DomainError

NUMBER_PREFIX: Mapping[DocumentKind, str] = MappingProxyType(
    {
        DocumentKind.REFUND: "RF",
        DocumentKind.CREDIT_NOTE: "CN",
        DocumentKind.RECEIPT: "RC",
        DocumentKind.WRITE_OFF: "WO",
    }
)
EARLIEST, LATEST = date(1980, 1, 1), date(2100, 12, 31)
MOST = 10**15
"""More minor units than any invoice has; sums of a whole ledger still fit 64 bits."""


def check_document(document: Document) -> None:
    """Refuse a document without a number (invoices), amount, known currency or believable date."""
    if document.kind is DocumentKind.INVOICE and not document.number:
        raise DomainError("document.number_missing")
    if document.currency not in CURRENCIES:
        raise DomainError("money.unknown_currency", currency=document.currency)
    if document.amount <= 0:
        raise DomainError("amount.not_positive", number=document.number)
    if document.amount > MOST:
        raise DomainError("amount.too_large", amount=Money(document.amount, document.currency))
    for day in (document.doc_date, document.due_date):
        if day is not None and not EARLIEST <= day <= LATEST:
            raise DomainError("document.bad_date", date=day, earliest=EARLIEST, latest=LATEST)
    if document.book_rate is not None and document.book_rate <= 0:
        raise DomainError("document.bad_rate", rate=document.book_rate)


def check_edit(old: Document, new: Document, allocations: Sequence[Allocation]) -> None:
    """Refuse an edit that no longer fits the live ``allocations`` of the document."""
    if not allocations:
        return
    for field in ("kind", "customer_id", "currency"):
        if getattr(old, field) != getattr(new, field):
            raise DomainError("document.allocated", number=old.number, field=(f"field.{field}", {}))
    check_fits(new, allocations)


def check_fits(document: Document, allocations: Sequence[Allocation]) -> None:
    """Refuse a document whose ``allocations`` exceed its amount or predate it."""
    used = most_used(document, allocations)
    if used > document.amount:
        raise DomainError(
            "document.below_allocated",
            number=document.number,
            amount=Money(document.amount, document.currency),
            allocated=Money(used, document.currency),
        )
    first = min((one.date for one in allocations), default=document.doc_date)
    if first < document.doc_date:
        raise DomainError(
            "document.after_allocation", number=document.number, date=document.doc_date, first=first
        )


def fits(document: Document, allocations: Sequence[Allocation]) -> bool:
    """Whether the allocations neither exceed the document nor predate it."""
    within = most_used(document, allocations) <= document.amount
    return within and all(one.date >= document.doc_date for one in allocations)


def most_used(document: Document, allocations: Sequence[Allocation]) -> int:
    """The most that was ever set against the document at once (minor units): some may be taken back."""
    steps: dict[date, int] = defaultdict(int)
    for one in allocations:
        steps[one.date] += allocated(document, one)
    return max(accumulate(steps[day] for day in sorted(steps)), default=0)


def allocated(document: Document, allocation: Allocation) -> int:
    """The allocation's amount on the document's side, in its currency (minor units)."""
    return allocation.amount if document.kind in DEBITS else allocation.credit_amount


def check_original(document: Document, original: Document) -> None:
    """Refuse a credit note or write-off that corrects something other than this customer's invoice."""
    if original.kind is not DocumentKind.INVOICE or original.customer_id != document.customer_id:
        raise DomainError("document.bad_original", number=document.number, original=original.number)
