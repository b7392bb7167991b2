"""What is kept about measuring and learning: reviews and findings, provisions, studies, contingency plans.

Locked reviews and booked provisions are never rewritten: what was reported stays what it was. Amounts
are minor units; ``figures``, ``sections``, ``params``, ``result``, ``content`` and ``steps`` are JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PeriodReview:
    """The review of a period (季度信用管理报告): ``state`` open or locked.

    ``figures`` is what was reported, ``digest`` its SHA-256 once locked. ``changes``, ``adjusted`` and
    ``lessons`` are the strategy form; ``verdict`` replaces the verdict worked out where it is not empty.
    """

    start: date
    end: date
    state: str = "open"
    sections: str = "[]"
    verdict: str = ""
    prepared_by: str = ""
    reviewed_by: str = ""
    changes: str = ""
    adjusted: str = ""
    lessons: str = ""
    figures: str = "{}"
    digest: str = ""
    locked_on: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a review found, and who does what about it by when.

    ``code`` with ``params`` says it in words; ``text`` replaces them where it is not empty. ``state``:
    open, done, dropped. ``carried_id`` is the finding of the review before that it goes on from.
    """

    review_id: int
    code: str = ""
    params: str = "{}"
    text: str = ""
    weight: int = 0
    action: str = ""
    owner: str = ""
    due: date | None = None
    state: str = "open"
    done_on: date | None = None
    customer_id: int | None = None
    carried_id: int | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ProvisionRun:
    """A provision as it was booked for a day; ``result`` holds matrix, rates and specific ones."""

    as_of: date
    currency: str
    total: int
    gross: int
    standard: str
    result: str
    method: str = ""
    booked_on: date | None = None
    by: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class SpecificProvision:
    """A debt provided for by itself from ``start`` to ``until``; ``share`` per cent of what is open then.

    Without a document it is for everything the customer owes.
    """

    customer_id: int
    start: date
    share: Decimal
    reason: str
    document_id: int | None = None
    until: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class OwnStatement:
    """Our own statement of ``months`` up to ``period_end``; ``figures`` is JSON: line → minor units."""

    period_end: date
    currency: str
    figures: str
    months: int = 12
    unit: int = 1
    quality: str = ""
    source: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class CashItem:
    """Own money expected on a day beside what customers owe: ``amount`` above 0 goes out, below 0 comes in.

    ``kind``: suppliers, wages, tax, loan, rent, premium, other. ``every``: "" once, week, month, quarter,
    up to ``until``. ``source`` names the file it came from.
    """

    on: date
    amount: int
    currency: str
    label: str
    kind: str = "other"
    every: str = ""
    until: date | None = None
    source: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Study:
    """A question kept with its assumptions and, once run, its answer; ``kind``: stress, policy, overlay.

    ``content`` holds the assumptions, ``result`` what came of it on ``as_of``. ``state``: kept, adopted.
    """

    kind: str
    name: str
    content: str
    as_of: date | None = None
    result: str = "{}"
    state: str = "kept"
    by: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ContingencyPlan:
    """What is done when it gets worse (应急预案), per risk ``level``: 1 watch, 2 serious, 3 crisis.

    ``content`` holds triggers, steps (what, who) and contacts.
    """

    level: int
    name: str
    content: str
    active: bool = True
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanRun:
    """A plan gone through: ``kind`` drill or real, maybe for an alert; ``steps`` with who did each."""

    plan_id: int
    kind: str
    start: date
    steps: str = "[]"
    ended: date | None = None
    alert_id: int | None = None
    customer_id: int | None = None
    by: str = ""
    outcome: str = ""
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
