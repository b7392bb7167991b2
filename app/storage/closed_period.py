"""The one gate of closed months: every unit of work passes it before it ends, undo and imports too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, or_, select

from app.domain.closed_period import (
    CLOSED_THROUGH,
    FACTS,
    locked_day,
    month_name,
    moved_allocation,
    read_closed,
)
from app.domain.problem import DomainError
from app.storage.collect_schema import setting
from app.storage.engine import image_value
from app.storage.schema import allocation, change, document

if TYPE_CHECKING:
    from datetime import date

_closed = select(setting.c.value).where(setting.c.name == CLOSED_THROUGH, setting.c.deleted == 0)
_PAIR = ("debit_id", "credit_id")


def closed_through(connection: Connection) -> date | None:
    """The last closed day; None where no month is closed."""
    value = connection.scalar(_closed)
    return None if value is None else read_closed(value)


def require_open(connection: Connection, set_id: int) -> None:
    """Refuse a set that alters the books of a closed month: ``DomainError("period.month_closed")``."""
    through = closed_through(connection)
    if through is None:
        return
    allocations: list[tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]] = []
    for table, before, after in _early(connection, set_id, through):
        if table == allocation.name:
            allocations.append((before, after))
            continue
        day = locked_day(table, before, after, through)
        if day is not None:
            raise _closed_month(connection, table, after or before or {}, day, through)
    moved = moved_allocation(allocations, through)
    if moved is not None:
        raise _closed_month(connection, allocation.name, moved[1], moved[0], through)


def _closed_month(
    connection: Connection, table: str, image: Mapping[str, Any], day: date, through: date
) -> DomainError:
    return DomainError(
        "period.month_closed",
        what=(f"record.{table}", {}),
        label=_label(connection, image) or "–",
        month=month_name(day),
        day=day,
        through=through,
    )


def _early(
    connection: Connection, set_id: int, through: date
) -> Iterator[tuple[str, Mapping[str, Any] | None, Mapping[str, Any] | None]]:
    """What the newest set logged of rows that stand, or stood, on a closed day."""
    first = connection.scalar(select(func.min(change.c.id)).where(change.c.set_id == set_id))
    if first is None:
        return
    given = {"first": first, "through": through.isoformat()}
    for row in connection.execute(_query(), given).all():
        yield row.table_name, _image(row.before), _image(row.after)


@cache
def _query() -> Select[Any]:
    early: list[ColumnElement[bool]] = [
        and_(
            change.c.table_name.concat("") == fact.table,  # by the range of ids, not by the table's index
            or_(
                *(
                    image_value(side, fact.day) <= bindparam("through")
                    for side in (change.c.before, change.c.after)
                )
            ),
        )
        for fact in FACTS
    ]
    return (
        select(change.c.table_name, change.c.before, change.c.after)
        .where(change.c.id >= bindparam("first"), or_(*early))
        .order_by(change.c.id)
    )


def _image(text: str | None) -> Mapping[str, Any] | None:
    return json.loads(text) if text else None


def _label(connection: Connection, row: Mapping[str, Any]) -> str:
    """What people call the row: its number, or those of the two documents it ties together."""
    if all(name in row for name in _PAIR):
        numbers = select(document.c.number).where(document.c.id.in_([row[name] for name in _PAIR]))
        return " – ".join(sorted(filter(None, connection.scalars(numbers))))
    return str(row.get("number") or row.get("currency") or "")
