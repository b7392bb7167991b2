"""Bills and post-dated cheques (承兑汇票): held between open and paid until they clear.

A bill held pays nothing yet; discounted or endorsed it pays with recourse until its due date;
bounced, the debt it covered stands again at its original due date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class BillKind(StrEnum):
    """What the paper is."""

    BANK_ACCEPTANCE = "bank_acceptance"
    COMMERCIAL_ACCEPTANCE = "commercial_acceptance"
    CHEQUE = "cheque"


class BillPass(StrEnum):
    """How a bill left our hands before it was due."""

    DISCOUNTED = "discounted"
    ENDORSED = "endorsed"


class BillEnd(StrEnum):
    """How a bill ended."""

    CLEARED = "cleared"
    BOUNCED = "bounced"
    HANDED_BACK = "handed_back"


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill or cheque received; ``amount`` and ``charge`` (the bank's discount) in minor units.

    Held on a day when it was received by then and neither passed on nor ended by then.
    ``receipt_id`` is the receipt made when it was passed on or cleared; held again, the one that went.
    """

    customer_id: int
    kind: BillKind
    number: str
    received_on: date
    due_on: date
    currency: str
    amount: int
    issued_on: date | None = None
    drawer: str = ""
    acceptor: str = ""
    passed_on: date | None = None
    passed_how: str = ""
    passed_to: str = ""
    charge: int = 0
    ended_on: date | None = None
    ended_how: str = ""
    receipt_id: int | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class BillCover:
    """So much of a bill is for this invoice (or this instalment of it), minor units."""

    bill_id: int
    document_id: int
    amount: int
    instalment_id: int | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0
