"""The drawer of a key figure: its formula filled in, target, benchmark, trend, and the rows behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.duty import Duty
from app.ui.pages.customers.guard import guard
from app.ui.pages.health.measures import said
from app.ui.pages.health.measures.charts import trend_chart, trend_table
from app.ui.pages.health.measures.names import Names
from app.ui.pages.health.measures.rows import RowsTable, lead_to
from app.ui.pages.health.measures.values import value_text
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.labels import label, line, set_tone
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from app.services.health_views import Health, HealthFigure, KpiRows
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures

_CHART = 150


@dataclass(frozen=True, slots=True)
class FigureRead:
    """A figure in its period, and the rows behind it."""

    health: Health
    figure: HealthFigure
    rows: KpiRows


class FigureDetail(Detail):
    """``look_at`` reads a figure; another period, target or change of the ledger reads it again."""

    def __init__(self, context: PageContext, measures: Measures) -> None:
        super().__init__()
        self.context, self._measures = context, measures
        self.key = ""
        self.found: FigureRead | None = None
        theme = context.theme
        self.value, self.state = label("", "kpi", strong=True), label("", "bodyStrong")
        self.before = label("", "small", "secondary")
        self.note = label("", "body", wrap=True)
        self.formula = label("", "body", wrap=True)
        self.equation = label("", "body", wrap=True)
        self._operands = QGridLayout()
        self._operands.setHorizontalSpacing(12)
        self._operands.setVerticalSpacing(2)
        self._operands.setColumnStretch(0, 1)
        self._heads = {name: label("", "section") for name in ("formula", "against", "rows")}
        self.target, self.target_source = label("", "bodyStrong"), label("", "small", "secondary", wrap=True)
        self.benchmark = label("", "bodyStrong")
        self.benchmark_source = label("", "small", "secondary", wrap=True)
        self.link_button = button(theme, "", "link", run=self.open_link)
        self.help_button = button(theme, "", "link", "book-open", self._explain)
        self.chart = ChartView(context)
        self.chart.setMinimumHeight(_CHART + 28)
        self.table = RowsTable(context)
        self.row_button = button(theme, "", "normal", "eye", self._open_row)
        self.target_button = button(theme, "", "normal", "flag", self._edit_target)
        self.benchmark_button = button(theme, "", "normal", "scale", self._edit_benchmark)
        for text in (self.note, self.formula, self.equation, self.target_source, self.benchmark_source):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.table.lead.connect(lambda row: lead_to(context.navigator, row))
        self.table.current_changed.connect(lambda _row: self._write_row_button())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.value)
        top.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        for widget in (self.before, self.note, line(), self._heads["formula"], self.formula):
            layout.addWidget(widget)
        layout.addLayout(self._operands)
        layout.addWidget(self.equation)
        layout.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (
            line(), self._heads["against"], self.target, self.target_source, self.benchmark,
            self.benchmark_source,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addWidget(self.link_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(line())
        layout.addWidget(self.chart)
        layout.addWidget(line())
        layout.addWidget(self._heads["rows"])
        layout.addWidget(self.table)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self.target_button)
        both.addWidget(self.benchmark_button)
        self.foot_layout.addLayout(both)
        self.foot_layout.addWidget(self.row_button)

    # -- reading --------------------------------------------------------------------------------

    def look_at(self, key: str) -> None:
        """Show a figure of the period in view."""
        self.key = key
        self.read()

    def read(self) -> None:
        """Read it, and what is behind it."""
        period, key = self._measures.period, self.key
        if period is None or not key:
            return
        health, names = self.context.company.health, Names(self.context)

        def work(control: Control) -> FigureRead:
            found = health.figures(period, control)
            rows = names.rows(health.rows(key, period, control))
            return FigureRead(found, names.noted(found.figure(key), rows), rows)

        self.context.runner.database(
            work, self._show, failed=self.context.notices.error, owner=self, key="health.figure"
        )

    def _show(self, found: FigureRead) -> None:
        self.found = found
        self.table.show_rows(found.rows)
        self._write()

    # -- showing --------------------------------------------------------------------------------

    def write_title(self) -> None:
        """Name the figure at the drawer's head."""
        drawer, found = self._measures.host.drawer, self.found
        if drawer is not None and found is not None:
            lang = self.context.formats.lang
            drawer.set_title(said.figure_name(self.key, lang), self._measures.period_line())

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        one, lang = found.figure, self.context.formats.lang
        if self._measures.host.shows_detail(self):
            self.write_title()
        self.value.setText(said.said_value(one, lang) if one.value is not None else self.tr("No data"))
        self.state.setText(said.said_state(one, lang))
        set_tone(self.state, said.TONES.get(one.state, "secondary"))
        told = value_text(one.before, one.unit, lang)
        head = said.column_names(found.health.period.kind)[1]
        self.before.setText(f"{head} {told}")
        self.note.setText(said.explanation(one, lang))
        self.note.setVisible(bool(self.note.text()))
        self._write_working(one, lang)
        self._write_against(one, lang)
        self.chart.show_chart(trend_chart(one, lang), *trend_table(one, lang))
        self._write_rows(found, lang)
        guard(self.context, self.target_button, self.benchmark_button, duty=Duty.RULES)

    def _write_working(self, one: HealthFigure, lang: str) -> None:
        self.formula.setText(say(f"formula.{one.formula}", lang))
        clear(self._operands)
        for place, operand in enumerate(one.operands):
            name = label(say(f"operand.{operand.name}", lang), "small", "secondary", wrap=True)
            value = label(said.said_operand(operand, lang), "body")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._operands.addWidget(name, place, 0)
            self._operands.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
        self.equation.setText(said.equation(one, lang))
        self.equation.setVisible(bool(self.equation.text()))

    def _write_against(self, one: HealthFigure, lang: str) -> None:
        target = said.said_target(one.target, one.bound, one.unit, lang)
        self.target.setText(
            self.tr("Target {value}").format(value=target) if target else self.tr("No target")
        )
        source = say(f"kpi_target.{one.target.source}", lang) if one.target is not None else ""
        self.target_source.setText(source)
        self.target_source.setVisible(bool(source))
        benchmark = one.benchmark
        self.link_button.setVisible(benchmark is not None and bool(benchmark.url))
        self.benchmark_source.setVisible(benchmark is not None)
        if benchmark is None:
            self.benchmark.setText(self.tr("No benchmark"))
            return
        value = value_text(benchmark.value, one.unit, lang)
        self.benchmark.setText(self.tr("Benchmark {value}").format(value=value))
        source = said.said_source(benchmark, self.context.formats)
        self.benchmark_source.setText(f"{said.measured(benchmark, lang)}\n{source}")
        self.link_button.setToolTip(benchmark.url)

    def _write_rows(self, found: FigureRead, lang: str) -> None:
        name = say(f"operand.{found.rows.operand}", lang)
        count = self.context.formats.count(len(found.rows.rows))
        self._heads["rows"].setText(self.tr("Rows behind: {what}").format(what=f"{name} · {count}"))
        self.table.say_empty(self.tr("Nothing stands behind it."))
        if found.rows.rows:
            self.table.view.select_id(1)
        self._write_row_button()

    def _write_row_button(self) -> None:
        row = self.table.current()
        self.row_button.setEnabled(row is not None)

    # -- acting ---------------------------------------------------------------------------------

    def open_link(self) -> None:
        """Open where the benchmark was published: the only thing here that leaves this computer."""
        benchmark = self.found.figure.benchmark if self.found is not None else None
        if benchmark is not None and benchmark.url:
            url = QUrl(benchmark.url)
            if url.scheme() in {"http", "https"}:
                QDesktopServices.openUrl(url)

    def _explain(self) -> None:
        self.context.events.help_wanted.emit(f"kpi.{self.key}")

    def _open_row(self) -> None:
        if (row := self.table.current()) is not None:
            lead_to(self.context.navigator, row)

    def _edit_target(self) -> None:
        self._measures.edit_target(self.key)

    def _edit_benchmark(self) -> None:
        self._measures.edit_benchmark(self.key)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self._heads["formula"].setText(self.tr("How it is worked out"))
        self._heads["against"].setText(self.tr("Target and benchmark"))
        self.link_button.setText(self.tr("Open the source in the browser"))
        self.help_button.setText(self.tr("What this figure means, and what to do"))
        self.target_button.setText(self.tr("Target…"))
        self.benchmark_button.setText(self.tr("Benchmark…"))
        self.row_button.setText(self.tr("Open the row"))
        self.table.view.setAccessibleName(self.tr("Rows behind the figure"))
        self.table.write()
        self._write()
        self.read()  # customers go by other names
