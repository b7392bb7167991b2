"""Insurers' lists of buyer limits: what a file would change, and taking it in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from app.domain.backup import BackupKind
from app.domain.buyer_limit import ENDING, GIVING, require_sound
from app.domain.insurance_record import InsurancePolicy, LimitDecision
from app.domain.names import match_key
from app.domain.near_names import NameIndex
from app.domain.problem import DomainError, Problem, Where
from app.services.policy_book import PolicyBook
from app.services.policy_views import (
    KnownBuyer,
    LimitPlan,
    ListChange,
    PlannedLimit,
    ReadLimit,
    UnknownBuyer,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.policy_period import Policy
    from app.services.policy_views import LimitSheet

_SURE_CODE = 8
"""A registration number this long names a company by itself; a shorter code may be the insurer's own."""


class LimitLists(PolicyBook):
    """Limit lists."""

    def read_limits(
        self,
        path: Path,
        policy_id: int,
        *,
        on: date | None = None,
        matched: Mapping[int, int] | None = None,
    ) -> LimitPlan:
        """What a list would bring under a policy; nothing is stored (see ``take``).

        ``on`` is the day of a list without dates (today); ``matched`` says whose rows are, by row.
        """
        policy = self.policy(policy_id).policy
        sheet = self._desk.files(path, policy.record.currency)
        return self.plan_limits(sheet, policy, on=on, matched=matched)

    def plan_limits(
        self,
        sheet: LimitSheet,
        policy: Policy,
        *,
        on: date | None = None,
        matched: Mapping[int, int] | None = None,
    ) -> LimitPlan:
        """The same for a list read already: matching by hand plans anew without reading again."""
        today = self._desk.clock.today()
        told = [one for one in self._desk.reader.decisions(None) if one.policy_id == policy.id]
        known = self._desk.reader.known_buyers()
        planning = _Planning(policy, sheet.roles, on or today, today, _Known(known), told)
        for row in sorted(sheet.limits, key=lambda one: (one.effective or one.on or on or today, one.row)):
            planning.add(row, (matched or {}).get(row.row))
        problems = sorted((*sheet.problems, *planning.problems), key=lambda one: one.where.row)
        named = {one.customer_id for one in planning.limits}
        names = {one.customer_id: one.name for one in known}
        absent = tuple(
            (customer_id, names.get(customer_id, ""), limit)
            for customer_id, limits in self.limits_of(policy, None, today).items()
            if customer_id not in named and (limit := limits.in_force(on or today)) is not None
        )
        limits = tuple(sorted(planning.limits, key=lambda one: one.row))
        return LimitPlan(sheet.name, policy, limits, tuple(planning.unknown), absent, tuple(problems), sheet)

    def take(self, plan: LimitPlan) -> ChangeSet:
        """Add the planned decisions to the history; what stands there already is not added again."""
        self._desk.store.safeguard(BackupKind.IMPORT)
        with self._desk.store.write() as unit:
            policy = unit.get(InsurancePolicy, plan.policy.id)
            known = {replace(one, id=0, version=0) for one in unit.find(LimitDecision, policy_id=policy.id)}
            fresh = [one.decision for one in plan.added if one.decision not in known]
            for one in fresh:
                require_sound(one, start=policy.start, end=policy.end)
            unit.add_all(fresh)
            return unit.commit("buyer_limit.imported", n=len(fresh), number=policy.number)


class _Known:
    """Customers as a list may name them."""

    def __init__(self, buyers: Sequence[KnownBuyer]) -> None:
        self.by_id = {one.customer_id: one for one in buyers}
        self._by_key: dict[str, set[int]] = defaultdict(set)
        for one in buyers:
            for key in one.keys:
                self._by_key[key].add(one.customer_id)
        self._near: NameIndex | None = None

    def of(self, key: str) -> set[int]:
        """Whose name, code or number it is."""
        return self._by_key.get(key, set()) if key else set()

    def near(self, row: ReadLimit) -> UnknownBuyer:
        """A row that is nobody's yet, with who it might be."""
        if self._near is None:
            self._near = NameIndex((one.customer_id, one.name) for one in self.by_id.values())
        near = tuple(self._near.similar(row.buyer)) if row.buyer else ()
        return UnknownBuyer(row.row, row.buyer, row.code, row.amount, near)


