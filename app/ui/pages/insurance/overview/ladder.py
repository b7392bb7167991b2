"""Duties as a ladder: a row for each customer, its nearest days first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.insurance_deadline import Duty
from app.ui.pages.insurance.said import duty_name, duty_tone, left_words
from app.ui.widgets.deadline_ladder import Ladder, LadderMark, LadderRow
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QLocale

    from app.services.duty_views import DutyItem
    from app.ui.formats import Formats

translate = QCoreApplication.translate
ROWS = 7
"""So many customers the ladder shows, and below them the policies; the list of deadlines has the rest."""


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
    """The first customers by their nearest day, each with all its days; then what a policy itself asks."""
    last = today + timedelta(days=horizon)
    customers: dict[int, list[DutyItem]] = {}
    policies: dict[int, list[DutyItem]] = {}
    for item in duties:
        if item.day > last:
            continue
        if item.customer_id is None:
            own = policies.setdefault(item.policy.id, [])
            if all(other.duty is not item.duty for other in own):  # of several alike the nearest
                own.append(item)
        elif item.customer_id in customers or len(customers) < ROWS:
            customers.setdefault(item.customer_id, []).append(item)
    shown = []
    for items in (*customers.values(), *policies.values()):
        name = whom(items[0], called, formats)
        shown.append(LadderRow(name, [_mark(item, name, today, formats) for item in items]))
    return Ladder(today, _today(formats.lang), horizon, _months(today, horizon, formats.lang, locale), shown)


def _mark(item: DutyItem, name: str, today: date, formats: Formats) -> LadderMark:
    duty, left = duty_name(item, formats), left_words(item.day, today, formats)
    day = f"{item.day.month}/{item.day.day}" if formats.lang == "zh" else formats.day_short(item.day)
    said = (name, f"{duty} {formats.day(item.day)}", left, amounts_of(item, formats))
    bar = item.duty is Duty.WAITING_END and item.day >= today
    text = translate("Ladder", "waiting period to {day}").format(day=day) if bar else f"{duty} {day}"
    return LadderMark(
        item.key,
        item.day,
        text,
        "" if bar else left,
        "neutral" if item.duty is Duty.WAITING_END else duty_tone(item, today),
        " · ".join(filter(None, said)),
        bar,
    )


def _today(lang: str) -> str:
    text = say("duty.today", lang)
    return text[:1].upper() + text[1:]


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
