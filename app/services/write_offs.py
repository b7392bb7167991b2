"""Debts given up: why and by whose leave, what came back of them later, and the register of them all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.document import Document, DocumentKind
from app.domain.problem import DomainError
from app.domain.write_off import WriteOffReason
from app.services.collection_desk import CollectionPart
from app.services.collection_views import BadDebtQuery, BadDebts, BadDebtTotal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.collection_views import BadDebtRow, RecoveryRow

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
        raise NotImplementedError

    def bad_debts(self, query: BadDebtQuery = _ALL) -> BadDebts:
        """The register of bad debts with totals per year and currency, the latest year first."""
        rows = self._desk.reader.bad_debts(query)
        return BadDebts(tuple(rows), tuple(_totals(rows, self._desk.reader.recoveries(query))))


def _write_off(document: Document) -> Document:
    if document.kind is not DocumentKind.WRITE_OFF:
        raise DomainError("write_off.other_kind", number=document.number)
    return document


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
