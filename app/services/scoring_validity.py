"""How long a grade holds: by grade so many months, and less where something happens before."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.credit_file import EventKind, ExternalEvent
from app.domain.credit_file_rules import counts
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade
from app.services.insurer_events import external_events
from app.services.scoring_desk import percent
from app.services.scoring_views import Ended

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.scoring_desk import ScoringDesk
    from app.services.scoring_views import FinalGrade
    from app.services.settings import SettingService

SETTING, TOLERANCE_SETTING = "scoring.validity", "scoring.overdue_tolerance"
DEFAULT_MONTHS = {Grade.A: 12, Grade.B: 6, Grade.C: 3, Grade.D: 1}
MOST_MONTHS = 60
YEAR = 12
ENDING = {
    EventKind.COURT_RECORD: "assessment.ended_court",
    EventKind.DISHONEST_DEBTOR: "assessment.ended_dishonest",
    EventKind.INSURER_CUT: "assessment.ended_insurer",
}


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Arrears that end a grade: newly more than ``days`` overdue, above ``percent`` of what is open."""

    days: int = 30
    percent: Decimal = Decimal(5)


class Validity:
    """The company's choices about how long grades hold."""

    def __init__(self, settings: SettingService) -> None:
        self._settings = settings

    def months(self) -> dict[Grade, int]:
        """Months per grade."""
        stored = self._settings.get(SETTING, {})
        given = stored if isinstance(stored, dict) else {}
        return {
            grade: given[grade] if isinstance(given.get(grade), int) else months
            for grade, months in DEFAULT_MONTHS.items()
        }

    def set_months(self, months: Mapping[Grade, int]) -> ChangeSet:
        """Choose them; a worse grade never holds longer."""
        whole = {**self.months(), **months}
        listed = [whole[grade] for grade in GRADES]
        if any(not 1 <= each <= MOST_MONTHS for each in listed) or listed != sorted(listed, reverse=True):
            raise DomainError("assessment.validity", most=MOST_MONTHS)
        return self._settings.set(SETTING, {str(grade): whole[grade] for grade in GRADES})

    def until(self, grade: Grade, as_of: date) -> date:
        """The last day on which a grade given on a day holds."""
        return months_later(as_of, self.months()[grade])

    def tolerance(self) -> Tolerance:
        """When arrears end a grade."""
        stored = self._settings.get(TOLERANCE_SETTING, {})
        try:
            given = dict(stored) if isinstance(stored, dict) else {}
            return Tolerance(int(given.get("days", 30)), Decimal(str(given.get("percent", 5))))
        except (TypeError, ValueError, ArithmeticError):
            return Tolerance()

    def set_tolerance(self, tolerance: Tolerance) -> ChangeSet:
        """Choose it."""
        if tolerance.days < 0 or not tolerance.percent.is_finite() or not 0 <= tolerance.percent <= 100:  # noqa: PLR2004 - per cent
            raise DomainError("assessment.tolerance")
        given = {"days": tolerance.days, "percent": str(tolerance.percent)}
        return self._settings.set(TOLERANCE_SETTING, given)


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * YEAR + day.month - 1 + months, YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ended(
    desk: ScoringDesk, grades: Iterable[FinalGrade], day: date, tolerance: Tolerance
) -> dict[int, Ended]:
    """Why finished assessments no longer hold on a day, by their id; the earliest reason of each."""
    found = {one.id: why for one in grades if (why := _over(one, day)) is not None}
    live = {one.customer_id: one for one in grades if one.id not in found}
    if not live:
        return found
    for one, why in _by_events(desk, live, day):
        if one.id not in found or why.on < found[one.id].on:
            found[one.id] = why
    standings = desk.reader.standings(list(live), day)
    for customer_id, one in live.items():
        standing = standings.get(customer_id)
        if standing is not None and standing.insolvent and one.grade != Grade.D:
            found.setdefault(one.id, Ended(day, "assessment.ended_insolvent"))
    since = {customer_id: one.as_of for customer_id, one in live.items() if one.id not in found}
    debits = desk.reader.overdue_since(since, day, tolerance.days) if since else ()
    for customer_id, (overdue, whole) in desk.in_base(debits, day).items():
        share = percent(overdue, whole)
        if share is not None and share > tolerance.percent:
            params = {"days": tolerance.days, "percent": f"{share:.1f}"}
            found[live[customer_id].id] = Ended(day, "assessment.ended_overdue", params)
    return found


def _over(one: FinalGrade, day: date) -> Ended | None:
    if one.ended_on is not None and one.ended_on <= day:
        return Ended(one.ended_on, "assessment.ended_by_hand", {"why": one.ended_why})
    if one.valid_until is not None and one.valid_until < day:
        return Ended(one.valid_until + timedelta(1), "assessment.expired", {"until": one.valid_until})
    return None


def _by_events(
    desk: ScoringDesk, live: Mapping[int, FinalGrade], day: date
) -> Iterable[tuple[FinalGrade, Ended]]:
    """Confirmed events after the assessment, the earliest of each customer."""
    rows = [one for one in external_events(desk.store, list(live)) if one.kind in ENDING]
    after: dict[int, list[ExternalEvent]] = defaultdict(list)
    for event in rows:
        if counts(event) and live[event.customer_id].as_of < event.on <= day:
            after[event.customer_id].append(event)
    for customer_id, events in after.items():
        first = min(events, key=lambda event: (event.on, event.id))
        yield live[customer_id], Ended(first.on, ENDING[first.kind], {"on": first.on})
