"""Insurance deadlines as an iCalendar file (RFC 5545): one whole-day event each, on the last safe day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from app.reports.saving import replacing
from app.words import say

_PRODUCT = "-//Holdfast//Insurance deadlines//EN"


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One event: a key that stays the same, its day, a title and what it says."""

    key: str
    on: date
    title: str
    text: str
    category: str


def write(lines: Iterable[CalendarLine], path: Path, lang: str, made_on: date) -> None:
    """Write the file; bringing it in again replaces the events it brought before."""
    with replacing(path) as temporary:
        temporary.write_bytes(calendar(lines, lang, made_on))


def calendar(lines: Iterable[CalendarLine], lang: str, made_on: date) -> bytes:
    """The file's content."""
    found = Calendar()
    found.add("prodid", _PRODUCT)
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", say("duty_calendar.name", lang))
    stamp = datetime.combine(made_on, time(), UTC)
    for line in lines:
        found.add_component(_event(line, stamp))
    return bytes(found.to_ical())


def _event(line: CalendarLine, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{line.key.replace(':', '-')}@holdfast")
    event.add("dtstamp", stamp)
    event.add("dtstart", line.on)
    event.add("dtend", line.on + timedelta(days=1))
    event.add("summary", line.title)
    event.add("description", line.text)
    event.add("categories", [line.category])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", line.title)
    alarm.add("trigger", timedelta(days=-1, hours=9))
    event.add_component(alarm)
    return event
