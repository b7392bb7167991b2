"""The one gate of closed months: every unit of work passes it before it ends, undo and imports too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, or_, select

from app.domain.closed_period import (
    CLOSED_THROUGH,
    FACTS,
    joined,
    locked_day,
    month_name,
    moved_allocation,
    moved_customer,
    read_closed,
    way_out,
)
from app.domain.problem import DomainError
from app.storage.collect_schema import setting
from app.storage.engine import image_value
from app.storage.schema import allocation, change, customer, document, instalment

if TYPE_CHECKING:
    from datetime import date

_closed = select(setting.c.value).where(setting.c.name == CLOSED_THROUGH, setting.c.deleted == 0)
_touches_facts = select(
    exists().where(
        change.c.set_id == bindparam("set_id"), change.c.table_name.in_({fact.table for fact in FACTS})
    )
)
_PAIR = ("debit_id", "credit_id")
_SCHEDULE = ("due_date", "has_plan")
Image = Mapping[str, Any]


@dataclass(slots=True)
class Early:
    """What a set logged of rows that stand, or stood, on a closed day: images before and after by id."""

    by_table: dict[str, dict[int, tuple[Image | None, Image | None]]] = field(default_factory=dict)

    def of(self, table: str) -> Mapping[int, tuple[Image | None, Image | None]]:
        """The rows of one table."""
        return self.by_table.get(table, {})


def require_open(connection: Connection, set_id: int) -> None:
    """Refuse a set that alters the books of a closed month.

    Raises ``DomainError("period.month_closed")``, ``period.dispute_closed`` or ``period.due_closed``;
    ``period.unreadable`` for money facts of any day where nobody can tell which months are closed.
    """
    value = connection.scalar(_closed)
    if value is None:
        return
    through = read_closed(value)
    if through is None:
        if connection.scalar(_touches_facts, {"set_id": set_id}):
            raise DomainError("period.unreadable")
        return
    early = _early(connection, set_id, through)
    for table, rows in early.by_table.items():
        _require_facts(connection, table, rows, through, set_id)
    moved = moved_allocation(early.of(allocation.name).values(), through)
    if moved is not None:
        raise _month_closed(connection, allocation.name, moved[1], moved[0], through)
    if _rescheduled(early):
        from app.storage.closed_schedule import require_due  # noqa: PLC0415 - few writes touch due dates

        require_due(connection, early.by_table, through)


def _require_facts(
    connection: Connection,
    table: str,
    rows: Mapping[int, tuple[Image | None, Image | None]],
    through: date,
    set_id: int,
) -> None:
    """No row may change on a closed day; but two customers may become one, or two again."""
    if table == allocation.name:
        return
    moves: dict[tuple[object, object], tuple[Image, date]] = {}
    for before, after in rows.values():
        day = locked_day(table, before, after, through)
        if day is None:
            continue
        row, move = after or before or {}, moved_customer(before, after)
        if move is None:
            raise _month_closed(connection, table, row, day, through)
        moves.setdefault(move, (row, day))
    if moves and not joined(moves, _customers(connection, set_id)):
        raise _month_closed(connection, table, *next(iter(moves.values())), through)


def _customers(connection: Connection, set_id: int) -> dict[int, tuple[bool, bool]]:
    """The customers the set put into the bin or took out of it: whether they were there, and are."""
    rows = connection.execute(
        select(change.c.row_id, *(image_value(side, "deleted") for side in (change.c.before, change.c.after)))
        .where(change.c.set_id == set_id, change.c.table_name == customer.name)
        .order_by(change.c.id)
    )
    return {row_id: (was == 0, now == 0) for row_id, was, now in rows.all()}


def _rescheduled(early: Early) -> bool:
    """Whether any due date, or instalment, of an early document is another one."""
    if early.of(instalment.name):
        return True
    pairs = early.of(document.name).values()
    if any(a and b and any(a[name] != b[name] for name in _SCHEDULE) for a, b in pairs):
        return True
    paid = early.of(allocation.name).values()
    return any(a and b and a["instalment_id"] != b["instalment_id"] for a, b in paid)


def _month_closed(connection: Connection, table: str, image: Image, day: date, through: date) -> DomainError:
    return DomainError(
        "period.dispute_closed" if table == "dispute" else "period.month_closed",
        what=(f"record.{table}", {}),
        label=_label(connection, image) or "–",
        month=month_name(day),
        day=day,
        through=through,
        first=through + timedelta(1),
        way=way_out(day),
    )


def _early(connection: Connection, set_id: int, through: date) -> Early:
    """What the newest set logged of rows that stand, or stood, on a closed day."""
    found = Early()
    first = connection.scalar(select(func.min(change.c.id)).where(change.c.set_id == set_id))
    if first is None:
        return found
    given = {"first": first, "through": through.isoformat()}
    for row in connection.execute(_query(), given).all():
        images = _image(row.before), _image(row.after)
        found.by_table.setdefault(row.table_name, {})[row.row_id] = images
    return found


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
    owner = image_value(func.coalesce(change.c.after, change.c.before), "document_id")
    theirs = exists().where(document.c.id == owner, document.c.doc_date <= bindparam("through"))
    early.append(and_(change.c.table_name.concat("") == instalment.name, theirs))
    return (
        select(change.c.table_name, change.c.row_id, change.c.before, change.c.after)
        .where(change.c.id >= bindparam("first"), or_(*early))
        .order_by(change.c.id)
    )


def _image(text: str | None) -> Image | None:
    return json.loads(text) if text else None


def _label(connection: Connection, row: Image) -> str:
    """What people call the row: its number, or those of the documents it belongs to."""
    owners = [row[name] for name in (*_PAIR, "document_id") if row.get(name)]
    if owners and not row.get("number"):
        numbers = select(document.c.number).where(document.c.id.in_(owners))
        return " – ".join(sorted(filter(None, connection.scalars(numbers))))
    return str(row.get("number") or row.get("currency") or "")
