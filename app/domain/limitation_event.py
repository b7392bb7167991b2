"""What moves a limitation period (诉讼时效): arrivals that are proved, and acknowledgements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LimitationKind(StrEnum):
    """What happened; part payments follow from receipts and are not entered."""

    DEMAND_DELIVERED = "demand_delivered"
    ACKNOWLEDGED = "acknowledged"
    PLAN_AGREED = "plan_agreed"
    DEFERRAL_ASKED = "deferral_asked"
    SECURITY_GIVEN = "security_given"
    CLAIM_FILED = "claim_filed"
    ASSIGNMENT_NOTIFIED = "assignment_notified"


@dataclass(frozen=True, slots=True)
class LimitationEvent:
    """One event for one invoice, or for all that was open then (``document_id`` None), with its proof."""

    customer_id: int
    on: date
    kind: LimitationKind
    document_id: int | None = None
    letter_id: int | None = None
    proof: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
