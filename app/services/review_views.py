"""What the quarterly review tells and needs: periods with their state, a review whole, what is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.finding import action_of
from app.domain.kpi_period import Period
from app.domain.measure_record import Finding, PeriodReview
from app.domain.money import Money
from app.domain.period_review import Content
from app.domain.review_value import Name, Said

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.ports import Store
    from app.services.session import CompanySession

NONE, OPEN, LOCKED = "none", "open", "locked"
"""States of a quarter: nobody began its review, it is being written, it was reported."""
OPEN_FINDING, DONE, DROPPED = "open", "done", "dropped"


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A quarter in the list, with its review if one was begun."""

    period: Period
    unfinished: bool
    review: PeriodReview | None = None
    findings: int = 0
    open_findings: int = 0

    @property
    def state(self) -> str:
        """none, open or locked."""
        return self.review.state if self.review else NONE


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with whom it is about and what it goes on from or was carried into ("" for neither)."""

    finding: Finding
    params: Mapping[str, object]
    customer: Name | None = None
    carried_from: str = ""
    carried_to: str = ""
    overdue: bool = False

    @property
    def said(self) -> Said:
        """The finding as worked out; a text the user wrote goes before it."""
        return Said(f"finding.{self.finding.code}", dict(self.params))

    @property
    def proposed(self) -> Said | None:
        """The action proposed; None for a finding of the user's own."""
        return action_of(self.finding.code, self.params) if self.finding.code else None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A setting, limit policy, scorecard or rule that was changed in the quarter, as the log says it."""

    on: date
    actor: str
    verb: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A quarter's review whole; ``content`` is what was reported once it is locked, else today's reckoning.

    ``sound`` is False where a locked content no longer has the digest it was locked with.
    """

    period: Period
    content: Content
    review: PeriodReview | None
    sections: tuple[str, ...]
    findings: tuple[FindingView, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    sound: bool = True

    @property
    def locked(self) -> bool:
        """Whether it was reported and stays as it is."""
        return self.review is not None and self.review.state == LOCKED


@dataclass(frozen=True, slots=True)
class Flow:
    """Documents of a span of days in one currency, kind and reason: their sum (minor units) and number."""

    currency: str
    kind: str
    reason: str
    amount: int
    n: int


class ReviewReader(Protocol):
    """Set-based queries behind the review."""

    def span(self) -> tuple[date, date] | None:
        """Days of the first and the last document; None for an empty ledger."""

    def flows(self, start: date, end: date) -> Sequence[Flow]:
        """What was invoiced, paid, credited, written off and refunded."""

    def open_counts(self, as_of: date, limits: Sequence[int]) -> Sequence[int]:
        """How many debits stood open in each age bucket."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""

    def adjustments(self, since: datetime, until: datetime) -> Sequence[Adjustment]:
        """Changes of settings, policies and rules in the log, the oldest first."""


class ReviewPaper(Protocol):
    """The review as a PDF."""

    def __call__(self, content: Content, sections: Sequence[str], path: Path, lang: str) -> None:
        """Write it; an existing file is replaced whole or not at all."""


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """One age bucket of a provision, base minor units; ``rate`` follows from both."""

    bucket: int
    gross: int
    provided: int


@dataclass(frozen=True, slots=True)
class ProvisionFacts:
    """A provision of a day as the review shows it: by bucket, specific ones, and how it moved in the quarter.

    ``direct`` for a firm that writes off directly and provides for nothing. ``before`` is what it was at
    the end of the quarter before, None where that cannot be said. ``movement`` is signed: with it and the
    first line they make up the total. ``by_board``: aged as the board is, by ``limits``.
    """

    total: int
    lines: tuple[ProvisionLine, ...] = ()
    specific: int = 0
    direct: bool = False
    movement: tuple[tuple[str, int], ...] = ()
    before: int | None = None
    by_board: bool = True
    limits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is yet to come: cash of the coming weeks and stress events, as far as they were worked out.

    ``weeks`` are (first day, coming in, going out, balance after or None), base minor units. ``events``
    are (what is said, loss before and after insurance, more provision, what comes late, cash gap).
    """

    weeks: tuple[tuple[date, int, int, int | None], ...] = ()
    beyond: int = 0
    left_out: int = 0
    gap: int | None = None
    gap_on: date | None = None
    events: tuple[tuple[Said, Money, Money, Money, Money, Money | None], ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """The company file, what is read of it, the services beside it, and where the papers are made."""

    store: Store
    reader: ReviewReader
    clock: Clock
    beside: CompanySession
    paper: ReviewPaper
