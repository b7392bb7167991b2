"""One duty towards an insurer, as the ladder, the day's work and a calendar show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.insurance_deadline import FORFEITING, Deadline, Duty
from app.domain.money import Money
from app.domain.policy_period import Policy


@dataclass(frozen=True, slots=True)
class DutyItem:
    """What has to be done by a day, for whom, about how much, and the reckoning behind the day.

    ``key`` stays the same while the duty does. ``documents`` are (id, number) of the invoices it is
    about; ``param`` says more where a duty needs it (a period, an event).
    """

    key: str
    duty: Duty
    policy: Policy
    deadline: Deadline
    customer_id: int | None = None
    customer: str = ""
    amounts: tuple[Money, ...] = ()
    documents: tuple[tuple[int, str], ...] = ()
    claim_id: int | None = None
    param: str = ""

    @property
    def day(self) -> date:
        """The last day by the policy."""
        return self.deadline.day

    @property
    def safe(self) -> date:
        """The last day that leaves the margin."""
        return self.deadline.safe

    @property
    def forfeits(self) -> bool:
        """Whether missing it can cost the cover."""
        return self.duty in FORFEITING

    def days_left(self, as_of: date) -> int:
        """Days until the last day; below 0 once it has passed."""
        return (self.day - as_of).days


@dataclass(frozen=True, slots=True)
class Hold:
    """Why no shipment to a customer is insured, and since when.

    ``cause`` is mep (an invoice, ``number``, is overdue past the maximum extension), withdrawn (the
    limit), or that of a stop that was recorded.
    """

    since: date
    cause: str
    policy: Policy
    number: str = ""
    due: date | None = None

    @property
    def reason(self) -> tuple[str, dict[str, object]]:
        """Code and parameters of the sentence that says so."""
        record = self.policy.record
        said: dict[str, object] = {
            "since": self.since,
            "insurer": record.insurer,
            "policy": record.number,
        }
        if self.number:
            return "order.insurer_extension", {**said, "number": self.number, "due": self.due}
        return "order.insurer_withdrew" if self.cause == "withdrawn" else "order.insurer_stop", said


Calendars = Callable[[list[DutyItem], Path, str], None]
"""Writes duties as an iCalendar file in a language."""
