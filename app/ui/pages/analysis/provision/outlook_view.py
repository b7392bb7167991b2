"""What the provision hangs on, as bars and figures, and how it moved since the end of the last quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.chart import BarChart, BarRow
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow, figure, named
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import label
from app.words import say
from app.words.provision_names import bucket_names, segment_name, sensitivity_name

if TYPE_CHECKING:
    from app.domain.provision_sheet import CellChange
    from app.ui.context import PageContext
    from app.ui.pages.analysis.provision.reading import ProvisionRead

_CHART = 250


class OutlookView(Retranslated):
    """``opened`` carries segment and bucket of the cell whose debts are asked for."""

    opened = Signal(str, int)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: ProvisionRead | None = None
        self.chart = ChartView(context, head=False)
        self.card = Card(context.theme, " ")
        self.card.add_action(self.chart.data_button)
        self.card.body.addWidget(self.chart)
        self.card.setFixedHeight(_CHART)
        self.title = label("", "section")
        self.table = LinesTable(context, "provision.compare", icon="history")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.empty = EmptyState(context.theme, "scale")
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.card)
        layout.addWidget(self.title)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self._on_row)

    def show_provision(self, found: ProvisionRead) -> None:
        """Show the day."""
        self.found = found
        self._write()

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        owed = bool(found.sheet.result.cells)
        self.card.setVisible(owed)
        self.empty.setVisible(not owed)
        self.empty.say(self.tr("Nothing is owed on this day."), self.tr("Import data"))
        self._write_chart(found)
        self._write_table(found)

    def _write_chart(self, found: ProvisionRead) -> None:
        formats, base = self.context.formats, found.sheet.base
        heads = tuple(say(f"provision_column.{key}", formats.lang) for key in ("provided", "change"))
        bars, rows = [], []
        for one in found.paper.sensitivities:
            name = sensitivity_name(one.code, one.params, formats.lang)
            sign = "+" if one.change > 0 else ""
            texts = (formats.whole(one.total, base), f"{sign}{formats.whole(one.change, base)}")
            role = "warn" if one.change > 0 else "primary"
            bars.append(BarRow(name, one.change / 100, texts, role))
            rows.append((name, *texts))
        title = say("provision_paper.sensitivity", formats.lang)
        self.card.set_title(title)
        chart = BarChart(title, tuple(bars), heads) if bars else None
        self.chart.show_chart(chart, (say("provision_column.what", formats.lang), *heads), rows)

    def _write_table(self, found: ProvisionRead) -> None:
        formats, compared = self.context.formats, found.paper.comparison
        lang = formats.lang
        told = compared is not None and bool(compared.cells)
        self.title.setVisible(told)
        self.table.setVisible(told)
        if compared is None:
            return
        day = formats.day_in_text(compared.before.as_of)
        self.title.setText(say("provision_paper.compare", lang, day=day))
        gross, provided, was, now = (
            say(f"provision_column.{key}", lang) for key in ("gross", "provided", "before", "after")
        )
        several = found.sheet.segments != ("",)
        heads = (
            *((named("segment", lang, width=130, min_width=90, stretch=1),) if several else ()),
            named("bucket", lang, width=110, min_width=90, stretch=1),
            Head("gross_before", f"{gross} · {was}", figure=True, width=112, min_width=84),
            Head("gross_after", f"{gross} · {now}", figure=True, width=112, min_width=84),
            Head("before", f"{provided} · {was}", figure=True, width=112, min_width=84),
            Head("after", f"{provided} · {now}", figure=True, width=112, min_width=84),
            Head("volume", say("provision_paper.volume", lang), figure=True, width=96, min_width=76),
            Head("rates", say("provision_paper.rate_change", lang), figure=True, width=96, min_width=76),
        )
        rows = [PlainRow(place, self._cells(one, found)) for place, one in enumerate(compared.cells, 1)]
        before, after = compared.before, compared.after
        special = self._amounts((0, 0, before.specific, after.specific, 0, 0), found)
        if before.specifics or after.specifics:
            name = Cell(say("provision_paper.specifics", lang), strong=True)
            gap = (Cell(""),) if several else ()
            rows.append(PlainRow(len(rows) + 1, (name, *gap, *special)))
        volume, rate = (sum(getattr(one, key) for one in compared.cells) for key in ("volume", "rate"))
        sums = (before.gross, after.gross, before.total, after.total, volume, rate)
        total = Cell(say("paper.total", lang), strong=True)
        gap = (Cell(""),) if several else ()
        self.table.show_lines(heads, rows, (total, *gap, *self._amounts(sums, found)))

    def _cells(self, one: CellChange, found: ProvisionRead) -> tuple[Cell, ...]:
        sheet, lang = found.sheet, self.context.formats.lang
        names = bucket_names(sheet.policy.ageing, sheet.buckets.limits, lang)
        amounts = (one.gross_before, one.gross_after, one.before, one.after, one.volume, one.rate)
        segment = Cell(segment_name(sheet.policy.segmenting, one.segment, sheet.names, lang), strong=True)
        return (
            *((segment,) if sheet.segments != ("",) else ()),
            Cell(names[one.bucket]),
            *self._amounts(amounts, found),
        )

    def _amounts(self, amounts: tuple[int, ...], found: ProvisionRead) -> tuple[Cell, ...]:
        return tuple(figure(self.context, minor, found.sheet.base) for minor in amounts)

    def _on_row(self, row: int) -> None:
        compared = self.found.paper.comparison if self.found is not None else None
        if compared is not None and row <= len(compared.cells):
            cell = compared.cells[row - 1]
            self.opened.emit(cell.segment, cell.bucket)

    def regions(self) -> tuple[QWidget, ...]:
        """What the keyboard goes through."""
        return self.card, self.table

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.chart.retranslate()
        self.table.view.setAccessibleName(self.tr("Compared with the last quarter"))
        self._write()
