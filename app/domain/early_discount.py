"""Early-payment discounts (2/10 net 30, and tiers): what is offered until when, and what it costs a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from app.domain.document import Document, DocumentKind
from app.domain.money import Money, round_minor
from app.domain.problem import DomainError
from app.domain.terms import WHOLE, Discount
from app.domain.terms_text import parse_terms

_DAYS_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class EarlyDiscount:
    """So much less when paid by ``until`` (inclusive).

    ``annual_cost`` is the yearly rate the seller pays for the money, per cent; None where the
    invoice is due no later than the discount ends.
    """

    percent: Decimal
    until: date
    amount: Money
    pay: Money
    annual_cost: Decimal | None


def tiers(document: Document, terms: str = "") -> tuple[EarlyDiscount, ...]:
    """All discounts an invoice offers, the earliest first; ``terms`` hold where it has none of its own."""
    return tuple(_offer(document, tier) for tier in _discounts(document, terms))


def early_discount(document: Document, on: date, terms: str = "") -> EarlyDiscount | None:
    """The best discount still running for paying the invoice on a day; None when there is none.

    It is per cent of the whole invoice, so a payment of ``pay`` settles it. ``terms`` are the
    customer's or the company's, which hold where the invoice has none of its own.
    """
    return next((offer for offer in tiers(document, terms) if on <= offer.until), None)


def discount_due(terms: str, amount: int, doc_date: date, on: date) -> int:
    """How much less an invoice asks for when paid on a day, minor units; 0 where no discount runs."""
    for tier in _read(terms):
        if on <= doc_date + timedelta(days=tier.days):
            return round_minor(Decimal(amount) * tier.percent / WHOLE)
    return 0


def annual_cost(percent: Decimal, days_sooner: int) -> Decimal | None:
    """Per cent a year to two places: d ÷ (1 − d) × 365 ÷ (net − discount days); None for no days sooner."""
    if days_sooner <= 0 or percent >= WHOLE:
        return None
    exact = percent / (WHOLE - percent) * WHOLE * _DAYS_A_YEAR / days_sooner
    return exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def _discounts(document: Document, terms: str) -> Sequence[Discount]:
    return _read(document.terms or terms) if document.kind is DocumentKind.INVOICE else ()


@lru_cache(maxsize=1024)
def _read(terms: str) -> Sequence[Discount]:
    try:
        return parse_terms(terms).discounts
    except DomainError:  # terms nobody can read offer nothing
        return ()


def _offer(document: Document, tier: Discount) -> EarlyDiscount:
    until = document.doc_date + timedelta(days=tier.days)
    amount = round_minor(Decimal(document.amount) * tier.percent / WHOLE)
    due = document.due_date or document.doc_date
    return EarlyDiscount(
        tier.percent,
        until,
        Money(amount, document.currency),
        Money(document.amount - amount, document.currency),
        annual_cost(tier.percent, (due - until).days),
    )
