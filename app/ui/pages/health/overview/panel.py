"""The overview: nine figures with their targets, two trends, the risk map, who owes most."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.kpi_catalogue import CATALOGUE
from app.ui.models.row_table import RowTable
from app.ui.pages.health.measures import said
from app.ui.pages.health.measures.charts import share_heads, share_rows, trend_chart, trend_table
from app.ui.pages.health.measures.desk import MeasuresPanel
from app.ui.pages.health.measures.heat_card import HeatCard
from app.ui.pages.health.measures.names import NAMED, Names
from app.ui.pages.health.overview.columns import figure_columns
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.share_bars import ShareBars
from app.words.formats import ratio

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from app.services.health_views import Concentrated, Health, HealthFigure, HeatMap
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures
    from app.ui.pages.tabbed import TabbedPage

KEYS = (
    "dso",
    "overdue_rate",
    "over_90",
    "bad_debt_ratio",
    "insured_share",
    "cei",
    "promises_kept",
    "dispute_share",
    "largest",
)
"""The figures a glance takes in; all of them stand on the next tab."""
CHARTED = ("dso", "overdue_rate")
NUMBERS = {one.key: place for place, one in enumerate(CATALOGUE, 1)}
"""What stands for a figure in a table."""
_LARGEST, _WIDE, _CHART, _EDGE = 6, 1040, 132, 6


@dataclass(frozen=True, slots=True)
class OverviewRead:
    """All figures of the period, those shown, the map and the shares at its end."""

    health: Health
    figures: Sequence[HealthFigure]
    heat: HeatMap
    shares: Concentrated


class OverviewPanel(MeasuresPanel):
    """``open(figure=…, period=…)`` opens a figure's drawer."""

    def __init__(self, context: PageContext, host: TabbedPage, measures: Measures) -> None:
        super().__init__(context, host, measures)
        theme = context.theme
        self.found: OverviewRead | None = None
        self._wide: bool | None = None
        self._key = ""
        self.message = MessageStrip(theme)
        self.card = Card(theme, " ", padded=False)
        self.all_button = button(theme, "", "link", run=self._see_all)
        self.table = DataTable(
            theme, "health.overview", context.preferences, framed=False, empty_icon="activity"
        )
        self.model: RowTable[HealthFigure] = RowTable(
            [], context.runner, lambda row: NUMBERS[row.key], parent=self
        )
        self.table.set_model(self.model)
        self.trends = {key: ChartView(context, head=False) for key in CHARTED}
        self.trend_cards = {key: Card(theme, " ") for key in CHARTED}
        self.heat = HeatCard(context, measures)
        self.share_card = Card(theme, " ")
        self.shares = ShareBars(context)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.card.add_action(self.all_button)
        self.card.body.setContentsMargins(0, 0, 0, 0)
        self.card.body.addWidget(self.table)
        rows = theme.size("tableHeader") + len(KEYS) * theme.row_height
        self.table.setMinimumHeight(rows + _EDGE)
        for key, card in self.trend_cards.items():
            card.add_action(self.trends[key].data_button)
            self.trends[key].setMinimumHeight(_CHART)
            self.trends[key].set_opens()
            card.body.addWidget(self.trends[key], 1)
        self.share_card.add_action(self.shares.data_button)
        self.share_card.body.addWidget(self.shares, 1)
        body = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.message)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.scroller = scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        self._arrange(wide=True)

    def _arrange(self, *, wide: bool) -> None:
        """As drawn where there is room; else the cards below each other, the trends side by side."""
        if wide == self._wide:
            return
        self._wide = wide
        first, second = self.trend_cards.values()
        cells: tuple[tuple[QWidget, int, int, int, int], ...] = (
            ((self.card, 0, 0, 2, 13), (first, 0, 13, 1, 7), (second, 1, 13, 1, 7),
             (self.heat, 2, 0, 1, 11), (self.share_card, 2, 11, 1, 9))
            if wide
            else ((self.card, 0, 0, 1, 20), (first, 1, 0, 1, 10), (second, 1, 10, 1, 10),
                  (self.heat, 2, 0, 1, 20), (self.share_card, 3, 0, 1, 20))
        )  # fmt: skip
        for widget, *_ in cells:
            self._grid.removeWidget(widget)
        for widget, row, across, rows, columns in cells:
            self._grid.addWidget(widget, row, across, rows, columns)
        for place in range(20):
            self._grid.setColumnStretch(place, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window or the drawer gives more or less room."""
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _WIDE)

    def _connect(self) -> None:
        self.table.opened.connect(self._open_number)
        self.table.clear_filter.connect(lambda: self.context.navigator.go("importing"))
        self.table.current_changed.connect(self._follow)
        for key, chart in self.trends.items():
            chart.activated.connect(partial(self._open_point, key))
        self.shares.activated.connect(self._open_share)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A figure, a period."""
        self.measures.take_period(params.get("period"))
        key = params.get("figure")
        if isinstance(key, str) and key in NUMBERS:
            self._open_key(key)

    def _open_key(self, key: str) -> None:
        """Go to a figure's row, and open its drawer."""
        self._key = key
        if self.found is not None:
            self._go_to_key()

    def read(self, *_: object) -> None:
        """Work out the period in view; at first the last quarter that is over."""
        health, wanted, names = self.context.company.health, self.wanted(), Names(self.context)

        def work(control: Control) -> OverviewRead:
            period = wanted or health.last_quarter()
            found = health.figures(period, control)
            figures = [
                names.noted(one, names.rows(health.rows(one.key, period))) if one.note == NAMED else one
                for one in map(found.figure, KEYS)
            ]
            return OverviewRead(
                found,
                figures,
                names.heat(health.heat_map(period)),
                names.shares(health.concentration(period)),
            )

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="health.overview")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: OverviewRead) -> None:
        self.table.loading.stop()
        self.found = found
        if self.measures.period is None:
            self.measures.settle_on(found.health.period)
        self._write()
        self.measures.reread()
        self.host.write_titles()
        self.host.tell_status()
        self._go_to_key()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        formats, health = self.context.formats, found.health
        lang = formats.lang
        figures = found.figures
        self.model.set_columns(figure_columns(formats, health.period.kind))
        self.model.set_rows(figures)
        count = {state: sum(one.state == state for one in figures) for state in ("ok", "near", "miss")}
        told = self.tr("{ok} met · {near} near · {miss} missed").format(**count)
        self.card.set_title(self.tr("Figures"), told)
        for key in CHARTED:
            one = health.figure(key)
            note = self.tr("days") if one.unit == "days" else ""
            self.trend_cards[key].set_title(said.figure_name(key, lang), note)
            self.trends[key].show_chart(trend_chart(one, lang), *trend_table(one, lang))
        self.heat.show_map(found.heat)
        self._write_shares(found.shares)
        self._write_message(found)

    def _write_shares(self, shares: Concentrated) -> None:
        limit = ratio(shares.limit, 0)
        self.share_card.set_title(
            self.tr("Customer concentration"),
            self.tr("dashed: limit for one customer {limit}").format(limit=limit),
        )
        rows = share_rows(shares, self.context.formats, _LARGEST)
        self.shares.show_shares(
            self.tr("Customer concentration"), share_heads(), rows, (limit, float(shares.limit))
        )

    def _write_message(self, found: OverviewRead) -> None:
        """Currencies left out, for want of a rate; a company without documents."""
        health = found.health
        if not found.heat.balances and all(health.figure(key).value is None for key in KEYS):
            self.message.say(
                "info",
                self.tr("Nothing is in the ledger yet: figures appear with the first invoices."),
                actions=[(self.tr("Import data"), lambda: self.context.navigator.go("importing"))],
                closable=False,
            )
        elif health.missing_rates:
            text = self.tr("Left out for want of a rate: {currencies}").format(
                currencies=", ".join(health.missing_rates)
            )
            go = self.context.navigator.go
            self.message.say(
                "warn",
                text,
                actions=[(self.tr("Enter rates"), lambda: go("settings", tab="rates"))],
                closable=False,
            )
        else:
            self.message.hide()

    # -- opening --------------------------------------------------------------------------------

    def _go_to_key(self) -> None:
        key, self._key = self._key, ""
        if not key:
            return
        if key in KEYS:
            self.table.view.select_id(NUMBERS[key])
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.measures.open_figure(key)

    def _open_number(self, number: int) -> None:
        self.measures.open_figure(CATALOGUE[number - 1].key)

    def _follow(self, number: int) -> None:
        """The open drawer follows the row."""
        if number:
            self.measures.follow(CATALOGUE[number - 1].key)

    def _open_point(self, key: str, place: int) -> None:
        """A point of a trend: its period, with the figure open."""
        if self.found is not None:
            trend = self.found.health.figure(key).trend
            if 0 <= place < len(trend):
                self.measures.open_figure(key)
                self.measures.look_at(trend[place].period)

    def _open_share(self, place: int) -> None:
        if self.found is None:
            return
        if place < min(_LARGEST, len(self.found.shares.rows)):
            who = self.found.shares.rows[place].customer_id
            self.context.navigator.go("customers", customer_id=who)
        else:
            self.host.open({"tab": "risk"})

    def _see_all(self) -> None:
        self.host.open({"tab": "figures"})

    # -- TabPanel -------------------------------------------------------------------------------

    def status(self) -> str:
        """How many figures were worked out."""
        if self.found is None:
            return ""
        known = sum(one.value is not None for one in self.found.health.figures)
        return self.tr("%n figure(s) worked out", "", known)

    def retranslate(self) -> None:
        """Write every text."""
        self.all_button.setText(self.tr("All figures →"))
        self.table.view.setAccessibleName(self.tr("Key figures"))
        self.heat.retranslate()
        self.card.set_title(self.tr("Figures"))
        if self.found is not None:
            self._write()
            self.read()  # customers go by other names
