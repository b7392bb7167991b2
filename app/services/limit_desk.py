"""What the parts of the limit service share."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.credit_limit import Limit, LimitState
from app.domain.credit_record import CreditLimit, GradeOverride, StoredAssessment, StoredScorecard
from app.domain.money import Money
from app.domain.scorecard import GRADES, Grade

if TYPE_CHECKING:
    from datetime import date

    from app.domain.clock import Clock
    from app.services.limit_views import Insurance, LimitReader, Statements
    from app.services.people import PeopleService
    from app.services.ports import Store
    from app.services.settings import SettingService

FIRM_KNOCKOUTS = frozenset({"sanctioned", "insolvent"})
"""What nobody may lift, also where the card that found it can no longer be read."""


@dataclass(frozen=True, slots=True)
class LimitDesk:
    """The company file, its reader, and the services beside them.

    ``policy`` is the shipped grade policy, ``grades`` gives the grades that hold on a day.
    """

    store: Store
    reader: LimitReader
    people: PeopleService
    settings: SettingService
    clock: Clock
    statements: Statements
    insurance: Insurance
    policy: Callable[[], object]
    grades: Callable[[Collection[int] | None, date], Mapping[int, Grade]]


class LimitPart:
    """One part of the limit service: use cases over one desk, one call one change set."""

    def __init__(self, desk: LimitDesk) -> None:
        self._desk = desk

    def grades(self, customer_ids: Collection[int] | None, on: date) -> dict[int, Grade]:
        """The grade that holds for each customer with a valid assessment, overrides counted."""
        return dict(self._desk.grades(customer_ids, on))

    def _valid(self, customer_ids: Collection[int] | None, on: date) -> dict[int, StoredAssessment]:
        found = self._desk.reader.assessments(customer_ids, on)
        return {customer_id: one for customer_id, one in found.items() if is_valid(one, on)}

    def _firm(self, assessment: StoredAssessment) -> set[str]:
        """Knock-outs hit that nobody may lift, by the card that found them."""
        hit = set(assessment.knockouts.replace(",", " ").split())
        cards = self._desk.store.find(
            StoredScorecard, code=assessment.card, version_no=assessment.card_version
        )
        firm = {one["code"] for card in cards for one in _knockouts(card) if one.get("firm")}
        return hit & (firm | FIRM_KNOCKOUTS)

    def _running(self, assessment_id: int, on: date) -> GradeOverride | None:
        return self._desk.reader.overrides([assessment_id], on).get(assessment_id)


def is_valid(assessment: StoredAssessment, on: date) -> bool:
    """Whether an assessment holds on a day."""
    ended = assessment.ended_on is not None and assessment.ended_on <= on
    return not ended and (assessment.valid_until is None or on <= assessment.valid_until)


def _knockouts(card: StoredScorecard) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(card.content)["knockouts"]
    except (KeyError, TypeError, ValueError):  # written by a later version: the firm ones we know hold
        return []
    return [one for one in found if isinstance(one, Mapping) and "code" in one]


def limit_of(record: CreditLimit | None, on: date) -> Limit:
    """The limit a record stands for on a day; none is unset."""
    if record is None:
        return Limit(LimitState.UNSET)
    amount = None if record.amount is None else Money(record.amount, record.currency)
    return Limit(LimitState(record.state), amount, record.start, record.end).on(on)


def in_force(records: Collection[CreditLimit], on: date) -> CreditLimit | None:
    """Of one owner's records by start: the latest begun, ended or not."""
    return next((one for one in reversed(list(records)) if one.start <= on), None)


def worst(grades: Collection[Grade]) -> Grade | None:
    """The lowest of some grades; None of none."""
    return max(grades, key=GRADES.index, default=None)
