"""Letters sent to a customer, for its timeline.

The table is named here and not taken from ``app.storage.collect_schema``: the customer file asks this
at every opening and must not load the description of all the other tables for it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, column, literal, select, table

letter = table(
    "letter",
    column("id"),
    column("customer_id"),
    column("number"),
    column("amount"),
    column("currency"),
    column("state"),
    column("sent_on"),
    column("pay_by"),
    column("deleted"),
)


def letters_sent(customer_id: int, until: str, limit: int) -> Select[Any]:
    """Letters sent up to the day, newest first, in the columns of an event."""
    return (
        select(
            letter.c.sent_on.label("on"),
            literal("letter").label("kind"),
            letter.c.number,
            letter.c.amount,
            letter.c.currency,
            literal(0).label("id"),
            letter.c.pay_by.label("until"),
        )
        .where(
            letter.c.customer_id == customer_id,
            letter.c.deleted == 0,
            letter.c.state == "sent",
            letter.c.sent_on <= until,
        )
        .order_by(letter.c.sent_on.desc(), letter.c.id.desc())
        .limit(limit)
    )
