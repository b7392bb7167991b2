"""Writing allocations within a unit of work: checked against what is open there and then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.domain.allocation import (
    OpenDebit,
    OpenPart,
    Proposal,
    allocation_date,
    check_currencies,
    check_pair,
    check_within,
    fill,
    free_from,
)
from app.domain.closed_period import CLOSED_THROUGH, read_closed
from app.domain.document import DEBITS, Allocation, Document, Instalment
from app.domain.entry import allocated
from app.domain.instalment import Resplit, plan, resplit
from app.domain.money import split
from app.domain.problem import DomainError
from app.domain.setting import Setting
from app.services.ports import UnitOfWork


def live_allocations(uow: UnitOfWork, document: Document) -> list[Allocation]:
    """The allocations set against the document as they stand within the unit of work."""
    if document.kind in DEBITS:
        return uow.find(Allocation, debit_id=document.id)
    return uow.find(Allocation, credit_id=document.id)


def left_open(uow: UnitOfWork, document: Document) -> int:
    """What is open of the document within the unit of work, minor units of its currency."""
    return document.amount - sum(allocated(document, one) for one in live_allocations(uow, document))


def open_debits(uow: UnitOfWork, debits: Sequence[Document]) -> list[OpenDebit]:
    """The debits as allocation sees them within the unit of work, part by part where one has a plan."""
    ids = [debit.id for debit in debits]
    used: dict[tuple[int, int | None], int] = defaultdict(int)
    for one in uow.find(Allocation, debit_id=ids):
        used[one.debit_id, one.instalment_id] += one.amount
    parts: dict[int, list[OpenPart]] = defaultdict(list)
    for part in uow.find(Instalment, document_id=ids):
        left = part.amount - used[part.document_id, part.id]
        parts[part.document_id].append(OpenPart(part.id, part.due_date, left))
    for debit in debits:
        if not debit.has_plan:
            whole = OpenPart(None, debit.due_date or debit.doc_date, debit.amount - used[debit.id, None])
            parts[debit.id] = [whole]
    return [OpenDebit(one.id, one.number, one.doc_date, tuple(parts[one.id])) for one in debits]


def settle(
    uow: UnitOfWork,
    credit: Document,
    debit: Document,
    amount: int,
    *,
    on: date | None = None,
    instalment_id: int | None = None,
    credit_amount: int | None = None,
    note: str = "",
) -> None:
    """Set ``amount`` (debit's currency) of a credit against a debit, first due part first.

    ``credit_amount`` is the same money in the credit's currency and must be given where the two
    differ. Refused above what is open on either side, or before either document.
    """
    check_pair(debit, credit)
    check_currencies(debit, credit, credit_amount)
    day = allocation_date(debit, credit, on)
    if on is None:
        day = first_open(uow, day)
    paid = amount if debit.currency == credit.currency else credit_amount or 0
    [standing] = open_debits(uow, [debit])
    if instalment_id is not None:
        standing = _only(standing, instalment_id)
    check_within(amount, standing.open, debit)
    check_within(paid, left_open(uow, credit), credit)
    shares = fill(amount, [standing])
    day = _free_day(uow, debit, credit, shares, paid, day, on)
    amounts = [share.amount for share in shares]
    in_credit = amounts if paid == amount else split(paid, [Decimal(each) for each in amounts])
    for share, credit_share in zip(shares, in_credit, strict=True):
        uow.add(Allocation(debit.id, credit.id, day, share.amount, credit_share, share.instalment_id, note))


def first_open(uow: UnitOfWork, day: date) -> date:
    """The day itself; where its month is closed, the first day of those that are open."""
    found = uow.find(Setting, name=CLOSED_THROUGH)
    closed = read_closed(found[0].value) if found else None
    return day if closed is None or day > closed else closed + timedelta(1)


def _free_day(
    uow: UnitOfWork,
    debit: Document,
    credit: Document,
    shares: Sequence[Proposal],
    paid: int,
    earliest: date,
    on: date | None,
) -> date:
    """The first day from which both sides have room; only what was taken back makes it later than asked."""
    used = live_allocations(uow, debit)
    spent = live_allocations(uow, credit)
    if not any(one.reverses_id for one in (*used, *spent)):
        return earliest
    day = free_from(credit.amount, [(one.date, one.credit_amount) for one in spent], paid, earliest)
    parts = {part.id: part.amount for part in uow.find(Instalment, document_id=debit.id)}
    for share in shares:
        whole = parts.get(share.instalment_id or 0, debit.amount)
        dated = [(one.date, one.amount) for one in used if one.instalment_id == share.instalment_id]
        day = max(day, free_from(whole, dated, share.amount, earliest))
    if on is not None and day > on:
        raise DomainError("allocation.too_early", on=on, earliest=day, number=debit.number)
    return day


def settle_proposed(uow: UnitOfWork, credit: Document, proposals: Sequence[Proposal]) -> int:
    """Set a credit against what was proposed; how many debits it went to."""
    debits: dict[int, Document] = {}
    for one in proposals:
        debit = debits.setdefault(one.debit_id, uow.get(Document, one.debit_id))
        settle(uow, credit, debit, one.amount, instalment_id=one.instalment_id)
    return len(debits)


def _only(debit: OpenDebit, instalment_id: int) -> OpenDebit:
    parts = tuple(part for part in debit.parts if part.instalment_id == instalment_id)
    if not parts:
        raise DomainError("plan.no_such_part", number=debit.number)
    return replace(debit, parts=parts)


def put_plan(uow: UnitOfWork, invoice: Document, parts: Sequence[Instalment]) -> None:
    """Give the invoice a plan (no parts: take it away) and move its allocations onto it."""
    if not parts and not invoice.has_plan:
        raise DomainError("plan.none", number=invoice.number)
    new = plan(invoice, parts) if parts else []
    old = uow.find(Instalment, document_id=invoice.id)
    allocations = live_allocations(uow, invoice)
    ids = uow.add_all(new)
    placed = [replace(part, id=row_id) for part, row_id in zip(new, ids, strict=True)]
    _apply(uow, resplit(allocations, placed))
    uow.remove(Instalment, [part.id for part in old])
    due = new[-1].due_date if new else invoice.due_date
    uow.replace(replace(invoice, has_plan=bool(new), due_date=due))


def _apply(uow: UnitOfWork, moved: Resplit) -> None:
    uow.replace_all(moved.changed)
    uow.add_all(moved.added)
    uow.remove(Allocation, moved.dropped)


def both_ends(uow: UnitOfWork, allocations: Sequence[Allocation]) -> Mapping[int, Document]:
    """The live documents at either end of the allocations, by id."""
    ids = {end for one in allocations for end in (one.debit_id, one.credit_id)}
    return {document.id: document for document in uow.find(Document, id=ids)}
