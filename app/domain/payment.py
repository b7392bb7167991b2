"""Money that came in, as promises are judged by it: by receipt and invoice, net of what went back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Payment:
    """What a receipt dated ``on`` brought for an invoice, or on account (``document_id`` None).

    ``amount`` is positive minor units of ``currency``, less what was returned or refunded of it.
    """

    customer_id: int
    currency: str
    on: date
    amount: int
    document_id: int | None = None
