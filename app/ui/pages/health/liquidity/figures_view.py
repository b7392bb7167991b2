"""The figures of our liquidity with formula and year before, and two charts of how they moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.chart import LineChart, Series
from app.domain.liquidity import LiquidityCode
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.customers.credit.words import period_title, why
from app.ui.pages.customers.guard import reason, writable
from app.ui.pages.health.liquidity.reading import change_text, value_text
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import scrolled
from app.words import say

if TYPE_CHECKING:
    from app.domain.liquidity import LiquidityFigure
    from app.ui.context import PageContext
    from app.ui.pages.health.liquidity.reading import LiquidityRead

_TIMES = (LiquidityCode.CURRENT, LiquidityCode.QUICK, LiquidityCode.CASH)
_DAYS = (
    LiquidityCode.CASH_CYCLE, LiquidityCode.RECEIVABLE_DAYS, LiquidityCode.INVENTORY_DAYS,
    LiquidityCode.PAYABLE_DAYS,
)  # fmt: skip
_HEADLINES = (
    LiquidityCode.CURRENT, LiquidityCode.WORKING_CAPITAL, LiquidityCode.REQUIREMENT, LiquidityCode.CASH_CYCLE,
)  # fmt: skip
_ROLES = ("primary", "soft", "grey", "muted")
_CHART = 220
_LEAST = 2
"""So many periods make a line."""


class FiguresView(Retranslated):
    """``opened`` carries the code of a figure; ``wanted_cash`` asks for the cash forecast."""

    opened = Signal(str)
    wanted = Signal()
    wanted_cash = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.read: LiquidityRead | None = None
        theme = context.theme
        self.figures = Figures(theme, "section", lead=True)
        self.table = LinesTable(context, "health.liquidity", icon="wallet")
        self.note = label("", "small", "secondary", wrap=True)
        self.times, self.days = ChartView(context), ChartView(context)
        self.cards = [Card(theme), Card(theme)]
        for card, chart in zip(self.cards, (self.times, self.days), strict=True):
            card.body.addWidget(chart)
            chart.setFixedHeight(_CHART)
        self._lay_out()
        self.figures.opened.connect(self._open_headline)
        self.table.opened.connect(lambda place: self.opened.emit(list(LiquidityCode)[place - 1].value))
        self.table.clear_filter.connect(self.wanted)
        self.table.empty.bar(reason(context))

    def _lay_out(self) -> None:
        charts = QHBoxLayout()
        charts.setSpacing(16)
        for card in self.cards:
            charts.addWidget(card, 1)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addWidget(self.table)
        column.addWidget(self.note)
        column.addLayout(charts)
        column.addStretch(1)
        scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    # -- showing --------------------------------------------------------------------------------

    def show_liquidity(self, read: LiquidityRead) -> None:
        """Show the figures of a day."""
        self.read = read
        self._write()

    def _write(self) -> None:
        read = self.read
        if read is None:
            return
        self._write_headlines(read)
        self._write_table(read)
        for card in self.cards:
            card.setVisible(len(read.periods) >= _LEAST)
        self.times.show_chart(*self._chart(read, _TIMES, self.tr("Ratios")))
        self.days.show_chart(*self._chart(read, _DAYS, self.tr("Days")))

    def _figure(self, read: LiquidityRead, code: LiquidityCode) -> LiquidityFigure | None:
        return next((one for one in read.found.figures if one.code is code), None)

    def _write_headlines(self, read: LiquidityRead) -> None:
        formats, lang = self.context.formats, self.context.formats.lang
        view = read.found.view
        shown = []
        for code in _HEADLINES:
            one = self._figure(read, code)
            text, note = self.tr("no data"), ""
            if one is not None and view is not None and one.figure.value is not None:
                currency = view.statement.currency
                text = value_text(one.unit, one.figure.value, currency, formats)
                if one.unit == "days":
                    text = self.tr("{n} d").format(n=text)
                elif one.unit == "money":
                    text = formats.money(int(one.figure.value), currency, whole=True)
                if one.before is not None:
                    change = change_text(one.unit, one.figure.value, one.before, currency, formats)
                    note = self.tr("{change} in a year").format(change=change)
            shown.append((say(f"liquidity.{code}", lang), text, note, ""))
        shown.append(self._gap(read))
        self.figures.set(shown)

    def _gap(self, read: LiquidityRead) -> tuple[str, str, str, str]:
        """The cash gap of the forecast; that own cash is not known where it is not."""
        formats, forecast = self.context.formats, read.found.forecast
        name = self.tr("Cash gap")
        if forecast.opening is None:
            return name, self.tr("no data"), self.tr("enter own cash in the forecast"), ""
        if forecast.gap is None:
            return name, self.tr("none"), self.tr("in 13 weeks"), "good"
        gap = forecast.gap
        short = formats.money(gap.deepest, forecast.currency, whole=True)
        when = self.tr("from {first}, most on {day}").format(
            first=formats.day_short(gap.on), day=formats.day_short(gap.deepest_on)
        )
        return name, short, when, "danger"

    def _write_table(self, read: LiquidityRead) -> None:
        formats, lang, view = self.context.formats, self.context.formats.lang, read.found.view
        heads = (
            Head("name", self.tr("Figure"), width=200, min_width=150, stretch=1),
            Head("value", self.tr("Value"), figure=True, width=130, min_width=104),
            Head("before", self.tr("A year before"), figure=True, width=130, min_width=104),
            Head("change", self.tr("Change"), figure=True, width=120, min_width=92, drop=1),
            Head("formula", self.tr("Formula"), width=330, min_width=200, stretch=2),
        )
        rows = [] if view is None else [
            PlainRow(place, self._cells(one, view.statement.currency))
            for place, one in enumerate(read.found.figures, 1)
        ]  # fmt: skip
        self.table.show_lines(heads, rows)
        self.table.fit_rows(len(LiquidityCode))
        if view is None:
            self.table.setFixedHeight(_CHART)
        told = []
        if view is not None:
            told.append(self.tr("From the statement of {period}, amounts in {currency}.").format(
                period=period_title(view, formats), currency=view.statement.currency))  # fmt: skip
            told.append(self.tr("Income of a shorter period counts as of twelve months."))
            if view.stale:
                told.append(self.tr("It is older than 18 months."))
        self.note.setText(("" if lang == "zh" else " ").join(told))

    def _cells(self, one: LiquidityFigure, currency: str) -> tuple[Cell, ...]:
        formats, lang, value = self.context.formats, self.context.formats.lang, one.figure.value
        name = Cell(say(f"liquidity.{one.code}", lang), strong=True)
        formula = Cell(say(f"liquidity_formula.{one.code}", lang), tone="secondary")
        nothing = Cell(DASH, tone="tertiary")
        before = nothing
        if one.before is not None:
            before = Cell(value_text(one.unit, one.before, currency, formats), tone="secondary")
        if value is None:
            reason = Cell(why(one.figure, lang), tone="warn")
            return name, Cell(self.tr("no data"), tone="tertiary"), before, nothing, reason
        change = nothing
        if one.before is not None:
            change = Cell(change_text(one.unit, value, one.before, currency, formats), tone="secondary")
        return (
            name,
            Cell(value_text(one.unit, value, currency, formats), strong=True),
            before,
            change,
            formula,
        )

    def _chart(
        self, read: LiquidityRead, codes: tuple[LiquidityCode, ...], title: str
    ) -> tuple[LineChart, list[str], list[list[str]]]:
        formats, lang = self.context.formats, self.context.formats.lang
        unit = "times" if codes is _TIMES else "days"
        places = tuple(f"{one.end:%Y-%m}" for one in read.periods)
        series, texts = [], []
        for code, role in zip(codes, _ROLES, strict=False):
            values = [one.figures[code].value for one in read.periods]
            said = ["" if value is None else value_text(unit, value, "", formats) for value in values]
            name = say(f"liquidity.{code}", lang)
            floats = tuple(None if value is None else float(value) for value in values)
            series.append(Series(name, floats, tuple(said), role))
            texts.append(said)
        heads = [self.tr("Period to"), *(one.name for one in series)]
        rows = [[place, *(said[at] for said in texts)] for at, place in enumerate(places)]
        return LineChart(title, places, tuple(series)), heads, rows

    def _open_headline(self, place: int) -> None:
        if place >= len(_HEADLINES):
            self.wanted_cash.emit()
        elif self.read is not None and self.read.found.view is not None:
            self.opened.emit(_HEADLINES[place].value)
        else:
            self.wanted.emit()

    def retranslate(self) -> None:
        """Write every text."""
        self.table.view.setAccessibleName(self.tr("Figures of our liquidity"))
        self.table.say_empty(
            self.tr("No statement of our own up to this day."),
            self.tr("Type a period…") if writable(self.context) else "",
            self.tr("Ratios, working capital and the cash cycle are worked out of it."),
        )
        self._write()
