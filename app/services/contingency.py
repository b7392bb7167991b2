"""Contingency plans (应急预案): per risk level, gone through as drills or because of a real alert."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.domain.alert_rules import RuleCode
from app.domain.contingency import (
    PlanContact,
    PlanStep,
    PlanText,
    Tick,
    checklist,
    level_of,
    opens,
    parse,
    parse_ticks,
    require_sound,
    ticked,
    ticks_to_text,
    to_text,
)
from app.domain.credit_record import Alert
from app.domain.customer import Customer
from app.domain.measure_record import ContingencyPlan, PlanRun
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from datetime import date

    from app.domain.alert_rules import Severity
    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.services.ports import Store

DRILL, REAL = "drill", "real"
KINDS = (DRILL, REAL)
DRILL_EVERY = 365
"""A plan that nobody went through for so many days is due for a drill."""


@dataclass(frozen=True, slots=True)
class ContingencyDesk:
    """The company file, the shipped plans, and how much the rules of alerts weigh."""

    store: Store
    clock: Clock
    shipped: Callable[[], Sequence[Mapping[str, Any]]]
    severities: Callable[[], Mapping[RuleCode, Severity]]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what it says, and when it was last gone through (None: never)."""

    plan: ContingencyPlan
    text: PlanText
    last: date | None = None
    drill_due: date | None = None


@dataclass(frozen=True, slots=True)
class RunView:
    """A run of a plan: its checklist, and what it is about."""

    run: PlanRun
    plan: str
    level: int
    ticks: tuple[Tick, ...]
    contacts: tuple[PlanContact, ...]
    customer: str = ""
    customer_en: str = ""

    @property
    def done(self) -> int:
        """Steps done."""
        return sum(one.done for one in self.ticks)

    @property
    def open(self) -> bool:
        """Whether it is still going on."""
        return self.run.ended is None

    def late(self, today: date) -> int:
        """Steps that should be done by now."""
        if not self.open:
            return 0
        return sum(not one.done and self.run.start + timedelta(one.step.days) < today for one in self.ticks)


