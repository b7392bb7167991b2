"""Contingency plans (应急预案): what sets one off, its steps with who does them, whom to call; and as JSON.

A plan belongs to a risk level: 1 watch (关注), 2 serious (严重), 3 crisis (危机). A run of it is a checklist.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.domain.alert_rules import RuleCode, Severity
from app.domain.problem import DomainError

LEVELS = (1, 2, 3)
_LEAST = {1: Severity.LOW, 2: Severity.MEDIUM, 3: Severity.HIGH}
_WEIGHT = {Severity.LOW: 1, Severity.MEDIUM: 2, Severity.HIGH: 3}
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step: what is done, who does it, within how many days of the start (0: at once)."""

    text: str
    who: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class PlanContact:
    """Somebody to call: name, what for, and how."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class PlanText:
    """What a plan says: ``rules`` are the alerts that open it, ``triggers`` what else does, in words."""

    rules: tuple[RuleCode, ...] = ()
    triggers: tuple[str, ...] = ()
    steps: tuple[PlanStep, ...] = ()
    contacts: tuple[PlanContact, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """One step of a run: whether it is done, by whom and on which day."""

    step: PlanStep
    done: bool = False
    by: str = ""
    on: date | None = None
    note: str = ""


def require_sound(name: str, level: int, plan: PlanText) -> None:
    """A plan has a name, a level, and at least one step (``DomainError``)."""
    if not name.strip():
        raise DomainError("contingency.name")
    if level not in LEVELS:
        raise DomainError("contingency.level")
    if not plan.steps:
        raise DomainError("contingency.no_steps")
    if any(not step.text.strip() for step in plan.steps):
        raise DomainError("contingency.empty_step")
    if any(step.days < 0 for step in plan.steps):
        raise DomainError("contingency.days")
    texts = [*plan.triggers, *(step.text for step in plan.steps), *(step.who for step in plan.steps)]
    if any(len(text) > _LONGEST for text in [name, *texts]):
        raise DomainError("contingency.too_long", most=_LONGEST)


def opens(plan: PlanText, rule: RuleCode) -> bool:
    """Whether an alert of a rule opens the plan."""
    return rule in plan.rules


def level_of(severity: Severity) -> int:
    """The level an alert's weight stands for: the heavier, the higher."""
    return max(level for level in LEVELS if _WEIGHT[_LEAST[level]] <= _WEIGHT[severity])


def checklist(plan: PlanText) -> tuple[Tick, ...]:
    """The steps, none done."""
    return tuple(Tick(step) for step in plan.steps)


def ticked(ticks: Sequence[Tick], place: int, *, done: bool, by: str, on: date) -> tuple[Tick, ...]:
    """The checklist with one step done or not done (``DomainError`` where there is no such step)."""
    if not 0 <= place < len(ticks):
        raise DomainError("contingency.no_step")
    made = replace(ticks[place], done=done, by=by if done else "", on=on if done else None)
    return (*ticks[:place], made, *ticks[place + 1 :])


# -- JSON -------------------------------------------------------------------------------------------


def to_text(plan: PlanText) -> str:
    """The plan as JSON; ``parse`` reads it back the same."""
    return json.dumps(
        {
            "rules": [rule.value for rule in plan.rules],
            "triggers": list(plan.triggers),
            "steps": [{"text": one.text, "who": one.who, "days": one.days} for one in plan.steps],
            "contacts": [
                {"name": one.name, "role": one.role, "phone": one.phone, "email": one.email}
                for one in plan.contacts
            ],
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def parse(text: str) -> PlanText:
    """The plan a JSON text holds; what cannot be read is left out."""
    told = _object(text)
    known = {rule.value for rule in RuleCode}
    return PlanText(
        tuple(RuleCode(one) for one in _list(told.get("rules")) if isinstance(one, str) and one in known),
        tuple(str(one) for one in _list(told.get("triggers"))),
        tuple(step_of(one) for one in _list(told.get("steps")) if isinstance(one, Mapping)),
        tuple(
            PlanContact(*(str(one.get(name, "")) for name in ("name", "role", "phone", "email")))
            for one in _list(told.get("contacts"))
            if isinstance(one, Mapping)
        ),
    )


def ticks_to_text(ticks: Sequence[Tick]) -> str:
    """A checklist as JSON."""
    return json.dumps(
        [
            {
                "text": one.step.text,
                "who": one.step.who,
                "days": one.step.days,
                "done": one.done,
                "by": one.by,
                "on": one.on.isoformat() if one.on else None,
                "note": one.note,
            }
            for one in ticks
        ],
        ensure_ascii=False,
    )


def parse_ticks(text: str) -> tuple[Tick, ...]:
    """The checklist a JSON text holds."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(
        Tick(
            step_of(one),
            bool(one.get("done")),
            str(one.get("by") or ""),
            _day(one.get("on")),
            str(one.get("note") or ""),
        )
        for one in _list(told)
        if isinstance(one, Mapping)
    )


def step_of(told: Mapping[str, Any]) -> PlanStep:
    """A step as JSON holds it."""
    days = told.get("days", 0)
    return PlanStep(str(told.get("text", "")), str(told.get("who", "")), days if isinstance(days, int) else 0)


def _object(text: str) -> Mapping[str, Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, Mapping) else {}


def _list(told: object) -> Sequence[Any]:
    return told if isinstance(told, list) else ()


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
