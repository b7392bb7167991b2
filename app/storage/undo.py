"""Undo and redo through the change log: whole sets, set by set in SQL, never erasing history.

A set is *effective* until a set that undoes it is itself effective. Undoing writes a compensating
set; redoing compensates that one in turn. Each takes a row only as the log left it: a row that
something later changed is a conflict, named, and nothing is done.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)

from app.domain.problem import DomainError
from app.storage.derived import rebuild_open
from app.storage.engine import business_columns, image, image_value, without_foreign_keys
from app.storage.schema import change, change_set, whole
from app.storage.unit_of_work import MANY

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.storage.store import SqlStore
    from app.storage.unit_of_work import SqlUnitOfWork

MIGRATED = "file.migrated"
"""Verb of the set a migration leaves: images before it have another shape, so undo stops there."""

BY_ITSELF = ("alert.run",)
"""Verbs of what the program does unasked: the user's last step stays the one before them."""

_LABELS = ("number", "name", "value", "currency", "source")


def is_undone() -> ColumnElement[bool]:
    """Whether ``change_set`` has an effective set that undoes it."""
    undoer, redoer = change_set.alias("undoer"), change_set.alias("redoer")
    redone = exists().where(redoer.c.undoes == undoer.c.id, redoer.c.undoes != 0)
    return exists().where(undoer.c.undoes == change_set.c.id, undoer.c.undoes != 0, ~redone)


def _barrier() -> ColumnElement[int]:
    migrated = select(func.coalesce(func.max(change_set.c.id), 0))
    return migrated.where(change_set.c.verb == MIGRATED).correlate(None).scalar_subquery()


def next_undo(connection: Connection) -> int:
    """The latest effective set that undo may touch; 0 if there is none."""
    return _latest(
        connection,
        change_set.c.undoes == 0,
        change_set.c.reversible == 1,
        change_set.c.id > _barrier(),
        ~is_undone(),
    )


def next_redo(connection: Connection) -> int:
    """The latest undoing set with nothing new after it; 0 if there is none."""
    ordinary = select(func.coalesce(func.max(change_set.c.id), 0))
    undone = change_set.alias("undone")
    return _latest(
        connection,
        # what the program did by itself (warnings found overnight) is nothing new of the user's
        change_set.c.id
        > ordinary.where(change_set.c.undoes == 0, change_set.c.verb.not_in(BY_ITSELF))
        .correlate(None)
        .scalar_subquery(),
        # what undoes an ordinary set; a redo (which undoes an undo) is undone through the former
        exists().where(undone.c.id == change_set.c.undoes, undone.c.undoes == 0),
        ~is_undone(),
    )


def _latest(connection: Connection, *conditions: ColumnElement[bool]) -> int:
    query = select(change_set.c.id).where(*conditions)
    return connection.scalar(query.order_by(change_set.c.id.desc()).limit(1)) or 0


def undo(store: SqlStore, set_id: int = 0) -> ChangeSet:
    """Undo a set (0: the latest).

    Raises ``undo.nothing``, ``undo.irreversible``, ``undo.done`` or ``undo.conflict``.
    """
    with store.reading() as connection:
        wanted = set_id or next_undo(connection)
        if not wanted:
            raise DomainError("undo.nothing")
        _require_undoable(connection, wanted)
    return _compensate(store, wanted, "undone")


def redo(store: SqlStore) -> ChangeSet:
    """Redo what was undone last. ``redo.nothing``, ``undo.conflict``."""
    with store.reading() as connection:
        wanted = next_redo(connection)
    if not wanted:
        raise DomainError("redo.nothing")
    return _compensate(store, wanted, "redone")


def _require_undoable(connection: Connection, set_id: int) -> None:
    query = select(change_set, is_undone().label("undone"), _barrier().label("barrier"))
    found = connection.execute(query.where(change_set.c.id == set_id)).one_or_none()
    if found is None:
        raise DomainError("undo.nothing")
    if found.undone:
        raise DomainError("undo.done", action=_action(found))
    if not found.reversible or found.undoes or set_id <= found.barrier:
        raise DomainError("undo.irreversible", action=_action(found))


