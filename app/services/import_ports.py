"""What importing needs of other rooms: the reader of user files, and set-wise questions to the ledger."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from app.domain.document import Document
from app.domain.import_records import Snapshot
from app.domain.importing import (
    ColumnGuess,
    ColumnMap,
    Corrections,
    ImportKind,
    RawTable,
    SourceOptions,
    StagedFile,
)
from app.domain.insurance_record import Shipment
from app.domain.snapshot import Link
from app.services.ports import Control


class SourceReader(Protocol):
    """Turns user files into values; filled by the imports room."""

    def read(self, path: Path, options: SourceOptions, control: Control) -> RawTable:
        """One sheet of a file, parsed in a child process under limits."""

    def read_text(self, text: str, options: SourceOptions) -> RawTable:
        """A table pasted from a spreadsheet."""

    def guess_columns(
        self, table: RawTable, kind: ImportKind, remembered: ColumnMap | None
    ) -> tuple[ColumnMap, list[ColumnGuess]]:
        """Which column feeds which role, and why."""

    def interpret(self, table: RawTable, columns: ColumnMap, corrections: Corrections) -> StagedFile:
        """Classified rows, staged records and problems."""


class ImportLedger(Protocol):
    """Set-wise questions about the ledger, each one statement however many rows are meant."""

    def revision(self) -> int:
        """The newest change set: moves with every edit."""

    def newest_snapshot(self) -> Snapshot | None:
        """The snapshot of the latest day."""

    def documents_numbered(self, numbers: Collection[str]) -> list[Document]:
        """Live documents that carry one of these numbers."""

    def documents_unnumbered(self, customers: Collection[int]) -> list[Document]:
        """Live documents of these customers that carry no number."""

    def open_debits(self, customers: Collection[int]) -> list[Document]:
        """Invoices and refunds of these customers that are open today."""

    def inferred_receipts(self, customers: Collection[int]) -> list[Document]:
        """Settlements of these customers that imports implied."""

    def open_at(self, day: date) -> Mapping[int, int]:
        """Open minor units as of the end of ``day``, of every document that is then open."""

    def links(self, documents: Collection[int], until: date | None) -> Mapping[int, list[Link]]:
        """Allocations of these documents, on either side, dated up to ``until``."""

    def earliest_allocation(self, documents: Collection[int]) -> Mapping[int, date]:
        """The first day on which anything was set against each of these documents."""

    def shipments(self, documents: Collection[int]) -> Mapping[int, Shipment]:
        """What is known of the shipments of these documents."""

    def disputed(self, documents: Collection[int]) -> Collection[int]:
        """Those of the documents that are or were disputed."""
