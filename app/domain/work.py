"""Work to do: one dated item with the money it concerns, why it is there, and its next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.money import Money


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing to do.

    ``key`` is the same whenever the same thing is found again (``promise:12``); ``kind`` groups
    (``collect``, ``promise``, ``dispute``, ``receipt``, ``limitation``, ``bill``, ``data``, ``follow_up``);
    ``reason`` with ``params`` is a code worded in ``app.words.work``; ``action`` is the code of
    the next step, run with ``target`` (row ids and codes by name). ``weight`` multiplies
    its money where items of one day are ordered (0 counts as 1).
    """

    key: str
    kind: str
    due: date
    reason: str
    params: Mapping[str, object] = field(default_factory=dict)
    action: str = ""
    target: Mapping[str, object] = field(default_factory=dict)
    customer_id: int | None = None
    customer: str = ""
    customer_en: str = ""
    amount: Money | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class WorkMark:
    """What the user said of a work item: ``done``, or ``postponed`` to ``until``; on which day."""

    key: str
    state: str
    on: date
    until: date | None = None
    note: str = ""
    deleted: bool = False
    id: int = 0
    version: int = 0
