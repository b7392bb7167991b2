"""Statements that every write runs, put together once: that takes longer than to run them.

What differs from one write to the next are their parameters.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    Delete,
    Insert,
    Integer,
    Select,
    Table,
    Text,
    Update,
    bindparam,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    update,
)

from app.storage.engine import image, listed_in
from app.storage.schema import change, change_set

SET = bindparam("of_set", type_=Integer)
"""The change set that is being written."""
IDS = bindparam("ids", type_=Text)
"""Ids of rows, as a JSON list."""
_FIRST, _LAST = bindparam("first", type_=Integer), bindparam("last", type_=Integer)
_mine = change.c.set_id == SET

LATEST = select(func.max(change_set.c.id))
BEGINNING = insert(change_set)
COUNTED = select(func.count()).select_from(change).where(_mine)
NAMING = update(change_set).where(change_set.c.id == SET)


@cache
def highest_ids(table: Table) -> Select[Any]:
    """The highest id among a table's rows, and among those that the log knows."""
    logged = select(func.max(change.c.row_id)).where(change.c.table_name == table.name)
    return select(func.max(table.c.id), logged.scalar_subquery())


@cache
def versions(table: Table) -> Select[Any]:
    """Ids and versions of rows."""
    return select(table.c.id, table.c.version).where(table.c.id.in_(listed_in(IDS)))


@cache
def log_before(table: Table) -> Insert:
    """Log rows as they are before anything is written to them."""
    return insert(change).from_select(
        ["set_id", "table_name", "row_id", "before"],
        select(SET, literal(table.name), table.c.id, image(table))
        .where(table.c.id.in_(listed_in(IDS)))
        .order_by(table.c.id),
    )


@cache
def log_after(table: Table) -> Update:
    """Log logged rows as they have become."""
    after = select(image(table)).where(table.c.id == change.c.row_id).scalar_subquery()
    return update(change).where(_mine, change.c.table_name == table.name).values(after=after)


@cache
def forget_unchanged(table: Table) -> Delete:
    """Take rows out of the log again that have become what they were."""
    return delete(change).where(_mine, change.c.table_name == table.name, change.c.before == change.c.after)


@cache
def log_created(table: Table) -> Insert:
    """Log new rows, by their first and last id."""
    return insert(change).from_select(
        ["set_id", "table_name", "row_id", "before", "after"],
        select(SET, literal(table.name), table.c.id, null(), image(table)).where(
            table.c.id.between(_FIRST, _LAST)
        ),
    )
