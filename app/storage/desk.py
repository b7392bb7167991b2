"""The one gate of duties: every unit of work passes it before it ends, undo and imports too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.domain.duties import DESK_ASKS, Seat, seat_of
from app.storage.collect_schema import setting

if TYPE_CHECKING:
    from app.domain.duties import Table

_asks = select(setting.c.value).where(setting.c.name == DESK_ASKS, setting.c.deleted == 0)


def seat_at(connection: Connection, name: str, table: Table) -> Seat:
    """What ``name`` may do as the file stands now; who has no PIN is nobody."""
    if connection.scalar(_asks) != "true":
        return Seat()
    from app.storage.credit_schema import person  # noqa: PLC0415 - most companies ask nobody

    known = (
        select(person.c.name, person.c.role)
        .where(person.c.deleted == 0, person.c.active == 1, person.c.pin != "")
        .order_by(person.c.name)
    )
    return seat_of(name, [(row.name, row.role) for row in connection.execute(known).all()], table)
