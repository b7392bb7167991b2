"""What the watch shows, and what it asks of storage and of the services beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.alert_figures import (
        GradeMove,
        Happened,
        Lateness,
        NewAccount,
        Outside,
        Owed,
        Volume,
    )
    from app.domain.alert_history import Trouble
    from app.domain.alert_rules import AlertRule, RuleCode, Severity
    from app.domain.credit_record import Alert
    from app.domain.review import ReviewDue, ReviewFacts
    from app.domain.scorecard import Grade
    from app.services.collection_views import PlanView, PromiseView
    from app.services.limit_views import Usage


@dataclass(frozen=True, slots=True)
class Called:
    """What a customer is called, in both languages, and its code."""

    name: str
    name_en: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule in force beside the one shipped; ``changed`` where the company set its own."""

    rule: AlertRule
    shipped: AlertRule
    changed: bool = False


@dataclass(frozen=True, slots=True)
class AlertView:
    """A warning with its customer; worded by ``alert.<rule>`` with ``params``.

    ``state`` is as of the day looked at: a snoozed one whose day has come is new again. ``alert`` has
    the id 0 while it is only previewed.
    """

    alert: Alert
    rule: RuleCode
    severity: Severity
    customer: Called
    state: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review with its customer; worded by ``review.<reason>`` with ``due.params``.

    ``put_off`` is the day the user put it off to, while that has not come.
    """

    due: ReviewDue
    customer: Called
    put_off: date | None = None


class WatchReader(Protocol):
    """Set-based queries behind the rules: figures of all customers as they were known on a day."""

    def lateness(self, as_of: date, days: int) -> Mapping[int, Lateness]:
        """Days late of the last ``days``, and of the year before them."""

    def volumes(self, as_of: date, days: int) -> Mapping[int, Volume]:
        """Invoiced in the last ``days``, and in the year before them."""

    def owed(self, as_of: date) -> Mapping[int, Owed]:
        """Open debits with their share of all."""

    def limits(self, as_of: date) -> Mapping[int, int]:
        """The limit in force of each customer that has one, by its id."""

    def partial_payments(self, as_of: date, days: int) -> Mapping[int, Happened]:
        """Payments of the last ``days`` that left a twentieth of their invoice open, or more."""

    def disputes(self, as_of: date, days: int) -> Mapping[int, Happened]:
        """Disputes opened in the last ``days``, but for those where the customer was right."""

    def new_accounts(self, as_of: date, days: int) -> Mapping[int, Sequence[NewAccount]]:
        """Accounts that first paid in the last ``days`` while another was known."""

    def statements(self, as_of: date) -> Mapping[int, date]:
        """The end of the newest financial statement known on the day."""

    def events(self, as_of: date, days: int) -> Mapping[int, Sequence[Outside]]:
        """Confirmed bad events of the last ``days`` that are not closed."""

    def grade_moves(self, as_of: date) -> Mapping[int, GradeMove]:
        """The last two finished assessments, of customers that have two."""

    def troubles(self, start: date, end: date) -> Sequence[Trouble]:
        """What went wrong between two days, by all that is known now; broken plans left out."""

    def review_facts(self, as_of: date) -> Sequence[ReviewFacts]:
        """Customers with credit, an assessment or a debt, and when each was last looked at."""

    def called(self, customer_ids: Sequence[int]) -> Mapping[int, Called]:
        """Names by id."""


class Collected(Protocol):
    """What the rules need of the collection service."""

    def promises(self, customer_id: int | None, as_of: date) -> Sequence[PromiseView]:
        """Promises judged on a day; of all customers for None."""

    def plans(self, customer_id: int | None, as_of: date) -> Sequence[PlanView]:
        """Plans judged on a day; of all customers for None."""


class Usages(Protocol):
    """How far limits are used; ``LimitService.usage``."""

    def __call__(self, customer_ids: Collection[int], as_of: date) -> Mapping[int, Usage]:
        """By customer."""


class ReviewMonths(Protocol):
    """How many months lie between reviews."""

    def __call__(self, grades: Mapping[int, Grade], as_of: date) -> Mapping[int, int]:
        """By customer, from its grade; shorter where a downturn profile covers it."""
