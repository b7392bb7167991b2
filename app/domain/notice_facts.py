"""What a notice to the insurer is made from: the values its template may speak of, not yet in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.insurance_deadline import Deadline
from app.domain.insurance_record import InsurerNotice
from app.domain.money import Money
from app.domain.notice import NoticeItem, NoticeKind
from app.domain.policy_period import Policy


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """Everything one notice may speak of, on its day.

    ``totals`` are the open sums by currency; ``identifier`` is the buyer's registered number. ``limit``
    is the buyer limit in force on the day the oldest of ``items`` was shipped. ``reminders`` letters of
    our own went out, the last on ``reminded_on``; ``earlier`` is the notice a withdrawal takes back.
    """

    record: InsurerNotice
    number: str
    on: date
    policy: Policy
    company: Company
    customer: Customer
    identifier: str = ""
    items: tuple[NoticeItem, ...] = ()
    totals: tuple[Money, ...] = ()
    limit: Money | None = None
    deadline: Deadline | None = None
    reminders: int = 0
    reminded_on: date | None = None
    earlier: InsurerNotice | None = None
    earlier_number: str = ""
    logo: bytes | None = None
    seal: bytes | None = None

    @property
    def kind(self) -> NoticeKind:
        """What the notice tells."""
        return NoticeKind(self.record.kind)

    @property
    def late(self) -> bool:
        """Whether the last day to tell the insurer has passed."""
        return self.deadline is not None and self.on > self.deadline.day
