"""Facts of a reminder run by hand, for tests of its rules."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from app import resources
from app.domain.calendar import WeekendsOnly
from app.domain.dunning import DunningPolicy, DunningStep, Trigger
from app.domain.dunning_rules import Run, plan_run
from app.domain.dunning_run import Debtor, DuePart, RunFacts
from app.domain.dunning_text import parse_shipped

ORACLES: dict[str, Any] = {
    one["id"]: one
    for one in json.loads(Path(__file__).parents[1].joinpath("oracles", "dunning.json").read_text("utf-8"))[
        "oracles"
    ]
}
SHIPPED = {
    policy.code: policy for policy in parse_shipped(resources.path("policies.json").read_text("utf-8"))
}
DUE = date(2025, 6, 1)


def step(level: int, days: int, trigger: Trigger = Trigger.DUE, **fields: Any) -> DunningStep:
    return DunningStep(level, trigger, days, "reminder", **fields)


def ladder(*steps: DunningStep, gap: int = 0, code: str = "test") -> DunningPolicy:
    return DunningPolicy(code, {"en": code}, steps, gap)


def by_days(*days: int, gap: int = 0) -> DunningPolicy:
    """A ladder of so many days after the due date."""
    return ladder(*(step(n, each) for n, each in enumerate(days, 1)), gap=gap)


def part(number: int = 1, open_: int = 10_000, due: date = DUE, **fields: Any) -> DuePart:
    given: dict[str, Any] = {
        "customer_id": 1,
        "currency": "CNY",
        "document_id": number,
        "instalment_id": None,
        "number": f"F{number}",
        "doc_date": due,
        "due_date": due,
        "open": open_,
    }
    return DuePart(**(given | fields))


def facts(as_of: date, parts: list[DuePart], policy: DunningPolicy | None = None, **fields: Any) -> RunFacts:
    chosen = policy or SHIPPED["china"]
    debtors = {one.customer_id: Debtor(one.customer_id, f"客户{one.customer_id}") for one in parts}
    made = RunFacts(as_of, "CNY", "CN", chosen.code, tuple(parts), debtors, {**SHIPPED, chosen.code: chosen})
    return replace(made, **fields)


def run(as_of: date, parts: list[DuePart], policy: DunningPolicy | None = None, **fields: Any) -> Run:
    return plan_run(facts(as_of, parts, policy, **fields), WeekendsOnly())


def levels(found: Run) -> dict[str, int]:
    """The level of each invoice that is written about."""
    return {line.number: line.level for letter in found.letters for line in letter.lines}


def reasons(found: Run) -> list[str]:
    """Why the rest is not."""
    return [item.reason.code for item in found.skipped]
