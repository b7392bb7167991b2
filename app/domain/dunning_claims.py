"""What of an open amount is not chased: contested, in a plan, covered by a bill, promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.dunning_run import DuePart, RunFacts, RunningPromise
from app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Taken:
    """So much of a part is left out of the letter, and why."""

    amount: int
    reason: Problem


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a part may be asked for; ``left``, ``disputed`` and ``held`` sum to its open amount."""

    left: int
    disputed: int = 0
    held: int = 0
    taken: tuple[Taken, ...] = ()


class Claims:
    """The claims on one account, used up as its parts are gone through, oldest due first."""

    def __init__(self, facts: RunFacts, parts: Sequence[DuePart], promises: Iterable[RunningPromise]) -> None:
        documents = {part.document_id for part in parts}
        self._disputed = {key: facts.disputed[key] for key in documents & facts.disputed.keys()}
        self._held = {key: facts.held[key] for key in documents & facts.held.keys()}
        keys = {(part.document_id, part.instalment_id) for part in parts} if facts.planned else set()
        keys |= {(document, None) for document in documents} if facts.planned else set()
        self._planned = {key: facts.planned[key] for key in keys & facts.planned.keys()}
        self._own: dict[int, RunningPromise] = {}
        self._general: list[tuple[int, RunningPromise]] = []
        for promise in sorted(promises, key=lambda one: (one.until, one.amount)):
            if promise.amount <= 0 or promise.until < facts.as_of:
                continue
            if promise.document_id is None:
                self._general.append((promise.amount, promise))
            else:
                self._own[promise.document_id] = promise  # the later day holds

    def __bool__(self) -> bool:
        return bool(self._disputed or self._held or self._planned or self._own or self._general)

    def rest(self, part: DuePart) -> Rest:
        """What of a part may be asked for, and what not with the reason."""
        disputed = self._contested(part)
        left = part.open - disputed
        taken = [_taken("dunning.disputed", disputed, part)] if disputed else []
        for code, claim in (("dunning.planned", self._in_plan), ("dunning.bill_held", self._covered)):
            amount = claim(part, left)
            if amount:
                taken.append(_taken(code, amount, part))
                left -= amount
        promise = self._promised(part.document_id, left) if left > 0 else None
        if promise is not None:
            taken.append(_taken("dunning.promised", left, part, until=promise.until))
            left = 0
        return Rest(left, disputed, part.open - left - disputed, tuple(taken))

    def _contested(self, part: DuePart) -> int:
        if part.document_id not in self._disputed:
            return 0
        whole = self._disputed[part.document_id]
        if whole is None:
            return part.open
        amount = min(whole, part.open)
        self._disputed[part.document_id] = whole - amount
        return amount

    def _in_plan(self, part: DuePart, left: int) -> int:
        total = 0
        for key in dict.fromkeys(((part.document_id, part.instalment_id), (part.document_id, None))):
            amount = min(self._planned.get(key, 0), left - total)
            if amount > 0:
                self._planned[key] -= amount
                total += amount
        return total

    def _covered(self, part: DuePart, left: int) -> int:
        amount = max(min(self._held.get(part.document_id, 0), left), 0)
        if amount:
            self._held[part.document_id] -= amount
        return amount

    def _promised(self, document: int, left: int) -> RunningPromise | None:
        """Its own promise, else the customer's, which stands for the oldest invoices up to its amount."""
        own = self._own.get(document)
        if own is not None or not self._general:
            return own
        amount, promise = self._general[0]
        if amount > left:
            self._general[0] = (amount - left, promise)
        else:
            self._general.pop(0)
        return promise


def _taken(code: str, amount: int, part: DuePart, **params: object) -> Taken:
    return Taken(amount, Problem(code, {"amount": amount, "currency": part.currency, **params}))
