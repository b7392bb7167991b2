"""What was decided about credit and on what ground: cards, assessments, limits, overrides, releases.

These records are only added to: a decision is ended or followed by another, never rewritten.
Scores are text decimals, limits minor units; ``candidates``, ``inputs`` and ``working`` are JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class StoredScorecard:
    """One version of a card; ``state`` is draft, published or retired; published ones never change."""

    code: str
    version_no: int
    name: str
    content: str
    content_hash: str
    state: str = "draft"
    author: str = ""
    reason: str = ""
    published_on: date | None = None
    parent_no: int = 0
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """One scoring: its inputs and the card's version give the same outcome for ever.

    ``state`` is draft or final; valid up to and including ``valid_until`` unless ended earlier.
    """

    customer_id: int
    card: str
    card_version: int
    content_hash: str
    as_of: date
    inputs: str
    score: str
    coverage: str
    by_score: str
    grade: str
    sufficient: bool = True
    knockouts: str = ""
    state: str = "draft"
    author: str = ""
    valid_until: date | None = None
    ended_on: date | None = None
    ended_why: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class GradeOverride:
    """Somebody gave another grade than the score: at most two notches, with a reason and an end."""

    customer_id: int
    assessment_id: int
    was: str
    now: str
    reason_code: str
    reason: str
    requested_by: str
    approved_by: str
    on: date
    expires_on: date
    outcome: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class CreditLimit:
    """A limit of a customer, or of a group as a shared pool (``group_id``).

    ``state`` is set, unset or not_checked; ``amount`` None unless set. ``deposit`` is a text decimal
    in per cent; ``bound_by`` names the candidate that decided.
    """

    start: date
    state: str
    currency: str
    customer_id: int | None = None
    group_id: int | None = None
    amount: int | None = None
    end: date | None = None
    terms: str = ""
    deposit: str = "0"
    review_on: date | None = None
    assessment_id: int | None = None
    bound_by: str = ""
    candidates: str = ""
    suggested: int | None = None
    requested_by: str = ""
    approved_by: str = ""
    alone: bool = False
    reason: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An order on credit as it stands; minor units; ``state`` is open, closed or cancelled."""

    customer_id: int
    number: str
    on: date
    currency: str
    amount: int
    delivered: int = 0
    invoiced: int = 0
    prepaid: int = 0
    ship_on: date | None = None
    state: str = "open"
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class OrderCheck:
    """One answer to "may I ship this?", and its release if somebody let it pass.

    ``answer`` is go, deposit or hold; ``deposit`` minor units.
    """

    customer_id: int
    on: date
    currency: str
    amount: int
    answer: str
    working: str
    order_id: int | None = None
    deposit: int = 0
    asked_by: str = ""
    released_by: str = ""
    release_reason: str = ""
    release_amount: int | None = None
    release_until: date | None = None
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """A local profile; ``role`` is owner, credit, sales or bookkeeper; ``pin`` a slow hash, "" for none."""

    name: str
    role: str
    pin: str = ""
    active: bool = True
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Alert:
    """A warning that fired; ``cause`` is the same for the same reason, so that nothing fires twice.

    ``state`` is new, acknowledged, snoozed (``until``) or acted; ``params`` is JSON.
    """

    rule: str
    customer_id: int
    cause: str
    on: date
    params: str = "{}"
    state: str = "new"
    until: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class LossCase:
    """A bad debt or near miss: facts, cause, what was visible when, the lesson and what came of it."""

    title: str
    kind: str
    on: date
    cause: str
    currency: str = ""
    amount: int = 0
    customer_id: int | None = None
    facts: str = ""
    visible: str = ""
    lesson: str = ""
    consequence: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
