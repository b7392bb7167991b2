"""The forecast on the Today page: eight stacked bars, what is not in them, and the same as a table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.i18n import retranslate_on
from app.ui.spoken import Spoken
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.charts import Bar, BarChart
from app.ui.widgets.labels import label
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

    from app.domain.money import Money
    from app.services.forecast import Forecast, ForecastWeek
    from app.ui.context import PageContext
    from app.ui.theme import Theme

_WAN, _THOUSAND = 10_000, 1_000
_FEW = 10
"""Bars of fewer 万 or thousands than this carry whole amounts: rounded they would not differ."""


class _Swatch(QWidget):
    """A square of a series' colour."""

    spoken_as = Spoken.ORNAMENT

    def __init__(self, theme: Theme, role: str) -> None:
        super().__init__()
        self._theme, self._role = theme, role
        self.setFixedSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._role))
        painter.drawRoundedRect(QRectF(0, 0, 10, 10), 2, 2)


class ForecastCard(Card):
    """``wanted_data`` asks for the table behind the bars."""

    wanted_data = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self.forecast: Forecast | None = None
        self._sum = label("", "section", strong=True)
        self._sum.setContentsMargins(0, 0, context.theme.space("s"), 0)
        self.add_action(self._sum)
        self.chart = BarChart(context.theme)
        self._habit, self._dated = label("", "small", "secondary"), label("", "small", "secondary")
        self._bars_in = label("", "small", "secondary")
        self._beyond = label("", "small", "secondary", wrap=True)
        self.data_button = button(context.theme, "", "link", run=self.wanted_data.emit, small=True)
        for words, role, end in (
            (self._habit, "chart.primary", self._bars_in),
            (self._dated, "chart.primarySoft", None),
        ):
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(_Swatch(context.theme, role), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(words, 1)
            if end is not None:
                row.addWidget(end)
            self.body.addLayout(row)
        self.body.setSpacing(4)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._beyond)
        self.body.addWidget(self.data_button, 0, Qt.AlignmentFlag.AlignRight)
        self.retranslate()

    def show_forecast(self, forecast: Forecast) -> None:
        """Draw it."""
        self.forecast = forecast
        self._draw(forecast)
        self._say()

    def _draw(self, forecast: Forecast) -> None:
        marks = self._holidays(forecast)
        self.chart.set_bars([self._bar(week, marks.get(week.start, "")) for week in forecast.weeks])

    def _bar(self, week: ForecastWeek, mark: str) -> Bar:
        total = max(week.total.minor, 0)
        start = f"{week.start.month}/{week.start.day}"
        if self.context.formats.lang == "en":
            start = self.context.formats.day_short(week.start)
        return Bar(
            start,
            float(total),
            self.shortened(week.total),
            soft=float(max(week.dated.minor, 0)),
            mark=mark,
        )

    def _holidays(self, found: Forecast) -> dict[date, str]:
        """Each holiday at the week that has most of its days, by that week's start."""
        zh = self.context.formats.lang == "zh"
        days: dict[str, Counter[date]] = {}
        for week in found.weeks:
            for one in week.holidays:
                days.setdefault(one.zh if zh else one.en, Counter())[week.start] += 1
        marks: dict[date, str] = {}
        for name, weeks in sorted(days.items(), key=lambda pair: -pair[1].total()):
            marks.setdefault(weeks.most_common(1)[0][0], name)
        return marks

    def shortened(self, money: Money) -> str:
        """Whole 万 in Chinese, thousands in English (small sums in full): for the chart alone."""
        return figure(f"{round(money.major() / self._scale()):,}".replace("-", "−"))

    def _scale(self) -> int:
        """How many units of the currency one unit of the chart is."""
        unit = _WAN if self.context.formats.lang == "zh" else _THOUSAND
        weeks = self.forecast.weeks if self.forecast is not None else ()
        most = max((week.total.major() for week in weeks), default=0)
        return unit if most >= _FEW * unit else 1

    def _say(self) -> None:
        found, formats = self.forecast, self.context.formats
        self.set_title(self.tr("Collections, 8 weeks"))
        self._bars_in.setText(self._unit())
        if found is None:
            return
        base = found.receivables.currency
        habit = sum(week.habit.minor for week in found.weeks)
        dated = sum(week.dated.minor for week in found.weeks)
        self._sum.setText(formats.money(found.within.minor, base, whole=True))
        self._habit.setText(self.tr("by habit {amount}").format(amount=formats.whole(habit, base)))
        self._dated.setText(
            self.tr("promises, plans, bills and claims {amount}").format(amount=formats.whole(dated, base))
        )
        self._beyond.setText("\n".join(self._beyond_lines(found)))
        self.setToolTip(say("forecast.rule", formats.lang, days=found.company_habit))

    def _unit(self) -> str:
        if self.forecast is None:
            return ""
        base = self.forecast.receivables.currency
        if self._scale() == 1:
            return "元" if (self.context.formats.lang, base) == ("zh", "CNY") else base
        if self.context.formats.lang == "zh":
            return "万元" if base == "CNY" else f"万 {base}"
        return f"k {base}"

    def _beyond_lines(self, found: Forecast) -> list[str]:
        """What lies beyond, what nobody counts on by name, and credits on account."""
        formats, base = self.context.formats, found.receivables.currency
        lines = [
            self.tr("After 8 weeks {amount}").format(
                amount=formats.money(found.later.minor, base, whole=True)
            )
        ]
        if found.left_out:
            named = self.tr(", ").join(
                f"{say(f'forecast.left_out.{why}', formats.lang)} {formats.whole(one.minor, base)}"
                for why, one in found.left_out.items()
            )
            lines.append(self.tr("Left out: {named}").format(named=named))
        if found.on_account.minor:
            amount = formats.whole(found.on_account.minor, base)
            lines.append(self.tr("Credits on account {amount}").format(amount=amount))
        return lines

    def retranslate(self) -> None:
        """Every text of the card in the language in force."""
        self.data_button.setText(self.tr("Show data"))
        self._say()
        if self.forecast is not None:
            self._draw(self.forecast)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if hasattr(self, "data_button"):
            retranslate_on(event, self)
        super().changeEvent(event)
