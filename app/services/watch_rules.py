"""Early-warning rules as the company has them, and what they find on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain import alert_figures as figures
from app.domain.alert_figures import Happened, LimitUse
from app.domain.alert_rules import AlertRule, RuleCode, Warned, rule_as_json, rule_of
from app.domain.problem import DomainError
from app.domain.promise import PromiseState
from app.services.watch_views import RuleView

if TYPE_CHECKING:
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.settings import SettingService
    from app.services.watch_views import Collected, Usages, WatchReader

_SETTING = "watch.rules"
_NOT_KEPT = frozenset({PromiseState.BROKEN, PromiseState.PARTLY})


class RuleBook:
    """The shipped rules, each replaced where the company set its own."""

    def __init__(self, settings: SettingService, shipped: Callable[[], object]) -> None:
        self._settings = settings
        self._shipped = shipped

    def shipped(self) -> Mapping[RuleCode, AlertRule]:
        """The rules that come with the program."""
        return {rule.code: rule for rule in map(rule_of, self._part("rules"))}

    @property
    def quiet_days(self) -> int:
        """After how many days a condition that lasts is told again."""
        value = self._shipped()
        return int(value["quiet_days"]) if isinstance(value, dict) else 0

    def views(self) -> tuple[RuleView, ...]:
        """All rules in the order they are shipped; one that nobody can read any more is the shipped one."""
        own = self._own()
        found = []
        for code, shipped in self.shipped().items():
            rule = shipped
            if code.value in own:
                try:
                    rule = rule_of(own[code.value], shipped)
                except DomainError:
                    rule = shipped
            found.append(RuleView(rule, shipped, rule != shipped))
        return tuple(found)

    def save(self, rule: AlertRule) -> ChangeSet:
        """Set a rule; one that says what the shipped one says is the shipped one again."""
        shipped = self.shipped()[rule.code]
        clean = rule_of(rule_as_json(rule), shipped)
        own = self._own()
        if clean == shipped:
            own.pop(rule.code.value, None)
        else:
            own[rule.code.value] = rule_as_json(clean)
        return self._settings.set(_SETTING, own)

    def reset(self, code: RuleCode) -> ChangeSet:
        """Go back to the shipped rule."""
        return self.save(self.shipped()[code])

    def _own(self) -> dict[str, object]:
        stored = self._settings.get(_SETTING, {})
        return dict(stored) if isinstance(stored, dict) else {}

    def _part(self, name: str) -> Iterable[object]:
        value = self._shipped()
        part = value.get(name) if isinstance(value, dict) else None
        return part if isinstance(part, list) else ()


class Lookout:
    """Runs a rule over all customers, with what was known on the day."""

    def __init__(self, reader: WatchReader, collected: Callable[[], Collected], usages: Usages) -> None:
        self._reader = reader
        self._collected = collected
        self._usages = usages
        self._looks: Mapping[RuleCode, Callable[[AlertRule, date], Iterator[Warned | None]]] = {
            RuleCode.WORSENING: self._worsening,
            RuleCode.ORDERS_JUMP: self._orders,
            RuleCode.ORDERS_DROP: self._orders,
            RuleCode.LIMIT_USE: self._limit_use,
            RuleCode.BROKEN_PROMISES: self._broken_promises,
            RuleCode.PARTIAL_PAYMENTS: self._partial_payments,
            RuleCode.DISPUTES: self._disputes,
            RuleCode.CHANGED_ACCOUNT: self._accounts,
            RuleCode.STALE_STATEMENT: self._statements,
            RuleCode.EXTERNAL_EVENT: self._events,
            RuleCode.GRADE_DROP: self._grades,
            RuleCode.CONCENTRATION: self._concentration,
        }

    def warnings(self, rule: AlertRule, as_of: date) -> list[Warned]:
        """What the rule finds, by customer; whether or not it was told before."""
        found = [one for one in self._looks[rule.code](rule, as_of) if one is not None]
        return sorted(found, key=lambda one: (one.customer_id, one.cause))

    def _worsening(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, one in self._reader.lateness(as_of, rule.days("days")).items():
            yield figures.worsening(rule, key, one, as_of)

    def _orders(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, one in self._reader.volumes(as_of, rule.days("days")).items():
            yield figures.orders_moved(rule, key, one, as_of)

    def _limit_use(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        limits = self._reader.limits(as_of)
        for key, usage in (self._usages(sorted(limits), as_of) if limits else {}).items():
            if usage.percent is not None:
                yield figures.limit_use(rule, key, LimitUse(limits[key], usage.percent), as_of)

    def _broken_promises(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        since = as_of - timedelta(rule.days("days"))
        broken: dict[int, list[tuple[date, int]]] = defaultdict(list)
        for view in self._collected().promises(None, as_of):
            if view.state in _NOT_KEPT and view.promise.due_on > since:
                broken[view.promise.customer_id].append((view.promise.due_on, view.promise.id))
        for key, dates in broken.items():
            last_on, last_id = max(dates)
            yield figures.happened(rule, key, Happened(len(dates), last_id, last_on), as_of)

    def _partial_payments(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, one in self._reader.partial_payments(as_of, rule.days("days")).items():
            yield figures.partial_payments(rule, key, one, as_of)

    def _disputes(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, one in self._reader.disputes(as_of, rule.days("days")).items():
            yield figures.happened(rule, key, one, as_of)

    def _accounts(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, accounts in self._reader.new_accounts(as_of, rule.days("days")).items():
            for one in accounts:
                yield figures.changed_account(rule, key, one, as_of)

    def _statements(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        known = self._reader.statements(as_of)
        owed = self._reader.owed(as_of) if known else {}
        for key, period_end in known.items():
            if key in owed:
                yield figures.stale_statement(rule, key, period_end, owed[key], as_of)

    def _events(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, events in self._reader.events(as_of, rule.days("days")).items():
            for one in events:
                yield figures.external_event(rule, key, one, as_of)

    def _grades(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, one in self._reader.grade_moves(as_of).items():
            yield figures.grade_drop(rule, key, one, as_of)

    def _concentration(self, rule: AlertRule, as_of: date) -> Iterator[Warned | None]:
        for key, one in self._reader.owed(as_of).items():
            yield figures.concentration(rule, key, one, as_of)
