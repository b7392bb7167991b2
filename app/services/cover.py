"""Cover: what of every open invoice is really insured on a day, why not the rest, and what would be paid."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.buyer_limit import BuyerLimits
from app.domain.cover import Gap, Ground, Insurable, ItemCover, Spell, filled_by, not_insured, walk
from app.domain.indemnity import indemnity
from app.domain.insured_loss import loss_of
from app.domain.money import Money, exponent, round_minor
from app.domain.policy import FxRule, Scope
from app.domain.policy_period import Buyer, Policy, fits, policy_for
from app.domain.set_off import OnAccount, SetOff, lay
from app.services.control import Silent
from app.services.cover_views import BuyerCover, CoverBook, Covered, Meters, Planned
from app.services.missed_duties import Duties
from app.services.policies import limits_under
from app.services.rate_book import RateBook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from app.domain.calendar import WorkingDays
    from app.domain.clock import Clock
    from app.domain.indemnity import Used
    from app.domain.insurance_record import LimitDecision
    from app.services.control import Control
    from app.services.cover_views import CoverReader, OpenInvoice
    from app.services.policies import PolicyService

_STEP = 500
"""After so many buyers progress is said."""
_NOTHING = Decimal(0)
_PLANNED = 2**63 - 1
"""Stands for the invoice of a shipment not yet made: of two shipped on one day it comes last."""


@dataclass(frozen=True, slots=True)
class CoverDesk:
    """What is read, the policies, the calendar of working days, and today."""

    reader: CoverReader
    policies: PolicyService
    calendar: WorkingDays
    clock: Clock


class CoverService:
    """Answers what is insured, as of any day; it changes nothing."""

    def __init__(self, desk: CoverDesk) -> None:
        self._desk = desk

    def has_policy(self) -> bool:
        """Whether any policy was ever in force: without one there is nothing to reckon."""
        return any(one.in_use for one in self._desk.policies.all())

    def book(
        self, as_of: date, customer_ids: Collection[int] | None = None, control: Control | None = None
    ) -> CoverBook:
        """The cover of all open invoices on a day (of these customers): known then, no later decision."""
        return _Walk(self._desk, as_of, customer_ids).book(control or Silent())

    def of_customer(self, customer_id: int, as_of: date) -> CoverBook:
        """One customer's open invoices."""
        return self.book(as_of, [customer_id])

    def insured(self, customer_ids: Collection[int] | None, as_of: date) -> dict[int, BuyerCover]:
        """Open and insured debt per customer, base currency; nothing at all without a policy."""
        if not self.has_policy():
            return {}
        return dict(self.book(as_of, customer_ids).buyers)

    def meters(self, policy_id: int, as_of: date, book: CoverBook | None = None) -> Meters:
        """How far a policy's first loss and maximum liability are used, and what stands insured under it."""
        policy = self._desk.policies.policy(policy_id).policy
        used = self._desk.reader.used(policy_id, as_of)
        terms = policy.terms
        made = book or self.book(as_of)
        covered = sum(
            one.cover.covered for one in made.items if one.policy is not None and one.policy.id == policy_id
        )
        return Meters(
            policy,
            covered,
            terms.aggregate_first_loss or None,
            used.first_loss,
            terms.liability(used.premium_paid),
            used.liability,
            used.premium_paid,
        )

    def used(self, policy_id: int, as_of: date, without: int = 0) -> Used:
        """What claims of a policy consumed by a day (one claim left out), and the premium paid."""
        return self._desk.reader.used(policy_id, as_of, without)

    def planned(
        self, customer_id: int, amount: Money, shipped: date, *, terms_days: int = 0, method: str = ""
    ) -> Planned:
        """What of a shipment made on a day would be insured on top of all that is open then."""
        made = _Walk(self._desk, shipped, [customer_id])
        item = Insurable(
            _PLANNED,
            "",
            customer_id,
            shipped,
            shipped,
            shipped + timedelta(days=terms_days),
            amount.currency,
            amount.minor,
            method=method,
        )
        found = made.with_planned(customer_id, item)
        return Planned(amount, Money(found.cover.insured, amount.currency), found.cover.gaps, found.policy)


