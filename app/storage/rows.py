"""Reading whole records of one table by equality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, select

from app.domain.problem import DomainError
from app.storage.engine import listed
from app.storage.mappers import Mapper, R, mapper

if TYPE_CHECKING:
    from app.domain.clock import Clock


def stamp(clock: Clock) -> str:
    """The instant as stamps hold it: UTC, to the second, with Z."""
    return clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")


def record_error(code: str, table: str, row_id: int) -> DomainError:
    """A complaint about one row: which record it is, in words and by id."""
    return DomainError(code, what=(f"record.{table}", {}), table=table, id=row_id)


def find_rows(connection: Connection, kind: type[R], /, **equals: object) -> list[R]:
    """Live rows whose columns equal the values (a list, tuple or set means "one of"), by id.

    ``deleted`` may be asked for like any other column and then decides alone.
    """
    rows = mapper(kind)
    query = _selected(rows)
    if "deleted" not in equals:
        query = query.where(rows.table.c.deleted == 0)
    for name, value in equals.items():
        column = rows.table.c[name]
        if isinstance(value, (list, tuple, set, frozenset)):
            query = query.where(column.in_(listed(rows.encode(name, one) for one in value)))
        else:
            query = query.where(column == rows.encode(name, value))
    return rows.decode(connection.execute(query.order_by(rows.table.c.id)))


def get_row(connection: Connection, kind: type[R], row_id: int) -> R:
    """One live row; ``DomainError("record.missing")`` if there is none."""
    found = find_rows(connection, kind, id=row_id)
    if not found:
        raise record_error("record.missing", mapper(kind).table.name, row_id)
    return found[0]


def _selected(rows: Mapper[Any]) -> Select[Any]:
    return select(*(rows.table.c[name] for name in rows.fields))
