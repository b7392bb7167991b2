"""All scenarios on the debtors of a day, together where checked, and what breaks us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.analysis.stress.columns import (
    FIGURES,
    LEFT,
    StressRow,
    data_of,
    stress_columns,
    tornado,
)
from app.ui.pages.analysis.stress.naming import breaking_lines, scenario_name
from app.ui.pages.customers.guard import guard, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.figures import Figures
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from app.services.stress_views import StressOutcome
    from app.ui.context import PageContext
    from app.ui.pages.analysis.stress.panel import StressRead

_EDGE, _FEW, _BARS, _BAR = 12, 3, 60, 26


class ScenariosView(Retranslated):
    """``opened`` carries a row's key, ``broken`` the name of what breaks us."""

    opened = Signal(int)
    broken = Signal(str)
    wanted_bearing = Signal()
    combined = Signal()
    together_opened = Signal()
    together_kept = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: StressRead | None = None
        self.together: StressOutcome | None = None
        theme = context.theme
        self.figures = Figures(theme, "section", lead=True)
        self.message = MessageStrip(theme)
        self.together_card = Card(theme, " ")
        self.together_figures = Figures(theme)
        self.open_button = button(theme, "", "normal", "eye", self.together_opened.emit, small=True)
        self.keep_button = button(theme, "", "normal", "plus", self.together_kept.emit, small=True)
        self.clear_button = button(theme, "", "quiet", "x", self._clear, small=True)
        self.table = DataTable(theme, "analysis.stress", context.preferences, empty_icon="activity")
        self.model: RowTable[StressRow] = RowTable(
            [], context.runner, lambda row: row.key, checkable=True, parent=self
        )
        self.table.set_model(self.model)
        self.chart_card, self.break_card = Card(theme, " "), Card(theme, " ")
        self.chart = ChartView(context, head=False)
        self.lines = LineList(theme, most=6)
        self._names: list[str] = []
        self._lay_out()
        self.table.opened.connect(self.opened)
        self.table.checks_changed.connect(self.combined)
        self.table.clear_filter.connect(lambda: context.navigator.go("importing"))
        self.chart.set_opens()
        self.chart.activated.connect(self._open_bar)
        self.lines.opened.connect(self._open_line)
        self.lines.clicked.connect(lambda _index: self._open_line(self.lines.current_id()))
        self.figures.opened.connect(self._open_figure)

    def _lay_out(self) -> None:
        for each in (self.open_button, self.keep_button, self.clear_button):
            self.together_card.add_action(each)
        self.together_card.body.addWidget(self.together_figures)
        self.together_card.hide()
        self.chart_card.add_action(self.chart.data_button)
        self.chart_card.body.addWidget(self.chart)
        self.break_card.body.addWidget(self.lines)
        self.break_card.body.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addWidget(self.chart_card, 3)
        cards.addWidget(self.break_card, 2)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for widget in (self.figures, self.message, self.together_card, self.table):
            column.addWidget(widget)
        column.addLayout(cards)
        column.addStretch(1)
        scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    # -- showing --------------------------------------------------------------------------------

    def show_stress(self, found: StressRead) -> None:
        """Show the day's."""
        self.found = found
        formats, theme = self.context.formats, self.context.theme
        self.model.set_columns(stress_columns(found.ground, formats))
        self.model.set_rows(found.rows if found.ground.debtors else [])
        count = max(_FEW + 2, self.model.rowCount())
        self.table.setFixedHeight(theme.size("tableHeader") + count * theme.row_height + _EDGE)
        self._write(found)
        self._write_chart(found)
        self._write_breaking(found)

    def _write(self, found: StressRead) -> None:
        formats, ground = self.context.formats, found.ground
        lang, bearing, currency = formats.lang, ground.bearing, ground.currency

        def money(minor: int | None) -> str:
            return self.tr("not known") if minor is None else formats.money(minor, currency, whole=True)

        cash, equity = say("stress_column.cash", lang), say("stress_column.equity", lang)
        debtors = len({one.customer_id for one in ground.debtors})
        self.figures.set(
            [
                (self.tr("Receivables"), money(ground.open), self.tr("%n customer(s)", "", debtors), ""),
                (cash, money(bearing.cash), self._from(bearing.cash_from, bearing.source),
                 self._tone(bearing.cash)),
                (equity, money(bearing.equity), self._from(bearing.equity_from, bearing.source),
                 self._tone(bearing.equity)),
                (self.tr("Horizon"), self.tr("%n day(s)", "", ground.base.horizon), self.tr("13 weeks"), ""),
            ]
        )  # fmt: skip
        texts, tone = [], "info"
        if not ground.debtors:
            texts.append(self.tr("Nobody owes anything on this day, so nothing can be lost."))
        if bearing.cash is None or bearing.equity is None:
            missing = [
                name for name, value in ((cash, bearing.cash), (equity, bearing.equity)) if value is None
            ]
            text = self.tr("Not known: {figures}. What is left of it cannot be said until it is entered.")
            texts.append(text.format(figures=", ".join(missing)))
        if not ground.insured:
            texts.append(self.tr("No insurance policy is entered: every loss is borne in full."))
        if ground.missing:
            text = self.tr("Left out, for want of an exchange rate: {currencies}")
            texts.append(text.format(currencies=", ".join(ground.missing)))
            tone = "warn"
        if not texts:
            self.message.hide()
            return
        able = (bearing.cash is None or bearing.equity is None) and writable(self.context)
        actions = [(self.tr("Enter them"), self.wanted_bearing.emit)] if able else []
        self.message.say(tone, "\n".join(texts), actions=actions, closable=False)

    def _from(self, where: str, source: str) -> str:
        text = say(f"stress_from.{where}", self.context.formats.lang)
        return f"{text}: {source}" if where == "typed" and source else text

    @staticmethod
    def _tone(minor: int | None) -> str:
        if minor is None:
            return "warn"
        return "danger" if minor < 0 else ""

    def _write_chart(self, found: StressRead) -> None:
        formats = self.context.formats
        outcomes = [row.outcome for row in found.rows]
        title = self.tr("What costs most")
        self.chart_card.set_title(title, self.tr("amber: cash or equity used up"))
        chart = tornado(outcomes, found.ground, title, formats)
        self.chart.show_chart(chart, *data_of(outcomes, found.ground, formats))
        self.chart.setFixedHeight(_BARS + _BAR * max(_FEW, len(chart.rows)))
        self.chart_card.setVisible(bool(chart.rows))

    def _write_breaking(self, found: StressRead) -> None:
        self.break_card.set_title(self.tr("What breaks us"))
        told = breaking_lines(found.breaking, self.context.formats.lang)
        self._names = [name for name, _ in told]
        forecast = self.tr("Show the cash forecast")
        typed = self.tr("Enter cash or equity")
        note = {"unknown": typed, "none": " ", "already_cash": forecast, "already_equity": typed}
        self.lines.show_lines(
            [
                Line(place, "", text, note.get(name, self.tr("Show whom and how much")))
                for place, (name, text) in enumerate(told, 1)
            ]
        )
        self.break_card.setVisible(bool(found.ground.debtors))

    def show_together(self, outcome: StressOutcome | None, names: list[str]) -> None:
        """Show several scenarios at once; None hides them."""
        self.together = outcome
        self.together_card.setVisible(outcome is not None)
        if outcome is None or self.found is None:
            return
        formats, currency = self.context.formats, self.found.ground.currency
        self.together_card.set_title(self.tr("Together"), " + ".join(names))
        figures = []
        for name in FIGURES:
            minor: int | None = getattr(outcome.result, name)
            text = "–" if minor is None else formats.money(minor, currency, whole=True)
            below = name in LEFT and minor is not None and minor < 0
            note = self.tr("used up") if below else ""
            figures.append(
                (say(f"stress_column.{name}", formats.lang), text, note, "danger" if below else "")
            )
        self.together_figures.set(figures)
        guard(self.context, self.keep_button)

    def _clear(self) -> None:
        self.model.clear_checks()

    # -- opening --------------------------------------------------------------------------------

    def _open_bar(self, place: int) -> None:
        if self.found is not None:
            drawn = [row for row in self.found.rows if row.outcome.result.cost]
            if place < len(drawn):
                self.table.view.select_id(drawn[place].key)
                self.opened.emit(drawn[place].key)

    def _open_line(self, row_id: int) -> None:
        if 0 < row_id <= len(self._names):
            self.broken.emit(self._names[row_id - 1])

    def _open_figure(self, place: int) -> None:
        if place == 0:
            self.context.navigator.go("aging")
        elif place == _FEW:
            self.context.navigator.go("analysis", tab="cash")
        else:
            self.wanted_bearing.emit()

    def names_of(self, keys: frozenset[int]) -> list[str]:
        """What the rows are called."""
        rows = self.found.rows if self.found is not None else ()
        return [
            scenario_name(row.outcome.scenario, self.context.formats.lang) for row in rows if row.key in keys
        ]

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Scenarios, the costliest first"))
        self.lines.setAccessibleName(self.tr("What breaks us"))
        self.table.say_empty(self.tr("Nobody owes anything on this day."), self.tr("Import data"))
        self.open_button.setText(self.tr("Show whom"))
        self.keep_button.setText(self.tr("Keep as a scenario…"))
        self.clear_button.setText(self.tr("Uncheck"))
        if self.found is not None:
            self.show_stress(self.found)
            self.show_together(self.together, self.names_of(self.model.checked))
