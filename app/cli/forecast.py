"""The cash forecast of thirteen weeks: for people, for programs, or as a workbook."""

from __future__ import annotations

from argparse import Namespace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.cli.days import known_day
from app.cli.printing import aligned, major, put_json, say_out, say_written
from app.domain.money import exponent
from app.words import say
from app.words.formats import DASH, amount, day_in_column, day_in_sentence, ratio

if TYPE_CHECKING:
    from app.domain.cash_backtest import CashBacktest, HorizonError
    from app.domain.cash_forecast import Gap
    from app.services.cash_views import CashForecast, CashWeek
    from app.services.session import CompanySession

_COLUMNS = ("habit", "announced", "claims", "sales", "incomes", "outflows", "net", "balance")


def tell_forecast(session: CompanySession, call: Namespace) -> None:
    """Work it out, with an overlay beside it where one is named."""
    overlay = session.cash.overlay(call.overlay) if call.overlay else None
    as_of = known_day(session, call.as_of)
    found, *rest = session.cash.forecasts(as_of, (None, overlay) if overlay is not None else (None,))
    compared = rest[0] if rest else None
    judged = session.cash.backtest(as_of) if call.backtest else None
    if call.xlsx is not None:
        session.cash.write_sheet(found, call.xlsx, call.lang, compared=compared, backtest=judged)
        say_written(call.xlsx, call)
        if not call.json:
            return
    if call.json:
        told = forecast_as_json(found)
        if compared is not None:
            told["overlay"] = {"name": call.overlay, **forecast_as_json(compared)}
        if judged is not None:
            told["backtest"] = _backtest_as_json(judged)
        put_json(told)
        return
    for line in _as_lines(found, call.lang):
        say_out(line)
    if compared is not None and overlay is not None:
        name = say(f"overlay.{overlay.code}", call.lang) if overlay.code else overlay.name
        say_out("")
        say_out(say("cli.forecast.overlay", call.lang, name=name))
        for line in _as_lines(compared, call.lang)[1:]:
            say_out(line)
    if judged is not None:
        say_out("")
        for line in _judged_lines(judged, call.lang):
            say_out(line)


def forecast_as_json(found: CashForecast) -> dict[str, object]:
    """Everything for a program: amounts as strings in major units, days as ISO dates."""
    currency = found.currency

    def told(minor: int | None) -> str | None:
        return None if minor is None else major(minor, currency)

    opening = found.opening
    return {
        "as_of": found.as_of.isoformat(),
        "currency": currency,
        "opening": None
        if opening is None
        else {"on": opening.on.isoformat(), "amount": told(opening.amount), "source": opening.source},
        "minimum": told(found.assumptions.minimum),
        "weeks": [
            {
                "start": week.start.isoformat(),
                **{name: told(getattr(week, name)) for name in (*_COLUMNS, "low", "high")},
                "holidays": [[one.on.isoformat(), one.zh, one.en] for one in week.holidays],
            }
            for week in found.weeks
        ],
        "later": told(found.later),
        "left_out": {why: told(minor) for why, minor in found.left_out.items()},
        "on_account": told(found.on_account),
        "receivables": told(found.receivables),
        "gap": _gap_as_json(found.gap, currency),
        "late_gap": _gap_as_json(found.late_gap, currency),
        "sales": None
        if found.sales is None
        else {"monthly": told(found.sales.monthly), "days": found.sales.days},
        "items": [
            {
                "document_id": one.document_id,
                "customer_id": one.customer_id,
                "due": one.due.isoformat(),
                "amount": major(one.amount, one.currency),
                "currency": one.currency,
                "why": one.why,
                "expected": one.on.isoformat() if one.on else None,
                "earliest": one.low.isoformat() if one.low else None,
                "latest": one.high.isoformat() if one.high else None,
            }
            for one in found.items
        ],
        "company_habit_days": found.company_habit,
        "settled_invoices": found.settled,
        "missing_rates": list(found.missing_rates),
    }


def _gap_as_json(gap: Gap | None, currency: str) -> dict[str, object] | None:
    if gap is None:
        return None
    return {
        "on": gap.on.isoformat(),
        "short": major(gap.short, currency),
        "deepest_on": gap.deepest_on.isoformat(),
        "deepest": major(gap.deepest, currency),
        "until": gap.until.isoformat() if gap.until else None,
    }


