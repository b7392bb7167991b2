"""Documents into the bin and back, with everything that only makes sense with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.bank import BankLine, LineState
from app.domain.bill import Bill, BillEnd
from app.domain.customer import Customer
from app.domain.document import (
    DEBITS,
    Allocation,
    Dispute,
    Document,
    DocumentKind,
    Instalment,
    Promise,
)
from app.domain.entry import fits, most_used
from app.domain.measure_record import SpecificProvision
from app.domain.problem import DomainError
from app.services.claim_guard import require_not_claimed
from app.services.document_views import DocumentReader
from app.services.plan_guard import require_not_in_plan
from app.services.ports import UnitOfWork
from app.services.reversal import is_take_back, reversals_of
from app.services.settling import both_ends, left_open, live_allocations

REMOVE = "document.removed"
_Hanger = Instalment | Dispute | Promise | SpecificProvision
_HANGERS: tuple[type[_Hanger], ...] = (Instalment, Dispute, Promise, SpecificProvision)


def remove_documents(uow: UnitOfWork, reader: DocumentReader, ids: Sequence[int]) -> list[Document]:
    """Remove documents, their allocations, plans, disputes, promises, provisions; the documents that went.

    A write-off or inferred settlement that served only these goes with them: on its own it would
    stand as money received. So does the refund of a returned receipt with the receipt. Bank lines
    that a document was made of wait again, bills whose receipt goes are held again.
    """
    gone = [uow.get(Document, row_id) for row_id in dict.fromkeys(ids)]
    gone += _refunds_of(uow, gone, reader.allocations_of([document.id for document in gone]))
    allocations = reader.allocations_of([document.id for document in gone])
    gone += _left_behind(uow, gone, allocations)
    require_not_in_plan(uow, [document.id for document in gone])
    require_not_claimed(uow, [document.id for document in gone])
    known = {one.id for one in allocations}
    cancelled = [one for one in reversals_of(uow, gone) if one.id not in known]
    allocations += cancelled
    kept = [document.id for document in gone]
    _mark_lines(uow, kept, LineState.WAITING)
    _put_back_bills(uow, gone, allocations)
    uow.remove(Allocation, [one.id for one in allocations])
    for kind in _HANGERS:
        uow.remove(kind, [one.id for one in uow.find(kind, document_id=kept)])
    uow.remove(Document, kept)
    for end in both_ends(uow, cancelled).values():
        _require_fit(uow, end, "reversal.paid_again")
    return gone


def _refunds_of(
    uow: UnitOfWork, gone: Sequence[Document], allocations: Sequence[Allocation]
) -> list[Document]:
    """Refunds that took up one of these credits when it came back: they make no sense without it."""
    known = {document.id for document in gone}
    ends = {one.debit_id for one in allocations if one.credit_id in known} - known
    return [one for one in uow.find(Document, id=ends) if is_take_back(one)] if ends else []


def _mark_lines(uow: UnitOfWork, documents: Sequence[int], state: LineState) -> None:
    lines = uow.find(BankLine, document_id=list(documents))
    uow.replace_all([replace(line, state=state) for line in lines if line.state is not state])


def _put_back_bills(uow: UnitOfWork, gone: Sequence[Document], allocations: Sequence[Allocation]) -> None:
    """A bill without its receipt is held again; one whose return goes has not bounced."""
    known = {document.id for document in gone}
    unpaid = uow.find(Bill, receipt_id=known)
    uow.replace_all(
        [
            replace(one, passed_on=None, passed_how="", passed_to="", charge=0, ended_on=None, ended_how="")
            for one in unpaid
        ]
    )
    returns = {document.id for document in gone if is_take_back(document)}
    kept = {one.credit_id for one in allocations if one.debit_id in returns} - known
    bounced = uow.find(Bill, receipt_id=kept, ended_how=BillEnd.BOUNCED.value) if kept else []
    uow.replace_all([replace(one, ended_on=None, ended_how="") for one in bounced])


def _require_bills_agree(uow: UnitOfWork, back: Sequence[Document]) -> None:
    """Refuse to bring back the receipt or the return of a bill that says otherwise by now."""
    owners = {document.id: document for document in back}
    for bill in uow.find(Bill, receipt_id=set(owners)):
        if bill.passed_on is None and bill.ended_how != BillEnd.CLEARED:
            number = owners[bill.receipt_id or 0].number
            raise DomainError("restore.bill_put_back", number=number, bill=bill.number)
    returns = [document.id for document in back if is_take_back(document)]
    taken = {one.credit_id: one.debit_id for one in uow.find(Allocation, debit_id=returns)} if returns else {}
    for bill in uow.find(Bill, receipt_id=set(taken)) if taken else ():
        if bill.ended_how != BillEnd.BOUNCED:
            number = owners[taken[bill.receipt_id or 0]].number
            raise DomainError("restore.bill_put_back", number=number, bill=bill.number)


def _left_behind(
    uow: UnitOfWork, gone: Sequence[Document], allocations: Sequence[Allocation]
) -> list[Document]:
    removed, known = {one.id for one in allocations}, {document.id for document in gone}
    credits_ = [end for end in both_ends(uow, allocations).values() if end.id not in known]
    return [
        credit
        for credit in credits_
        if (credit.kind is DocumentKind.WRITE_OFF or credit.inferred)
        and all(one.id in removed for one in uow.find(Allocation, credit_id=credit.id))
        and not uow.find(Allocation, debit_id=credit.id)
    ]


def restore_documents(uow: UnitOfWork, reader: DocumentReader, ids: Sequence[int]) -> list[Document]:
    """Bring documents back with what was removed with them; the documents that came.

    Allocations come back where the document at the other end is there; refused when an amount,
    a day or a number no longer fits.
    """
    wanted = set(ids) | _companions(uow, reader, ids)
    back = uow.find(Document, id=wanted, deleted=True)
    if not set(ids) <= {document.id for document in back}:
        raise DomainError("record.missing", what=("record.document", {}))
    for document in back:
        require_free_number(reader, document)
        if not uow.find(Customer, id=document.customer_id):
            raise DomainError("restore.customer_in_bin", number=document.number)
    uow.restore(Document, [document.id for document in back])
    for kind in _HANGERS:
        lost = uow.find(kind, document_id=[document.id for document in back], deleted=True)
        uow.restore(kind, _removed_along(reader, kind, [one.id for one in lost]))
    _restore_allocations(uow, reader, back)
    _require_bills_agree(uow, back)
    for document in back:
        made_of = LineState.RETURNED if is_take_back(document) else LineState.APPLIED
        _mark_lines(uow, [document.id], made_of)
        if document.kind is DocumentKind.WRITE_OFF and left_open(uow, document):
            raise DomainError("restore.write_off_alone", number=document.number)
    return back


def _companions(uow: UnitOfWork, reader: DocumentReader, ids: Sequence[int]) -> set[int]:
    """Write-offs and inferred settlements that went to the bin because of these documents."""
    lost = reader.allocations_of(ids, deleted=True)
    along = set(_removed_along(reader, Allocation, [one.id for one in lost]))
    ends = {end for one in lost if one.id in along for end in (one.credit_id, one.debit_id)} - set(ids)
    found = uow.find(Document, id=ends, deleted=True) if ends else []
    ours = [
        one.id
        for one in found
        if one.kind is DocumentKind.WRITE_OFF
        or (one.inferred and one.kind not in DEBITS)
        or is_take_back(one)
    ]
    return set(_removed_along(reader, Document, ours))


def _removed_along(
    reader: DocumentReader, kind: type[Allocation | Document | _Hanger], ids: list[int]
) -> list[int]:
    verbs = reader.removed_by(kind, ids)
    return [row_id for row_id in ids if verbs.get(row_id) == REMOVE]


def _restore_allocations(uow: UnitOfWork, reader: DocumentReader, back: Sequence[Document]) -> None:
    lost = reader.allocations_of([document.id for document in back], deleted=True)
    known = {one.id for one in lost}
    lost += [one for one in reversals_of(uow, back, deleted=True) if one.id not in known]
    along = set(_removed_along(reader, Allocation, [one.id for one in lost]))
    ends = both_ends(uow, lost)
    parts = {part.id for part in uow.find(Instalment, document_id=list(ends))}
    returning = [
        one
        for one in lost
        if one.id in along
        and one.debit_id in ends
        and one.credit_id in ends
        and _same_plan(one, ends[one.debit_id], parts)
    ]
    uow.restore(Allocation, [one.id for one in returning])
    for end in both_ends(uow, returning).values():
        _require_fit(uow, end)
    _require_still_paid(uow, returning)


def _require_still_paid(uow: UnitOfWork, returning: Sequence[Allocation]) -> None:
    """Refuse to bring back what took a payment back, where that payment is no longer allocated."""
    for one in returning:
        if one.reverses_id is None:
            continue
        pair = uow.find(Allocation, debit_id=one.debit_id, credit_id=one.credit_id)
        if sum(each.amount for each in pair if each.instalment_id == one.instalment_id) < 0:
            raise DomainError("restore.no_fit", number=uow.get(Document, one.debit_id).number)


def _same_plan(allocation: Allocation, debit: Document, parts: set[int]) -> bool:
    """Whether the debit still has the plan that the allocation was made on; refused where not."""
    part = allocation.instalment_id
    if (part is None) == debit.has_plan or (part is not None and part not in parts):
        raise DomainError("restore.plan_changed", number=debit.number)
    return True


def _require_fit(uow: UnitOfWork, document: Document, code: str = "restore.no_fit") -> None:
    allocations = live_allocations(uow, document)
    exceeded = any(
        most_used(document, [one for one in allocations if one.instalment_id == part.id]) > part.amount
        for part in uow.find(Instalment, document_id=document.id)
    )
    if exceeded or not fits(document, allocations):
        raise DomainError(code, number=document.number)


def require_free_number(reader: DocumentReader, document: Document) -> None:
    """Refuse a number that another live document of the customer and kind carries."""
    same = reader.numbered(document.customer_id, document.kind, document.number) if document.number else []
    if any(row_id != document.id for row_id in same):
        raise DomainError("document.number_taken", number=document.number, kind=(f"kind.{document.kind}", {}))
