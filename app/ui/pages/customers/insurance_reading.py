"""What a customer's file reads about its insurance: policy, limit, cover, duties, claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from app.domain.insurance_record import LimitDecision, ShipmentStop
    from app.domain.policy_period import Policy
    from app.services.claim_views import ClaimRow
    from app.services.cover_views import BuyerCover, CoverBook
    from app.services.duty_views import DutyItem
    from app.services.policies import LimitInForce
    from app.services.session import CompanySession


@dataclass(frozen=True, slots=True)
class InsuredGlance:
    """How a customer is insured today: its policy and limit, its debt and the insured part (base currency).

    ``open`` is the debt less what the customer has on account, ``set_off`` that. ``pct`` is what the policy
    pays of a default; ``held`` is None where no policy covers a shipment of today.
    """

    held: LimitInForce | None
    pct: Decimal | None
    open: int
    insured: int
    base: str
    set_off: int = 0

    @property
    def policy(self) -> Policy | None:
        """The policy shipments of today fall under."""
        return self.held.policy if self.held else None


@dataclass(frozen=True, slots=True)
class Insured:
    """Everything the tab shows, as of a day."""

    today: date
    glance: InsuredGlance
    book: CoverBook
    buyer: BuyerCover | None
    decisions: Sequence[LimitDecision]
    stops: Sequence[ShipmentStop]
    stopped: date | None
    duties: Sequence[DutyItem]
    claims: Sequence[ClaimRow]
    policies: Sequence[Policy]


def read_insured_glance(session: CompanySession, customer_id: int) -> InsuredGlance | None:
    """What the head of the file shows; None without any policy."""
    if not session.cover.has_policy():
        return None
    return _glance(session, customer_id, session.cover.of_customer(customer_id, session.clock.today()))


def _glance(session: CompanySession, customer_id: int, book: CoverBook) -> InsuredGlance:
    from app.domain.policy import Cause  # noqa: PLC0415 - only where there is a policy

    held = session.policies.in_force([customer_id], book.as_of).get(customer_id)
    buyer = session.policies.buyers([customer_id]).get(customer_id)
    pct = None
    if held is not None:
        own = held.limit is not None and held.limit.kind == "discretionary"
        country = buyer.country if buyer else ""
        pct = held.policy.terms.pct(Cause.DEFAULT, discretionary=own, country=country)
    return InsuredGlance(held, pct, book.net, book.insured, book.base, book.set_off)


def read_insured(session: CompanySession, customer_id: int) -> Insured | None:
    """Read the tab; None without any policy. Runs on the database worker."""
    if not session.cover.has_policy():
        return None
    today = session.clock.today()
    book = session.cover.of_customer(customer_id, today)
    return Insured(
        today,
        _glance(session, customer_id, book),
        book,
        book.buyers.get(customer_id),
        session.policies.decisions(customer_id),
        session.policies.stops(customer_id),
        session.deadlines.stopped(customer_id, today),
        session.deadlines.of_customer(customer_id, today),
        session.claims.claims(customer_id),
        session.policies.all(),
    )
