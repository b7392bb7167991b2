"""What the health check reads of credit decisions: exceptions made, and what decides on reviews."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.domain.credit_record import CreditLimit
from app.services.health_ports import Excepted
from app.storage.credit_schema import credit_limit, grade_override, order_check
from app.storage.mappers import mapper
from app.storage.readers.watch_events import first_invoices, review_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from app.domain.review import ReviewFacts


def exceptions(connection: Connection, until: date) -> list[Excepted]:
    """Overrides of grades and releases of orders made by a day, by day."""
    given, order = grade_override.c, order_check.c
    overrides = select(given.id, given.customer_id, given.on, given.approved_by, given.was, given.now).where(
        given.deleted == 0, given.on <= until.isoformat()
    )
    releases = select(
        order.id, order.customer_id, order.on, order.released_by, order.answer, order.release_reason
    ).where(order.deleted == 0, order.on <= until.isoformat(), order.released_by != "")
    return [
        Excepted(kind, row_id, owner, date.fromisoformat(on), by, was, now)
        for kind, query in (("override", overrides), ("release", releases))
        for row_id, owner, on, by, was, now in connection.execute(query.order_by("on", "id")).all()
    ]


def limits(connection: Connection) -> list[CreditLimit]:
    """All limits of single customers, by start."""
    rows, row = mapper(CreditLimit), credit_limit.c
    query = select(*(row[name] for name in rows.fields)).where(row.deleted == 0, row.customer_id.is_not(None))
    return rows.decode(connection.execute(query.order_by(row.start, row.id)))


def reviews(connection: Connection, owing: Mapping[date, Collection[int]]) -> dict[date, list[ReviewFacts]]:
    """What decides on reviews, as known on each day; ``owing`` are those that owed on it.

    Who was never looked at counts from its first invoice on.
    """
    everybody = {row for ids in owing.values() for row in ids}
    first = first_invoices(connection, everybody) if everybody else {}
    return {
        day: review_facts(
            connection, day, {row: first[row][0] for row in ids if _active(first.get(row), day)}
        )
        for day, ids in owing.items()
    }


def _active(known: tuple[str, str | None] | None, day: date) -> bool:
    """Whether a customer with invoices was active on a day: what befell it later is not known then."""
    return known is not None and (known[1] is None or known[1] > day.isoformat())
