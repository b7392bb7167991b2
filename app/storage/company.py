"""Questions about the ledger as a whole, for ``app.services.company.CompanyReader``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from app.storage.engine import live
from app.storage.mappers import table_of
from app.storage.schema import change, document, whole

if TYPE_CHECKING:
    from app.storage.store import SqlStore


class SqlCompanyReader:
    """Reads the open company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def currencies_in_use(self) -> list[str]:
        """Currencies of live documents, by code."""
        query = select(document.c.currency).where(document.c.deleted == 0).distinct()
        with self._store.reading() as connection:
            return sorted(connection.scalars(query))

    def uses(self, kind: type[Any], row_id: int) -> int:
        """How many live rows refer to one row."""
        target = table_of(kind)
        keys = [
            (table, key.parent)
            for table in whole().sorted_tables
            for key in table.foreign_keys
            if key.column.table is target and table is not change
        ]
        with self._store.reading() as connection:
            return sum(
                connection.scalar(
                    select(func.count()).select_from(table).where(column == row_id, live(table))
                )
                or 0
                for table, column in keys
            )
