"""Reading whole records of one table by equality."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, Table, Text, bindparam, select

from app.domain.problem import DomainError
from app.storage.engine import as_json, listed_in
from app.storage.mappers import R, mapper

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
    asked: list[tuple[str, _Wanted]] = []
    given: dict[str, object] = {}
    for name, value in equals.items():
        if isinstance(value, (list, tuple, set, frozenset)):
            asked.append((name, _Wanted.ONE_OF))
            given[name] = as_json(rows.encode(name, one) for one in value)
        elif value is None:
            asked.append((name, _Wanted.NOTHING))
        else:
            asked.append((name, _Wanted.THIS))
            given[name] = rows.encode(name, value)
    return rows.decode(connection.execute(_query(rows.table, tuple(rows.fields), tuple(asked)), given))


class _Wanted(Enum):
    THIS, ONE_OF, NOTHING = range(3)


@cache
def _query(table: Table, fields: tuple[str, ...], asked: tuple[tuple[str, _Wanted], ...]) -> Select[Any]:
    """The question by equality, made once: what differs from one asking to the next are its parameters."""
    query = select(*(table.c[name] for name in fields))
    if "deleted" not in dict(asked):
        query = query.where(table.c.deleted == 0)
    for name, wanted in asked:
        column = table.c[name]
        match wanted:
            case _Wanted.THIS:
                query = query.where(column == bindparam(name))
            case _Wanted.ONE_OF:
                query = query.where(column.in_(listed_in(bindparam(name, type_=Text))))
            case _Wanted.NOTHING:
                query = query.where(column.is_(None))
    return query.order_by(table.c.id)


def get_row(connection: Connection, kind: type[R], row_id: int) -> R:
    """One live row; ``DomainError("record.missing")`` if there is none."""
    found = find_rows(connection, kind, id=row_id)
    if not found:
        raise record_error("record.missing", mapper(kind).table.name, row_id)
    return found[0]
