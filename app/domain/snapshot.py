"""Bringing the books to what a file says is open: which credits pay for it, and what must be inferred.

An item shrinks by the credits of the same customer that the file says are used up (or, where the
file tells nothing of credits, by those that stand unallocated), and beyond them by a settlement
marked as inferred. An item that grows gives back inferred settlements, the newest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.document import DocumentKind, sign
from app.domain.import_plan import Cause, InferredDocument, PlannedAllocation, Reopening


@dataclass(frozen=True, slots=True)
class OpenPart:
    """One instalment and what is open of it, minor units; ``seq`` if the plan adds it, else its ``id``."""

    open: int
    id: int = 0
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How one item stands in the books (``before``) and in the file (``after``), open minor units.

    ``after`` None: the file says nothing of it (a credit that may be used as needed). ``room`` is
    how much can still be set against it today. ``on`` is the day of its settlement, ``excess``
    what was paid beyond its amount. ``parts`` are its instalments, earliest first.
    """

    document: int
    kind: DocumentKind
    customer: int
    currency: str
    dated: date
    on: date
    before: int
    after: int | None
    room: int
    number: str = ""
    reference: str = ""
    due_date: date | None = None
    cause: Cause = Cause.STATED
    since: date | None = None
    excess: int = 0
    parts: tuple[OpenPart, ...] = ()

    @property
    def shrinks(self) -> int:
        """By how much it must come down, as far as there is room; minor units."""
        return max(0, min(self.before - (self.after or 0), self.room))


@dataclass(slots=True)
class Settled:
    """What ``settle`` decided."""

    allocations: list[PlannedAllocation] = field(default_factory=list)
    inferred: list[InferredDocument] = field(default_factory=list)
    by_credit: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """An allocation of the ledger to an item, and the document at its ``other`` end.

    ``inferred`` marks an allocation that an import implied; ``other_inferred`` that the document at
    its other end exists for its sake alone.
    """

    allocation_id: int
    other: int
    on: date
    amount: int
    instalment_id: int = 0
    inferred: bool = False
    other_inferred: bool = False


def settle(standings: Iterable[Standing], refs: Iterator[int], done: Settled | None = None) -> Settled:
    """Bring the items of one customer in one currency down to what the file says.

    ``refs`` numbers the inferred documents; ``done`` gathers over several calls. Debits are served
    by due date, each by a credit that names it first, then by the oldest.
    """
    items = list(standings)
    done = done or Settled()
    credits_left = {item.document: item.shrinks for item in items if sign(item.kind) < 0 and item.shrinks}
    givers = sorted((i for i in items if i.document in credits_left), key=lambda i: (i.dated, i.document))
    for debit in sorted(
        (i for i in items if sign(i.kind) > 0 and (i.shrinks or i.excess)),
        key=lambda i: (i.due_date or i.dated, abs(i.document)),
    ):
        _settle_debit(debit, givers, credits_left, refs, done)
    for credit in givers:
        if credit.after is not None and credits_left[credit.document]:
            _use_up(credit, credits_left[credit.document], refs, done)
    return done


def _settle_debit(
    debit: Standing, givers: Sequence[Standing], left: dict[int, int], refs: Iterator[int], done: Settled
) -> None:
    """Credits first, then one inferred receipt for the rest and for what was paid beyond."""
    parts = list(debit.parts)
    need = debit.shrinks
    for credit in sorted(givers, key=lambda c: c.reference != debit.number) if givers else ():
        take = min(need, left[credit.document])
        if take:
            need -= take
            left[credit.document] -= take
            done.by_credit[debit.document] = done.by_credit.get(debit.document, 0) + take
            on = max(debit.on, debit.dated, credit.dated)
            _allocate(debit, credit.document, on, take, parts, done)
    if need or debit.excess:
        ref = next(refs)
        done.inferred.append(
            InferredDocument(
                ref, DocumentKind.RECEIPT, debit.customer, debit.currency, need + debit.excess,
                debit.on, debit.cause, debit.number, debit.since,
            )
        )  # fmt: skip
        if need:
            _allocate(debit, ref, max(debit.on, debit.dated), need, parts, done)


def _allocate(
    debit: Standing, credit: int, on: date, amount: int, parts: list[OpenPart], done: Settled
) -> None:
    """One allocation, or one per instalment where the debit has a plan."""
    if not parts:
        done.allocations.append(PlannedAllocation(debit.document, credit, on, amount, inferred=True))
        return
    for part in spread(parts, amount):
        done.allocations.append(
            PlannedAllocation(debit.document, credit, on, part.open, part.seq, part.id, inferred=True)
        )


def spread(parts: list[OpenPart], amount: int) -> list[OpenPart]:
    """``amount`` over instalments, earliest first: what each takes; ``parts`` keeps what is left."""
    taken = []
    for i, part in enumerate(parts):
        take = min(amount, part.open)
        if take:
            amount -= take
            taken.append(replace(part, open=take))
            parts[i] = replace(part, open=part.open - take)
    return taken


def _use_up(credit: Standing, amount: int, refs: Iterator[int], done: Settled) -> None:
    """A credit that the file no longer shows although nothing here used it: an inferred refund."""
    ref = next(refs)
    done.inferred.append(
        InferredDocument(
            ref, DocumentKind.REFUND, credit.customer, credit.currency, amount,
            credit.on, credit.cause, credit.number or credit.reference, credit.since,
        )
    )  # fmt: skip
    on = max(credit.on, credit.dated)
    done.allocations.append(PlannedAllocation(ref, credit.document, on, amount, inferred=True))


def reopen(links: Iterable[Link], amount: int, *, recorded: bool) -> tuple[list[Reopening], int]:
    """Cut inferred allocations, the newest first, until ``amount`` is free again.

    The rest that could not be freed comes back too; ``recorded`` lets allocations that somebody
    recorded be cut as well, after the inferred ones.
    """
    cuts: list[Reopening] = []
    for link in sorted(links, key=lambda one: (one.inferred, one.on, one.allocation_id), reverse=True):
        if not amount or not (link.inferred or recorded):
            break
        take = min(amount, link.amount)
        if not take:
            continue
        amount -= take
        left = link.amount - take
        cuts.append(
            Reopening(link.allocation_id, link.other, take, left, link.instalment_id, link.other_inferred)
        )
    return cuts, amount
