"""Thirteen weeks: the figures, the charts, and a table whose every line opens the items behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cash_overlay import EventKind
from app.domain.forecast import week_of
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.models.row_table import RowTable
from app.ui.pages.analysis.cash.charts import balance_chart, weeks_chart
from app.ui.pages.analysis.cash.lines import CashLine, cash_lines, line_columns
from app.ui.tables.data_table import DataTable
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.cash_forecast import Gap
    from app.services.cash_views import CashForecast, CashWeek
    from app.ui.context import PageContext

_CHART = 230
_OUTFLOWS, _GAP = 2, 4
"""Places of two of the figures."""
_EDGES = 8
"""Room of the frame and the rule above the totals."""


class WeeksView(Retranslated):
    """``opened`` carries a line; ``wanted_position`` asks for own cash, ``wanted_own`` for own money."""

    opened = Signal(object)
    wanted_position = Signal()
    wanted_own = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self._shown: tuple[CashForecast, CashForecast | None, str, str] | None = None
        self.lines: list[CashLine] = []
        theme = context.theme
        self.message = MessageStrip(theme)
        self.figures = Figures(theme, "section", lead=True)
        self.chart, self.balance = ChartView(context), ChartView(context)
        self.chart_card, self.balance_card = Card(theme), Card(theme)
        self.table = DataTable(theme, "analysis.cash", context.preferences, empty_icon="calendar")
        self.model: RowTable[CashLine] = RowTable(
            [], context.runner, lambda line: line.place + 1, parent=self
        )
        self.table.set_model(self.model)
        self.rule = label("", "small", "secondary", wrap=True)
        self._lay_out()
        self.table.opened.connect(self._open_id)
        self.chart.set_opens()
        self.chart.activated.connect(self._open_place)
        self.figures.opened.connect(self._open_figure)

    def _lay_out(self) -> None:
        self.chart_card.body.addWidget(self.chart)
        self.balance_card.body.addWidget(self.balance)
        for view in (self.chart, self.balance):
            view.setFixedHeight(_CHART)
        charts = QHBoxLayout()
        charts.setSpacing(16)
        charts.addWidget(self.chart_card, 3)
        charts.addWidget(self.balance_card, 2)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.figures)
        column.addWidget(self.message)
        column.addLayout(charts)
        column.addWidget(self.table)
        column.addWidget(self.rule)
        column.addStretch(1)
        scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def loading(self, *, on: bool) -> None:
        """The bar while it is worked out."""
        if on:
            self.table.loading.start()
        else:
            self.table.loading.stop()

    # -- showing --------------------------------------------------------------------------------

    def show_forecast(
        self, found: CashForecast, other: CashForecast | None, named: str, about: str = ""
    ) -> None:
        """Show a forecast, with a scenario's beside it; ``about`` says what that does."""
        self._shown = (found, other, named, about)
        formats, shown = self.context.formats, other or found
        self.lines = cash_lines(found, other, formats)
        self.model.set_columns(line_columns(found, other, formats))
        self.model.set_rows(self.lines)
        self.model.set_totals(
            {
                "week": Cell(say("cash_sheet.receivables", formats.lang), strong=True),
                "collections": Cell(formats.whole(shown.receivables, found.currency), strong=True),
            }
        )
        theme = self.context.theme
        rows = len(self.lines) * theme.row_height
        self.table.setFixedHeight(theme.size("tableHeader") + rows + theme.size("totalRow") + _EDGES)
        empty = not found.items and not found.flows and found.opening is None
        self.chart_card.setVisible(not empty)
        self.balance_card.setVisible(not empty)
        self.chart.show_chart(weeks_chart(shown, formats), *self._data(shown))
        self.balance.show_chart(
            balance_chart(found, other, named, formats), *self._balances(found, other, named)
        )
        self._write(found, other, about)

    def _data(self, shown: CashForecast) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        lang, formats = self.context.formats.lang, self.context.formats
        names = ("habit", "announced", "claims", "sales", "incomes", "outflows", "net", "balance")
        heads = [say("cash_sheet.week", lang), *(say(f"cash.part.{name}", lang) for name in names)]

        def cells(week: CashWeek) -> list[str]:
            figures = [getattr(week, name) for name in names]
            texts = ["" if one is None else formats.whole(one, shown.currency) for one in figures]
            return [formats.day(week.start), *texts]

        return heads, [cells(week) for week in shown.weeks]

    def _balances(
        self, found: CashForecast, other: CashForecast | None, named: str
    ) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        formats, lang = self.context.formats, self.context.formats.lang

        def text(minor: int | None) -> str:
            return "" if minor is None else formats.whole(minor, found.currency)

        week = say("cash_sheet.week", lang)
        if other is not None:
            heads = [week, say("overlay.none", lang), named]
            pairs = zip(found.weeks, other.weeks, strict=True)
            if found.opening is None:
                heads = [week, *(f"{say('cash.part.net', lang)}: {name}" for name in heads[1:])]
                return heads, [[formats.day(a.start), text(a.net), text(b.net)] for a, b in pairs]
            return heads, [[formats.day(a.start), text(a.balance), text(b.balance)] for a, b in pairs]
        heads = [
            week,
            say("cash.part.balance", lang),
            say("cash_sheet.low", lang),
            say("cash_sheet.high", lang),
        ]
        return heads, [
            [formats.day(one.start), text(one.balance), text(one.low), text(one.high)] for one in found.weeks
        ]

    def _write(self, found: CashForecast, other: CashForecast | None, about: str) -> None:
        formats, shown = self.context.formats, other or found
        lang, currency = formats.lang, found.currency

        def money(minor: int) -> str:
            return formats.money(minor, currency, whole=True)

        opening, lowest = shown.opening, shown.lowest
        first = self.tr("no data") if opening is None else money(opening.amount)
        note = self.tr("enter it") if opening is None else formats.day(opening.on)
        figures = [
            (self.tr("Own cash"), first, note, "warn" if opening is None else ""),
            (self.tr("Collections, 13 weeks"), money(shown.within), "", ""),
            (self.tr("Outflows, 13 weeks"), money(shown.out), "", ""),
        ]
        if lowest is not None and lowest.balance is not None:
            tone = "danger" if lowest.balance < shown.assumptions.minimum else ""
            week = self.tr("week of {day}").format(day=formats.day_short(lowest.start))
            figures.append((self.tr("Lowest week's end"), money(lowest.balance), week, tone))
        if opening is not None:
            figures.append(self._gap_figure(shown.gap, currency))
        self.figures.set(figures)
        self._say_message(found, other, about)
        gap = "" if lang == "zh" else " "
        self.rule.setText(
            say("cash.rule", lang, days=found.company_habit) + gap + say("cash.week_end_rule", lang)
        )

    def _gap_figure(self, gap: Gap | None, currency: str) -> tuple[str, str, str, str]:
        formats = self.context.formats
        if gap is None:
            return self.tr("Cash gap"), self.tr("none"), self.tr("in 13 weeks"), "good"
        short = formats.money(gap.deepest, currency, whole=True)
        days = self.tr("from {first}, deepest {day}").format(
            first=formats.day_short(gap.on), day=formats.day_short(gap.deepest_on)
        )
        return self.tr("Cash gap"), short, days, "danger"

    def _say_message(self, found: CashForecast, other: CashForecast | None, about: str) -> None:
        formats, shown = self.context.formats, other or found
        lang = formats.lang
        texts, tone = [self.tr("Scenario: {events}").format(events=about)] if about else [], "info"
        if not found.items:
            texts.append(
                self.tr("There are no open items to lay on the weeks: import them or enter invoices.")
            )
        if found.opening is None:
            texts.append(say("cash.no_balance", lang))
        elif old := (found.as_of - found.opening.on).days:
            day = formats.day_in_text(found.opening.on)
            texts.append(say("cash.stale_balance", lang, day=day, n=old))
        if shown.gap is not None:
            texts.append(self._gap_words("cash.gap", shown.gap, found.currency))
            tone = "warn"
        elif shown.late_gap is not None:
            texts.append(self._gap_words("cash.late_gap", shown.late_gap, found.currency))
        if shown.sales is not None:
            monthly = formats.money(shown.sales.monthly, found.currency, whole=True)
            texts.append(say("cash.sales_basis", lang, monthly=monthly, days=shown.sales.days))
        events = other.overlay.events if other is not None and other.overlay is not None else ()
        if events and found.sales is None and all(one.kind == EventKind.SALES for one in events):
            texts.append(say("overlay.no_sales", lang))
        if found.missing_rates:
            texts.append(say("cash.missing_rates", lang, currencies=", ".join(found.missing_rates)))
            tone = "warn"
        if not texts:
            self.message.hide()
            return
        actions = [(self.tr("Enter own cash"), self.wanted_position.emit)] if found.opening is None else []
        self.message.say(tone, "\n".join(texts), actions=actions, closable=False)

    def _gap_words(self, code: str, gap: Gap, currency: str) -> str:
        formats = self.context.formats
        return say(
            code,
            formats.lang,
            day=formats.day_in_text(gap.on),
            short=formats.money(gap.short, currency, whole=True),
            deepest_on=formats.day_in_text(gap.deepest_on),
            deepest=formats.money(gap.deepest, currency, whole=True),
        )

    # -- opening --------------------------------------------------------------------------------

    def _open_id(self, place: int) -> None:
        if 0 < place <= len(self.lines):
            self.opened.emit(self.lines[place - 1])

    def _open_place(self, place: int) -> None:
        self._open_id(place + 1)

    def _open_figure(self, place: int) -> None:
        """Own cash leads to its entry, outflows to own money, the rest to the week it is about."""
        if self._shown is None:
            return
        found, other, *_ = self._shown
        shown = other or found
        if place == 0:
            self.wanted_position.emit()
        elif place == 1:
            self._open_part(0)
        elif place == _OUTFLOWS:
            self.wanted_own.emit()
        elif place == _GAP and shown.gap is not None:
            self._open_part(week_of(shown.as_of, shown.gap.on))
        elif shown.lowest is not None:
            self._open_part(shown.weeks.index(shown.lowest))

    def _open_part(self, part: int | str) -> None:
        line = next((one for one in self.lines if one.part == part), None)
        if line is not None:
            self.table.view.select_id(line.place + 1)
            self.opened.emit(line)

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Weeks of the cash forecast"))
        self.table.say_empty(self.tr("No forecast yet."))
        if self._shown is not None:
            self.show_forecast(*self._shown)
