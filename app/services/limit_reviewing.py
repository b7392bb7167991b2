"""The quarterly review of buyer limits, and asking the insurer for one."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.buyer_limit import GIVING, require_sound
from app.domain.cover import Gap
from app.domain.customer import Customer
from app.domain.document import Rate
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.money import Money, exponent, round_minor
from app.domain.policy_period import PolicyState
from app.domain.problem import DomainError
from app.domain.setting import Setting
from app.services.control import Silent
from app.services.policy_book import PolicyBook
from app.services.policy_views import Ask, Finding, LimitReview, ReviewRow
from app.services.rate_book import RateBook
from app.services.settings import put_setting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.buyer_limit import BuyerLimits, InForce
    from app.domain.changes import ChangeSet
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.services.cover_views import CoverBook, Covered
    from app.services.policy_views import OpenDebt

REVIEWED = "insurance.limits_reviewed"
"""Setting: policy and customer (``"1:5"``) → the day on which the review of that limit was marked done."""
_MONTHS = 3
_YEAR = 365
_OWN_ACCOUNT = frozenset({Gap.NO_LIMIT, Gap.LIMIT_DECLINED, Gap.LIMIT_WITHDRAWN, Gap.LIMIT_EXPIRED})
_REQUESTS = frozenset({Ask.REQUEST, Ask.RAISE, Ask.RENEW})


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What counts as unused, tight or soon: per cent of the limit by the last months' peak, and days.

    What is suggested is the peak with so many per cent to spare, rounded up to ``step`` major units.
    """

    unused_pct: int = 25
    tight_pct: int = 90
    spare_pct: int = 20
    soon_days: int = 90
    chase_days: int = 14
    step: int = 10_000
    on_time: int = 2


USUAL = ReviewRules()


class LimitReviews(PolicyBook):
    """Review and requests."""

    def limit_review(
        self,
        as_of: date,
        policy_id: int | None = None,
        control: Control | None = None,
        rules: ReviewRules = USUAL,
    ) -> LimitReview:
        """Every buyer's limit under the policies in force (or one): unused, too small, expiring, unproven."""
        policies = [
            one
            for one in self.all()
            if one.state_on(as_of) is PolicyState.ACTIVE and policy_id in {None, one.id}
        ]
        if not policies:
            return LimitReview(as_of, ())
        control = control or Silent()
        book = self._desk.cover().book(as_of, control=control)
        rates = RateBook(self._desk.store.find(Rate), self._desk.reader.base())
        before = [(day, self._desk.reader.open_debts(day)) for day in _month_ends(as_of)]
        rows = []
        for policy in policies:
            peaks = _peaks(policy, before, rates)
            reviewing = _Reviewing(policy, as_of, rules, _open_under(book, policy), peaks, self)
            rows += reviewing.rows()
        done = self._done(as_of)
        rows = [replace(row, done_on=done.get(_mark(row.policy.id, row.customer_id))) for row in rows]
        rows.sort(
            key=lambda row: (row.done_on is not None, not row.asks, -row.over, row.customer, row.customer_id)
        )
        return _summed(as_of, rows)

    def _done(self, as_of: date) -> dict[str, date]:
        """What was marked done in the quarter of a day, by the day."""
        first = _quarter_start(as_of)
        marks = _marks(self._desk.store.find(Setting, name=REVIEWED))
        return {mark: day for mark, day in marks.items() if first <= day <= as_of}

    def mark_reviewed(self, policy_id: int, customer_id: int, *, done: bool = True) -> ChangeSet:
        """Say that nothing more is to be done about a limit this quarter, or that there is after all."""
        today = self._desk.clock.today()
        with self._desk.store.write() as unit:
            name = unit.get(Customer, customer_id).name
            marks = _marks(unit.find(Setting, name=REVIEWED))
            kept = {mark: day for mark, day in marks.items() if day >= _quarter_start(today)}
            kept.pop(_mark(policy_id, customer_id), None)
            if done:
                kept[_mark(policy_id, customer_id)] = today
            put_setting(unit, REVIEWED, {mark: day.isoformat() for mark, day in kept.items()})
            verb = "buyer_limit.reviewed" if done else "buyer_limit.review_reopened"
            return unit.commit(verb, name=name)

    def pending(self, policy_id: int, customer_id: int) -> LimitDecision | None:
        """A request the insurer has not answered yet."""
        told = [one for one in self._desk.reader.decisions([customer_id]) if one.policy_id == policy_id]
        return _pending(told)

    def request(
        self,
        policy_id: int,
        customer_id: int,
        amount: int,
        *,
        on: date | None = None,
        terms_days: int | None = None,
        method: str = "",
        note: str = "",
    ) -> ChangeSet:
        """Ask for a limit (minor units of the policy's currency); the answer is entered by ``decide``."""
        day = on or self._desk.clock.today()
        waiting = self.pending(policy_id, customer_id)
        if waiting is not None and waiting.requested == amount:
            raise DomainError("buyer_limit.pending", on=waiting.on)
        with self._desk.store.write() as unit:
            policy = unit.get(InsurancePolicy, policy_id)
            name = unit.get(Customer, customer_id).name
            asked = LimitDecision(
                policy_id, customer_id, day, max(day, policy.start), "requested", policy.currency,
                requested=amount, terms_days=terms_days, method=method, note=note.strip(),
            )  # fmt: skip
            require_sound(asked, start=policy.start, end=policy.end)
            unit.add(asked)
            said = str(Money(amount, policy.currency))
            return unit.commit("buyer_limit.requested", name=name, amount=said)


