"""Where the risk lies: the map by grade, region or industry, who owes most, moves of grades, aging."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.kpi_period import back_from
from app.ui.models.columns import Cell
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.health.measures.charts import aging_chart, aging_table, aging_unit
from app.ui.pages.health.measures.desk import MeasuresPanel
from app.ui.pages.health.measures.heat_card import HeatCard
from app.ui.pages.health.measures.names import Names
from app.ui.pages.health.risk.columns import share_columns
from app.ui.pages.health.risk.moves import MovesCards
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.segmented import Segmented
from app.words.formats import ratio

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from app.domain.kpi_period import Period
    from app.services.health_views import AgingTrend, Concentrated, CustomerShare, HeatMap, Migration
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures
    from app.ui.pages.tabbed import TabbedPage

WAYS = ("grade", "region", "industry")
POINTS = 8
_WIDE, _MAP, _SHARES, _CHART = 1040, 380, 380, 240


@dataclass(frozen=True, slots=True)
class RiskRead:
    """Everything at the end of a period, and the eight periods up to it."""

    period: Period
    heat: HeatMap
    shares: Concentrated
    moves: Migration
    aging: AgingTrend


class RiskPanel(MeasuresPanel):
    """``open(by=…)`` shows the map by grade, region or industry."""

    def __init__(self, context: PageContext, host: TabbedPage, measures: Measures) -> None:
        super().__init__(context, host, measures)
        theme = context.theme
        self.found: RiskRead | None = None
        self._wide: bool | None = None
        self.by = Segmented()
        self.heat = HeatCard(context, measures)
        self.heat.card.add_action(self.by)
        self.heat.setMinimumHeight(_MAP)
        self.share_card = Card(theme, " ", padded=False)
        self.export_button = button(theme, "", "link", run=self._export)
        self.exports = TableExports(context, self)
        self.table = DataTable(theme, "health.shares", context.preferences, framed=False, empty_icon="users")
        self.shares: RowTable[CustomerShare] = RowTable(
            [], context.runner, lambda row: row.customer_id, parent=self
        )
        self.table.set_model(self.shares)
        self.table.setMinimumHeight(_SHARES)
        self.moves_cards = MovesCards(context, measures)
        self.aging_card = Card(theme, " ")
        self.aging = ChartView(context, head=False)
        self.aging.setMinimumHeight(_CHART)
        self.aging.set_opens()
        self._lay_out()
        self.by.chosen.connect(self.read)
        self.table.opened.connect(lambda who: context.navigator.go("customers", customer_id=who))
        self.aging.activated.connect(self._open_aging)

    def _lay_out(self) -> None:
        self.share_card.add_action(self.export_button)
        self.share_card.body.setContentsMargins(0, 0, 0, 0)
        self.share_card.body.addWidget(self.table, 1)
        self.aging_card.add_action(self.aging.data_button)
        self.aging_card.body.addWidget(self.aging, 1)
        body = QWidget()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addLayout(self._grid)
        column.addWidget(self.moves_cards)
        column.addWidget(self.aging_card)
        column.addStretch(1)
        self.scroller = scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        self._arrange(wide=True)

    def _arrange(self, *, wide: bool) -> None:
        """Map and customers beside each other where there is room."""
        if wide == self._wide:
            return
        self._wide = wide
        for widget in (self.heat, self.share_card):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.heat, 0, 0)
        self._grid.addWidget(self.share_card, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 11)
        self._grid.setColumnStretch(1, 9 if wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The window or the drawer gives more or less room."""
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _WIDE)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """By what the map is drawn, which period."""
        self.measures.take_period(params.get("period"))
        by = str(params.get("by", ""))
        if by in WAYS and by != self.by.current:
            self.by.set_current(by)
            self.read()

    def read(self, *_: object) -> None:
        """Everything at the end of the period in view; at first of the last quarter that is over."""
        health, wanted, by = self.context.company.health, self.wanted(), self.by.current or WAYS[0]
        today, names = self.context.company.clock.today(), Names(self.context)

        def work(_control: Control) -> RiskRead:
            period = wanted or health.last_quarter()
            return RiskRead(
                period,
                names.heat(health.heat_map(period, by)),
                names.shares(health.concentration(period)),
                names.moves(health.migration(period.before_start, period.cut(today).end)),
                health.aging_trend(back_from(period, POINTS)),
            )

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="health.risk")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: RiskRead) -> None:
        self.table.loading.stop()
        self.found = found
        if self.measures.period is None:
            self.measures.settle_on(found.period)
        self._write()
        self.host.write_titles()
        self.host.tell_status()

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        formats, base = self.context.formats, found.shares.base
        self.heat.show_map(found.heat)
        self.heat.setMinimumHeight(_MAP if found.heat.by == "grade" else 0)
        self.shares.set_columns(share_columns(formats, base))
        self.shares.set_rows(found.shares.rows)
        total = formats.whole(found.shares.total, base)
        self.shares.set_totals(
            {
                "customer": Cell(self.tr("Total"), strong=True),
                "share": Cell(ratio(Decimal(1), 0) if found.shares.rows else "", strong=True),
                "balance": Cell(total, strong=True),
            }
        )
        limit = ratio(found.shares.limit, 0)
        above = sum(one.above for one in found.shares.rows)
        told = self.tr("%n above the limit of {limit}", "", above).format(limit=limit)
        self.share_card.set_title(self.tr("Customer concentration"), told)
        self.moves_cards.show_moves(found.moves, base)
        unit = aging_unit(found.aging, formats)
        self.aging_card.set_title(
            self.tr("Aging trend"), self.tr("{unit}; a column opens the board of that day").format(unit=unit)
        )
        self.aging.show_chart(aging_chart(found.aging, formats), *aging_table(found.aging, formats))

    # -- opening --------------------------------------------------------------------------------

    def _open_aging(self, place: int) -> None:
        """The aging board as of the end of a column's period."""
        if self.found is not None and 0 <= place < len(self.found.aging.points):
            day = self.found.aging.points[place].as_of
            self.context.navigator.go("aging", scope="all", as_of=day)

    def _export(self) -> None:
        name = self.tr("Customer concentration")
        title = f"{name} {self.measures.period_line()}"
        export_menu(self.exports, self.export_button, self.table, self.shares, title)

    # -- TabPanel -------------------------------------------------------------------------------

    def status(self) -> str:
        """How many customers owe anything."""
        return self.tr("%n customer(s) owing", "", len(self.found.shares.rows)) if self.found else ""

    def retranslate(self) -> None:
        """Write every text."""
        self.by.setAccessibleName(self.tr("Rows of the map"))
        names = (self.tr("Grade"), self.tr("Region"), self.tr("Industry"))
        self.by.set_choices(list(zip(WAYS, names, strict=True)))
        self.export_button.setText(self.tr("Export"))
        self.table.view.setAccessibleName(self.tr("Customer concentration"))
        self.table.say_empty(self.tr("Nobody owes anything on this day."))
        self.aging.drawing.setAccessibleName(self.tr("Aging trend"))
        if self.found is not None:
            self._write()
            self.read()  # customers go by other names
