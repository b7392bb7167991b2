"""The cash forecast's charts as values, with every label in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.chart import ColumnChart, Level, LineChart, Series
from app.domain.money import to_major
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.cash_backtest import CashBacktest
    from app.services.cash_views import CashForecast
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_WAN, _THOUSAND, _FEW = 10_000, 1_000, 10
_SERIES = (
    ("habit", ("habit",), "primary"),
    ("dated", ("announced", "claims"), "soft"),
    ("further", ("sales", "incomes"), "muted"),
)


class Scale:
    """Whole 万 in Chinese and thousands in English, or units where amounts are small: for charts alone."""

    def __init__(self, formats: Formats, currency: str, values: Sequence[int]) -> None:
        self._currency = currency
        self._zh = formats.lang == "zh"
        self._unit = _WAN if self._zh else _THOUSAND
        most = max((abs(to_major(value, currency)) for value in values), default=0)
        if most < _FEW * self._unit:
            self._unit = 1

    @property
    def name(self) -> str:
        """What a unit of the chart is."""
        if self._unit == 1:
            return "元" if self._zh and self._currency == "CNY" else self._currency
        if self._zh:
            return "万元" if self._currency == "CNY" else f"万 {self._currency}"
        return f"k {self._currency}"

    def text(self, minor: int) -> str:
        """A value as it is written in the chart."""
        return figure(f"{round(to_major(minor, self._currency) / self._unit):,}".replace("-", "−"))

    def value(self, minor: int | None) -> float | None:
        """A value as a length."""
        return None if minor is None else float(to_major(minor, self._currency) / self._unit)


def week_names(found: CashForecast, formats: Formats) -> tuple[str, ...]:
    """The first days of the weeks."""
    zh = formats.lang == "zh"
    return tuple(
        f"{week.start.month}/{week.start.day}" if zh else formats.day_short(week.start)
        for week in found.weeks
    )


def holiday_marks(found: CashForecast, lang: str) -> tuple[str, ...]:
    """Each holiday at the week that has most of its days."""
    days: dict[str, Counter[date]] = {}
    for week in found.weeks:
        for one in week.holidays:
            days.setdefault(one.zh if lang == "zh" else one.en, Counter())[week.start] += 1
    marks: dict[date, str] = {}
    for name, weeks in sorted(days.items(), key=lambda pair: -pair[1].total()):
        marks.setdefault(weeks.most_common(1)[0][0], name)
    return tuple(marks.get(week.start, "") for week in found.weeks)


def weeks_chart(found: CashForecast, formats: Formats) -> ColumnChart:
    """What comes above the line and what goes below it, with the balance running over."""
    lang = formats.lang
    figures = [abs(week.net) + week.outflows for week in found.weeks]
    figures += [week.balance or 0 for week in found.weeks]
    scale = Scale(formats, found.currency, figures)
    shown = [
        (name, role, [sum(getattr(week, one) for one in parts) for week in found.weeks])
        for name, parts, role in _SERIES
    ]
    shown.append(("outflows", "grey", [-week.outflows for week in found.weeks]))
    series = tuple(
        Series(
            say(f"cash.part.{name}", lang),
            tuple(scale.value(value) for value in values),
            tuple(scale.text(value) for value in values),
            role,
        )
        for name, role, values in shown
        if any(values)
    )
    line: Series | None = None
    levels: tuple[Level, ...] = ()
    if found.opening is not None:
        line = _balance(found, scale, say("cash.part.balance", lang), "warn")
        least = found.assumptions.minimum
        name = f"{say('cash.part.minimum', lang)} {scale.text(least)}"
        levels = (Level(name, scale.value(least) or 0.0),) if least else ()
    return ColumnChart(
        f"{say('cash_sheet.title', lang)} ({scale.name})",
        week_names(found, formats),
        series,
        tuple(scale.text(week.collections + week.sales + week.incomes) for week in found.weeks),
        holiday_marks(found, lang),
        levels,
        line,
    )


def _balance(found: CashForecast, scale: Scale, name: str, role: str, *, ranged: bool = False) -> Series:
    """The balance at the weeks' ends; before an opening balance is known what has come in and gone out."""
    values, total = [], 0
    for week in found.weeks:
        total += week.net
        values.append(total if week.balance is None else week.balance)
    low = tuple(scale.value(week.low) for week in found.weeks) if ranged else ()
    high = tuple(scale.value(week.high) for week in found.weeks) if ranged else ()
    return Series(
        name,
        tuple(scale.value(value) for value in values),
        tuple(scale.text(value) for value in values),
        role,
        low if any(one is not None for one in low) else (),
        high if any(one is not None for one in high) else (),
    )


def balance_chart(found: CashForecast, other: CashForecast | None, named: str, formats: Formats) -> LineChart:
    """The balance as it is with its range, or beside a scenario's."""
    lang = formats.lang
    figures = [week.balance or 0 for each in (found, other or found) for week in each.weeks]
    figures += [sum(week.net for week in found.weeks)]
    scale = Scale(formats, found.currency, figures)
    base = say("overlay.none", lang) if other is not None else say("cash.part.balance", lang)
    series = [_balance(found, scale, base, "grey" if other is not None else "primary", ranged=other is None)]
    if other is not None:
        series.append(_balance(other, scale, named, "primary"))
    least = found.assumptions.minimum
    levels: tuple[Level, ...] = ()
    if least and found.opening is not None:
        name = f"{say('cash.part.minimum', lang)} {scale.text(least)}"
        levels = (Level(name, scale.value(least) or 0.0),)
    title = translate("CashPanel", "Balance at the week's end")
    if found.opening is None:
        title = translate("CashPanel", "Collected and paid since the start")
    return LineChart(f"{title} ({scale.name})", week_names(found, formats), tuple(series), levels)


def backtest_chart(found: CashBacktest, weeks: int, formats: Formats) -> ColumnChart:
    """What came in the weeks after each month end, and the line of what was said."""
    lang = formats.lang
    whole = [one for one in found.origins if one.weeks == weeks]
    came, said = [sum(one.came) for one in whole], [sum(one.said) for one in whole]
    scale = Scale(formats, found.currency, [*came, *said])
    title = translate("CashPanel", "Received in the 13 weeks after each month end")
    return ColumnChart(
        f"{title} ({scale.name})",
        tuple(f"{one.as_of:%Y-%m}" for one in whole),
        (
            Series(
                say("cash_sheet.came", lang),
                tuple(scale.value(one) for one in came),
                tuple(scale.text(one) for one in came),
            ),
        ),
        tuple(scale.text(one) for one in came),
        line=Series(
            say("cash_sheet.said", lang),
            tuple(scale.value(one) for one in said),
            tuple(scale.text(one) for one in said),
            "warn",
        ),
    )
