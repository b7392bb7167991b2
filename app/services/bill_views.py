"""What bills ask of storage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol


class BillReader(Protocol):
    """Queries behind the bill list; ``app.storage.readers.bills`` answers them."""

    def ids(self, customer_id: int | None, text: str) -> list[int]:
        """Ids of live bills, the earliest due first."""

    def held(self, as_of: date) -> Mapping[tuple[int, str], int]:
        """Bills held on a day, per customer and currency, minor units."""

    def held_by_document(self, ids: Sequence[int], as_of: date) -> Mapping[int, int]:
        """What bills held on a day cover of these documents, minor units."""
