"""Everything one reckoning of a review reads, each thing read once however many parts ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.aging import AgingQuery
from app.domain.insurance_deadline import Duty
from app.domain.money import Money
from app.domain.promise import PromiseState
from app.domain.review_value import Measure, Name
from app.domain.scorecard import Grade
from app.services.review_beside import provision_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from app.domain.aging import AgingBoard, AgingRow
    from app.domain.kpi_period import Period
    from app.services.collection_views import PromiseView
    from app.services.cover_views import CoverBook
    from app.services.duty_views import DutyItem
    from app.services.health_views import AgingPoint, AgingTrend, Health
    from app.services.limit_views import LimitRow
    from app.services.review_views import ProvisionFacts, ReviewDesk


INFORMS = frozenset({Duty.MEP_END, Duty.WAITING_END, Duty.ANSWER})
"""Days on which something ends that nobody has to do anything about."""


@dataclass
class Books:
    """One period as of its last day, or of today while it runs."""

    desk: ReviewDesk
    period: Period
    as_of: date

    @cached_property
    def base(self) -> str:
        """The company's own currency."""
        return self.health.base

    @cached_property
    def health(self) -> Health:
        """All key figures with eight quarters of trend."""
        return self.desk.beside.health.figures(self.period)

    @cached_property
    def ages(self) -> AgingTrend:
        """What stood open by age at the ends of this and the quarters before."""
        found = [self.period]
        for _ in range(7):
            found.append(found[-1].before())
        return self.desk.beside.health.aging_trend(found[::-1])

    @property
    def age(self) -> AgingPoint:
        """What stands open by age at the end of the period."""
        return self.ages.points[-1]

    @cached_property
    def board(self) -> AgingBoard:
        """Who owes what, in the base currency."""
        return self.desk.beside.aging.board(AgingQuery(self.as_of, limits=self.ages.limits, in_base=True))

    @cached_property
    def rows(self) -> Sequence[AgingRow]:
        """Customers in the base currency; those in a currency without a rate are left out."""
        return [row for row in self.board.rows if row.currency == self.base]

    @cached_property
    def grades(self) -> Mapping[int, Grade]:
        """The grades of customers on the day."""
        return {row: one.grade for row, one in self.desk.beside.scoring.grade_of(None, self.as_of).items()}

    @cached_property
    def loss_rates(self) -> Mapping[Grade, Decimal]:
        """What is lost of a grade's debts, per cent."""
        return self.desk.beside.scoring.loss_rates()

    @cached_property
    def has_policy(self) -> bool:
        """Whether there was ever an insurance policy."""
        return self.desk.beside.cover.has_policy()

    @cached_property
    def cover(self) -> CoverBook:
        """What is insured of every open invoice."""
        return self.desk.beside.cover.book(self.as_of)

    @cached_property
    def duties(self) -> Sequence[DutyItem]:
        """Duties towards insurers on the day, the next first; none without a policy."""
        return self.desk.beside.deadlines.duties(self.as_of) if self.has_policy else []

    @cached_property
    def limits(self) -> Sequence[LimitRow]:
        """Every customer with its limit and how far it is used."""
        return self.desk.beside.limits.rows(self.as_of)

    @cached_property
    def promises(self) -> Sequence[PromiseView]:
        """Promises made by the day, judged as of it."""
        return self.desk.beside.collection.promises(None, self.as_of)

    @cached_property
    def provision(self) -> ProvisionFacts | None:
        """What is provided for at the end of the period."""
        return provision_of(self.desk.beside, self.period, self.as_of)

    def open_promise(self, customer_id: int) -> PromiseView | None:
        """The next promise of a customer that still runs."""
        running = (
            one
            for one in self.promises
            if one.promise.customer_id == customer_id and one.state is PromiseState.OPEN
        )
        return min(running, key=lambda one: one.promise.due_on, default=None)

    def next_duty(self, customer_id: int) -> DutyItem | None:
        """The duty about a customer that comes first; days that only inform are none."""
        mine = (one for one in self.duties if one.customer_id == customer_id)
        return next((one for one in mine if one.duty not in INFORMS), None)

    def names(self, customer_ids: Collection[int]) -> dict[int, Name]:
        """What customers are called, with their ids."""
        called = self.desk.beside.watch.called(list(customer_ids)) if customer_ids else {}
        return {row: Name(one.name, one.name_en, row) for row, one in called.items()}

    def money(self, minor: int) -> Money:
        """An amount of the base currency."""
        return Money(minor, self.base)


def named(row: AgingRow) -> Name:
    """A line of the aging board as a name."""
    return Name(row.label, row.label_en, row.key)


def share(part: int, whole: int) -> Measure:
    """Part of a whole; no value where there is no whole."""
    return Measure(Decimal(part) / whole if whole else None)
