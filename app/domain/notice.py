"""Notices to the insurer: what they tell, how the insurer may answer, and by when they are due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.insurance_record import InsurerNotice
from app.domain.policy import Anchor, Period, PolicyTerms
from app.domain.problem import DomainError


class NoticeKind(StrEnum):
    """What a notice tells."""

    OVERDUE = "overdue"
    ADVERSE = "adverse"
    INSOLVENCY = "insolvency"
    REJECTION = "rejection"
    WITHDRAWAL = "withdrawal"


class NoticeReply(StrEnum):
    """How the insurer answered: the limit stays, is lower, is gone, or nothing may be shipped."""

    KEPT = "kept"
    REDUCED = "reduced"
    WITHDRAWN = "withdrawn"
    STOP = "stop"


class NoticeState(StrEnum):
    """Where a notice stands."""

    DRAFT = "draft"
    SENT = "sent"
    REPLIED = "replied"


REPORTS = frozenset({NoticeKind.OVERDUE, NoticeKind.INSOLVENCY, NoticeKind.REJECTION})
"""Kinds that tell of a debt; bad news alone does not report an overdue invoice."""


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """An invoice a notice is about, on the day of the notice; ``open`` minor units of its currency."""

    document_id: int
    number: str
    issued: date
    shipped: date
    due: date
    currency: str
    open: int
    disputed: int = 0

    def days_late(self, on: date) -> int:
        """Days after the original due date; 0 before it."""
        return max((on - self.due).days, 0)


def kind_of(value: str) -> NoticeKind:
    """A kind by its code (``DomainError`` for one there is not)."""
    if value not in set(NoticeKind):
        raise DomainError("notice.unknown_kind", kind=value)
    return NoticeKind(value)


def reply_of(value: str) -> NoticeReply:
    """An answer by its code (``DomainError`` for one there is not)."""
    if value not in set(NoticeReply):
        raise DomainError("notice.unknown_reply", reply=value)
    return NoticeReply(value)


def state_of(sent_on: date | None, reply: str) -> NoticeState:
    """Where a notice stands by what is known of it."""
    if sent_on is None:
        return NoticeState.DRAFT
    return NoticeState.REPLIED if reply else NoticeState.SENT


def document_ids(text: str) -> tuple[int, ...]:
    """The invoices named in a stored notice."""
    return tuple(int(part) for part in text.split(",") if part.strip().isdecimal())


def as_text(ids: Iterable[int]) -> str:
    """Invoices as a notice stores them."""
    return ",".join(map(str, ids))


def clause_of(kind: NoticeKind) -> str:
    """The clause that says by when such a news has to be told; "" where none does."""
    if kind is NoticeKind.WITHDRAWAL:
        return ""
    return "notify" if kind is NoticeKind.OVERDUE else "adverse"


def periods_of(kind: NoticeKind, terms: PolicyTerms) -> tuple[Period, ...]:
    """The periods within which such a news has to be told."""
    clause = clause_of(kind)
    return getattr(terms, clause) if clause else ()


def anchors_of(item: NoticeItem | None, known_on: date, extended: date | None) -> Mapping[Anchor, date]:
    """The days those periods may run from; ``extended`` is the end of the maximum extension."""
    found = {Anchor.KNOWLEDGE: known_on}
    if item is not None:
        found |= {Anchor.SHIPMENT: item.shipped, Anchor.DUE: item.due}
        if extended is not None:
            found[Anchor.MEP_END] = extended
    return found


def told(notices: Iterable[InsurerNotice], document_id: int, issued: date) -> bool:
    """Whether the insurer knows of an invoice by notices that were sent; a withdrawal takes that back.

    A notice that names no invoice is about every one that was issued by its day.
    """
    about = [
        one
        for one in notices
        if one.sent_on is not None
        and (one.kind in REPORTS or one.kind == NoticeKind.WITHDRAWAL)
        and _names(one, one.sent_on, document_id, issued)
    ]
    last = max(about, key=lambda one: (one.sent_on or date.min, one.id), default=None)
    return last is not None and last.kind != NoticeKind.WITHDRAWAL


def _names(notice: InsurerNotice, sent_on: date, document_id: int, issued: date) -> bool:
    named = document_ids(notice.documents)
    return document_id in named if named else issued <= sent_on


def number_of(notice: InsurerNotice) -> str:
    """The notice's own number; one that is not stored yet has only its day."""
    return f"TZ-{notice.known_on:%Y%m%d}" + (f"-{notice.id:03d}" if notice.id else "")
