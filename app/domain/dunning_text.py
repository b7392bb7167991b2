"""Reminder policies as JSON: read with a sentence for everything that is wrong, written the same way back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from app.domain.dunning import DunningPolicy, DunningStep, HandOver, Tone, Treatment, Trigger
from app.domain.letter import Channel
from app.domain.money import CURRENCIES
from app.domain.problem import DomainError, Problem

MAX_STEPS = 12
LONGEST_DAYS = 3650
_TEXTS = ("template", "minimum_currency", "fee_currency", "hand_over")
_NUMBERS = ("level", "days", "minimum", "fee", "pay_by_days")
_FLAGS = ("stop_shipment", "write_off")
_CHOICES: Mapping[str, type[StrEnum]] = {
    "trigger": Trigger,
    "channel": Channel,
    "tone": Tone,
    "treatment": Treatment,
}


def format_steps(policy: DunningPolicy) -> str:
    """The ladder as one JSON text, as ``StoredPolicy.steps`` keeps it."""
    steps = [_step_as_json(step) for step in policy.steps]
    return json.dumps({"gap_days": policy.gap_days, "steps": steps}, ensure_ascii=False, sort_keys=True)


def _step_as_json(step: DunningStep) -> dict[str, object]:
    names = (*_NUMBERS, *_CHOICES, *_TEXTS, *_FLAGS)
    return {name: getattr(step, name) for name in names} | {"name": dict(step.name)}


def parse_steps(text: str, code: str) -> tuple[tuple[DunningStep, ...], int]:
    """Ladder and gap from ``format_steps``; ``DomainError("dunning.policy_unreadable")``."""
    try:
        found = json.loads(text)
        return tuple(map(_step, found["steps"])), int(found.get("gap_days", 0))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DomainError("dunning.policy_unreadable", policy=code) from error


def parse_shipped(text: str) -> tuple[DunningPolicy, ...]:
    """The policies of the resource file."""
    return tuple(
        DunningPolicy(
            entry["code"],
            entry["name"],
            tuple(map(_step, entry["steps"])),
            entry["gap_days"],
            entry["note"],
            shipped=True,
        )
        for entry in json.loads(text)["policies"]
    )


def _step(found: Mapping[str, Any]) -> DunningStep:
    given: dict[str, Any] = {name: kind(found[name]) for name, kind in _CHOICES.items() if name in found}
    given |= {name: int(found[name]) for name in _NUMBERS if name in found}
    given |= {name: str(found[name]) for name in _TEXTS if name in found}
    given |= {name: bool(found[name]) for name in _FLAGS if name in found}
    return DunningStep(name={str(k): str(v) for k, v in found.get("name", {}).items()}, **given)


def numbered(steps: Sequence[DunningStep]) -> tuple[DunningStep, ...]:
    """The steps in this order and numbered from level 1."""
    return tuple(replace(step, level=n) for n, step in enumerate(steps, 1))


def check_policy(policy: DunningPolicy) -> list[Problem]:
    """Everything wrong with a policy, each with the step it is at (``step``, from 1)."""
    return [*_of_whole(policy), *(problem for step in policy.steps for problem in _of_step(step)),
            *_of_order(policy)]  # fmt: skip


def require_sound(policy: DunningPolicy) -> None:
    """Raise the first problem as ``DomainError``."""
    for problem in check_policy(policy):
        raise DomainError(problem.code, **problem.params)


def _of_whole(policy: DunningPolicy) -> Iterator[Problem]:
    if not policy.code.strip():
        yield Problem("dunning.code_missing")
    if not any(text.strip() for text in policy.name.values()):
        yield Problem("dunning.name_missing")
    if len(policy.steps) > MAX_STEPS:
        yield Problem("dunning.too_many_steps", {"n": len(policy.steps), "most": MAX_STEPS})
    if not 0 <= policy.gap_days <= LONGEST_DAYS:
        yield Problem("dunning.bad_gap", {"days": policy.gap_days, "most": LONGEST_DAYS})


def _of_step(step: DunningStep) -> Iterator[Problem]:
    at = {"step": step.level}
    if not 0 <= step.days <= LONGEST_DAYS:
        yield Problem("dunning.bad_days", {**at, "days": step.days, "most": LONGEST_DAYS})
    if not step.template.strip():
        yield Problem("dunning.template_missing", at)
    for amount, currency in ((step.minimum, step.minimum_currency), (step.fee, step.fee_currency)):
        if amount < 0:
            yield Problem("dunning.negative_amount", at)
        if currency and currency not in CURRENCIES:
            yield Problem("dunning.bad_currency", {**at, "currency": currency})
    if step.hand_over and step.hand_over not in set(HandOver):
        yield Problem("dunning.bad_hand_over", {**at, "value": step.hand_over})
    if not 0 <= step.pay_by_days <= LONGEST_DAYS:
        yield Problem("dunning.bad_pay_by", {**at, "days": step.pay_by_days})


def _of_order(policy: DunningPolicy) -> Iterator[Problem]:
    """DN22: nothing is before the first step; levels ascend; days of one trigger ascend with them."""
    last: dict[Trigger, int] = {}
    level, due_seen = 0, False
    for step in policy.steps:
        if step.level <= level:
            yield Problem("dunning.levels_unordered", {"step": step.level, "before": level})
        if not level and step.trigger is Trigger.PREVIOUS:
            yield Problem("dunning.first_after_previous", {"step": step.level})
        if step.trigger is Trigger.BEFORE_DUE:
            if due_seen:
                yield Problem("dunning.before_due_late", {"step": step.level})
            signed = -step.days
        else:
            due_seen, signed = True, step.days
        if step.trigger is not Trigger.PREVIOUS and signed <= last.get(step.trigger, -LONGEST_DAYS - 1):
            yield Problem("dunning.days_unordered", {"step": step.level, "days": step.days})
        last[step.trigger] = signed
        level = step.level
