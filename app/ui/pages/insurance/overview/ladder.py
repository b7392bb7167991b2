"""Duties as a ladder: a row for each customer, its nearest days first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.domain.insurance_deadline import Duty
from app.ui.pages.insurance.said import duty_name, duty_tone, left_words
from app.ui.widgets.deadline_ladder import Ladder, LadderMark, LadderRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QLocale

    from app.services.duty_views import DutyItem
    from app.ui.formats import Formats

ROWS = 12
"""So many customers the ladder shows; the list of deadlines has the rest."""


def whom(item: DutyItem, called: Mapping[int, tuple[str, str]], formats: Formats) -> str:
    """The customer a duty is about; the policy where it is about nobody in particular."""
    if item.customer_id is None:
        record = item.policy.record
        return record.product or f"{record.insurer} {record.number}"
    own, english = called.get(item.customer_id, (item.customer, ""))
    return formats.name(own, english)


def amounts_of(item: DutyItem, formats: Formats) -> str:
    """What it is about, one sum a currency."""
    return " + ".join(formats.money(one.minor, one.currency) for one in item.amounts)


def ladder_of(
    duties: Sequence[DutyItem],
    called: Mapping[int, tuple[str, str]],
    today: date,
    horizon: int,
    formats: Formats,
    locale: QLocale,
) -> Ladder:
    """The first customers by their nearest day, each with all its days."""
    rows: dict[tuple[int, int], list[LadderMark]] = {}
    names: dict[tuple[int, int], str] = {}
    last = today + timedelta(days=horizon)
    for item in duties:
        if item.day > last:
            continue
        key = (item.customer_id, 0) if item.customer_id is not None else (0, item.policy.id)
        if key not in rows and len(rows) == ROWS:
            continue
        names.setdefault(key, whom(item, called, formats))
        rows.setdefault(key, []).append(_mark(item, names[key], today, formats))
    shown = [LadderRow(names[key], marks) for key, marks in rows.items()]
    return Ladder(today, _today(formats.lang), horizon, _months(today, horizon, formats.lang, locale), shown)


def _mark(item: DutyItem, name: str, today: date, formats: Formats) -> LadderMark:
    duty, left = duty_name(item, formats), left_words(item.day, today, formats)
    day = f"{item.day.month}/{item.day.day}" if formats.lang == "zh" else formats.day_short(item.day)
    said = (name, f"{duty} {formats.day(item.day)}", left, amounts_of(item, formats))
    bar = item.duty is Duty.WAITING_END and item.day >= today
    return LadderMark(
        item.key,
        item.day,
        f"{duty} {day}",
        "" if bar else left,
        "neutral" if item.duty is Duty.WAITING_END else duty_tone(item, today),
        " · ".join(filter(None, said)),
        bar,
    )


def _today(lang: str) -> str:
    return "今天" if lang == "zh" else "Today"


def _months(today: date, horizon: int, lang: str, locale: QLocale) -> list[tuple[date, str]]:
    """First days of the months within the horizon, with their names."""
    found = []
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    while (first - today).days < horizon:
        month = (
            f"{first.month} 月"
            if lang == "zh"
            else locale.monthName(first.month, locale.FormatType.ShortFormat)
        )
        found.append((first, month))
        first = (first + timedelta(days=32)).replace(day=1)
    return found
