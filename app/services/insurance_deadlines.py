"""Every duty towards the insurers as a dated item: from overdue invoices, claims, limits and policies.

Nothing is stored: a duty is there as long as its reason is, and gone when the notice is sent, the
claim filed, the turnover declared.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.calendar import end_of_month, month_after
from app.domain.claim_state import LIVE, ClaimState
from app.domain.insurance_deadline import Deadline, Duty, Reckoning, deadline, mep_end, safe_day, waiting_end
from app.domain.insurance_record import Claim, ClaimEvent, ShipmentStop
from app.domain.money import Money
from app.domain.notice import REPORTS, told
from app.domain.policy import Anchor, Basis, Cause, Frequency, Period, PolicyTerms
from app.domain.policy_period import Policy, PolicyState, policy_for
from app.domain.turnover_period import periods
from app.services.duty_views import DutyItem, Hold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.calendar import WorkingDays
    from app.domain.clock import Clock
    from app.domain.insurance_record import InsurerNotice
    from app.services.cover_views import CoverReader, OpenInvoice
    from app.services.duty_views import Calendars
    from app.services.policies import PolicyService
    from app.services.ports import Store

HORIZON = 90
"""How many days ahead duties are shown."""
RENEWAL_DAYS = 60
"""So long before its end a policy without a successor is to be renewed."""
_REVIEW_MONTHS = 3


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """Bad news about a buyer that counts: the stored row, whom it is about, and the day it was known."""

    event_id: int
    customer_id: int
    on: date
    kind: str


@dataclass(frozen=True, slots=True)
class DutyDesk:
    """The company file, what is read of it, the calendar, and where calendars are written."""

    store: Store
    reader: CoverReader
    policies: PolicyService
    calendar: WorkingDays
    clock: Clock
    events: Callable[[date], Sequence[KnownEvent]]
    calendars: Calendars


class DeadlineService:
    """Answers what has to be done towards the insurers, and by when; it changes nothing."""

    def __init__(self, desk: DutyDesk) -> None:
        self._desk = desk

    def duties(self, as_of: date, horizon: int = HORIZON) -> list[DutyItem]:
        """All duties that end within ``horizon`` days, or have ended without being done, the next first."""
        policies = [one for one in self._desk.policies.all() if one.in_use]
        if not policies:
            return []
        found = _Round(self._desk, policies, as_of).items()
        last = as_of + timedelta(days=horizon)
        kept = [item for item in found if min(item.day, item.safe) <= last]
        return sorted(kept, key=lambda item: (item.day, item.duty, item.customer, item.key))

    def of_customer(self, customer_id: int, as_of: date) -> list[DutyItem]:
        """The duties about one customer."""
        return [item for item in self.duties(as_of) if item.customer_id == customer_id]

    def stopped(self, customer_id: int, as_of: date) -> date | None:
        """Since when no shipment to a customer is insured any more; None where nothing stops it."""
        found = self.hold(customer_id, as_of)
        return None if found is None else found.since

    def hold(self, customer_id: int, as_of: date) -> Hold | None:
        """What stops shipments to a customer on a day, the earliest where several do."""
        policy = self._desk.policies.which(customer_id, as_of)
        if policy is None:
            return None
        found = [
            Hold(one.start, one.cause or "other", policy)
            for one in self._desk.policies.stops(customer_id)
            if one.policy_id == policy.id
            and one.start <= as_of
            and (one.lifted is None or one.lifted >= as_of)
        ]
        if policy.terms.stop_at_mep and policy.terms.max_extension_days is not None:
            for row in self._desk.reader.invoices(as_of, [customer_id]):
                day = mep_end(row.due, policy.terms)
                if day is not None and day < as_of:
                    found.append(Hold(day, "mep", policy, row.number, row.due))
        found += self._withdrawn(policy, customer_id, as_of)
        return min(found, key=lambda one: one.since, default=None)

    def _withdrawn(self, policy: Policy, customer_id: int, as_of: date) -> list[Hold]:
        """A limit the insurer took back ends shipments as its own request to stop does."""
        limits = self._desk.policies.limits_of(policy, [customer_id], as_of).get(customer_id)
        if limits is None or limits.in_force(as_of) or limits.why_none(as_of) != "withdrawn":
            return []
        since = max(
            one.effective
            for one in self._desk.policies.decisions(customer_id, policy.id)
            if one.outcome == "withdrawn" and one.on <= as_of and one.effective <= as_of
        )
        return [Hold(since, "withdrawn", policy)]

    def write_calendar(self, path: Path, as_of: date, lang: str, horizon: int = HORIZON) -> int:
        """Write the duties as a calendar file for the owner's own calendar; how many there are."""
        found = self.duties(as_of, horizon)
        self._desk.calendars(found, path, lang)
        return len(found)


