"""Insurance deadlines on the command line: a table, JSON, or a calendar file."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.printing import aligned, major, put_json, say_out
from app.words import say
from app.words.formats import day_in_column
from app.words.insurance_text import countdown, reckoned

if TYPE_CHECKING:
    from datetime import date

    from app.services.duty_views import DutyItem
    from app.services.session import CompanySession

_COLUMNS = ("duty", "customer", "policy", "safe_day", "last_day", "reckoning")


def tell_deadlines(session: CompanySession, call: Namespace) -> None:
    """Print the duties of the next ninety days, or write them as a calendar."""
    as_of = call.as_of
    if call.ics is not None:
        session.deadlines.write_calendar(call.ics, as_of, call.lang)
        say_out(say("cli.written", call.lang, path=call.ics))
        return
    found = session.deadlines.duties(as_of)
    if call.json:
        put_json({"as_of": as_of.isoformat(), "duties": [duty_as_json(item, as_of) for item in found]})
        return
    for line in _as_lines(found, as_of, call.lang):
        say_out(line)


def duty_as_json(item: DutyItem, as_of: date) -> dict[str, object]:
    """A duty with its days and how they were reckoned."""
    return {
        "duty": item.duty.value,
        "policy": item.policy.record.number,
        "customer_id": item.customer_id,
        "customer": item.customer,
        "last_safe_day": item.safe.isoformat(),
        "day": item.day.isoformat(),
        "days_left": item.days_left(as_of),
        "forfeits": item.forfeits,
        "amounts": [
            {"amount": major(one.minor, one.currency), "currency": one.currency} for one in item.amounts
        ],
        "documents": [number for _, number in item.documents],
        "reckonings": [
            {
                "anchor": one.anchor.value,
                "from": one.start.isoformat(),
                "days": one.days,
                "months": one.months,
                "basis": one.basis.value,
                "day": one.day.isoformat(),
                "clause": one.clause,
            }
            for one in item.deadline.reckonings
        ],
    }


def _as_lines(found: list[DutyItem], as_of: date, lang: str) -> list[str]:
    lines = [say("cli.deadlines.title", lang, day=day_in_column(as_of, lang)), ""]
    if not found:
        return [*lines, say("cli.deadlines.none", lang)]
    rows = [[say(f"column.{name}", lang) for name in _COLUMNS]]
    rows += [_cells(item, as_of, lang) for item in found]
    return [*lines, *aligned(rows, [False] * len(_COLUMNS))]


def _cells(item: DutyItem, as_of: date, lang: str) -> list[str]:
    one = item.deadline.decided_by
    return [
        say(f"duty.{item.duty}", lang),
        item.customer,
        item.policy.record.number,
        day_in_column(item.safe, lang),
        f"{day_in_column(item.day, lang)} {countdown(item.days_left(as_of), lang)}",
        reckoned(one.anchor, one.start, one.days, one.months, one.basis, one.day, one.clause, lang),
    ]
