"""The forecast as a table: a line a week, then what is beyond, left out and on account; it sums up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.ui.models.columns import Cell, amount_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.forecast import Forecast
    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """One line: its name, what habit brings, what is announced, minor units; ``note`` says more."""

    place: int
    name: str
    habit: int
    dated: int
    note: str = ""

    @property
    def total(self) -> int:
        """Both together."""
        return self.habit + self.dated


class ForecastData(QDialog):
    """Shows the table behind the bars, with the rule in words."""

    def __init__(self, context: PageContext, forecast: Forecast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Collections, next 8 weeks"))
        formats, base = context.formats, forecast.receivables.currency
        self.lines = self._lines(context, forecast)
        columns = [
            text_column("name", lambda: self.tr("Week"), lambda one: one.name, width=210, sortable=False),
            *(
                amount_column(
                    key,
                    title,
                    value,
                    lambda _one: base,
                    formats,
                    zero_dash=True,
                    width=128,
                    sortable=False,
                )
                for key, title, value in (
                    ("habit", lambda: self.tr("By habit"), lambda one: one.habit),
                    ("dated", lambda: self.tr("Announced"), lambda one: one.dated),
                    ("total", lambda: self.tr("Together"), lambda one: one.total),
                )
            ),
            text_column("note", lambda: self.tr("Note"), lambda one: one.note, width=140, sortable=False),
        ]
        self.model = RowTable[ForecastLine](columns, context.runner, lambda one: one.place, parent=self)
        self.table = DataTable(context.theme, "forecast.data")
        self.table.view.setAccessibleName(self.windowTitle())
        self.table.set_model(self.model)
        self.model.set_rows(self.lines)
        whole = forecast.receivables.minor
        self.model.set_totals(
            {
                "name": Cell(self.tr("Receivables"), strong=True),
                "total": Cell(formats.amount(whole, base), strong=True),
            }
        )
        rule = label(
            say("forecast.rule", formats.lang, days=forecast.company_habit), "small", "secondary", wrap=True
        )
        title = label(f"{self.windowTitle()}  {base}", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(self.table, 1)
        layout.addWidget(rule)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(context.theme, self.tr("Close"), "normal", run=self.accept))
        layout.addLayout(foot)
        self.resize(760, 640)

    def _lines(self, context: PageContext, found: Forecast) -> list[ForecastLine]:
        formats, lang = context.formats, context.formats.lang
        lines = []
        for week in found.weeks:
            names = dict.fromkeys(one.zh if lang == "zh" else one.en for one in week.holidays)
            start = self.tr("Week of {day}").format(day=formats.day(week.start))
            lines.append((start, week.habit.minor, week.dated.minor, ", ".join(names)))
        lines.append((say("forecast.later", lang), found.later.minor, 0, ""))
        lines += [
            (say(f"forecast.left_out.{why}", lang), one.minor, 0, self.tr("left out"))
            for why, one in found.left_out.items()
        ]
        if found.on_account.minor:
            lines.append((say("forecast.on_account", lang), found.on_account.minor, 0, ""))
        return [ForecastLine(place, *line) for place, line in enumerate(lines)]
