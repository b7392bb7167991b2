"""A policy's turnover declaration for a period: lines for people or programs, or as a workbook."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date
from typing import TYPE_CHECKING

from app.cli.parser import CallError
from app.cli.printing import aligned, major, put_json, say_out, say_written
from app.domain.calendar import end_of_month, month_after
from app.domain.money import exponent
from app.words import say
from app.words.formats import amount, country_name, day_in_column

if TYPE_CHECKING:
    from app.domain.policy_period import Policy
    from app.services.declarations import DeclarationView
    from app.services.session import CompanySession

_PERIOD = re.compile(r"(\d{4})(?:[Qq]([1-4])|-(\d{2}))?")
_SPAN = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


def tell_declaration(session: CompanySession, call: Namespace) -> None:
    """Work the declaration out; it is not kept as made."""
    policy = _policy(session, call.policy_number)
    start, end = span(call.period)
    view = session.declarations.preview(policy.id, start, end)
    if call.xlsx is not None:
        session.declarations.write_sheet(view, call.xlsx, call.lang)
        say_written(call.xlsx, call)
        if not call.json:
            return
    if call.json:
        put_json(_as_json(view))
        return
    for line in _as_lines(view, call.lang):
        say_out(line)


def _policy(session: CompanySession, number: str) -> Policy:
    """A policy by its number; of several with one number the newest."""
    known = session.policies.all()
    found = next((one for one in known if one.record.number.casefold() == number.strip().casefold()), None)
    if found is None:
        raise CallError(
            "cli.no_policy", number=number, known=", ".join(one.record.number for one in known) or "–"
        )
    return found


def span(text: str) -> tuple[date, date]:
    """First and last day of ``2025``, ``2025Q4``, ``2025-10`` or ``2025-10-01..2025-12-31``."""
    try:
        if (days := _SPAN.fullmatch(text.strip())) is not None:
            return date.fromisoformat(days[1]), date.fromisoformat(days[2])
        if (found := _PERIOD.fullmatch(text.strip())) is not None:
            return _named(int(found[1]), found[2], found[3])
    except ValueError as error:
        raise CallError("cli.bad_period", value=text) from error
    raise CallError("cli.bad_period", value=text)


def _named(year: int, quarter: str | None, month: str | None) -> tuple[date, date]:
    """A year, or one quarter or month of it."""
    if quarter:
        start = date(year, int(quarter) * 3 - 2, 1)
        return start, end_of_month(month_after(start, 2, 1))
    if month:
        start = date(year, int(month), 1)
        return start, end_of_month(start)
    return date(year, 1, 1), date(year, 12, 31)


def _as_json(view: DeclarationView) -> dict[str, object]:
    currency = view.policy.record.currency
    return {
        "policy": view.policy.record.number,
        "start": view.start.isoformat(),
        "end": view.end.isoformat(),
        "currency": currency,
        "vat_included": view.policy.terms.vat_covered,
        "turnover": major(view.turnover, currency),
        "declared_on": None
        if view.stored is None or view.stored.declared_on is None
        else view.stored.declared_on.isoformat(),
        "drift": major(view.drift, currency),
        "lines": [
            {
                "country": one.country,
                "customer_id": one.customer_id,
                "customer": one.customer,
                "terms_up_to": one.terms,
                "turnover": major(one.amount, currency),
                "documents": one.documents,
            }
            for one in view.lines
        ],
        "differences": [
            {
                "country": one.line.country,
                "customer": one.line.customer,
                "terms_up_to": one.line.terms,
                "before": major(one.before, currency),
                "change": major(one.change, currency),
            }
            for one in view.differences
        ],
        "left_out": [
            {
                "number": one.number,
                "customer": one.customer,
                "amount": major(one.amount, one.currency),
                "currency": one.currency,
                "reason": one.left_out.value if one.left_out else "",
            }
            for one in view.left_out
        ],
    }


def _as_lines(view: DeclarationView, lang: str) -> list[str]:
    currency = view.policy.record.currency
    places = exponent(currency)
    head = say(
        "cli.declaration.title",
        lang,
        policy=view.policy.record.number,
        start=day_in_column(view.start, lang),
        end=day_in_column(view.end, lang),
        currency=currency,
    )
    titles = ("country", "buyer", "terms", "turnover", "documents")
    rows = [[say(f"declaration_column.{name}", lang) for name in titles]]
    for one in view.lines:
        turnover = amount(one.amount, places)
        country = country_name(one.country, lang)
        rows.append([country, one.customer, str(one.terms), turnover, str(one.documents)])
    rows.append([say("paper.total", lang), "", "", amount(view.turnover, places), ""])
    tax = "gross" if view.policy.terms.vat_covered else "net"
    lines = [head, say(f"declaration_tax.{tax}", lang), "", *aligned(rows, (False, False, True, True, True))]
    if view.left_out:
        told = [
            (one.number, one.customer, say(f"declaration_left_out.{one.left_out}", lang))
            for one in view.left_out
        ]
        lines += ["", say("cli.declaration.left_out", lang), *aligned(told, (False, False, False))]
    return lines
