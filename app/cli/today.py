"""The day on the command line: what to do, the key figures, and the forecast."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from app.cli.printing import aligned, major
from app.domain.money import Money, exponent
from app.words import say
from app.words.formats import amount, countdown, day_in_column, day_in_sentence, ratio

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.work import WorkItem
    from app.services.forecast import Forecast
    from app.services.kpis import Kpi
    from app.services.session import CompanySession
    from app.services.work import WorkList


def today_as_json(session: CompanySession, as_of: date) -> dict[str, object]:
    """Everything of the Today page for a program: amounts as strings in major units, days as ISO dates."""
    work = session.work
    found = work.agenda(as_of)
    return {
        "company": session.company.get().name,
        "as_of": as_of.isoformat(),
        "work": [_item_as_json(item) for item in found.items],
        "postponed": found.postponed,
        "stale": _item_as_json(found.data) if found.data else None,
        "kpis": [_kpi_as_json(kpi) for kpi in work.kpis(as_of)],
        "forecast": _forecast_as_json(work.forecast(as_of)),
    }


def today_as_lines(session: CompanySession, as_of: date, lang: str) -> list[str]:
    """The same for people: figures, the list, what the next weeks bring."""
    work = session.work
    found, forecast = work.agenda(as_of), work.forecast(as_of)
    lines = [say("cli.today.title", lang, day=day_in_sentence(as_of, lang)), ""]
    lines += [_kpi_line(kpi, lang) for kpi in work.kpis(as_of)]
    if found.data is not None:
        lines += ["", _reason(found.data, lang)]
    lines += ["", *_list_lines(found, lang)]
    within, later = (_money(one, lang) for one in (forecast.within, forecast.later))
    return [*lines, "", say("cli.today.forecast", lang, amount=within, later=later)]


def _list_lines(found: WorkList, lang: str) -> list[str]:
    if not found.items:
        lines = [say("cli.today.nothing", lang)]
    else:
        names = ("deadline", "kind", "customer", "reason", "amount", "next_step")
        rows = [[say(f"column.{name}", lang) for name in names]]
        rows += [_cells(item, found.as_of, lang) for item in found.items]
        lines = aligned(rows, [name == "amount" for name in names])
    if found.postponed and found.next is not None:
        until = day_in_column(found.next.due, lang)
        lines.append(say("cli.today.postponed", lang, n=found.postponed, until=until))
    return lines


def _cells(item: WorkItem, as_of: date, lang: str) -> list[str]:
    return [
        countdown((item.due - as_of).days, lang),
        say(f"work.kind.{item.kind}", lang),
        (item.customer_en or item.customer) if lang == "en" else item.customer,
        _reason(item, lang),
        _money(item.amount, lang) if item.amount else "",
        say(f"work.action.{item.action}", lang, level=item.params.get("level", "")),
    ]


def _reason(item: WorkItem, lang: str) -> str:
    said = {name: _worded(value, lang) for name, value in item.params.items()}
    return say(item.reason, lang, **said).rstrip("，, ")


def _worded(value: object, lang: str) -> object:
    if isinstance(value, Money):
        return _money(value, lang)
    return day_in_sentence(value, lang) if isinstance(value, date) else value


def _money(money: Money, lang: str) -> str:
    del lang
    return f"{money.currency} {amount(money.minor, exponent(money.currency))}"


def _kpi_line(kpi: Kpi, lang: str) -> str:
    name = say(f"kpi.{kpi.key}", lang)
    if kpi.value is None:
        return f"{name}: {say(kpi.why, lang)}"
    if kpi.unit == "money":
        return f"{name}: {kpi.currency} {kpi.value:,f}"
    if kpi.unit == "share":
        return f"{name}: {ratio(kpi.value)}"
    return f"{name}: {say('days.count', lang, n=round(kpi.value), days=amount(round(kpi.value), 0))}"


def _item_as_json(item: WorkItem) -> dict[str, object]:
    return {
        "key": item.key,
        "kind": item.kind,
        "due": item.due.isoformat(),
        "customer_id": item.customer_id,
        "customer": item.customer,
        "reason": item.reason,
        "params": _plain(item.params),
        "amount": major(item.amount.minor, item.amount.currency) if item.amount else None,
        "currency": item.amount.currency if item.amount else None,
        "action": item.action,
        "target": dict(item.target),
    }


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    return {
        name: major(value.minor, value.currency)
        if isinstance(value, Money)
        else value.isoformat()
        if isinstance(value, date)
        else value
        for name, value in params.items()
    }


def _kpi_as_json(kpi: Kpi) -> dict[str, object]:
    return {
        "key": kpi.key,
        "unit": kpi.unit,
        "value": _number(kpi.value),
        "why": kpi.why,
        "target": _number(kpi.target),
        "state": kpi.state,
        "delta": _number(kpi.delta),
        "points": [[day.isoformat(), _number(value)] for day, value in kpi.points],
        "more": {name: _number(value) for name, value in kpi.more.items()},
    }


def _number(value: Decimal | None) -> str | None:
    """A figure to six decimals, without zeros at its end."""
    if value is None:
        return None
    text = f"{value:.6f}"
    return text.rstrip("0").rstrip(".")


def _forecast_as_json(found: Forecast) -> dict[str, object]:
    def told(money: Money) -> str:
        return major(money.minor, money.currency)

    return {
        "currency": found.receivables.currency,
        "weeks": [
            {
                "start": week.start.isoformat(),
                "habit": told(week.habit),
                "announced": told(week.dated),
                "holidays": [[one.on.isoformat(), one.zh, one.en] for one in week.holidays],
            }
            for week in found.weeks
        ],
        "later": told(found.later),
        "left_out": {why: told(one) for why, one in found.left_out.items()},
        "on_account": told(found.on_account),
        "receivables": told(found.receivables),
        "company_habit_days": found.company_habit,
        "settled_invoices": found.settled,
        "missing_rates": list(found.missing_rates),
    }
