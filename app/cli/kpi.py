"""The key figures of a period: lines for people, or everything behind them for programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.cli.kpi_rows import tell_rows
from app.cli.parser import CallError
from app.cli.printing import aligned, put_json, say_out
from app.domain.kpi_period import PeriodKind, named_period, period_of, span
from app.domain.problem import DomainError
from app.words import say
from app.words.formats import day_in_column
from app.words.kpi_text import bound_text, note_text, period_text, value_text

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.kpi_period import Period
    from app.services.health_views import Health, HealthFigure
    from app.services.session import CompanySession


def tell_kpis(session: CompanySession, call: Namespace) -> None:
    """Work the figures of a period out; the last whole quarter unless one is named."""
    period = _period(session, call)
    if call.rows:
        tell_rows(session, call, session.health.rows(call.rows, period))
        return
    health = session.health.figures(period)
    if call.lang != "zh":
        health = replace(health, figures=tuple(_in_english(session, health, one) for one in health.figures))
    if call.json:
        put_json(_as_json(health, call.lang))
        return
    for line in _as_lines(health, call.lang):
        say_out(line)


def _in_english(session: CompanySession, health: Health, one: HealthFigure) -> HealthFigure:
    """A figure whose note calls customers by their English names where they have one."""
    told = one.note_params.get("customers")
    if not isinstance(told, Sequence):
        return one
    rows = session.health.rows(one.key, health.period).rows[: len(told)]
    called = session.policies.called({row.customer_id for row in rows})
    names = [called.get(row.customer_id, ("", ""))[1] or row.customer for row in rows]
    return replace(one, note_params={**one.note_params, "customers": names})


def _period(session: CompanySession, call: Namespace) -> Period:
    if sum(bool(one) for one in (call.quarter, call.as_of, call.since or call.to)) > 1:
        raise CallError("cli.kpi.one_period")
    try:
        if call.quarter:
            return named_period(call.quarter)
        if call.as_of:
            return span(period_of(call.as_of, PeriodKind.QUARTER).start, call.as_of)
        if call.since or call.to:
            if not (call.since and call.to):
                raise CallError("cli.kpi.both_days")
            return span(call.since, call.to)
    except DomainError as error:
        raise CallError(error.code, **error.params) from error
    return session.health.last_quarter()


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _as_json(health: Health, lang: str) -> dict[str, object]:
    return {
        "period": health.period.name,
        "start": health.period.start.isoformat(),
        "end": health.period.end.isoformat(),
        "as_of": health.as_of.isoformat(),
        "unfinished": health.unfinished,
        "currency": health.base,
        "without_rate": list(health.missing_rates),
        "figures": [_figure(one, lang) for one in health.figures],
    }


def _figure(one: HealthFigure, lang: str) -> dict[str, object]:
    benchmark = one.benchmark
    return {
        "key": one.key,
        "name": say(f"kpi.{one.key}", lang),
        "unit": one.unit,
        "value": _plain(one.value),
        "text": value_text(one.value, one.unit, lang),
        "why": say(one.why, lang, **one.why_params) if one.why else "",
        "formula": say(f"formula.{one.formula}", lang),
        "operands": {each.name: _plain(each.value) for each in one.operands},
        "target": None
        if one.target is None
        else {"value": _plain(one.target.value), "bound": one.bound, "source": one.target.source},
        "benchmark": None
        if benchmark is None
        else {
            "value": _plain(benchmark.value),
            "measures": say(f"benchmark.{benchmark.code or 'typed'}", lang),
            "source": benchmark.source,
            "date": None if benchmark.on is None else benchmark.on.isoformat(),
            "url": benchmark.url,
        },
        "state": one.state,
        "before": _plain(one.before),
        "note": note_text(one.note, one.note_params, one.unit, lang),
        "trend": [{"period": each.period.name, "value": _plain(each.value)} for each in one.trend],
    }


def _as_lines(health: Health, lang: str) -> list[str]:
    period = health.period
    head = say(
        "cli.kpi.title",
        lang,
        period=period_text(period.kind.value, period.name, period.start, period.end, lang),
        as_of=day_in_column(health.as_of, lang),
        currency=health.base,
    )
    titles = ("figure", "value", "before", "target", "benchmark", "state", "note")
    rows = [[say(f"cli.kpi.column.{name}", lang) for name in titles]]
    rows += [_line(one, lang) for one in health.figures]
    lines = [head, "", *aligned(rows, (False, True, True, True, True, False, False))]
    if health.unfinished:
        lines += ["", say("cli.kpi.unfinished", lang)]
    if health.missing_rates:
        lines += ["", say("cli.kpi.without_rate", lang, currencies=", ".join(health.missing_rates))]
    return lines


def _line(one: HealthFigure, lang: str) -> list[str]:
    target, benchmark = one.target, one.benchmark
    said = say(one.why, lang, **one.why_params) if one.why else ""
    # Without a value nothing is said of the target: the note says why there is none.
    known = one.state != "none" or (one.value is not None and target is None)
    state = f"{say(f'kpi_mark.{one.state}', lang)} {say(f'kpi_state.{one.state}', lang)}" if known else "–"
    return [
        say(f"kpi.{one.key}", lang),
        value_text(one.value, one.unit, lang),
        value_text(one.before, one.unit, lang),
        "" if target is None else bound_text(target.value, one.bound, one.unit, lang),
        "" if benchmark is None else value_text(benchmark.value, one.unit, lang),
        state.strip(),
        said or note_text(one.note, one.note_params, one.unit, lang),
    ]
