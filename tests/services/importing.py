"""Staged files by hand, and the import service over a company file, for the tests of importing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.calendar import WeekendsOnly
from app.domain.clock import FixedClock
from app.domain.document import Allocation, Document, DocumentKind, Instalment, sign
from app.domain.import_plan import ImportChoices, ImportPlan, ImportResult
from app.domain.importing import (
    ColumnGuess,
    ColumnMap,
    Corrections,
    ImportKind,
    RawTable,
    SourceOptions,
    StagedCustomer,
    StagedDocument,
    StagedFile,
)
from app.services.importing import ImportService
from app.services.ports import Control
from app.storage.readers.importing import SqlImportLedger
from app.storage.store import SqlStore

D = date
TODAY = date(2025, 12, 31)


class NoSource:
    """A reader for tests that stage by hand."""

    def read(self, path: Path, options: SourceOptions, control: Control) -> RawTable:
        raise NotImplementedError

    def read_text(self, text: str, options: SourceOptions) -> RawTable:
        raise NotImplementedError

    def guess_columns(
        self, table: RawTable, kind: ImportKind, remembered: ColumnMap | None
    ) -> tuple[ColumnMap, list[ColumnGuess]]:
        assert isinstance(table, RawTable)
        return remembered or ColumnMap(kind, {}), []

    def interpret(self, table: RawTable, columns: ColumnMap, corrections: Corrections) -> StagedFile:
        raise NotImplementedError


def service(store: SqlStore, today: date = TODAY) -> ImportService:
    return ImportService(
        store, SqlImportLedger(store), NoSource(), WeekendsOnly(), str.lower, FixedClock(today)
    )


def invoice(
    number: str = "", amount: int = 10000, customer: str = "苏州恒岳机电有限公司", **more: Any
) -> StagedDocument:
    kind = more.pop("kind", DocumentKind.INVOICE)
    code = more.pop("code", "")
    day = more.pop("day", D(2025, 10, 1))
    currency = more.pop("currency", "CNY")
    return StagedDocument(more.pop("row", 0), kind, number, customer, code, day, currency, amount, **more)


def receipt(amount: int, **more: Any) -> StagedDocument:
    return invoice(amount=amount, kind=DocumentKind.RECEIPT, **more)


def credit_note(number: str, amount: int, **more: Any) -> StagedDocument:
    return invoice(number, amount, kind=DocumentKind.CREDIT_NOTE, **more)


def staged(
    *documents: StagedDocument, kind: ImportKind = ImportKind.INVOICES, open_only: bool = False, **more: Any
) -> StagedFile:
    """A file of these documents, rows counted from 2 where they have none."""
    from dataclasses import replace

    numbered = tuple(replace(one, row=one.row or i) for i, one in enumerate(documents, 2))
    sums: Counter[str] = Counter()
    for one in numbered:
        sums[one.currency] += sign(one.kind) * one.amount
    return StagedFile(
        kind, numbered, (), more.get("problems", ()), (), {}, dict(sums), more.get("totals", ()), open_only
    )


def people(*customers: StagedCustomer) -> StagedFile:
    return StagedFile(ImportKind.CUSTOMERS, (), customers, (), (), {}, {}, ())


def plan(store: SqlStore, file: StagedFile, today: date = TODAY, **choices: Any) -> ImportPlan:
    return service(store, today).plan(file, ImportChoices(**choices))


def bring_in(store: SqlStore, file: StagedFile, today: date = TODAY, **choices: Any) -> ImportResult:
    desk = service(store, today)
    return desk.commit(desk.plan(file, ImportChoices(**choices)), "file.csv")


def codes(made: ImportPlan) -> list[str]:
    return [problem.code for problem in made.all_problems()]


def ledger(store: SqlStore) -> list[tuple[object, ...]]:
    """All live documents and what is set against them, without ids, in a fixed order."""
    documents = store.find(Document)
    numbers = {one.id: (one.kind.value, one.number, one.doc_date, one.amount) for one in documents}
    rows: list[tuple[object, ...]] = [
        (
            one.customer_id, one.kind.value, one.number, one.doc_date, one.due_date, one.currency,
            one.amount, one.open, one.inferred, one.reference, one.has_plan,
        )
        for one in documents
    ]  # fmt: skip
    rows += [
        (numbers[one.debit_id], numbers[one.credit_id], one.date, one.amount)
        for one in store.find(Allocation)
    ]
    rows += [(one.document_id, one.seq, one.due_date, one.amount, one.open) for one in store.find(Instalment)]
    return sorted(rows, key=repr)


def open_by_number(store: SqlStore) -> dict[str, int]:
    return {one.number: sign(one.kind) * one.open for one in store.find(Document) if one.open}


def open_items(
    documents: Iterable[Document], allocations: Sequence[Allocation], day: date
) -> dict[tuple[int, str, str], int]:
    """Open at the end of ``day``, signed, of every document by (customer, kind, number): the definition."""
    found = {}
    for one in documents:
        if one.doc_date <= day:
            used = sum(
                a.amount if a.debit_id == one.id else a.credit_amount
                for a in allocations
                if one.id in {a.debit_id, a.credit_id} and a.date <= day
            )
            if one.amount - used:
                found[one.customer_id, one.kind.value, one.number] = sign(one.kind) * (one.amount - used)
    return found
