"""Insurance deadlines over one open company, and their calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.calendars import HolidayCalendar
from app.domain.credit_file import EventKind, ExternalEvent
from app.domain.credit_file_rules import counts, running
from app.services.insurance_deadlines import DeadlineService, DutyDesk, KnownEvent
from app.storage.readers.cover import SqlCoverReader

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.domain.clock import Clock
    from app.services.duty_views import DutyItem
    from app.services.policies import PolicyService
    from app.storage.store import SqlStore

_ADVERSE = frozenset(
    {
        EventKind.COURT_RECORD,
        EventKind.DISHONEST_DEBTOR,
        EventKind.NEGATIVE_NEWS,
        EventKind.REGISTRY_CHANGE,
    }
)


def deadline_service(store: SqlStore, policies: PolicyService, clock: Clock) -> DeadlineService:
    """The service over a store."""

    def events(as_of: date) -> list[KnownEvent]:
        return [
            KnownEvent(one.id, one.customer_id, one.on, one.kind.value)
            for one in store.find(ExternalEvent)
            if one.kind in _ADVERSE and counts(one) and running(one, as_of)
        ]

    def calendars(items: list[DutyItem], path: Path, lang: str) -> None:
        _write(items, path, lang, clock.today())

    return DeadlineService(
        DutyDesk(store, SqlCoverReader(store), policies, HolidayCalendar(), clock, events, calendars)
    )


def _write(items: list[DutyItem], path: Path, lang: str, today: date) -> None:
    from app.reports.duty_calendar import CalendarLine, write  # noqa: PLC0415 - with the first file
    from app.words import say  # noqa: PLC0415 - as above
    from app.words.formats import day_in_sentence  # noqa: PLC0415 - as above
    from app.words.insurance_text import reckoned  # noqa: PLC0415 - as above

    lines = []
    for item in items:
        one = item.deadline.decided_by
        told = [
            say(f"duty_todo.{item.duty}", lang),
            say(
                "duty.safe",
                lang,
                safe=day_in_sentence(item.safe, lang),
                day=day_in_sentence(item.day, lang),
            ),
            reckoned(one.anchor, one.start, one.days, one.months, one.basis, one.day, one.clause, lang),
            f"{item.policy.record.insurer} {item.policy.record.number}",
            ", ".join(number for _, number in item.documents),
        ]
        title = " · ".join(filter(None, (say(f"duty.{item.duty}", lang), item.customer)))
        text = "\n".join(filter(None, told))
        lines.append(CalendarLine(item.key, item.safe, title, text, say("work.kind.insurance", lang)))
    write(lines, path, lang, today)
