"""What was done with a customer: calls, visits, messages, notes, and the papers kept with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActivityKind(StrEnum):
    """What was done."""

    CALL = "call"
    VISIT = "visit"
    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    NOTE = "note"


class ActivityResult(StrEnum):
    """What came of it."""

    NONE = ""
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    CALL_BACK = "call_back"
    PROMISED = "promised"
    PAYMENT_SENT = "payment_sent"
    DISPUTED = "disputed"
    CANNOT_PAY = "cannot_pay"
    REFUSED = "refused"
    INFORMED = "informed"


@dataclass(frozen=True, slots=True)
class Activity:
    """One entry of the activity log; ``next_on`` dates the next action until ``next_done_on``."""

    customer_id: int
    on: date
    kind: ActivityKind
    result: ActivityResult = ActivityResult.NONE
    person: str = ""
    by: str = ""
    note: str = ""
    next_action: str = ""
    next_on: date | None = None
    next_done_on: date | None = None
    document_id: int | None = None
    letter_id: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept with a row of the table ``owner``; its bytes stand once, under their SHA-256."""

    owner: str
    owner_id: int
    name: str
    media_type: str
    size: int
    digest: str
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
