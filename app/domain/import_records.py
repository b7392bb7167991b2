"""What an import leaves in the company file beside the ledger; kept small, for every opening loads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ImportKind(StrEnum):
    """What the rows of a file are."""

    CUSTOMERS = "customers"
    INVOICES = "invoices"
    RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class RememberedMapping:
    """The column map the user settled on for files with this header ``signature``, as JSON text."""

    signature: str
    kind: ImportKind
    mapping: str
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An import that declared itself all open items as of a day; ``set_id`` is its change set."""

    as_of: date
    source: str
    set_id: int
    deleted: bool = False
    id: int = 0
    version: int = 0