@dataclass(slots=True)
class _Planning:
    """Rows in the order in which they take effect, each against what stood before it."""

    policy: Policy
    roles: frozenset[str]
    on: date
    today: date
    known: _Known
    told: Sequence[LimitDecision]
    limits: list[PlannedLimit] = field(default_factory=list)
    unknown: list[UnknownBuyer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _seen: dict[tuple[int, str, date], int] = field(default_factory=dict)
    _history: dict[tuple[int, str], list[LimitDecision]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.told:
            self._history.setdefault((one.customer_id, one.kind), []).append(one)

    def add(self, row: ReadLimit, chosen: int | None) -> None:
        """Plan one row, or say why it is left out."""
        owner = chosen if chosen in self.known.by_id else self._owner(row)
        if owner is None:
            return
        fault = self._fault(row)
        decision = None if fault else self._decision(row, owner)
        if decision is not None:
            fault = self._unsound(row, decision) or self._twice(row, decision)
        if fault is not None or decision is None:
            self.problems.extend([fault] if fault else [])
            return
        before = self._before(decision)
        change = ListChange.SAME if self._asked(decision) else _change(decision, before)
        name = self.known.by_id[owner].name
        amount = before.amount if before is not None and before.outcome in GIVING else None
        self.limits.append(PlannedLimit(row.row, owner, name, change, decision, amount))
        if change is not ListChange.SAME:
            self._history.setdefault((owner, decision.kind), []).append(decision)

    # -- whose row it is ------------------------------------------------------------------------

    def _owner(self, row: ReadLimit) -> int | None:
        """The one customer a row names; a name counts before a code that may be the insurer's own."""
        by_name = self.known.of(match_key(row.buyer).casefold())
        by_code = self.known.of(row.code.strip().casefold())
        if len(by_name) > 1 and by_name & by_code:
            by_name = by_name & by_code
        sure = len(row.code.strip()) >= _SURE_CODE
        if by_name and by_code and sure and not by_name & by_code:
            both = {"row": row.row, "buyer": row.buyer, "code": row.code}
            self.problems.append(Problem("limit_list.row_conflict", both, where=Where(row=row.row)))
            return None
        found = by_name or (by_code if sure or not row.buyer else set())
        if len(found) == 1:
            return next(iter(found))
        self.unknown.append(self.known.near(row))
        return None

    # -- the decision ---------------------------------------------------------------------------

    def _fault(self, row: ReadLimit) -> Problem | None:
        own = self.policy.record.currency
        if row.currency != own:
            return _problem("other_currency", row, currency=row.currency, own=own)
        decided = row.on or self._taken(row)
        if decided > self.today:
            return _problem("row_future", row, day=decided)
        if row.amount is None and row.outcome in {"", *GIVING}:
            return _problem("row_silent", row)
        return None

    def _taken(self, row: ReadLimit) -> date:
        """The day a decision was made where the list does not say: no later than it took effect."""
        return min(row.effective or self.on, self.on)

    def _decision(self, row: ReadLimit, owner: int) -> LimitDecision:
        on = row.on or self._taken(row)
        effective = row.effective or row.on or self.on
        kind = row.kind or "named"
        fresh = LimitDecision(
            self.policy.id,
            owner,
            on,
            effective,
            row.outcome,
            self.policy.record.currency,
            kind,
            row.amount,
            row.requested,
            row.until,
            row.terms_days,
            row.method,
            row.conditions,
            row.reference,
            row.conditions if kind == "discretionary" else "",
            source="list",
        )
        before = self._before(fresh)
        fresh = replace(fresh, outcome=_outcome(fresh, before))
        return self._with_known(fresh, before)

    def _with_known(self, fresh: LimitDecision, before: LimitDecision | None) -> LimitDecision:
        """What the list has no column for stays as it was decided before."""
        if fresh.outcome not in GIVING:
            amount = fresh.amount if fresh.outcome == "requested" else None
            asked = fresh.requested or amount if fresh.outcome == "requested" else fresh.requested
            return replace(fresh, amount=None, requested=asked, terms_days=None, method="", until=None)
        if before is None or before.outcome not in GIVING:
            return fresh
        kept = {
            name: getattr(before, name)
            for name in ("until", "terms_days", "method", "conditions")
            if name not in self.roles
        }
        if kept.get("until") is not None and kept["until"] < fresh.effective:
            kept["until"] = None
        return replace(fresh, **kept)

    def _before(self, decision: LimitDecision) -> LimitDecision | None:
        """What held for the buyer when the decision takes effect."""
        told = [
            one
            for one in self._history.get((decision.customer_id, decision.kind), ())
            if one.effective <= decision.effective and one.outcome != "requested"
        ]
        return (
            max(enumerate(told), key=lambda one: (one[1].effective, one[1].on, one[0]))[1] if told else None
        )

    def _asked(self, decision: LimitDecision) -> bool:
        """Whether a request stands there already."""
        told = self._history.get((decision.customer_id, decision.kind), ())
        return decision.outcome == "requested" and any(
            one.outcome == "requested" and one.requested == decision.requested for one in told
        )

    def _unsound(self, row: ReadLimit, decision: LimitDecision) -> Problem | None:
        try:
            require_sound(decision, start=self.policy.record.start, end=self.policy.record.end)
        except DomainError as error:
            return _problem("row_refused", row, why=(error.code, dict(error.params)))
        return None

    def _twice(self, row: ReadLimit, decision: LimitDecision) -> Problem | None:
        key = (decision.customer_id, f"{decision.kind}:{decision.outcome == 'requested'}", decision.effective)
        if key in self._seen:
            return _problem("row_twice", row, first=self._seen[key])
        self._seen[key] = row.row
        return None


def _problem(code: str, row: ReadLimit, **params: object) -> Problem:
    told = {"row": row.row, "buyer": row.buyer or row.code, **params}
    return Problem(f"limit_list.{code}", told, where=Where(row=row.row))


def _outcome(fresh: LimitDecision, before: LimitDecision | None) -> str:
    """What a row says was decided, where it says it only by its amounts.

    A limit of nothing is a refusal, or ends the one before; a lower one than before is a reduction.
    """
    if fresh.outcome in ENDING or fresh.outcome == "requested":
        return fresh.outcome
    amount = fresh.amount or 0
    had = before is not None and before.outcome in GIVING and bool(before.amount)
    if not amount:
        return "withdrawn" if had else "declined"
    if had and before is not None and amount < (before.amount or 0):
        return "reduced"
    if fresh.outcome == "reduced" and not had:
        return "granted"
    if fresh.outcome:
        return fresh.outcome
    return "partial" if fresh.requested is not None and amount < fresh.requested else "granted"


def _change(decision: LimitDecision, before: LimitDecision | None) -> ListChange:
    if decision.outcome == "requested":
        return ListChange.REQUESTED
    had = before is not None and before.outcome in GIVING
    if decision.outcome in ENDING:
        if before is not None and before.outcome == decision.outcome:
            return ListChange.SAME
        return ListChange.ENDED if had else ListChange.REFUSED
    if before is None or not had:
        return ListChange.NEW
    was, now = before.amount or 0, decision.amount or 0
    if was != now:
        return ListChange.RAISED if now > was else ListChange.REDUCED
    said = ("until", "terms_days", "method")
    same = all(getattr(before, name) == getattr(decision, name) for name in said)
    return ListChange.SAME if same else ListChange.CHANGED