class _Walk:
    """One reckoning: everything it needs is read once, then each buyer is walked."""

    def __init__(self, desk: CoverDesk, as_of: date, customer_ids: Collection[int] | None) -> None:
        self._desk, self._as_of, self._ids = desk, as_of, customer_ids
        reader = desk.reader
        self._base = reader.base()
        self._rates = RateBook(reader.rates(), self._base)
        in_use = (one for one in desk.policies.all() if one.in_use)
        self._policies = sorted(in_use, key=lambda one: (one.record.start, one.id))
        first = self._policies[0] if len(self._policies) == 1 else None
        self._only = first if first is not None and first.terms.scope is Scope.BOTH else None
        self._span = (first.record.start, first.last_day) if first is not None else (date.min, date.min)
        self._renewed = {one.record.previous_id for one in self._policies}
        self._buyers = desk.policies.buyers(customer_ids) if self._policies else {}
        self._decisions: dict[tuple[int, int], list[LimitDecision]] = defaultdict(list)
        for one in desk.policies.decisions_made(customer_ids) if self._policies else ():
            self._decisions[one.policy_id, one.customer_id].append(one)
        self._duties = Duties(self._policies, reader, as_of, desk.calendar, desk.policies.home())
        self._stops: dict[tuple[int, int], list[Spell]] = defaultdict(list)
        self._consumed: dict[int, Used] = {}
        self._account: dict[int, list[OnAccount]] = defaultdict(list)
        for each in reader.on_account(as_of, customer_ids):
            self._account[each.customer_id].append(each)

    # -- what stands before the walk ------------------------------------------------------------

    def _read_stops(self, invoices: Mapping[int, Sequence[OpenInvoice]]) -> None:
        """Stops told by hand or by the insurer, and those the maximum extension brings by itself.

        An invoice that only money on account would pay counts as unpaid here, as it does for the duties:
        the insurer goes by the account, and on it the invoice is open until the credit is allocated.
        """
        for one in self._desk.reader.stops(self._as_of):
            lifted = one.lifted if one.lifted is not None and one.lifted <= self._as_of else None
            self._stops[one.policy_id, one.customer_id].append(Spell(one.start, lifted, one.cause))
        first = min((row.shipped for rows in invoices.values() for row in rows), default=None)
        for policy in self._policies:
            extension = policy.terms.max_extension_days
            if extension is None or not policy.terms.stop_at_mep or first is None:
                continue
            beyond = timedelta(days=extension)
            for late in self._desk.reader.paid_late(extension, first, self._as_of, self._ids):
                spell = Spell(late.due + beyond, late.settled, "mep")
                self._stops[policy.id, late.customer_id].append(spell)
            for customer_id, rows in invoices.items():
                oldest = min(row.due for row in rows) + beyond
                if oldest < self._as_of:
                    self._stops[policy.id, customer_id].append(Spell(oldest, None, "mep"))

    def _ground(self, policy: Policy, customer_id: int, buyer: Buyer) -> Ground:
        told = self._decisions.get((policy.id, customer_id), ())
        limits: BuyerLimits = limits_under(policy, told, self._as_of)
        return Ground(
            policy.terms,
            policy.record.start,
            policy.last_day,
            limits,
            self._stops.get((policy.id, customer_id), ()),
            buyer.country,
            buyer.kind,
        )

    # -- the walk -------------------------------------------------------------------------------

    def book(self, control: Control) -> CoverBook:
        """Every buyer in turn."""
        by_customer: dict[int, list[OpenInvoice]] = defaultdict(list)
        for row in self._desk.reader.invoices(self._as_of, self._ids):
            by_customer[row.customer_id].append(row)
        self._read_stops(by_customer)
        items: list[Covered] = []
        buyers: dict[int, BuyerCover] = {}
        for place, (customer_id, rows) in enumerate(by_customer.items()):
            if place % _STEP == 0:
                control.progress(place, len(by_customer), "cover.reckoning")
            found = self._walk_buyer(customer_id, rows)
            items.extend(found)
            buyers[customer_id] = self._sum(customer_id, found)
        missing = sorted({one.cover.item.currency for one in items if one.open_base is None})
        names = self._desk.reader.names(list(buyers))
        return CoverBook(self._as_of, self._base, tuple(items), buyers, tuple(missing), names)

    def with_planned(self, customer_id: int, item: Insurable) -> Covered:
        """The cover of one shipment more."""
        rows = list(self._desk.reader.invoices(self._as_of, [customer_id]))
        self._read_stops({customer_id: rows} if rows else {})
        found = self._walk_buyer(customer_id, rows, planned=item)
        return next(one for one in found if one.cover.item.document_id == _PLANNED)

    def _walk_buyer(
        self, customer_id: int, rows: Iterable[OpenInvoice], planned: Insurable | None = None
    ) -> list[Covered]:
        buyer = self._buyers.get(customer_id)
        chosen: dict[int, list[Insurable]] = defaultdict(list)
        found: list[Covered] = []
        laid: Mapping[int, tuple[SetOff, ...]] = {}
        if customer_id in self._account:
            rows = list(rows)
            laid = lay([*rows, planned] if planned else rows, self._account[customer_id])
        for row in rows:
            policy = self._policy(buyer, row.shipped)
            item = self._insurable(row, policy, laid.get(row.document_id, ()))
            if policy is None:
                found.append(self._covered(not_insured(item, self._why_no_policy(buyer)), None))
            else:
                chosen[policy.id].append(item)
        if planned is not None:
            planned = planned._replace(credits=laid.get(_PLANNED, ()))
            policy = self._policy(buyer, planned.shipped)
            if policy is None:
                found.append(self._covered(not_insured(planned, self._why_no_policy(buyer)), None))
            else:
                rate = self._rate(planned.currency, policy, planned.shipped)
                tax = 0 if policy.terms.vat_covered else _usual_tax(planned.owed, policy.terms.vat_pct)
                chosen[policy.id].append(planned._replace(rate=rate, vat=tax))
        if buyer is not None:
            found += self._walked(customer_id, buyer, chosen)
        return found

    def _walked(
        self, customer_id: int, buyer: Buyer, chosen: Mapping[int, Sequence[Insurable]]
    ) -> list[Covered]:
        """Policy by policy; what is owed under the one before still fills the limit of its renewal."""
        found: list[Covered] = []
        filled: dict[tuple[int | None, str], Decimal] = {}
        for policy in self._policies:
            currency = policy.record.currency
            before = filled.get((policy.record.previous_id, currency), _NOTHING)
            if policy.id in chosen:
                ground = self._ground(policy, customer_id, buyer)
                covers = walk(chosen[policy.id], replace(ground, filled=before) if before else ground)
                found += [self._covered(cover, policy) for cover in covers]
                if policy.id in self._renewed:
                    before += filled_by(covers, policy.terms.limit_usage)
            if before:
                filled[policy.id, currency] = before
        return found

    def _policy(self, buyer: Buyer | None, shipped: date) -> Policy | None:
        """The policy of a shipment; where only one could be meant its days alone decide."""
        if buyer is None:
            return None
        if self._only is not None:
            return self._only if self._span[0] <= shipped <= self._span[1] else None
        return policy_for(self._policies, buyer, shipped)

    def _why_no_policy(self, buyer: Buyer | None) -> Gap:
        known = buyer is not None and any(fits(one, buyer) for one in self._policies)
        return Gap.OUTSIDE_PERIOD if known else Gap.NO_POLICY

    def _insurable(
        self, row: OpenInvoice, policy: Policy | None, credits_laid: tuple[SetOff, ...]
    ) -> Insurable:
        """The invoice as though the credits on account were allocated to it: tax and dispute of the rest."""
        opened, late = row.open, policy is not None and self._duties.notified_late(policy, row)
        if credits_laid:
            left = opened - sum(one.amount for one in credits_laid)
            row = row._replace(open=left, disputed=min(row.disputed, left))
        vat = 0 if policy is None or policy.terms.vat_covered else _tax(row, policy.terms.vat_pct)
        net = row.open - vat
        disputed = row.disputed * net // row.open if row.open else 0
        return Insurable(
            row.document_id,
            row.number,
            row.customer_id,
            row.shipped,
            row.issued,
            row.due,
            row.currency,
            opened,
            vat,
            net if row.disputed >= row.open else disputed,
            row.method,
            row.goods,
            row.country,
            self._rate(row.currency, policy, row.shipped) if policy is not None else Decimal(1),
            late,
            policy is not None and self._duties.undeclared(policy, row.shipped),
            credits_laid,
        )

    def _rate(self, currency: str, policy: Policy, shipped: date) -> Decimal | None:
        """Policy minor units per minor unit of the invoice's currency, by the policy's rule."""
        target = policy.record.currency
        if currency == target:
            return Decimal(1)
        days = {
            FxRule.SHIPMENT: (shipped,),
            FxRule.LOSS: (self._as_of,),
            FxRule.LOWER: (shipped, self._as_of),
        }[policy.terms.fx_rule]
        told = [self._rates.cross(currency, target, day) for day in days]
        if any(rate is None for rate in told):
            return None
        lowest = min(rate for rate in told if rate is not None)
        return lowest.scaleb(exponent(target) - exponent(currency))

    def _covered(self, cover: ItemCover, policy: Policy | None) -> Covered:
        currency, item = cover.item.currency, cover.item
        if currency == self._base:
            return Covered(cover, policy, item.open, cover.insured)
        rate = self._rates.to_base(currency, self._as_of)
        if rate is None:
            return Covered(cover, policy, None, None)
        scaled = rate.scaleb(exponent(self._base) - exponent(currency))
        whole = round_minor(item.open * scaled)
        insured = whole if cover.insured == item.open else round_minor(cover.insured * scaled)
        return Covered(cover, policy, whole, insured)

    def _sum(self, customer_id: int, found: Sequence[Covered]) -> BuyerCover:
        by_policy: dict[int, list[Covered]] = defaultdict(list)
        for one in found:
            if one.policy is not None:
                by_policy[one.policy.id].append(one)
        expected = []
        for policy in self._policies:
            own = by_policy.get(policy.id, [])
            covered = sum(one.cover.covered for one in own)
            if covered:
                country = self._buyers[customer_id].country
                loss = loss_of([one.cover for one in own], policy.terms, country=country)
                made = indemnity(loss, policy.terms, self._used(policy.id))
                expected.append((policy, Money(covered, policy.record.currency), made))
        return BuyerCover(
            customer_id,
            sum(one.open_base or 0 for one in found),
            sum(one.insured_base or 0 for one in found),
            tuple(expected),
            sum(one.set_off_base for one in found if one.cover.item.credits),
        )

    def _used(self, policy_id: int) -> Used:
        if policy_id not in self._consumed:
            self._consumed[policy_id] = self._desk.reader.used(policy_id, self._as_of)
        return self._consumed[policy_id]


def _tax(row: OpenInvoice, pct: Decimal) -> int:
    """The tax in what is open: the invoice's own tax in proportion, else by the usual rate of the gross."""
    if row.vat is None and not pct:
        return 0
    if row.vat is not None:
        return round_minor(Decimal(row.open) * row.vat / row.amount) if row.amount else 0
    return _usual_tax(row.open, pct)


def _usual_tax(gross: int, pct: Decimal) -> int:
    """The tax in a gross amount by the usual rate."""
    return round_minor(Decimal(gross) * pct / (100 + pct))
