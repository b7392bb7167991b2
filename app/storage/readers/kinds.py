"""A document's kind as lists of what happened call it: write-offs and refunds by their reason."""

from __future__ import annotations

from sqlalchemy import case

from app.storage.schema import document

_REASONS = ("bad_debt", "bank_charge", "discount", "exchange", "recovery", "returned", "tolerance")

named_kind = case(
    (
        document.c.kind.in_(("refund", "write_off")) & document.c.reason.in_(_REASONS),
        document.c.kind + "." + document.c.reason,
    ),
    else_=document.c.kind,
)
"""``write_off.discount`` for a write-off made as a discount; the bare kind where there is no such reason."""
