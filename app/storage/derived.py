"""What is still open of documents and instalments, rebuilt from live allocations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import CompoundSelect, Connection, Select, Table, func, select, union_all, update

from app.storage.engine import image_value
from app.storage.log_statements import SET
from app.storage.schema import allocation, change, document, instalment

if TYPE_CHECKING:
    from sqlalchemy.sql.dml import ReturningUpdate
    from sqlalchemy.sql.elements import ColumnElement


def open_of_document() -> ColumnElement[int]:
    """Amount less all live allocations on either side; minor units of the document's currency."""
    return document.c.amount - _allocated("debit_id", "amount") - _allocated("credit_id", "credit_amount")


def open_of_instalment() -> ColumnElement[int]:
    """Amount less all live allocations to this part; minor units."""
    return instalment.c.amount - _allocated("instalment_id", "amount")


def _allocated(side: str, amount: str) -> ColumnElement[int]:
    owner = instalment if side == "instalment_id" else document
    total = select(func.coalesce(func.sum(allocation.c[amount]), 0)).where(
        allocation.c[side] == owner.c.id, allocation.c.deleted == 0
    )
    return total.scalar_subquery()


def rebuild_open(connection: Connection, set_id: int) -> dict[str, set[int]]:
    """Bring ``open`` up to date for what the set touched; the ids whose value moved, by table."""
    return {
        name: set(connection.scalars(statement, {"of_set": set_id}))
        for name, statement in _rebuilding().items()
    }


@cache
def _rebuilding() -> dict[str, ReturningUpdate[tuple[int]]]:
    """The statements by table, put together once."""
    made = {}
    for table, value, sides in (
        (document, open_of_document(), ("debit_id", "credit_id")),
        (instalment, open_of_instalment(), ("instalment_id",)),
    ):
        made[table.name] = (
            update(table)
            .where(table.c.id.in_(_concerned(table, sides)), table.c.open != value)
            .values(open=value)
            .returning(table.c.id)
        )
    return made


def _concerned(table: Table, sides: tuple[str, ...]) -> CompoundSelect[Any]:
    """Rows written by the set, and those its allocations point at now or pointed at before."""
    mine = select(change.c.row_id).where(change.c.set_id == SET)
    parts: list[Select[Any]] = [mine.where(change.c.table_name == table.name, change.c.before.is_not(None))]
    logged = (change.c.set_id == SET, change.c.table_name == allocation.name)
    for side in sides:
        now = select(allocation.c[side]).join(change, change.c.row_id == allocation.c.id)
        before = select(image_value(change.c.before, side)).where(change.c.before.is_not(None))
        parts += (now.where(*logged), before.where(*logged))
    return union_all(*parts)