def _compensate(store: SqlStore, set_id: int, verb: str) -> ChangeSet:
    # Keys are checked below, whole sets at once: the parents of a large import would otherwise be
    # looked up row by row, where no index leads.
    with without_foreign_keys(store.raw), store.write() as unit:
        connection = unit.connection
        tables = _tables_of(connection, set_id)
        for table in tables:
            _require_unchanged(connection, table, set_id)
        rows = _log_inverse(connection, set_id, unit.set_id)
        for table in tables:
            _apply(unit, table, set_id)
        rows += _take_warnings(connection, set_id, unit.set_id)
        for table in tables:
            _require_keys(connection, table, set_id)
        rebuilt = rebuild_open(connection, unit.set_id)
        touched = _touched(connection, unit.set_id, rows, rebuilt)
        was = connection.execute(select(change_set).where(change_set.c.id == set_id)).one()
        return unit.finish(verb, _params(was), rows=rows, touched=touched, undoes=set_id)


def _action(entry: Row[Any]) -> tuple[str, Mapping[str, object]]:
    return entry.verb, json.loads(entry.params)


def _params(was: Row[Any]) -> Mapping[str, object]:
    """An undo or redo speaks of the action it concerns: its verb and params."""
    verb, params = _action(was)
    return params if was.undoes else {"action": (verb, params)}


def _tables_of(connection: Connection, set_id: int) -> list[Table]:
    names = connection.scalars(select(change.c.table_name).where(change.c.set_id == set_id).distinct())
    return [whole().tables[name] for name in names]


def _logged(table: Table, set_id: int) -> ColumnElement[bool]:
    return and_(change.c.set_id == set_id, change.c.table_name == table.name)


def _require_unchanged(connection: Connection, table: Table, set_id: int) -> None:
    """Every row must stand as the set left it: same image, or absent where it took the row away."""
    stands = or_(
        and_(change.c.after.is_(None), table.c.id.is_(None)),
        and_(change.c.after.is_not(None), table.c.id.is_not(None), change.c.after == image(table)),
    )
    query = (
        select(change.c.row_id, change.c.after, change.c.before)
        .select_from(change.outerjoin(table, table.c.id == change.c.row_id))
        .where(_logged(table, set_id), ~stands)
        .limit(1)
    )
    moved = connection.execute(query).first()
    if moved is not None:
        label = _label(json.loads(moved.after or moved.before))
        raise _conflict(connection, table, moved.row_id, label, set_id)


def _label(row: Mapping[str, object]) -> str:
    return next((str(row[name]) for name in _LABELS if row.get(name)), "")


def _conflict(connection: Connection, table: Table, row_id: int, label: str, set_id: int) -> DomainError:
    later = (
        select(change_set)
        .join(change, change.c.set_id == change_set.c.id)
        .where(change.c.table_name == table.name, change.c.row_id == row_id)
        .where(change_set.c.id > set_id)
        .order_by(change_set.c.id.desc())
        .limit(1)
    )
    record: dict[str, object] = {
        "what": (f"record.{table.name}", {}),
        "label": label or f"#{row_id}",
        "table": table.name,
        "id": row_id,
    }
    cause = connection.execute(later).first()
    if cause is None:
        return DomainError("undo.conflict_outside", **record)
    at = f"{datetime.fromisoformat(cause.at).astimezone():%Y-%m-%d %H:%M}"
    return DomainError("undo.conflict", **record, action=_action(cause), at=at, actor=cause.actor)


def _log_inverse(connection: Connection, set_id: int, new_set: int) -> int:
    """The rows of a set with before and after exchanged, logged under a new set; their number."""
    columns = ["set_id", "table_name", "row_id", "before", "after"]
    inverse = select(literal(new_set), change.c.table_name, change.c.row_id, change.c.after, change.c.before)
    query = inverse.where(change.c.set_id == set_id).order_by(change.c.id)
    return connection.execute(insert(change).from_select(columns, query)).rowcount


