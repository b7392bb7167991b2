"""What moved between accounts of two currencies: no document of either, and a movement all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from app.storage.engine import listed
from app.storage.readers.statement import crossed
from app.storage.schema import document

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Across(NamedTuple):
    """An account's movement of a day, minor units, above 0 where more is owed by it."""

    customer_id: int
    currency: str
    on: str
    amount: int


def moved_across(connection: Connection) -> list[Across]:
    """All of them; only customers with documents in several currencies can have any."""
    several = (
        select(document.c.customer_id)
        .with_hint(document, "INDEXED BY ix_document_asof", "sqlite")
        .where(document.c.deleted == 0)
        .group_by(document.c.customer_id)
        .having(func.min(document.c.currency) < func.max(document.c.currency))
    )
    ids = [row[0] for row in connection.execute(several)]
    if not ids:
        return []
    return [
        Across(row.customer_id, row.currency, row.on, row.side * row.amount)
        for query in crossed()
        for row in connection.execute(query.where(query.selected_columns.customer_id.in_(listed(ids))))
    ]
