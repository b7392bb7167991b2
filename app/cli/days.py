"""Days given on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.parser import CallError

if TYPE_CHECKING:
    from datetime import date

    from app.services.session import CompanySession


def known_day(session: CompanySession, day: date | None) -> date:
    """The day as given, today without one; refused when the books cannot know it yet."""
    today = session.clock.today()
    if day is None:
        return today
    if day > today:
        raise CallError("cli.day_to_come", day=day.isoformat(), today=today.isoformat())
    return day
