"""The back-test: could grades, late ratios and alerts tell who would pay late, and how sure is that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.dialogs.controls import Choice
from app.ui.models.columns import DASH
from app.ui.models.row_table import RowTable
from app.ui.pages.analysis.backtest.columns import (
    grade_columns,
    measure_columns,
    quality,
    rate_chart,
    share,
)
from app.ui.pages.tabbed import TabPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.card import Card
from app.ui.widgets.chart_view import ChartView
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.figures import Figures
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import scrolled
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from app.domain.backtest import GradeRate, Measure
    from app.services.backtest import Backtest
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

_MONTHS = (12, 6, 24, 36)
_LATE = (0, 15, 30, 60, 90)
_ROW, _CHART_FRAME, _CHOICE = 28, 44, 210


class BacktestPanel(TabPanel):
    """Nothing here is stored: every figure is worked out from what was known then and what came."""

    moves = frozenset({"document", "allocation", "stored_assessment", "alert", "grade_override", "rate"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.found: Backtest | None = None
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.months = Choice([(number, "") for number in _MONTHS])
        self.late = Choice([(number, "") for number in _LATE])
        for choice in (self.months, self.late):
            choice.setMinimumWidth(_CHOICE)
        self.message = MessageStrip(theme)
        self.figures = Figures(theme, "section")
        self.empty = EmptyState(theme, "history")
        self.grade_card, self.more_card = Card(theme, " "), Card(theme, " ")
        self.who, self.who_note = label("", "section"), label("", "small", "secondary", wrap=True)
        self.chart = ChartView(context, head=False)
        self.grade_card.add_action(self.chart.data_button)
        self.grades: RowTable[GradeRate] = RowTable(
            [], context.runner, lambda one: "ABCD".find(one.grade or "x") + 2, parent=self
        )
        self.measures: RowTable[Measure] = RowTable(
            [], context.runner, lambda one: list(type(one.predictor)).index(one.predictor) + 1, parent=self
        )
        self.grade_table = DataTable(theme, "analysis.backtest_grades", context.preferences)
        self.measure_table = DataTable(theme, "analysis.backtest_measures", context.preferences)
        self.grade_table.set_model(self.grades)
        self.measure_table.set_model(self.measures)
        self.more = [label("", "body", wrap=True) for _ in range(4)]
        self.honest = label("", "small", "secondary", wrap=True)
        self._lay_out()
        self.as_of.changed.connect(self.read)
        self.months.activated.connect(self.read)
        self.late.activated.connect(self.read)
        self.grade_table.opened.connect(self._open_grade)
        self.empty.action.connect(lambda: context.navigator.go("importing"))

    def _lay_out(self) -> None:
        bar = QWidget()
        filters = FlowLayout(bar)
        for widget in (self.as_of, self.months, self.late):
            filters.addWidget(widget)
        self.grade_card.body.addWidget(self.chart)
        for line in self.more:
            self.more_card.body.addWidget(line)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        parts = (
            self.figures, self.message, self.empty, self.grade_card, self.grade_table, self.who,
            self.who_note, self.measure_table, self.more_card, self.honest,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        scroll = scrolled(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(bar)
        layout.addWidget(scroll, 1)

    # -- reading --------------------------------------------------------------------------------

    def read(self, *_: object) -> None:
        """Look back."""
        service, day = self.context.company.backtest, self.as_of.day
        months, late = self.months.value, self.late.value
        if not isinstance(months, int) or not isinstance(late, int):
            return

        def work(control: Control) -> Backtest:
            return service.run(day, months=months, late_days=late, control=control)

        self.grade_table.loading.start()
        self.context.runner.database(
            work,
            self._show,
            failed=self._failed,
            owner=self,
            label="backtest.studying",
            key="analysis.backtest",
        )

    def _failed(self, error: Exception) -> None:
        self.grade_table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: Backtest) -> None:
        self.grade_table.loading.stop()
        self.found = found
        formats = self.context.formats
        studied = found.studied
        self.grades.set_columns(grade_columns(formats, found.currency))
        self.grades.set_rows(list(studied.grades))
        self.measures.set_columns(measure_columns(formats))
        self.measures.set_rows(list(studied.measures) if studied.cases else [])
        theme = self.context.theme
        for table, rows in ((self.grade_table, studied.grades), (self.measure_table, self.measures.rows)):
            table.setFixedHeight(theme.size("tableHeader") + max(3, len(rows)) * theme.row_height + 4)
        for widget in (
            self.chart,
            self.grade_card,
            self.grade_table,
            self.who,
            self.who_note,
            self.measure_table,
        ):
            widget.setVisible(bool(studied.cases))
        self.empty.setVisible(not studied.cases)
        self.chart.setFixedHeight(_CHART_FRAME + _ROW * max(1, len(studied.grades)))
        heads = [say(f"backtest_column.{name}", formats.lang) for name in ("grade", "cases", "late", "rate")]
        data = [
            [
                one.grade or say("backtest.no_grade", formats.lang),
                formats.count(one.cases),
                formats.count(one.late),
                share(one.rate),
            ]
            for one in studied.grades
        ]
        self.chart.show_chart(rate_chart(studied, formats.lang), heads, data)
        self._say(found)
        self.host.tell_status()

    # -- words ----------------------------------------------------------------------------------

    def _say(self, found: Backtest) -> None:
        lang, studied = self.context.formats.lang, found.studied
        if not studied.cases:
            self.message.hide()
        elif studied.few:
            self.message.say("warn", say("backtest.few", lang), closable=False)
        elif studied.ordered is False:
            self.message.say("warn", say("backtest.not_ordered", lang), closable=False)
        elif studied.ordered:
            self.message.say("good", say("backtest.ordered", lang), closable=False)
        else:
            self.message.hide()
        ratio = studied.measures[0]
        told = say(f"backtest_quality.{quality(ratio)[0]}", lang) if ratio.auc is not None else ""
        psi = found.shift.psi
        count = self.context.formats.count
        open_still = self.tr("%n of them still open", "", studied.open_late) if studied.open_late else ""
        self.figures.set(
            [
                (self.tr("Invoices judged"), count(studied.cases),
                 self.tr("%n cannot be judged yet", "", studied.undecided), ""),
                (self.tr("Paid late"), share(studied.rate), open_still, ""),
                (self.tr("AUC of the late ratio"), _number(ratio.auc), told, ""),
                (self.tr("Shift of the grades (PSI)"), _number(psi),
                 say(f"backtest_shift.{found.shift.verdict}", lang), ""),
            ]
        )  # fmt: skip
        self._say_more(found)
        self.honest.setText(say("backtest.accepted_only", lang))

    def _say_more(self, found: Backtest) -> None:
        """Overrides, coverage, the cash forecast, currencies without a rate: a line each, if there is one."""
        lang, overrides = self.context.formats.lang, found.overrides
        lines = []
        if overrides.count:
            lines.append(
                say(
                    "cli.backtest.overrides",
                    lang,
                    n=overrides.count,
                    rate=share(overrides.rate),
                    up=overrides.up,
                    down=overrides.down,
                    cases=overrides.with_cases,
                    late=overrides.late,
                )
            )
        if found.assessments:
            lines.append(say("cli.backtest.coverage", lang, n=found.assessments, low=found.low_coverage))
        if found.forecast is not None and found.forecast.origins:
            wape = found.forecast.total.wape
            told = DASH if wape is None else share(float(wape))
            lines.append(say("cli.backtest.forecast", lang, n=len(found.forecast.origins), wape=told))
        if found.missing:
            lines.append(say("cli.cover.missing", lang, currencies=", ".join(found.missing)))
        for place, line in enumerate(self.more):
            line.setText(lines[place] if place < len(lines) else "")
            line.setVisible(place < len(lines))
        self.more_card.setVisible(bool(lines))

    def _open_grade(self, key: int) -> None:
        """Who holds a grade now."""
        place = key - 2
        if 0 <= place < len("ABCD"):
            self.context.navigator.go("credit", tab="grades", grade="ABCD"[place])

    def status(self) -> str:
        """How many invoices the answer rests on."""
        return "" if self.found is None else self.tr("%n invoice(s)", "", self.found.studied.cases)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.months.setAccessibleName(self.tr("Invoices issued in"))
        self.late.setAccessibleName(self.tr("What counts as late"))
        self.months.set_pairs(
            [(number, self.tr("issued in %n month(s)", "", number)) for number in _MONTHS], self.months.value
        )
        self.late.set_pairs(
            [
                (n, self.tr("late: more than %n day(s)", "", n) if n else self.tr("late: after the due date"))
                for n in _LATE
            ],
            self.late.value,
        )
        self.grade_card.set_title(self.tr("What became of each grade"), self.tr("a grade opens who holds it"))
        self.who.setText(self.tr("Who could tell"))
        self.who_note.setText(self.tr("0.5 is a coin, 1 tells all; known on the day of issue only"))
        self.more_card.set_title(self.tr("Overrides, coverage, forecast"))
        self.grade_table.view.setAccessibleName(self.tr("Late rates by grade"))
        self.measure_table.view.setAccessibleName(self.tr("Predictors"))
        self.empty.say(say("backtest.no_cases", self.context.formats.lang), self.tr("Import data"))
        if self.found is not None:
            self._show(self.found)


def _number(value: float | None) -> str:
    return DASH if value is None else f"{value:.3f}"
