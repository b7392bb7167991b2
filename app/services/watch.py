"""Watching customers: reviews that fall due, early-warning rules, and the inbox of what they found."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.alert_history import HORIZON, HistoryTest, Trouble, TroubleKind, judged, month_ends
from app.domain.alert_rules import RuleCode, Severity, Told, Warned, fresh
from app.domain.credit_record import Alert
from app.domain.customer import Customer
from app.domain.problem import DomainError
from app.domain.review import QUARTER, review_due
from app.domain.work import WorkMark
from app.services.control import CancelledError, Silent
from app.services.watch_rules import Lookout, RuleBook
from app.services.watch_views import AlertView, Called, ReviewView
from app.services.work_sources.reviews import month_wanted, review_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from app.domain.alert_rules import AlertRule
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.control import Control
    from app.services.ports import Store, UnitOfWork
    from app.services.settings import SettingService
    from app.services.watch_evidence import Evidence
    from app.services.watch_views import Collected, ReviewMonths, RuleView, Usages, WatchReader

NEW, ACKNOWLEDGED, SNOOZED, ACTED = "new", "acknowledged", "snoozed", "acted"
STATES = (NEW, ACKNOWLEDGED, SNOOZED, ACTED)
_ORDER = tuple(Severity)
_SPAN = timedelta(HORIZON)
_NOBODY = Called("")


@dataclass(frozen=True, slots=True)
class WatchDesk:
    """The company file, what is read of it, and the services beside it."""

    store: Store
    reader: WatchReader
    settings: SettingService
    clock: Clock
    collected: Callable[[], Collected]
    usages: Usages
    review_months: ReviewMonths
    shipped_rules: Callable[[], object]
    newest_data: Callable[[date], date | None]
    witness: Callable[[Alert, AlertRule, Mapping[str, object]], Evidence]


class WatchService:
    """Use cases on reviews, rules and warnings; one call one change set."""

    def __init__(self, desk: WatchDesk) -> None:
        self._desk = desk
        self._book = RuleBook(desk.settings, desk.shipped_rules)
        self._lookout = Lookout(desk.reader, desk.collected, desk.usages)

    # -- rules ----------------------------------------------------------------------------------

    def rules(self) -> tuple[RuleView, ...]:
        """All rules as they are in force, beside the shipped ones."""
        return self._book.views()

    def save_rule(self, rule: AlertRule) -> ChangeSet:
        """Set a rule's thresholds, weight, or whether it is on."""
        return self._book.save(rule)

    def reset_rule(self, code: RuleCode | str) -> ChangeSet:
        """Go back to the shipped rule."""
        return self._book.reset(RuleCode(code))

    # -- warnings -------------------------------------------------------------------------------

    def run(self, as_of: date | None = None, control: Control | None = None) -> list[AlertView]:
        """Look with every rule that is on; the warnings that are new, stored.

        The same day again adds nothing, nor does a cause that was told before.
        """
        day = self._day(as_of)
        return self.tell(self._found(day, control or Silent()), day)

    def codes_on(self) -> tuple[RuleCode, ...]:
        """The rules that are on, in their order."""
        return tuple(view.rule.code for view in self._book.views() if view.rule.enabled)

    def look(self, code: RuleCode, as_of: date | None = None) -> list[Warned]:
        """What one rule finds on a day; nothing is stored. Nothing, once the rule is off."""
        rules = [view.rule for view in self._book.views() if view.rule.code is code and view.rule.enabled]
        return [one for rule in rules for one in self._lookout.warnings(rule, self._day(as_of))]

    def tell(self, found: Sequence[Warned], as_of: date | None = None) -> list[AlertView]:
        """Store what was not told before; it is no step of the user's, so undo does not stop at it."""
        day = self._day(as_of)
        if not fresh(found, _told(self._desk.store.find(Alert)), self._book.quiet_days):
            return []
        with self._desk.store.write() as unit:
            new = fresh(found, _told(unit.find(Alert)), self._book.quiet_days)
            alerts = [_alert(one) for one in new]
            ids = unit.add_all(alerts)
            unit.commit_for_good("alert.run", on=day.isoformat(), n=len(alerts))
        return self._views([replace(one, id=key) for one, key in zip(alerts, ids, strict=True)], day)

    def preview(self, as_of: date | None = None, control: Control | None = None) -> list[AlertView]:
        """What the rules find on a day, told before or not; nothing is stored.

        A warning that stands in the inbox comes with its state there, others with the id 0.
        """
        day = self._day(as_of)
        stored = {(one.rule, one.customer_id, one.cause): one for one in self._desk.store.find(Alert)}
        found = [_alert(one) for one in self._found(day, control or Silent())]
        alerts = [stored.get((one.rule, one.customer_id, one.cause), one) for one in found]
        return self._views(alerts, day)

    def _found(self, as_of: date, control: Control) -> list[Warned]:
        codes = self.codes_on()
        found: list[Warned] = []
        for place, code in enumerate(codes):
            _heard(control, place, len(codes), "watch.looking")
            found.extend(self.look(code, as_of))
        return found

    # -- the inbox ------------------------------------------------------------------------------

    def inbox(
        self,
        states: Collection[str] | str | None = None,
        as_of: date | None = None,
        *,
        customer_id: int | None = None,
    ) -> list[AlertView]:
        """Warnings in these states (None: all), the weightiest and newest first.

        One that was put off and whose day has come is new again.
        """
        day = self._day(as_of)
        wanted = {states} if isinstance(states, str) else None if states is None else set(states)
        equals = {} if customer_id is None else {"customer_id": customer_id}
        views = self._views([one for one in self._desk.store.find(Alert, **equals) if one.on <= day], day)
        return [view for view in views if wanted is None or view.state in wanted]

    def waiting(self, as_of: date | None = None) -> int:
        """How many warnings are new on a day."""
        day = self._day(as_of)
        found = self._desk.store.find(Alert)
        return sum(one.on <= day and state_on(one, day) == NEW for one in found)

    def acknowledge(self, alert_ids: int | Sequence[int], note: str = "") -> ChangeSet:
        """Seen, nothing to do."""
        return self._say(alert_ids, ACKNOWLEDGED, note, "alert.acknowledged")

    def snooze(self, alert_ids: int | Sequence[int], until: date, note: str = "") -> ChangeSet:
        """Put off to a later day, when they are new again."""
        today = self._desk.clock.today()
        if until <= today:
            raise DomainError("alert.snoozed_into_past", until=until, today=today)
        return self._say(alert_ids, SNOOZED, note, "alert.snoozed", until)

    def act(self, alert_ids: int | Sequence[int], note: str) -> ChangeSet:
        """Something was done; ``note`` says what."""
        if not note.strip():
            raise DomainError("alert.no_note")
        return self._say(alert_ids, ACTED, note, "alert.acted")

    def reopen(self, alert_ids: int | Sequence[int]) -> ChangeSet:
        """New again."""
        return self._say(alert_ids, NEW, "", "alert.reopened")

    def _say(
        self, alert_ids: int | Sequence[int], state: str, note: str, verb: str, until: date | None = None
    ) -> ChangeSet:
        ids = [alert_ids] if isinstance(alert_ids, int) else list(dict.fromkeys(alert_ids))
        if not ids:
            raise DomainError("alert.none_chosen")
        with self._desk.store.write() as unit:
            olds = [unit.get(Alert, alert_id) for alert_id in ids]
            unit.replace_all(
                [replace(old, state=state, until=until, note=note.strip() or old.note) for old in olds]
            )
            if len(olds) > 1:
                return unit.commit(f"{verb}_several", n=len(olds))
            return unit.commit(verb, rule=(f"alert_rule.{olds[0].rule}", {}), customer=_name(unit, olds[0]))

    def evidence(self, alert_id: int) -> Evidence:
        """What stands behind a warning: the figures of its day, how they made it fire, and the rows."""
        alert = self._desk.store.get(Alert, alert_id)
        code = RuleCode(alert.rule)
        rule = next(view.rule for view in self._book.views() if view.rule.code is code)
        lasts = alert.cause.startswith("since:")
        found = self._desk.witness(alert, rule, _params(alert))
        return replace(found, again=self._book.quiet_days if lasts else 0)

    # -- a rule on history ----------------------------------------------------------------------

    def test_rule(
        self, rule: AlertRule, start: date, end: date, control: Control | None = None
    ) -> HistoryTest:
        """How often a rule would have fired at the month ends, and how often trouble followed.

        Each month is looked at with what was known then; trouble with all that is known today.
        """
        if end < start:
            raise DomainError("watch.span", start=start, end=end)
        control = control or Silent()
        days = [day for day in month_ends(start, end) if day <= self._desk.clock.today()]
        told: list[Told] = []
        kept: list[Warned] = []
        for place, day in enumerate(days):
            _heard(control, place, len(days), "watch.testing")
            new = fresh(self._lookout.warnings(rule, day), told, self._book.quiet_days)
            told += [Told(one.rule.value, one.customer_id, one.cause, one.on) for one in new]
            kept += new
        troubles = self._troubles(start, end)
        firings = judged(kept, troubles, self._desk.clock.today())
        within = {one.customer_id for one in troubles if start <= one.on <= end}
        foreseen = {one.warned.customer_id for one in firings if one.trouble and one.trouble.on <= end}
        return HistoryTest(rule.code, start, end, firings, len(within), len(within & foreseen))

    def _troubles(self, start: date, end: date) -> list[Trouble]:
        """Trouble from a horizon before to a horizon after, as far as the present reaches."""
        today = self._desk.clock.today()
        first, last = start - _SPAN, min(end + _SPAN, today)
        plans = [
            Trouble(view.plan.customer_id, TroubleKind.BROKEN_PLAN, view.broken_on)
            for view in self._desk.collected().plans(None, today)
            if view.broken_on is not None and first <= view.broken_on <= last
        ]
        return [*self._desk.reader.troubles(first, last), *plans]

    def troubles(self, start: date, end: date) -> list[Trouble]:
        """Every customer's trouble of a span, the earliest first: what rules are tested against."""
        found = [one for one in self._troubles(start, end) if start <= one.on <= end]
        return sorted(found, key=lambda one: one.on)

    def called(self, customer_ids: Sequence[int]) -> Mapping[int, Called]:
        """What customers are called, by id."""
        return self._desk.reader.called(customer_ids)

    # -- reviews --------------------------------------------------------------------------------

    def reviews(self, as_of: date | None = None, until: date | None = None) -> list[ReviewView]:
        """Reviews due by ``until`` (the day itself by default), the earliest first."""
        day = self._day(as_of)
        facts = self._desk.reader.review_facts(day)
        grades = {one.customer_id: one.grade for one in facts if one.grade is not None}
        months = self._desk.review_months(grades, day) if grades else {}
        all_due = [review_due(one, months.get(one.customer_id, QUARTER)) for one in facts]
        found = [one for one in all_due if one is not None and one.due_on <= (until or day)]
        found.sort(key=lambda one: (one.due_on, one.customer_id))
        names = self._desk.reader.called([one.customer_id for one in found])
        put_off = {one.key: one.until for one in self._desk.store.find(WorkMark, state="postponed")}
        return [
            ReviewView(one, names.get(one.customer_id, _NOBODY), _still(put_off.get(review_key(one)), day))
            for one in found
        ]

    def month_wanted(self, as_of: date | None = None) -> tuple[date, date] | None:
        """The end of the month to bring in and the day the ledger reaches; None where it is complete."""
        day = self._day(as_of)
        newest = self._desk.newest_data(day)
        wanted = month_wanted(day, newest)
        return (wanted, newest) if wanted is not None and newest is not None else None

    # -- views ----------------------------------------------------------------------------------

    def _views(self, alerts: Sequence[Alert], day: date) -> list[AlertView]:
        weights = {view.rule.code: view.rule.severity for view in self._book.views()}
        names = self._desk.reader.called([one.customer_id for one in alerts])
        views = [
            AlertView(
                one,
                RuleCode(one.rule),
                weights[RuleCode(one.rule)],
                names.get(one.customer_id, _NOBODY),
                state_on(one, day),
                _params(one),
            )
            for one in alerts
        ]
        return sorted(
            views, key=lambda view: (_ORDER.index(view.severity), -view.alert.on.toordinal(), view.alert.id)
        )

    def _day(self, as_of: date | None) -> date:
        return as_of or self._desk.clock.today()


def state_on(alert: Alert, day: date) -> str:
    """Where a warning stands on a day."""
    due = alert.state == SNOOZED and alert.until is not None and alert.until <= day
    return NEW if due else alert.state


def _still(until: date | None, day: date) -> date | None:
    """Until when a review is put off, once the day has not come yet."""
    return until if until is not None and until > day else None


def _params(alert: Alert) -> dict[str, object]:
    try:
        found = json.loads(alert.params)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _alert(warned: Warned) -> Alert:
    params = json.dumps(warned.params, ensure_ascii=False, sort_keys=True)
    return Alert(warned.rule.value, warned.customer_id, warned.cause, warned.on, params)


def _told(alerts: Iterable[Alert]) -> list[Told]:
    return [Told(one.rule, one.customer_id, one.cause, one.on) for one in alerts]


def _name(unit: UnitOfWork, alert: Alert) -> str:
    return unit.get(Customer, alert.customer_id).name


def _heard(control: Control, done: int, total: int, label: str) -> None:
    if control.cancelled():
        raise CancelledError
    control.progress(done, total, label)