class _Round:
    """One look at everything, read once."""

    def __init__(self, desk: DutyDesk, policies: Sequence[Policy], as_of: date) -> None:
        self._desk, self._policies, self._as_of = desk, policies, as_of
        self._home = desk.policies.home()
        buyers = desk.policies.buyers()
        self._countries = {row_id: one.country for row_id, one in buyers.items()}
        self._overdue: dict[tuple[int, int], list[OpenInvoice]] = defaultdict(list)
        self._shipped: dict[int, dict[date, list[OpenInvoice]]] = defaultdict(lambda: defaultdict(list))
        each_told = any(one.terms.declaration is Frequency.SHIPMENT for one in policies)
        for row in desk.reader.invoices(as_of, None):
            if row.due >= as_of and not each_told:
                continue
            policy = policy_for(policies, buyers[row.customer_id], row.shipped)
            if policy is None:
                continue
            if row.due < as_of:
                self._overdue[policy.id, row.customer_id].append(row)
            if policy.terms.declaration is Frequency.SHIPMENT:
                self._shipped[policy.id][row.shipped].append(row)
        self._notices: dict[tuple[int, int], list[InsurerNotice]] = defaultdict(list)
        for notice in desk.reader.notices(as_of):
            self._notices[notice.policy_id, notice.customer_id].append(notice)
        self._claims = [one for one in desk.store.find(Claim) if ClaimState(one.state) in LIVE]
        ids = {customer for _, customer in self._overdue} | {one.customer_id for one in self._claims}
        self._names = dict(desk.reader.names(list(ids | set(buyers)))) if ids else {}
        self._by_id = {one.id: one for one in policies}

    def items(self) -> Iterator[DutyItem]:
        """Every duty."""
        for (policy_id, customer_id), rows in self._overdue.items():
            yield from self._of_debt(self._by_id[policy_id], customer_id, rows)
        for claim in self._claims:
            if claim.policy_id in self._by_id:
                yield from self._of_claim(self._by_id[claim.policy_id], claim)
        yield from self._adverse()
        for policy in self._policies:
            yield from self._of_policy(policy)

    # -- what is overdue ------------------------------------------------------------------------

    def _of_debt(self, policy: Policy, customer_id: int, rows: Sequence[OpenInvoice]) -> Iterator[DutyItem]:
        notices = self._notices.get((policy.id, customer_id), [])
        untold = [row for row in rows if not told(notices, row.document_id, row.issued)]
        big = [row for row in untold if row.open >= policy.terms.notify_minimum]
        if (item := self._earliest(Duty.NOTICE, policy, customer_id, big)) is not None:
            yield item
        yield from self._extension(policy, customer_id, rows)
        filed = any(
            one.policy_id == policy.id and one.customer_id == customer_id and one.filed_on is not None
            for one in self._claims
        )
        reports = [one for one in notices if one.kind in REPORTS]
        if not filed and reports:
            reported = [row for row in rows if told(notices, row.document_id, row.issued)]
            yield from self._towards_claim(policy, customer_id, reported, reports)

    def _earliest(
        self, duty: Duty, policy: Policy, customer_id: int, rows: Sequence[OpenInvoice]
    ) -> DutyItem | None:
        """The duty of the invoice whose day comes first; it is about all of them."""
        found: list[Deadline] = []
        for row in rows:
            anchors = _anchors(row, policy.terms)
            made = self._deadline(policy, "notify", policy.terms.notify, anchors)
            if made is not None:
                found.append(made)
        if not found:
            return None
        first = min(found, key=lambda one: one.day)
        return self._item(duty, policy, first, customer_id, rows)

    def _extension(self, policy: Policy, customer_id: int, rows: Sequence[OpenInvoice]) -> Iterator[DutyItem]:
        """The end of the maximum extension; once it has passed, the duty to stop until that is recorded."""
        if not policy.terms.stop_at_mep:
            return
        ends = [day for row in rows if (day := mep_end(row.due, policy.terms)) is not None]
        if not ends:
            return
        oldest = min(row.due for row in rows)
        period = (Period(Anchor.DUE, policy.terms.max_extension_days or 0),)
        made = self._deadline(policy, "max_extension_days", period, {Anchor.DUE: oldest})
        if made is None:
            return
        if min(ends) >= self._as_of:
            yield self._item(Duty.MEP_END, policy, made, customer_id, rows)
            return
        stops = self._desk.store.find(ShipmentStop, policy_id=policy.id, customer_id=customer_id)
        if not any(one.lifted is None or one.lifted >= self._as_of for one in stops):
            yield self._item(Duty.STOP, policy, made, customer_id, rows)

    def _towards_claim(
        self,
        policy: Policy,
        customer_id: int,
        rows: Sequence[OpenInvoice],
        notices: Sequence[InsurerNotice],
    ) -> Iterator[DutyItem]:
        """After a notice: the end of the waiting period, and the last day to file."""
        if not rows:
            return
        first = min(rows, key=lambda row: row.due)
        # An older notice about what has been paid since says nothing of these invoices.
        about = [
            one for one in notices if any(told([one], row.document_id, row.issued) for row in rows)
        ] or notices
        sent = min(one.sent_on for one in about if one.sent_on is not None)
        known = min(one.known_on for one in about)
        anchors = {**_anchors(first, policy.terms), Anchor.NOTICE: sent, Anchor.KNOWLEDGE: known}
        insolvent = any(one.kind == "insolvency" for one in about)
        cause = Cause.INSOLVENCY if insolvent else Cause.DEFAULT
        days = policy.terms.waiting(cause, self._countries.get(customer_id, ""))
        waited = waiting_end(anchors, policy.terms, days)
        if waited is not None:
            anchors[Anchor.WAITING_END] = waited
            if waited >= self._as_of and days:
                period = (Period(policy.terms.waiting_anchor, days),)
                made = self._deadline(policy, "waiting_days", period, anchors)
                if made is not None:
                    yield self._item(Duty.WAITING_END, policy, made, customer_id, rows)
        made = self._deadline(policy, "claim", policy.terms.claim, anchors)
        if made is not None:
            yield self._item(Duty.CLAIM, policy, made, customer_id, rows)

    # -- claims, bad news -----------------------------------------------------------------------

    def _of_claim(self, policy: Policy, claim: Claim) -> Iterator[DutyItem]:
        """What a filed claim waits for: papers, the insurer's answer, our objection."""
        wanted = _CLAIM_DUTIES.get(ClaimState(claim.state))
        if wanted is None or claim.filed_on is None:
            return
        duty, clause, anchor = wanted
        start = claim.filed_on
        if anchor is not Anchor.FILED:
            events = [
                one
                for one in self._desk.store.find(ClaimEvent, claim_id=claim.id, kind="state")
                if one.state == claim.state
            ]
            start = max((one.on for one in events), default=claim.filed_on)
        anchors = {Anchor.FILED: claim.filed_on, anchor: start, Anchor.DECISION: start}
        if claim.loss_on is not None:
            anchors[Anchor.LOSS] = claim.loss_on
        made = self._deadline(policy, clause, getattr(policy.terms, clause), anchors)
        if made is not None:
            item = self._item(duty, policy, made, claim.customer_id, ())
            amount = Money(claim.approved or claim.claimed, claim.currency)
            yield replace(item, key=f"{duty}:claim:{claim.id}", amounts=(amount,), claim_id=claim.id)

    def _adverse(self) -> Iterator[DutyItem]:
        """Bad news about an insured buyer that the insurer was not told."""
        for event in self._desk.events(self._as_of):
            policy = self._desk.policies.which(event.customer_id, self._as_of)
            if policy is None or event.on < policy.record.start:
                continue
            notices = self._notices.get((policy.id, event.customer_id), [])
            if any(one.kind != "overdue" and one.known_on >= event.on for one in notices):
                continue
            made = self._deadline(policy, "adverse", policy.terms.adverse, {Anchor.KNOWLEDGE: event.on})
            if made is not None:
                item = self._item(Duty.ADVERSE, policy, made, event.customer_id, ())
                yield replace(item, key=f"{Duty.ADVERSE}:{event.event_id}", param=event.kind)

    # -- the policy itself ----------------------------------------------------------------------

    def _of_policy(self, policy: Policy) -> Iterator[DutyItem]:
        yield from self._declarations(policy)
        if policy.state_on(self._as_of) is not PolicyState.ACTIVE:
            return
        yield from self._limits(policy)
        renewed = any(one.record.previous_id == policy.id for one in self._desk.policies.all())
        if not renewed:
            yield self._on_day(Duty.RENEWAL, policy, Anchor.POLICY_END, policy.last_day, 0)
        deposit = policy.terms.deposit_premium
        if deposit and self._desk.reader.used(policy.id, self._as_of).premium_paid < deposit:
            item = self._on_day(Duty.PREMIUM, policy, Anchor.SHIPMENT, policy.record.start, 0)
            yield replace(item, amounts=(Money(deposit, policy.record.currency),))
        review = _quarter_end(self._as_of)
        if review <= policy.last_day:
            yield self._on_day(Duty.LIMIT_REVIEW, policy, Anchor.PERIOD_END, review, 0)

    def _declarations(self, policy: Policy) -> Iterator[DutyItem]:
        """Periods that have ended, or end soon, and days of shipment, that are not declared."""
        terms = policy.terms
        if terms.declaration_due is None:
            return
        made = [one for one in self._desk.reader.declarations(self._as_of) if one.policy_id == policy.id]
        shipped = self._shipped.get(policy.id, {})
        spans = periods(terms.declaration, policy.record.start, policy.last_day)
        for start, end in [*spans, *((day, day) for day in sorted(shipped))]:
            if any(one.start <= start and end <= one.end for one in made):
                continue
            found = self._deadline(
                policy, "declaration_due", (terms.declaration_due,), {Anchor.PERIOD_END: end}
            )
            if found is not None:
                item = self._item(Duty.DECLARATION, policy, found, None, shipped.get(start, ()))
                yield replace(item, key=f"{Duty.DECLARATION}:{policy.id}:{start}", param=f"{start}/{end}")

    def _limits(self, policy: Policy) -> Iterator[DutyItem]:
        """Limits that end before the policy does."""
        for customer_id, limits in self._desk.policies.limits_of(policy, None, self._as_of).items():
            limit = limits.in_force(self._as_of)
            if limit is None or limit.until is None or limit.until >= policy.last_day:
                continue
            item = self._on_day(Duty.LIMIT_EXPIRY, policy, Anchor.DECISION, limit.until, 0)
            yield replace(
                item,
                key=f"{Duty.LIMIT_EXPIRY}:{limit.decision_id}",
                customer_id=customer_id,
                customer=self._name(customer_id),
                amounts=(Money(limit.amount, policy.record.currency),),
            )

    # -- making items ---------------------------------------------------------------------------

    def _deadline(
        self, policy: Policy, clause: str, wanted: Sequence[Period], anchors: Mapping[Anchor, date]
    ) -> Deadline | None:
        where = policy.terms.where.get(clause, "")
        return deadline(wanted, anchors, policy.terms, self._desk.calendar, self._home, clause=where)

    def _on_day(self, duty: Duty, policy: Policy, anchor: Anchor, day: date, days: int) -> DutyItem:
        """A duty that is bound to a day of its own."""
        safe = safe_day(day, policy.terms.margin_days, self._desk.calendar, self._home)
        reckoning = Reckoning(anchor, day, days, 0, Basis.CALENDAR, day, "")
        item = self._item(duty, policy, Deadline(day, safe, (reckoning,)), None, ())
        return replace(item, key=f"{duty}:{policy.id}:{day}")

    def _item(
        self,
        duty: Duty,
        policy: Policy,
        made: Deadline,
        customer_id: int | None,
        rows: Sequence[OpenInvoice],
    ) -> DutyItem:
        sums: dict[str, int] = defaultdict(int)
        for row in rows:
            sums[row.currency] += row.open
        return DutyItem(
            f"{duty}:{policy.id}:{customer_id or 0}",
            duty,
            policy,
            made,
            customer_id,
            self._name(customer_id),
            tuple(Money(minor, currency) for currency, minor in sums.items()),
            tuple((row.document_id, row.number) for row in rows),
        )

    def _name(self, customer_id: int | None) -> str:
        if customer_id is None:
            return ""
        if customer_id not in self._names:
            self._names.update(self._desk.reader.names([customer_id]))
        return self._names.get(customer_id, "")


_CLAIM_DUTIES: Mapping[ClaimState, tuple[Duty, str, Anchor]] = {
    ClaimState.FILED: (Duty.ANSWER, "answer", Anchor.FILED),
    ClaimState.ASSESSING: (Duty.ANSWER, "answer", Anchor.FILED),
    ClaimState.DOCS_REQUESTED: (Duty.DOCUMENTS, "documents", Anchor.KNOWLEDGE),
    ClaimState.DECLINED: (Duty.OBJECTION, "objection", Anchor.DECISION),
    ClaimState.PARTIAL: (Duty.OBJECTION, "objection", Anchor.DECISION),
}


def _anchors(row: OpenInvoice, terms: PolicyTerms) -> dict[Anchor, date]:
    """The days a period may run from for one invoice."""
    anchors = {Anchor.SHIPMENT: row.shipped, Anchor.DUE: row.due}
    if (extended := mep_end(row.due, terms)) is not None:
        anchors[Anchor.MEP_END] = extended
    return anchors


def _quarter_end(day: date) -> date:
    first = (day.month - 1) // _REVIEW_MONTHS * _REVIEW_MONTHS + 1
    return end_of_month(month_after(day.replace(month=first, day=1), _REVIEW_MONTHS - 1, 1))
