"""Taking back what a credit paid: from a day on its debits are open again, at their original due dates.

A returned payment, a bounced bill, the recovery of a write-off. The allocations stay as they were,
so every earlier day keeps its figures; reversals dated on the day undo them from there, and a
refund of that day takes up the credit, which is thereby used up. ``note`` of a reversal is the
refund's number: by it the refund finds what it took back when it is cancelled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.document import DEBITS, Allocation, Document, DocumentKind
from app.domain.money import Money
from app.domain.problem import DomainError
from app.services.ports import UnitOfWork

RETURNED, RECOVERY = "returned", "recovery"
TAKEN_BACK = frozenset({RETURNED, RECOVERY})


def is_take_back(document: Document) -> bool:
    """Whether the document is the refund that takes up a returned or recovered credit."""
    return document.kind is DocumentKind.REFUND and document.reason in TAKEN_BACK


@dataclass(slots=True)
class _Paid:
    """What a credit still pays of one debit (or instalment), net of what was taken back already."""

    debit_id: int
    instalment_id: int | None
    amount: int = 0
    credit_amount: int = 0
    last: date = date.min
    origin: int = 0

    def add(self, one: Allocation) -> None:
        self.amount += one.amount
        self.credit_amount += one.credit_amount
        self.last = max(self.last, one.date)
        if one.reverses_id is None:
            self.origin = one.id


def left_to_take_back(uow: UnitOfWork, credit: Document) -> int:
    """How much of a credit was not taken back yet, minor units of its currency."""
    return credit.amount - _taken_back(uow, uow.find(Allocation, credit_id=credit.id))


def _taken_back(uow: UnitOfWork, allocations: Sequence[Allocation]) -> int:
    debits = {one.debit_id for one in allocations}
    back = {one.id for one in uow.find(Document, id=debits) if is_take_back(one)} if debits else set()
    return sum(one.credit_amount for one in allocations if one.debit_id in back)


def take_back(
    uow: UnitOfWork,
    credit: Document,
    on: date,
    number: str,
    *,
    amount: int | None = None,
    reason: str = RETURNED,
    reference: str = "",
    note: str = "",
) -> Document:
    """Take ``amount`` (None: all that is left, minor units) of a credit back on a day; the refund made.

    What is unallocated goes first, then the latest allocations. Refused before the credit's day,
    and above what was not taken back yet.
    """
    if credit.kind in DEBITS:
        raise DomainError("reversal.not_credit", number=credit.number)
    if on < credit.doc_date:
        raise DomainError("reversal.too_early", number=credit.number, on=on, earliest=credit.doc_date)
    allocations = uow.find(Allocation, credit_id=credit.id)
    before = max((one.date for one in allocations if one.reverses_id is not None), default=on)
    if on < before:  # in order of their days: a later return has counted on what an earlier one left
        raise DomainError("reversal.too_early", number=credit.number, on=on, earliest=before)
    left = credit.amount - _taken_back(uow, allocations)
    wanted = left if amount is None else amount
    if not 0 < wanted <= left:
        raise DomainError(
            "reversal.above",
            number=credit.number,
            amount=Money(wanted, credit.currency),
            left=Money(left, credit.currency),
        )
    spent = sum(one.credit_amount for one in allocations)
    _reverse(uow, credit, allocations, max(0, wanted - (credit.amount - spent)), on, number)
    refund = Document(
        credit.customer_id,
        DocumentKind.REFUND,
        number,
        on,
        credit.currency,
        wanted,
        due_date=on,
        reference=reference,
        reason=reason,
        note=note,
    )
    refund_id = uow.add(refund)
    uow.add(Allocation(refund_id, credit.id, on, wanted, wanted))
    return uow.get(Document, refund_id)


def _reverse(
    uow: UnitOfWork,
    credit: Document,
    allocations: Sequence[Allocation],
    wanted: int,
    on: date,
    number: str,
) -> None:
    """Reverse ``wanted`` minor units of the credit's allocations, the latest first."""
    kept = {
        one.id for one in uow.find(Document, id={row.debit_id for row in allocations}) if is_take_back(one)
    }
    groups: dict[tuple[int, int | None], _Paid] = {}
    for one in allocations:
        if one.debit_id not in kept:
            key = one.debit_id, one.instalment_id
            groups.setdefault(key, _Paid(*key)).add(one)
    made = []
    for paid in sorted(groups.values(), key=lambda one: (one.last, one.origin), reverse=True):
        take = min(paid.credit_amount, wanted)
        if take <= 0:
            continue
        share = paid.amount if take == paid.credit_amount else _in_proportion(paid, take)
        day = max(on, paid.last)
        made.append(
            Allocation(paid.debit_id, credit.id, day, -share, -take, paid.instalment_id, number, paid.origin)
        )
        wanted -= take
    uow.add_all(made)


def _in_proportion(paid: _Paid, take: int) -> int:
    """What a part of the credit is in the debit's currency: at least one minor unit, never all."""
    share = (2 * paid.amount * take + paid.credit_amount) // (2 * paid.credit_amount)
    return max(1, min(share, paid.amount - 1)) if paid.amount > 1 else 1


def reversals_of(uow: UnitOfWork, refunds: Sequence[Document], *, deleted: bool = False) -> list[Allocation]:
    """The reversals made with these refunds."""
    numbers = {(one.customer_id, one.number) for one in refunds if is_take_back(one)}
    if not numbers:
        return []
    own = uow.find(Allocation, debit_id=[one.id for one in refunds])
    own += uow.find(Allocation, debit_id=[one.id for one in refunds], deleted=True)
    credits_ = {one.credit_id for one in own}
    wanted = {number for _, number in numbers}
    found = uow.find(Allocation, credit_id=credits_, deleted=True) if deleted else None
    rows = found if found is not None else uow.find(Allocation, credit_id=credits_)
    return [one for one in rows if one.reverses_id is not None and one.note in wanted]


def check_take_back(old: Document, new: Document) -> None:
    """Refuse to change what ties a refund to the credit that came back."""
    fixed = ("kind", "number", "amount", "doc_date", "currency", "customer_id", "reason")
    if is_take_back(old) and any(getattr(old, name) != getattr(new, name) for name in fixed):
        raise DomainError("reversal.refund_fixed", number=old.number)


def require_not_reversed(uow: UnitOfWork, allocations: Sequence[Allocation]) -> None:
    """Refuse to take away an allocation that was taken back, or what took it back."""
    pairs: dict[tuple[int, int], list[Allocation]] = defaultdict(list)
    for one in uow.find(Allocation, credit_id={row.credit_id for row in allocations}) if allocations else ():
        pairs[one.debit_id, one.credit_id].append(one)
    for one in allocations:
        debit = uow.get(Document, one.debit_id)
        if is_take_back(debit):
            raise DomainError("reversal.remove_refund", number=debit.number)
        reversal = next((r for r in pairs[one.debit_id, one.credit_id] if r.reverses_id is not None), None)
        if reversal is not None:
            raise DomainError("reversal.taken_back", number=debit.number, refund=reversal.note)
