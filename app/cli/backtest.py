"""The back-test on the command line: tables for people, JSON for programs."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.printing import aligned, major, put_json, say_out
from app.domain.money import exponent
from app.words import say
from app.words.formats import DASH, amount, day_in_column

if TYPE_CHECKING:
    from app.domain.backtest import GradeRate, Measure
    from app.services.backtest import Backtest
    from app.services.session import CompanySession


def tell_backtest(session: CompanySession, call: Namespace) -> None:
    """Judge and print."""
    found = session.backtest.run(call.as_of, months=call.months, late_days=call.late_days)
    if call.json:
        put_json(_as_json(found))
        return
    for line in _as_lines(found, call.lang):
        say_out(line)


def _as_json(found: Backtest) -> dict[str, object]:
    asked, studied = found.question, found.studied
    return {
        "start": asked.start.isoformat(),
        "end": asked.end.isoformat(),
        "late_days": asked.late_days,
        "currency": found.currency,
        "invoices": studied.cases,
        "late": studied.late,
        "late_rate": _plain(studied.rate),
        "still_open_late": studied.open_late,
        "not_decided": studied.undecided,
        "customers": studied.customers,
        "too_few": studied.few,
        "accepted_customers_only": True,
        "measures": {one.predictor.value: _measure(one) for one in studied.measures},
        "grades": [_grade(one, found.currency) for one in studied.grades],
        "ordered": studied.ordered,
        "psi": _plain(found.shift.psi),
        "grades_then": dict(found.shift.before),
        "grades_now": dict(found.shift.after),
        "overrides": {
            "count": found.overrides.count,
            "assessments": found.overrides.assessments,
            "rate": _plain(found.overrides.rate),
            "up": found.overrides.up,
            "down": found.overrides.down,
            "outcomes": dict(found.overrides.outcomes),
            "with_invoices": found.overrides.with_cases,
            "late": found.overrides.late,
        },
        "low_coverage": {"assessments": found.assessments, "below_60_percent": found.low_coverage},
        "forecast": _forecast(found),
        "without_rate": list(found.missing),
    }


def _plain(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _measure(one: Measure) -> dict[str, object]:
    figures = {name: _plain(getattr(one, name)) for name in ("auc", "low", "high", "ks", "brier", "base")}
    return {"invoices": one.known, "late": one.late, "too_few": one.few, **figures}


def _grade(one: GradeRate, currency: str) -> dict[str, object]:
    return {
        "grade": one.grade,
        "invoices": one.cases,
        "late": one.late,
        "late_rate": _plain(one.rate),
        "amount": major(one.amount, currency),
        "late_amount": major(one.late_amount, currency),
        "mean_days_late": _plain(one.days),
        "customers": one.customers,
        "too_few": one.few,
    }


def _forecast(found: Backtest) -> dict[str, object] | None:
    told = found.forecast
    if told is None:
        return None
    wape = told.total.wape
    return {
        "month_ends": len(told.origins),
        "too_few": told.few,
        "wape": None if wape is None else f"{wape:.4f}",
        "invoices": told.days.n,
        "median_days": None if told.days.median is None else f"{told.days.median:f}",
        "median_days_by_due_date": None if told.days.due is None else f"{told.days.due:f}",
        "inside_range": told.days.inside,
    }


def _as_lines(found: Backtest, lang: str) -> list[str]:
    studied, asked = found.studied, found.question
    head = say(
        "cli.backtest.title",
        lang,
        start=day_in_column(asked.start, lang),
        end=day_in_column(asked.end, lang),
        n=studied.cases,
        late=studied.late,
        rate=_share(studied.rate),
        undecided=studied.undecided,
    )
    if not studied.cases:
        return [head, say("backtest.no_cases", lang)]
    rows = [
        [say(f"backtest_column.{name}", lang) for name in ("predictor", "known", "auc", "interval", "ks")]
    ]
    rows += [_measure_row(one, lang) for one in studied.measures]
    lines = [head, "", *aligned(rows, (False, True, True, True, True)), ""]
    titles = ("grade", "cases", "late", "rate", "amount", "days")
    table = [[say(f"backtest_column.{name}", lang) for name in titles]]
    table += [_grade_row(one, found.currency, lang) for one in studied.grades]
    lines += [*aligned(table, (False, True, True, True, True, True)), ""]
    if studied.ordered is not None:
        lines.append(say("backtest.ordered" if studied.ordered else "backtest.not_ordered", lang))
    lines += [*_further(found, lang), *([say("backtest.few", lang)] if studied.few else [])]
    return [*lines, say("backtest.accepted_only", lang)]


def _further(found: Backtest, lang: str) -> list[str]:
    """Shift, overrides, coverage, forecast: a line each."""
    psi, overrides = found.shift.psi, found.overrides
    shown = DASH if psi is None else f"{psi:.3f}"
    lines = [
        say("cli.backtest.shift", lang, psi=shown, verdict=(f"backtest_shift.{found.shift.verdict}", {}))
    ]
    if overrides.count:
        lines.append(
            say(
                "cli.backtest.overrides",
                lang,
                n=overrides.count,
                rate=_share(overrides.rate),
                up=overrides.up,
                down=overrides.down,
                cases=overrides.with_cases,
                late=overrides.late,
            )
        )
    if found.assessments:
        lines.append(say("cli.backtest.coverage", lang, n=found.assessments, low=found.low_coverage))
    if found.forecast is not None and found.forecast.origins:
        wape = found.forecast.total.wape
        told = DASH if wape is None else _share(float(wape))
        lines.append(say("cli.backtest.forecast", lang, n=len(found.forecast.origins), wape=told))
    return lines


def _measure_row(one: Measure, lang: str) -> list[str]:
    name = say(f"backtest_predictor.{one.predictor}", lang)
    if one.auc is None or one.low is None or one.high is None or one.ks is None:
        why = "backtest.not_known" if not one.known else "backtest.one_kind"
        return [name, str(one.known), DASH, say(why, lang), DASH]
    return [name, str(one.known), f"{one.auc:.3f}", f"{one.low:.3f}–{one.high:.3f}", f"{one.ks:.3f}"]


def _grade_row(one: GradeRate, currency: str, lang: str) -> list[str]:
    grade = one.grade or say("backtest.no_grade", lang)
    days = DASH if one.days is None else f"{one.days:.1f}"
    money = amount(one.amount, exponent(currency))
    return [grade, str(one.cases), str(one.late), _share(one.rate), money, days]


def _share(value: float | None) -> str:
    return DASH if value is None else f"{value * 100:.1f}%"
