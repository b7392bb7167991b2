"""What was lost of receivables for good and what came back of it: write-offs, recoveries, indemnities."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.services.health_ports import Lost
from app.storage.insurance_schema import claim, claim_event
from app.storage.readers.written_off import came_back, given_up

if TYPE_CHECKING:
    from sqlalchemy import Connection


def lost(connection: Connection, start: date, end: date) -> list[Lost]:
    """Each of a span of days, write-offs first; indemnities are what insurers paid us."""
    paid = (
        select(
            claim_event.c.id,
            claim.c.customer_id,
            claim.c.reference,
            claim_event.c.on,
            claim.c.currency,
            claim_event.c.amount,
        )
        .join(claim, claim.c.id == claim_event.c.claim_id)
        .where(
            claim.c.deleted == 0,
            claim_event.c.deleted == 0,
            claim_event.c.kind == "payment",
            claim_event.c.on.between(start.isoformat(), end.isoformat()),
        )
        .order_by(claim_event.c.id)
    )
    told = (("write_off", given_up(start, end)), ("recovery", came_back(start, end)), ("indemnity", paid))
    return [
        Lost(kind, row_id, customer_id, number, date.fromisoformat(on), currency, amount)
        for kind, query in told
        for row_id, customer_id, number, on, currency, amount in connection.execute(query).all()
    ]
