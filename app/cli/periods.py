"""Closed months on the command line: told, closed, opened again."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from app.cli.printing import aligned, put_json, say_out
from app.cli.writable import require_writable
from app.domain.duty import Duty
from app.words import say

if TYPE_CHECKING:
    from app.services.session import CompanySession


def close_month(session: CompanySession, call: Namespace) -> None:
    """Close a month, or without one tell how the months stand."""
    if call.month is None:
        tell_months(session, call)
        return
    require_writable(session, Duty.BOOK)
    session.periods.close(call.month)
    say_out(say("cli.closed_through", call.lang, day=session.periods.closed_through()))


def reopen_month(session: CompanySession, call: Namespace) -> None:
    """Open a month and all after it, for a reason that stays."""
    require_writable(session, Duty.PEOPLE)
    opened = session.periods.opened_by(call.month)
    session.periods.reopen(call.month, call.reason)
    say_out(say("cli.opened_again", call.lang, n=len(opened), months=", ".join(opened)))


def tell_months(session: CompanySession, call: Namespace) -> None:
    """The months of the books, the latest first."""
    months = session.periods.months()
    if call.json:
        through = session.periods.closed_through()
        put_json(
            {
                "closed_through": through.isoformat() if through else None,
                "months": [
                    {
                        "month": one.month,
                        "documents": one.documents,
                        "waiting": one.waiting,
                        "closed": one.closed,
                    }
                    for one in months
                ],
            }
        )
        return
    head = [say(f"cli.months.{name}", call.lang) for name in ("month", "documents", "waiting", "state")]
    rows = [
        [one.month, str(one.documents), str(one.waiting), say(f"cli.months.{_state(one.closed)}", call.lang)]
        for one in months
    ]
    for line in aligned([head, *rows], (False, True, True, False)):
        say_out(line)


def _state(closed: bool) -> str:  # noqa: FBT001 - the one thing asked
    return "closed" if closed else "open"
