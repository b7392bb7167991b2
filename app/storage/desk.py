"""The one gate of duties: every unit of work passes it before it ends, undo and imports too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.domain.duties import DESK_ASKS, DESK_DUTIES, Seat, own_table, seat_of
from app.storage.collect_schema import setting

if TYPE_CHECKING:
    from app.domain.duties import Table

_asks, _duties = (
    select(setting.c.value).where(setting.c.name == name, setting.c.deleted == 0)
    for name in (DESK_ASKS, DESK_DUTIES)
)


def seat_at(connection: Connection, name: str, table: Table) -> Seat:
    """What ``name`` may do as the file stands now; who has no PIN is nobody.

    ``table`` is the shipped one; what the company chose otherwise goes before it.
    """
    if connection.scalar(_asks) != "true":
        return Seat()
    from app.storage.credit_schema import person  # noqa: PLC0415 - most companies ask nobody

    known = (
        select(person.c.name, person.c.role)
        .where(person.c.deleted == 0, person.c.active == 1, person.c.pin != "")
        .order_by(person.c.name)
    )
    people = [(row.name, row.role) for row in connection.execute(known).all()]
    return seat_of(name, people, own_table(table, connection.scalar(_duties) or ""))
