"""Stress tests on the command line: every scenario, some together, and what breaks us."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.days import known_day
from app.cli.given_file import text_of
from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_out
from app.domain.money import exponent
from app.domain.stress_scenario import StressScenario, name_params, parse, to_json, together
from app.words import say
from app.words.formats import amount, day_in_column

if TYPE_CHECKING:
    from app.domain.stress_scenario import Breaking
    from app.services.session import CompanySession
    from app.services.stress_views import StressGround, StressOutcome

FIGURES = ("loss", "indemnity", "net", "missing", "delayed", "provision", "uncovered", "cash", "equity")
_SHOWN = ("loss", "indemnity", "net", "delayed", "provision", "uncovered", "cash", "equity")
_BREAKING = ("failures", "weakest", "dso_days", "loss_percent", "late_days")


def tell_stress(session: CompanySession, call: Namespace) -> None:
    """Try the scenarios asked for, all of them without one."""
    service = session.stress
    wanted = _wanted(session, call.scenario or [])
    ground = service.ground(known_day(session, call.as_of))
    found = service.outcomes(ground) if wanted is None else [service.outcome(wanted, ground)]
    breaking = service.breaking(ground)
    if call.json:
        put_json(_as_json(found, breaking, ground))
        return
    for line in _as_lines(found, breaking, ground, call.lang):
        say_out(line)


def _wanted(session: CompanySession, names: list[str]) -> StressScenario | None:
    if not names:
        return None
    found = [
        _read(Path(name)) if name.casefold().endswith(".json") else session.stress.scenario(name)[1]
        for name in names
    ]
    return found[0] if len(found) == 1 else together(found, " + ".join(one.code or one.name for one in found))


def _read(path: Path) -> StressScenario:
    try:
        return parse(text_of(path))
    except UnicodeDecodeError as error:
        raise CallError("stress.no_json") from error


def _as_json(found: list[StressOutcome], breaking: Breaking, ground: StressGround) -> dict[str, object]:
    currency, bearing = ground.currency, ground.bearing
    return {
        "as_of": ground.as_of.isoformat(),
        "currency": currency,
        "receivables": major(ground.open, currency),
        "cash": _perhaps(bearing.cash, currency),
        "cash_from": bearing.cash_from,
        "equity": _perhaps(bearing.equity, currency),
        "equity_from": bearing.equity_from,
        "horizon_days": ground.base.horizon,
        "without_rate": list(ground.missing),
        "scenarios": [
            {
                "scenario": one.scenario.code or one.scenario.name,
                **to_json(one.scenario),
                "customers": list(one.result.struck),
                **{name: _perhaps(getattr(one.result, name), currency) for name in FIGURES},
                "breaks": one.result.breaks,
            }
            for one in found
        ],
        "reverse": {
            "known": breaking.known,
            "already_below_zero": list(breaking.already),
            "failures": None if breaking.failures is None else list(breaking.failures),
            "weakest": None if breaking.weakest is None else list(breaking.weakest),
            "dso_days": breaking.dso_days,
            "loss_percent": breaking.loss_percent,
            "late_days": breaking.late_days,
        },
    }


def _perhaps(minor: int | None, currency: str) -> str | None:
    return None if minor is None else major(minor, currency)


def _as_lines(found: list[StressOutcome], breaking: Breaking, ground: StressGround, lang: str) -> list[str]:
    places = exponent(ground.currency)

    def told(minor: int | None) -> str:
        return "–" if minor is None else amount(minor, places)

    day = day_in_column(ground.as_of, lang)
    head = say("cli.stress.title", lang, day=day, currency=ground.currency, open=told(ground.open))
    bearing = ground.bearing
    stands = say(
        "cli.stress.bearing",
        lang,
        cash=told(bearing.cash),
        cash_from=(f"stress_from.{bearing.cash_from}", {}),
        equity=told(bearing.equity),
        equity_from=(f"stress_from.{bearing.equity_from}", {}),
    )
    rows = [[say(f"stress_column.{name}", lang) for name in ("scenario", *_SHOWN)]]
    rows += [
        [called(one.scenario, lang), *(told(getattr(one.result, name)) for name in _SHOWN)] for one in found
    ]
    lines = [head, stands, "", *aligned(rows, (False, *(True for _ in _SHOWN)))]
    lines += ["", say("cli.stress.reverse", lang), *reversed_lines(breaking, lang)]
    if ground.missing:
        lines += ["", say("cli.cover.missing", lang, currencies=", ".join(ground.missing))]
    return lines


def called(scenario: StressScenario, lang: str) -> str:
    """A scenario's name."""
    if scenario.code:
        return say(f"stress_scenario.{scenario.code}", lang, **name_params(scenario))
    return scenario.name or "–"


def reversed_lines(breaking: Breaking, lang: str) -> list[str]:
    """What breaks us, a sentence each."""
    if not breaking.known:
        return [say("stress_reverse.unknown", lang)]
    lines = [f"  {say(f'stress_reverse.already_{name}', lang)}" for name in breaking.already]
    for name in _BREAKING:
        value = getattr(breaking, name)
        if value is not None:
            number = len(value) if isinstance(value, tuple) else value
            lines.append(f"  {say(f'stress_reverse.{name}', lang, n=number)}")
    if breaking.nothing:
        lines.append(f"  {say(f'stress_reverse.{breaking.nothing}', lang)}")
    return lines
