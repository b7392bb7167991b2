"""The cover of every open invoice as a list reads it, and how its reasons look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.domain.cover import Gap
from app.services.cover_views import base_gaps
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.control import Control
    from app.services.cover_views import CoverBook, Covered
    from app.services.session import CompanySession

GAP_TONES: Mapping[Gap, str] = {
    Gap.OVER_LIMIT: "warn",
    Gap.TERMS_TOO_LONG: "warn",
    Gap.METHOD_MISMATCH: "warn",
    Gap.INVOICED_LATE: "warn",
    Gap.NO_RATE: "warn",
    Gap.DISPUTED: "warn",
    Gap.SET_OFF: "info",
    Gap.NO_LIMIT: "danger",
    Gap.LIMIT_DECLINED: "danger",
    Gap.LIMIT_WITHDRAWN: "danger",
    Gap.LIMIT_EXPIRED: "danger",
    Gap.AFTER_STOP: "danger",
    Gap.UNDECLARED: "danger",
    Gap.NOTIFIED_LATE: "danger",
}
"""What could have been prevented, and what needs doing; the rest is as the policy has it."""


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One open invoice: its cover, whose it is, and its gaps in the base currency."""

    covered: Covered
    name: str
    name_en: str
    gaps: tuple[tuple[Gap, int], ...]

    @property
    def document_id(self) -> int:
        """The invoice."""
        return self.covered.cover.item.document_id

    @property
    def reasons(self) -> tuple[Gap, ...]:
        """Why something is not insured, the greatest part first."""
        return tuple(gap for gap, _ in sorted(self.covered.cover.gaps, key=lambda one: -one[1]))

    def gap(self, wanted: Gap) -> int:
        """What is not insured for one reason, base currency."""
        return sum(amount for gap, amount in self.gaps if gap is wanted)


@dataclass(frozen=True, slots=True)
class CoverRead:
    """Every open invoice as of a day; ``insurable`` is False before there is any policy."""

    book: CoverBook
    rows: Sequence[CoverRow]
    insurable: bool
    as_of: date


def read_cover(session: CompanySession, as_of: date, control: Control) -> CoverRead:
    """Read it; runs on the database worker."""
    book = session.cover.book(as_of, control=control)
    called = session.policies.called(set(book.buyers))
    rows = [
        CoverRow(one, *called.get(one.cover.item.customer_id, ("", "")), tuple(base_gaps(one)))
        for one in book.items
    ]
    return CoverRead(book, rows, session.cover.has_policy(), as_of)


def gap_tone(gap: Gap) -> str:
    """The tone of a reason's chip."""
    return GAP_TONES.get(gap, "neutral")


def gap_chips(gaps: Sequence[Gap], lang: str) -> tuple[tuple[str, str], ...]:
    """Reasons as chips."""
    return tuple((say(f"cover_gap.{gap}", lang), gap_tone(gap)) for gap in gaps)
