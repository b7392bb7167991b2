"""Debts given up: why and by whose leave, what came back of them later, and the register of them all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.document import Allocation, Document, DocumentKind
from app.domain.money import Money
from app.domain.problem import DomainError
from app.domain.write_off import WriteOffReason
from app.services.collection_desk import CollectionPart
from app.services.collection_views import BadDebtQuery, BadDebts, BadDebtTotal
from app.services.numbering import free_number
from app.services.reversal import RECOVERY, left_to_take_back, take_back
from app.services.settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.collection_views import BadDebtRow, RecoveryRow
    from app.services.ports import UnitOfWork

_ALL = BadDebtQuery()


class WriteOffs(CollectionPart):
    """Use cases on write-offs."""

    def write_off(
        self,
        invoice_id: int,
        amount: int,
        on: date,
        note: str,
        *,
        reason: WriteOffReason | str = WriteOffReason.BAD_DEBT,
        approved_by: str = "",
    ) -> ChangeSet:
        """Give up ``amount`` (minor units) of an invoice on a day, and say why and who allowed it."""
        kind = WriteOffReason(reason)
        return self._desk.ledger.write_off(invoice_id, amount, on, note, reason=kind, approved_by=approved_by)

    def approve_write_off(self, write_off_id: int, by: str) -> ChangeSet:
        """Note who allowed a write-off; "" takes the mark away."""
        with self._desk.store.write() as uow:
            given = _write_off(uow.get(Document, write_off_id))
            uow.replace(replace(given, approved_by=by.strip()))
            return uow.commit("write_off.approved", number=given.number, by=by.strip() or "–")

    def recover(self, write_off_id: int, amount: int, on: date, receipt: Document | None = None) -> ChangeSet:
        """Money came in on a debt already given up (坏账收回).

        The write-off is taken back by ``amount`` on that day, and a receipt of the same day pays
        the invoice; ``receipt`` gives its number, reference and note.
        """
        with self._desk.store.write() as uow:
            given = _write_off(uow.get(Document, write_off_id))
            self.recover_within(uow, [(write_off_id, amount)], on, receipt)
            said = str(Money(amount, given.currency))
            return uow.commit("write_off.recovered", number=_invoice_of(uow, given).number, amount=said)

    def recover_within(
        self, uow: UnitOfWork, shares: Sequence[tuple[int, int]], on: date, receipt: Document | None = None
    ) -> Document:
        """``recover`` of several write-offs (id, minor units) of one customer as part of a unit of work.

        One receipt pays all of their invoices; the stored receipt.
        """
        paid: list[tuple[Document, int]] = []
        for write_off_id, amount in shares:
            given = _write_off(uow.get(Document, write_off_id))
            if on < given.doc_date:
                raise DomainError("write_off.recovered_before", on=on, given=given.doc_date)
            _check_left(amount, left_to_take_back(uow, given), given)
            number = free_number(self._desk.documents.numbers_like, DocumentKind.REFUND, on)
            take_back(uow, given, on, number, amount=amount, reason=RECOVERY, reference=given.number)
            paid.append((_invoice_of(uow, given), amount))
        first, total = paid[0][0], sum(amount for _, amount in paid)
        draft = replace(
            receipt or Document(0, DocumentKind.RECEIPT, "", on, first.currency, total),
            customer_id=first.customer_id,
            kind=DocumentKind.RECEIPT,
            doc_date=on,
            currency=first.currency,
            amount=total,
        )
        stored = self._desk.ledger.enter_within(uow, draft)
        for invoice, amount in paid:
            settle(uow, stored, uow.get(Document, invoice.id), amount, on=on)
        return stored

    def bad_debts(self, query: BadDebtQuery = _ALL) -> BadDebts:
        """The register of bad debts with totals per year and currency, the latest year first."""
        rows = self._desk.reader.bad_debts(query)
        return BadDebts(tuple(rows), tuple(_totals(rows, self._desk.reader.recoveries(query))))


def _write_off(document: Document) -> Document:
    if document.kind is not DocumentKind.WRITE_OFF:
        raise DomainError("write_off.other_kind", number=document.number)
    return document


def _check_left(amount: int, left: int, given: Document) -> None:
    if amount <= 0:
        raise DomainError("amount.not_positive", number=given.number)
    if amount > left:
        raise DomainError(
            "write_off.above_given_up",
            number=given.number,
            amount=Money(amount, given.currency),
            left=Money(left, given.currency),
        )


def _invoice_of(uow: UnitOfWork, given: Document) -> Document:
    """The invoice a write-off gave up, by its own word or by what it is set against."""
    if given.original_id is not None:
        return uow.get(Document, given.original_id)
    first = min(uow.find(Allocation, credit_id=given.id), key=lambda one: one.id)
    return uow.get(Document, first.debit_id)


def _totals(rows: Iterable[BadDebtRow], recoveries: Iterable[RecoveryRow]) -> list[BadDebtTotal]:
    """Per year and currency, write-offs and recoveries each in the year of their own date."""
    count: dict[tuple[int, str], int] = defaultdict(int)
    given: dict[tuple[int, str], int] = defaultdict(int)
    back: dict[tuple[int, str], int] = defaultdict(int)
    for row in rows:
        count[row.on.year, row.currency] += 1
        given[row.on.year, row.currency] += row.amount
    for one in recoveries:
        back[one.on.year, one.currency] += one.amount
    keys = sorted(given.keys() | back.keys(), key=lambda key: (-key[0], key[1]))
    return [BadDebtTotal(*key, count[key], given[key], back[key]) for key in keys]
