"""An invoice's plan of instalments: what makes one, and how its allocations fall on the parts.

The parts sum to the invoice; each allocation belongs to one part, first due, first filled, in the
order the allocations were dated. Splitting never changes what is open on any day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.document import Allocation, Document, DocumentKind, Instalment
from app.domain.money import Money, split
from app.domain.problem import DomainError


@dataclass(frozen=True, slots=True)
class Resplit:
    """What a new plan does to the allocations: rows to change, to add (id 0), and ids to drop."""

    changed: tuple[Allocation, ...]
    added: tuple[Allocation, ...]
    dropped: tuple[int, ...]


def plan(document: Document, parts: Sequence[Instalment]) -> list[Instalment]:
    """The parts in order of due date, numbered from 1; refused unless they sum to the invoice."""
    if document.kind is not DocumentKind.INVOICE:
        raise DomainError("plan.not_invoice", number=document.number)
    if not parts:
        raise DomainError("plan.empty", number=document.number)
    total = sum(part.amount for part in parts)
    if total != document.amount:
        raise DomainError(
            "plan.sum",
            number=document.number,
            total=Money(total, document.currency),
            amount=Money(document.amount, document.currency),
        )
    for row, part in enumerate(parts, 1):
        if part.amount <= 0:
            raise DomainError("plan.not_positive", row=row)
        if part.due_date < document.doc_date:
            raise DomainError("plan.before_invoice", row=row, due=part.due_date, earliest=document.doc_date)
    ordered = sorted(parts, key=lambda part: part.due_date)
    return [
        replace(part, document_id=document.id, seq=seq, id=0, version=0)
        for seq, part in enumerate(ordered, 1)
    ]


def plan_of(parts: Sequence[tuple[date, int]], document_id: int = 0) -> list[Instalment]:
    """Instalments out of dated amounts (``terms.due_parts``)."""
    return [Instalment(document_id, seq, due, amount) for seq, (due, amount) in enumerate(parts, 1)]


def resplit(allocations: Sequence[Allocation], parts: Sequence[Instalment]) -> Resplit:
    """Put the allocations on the parts, first due first, in order of date; no parts: join them again.

    The first piece of an allocation keeps its row; further pieces are new rows of the same day.
    """
    whole, dropped = _joined(allocations)
    if not parts:
        return Resplit(tuple(replace(one, instalment_id=None) for one in whole), (), dropped)
    room = {part.id: part.amount for part in sorted(parts, key=lambda part: (part.due_date, part.seq))}
    laid: dict[int, list[tuple[int, int]]] = {}
    changed: list[Allocation] = []
    added: list[Allocation] = []
    for allocation in whole:
        pieces = _take(allocation, room, laid)
        paid = _in_credit_currency(allocation, [amount for _, amount in pieces])
        for at, ((part, amount), credit_amount) in enumerate(zip(pieces, paid, strict=True)):
            piece = replace(allocation, instalment_id=part, amount=amount, credit_amount=credit_amount)
            if at:
                added.append(replace(piece, id=0, version=0))
            else:
                changed.append(piece)
    return Resplit(tuple(changed), tuple(added), dropped)


def _joined(allocations: Sequence[Allocation]) -> tuple[list[Allocation], tuple[int, ...]]:
    """Pieces of one credit on one day made one again, in order of date; and the ids that went."""
    whole: dict[tuple[int, date, str, bool], Allocation] = {}
    dropped = []
    for one in sorted(allocations, key=lambda row: (row.date, row.reverses_id is not None, row.id)):
        key = (one.credit_id, one.date, one.note, one.reverses_id is not None)
        if key in whole:
            dropped.append(one.id)
            first = whole[key]
            whole[key] = replace(
                first,
                amount=first.amount + one.amount,
                credit_amount=first.credit_amount + one.credit_amount,
            )
        else:
            whole[key] = one
    return _in_order(list(whole.values())), tuple(dropped)


def _in_order(allocations: Sequence[Allocation]) -> list[Allocation]:
    """By day; of one day first what frees earlier room, then what is taken back at once, then the rest."""
    since: dict[int, date] = {}
    back: set[tuple[int, date]] = set()
    for one in allocations:
        since[one.credit_id] = min(since.get(one.credit_id, one.date), one.date)
    for one in allocations:
        if one.reverses_id is not None and since[one.credit_id] == one.date:
            back.add((one.credit_id, one.date))

    def rank(one: Allocation) -> int:
        same_day = (one.credit_id, one.date) in back
        if one.reverses_id is not None:
            return 2 if same_day else 0
        return 1 if same_day else 3

    return sorted(allocations, key=lambda one: (one.date, rank(one), one.id))


def _in_credit_currency(allocation: Allocation, amounts: Sequence[int]) -> list[int]:
    """The pieces in the credit's currency, each at least one minor unit, summing as before."""
    if allocation.credit_amount == allocation.amount:
        return list(amounts)
    side = -1 if allocation.credit_amount < 0 else 1
    spare = abs(allocation.credit_amount) - len(amounts)
    return [side * (1 + share) for share in split(spare, [Decimal(abs(amount)) for amount in amounts])]


def _take(
    allocation: Allocation, room: dict[int, int], laid: dict[int, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    """The parts an allocation falls on, first due first; a reversal leaves the parts its credit took last.

    ``room`` is what is free of each part by then, ``laid`` what each credit has on which.
    """
    mine = laid.setdefault(allocation.credit_id, [])
    pieces = []
    left = abs(allocation.amount)
    if allocation.amount < 0:
        while left > 0 and mine:
            part, amount = mine.pop()
            share = min(left, amount)
            if amount > share:
                mine.append((part, amount - share))
            room[part] += share
            pieces.append((part, -share))
            left -= share
        return pieces
    for part, free in room.items():
        share = min(left, free)
        if share > 0:
            pieces.append((part, share))
            mine.append((part, share))
            room[part] -= share
            left -= share
    return pieces