class ContingencyService:
    """Keeps plans and their runs."""

    def __init__(self, desk: ContingencyDesk) -> None:
        self._desk = desk

    # -- plans ----------------------------------------------------------------------------------

    def plans(self) -> list[PlanView]:
        """All plans, the lowest level first."""
        last: dict[int, date] = {}
        for one in self._desk.store.find(PlanRun):
            day = one.ended or one.start
            last[one.plan_id] = max(last.get(one.plan_id, day), day)
        found = []
        for plan in self._desk.store.find(ContingencyPlan):
            then = last.get(plan.id)
            due = None if then is None else then + timedelta(DRILL_EVERY)
            found.append(PlanView(plan, parse(plan.content), then, due))
        return sorted(found, key=lambda one: (one.plan.level, one.plan.name))

    def plan(self, plan_id: int) -> PlanView:
        """One plan (``DomainError`` where it is gone)."""
        for one in self.plans():
            if one.plan.id == plan_id:
                return one
        raise DomainError("contingency.gone")

    def shipped(self, lang: str) -> list[tuple[int, str, PlanText]]:
        """The plans to begin with: level, name and text in a language."""
        found = []
        for told in self._desk.shipped():
            words = told[lang]
            steps = tuple(PlanStep(step["text"], step["who"], int(step["days"])) for step in words["steps"])
            rules = tuple(RuleCode(code) for code in told["rules"])
            contacts = tuple(PlanContact("", role) for role in words["contacts"])
            found.append(
                (
                    int(told["level"]),
                    str(words["name"]),
                    PlanText(rules, tuple(words["triggers"]), steps, contacts),
                )
            )
        return found

    def take_shipped(self, lang: str) -> ChangeSet:
        """Begin with the shipped plans, in a language; levels that have a plan are left alone."""
        there = {one.plan.level for one in self.plans()}
        made = [
            ContingencyPlan(level, name, to_text(text))
            for level, name, text in self.shipped(lang)
            if level not in there
        ]
        if not made:
            raise DomainError("contingency.all_there")
        with self._desk.store.write() as unit:
            unit.add_all(made)
            return unit.commit("contingency.begun", n=len(made))

    def save(self, plan: ContingencyPlan, text: PlanText) -> ChangeSet:
        """Keep a plan, new (id 0) or changed; runs that go on keep their checklist."""
        tidy = PlanText(
            tuple(dict.fromkeys(text.rules)),
            tuple(one.strip() for one in text.triggers if one.strip()),
            tuple(replace(one, text=one.text.strip(), who=one.who.strip()) for one in text.steps),
            tuple(one for one in text.contacts if any((one.name, one.role, one.phone, one.email))),
        )
        require_sound(plan.name, plan.level, tidy)
        made = replace(plan, name=plan.name.strip(), content=to_text(tidy))
        with self._desk.store.write() as unit:
            if plan.id:
                unit.replace(made)
            else:
                unit.add(made)
            return unit.commit("contingency.saved", name=made.name)

    def remove(self, plan_id: int) -> ChangeSet:
        """Throw a plan away; one that was gone through stays for its record and is only put out of use."""
        with self._desk.store.write() as unit:
            plan = unit.get(ContingencyPlan, plan_id)
            if unit.find(PlanRun, plan_id=plan_id):
                unit.replace(replace(plan, active=False))
            else:
                unit.remove(ContingencyPlan, [plan_id])
            return unit.commit("contingency.removed", name=plan.name)

    # -- runs -----------------------------------------------------------------------------------

    def runs(self, plan_id: int | None = None) -> list[RunView]:
        """Drills and real runs, the newest first."""
        plans = {one.id: one for one in self._desk.store.find(ContingencyPlan)}
        gone = self._desk.store.find(PlanRun)
        names = (
            {one.id: one for one in self._desk.store.find(Customer)}
            if any(run.customer_id for run in gone)
            else {}
        )
        found = []
        for run in gone:
            plan = plans.get(run.plan_id)
            if plan is None or (plan_id is not None and run.plan_id != plan_id):
                continue
            who = names.get(run.customer_id or 0)
            found.append(
                RunView(
                    run,
                    plan.name,
                    plan.level,
                    parse_ticks(run.steps),
                    parse(plan.content).contacts,
                    who.name if who else "",
                    who.name_en if who else "",
                )
            )
        return sorted(found, key=lambda one: (one.run.start, one.run.id), reverse=True)

    def run(self, run_id: int) -> RunView:
        """One run (``DomainError`` where it is gone)."""
        for one in self.runs():
            if one.run.id == run_id:
                return one
        raise DomainError("contingency.gone")

    def plan_for(self, alert: Alert) -> PlanView | None:
        """The plan an alert opens: one that names its rule, else one of the level of its weight."""
        live = [one for one in self.plans() if one.plan.active]
        try:
            rule = RuleCode(alert.rule)
        except ValueError:  # a rule of a later version
            return None
        named = [one for one in live if opens(one.text, rule)]
        if named:
            return named[-1]
        weight = self._desk.severities().get(rule)
        level = level_of(weight) if weight is not None else 1
        return next((one for one in live if one.plan.level == level), None)

    def open_for(self, alert_id: int, by: str = "") -> tuple[int, ChangeSet | None]:
        """The run an alert opened, begun now if it has none (no change otherwise)."""
        found = self._desk.store.find(PlanRun, alert_id=alert_id)
        if found:
            return found[0].id, None
        alerts = [one for one in self._desk.store.find(Alert) if one.id == alert_id]
        if not alerts:
            raise DomainError("contingency.no_alert")
        view = self.plan_for(alerts[0])
        if view is None:
            raise DomainError("contingency.no_plan")
        return self._begin(view, REAL, by, alert_id, alerts[0].customer_id)

    def start(
        self, plan_id: int, kind: str, by: str = "", customer_id: int | None = None
    ) -> tuple[int, ChangeSet]:
        """Begin a drill or a real run: its id and the change."""
        if kind not in KINDS:
            raise DomainError("contingency.kind")
        return self._begin(self.plan(plan_id), kind, by, None, customer_id)

    def _begin(
        self, view: PlanView, kind: str, by: str, alert_id: int | None, customer_id: int | None
    ) -> tuple[int, ChangeSet]:
        made = PlanRun(
            view.plan.id,
            kind,
            self._desk.clock.today(),
            ticks_to_text(checklist(view.text)),
            alert_id=alert_id,
            customer_id=customer_id,
            by=by.strip(),
        )
        with self._desk.store.write() as unit:
            run_id = unit.add(made)
            return run_id, unit.commit(f"contingency.{kind}_begun", name=view.plan.name)

    def tick(self, run_id: int, place: int, *, done: bool, by: str = "") -> ChangeSet:
        """Mark a step done or not done; an ended run stays as it is (``DomainError``)."""
        with self._desk.store.write() as unit:
            run = unit.get(PlanRun, run_id)
            if run.ended is not None:
                raise DomainError("contingency.ended")
            today = self._desk.clock.today()
            ticks = ticked(parse_ticks(run.steps), place, done=done, by=by.strip(), on=today)
            unit.replace(replace(run, steps=ticks_to_text(ticks)))
            verb = "contingency.ticked" if done else "contingency.unticked"
            return unit.commit(verb, text=ticks[place].step.text)

    def end(self, run_id: int, outcome: str, note: str = "") -> ChangeSet:
        """End a run with what came of it, in words."""
        if not outcome.strip():
            raise DomainError("contingency.outcome")
        with self._desk.store.write() as unit:
            run = unit.get(PlanRun, run_id)
            if run.ended is not None:
                raise DomainError("contingency.ended")
            made = replace(run, ended=self._desk.clock.today(), outcome=outcome.strip(), note=note.strip())
            unit.replace(made)
            name = unit.get(ContingencyPlan, run.plan_id).name
            return unit.commit("contingency.run_ended", name=name)

    def remove_run(self, run_id: int) -> ChangeSet:
        """Throw a drill's record away; a real run stays (``DomainError``)."""
        with self._desk.store.write() as unit:
            run = unit.get(PlanRun, run_id)
            if run.kind == REAL:
                raise DomainError("contingency.real_stays")
            unit.remove(PlanRun, [run_id])
            return unit.commit("contingency.run_removed", name=unit.get(ContingencyPlan, run.plan_id).name)