@dataclass(frozen=True, slots=True)
class _Reviewing:
    """The review of one policy: what is open under it, the peaks of the last months, the histories."""

    policy: Policy
    as_of: date
    rules: ReviewRules
    items: Mapping[int, Sequence[Covered]]
    peaks: Mapping[int, int]
    policies: PolicyBook

    def rows(self) -> list[ReviewRow]:
        """Buyers with a limit under the policy, a request, or debts that fall under it."""
        limits = self.policies.limits_of(self.policy, None, self.as_of)
        told: dict[int, list[LimitDecision]] = defaultdict(list)
        for one in self.policies.decisions_made(None):
            if one.policy_id == self.policy.id and one.on <= self.as_of:
                told[one.customer_id].append(one)
        ids = sorted({*told, *self.items})
        names = {row: name for row, (name, _) in self.policies.called(ids).items()}
        on_time = self.policies.on_time(ids, self.as_of) if ids else {}
        found = []
        for row in ids:
            made = self._row(row, limits.get(row), told.get(row, ()))
            found.append(replace(made, customer=names.get(row, ""), on_time=on_time.get(row, 0)))
        return found

    def _row(self, customer_id: int, limits: BuyerLimits | None, told: Sequence[LimitDecision]) -> ReviewRow:
        policy, items = self.policy, self.items.get(customer_id, ())
        limit = limits.in_force(self.as_of) if limits is not None else None
        used = _used(items)
        peak = max(used, self.peaks.get(customer_id, 0))
        decision = next((one for one in told if limit is not None and one.id == limit.decision_id), None)
        waiting = _pending(told)
        if limit is not None:
            findings = self._of_limit(limit, decision, used, peak)
        else:
            why = limits.why_none(self.as_of) if limits is not None else ""
            findings = self._of_none(policy, why, used)
        over = max(0, used - limit.amount) if limit is not None else sum(map(_without_limit, items))
        asks = list(dict.fromkeys(ask for one in findings for ask in _asks(one, peak)))
        if waiting is not None:
            findings = (*findings, Finding.PENDING)
            late = waiting.on + timedelta(days=self.rules.chase_days) < self.as_of
            asks = [one for one in asks if one not in _REQUESTS] + ([Ask.CHASE] if late else [])
        return ReviewRow(
            policy,
            customer_id,
            "",
            limit,
            used,
            peak,
            over,
            findings,
            tuple(asks),
            self._suggested(asks, peak, limit, policy.record.currency),
            policy.terms.limit_fee if limit is not None and limit.kind == "named" else 0,
            until=limit.until if limit is not None else None,
            pending=waiting,
            decision=decision,
        )

    def _of_limit(
        self, limit: InForce, decision: LimitDecision | None, used: int, peak: int
    ) -> tuple[Finding, ...]:
        rules, found = self.rules, []
        if used > limit.amount:
            found.append(Finding.OVER)
        elif peak * 100 >= limit.amount * rules.tight_pct and peak:
            found.append(Finding.TIGHT)
        elif peak * 100 <= limit.amount * rules.unused_pct and limit.kind == "named":
            found.append(Finding.UNUSED)
        soon = self.as_of + timedelta(days=rules.soon_days)
        if limit.until is not None and limit.until <= soon:
            found.append(Finding.EXPIRING)
        if limit.kind == "discretionary" and decision is not None:
            if not decision.evidence.strip():
                found.append(Finding.NO_EVIDENCE)
            elif decision.on + timedelta(days=_YEAR) < self.as_of:
                found.append(Finding.OLD_EVIDENCE)
        return tuple(found)

    def _of_none(self, policy: Policy, why: str, used: int) -> tuple[Finding, ...]:
        if not used:
            return ()
        if why in {"declined", "withdrawn"}:
            return (Finding.REFUSED,)
        if why == "expired":
            return (Finding.EXPIRED,)
        own = policy.terms.discretionary_limit
        return (Finding.NO_EVIDENCE,) if own is not None and used <= own else (Finding.NONE,)

    def _suggested(self, asks: Sequence[Ask], peak: int, limit: InForce | None, currency: str) -> int | None:
        """What to ask for; a renewal asks for what is there unless the peak needs more."""
        if not {Ask.REQUEST, Ask.RAISE, Ask.LOWER, Ask.RENEW} & set(asks):
            return 0 if Ask.RETURN in asks else None
        step: int = self.rules.step * 10 ** exponent(currency)
        wanted = round_minor(Decimal(peak) * (100 + self.rules.spare_pct) / 100)
        rounded = -(-wanted // step) * step
        if limit is not None and Ask.LOWER not in asks:
            return max(rounded, limit.amount)
        return rounded


def _asks(finding: Finding, peak: int) -> tuple[Ask, ...]:
    """What a finding leads to; a limit nobody needed for months is returned, not renewed."""
    if finding is Finding.UNUSED:
        return (Ask.LOWER,) if peak else (Ask.RETURN,)
    if finding in {Finding.EXPIRING, Finding.EXPIRED}:
        return (Ask.RENEW,) if peak else ()
    return {
        Finding.NONE: (Ask.REQUEST,),
        Finding.OVER: (Ask.RAISE,),
        Finding.TIGHT: (Ask.RAISE,),
        Finding.REFUSED: (Ask.COLLECT,),
        Finding.NO_EVIDENCE: (Ask.EVIDENCE,),
        Finding.OLD_EVIDENCE: (Ask.EVIDENCE,),
    }.get(finding, ())


def _mark(policy_id: int, customer_id: int) -> str:
    return f"{policy_id}:{customer_id}"


def _marks(stored: Sequence[Setting]) -> dict[str, date]:
    """The marks as kept; what nobody can read is no mark."""
    try:
        found = json.loads(stored[0].value) if stored else {}
        return {str(mark): date.fromisoformat(str(day)) for mark, day in found.items()}
    except (ValueError, AttributeError):
        return {}


def _quarter_start(day: date) -> date:
    return day.replace(month=(day.month - 1) // _MONTHS * _MONTHS + 1, day=1)


def _pending(told: Sequence[LimitDecision]) -> LimitDecision | None:
    """The last request nothing was decided on since; decisions in the order they were made."""
    waiting = None
    for one in told:
        if one.outcome == "requested":
            waiting = one
        elif one.outcome in GIVING or one.outcome == "declined":
            waiting = None
    return waiting


def _without_limit(item: Covered) -> int:
    """What of an invoice has no limit, in the policy's minor units."""
    rate = item.cover.item.rate
    return round_minor(rate * sum(n for gap, n in item.cover.gaps if gap in _OWN_ACCOUNT)) if rate else 0


def _open_under(book: CoverBook, policy: Policy) -> dict[int, list[Covered]]:
    """Open invoices that fall under a policy, by buyer."""
    found: dict[int, list[Covered]] = defaultdict(list)
    for item in book.items:
        if item.policy is not None and item.policy.id == policy.id:
            found[item.cover.item.customer_id].append(item)
    return found


def _used(items: Sequence[Covered]) -> int:
    """What is owed after set-off in the policy's minor units, tax that is not insured left out."""
    told = (one.cover.item for one in items)
    return round_minor(sum((one.rate * (one.owed - one.vat) for one in told if one.rate), Decimal(0)))


def _peaks(
    policy: Policy, before: Sequence[tuple[date, Sequence[OpenDebt]]], rates: RateBook
) -> dict[int, int]:
    """The most each buyer owed at the end of a month, in the policy's minor units."""
    terms, target, peaks = policy.terms, policy.record.currency, defaultdict[int, int](int)
    for day, debts in before:
        sums: dict[int, Decimal] = defaultdict(Decimal)
        for debt in debts:
            rate = rates.cross(debt.currency, target, day)
            if rate is None:
                continue
            net = debt.taxed + debt.plain
            if not terms.vat_covered:
                net = debt.net + round_minor(Decimal(debt.plain) * 100 / (100 + terms.vat_pct))
            sums[debt.customer_id] += rate.scaleb(exponent(target) - exponent(debt.currency)) * net
        for customer_id, amount in sums.items():
            peaks[customer_id] = max(peaks[customer_id], round_minor(amount))
    return peaks


def _month_ends(as_of: date) -> list[date]:
    """The last days of the months before a day."""
    days, first = [], as_of.replace(day=1)
    for _ in range(_MONTHS):
        last = first - timedelta(days=1)
        days.append(last)
        first = last.replace(day=1)
    return days


def _summed(as_of: date, rows: Sequence[ReviewRow]) -> LimitReview:
    granted: dict[int, int] = defaultdict(int)
    unused: dict[int, int] = defaultdict(int)
    short: dict[int, int] = defaultdict(int)
    fees: dict[int, int] = defaultdict(int)
    for row in rows:
        amount = row.limit.amount if row.limit is not None else 0
        granted[row.policy.id] += amount
        unused[row.policy.id] += max(0, amount - row.peak)
        short[row.policy.id] += row.over
        fees[row.policy.id] += row.fee
    return LimitReview(as_of, tuple(rows), dict(granted), dict(unused), dict(short), dict(fees))
