"""Letters as the ledger keeps them: what was drafted, what was sent, and with which proof.

Only a sent letter counts: a draft raises no level and is superseded by the next run.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LetterState(StrEnum):
    """Where a letter stands; ``LEVEL_SET`` is no letter but a level that a person set by hand."""

    DRAFT = "draft"
    SENT = "sent"
    SUPERSEDED = "superseded"
    LEFT_OUT = "left_out"
    LEVEL_SET = "level_set"


class Channel(StrEnum):
    """How it goes, or went, to the customer."""

    LETTER = "letter"
    EMAIL = "email"
    CALL = "call"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter to one customer in one currency; amounts are positive minor units.

    ``template`` is the code of its text, ``level`` the highest step of its lines (0 for a letter
    outside the ladder). ``subject`` and ``body`` keep the words as they were sent.
    ``delivered_on`` is set only where arrival is proved (``proof``): it alone restarts a
    limitation period. ``about`` names what a letter outside the ladder is about: ``promise:3``,
    ``plan:2``, ``receipt:41``.
    """

    customer_id: int
    currency: str
    number: str
    template: str
    language: str
    channel: Channel
    run_on: date
    policy: str = ""
    level: int = 0
    state: LetterState = LetterState.DRAFT
    pay_by: date | None = None
    amount: int = 0
    fee: int = 0
    interest: int = 0
    treatment: str = ""
    subject: str = ""
    body: str = ""
    sent_on: date | None = None
    proof: str = ""
    delivered_on: date | None = None
    reply: str = ""
    replied_on: date | None = None
    note: str = ""
    about: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One invoice (or instalment) in a letter, with its own level; minor units.

    ``amount`` is what the letter asks for, ``disputed`` what it leaves out as contested.
    """

    letter_id: int
    document_id: int
    level: int
    due_date: date
    amount: int
    instalment_id: int | None = None
    disputed: int = 0
    interest: int = 0
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """The company's own wording of a letter in one language; without it the shipped text serves."""

    code: str
    language: str
    subject: str
    body: str
    message: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class DunningRun:
    """A run that was made: for which day, how many letters, how many customers were passed over."""

    as_of: date
    letters: int = 0
    skipped: int = 0
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class StoredPolicy:
    """The company's own reminder policy, or its change of a shipped one; ``steps`` is JSON."""

    code: str
    name: str
    steps: str
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
