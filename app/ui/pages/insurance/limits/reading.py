"""What the list of buyer limits shows: each buyer's limit today, its past, and what it insures."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.domain.cover import Gap
from app.services.cover_views import base_gaps

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from app.domain.buyer_limit import InForce
    from app.domain.insurance_record import LimitDecision, ShipmentStop
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.services.cover_views import CoverBook
    from app.services.session import CompanySession

ANSWERS = frozenset({"granted", "partial", "reduced", "declined", "withdrawn", "expired"})
STOPPED, REQUESTED, NONE = "stopped", "requested", "none"
"""States beside the outcomes of a decision."""


@dataclass(frozen=True, slots=True)
class BuyerRow:
    """One buyer: its limit for a shipment of today, and its debt in the base currency.

    ``covered`` is what fills the limit, in the policy's currency. ``stopped`` is since when shipments
    are no longer insured; ``stop`` the entered stop behind it, None where the maximum extension brought it.
    """

    customer_id: int
    name: str
    name_en: str
    code: str
    policy: Policy | None
    limit: InForce | None
    why_none: str
    history: tuple[LimitDecision, ...]
    stops: tuple[ShipmentStop, ...]
    stopped: date | None = None
    stop: ShipmentStop | None = None
    open: int = 0
    insured: int = 0
    covered: int = 0
    gaps: Mapping[Gap, int] = field(default_factory=dict)

    @property
    def uninsured(self) -> int:
        """What of its debt is not insured; what it has on account is no debt."""
        return self.open - self.gaps.get(Gap.SET_OFF, 0) - self.insured

    @property
    def asked(self) -> LimitDecision | None:
        """A request the insurer has not answered."""
        last = next((one for one in self.history if one.kind != "discretionary"), None)
        return last if last is not None and last.outcome == REQUESTED else None

    @property
    def decision(self) -> LimitDecision | None:
        """The decision the limit rests on."""
        wanted = self.limit.decision_id if self.limit is not None else 0
        return next((one for one in self.history if one.id == wanted), None)

    @property
    def state(self) -> str:
        """How the buyer stands: stopped, requested, an outcome, or none."""
        if self.stopped is not None:
            return STOPPED
        if self.asked is not None:
            return REQUESTED
        if self.decision is not None:
            return self.decision.outcome
        return self.why_none or NONE

    @property
    def share(self) -> float | None:
        """How far the limit is filled; None without a limit above 0."""
        if self.limit is None or self.limit.amount <= 0:
            return None
        return self.covered / self.limit.amount


class Buyers(NamedTuple):
    """Everything the tab shows, as of a day."""

    rows: list[BuyerRow]
    policies: list[Policy]
    base: str
    today: date

    def row(self, customer_id: int) -> BuyerRow | None:
        """A buyer's row."""
        return next((one for one in self.rows if one.customer_id == customer_id), None)


def read_buyers(session: CompanySession, control: Control | None = None) -> Buyers:
    """Read every buyer with a decision, a stop or open debt; runs on the database worker."""
    today, policies = session.clock.today(), session.policies
    known = [one for one in policies.all() if one.in_use]
    if not known:
        return Buyers([], [], session.company.get().currency, today)
    book = session.cover.book(today, control=control)
    histories: dict[int, list[LimitDecision]] = defaultdict(list)
    for one in policies.decisions():
        histories[one.customer_id].append(one)
    stops: dict[int, list[ShipmentStop]] = defaultdict(list)
    for stop in policies.stops():
        stops[stop.customer_id].append(stop)
    ids = sorted({*histories, *stops, *book.buyers})
    customers = {one.id: one for one in session.customers.rows(ids)}
    in_force = policies.in_force(ids, today)
    debts = _Debts(book, today)
    rows = []
    for customer_id in ids:
        customer = customers.get(customer_id)
        if customer is None:
            continue
        found = in_force.get(customer_id)
        policy = found.policy if found is not None else None
        own = tuple(stops.get(customer_id, ()))
        running = _running(own, policy, today)
        since = [
            day for day in (running.start if running else None, debts.passed(customer_id, policy)) if day
        ]
        buyer = book.buyers.get(customer_id)
        rows.append(
            BuyerRow(
                customer_id,
                customer.name,
                customer.name_en,
                customer.code,
                policy,
                found.limit if found is not None else None,
                found.why_none if found is not None else "",
                tuple(histories.get(customer_id, ())),
                own,
                min(since, default=None),
                running,
                buyer.open if buyer else 0,
                buyer.insured if buyer else 0,
                debts.covered(customer_id, policy),
                debts.gaps(customer_id),
            )
        )
    return Buyers(rows, known, book.base, today)


class _Debts:
    """Open invoices by buyer: what fills a limit, what is not insured, what is overdue too long."""

    def __init__(self, book: CoverBook, today: date) -> None:
        self._today = today
        self._covered: dict[tuple[int, int], int] = defaultdict(int)
        self._gaps: dict[int, dict[Gap, int]] = defaultdict(lambda: defaultdict(int))
        self._oldest: dict[int, date] = {}
        for one in book.items:
            item = one.cover.item
            if one.policy is not None:
                self._covered[item.customer_id, one.policy.id] += one.cover.covered
            for gap, amount in base_gaps(one):
                self._gaps[item.customer_id][gap] += amount
            due = self._oldest.get(item.customer_id)
            self._oldest[item.customer_id] = item.due if due is None else min(due, item.due)

    def covered(self, customer_id: int, policy: Policy | None) -> int:
        """What fills the limit under a policy, in its currency."""
        return self._covered.get((customer_id, policy.id), 0) if policy is not None else 0

    def gaps(self, customer_id: int) -> Mapping[Gap, int]:
        """Each reason with its amount in the base currency, the greatest first."""
        found = self._gaps.get(customer_id, {})
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    def passed(self, customer_id: int, policy: Policy | None) -> date | None:
        """The end of the maximum extension of the oldest invoice, once it has passed."""
        due = self._oldest.get(customer_id)
        if policy is None or due is None or not policy.terms.stop_at_mep:
            return None
        extension = policy.terms.max_extension_days
        end = None if extension is None else due + timedelta(days=extension)
        return end if end is not None and end < self._today else None


def _running(stops: Collection[ShipmentStop], policy: Policy | None, today: date) -> ShipmentStop | None:
    """The entered stop that holds today."""
    return next(
        (
            one
            for one in stops
            if policy is not None
            and one.policy_id == policy.id
            and one.start <= today
            and (one.lifted is None or one.lifted >= today)
        ),
        None,
    )