def _apply(unit: SqlUnitOfWork, table: Table, set_id: int) -> None:
    logged = _logged(table, set_id)
    values = {c.name: image_value(change.c.before, c.name) for c in business_columns(table)}
    unit.connection.execute(
        update(table)
        .where(logged, change.c.row_id == table.c.id)
        .where(change.c.before.is_not(None), change.c.after.is_not(None))
        .values({**values, "changed_at": unit.stamp, "version": table.c.version + 1})
    )
    unit.connection.execute(
        delete(table).where(table.c.id.in_(select(change.c.row_id).where(logged, change.c.before.is_(None))))
    )
    gone = select(change.c.row_id, *values.values(), literal(unit.stamp), literal(unit.stamp))
    if "open" in table.c:
        values["open"] = values["amount"]
        gone = gone.add_columns(values["amount"])
    names = ["id", *(n for n in values if n != "open"), "created_at", "changed_at"]
    names += ["open"] if "open" in table.c else []
    unit.connection.execute(
        insert(table).from_select(
            names, gone.where(logged, change.c.after.is_(None)).order_by(change.c.row_id)
        )
    )


def _take_warnings(connection: Connection, set_id: int, new_set: int) -> int:
    """Warnings go with a customer that was never there, logged for a redo; how many went."""
    alert = whole().tables["alert"]
    taken = select(change.c.row_id).where(
        change.c.set_id == set_id, change.c.table_name == "customer", change.c.before.is_(None)
    )
    if connection.execute(taken.limit(1)).first() is None:
        return 0
    theirs = alert.c.customer_id.in_(taken)
    columns = ["set_id", "table_name", "row_id", "before", "after"]
    gone = select(literal(new_set), literal("alert"), alert.c.id, image(alert), null()).where(theirs)
    logged = connection.execute(insert(change).from_select(columns, gone.order_by(alert.c.id))).rowcount
    connection.execute(delete(alert).where(theirs))
    return logged


def _require_keys(connection: Connection, table: Table, set_id: int) -> None:
    """No row refers to what was taken away, and what came back refers to what is there."""
    taken = select(change.c.row_id).where(_logged(table, set_id), change.c.before.is_(None))
    if connection.execute(taken.limit(1)).first():
        for child in whole().sorted_tables:
            for key in child.foreign_keys:
                if key.column.table is table and child is not change:
                    _refuse(connection, child, select(child.c.id).where(key.parent.in_(taken)), set_id)
    given = select(change.c.row_id).where(_logged(table, set_id), change.c.before.is_not(None))
    for key in table.foreign_keys:
        parent = select(key.column.table.alias("parent").c.id)
        orphan = select(table.c.id).where(
            table.c.id.in_(given), key.parent.is_not(None), key.parent.not_in(parent)
        )
        _refuse(connection, table, orphan, set_id)


def _refuse(connection: Connection, table: Table, query: Select[Any], set_id: int) -> None:
    found = connection.scalar(query.limit(1))
    if found is not None:
        row = connection.execute(select(image(table)).where(table.c.id == found)).scalar_one()
        raise _conflict(connection, table, found, _label(json.loads(row)), set_id)


def _touched(
    connection: Connection, set_id: int, rows: int, rebuilt: Mapping[str, set[int]]
) -> dict[str, frozenset[int]]:
    """Row ids by table; an empty set of a table stands for more than anyone wants named."""
    query = select(change.c.table_name, change.c.row_id).where(change.c.set_id == set_id)
    found = {name: set(ids) for name, ids in rebuilt.items() if ids}
    if rows > MANY:
        names = connection.scalars(query.with_only_columns(change.c.table_name).distinct())
        return dict.fromkeys({*names, *found}, frozenset())
    for name, row_id in connection.execute(query):
        found.setdefault(name, set()).add(row_id)
    return {name: frozenset(ids) for name, ids in found.items()}
