"""What insurers are to pay, when, and for which invoices: the claims as they stood on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.claim_state import ClaimState
from app.domain.document import Document
from app.domain.forecast import ASSIGNED, CLAIM, CLAIM_DAYS, Dated
from app.domain.insurance_deadline import waiting_end
from app.domain.insurance_record import Claim, ClaimEvent
from app.domain.money import exponent, round_minor
from app.domain.policy import Anchor, Cause
from app.services.rate_book import RateBook
from app.storage.readers.cover import SqlCoverReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.claim_views import ClaimRow
    from app.services.session import CompanySession
    from app.storage.store import SqlStore

_OVER = {ClaimState.DECLINED.value, ClaimState.CLOSED.value, ClaimState.WITHDRAWN.value}
_DECIDED = {ClaimState.APPROVED.value, ClaimState.PARTIAL.value}


def expected_claims(store: SqlStore, session: CompanySession, as_of: date) -> Mapping[str, Sequence[Dated]]:
    """By the currency of the invoices; what the insurer pays somebody else is marked as such."""
    events: dict[int, list[ClaimEvent]] = defaultdict(list)
    for one in store.find(ClaimEvent):
        if one.on <= as_of:
            events[one.claim_id].append(one)
    live = {
        one.id for one in store.find(Claim) if one.opened_on <= as_of and _state(events[one.id]) not in _OVER
    }
    found: dict[str, list[Dated]] = defaultdict(list)
    if not live:
        return found
    reader = SqlCoverReader(store)
    rates = RateBook(reader.rates(), reader.base())
    days = _claim_days(session.settings.get("cash.assumptions", {}))
    for row in session.claims.claims():
        if row.claim.id in live:
            for currency, dated in _of_claim(store, session, row, events[row.claim.id], as_of, days, rates):
                found[currency].append(dated)
    return found


def _claim_days(assumed: object) -> int:
    """Days from when a claim could be filed to its payment: the company's own assumption, or the usual."""
    told = assumed.get("claim_days") if isinstance(assumed, dict) else None
    return told if isinstance(told, int) and told >= 0 else CLAIM_DAYS


def _state(events: Sequence[ClaimEvent]) -> str:
    """The last state reached; "" before the first."""
    reached = [one for one in events if one.kind == "state"]
    return max(reached, key=lambda one: (one.on, one.id)).state if reached else ""


def _of_claim(
    store: SqlStore,
    session: CompanySession,
    row: ClaimRow,
    events: Sequence[ClaimEvent],
    as_of: date,
    days: int,
    rates: RateBook,
) -> list[tuple[str, Dated]]:
    documents = [one for one in store.find(Document, id=list(row.documents)) if one.doc_date <= as_of]
    decided = [one for one in events if one.kind == "state" and one.state in _DECIDED]
    paid = sum(one.amount for one in events if one.kind == "payment")
    whole = decided[-1].amount if decided else session.claims.calculation(row.claim.id).payable
    left = max(0, whole - paid)
    if not documents:
        return []
    start = decided[-1].on if decided else _could_be_filed(session, row, documents)
    on = max(start + timedelta(days), as_of + timedelta(1))
    kind = ASSIGNED if row.claim.payee.strip() else CLAIM
    groups: dict[str, list[Document]] = defaultdict(list)
    for one in documents:
        groups[one.currency].append(one)
    made, owed = [], _worth(groups, row.claim.currency, as_of, rates)
    total = sum(owed.values(), Decimal(0))
    for currency, share in owed.items():
        rate = rates.cross(row.claim.currency, currency, as_of)
        if not total or rate is None:
            continue
        scale = exponent(currency) - exponent(row.claim.currency)
        amount = round_minor((Decimal(left) * share / total * rate).scaleb(scale))
        named = frozenset(one.id for one in groups[currency])
        # Nothing more to come still says of whose invoices the rest is our own part.
        made.append((currency, Dated(row.claim.customer_id, on, amount, kind, named)))
    return made


def _worth(
    groups: Mapping[str, Sequence[Document]], currency: str, as_of: date, rates: RateBook
) -> dict[str, Decimal]:
    """What the invoices of each currency are worth in the claim's."""
    found = {}
    for each, documents in groups.items():
        rate = rates.cross(each, currency, as_of)
        if rate is not None:
            found[each] = Decimal(sum(one.open or one.amount for one in documents)) * rate
    return found


def _could_be_filed(session: CompanySession, row: ClaimRow, documents: Sequence[Document]) -> date:
    """The day of filing, or the end of the waiting period where that is later or it is not filed yet."""
    claim, terms = row.claim, row.policy.terms
    buyer = session.policies.buyers([claim.customer_id]).get(claim.customer_id)
    waiting = terms.waiting(Cause(claim.cause), buyer.country if buyer is not None else "")
    due = min(one.due_date or one.doc_date for one in documents)
    waited = waiting_end({Anchor.DUE: due, Anchor.NOTICE: claim.opened_on}, terms, waiting)
    start = claim.filed_on or claim.opened_on
    return start if waited is None else max(start, waited)
