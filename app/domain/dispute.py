"""Disputes (争议): an invoice contested in all or in part, who sees to it, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from app.domain.document import Dispute, Document, DocumentKind
from app.domain.entry import LATEST
from app.domain.money import Money
from app.domain.problem import DomainError


class DisputeState(StrEnum):
    """Where a dispute stands; while it is not resolved its part is neither chased nor promised."""

    OPEN = "open"
    INVESTIGATING = "investigating"
    WAITING_CUSTOMER = "waiting_customer"
    WAITING_US = "waiting_us"
    RESOLVED = "resolved"


class DisputeReason(StrEnum):
    """What the customer contests."""

    QUALITY = "quality"
    QUANTITY = "quantity"
    PRICE = "price"
    DELIVERY = "delivery"
    DAMAGE = "damage"
    NOT_ORDERED = "not_ordered"
    INVOICE_WRONG = "invoice_wrong"
    PAPERS = "papers"
    TERMS = "terms"
    PAID = "paid"
    OTHER = "other"


class DisputeOutcome(StrEnum):
    """Who was right."""

    CUSTOMER_RIGHT = "customer_right"
    WE_RIGHT = "we_right"
    SETTLED = "settled"


def state_of(dispute: Dispute, as_of: date) -> DisputeState:
    """Where a dispute stood on a day; one without a stored state is open until it is closed."""
    if dispute.closed_on is not None and dispute.closed_on <= as_of:
        return DisputeState.RESOLVED
    stored = dispute.state or DisputeState.OPEN
    known = stored in set(DisputeState) and stored != DisputeState.RESOLVED
    return DisputeState(stored) if known else DisputeState.OPEN


def dispute_days(dispute: Dispute, as_of: date) -> int:
    """How many days a dispute has run, or ran."""
    end = min(dispute.closed_on, as_of) if dispute.closed_on else as_of
    return max(0, (end - dispute.opened_on).days)


def contested(disputes: Iterable[Dispute], open_amount: int, as_of: date) -> int:
    """What is in dispute of an invoice's ``open_amount`` on a day, minor units; never more than it."""
    live = [one for one in disputes if _running(one, as_of)]
    if any(one.amount is None for one in live):
        return max(open_amount, 0)
    return max(0, min(open_amount, sum(one.amount or 0 for one in live)))


def check_dispute(dispute: Dispute, invoice: Document, others: Iterable[Dispute]) -> None:
    """Refuse a dispute that does not fit its invoice or the disputes already running on it."""
    if invoice.kind is not DocumentKind.INVOICE:
        raise DomainError("dispute.not_invoice", number=invoice.number)
    if not invoice.doc_date <= dispute.opened_on <= LATEST:
        raise DomainError(
            "dispute.before_invoice", number=invoice.number, on=dispute.opened_on, earliest=invoice.doc_date
        )
    if dispute.target_on is not None and dispute.target_on < dispute.opened_on:
        raise DomainError("dispute.target_before", on=dispute.opened_on, target=dispute.target_on)
    running = [one for one in others if one.closed_on is None and one.id != dispute.id]
    already = sum(invoice.amount if one.amount is None else one.amount for one in running)
    wanted = invoice.amount if dispute.amount is None else dispute.amount
    if wanted <= 0:
        raise DomainError("dispute.no_amount", number=invoice.number)
    if already and wanted + already > invoice.amount:
        raise DomainError("dispute.already", number=invoice.number, already=Money(already, invoice.currency))
    if wanted > invoice.amount:
        raise DomainError(
            "dispute.above_invoice",
            number=invoice.number,
            amount=Money(wanted, invoice.currency),
            invoice=Money(invoice.amount, invoice.currency),
        )


def _running(dispute: Dispute, as_of: date) -> bool:
    return dispute.opened_on <= as_of and state_of(dispute, as_of) is not DisputeState.RESOLVED
