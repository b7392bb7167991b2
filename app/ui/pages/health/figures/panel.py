"""All key figures in their groups, eight periods side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.kpi_catalogue import CATALOGUE, KPI_KINDS
from app.domain.kpi_period import PeriodKind, back_from
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.health.figures.columns import FigureLine, line_columns
from app.ui.pages.health.measures.desk import MeasuresPanel
from app.ui.pages.health.measures.said import GROUPS
from app.ui.pages.watch.exporting import export_menu
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.services.health_views import Health
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures
    from app.ui.pages.tabbed import TabbedPage

POINTS = 8
_HEAD = 1000
"""Heads of groups are numbered from here on."""
NUMBERS = {one.key: place for place, one in enumerate(CATALOGUE, 1)}


def lines_of(series: Sequence[Health]) -> list[FigureLine]:
    """Each group with its figures below it."""
    found = []
    for place, (group, keys) in enumerate(GROUPS):
        found.append(FigureLine(_HEAD + place, group))
        found += [FigureLine(NUMBERS[key], group, tuple(one.figure(key) for one in series)) for key in keys]
    return found


class FiguresPanel(MeasuresPanel):
    """``open(figure=…, period=…)`` goes to a figure's row and opens its drawer."""

    def __init__(self, context: PageContext, host: TabbedPage, measures: Measures) -> None:
        super().__init__(context, host, measures)
        theme = context.theme
        self.found: tuple[Health, ...] = ()
        self._key = ""
        self.kind = Segmented()
        self.note = label("", "small", "secondary")
        self.export_button = button(theme, "", "normal", "table", self._export)
        self.exports = TableExports(context, self)
        self.table = DataTable(theme, "health.figures", context.preferences, empty_icon="activity")
        self.model: RowTable[FigureLine] = RowTable([], context.runner, lambda row: row.number, parent=self)
        self.table.set_model(self.model)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.kind)
        top.addWidget(self.note, 1)
        top.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        self.kind.chosen.connect(self._on_kind)
        self.table.opened.connect(self._open_number)
        self.table.current_changed.connect(self._follow)

    # -- reading --------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """A figure, a period."""
        self.measures.take_period(params.get("period"))
        key = params.get("figure")
        if isinstance(key, str) and key in KPI_KINDS:
            self._key = key
            if self.found:
                self._go_to_key()

    def read(self, *_: object) -> None:
        """Eight periods up to the one in view."""
        health, wanted = self.context.company.health, self.wanted()

        def work(control: Control) -> tuple[Health, ...]:
            return health.series(back_from(wanted or health.last_quarter(), POINTS), control)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="health.figures")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: tuple[Health, ...]) -> None:
        self.table.loading.stop()
        self.found = found
        if self.measures.period is None:
            self.measures.settle_on(found[-1].period)
        self._write()
        self.measures.reread()
        self.host.write_titles()
        self.host.tell_status()
        self._go_to_key()

    def _write(self) -> None:
        if not self.found:
            return
        chosen = self.table.view.current_id()
        self.model.set_columns(line_columns(self.context.formats, [one.period for one in self.found]))
        self.model.set_rows(lines_of(self.found))
        if chosen:
            self.table.view.select_id(chosen)
        self._offer_kinds(self.found[-1].period.kind)
        missing = sorted({each for one in self.found for each in one.missing_rates})
        self.note.setText(
            self.tr("Left out for want of a rate: {currencies}").format(currencies=", ".join(missing))
            if missing
            else ""
        )

    def _offer_kinds(self, now: PeriodKind) -> None:
        """Months, quarters, years; and other days while they are looked at."""
        lang = self.context.formats.lang
        kinds = [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR]
        kinds += [PeriodKind.SPAN] if now is PeriodKind.SPAN else []
        self.kind.set_choices([(one.value, say(f"period_kind.{one.value}", lang)) for one in kinds])
        self.kind.set_current(now.value)

    def _on_kind(self, key: str) -> None:
        if key != PeriodKind.SPAN:
            self.measures.take_kind(PeriodKind(key))

    # -- opening --------------------------------------------------------------------------------

    def _go_to_key(self) -> None:
        key, self._key = self._key, ""
        if key:
            self.table.view.select_id(NUMBERS[key])
            self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.measures.open_figure(key)

    def _open_number(self, number: int) -> None:
        if number < _HEAD:
            self.measures.open_figure(CATALOGUE[number - 1].key)

    def _follow(self, number: int) -> None:
        """The open drawer follows the row."""
        if 0 < number < _HEAD:
            self.measures.follow(CATALOGUE[number - 1].key)

    def _export(self) -> None:
        name = self.tr("Key figures")
        title = f"{name} {self.measures.period_line()}"
        export_menu(self.exports, self.export_button, self.table, self.model, title)

    # -- TabPanel -------------------------------------------------------------------------------

    def status(self) -> str:
        """How many figures could be worked out."""
        if not self.found:
            return ""
        known = sum(one.value is not None for one in self.found[-1].figures)
        return self.tr("%n figure(s) worked out", "", known)

    def retranslate(self) -> None:
        """Write every text."""
        self.kind.setAccessibleName(self.tr("Length of the periods"))
        self.export_button.setText(self.tr("Export"))
        self.table.view.setAccessibleName(self.tr("Key figures"))
        if self.found:
            self._write()
        else:
            self._offer_kinds(PeriodKind.QUARTER)
