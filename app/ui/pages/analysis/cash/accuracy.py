"""How well the rule did: what it would have said at past month ends against what came."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.forecast import HORIZON
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, count_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.analysis.cash.charts import backtest_chart
from app.ui.tables.data_table import DataTable
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.message_strip import MessageStrip
from app.words import say
from app.words.formats import percent, ratio

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.cash_backtest import CashBacktest, HorizonError
    from app.services.ports import Control
    from app.ui.context import PageContext

_CHART = 220


class AccuracyView(Retranslated):
    """``read`` runs the back-test on the database worker, once for a day."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: CashBacktest | None = None
        self._day: date | None = None
        theme = context.theme
        self.message = MessageStrip(theme)
        self.figures = Figures(theme, "section")
        self.chart = ChartView(context)
        self.chart.setFixedHeight(_CHART)
        self.card = Card(theme)
        self.card.body.addWidget(self.chart)
        self.table = DataTable(theme, "analysis.cash_backtest", context.preferences, empty_icon="history")
        self.model: RowTable[HorizonError] = RowTable(
            [], context.runner, lambda one: one.week + 1, parent=self
        )
        self.table.set_model(self.model)
        self.rule = label("", "small", "secondary", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.figures, self.message, self.card, self.table, self.rule):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def forget(self) -> None:
        """What is shown is old."""
        self._day = None

    def of_day(self, day: date) -> CashBacktest | None:
        """What was found for a day; None where it was not run for it, or is old."""
        return self.found if self._day == day else None

    def read(self, day: date) -> None:
        """Run the test for a day, unless it was."""
        if self._day == day:
            return
        self._day, self.found = day, None
        cash = self.context.company.cash

        def failed(error: Exception) -> None:
            self._day = None
            self.table.loading.stop()
            self.context.notices.error(error)

        def work(control: Control) -> CashBacktest:
            return cash.backtest(day, control)

        self.table.loading.start()
        self.context.runner.database(
            work, self._show, failed=failed, owner=self, label="cash.backtesting", key="analysis.cash.test"
        )

    def _show(self, found: CashBacktest) -> None:
        self.table.loading.stop()
        self.found = found
        formats = self.context.formats
        self.model.set_columns(self._columns(found.currency))
        self.model.set_rows([one for one in (*found.horizons, found.total) if one.n])
        theme = self.context.theme
        rows = max(4, len(self.model.rows))
        self.table.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + 4)
        names = ("said", "came")
        heads = [self.tr("Month end"), *(say(f"cash_sheet.{name}", formats.lang) for name in names)]
        whole = [one for one in found.origins if one.weeks == HORIZON]
        data = [
            [
                formats.day(one.as_of),
                formats.whole(sum(one.said), found.currency),
                formats.whole(sum(one.came), found.currency),
            ]
            for one in whole
        ]
        self.card.setVisible(bool(whole))
        self.chart.show_chart(backtest_chart(found, HORIZON, formats), heads, data)
        self._write(found)

    def _write(self, found: CashBacktest) -> None:
        lang, days = self.context.formats.lang, found.days
        if not found.origins:
            self.message.say("info", say("cash.no_history", lang), closable=False)
        elif found.few:
            self.message.say("warn", say("cash.few", lang, n=len(found.origins)), closable=False)
        else:
            self.message.hide()
        none = self.tr("no data")

        def share(value: Decimal | None) -> str:
            return none if value is None else ratio(value)

        def number(value: Decimal | None) -> str:
            return none if value is None else self.tr("{n} d").format(n=value)

        due = self.tr("taking the due date: {n}").format(n=number(days.due)) if days.due is not None else ""
        inside = percent(days.inside, days.n) if days.n else none
        whole = found.total
        lean = none
        if whole.came and whole.bias is not None:
            lean = ratio(Decimal(whole.came - whole.said) / whole.came)
        self.figures.set(
            [
                (self.tr("Typical error in days"), number(days.median), due, ""),
                (self.tr("Paid within the range"), inside, self.tr("of %n invoice(s)", "", days.n), ""),
                (self.tr("Error of 13 weeks (WAPE)"), share(whole.wape),
                 self.tr("%n month end(s)", "", whole.n), ""),
                (self.tr("Received against said"), lean, self.tr("below 0: said too much"), ""),
            ]
        )  # fmt: skip
        self.rule.setText(say("cash.backtest_rule", lang))

    def _columns(self, currency: str) -> list[Column[HorizonError]]:
        formats, lang = self.context.formats, self.context.formats.lang

        def money(name: str, value: Callable[[HorizonError], int | Decimal | None]) -> Column[HorizonError]:
            def cell(one: HorizonError) -> Cell:
                minor = value(one)
                if minor is None:
                    return Cell(DASH, tone="tertiary")
                return Cell(formats.whole(round(minor), currency), strong=not one.week)

            titles = {"mae": "MAE", "bias": self.tr("Bias")}
            return Column(
                name,
                lambda: titles.get(name) or say(f"cash_sheet.{name}", lang),
                cell,
                value=value,
                width=120,
                min_width=92,
                align=Align.RIGHT,
                sortable=False,
            )

        def week(one: HorizonError) -> str:
            return self.tr("Week {n}").format(n=one.week) if one.week else say("cash_sheet.whole", lang)

        def wape(one: HorizonError) -> Cell:
            return Cell(DASH, tone="tertiary") if one.wape is None else Cell(ratio(one.wape))

        return [
            text_column("week", lambda: say("cash_sheet.horizon", lang), week, strong=True, width=150,
                        min_width=110, stretch=1, sortable=False),
            count_column("n", lambda: self.tr("Month ends"), lambda one: one.n, formats, width=96,
                         min_width=84, sortable=False),
            money("said", lambda one: one.said),
            money("came", lambda one: one.came),
            money("mae", lambda one: one.mae),
            money("bias", lambda one: one.bias),
            Column("wape", lambda: "WAPE", wape, value=lambda one: one.wape, width=84, min_width=72,
                   align=Align.RIGHT, sortable=False),
        ]  # fmt: skip

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Errors by week"))
        self.table.say_empty(self.tr("Nothing to compare yet."))
        if self.found is not None:
            self._show(self.found)