def _backtest_as_json(found: CashBacktest) -> dict[str, object]:
    def told(one: HorizonError) -> dict[str, object]:
        return {
            "week": one.week,
            "n": one.n,
            "forecast": major(one.said, found.currency),
            "received": major(one.came, found.currency),
            "mae": None if one.mae is None else major(round(one.mae), found.currency),
            "bias": None if one.bias is None else major(round(one.bias), found.currency),
            "wape": None if one.wape is None else f"{one.wape:.4f}",
        }

    days = found.days
    return {
        "currency": found.currency,
        "month_ends": [one.as_of.isoformat() for one in found.origins],
        "few": found.few,
        "weeks": [told(one) for one in found.horizons],
        "all": told(found.total),
        "days": {
            "n": days.n,
            "paid": days.paid,
            "inside": days.inside,
            "median_error": None if days.median is None else str(days.median),
            "median_error_by_due_date": None if days.due is None else str(days.due),
        },
    }


def _as_lines(found: CashForecast, lang: str) -> list[str]:
    places = exponent(found.currency)
    day = day_in_sentence(found.as_of, lang)
    lines = [say("cli.forecast.title", lang, day=day, currency=found.currency), ""]
    rows = [[say("cash_sheet.week", lang), *(say(f"cash.part.{name}", lang) for name in _COLUMNS)]]
    rows += [_week_cells(week, places, lang) for week in found.weeks]
    lines += [*aligned(rows, (False, *(True for _ in _COLUMNS))), ""]
    beyond = [
        (say("cash.part.collections", lang), found.within),
        (say("cash.later", lang, weeks=len(found.weeks)), found.later),
        *((say(f"forecast.left_out.{why}", lang), minor) for why, minor in found.left_out.items()),
        (say("forecast.on_account", lang), found.on_account),
        (say("cash_sheet.receivables", lang), found.receivables),
    ]
    lines += [*aligned([(name, amount(minor, places)) for name, minor in beyond], (False, True)), ""]
    return [*lines, *notes(found, lang)]


def _judged_lines(found: CashBacktest, lang: str) -> list[str]:
    """How far the rule was off on past month ends."""
    title = say("cash_sheet.backtest", lang)
    if not found.origins:
        return [title, say("cash.no_history", lang)]
    places = exponent(found.currency)

    def error(minor: Decimal | None) -> str:
        return DASH if minor is None else amount(round(minor), places)

    names = ("horizon", "cases", "said", "came")
    rows = [
        [*(say(f"cash_sheet.{name}", lang) for name in names), "MAE", say("cash_sheet.bias", lang), "WAPE"]
    ]
    for one in (*found.horizons, found.total):
        week = str(one.week) if one.week else say("cash_sheet.whole", lang)
        share = DASH if one.wape is None else ratio(one.wape)
        sums = (amount(one.said, places), amount(one.came, places), error(one.mae), error(one.bias))
        rows.append([week, str(one.n), *sums, share])
    days = found.days
    lines = [title, *aligned(rows, (False, *(True for _ in rows[0][1:])))]
    if days.n and days.median is not None:
        inside = ratio(Decimal(days.inside) / days.n)
        lines.append(say("cash.days_judged", lang, days=days.median, due=days.due, inside=inside, n=days.n))
    return [*lines, say("cash.few", lang, n=len(found.origins))] if found.few else lines


def _week_cells(week: CashWeek, places: int, lang: str) -> list[str]:
    cells = [day_in_column(week.start, lang)]
    for name in _COLUMNS:
        minor = getattr(week, name)
        cells.append("–" if minor is None else amount(minor, places, zero_dash=True))
    return cells


def notes(found: CashForecast, lang: str) -> list[str]:
    """What has to be said of the balance and what is not in it."""
    places = exponent(found.currency)
    lines = []
    if found.opening is None:
        lines.append(say("cash.no_balance", lang))
    else:
        old = (found.as_of - found.opening.on).days
        if old:
            lines.append(say("cash.stale_balance", lang, day=day_in_sentence(found.opening.on, lang), n=old))
        lines.append(_gap_line("cash.gap", found.gap, places, lang) or say("cash.no_gap", lang))
        lines += [line] if (line := _gap_line("cash.late_gap", found.late_gap, places, lang)) else []
    if found.sales is not None:
        monthly = amount(found.sales.monthly, places)
        lines.append(say("cash.sales_basis", lang, monthly=monthly, days=found.sales.days))
    if found.missing_rates:
        lines.append(say("cash.missing_rates", lang, currencies=", ".join(found.missing_rates)))
    return lines


def _gap_line(code: str, gap: Gap | None, places: int, lang: str) -> str:
    if gap is None:
        return ""
    return say(
        code,
        lang,
        day=day_in_sentence(gap.on, lang),
        short=amount(gap.short, places),
        deepest_on=day_in_sentence(gap.deepest_on, lang),
        deepest=amount(gap.deepest, places),
    )
