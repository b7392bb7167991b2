"""Late interest and early-payment discounts as a letter states them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from app.domain.interest import half_up, interest_of
from app.domain.letter_facts import DiscountOffer, InterestTerms, LetterItem
from app.domain.money import Money

if TYPE_CHECKING:
    from app.domain.customer import Customer
    from app.domain.early_discount import EarlyDiscount
    from app.domain.interest import InterestWorking
    from app.domain.interest import Span as InterestSpan
    from app.domain.letter import Letter, LetterLine


def interest_terms(
    letter: Letter,
    lines: Sequence[LetterLine],
    customer: Customer,
    workings: Mapping[tuple[date, int], InterestWorking],
) -> InterestTerms | None:
    """By what interest runs on the letter's lines; None where it runs on none of them."""
    each: list[int] = []
    spans: list[InterestSpan] = []
    found: list[InterestWorking] = []
    daily, seen = Fraction(0), set[int]()
    for line in lines:
        working = workings.get((letter.run_on, line.document_id))
        claims = [
            claim
            for claim in (working.claims if working else ())
            if line.instalment_id is None or claim.claim.instalment_id == line.instalment_id
        ]
        each.append(half_up(sum((claim.interest for claim in claims), Fraction(0))))
        last = max((span for claim in claims for span in claim.spans), key=lambda s: s.end, default=None)
        if working is None or last is None:
            continue
        spans.append(last)
        if working.document_id not in seen:
            found.append(working)
            seen.add(working.document_id)
        if not any(claim.cut for claim in claims):
            daily += interest_of(line.amount, last.rate, last.period, 1, last.year_basis)
    if not found:
        return None
    return _summed(found, spans, each, half_up(daily), customer, letter)


def _summed(
    found: Sequence[InterestWorking],
    spans: Sequence[InterestSpan],
    each: Sequence[int],
    daily: int,
    customer: Customer,
    letter: Letter,
) -> InterestTerms:
    basis = found[-1].basis
    currency = letter.currency
    one_rate = len({(span.rate, span.period) for span in spans}) == 1
    clause = customer.late_rate_clause if basis.code == "contract" else ""
    due = [working.compensation for working in found if working.compensation]
    same = sum(money.minor for money in due if money.currency == currency)
    fixed = Money(same, currency) if same else None
    if fixed is None and due:
        fixed = Money(sum(m.minor for m in due if m.currency == due[0].currency), due[0].currency)
    return InterestTerms(
        basis.code,
        clause or (basis.rule.cited(letter.language) if basis.rule and basis.code != "contract" else ""),
        spans[-1].rate if one_rate else None,
        str(spans[-1].period) if one_rate else "",
        found[-1].says if one_rate else None,
        daily,
        sum(each),
        fixed,
        tuple(each),
    )


def discount_offer(
    letter: Letter, items: Sequence[LetterItem], running: Mapping[tuple[date, int], EarlyDiscount]
) -> DiscountOffer | None:
    """What may be deducted if all is paid by the earliest of the invoices' last days."""
    offers = [
        offer for item in items if (offer := running.get((letter.run_on, item.document_id))) is not None
    ]
    if not offers:
        return None
    rates = {offer.percent for offer in offers}
    alike = len(rates) == 1 and len(offers) == len(items)
    return DiscountOffer(
        rates.pop() if alike else None,
        min(offer.until for offer in offers),
        sum(offer.amount.minor for offer in offers),
    )
