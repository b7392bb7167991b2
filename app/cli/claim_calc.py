"""What a claim comes to, from two JSON files alone: the policy's clauses and the facts of the case."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from app.cli.given_file import text_of
from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_out
from app.domain.claim_case import read_case
from app.domain.claim_reckoning import Reckoned, reckon
from app.domain.indemnity import Step
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount


def calculate(call: Namespace) -> None:
    """Read both files, reckon, print."""
    case = read_case(read_json(call.policy) if call.policy else {}, read_json(call.case))
    found = reckon(case)
    if call.json:
        put_json(_as_json(found, case.currency))
        return
    for line in _as_lines(found, case.currency, call.lang):
        say_out(line)


def read_json(path: Path) -> object:
    """A JSON file, figures exactly as they stand; ``CallError`` where it cannot be read."""
    try:
        return json.loads(text_of(path), parse_float=str)
    except (ValueError, RecursionError) as error:
        raise CallError("cli.bad_json", path=path, detail=str(error)) from error


def _as_json(found: Reckoned, currency: str) -> dict[str, object]:
    """Every figure by its name in major units, the steps, and what of each invoice is covered."""
    told = {name: _plain(value, currency) for name, value in found.figures.items()}
    told["trace"] = [_step(step, currency) for step in found.steps]
    if found.covers:
        told["invoices"] = [
            {
                "number": cover.item.number,
                "open": major(cover.item.open, currency),
                "covered": major(cover.covered, currency),
                "not_covered": {gap.value: major(minor, currency) for gap, minor in cover.gaps},
            }
            for cover in found.covers
        ]
    return {"currency": currency, **told}


def _step(step: Step, currency: str) -> dict[str, object]:
    params = {name: _plain(value, currency) for name, value in step.params.items()}
    return {
        "step": step.code.value,
        "taken": major(step.taken, currency),
        "left": major(step.left, currency),
        **params,
    }


def _plain(value: object, currency: str) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return major(value, currency)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each, currency) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each, currency) for name, each in value.items()}
    return str(value)


def _as_lines(found: Reckoned, currency: str, lang: str) -> list[str]:
    """The steps for people, then every other figure by its name."""
    places = exponent(currency)
    lines = [say("cli.claim_calc.head", lang, currency=currency)]
    if found.steps:
        rows = [
            (say(f"indemnity_step.{step.code}", lang), _less(step.taken, places), amount(step.left, places))
            for step in found.steps
        ]
        lines += [*aligned(rows, (False, True, True)), ""]
    figures = [
        (name, str(plain))
        for name, value in found.figures.items()
        if not isinstance(plain := _plain(value, currency), list | dict)
    ]
    return [*lines, *aligned(figures, (False, True))]


def _less(minor: int, places: int) -> str:
    return f"−{amount(minor, places)}" if minor else ""
