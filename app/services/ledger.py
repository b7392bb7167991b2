"""The ledger by hand: documents, plans, allocations, write-offs, and the way back from the bin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.allocation import Method, Proposal, propose
from app.domain.backup import BackupKind
from app.domain.changes import ChangeSet
from app.domain.clock import Clock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import (
    CREDITS,
    DEBITS,
    Allocation,
    Dispute,
    Document,
    DocumentKind,
    Instalment,
    Promise,
    Rate,
)
from app.domain.entry import check_document, check_edit, check_original
from app.domain.exchange import Side, difference, rate_on
from app.domain.instalment import plan_of
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.terms import due_parts
from app.domain.terms_text import parse_terms
from app.services.document_bin import (
    REMOVE,
    remove_documents,
    require_free_number,
    restore_documents,
)
from app.services.document_views import (
    AllocationRow,
    DocumentDetail,
    DocumentQuery,
    DocumentReader,
    DocumentRow,
    DocumentSort,
    Due,
)
from app.services.numbering import free_number
from app.services.plan_guard import require_not_in_plan
from app.services.ports import BusinessCalendar, Store, UnitOfWork
from app.services.reversal import check_take_back, require_not_reversed
from app.services.settling import (
    left_open,
    live_allocations,
    open_debits,
    put_plan,
    settle,
    settle_proposed,
)

__all__ = [
    "AllocationRow",
    "DocumentDetail",
    "DocumentQuery",
    "DocumentRow",
    "DocumentSort",
    "Due",
    "LedgerService",
]


class LedgerService:
    """Use cases on documents; one call, one change set."""

    def __init__(
        self, store: Store, reader: DocumentReader, clock: Clock, calendar: BusinessCalendar
    ) -> None:
        self._store = store
        self._reader = reader
        self._clock = clock
        self._calendar = calendar

    def document_ids(self, query: DocumentQuery | None = None) -> list[int]:
        """Ids of the documents that fit, in order."""
        return self._reader.ids(query or DocumentQuery())

    def document_rows(self, ids: Sequence[int], as_of: date | None = None) -> list[DocumentRow]:
        """The list's rows of these ids, in their order; open amounts of now, or as of a day."""
        return self._reader.rows(ids, as_of or self._clock.today(), live=as_of is None)

    def bin(self) -> list[DocumentRow]:
        """Documents in the bin, the latest dated first."""
        return self.document_rows(self.document_ids(DocumentQuery(deleted=True)))

    def document(self, document_id: int) -> DocumentDetail:
        """A document with its plan, allocations, disputes, promises and log."""
        document = self._store.get(Document, document_id)
        customer = self._store.find(Customer, id=document.customer_id)
        original = self._store.find(Document, id=document.original_id) if document.original_id else []
        return DocumentDetail(
            document,
            tuple(sorted(self._store.find(Instalment, document_id=document_id), key=lambda p: p.seq)),
            self._with_exchange(document, self._reader.allocation_rows(document_id)),
            tuple(self._store.find(Dispute, document_id=document_id)),
            tuple(self._store.find(Promise, document_id=document_id)),
            self._reader.log(document_id),
            customer[0].name if customer else "",
            original[0].number if original else "",
        )

    def _with_exchange(
        self, document: Document, rows: tuple[AllocationRow, ...]
    ) -> tuple[AllocationRow, ...]:
        """The allocations with what payments in another currency, or at another rate, gained or lost."""
        base = self._store.find(Company)[0].currency
        if {document.currency, *(row.other_currency for row in rows)} <= {base}:
            return rows
        rates = self._store.find(Rate)

        def sides(row: AllocationRow) -> tuple[Side, Side]:
            own = document.book_rate or rate_on(rates, document.currency, document.doc_date)
            day = row.other_on or row.date
            other = row.other_rate or rate_on(rates, row.other_currency, day)
            if document.kind is DocumentKind.RECEIPT:
                debt = Side(row.amount, row.other_currency, other)
                return debt, Side(row.credit_amount, document.currency, own)
            debt = Side(row.amount, document.currency, own)
            return debt, Side(row.credit_amount, row.other_currency, other)

        pays = {DocumentKind.INVOICE, DocumentKind.RECEIPT}
        return tuple(
            replace(row, exchange=Money(gained, base))
            if {document.kind, row.other_kind} == pays
            and (gained := difference(*sides(row), base)) is not None
            and gained
            else row
            for row in rows
        )

    def open_debits(self, customer_id: int, currency: str) -> list[DocumentRow]:
        """What the customer still has to pay in that currency, the oldest due first."""
        return self.document_rows([one.id for one in self._reader.open_debits(customer_id, currency)])

    def due_date(self, terms: str, doc_date: date, country: str = "") -> list[Due]:
        """The due dates that terms lead to, earliest first, with the per cent due on each."""
        parsed = parse_terms(terms)
        basis = 10_000
        parts = due_parts(parsed, doc_date, basis, self._calendar, country)
        return [Due(due, Decimal(share).scaleb(-2)) for due, share in parts]

    def enter(self, document: Document) -> ChangeSet:
        """Store a document typed by hand.

        A debit without a due date gets it from its terms, the customer's, or the company's; terms
        in parts make a plan. A credit note that names its invoice is set against it at once as
        far as both are open. A write-off names its invoice and must fit it whole.
        """
        if document.kind is DocumentKind.WRITE_OFF:
            if document.original_id is None:
                raise DomainError("write_off.no_invoice")
            return self.write_off(
                document.original_id,
                document.amount,
                document.doc_date,
                document.note,
                document.number,
                reason=document.reason,
                approved_by=document.approved_by,
            )
        with self._store.write() as uow:
            return uow.commit("document.entered", **_named(self.enter_within(uow, document)))

    def enter_within(self, uow: UnitOfWork, document: Document) -> Document:
        """``enter`` as part of a unit of work that also does something else; the stored document.

        Not for write-offs: they go with their allocation (``write_off``).
        """
        stored = self._add(uow, document)
        if stored.kind is DocumentKind.CREDIT_NOTE and stored.original_id is not None:
            original = uow.get(Document, stored.original_id)
            amount = min(stored.amount, left_open(uow, original))
            if amount > 0 and original.currency == stored.currency:
                settle(uow, stored, original, amount)
        return stored

    def _add(self, uow: UnitOfWork, document: Document) -> Document:
        """Check, complete and store a document; the stored value."""
        customer = uow.get(Customer, document.customer_id)
        clean = self._clean(uow, document)
        clean = replace(
            clean, number=clean.number or free_number(self._reader.numbers_like, clean.kind, clean.doc_date)
        )
        require_free_number(self._reader, clean)
        if clean.kind not in DEBITS:
            return replace(clean, id=uow.add(replace(clean, due_date=None)), version=1)
        parts = self._due_parts(clean, customer)
        clean = replace(clean, due_date=parts[-1][0], has_plan=len(parts) > 1)
        clean = replace(clean, id=uow.add(clean), version=1)
        if clean.has_plan:
            uow.add_all(plan_of(parts, clean.id))
        return clean

    def _clean(self, uow: UnitOfWork, document: Document) -> Document:
        clean = replace(document, number=document.number.strip(), currency=document.currency.strip().upper())
        check_document(clean)
        parse_terms(clean.terms)
        if clean.original_id is not None:
            check_original(clean, uow.get(Document, clean.original_id))
        return replace(clean, has_plan=False)

    def _due_parts(self, document: Document, customer: Customer) -> list[tuple[date, int]]:
        """Due dates and amounts of a debit: as typed, else by the first terms there are."""
        if document.due_date is not None:
            return [(document.due_date, document.amount)]
        company = self._store.find(Company)
        house = company[0] if company else Company("", "")
        if document.kind is not DocumentKind.INVOICE:
            return [(document.doc_date, document.amount)]
        terms = parse_terms(document.terms or customer.terms or house.terms)
        country = customer.country or house.country
        return due_parts(terms, document.doc_date, document.amount, self._calendar, country)

    def edit(self, document: Document) -> ChangeSet:
        """Write an edited document; refused where its allocations or its plan no longer fit it."""
        with self._store.write() as uow:
            old = uow.get(Document, document.id)
            clean = self._clean(uow, document)
            if not clean.number:
                raise DomainError("document.number_missing")
            require_free_number(self._reader, clean)
            check_edit(old, clean, live_allocations(uow, old))
            check_take_back(old, clean)
            if (old.kind in DEBITS) != (clean.kind in DEBITS):
                raise DomainError("document.other_side", number=old.number)
            if DocumentKind.WRITE_OFF in {old.kind, clean.kind} and (
                (old.kind, old.amount) != (clean.kind, clean.amount)
            ):
                raise DomainError("write_off.fixed", number=old.number)
            clean = self._with_due_date(uow, old, clean)
            if clean.customer_id != old.customer_id:
                moved = uow.find(Promise, document_id=old.id)
                uow.replace_all([replace(one, customer_id=clean.customer_id) for one in moved])
            uow.replace(clean)
            return uow.commit("document.edited", **_named(clean))

    def _with_due_date(self, uow: UnitOfWork, old: Document, new: Document) -> Document:
        if new.kind not in DEBITS:
            return replace(new, due_date=None)
        if not old.has_plan:
            parts = self._due_parts(new, uow.get(Customer, new.customer_id))
            return replace(new, due_date=parts[-1][0])
        if new.kind is not old.kind:
            raise DomainError("plan.not_invoice", number=old.number)
        if new.amount != old.amount:
            raise DomainError("plan.amount_edited", number=old.number, amount=Money(old.amount, old.currency))
        first = min(part.due_date for part in uow.find(Instalment, document_id=old.id))
        if new.doc_date > first:
            raise DomainError("plan.before_invoice", row=1, due=first, earliest=new.doc_date)
        return replace(new, due_date=old.due_date, has_plan=True)

    def remove(self, ids: Sequence[int]) -> ChangeSet:
        """Put documents in the bin with their allocations, plans, disputes and promises."""
        if len(ids) > 1:
            self._store.safeguard(BackupKind.BULK)
        with self._store.write() as uow:
            gone = remove_documents(uow, self._reader, ids)
            return uow.commit(REMOVE, numbers=_numbers(gone), n=len(gone))

    def restore(self, ids: Sequence[int]) -> ChangeSet:
        """Bring documents back with what went with them; refused where it no longer fits."""
        with self._store.write() as uow:
            back = restore_documents(uow, self._reader, ids)
            return uow.commit("document.restored", numbers=_numbers(back), n=len(back))

    def set_plan(self, document_id: int, parts: Sequence[Instalment]) -> ChangeSet:
        """Give an invoice instalments; what is paid already falls on the parts due first."""
        if not parts:
            raise DomainError("plan.empty", number="")
        with self._store.write() as uow:
            invoice = uow.get(Document, document_id)
            require_not_in_plan(uow, [document_id])
            put_plan(uow, invoice, parts)
            return uow.commit("plan.set", number=invoice.number, n=len(parts))

    def clear_plan(self, document_id: int) -> ChangeSet:
        """Take an invoice's instalments away; it is due when the last of them was."""
        with self._store.write() as uow:
            invoice = uow.get(Document, document_id)
            require_not_in_plan(uow, [document_id])
            put_plan(uow, invoice, ())
            return uow.commit("plan.cleared", number=invoice.number)

    def write_off(
        self,
        invoice_id: int,
        amount: int,
        on: date,
        note: str,
        number: str = "",
        *,
        reason: str = "",
        approved_by: str = "",
    ) -> ChangeSet:
        """Give up ``amount`` of an invoice on a day: a write-off document, allocated at once.

        ``note`` says why, in words; ``reason`` of which kind it is (``app.domain.write_off``).
        """
        with self._store.write() as uow:
            self.write_off_within(
                uow, invoice_id, amount, on, note, number, reason=reason, approved_by=approved_by
            )
            invoice = uow.get(Document, invoice_id)
            params = {"number": invoice.number, "amount": str(Money(amount, invoice.currency))}
            return uow.commit("document.written_off", **params)

    def write_off_within(
        self,
        uow: UnitOfWork,
        invoice_id: int,
        amount: int,
        on: date,
        note: str,
        number: str = "",
        *,
        reason: str = "",
        approved_by: str = "",
    ) -> Document:
        """``write_off`` as part of a unit of work that also does something else; the stored write-off."""
        invoice = uow.get(Document, invoice_id)
        if not note.strip():
            raise DomainError("write_off.no_reason", number=invoice.number)
        draft = Document(
            invoice.customer_id,
            DocumentKind.WRITE_OFF,
            number,
            on,
            invoice.currency,
            amount,
            original_id=invoice.id,
            reason=reason,
            approved_by=approved_by.strip(),
            note=note.strip(),
        )
        stored = self._add(uow, draft)
        settle(uow, stored, invoice, amount, on=on)
        return stored

    def enter_receipt(
        self, receipt: Document, allocations: Sequence[tuple[int, int]] | str | None = None
    ) -> ChangeSet:
        """Store a receipt or credit note and set it against debits.

        ``allocations`` are (debit id, amount), a method ("reference", "exact", "oldest"), or None
        to leave all of it on account; what is over stays on account too.
        """
        if receipt.kind not in CREDITS - {DocumentKind.WRITE_OFF}:
            raise DomainError("receipt.not_credit")
        with self._store.write() as uow:
            stored = self._add(uow, receipt)
            if isinstance(allocations, str):
                settle_proposed(uow, stored, self._proposed(uow, stored, Method(allocations)))
            else:
                for debit_id, amount in allocations or ():
                    settle(uow, stored, uow.get(Document, debit_id), amount)
            return uow.commit("receipt.entered", **_named(stored))

    def allocate(
        self,
        credit_id: int,
        debit_id: int,
        amount: int,
        on: date | None = None,
        instalment_id: int | None = None,
        credit_amount: int | None = None,
    ) -> ChangeSet:
        """Set part of a credit against a debit, by default from the day both exist.

        ``credit_amount``: the same money in the credit's currency, where the two differ.
        """
        with self._store.write() as uow:
            credit, debit = uow.get(Document, credit_id), uow.get(Document, debit_id)
            settle(
                uow,
                credit,
                debit,
                amount,
                on=on,
                instalment_id=instalment_id,
                credit_amount=credit_amount,
            )
            params = {"number": debit.number, "amount": str(Money(amount, debit.currency))}
            return uow.commit("allocation.added", credit=credit.number, **params)

    def allocate_all(self, credit_id: int, shares: Sequence[tuple[int, int]]) -> ChangeSet:
        """Set a credit against several debits, (debit id, amount) each, as one action."""
        with self._store.write() as uow:
            credit = uow.get(Document, credit_id)
            debits = [uow.get(Document, debit_id) for debit_id, _ in shares]
            for debit, (_, amount) in zip(debits, shares, strict=True):
                settle(uow, credit, debit, amount)
            total = Money(sum(amount for _, amount in shares), credit.currency)
            params = {"number": _numbers(debits), "amount": str(total)}
            return uow.commit("allocation.added", credit=credit.number, **params)

    def unallocate(self, allocation_ids: Sequence[int]) -> ChangeSet:
        """Take allocations back; both documents are open again by as much."""
        with self._store.write() as uow:
            gone = [uow.get(Allocation, row_id) for row_id in allocation_ids]
            for credit in uow.find(Document, id={one.credit_id for one in gone}):
                if credit.kind is DocumentKind.WRITE_OFF:
                    raise DomainError("write_off.remove_instead", number=credit.number)
            require_not_reversed(uow, gone)
            debits = uow.find(Document, id={one.debit_id for one in gone})
            uow.remove(Allocation, [one.id for one in gone])
            return uow.commit("allocation.removed", numbers=_numbers(debits), n=len(gone))

    def propose(self, credit_id: int, method: str) -> list[Proposal]:
        """What the open rest of a credit would pay; writes nothing."""
        credit = self._store.get(Document, credit_id)
        debits = self._reader.open_debits(credit.customer_id, credit.currency)
        return propose(credit.open, _said(credit), debits, Method(method))

    def auto_allocate(self, credit_ids: Sequence[int], method: str) -> ChangeSet:
        """Set credits against debits by a method, the earliest credit first; one change set."""
        with self._store.write() as uow:
            credits_ = [uow.get(Document, row_id) for row_id in dict.fromkeys(credit_ids)]
            done = 0
            for credit in sorted(credits_, key=lambda one: (one.doc_date, one.id)):
                done += settle_proposed(uow, credit, self._proposed(uow, credit, Method(method)))
            return uow.commit("allocation.proposed", n=done, method=(f"method.{Method(method)}", {}))

    def _proposed(self, uow: UnitOfWork, credit: Document, method: Method) -> list[Proposal]:
        """Proposals against what is open within the unit of work."""
        if credit.kind not in CREDITS:
            raise DomainError("receipt.not_credit")
        known = self._reader.open_debits(credit.customer_id, credit.currency)
        debits = open_debits(uow, uow.find(Document, id=[one.id for one in known]))
        return propose(left_open(uow, credit), _said(credit), debits, method)


def _said(credit: Document) -> str:
    return f"{credit.reference} {credit.note}"


def _named(document: Document) -> dict[str, object]:
    amount = Money(document.amount, document.currency)
    return {"kind": (f"kind.{document.kind}", {}), "number": document.number, "amount": str(amount)}


def _numbers(documents: Sequence[Document]) -> str:
    return "、".join(document.number for document in documents[:3])
