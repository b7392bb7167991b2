"""A chart with its title and, behind "View data", its figures as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.chart import BarChart, ColumnChart, LineChart, PointChart
from app.ui.i18n import Retranslated
from app.ui.widgets.buttons import button
from app.ui.widgets.chart_drawing import ChartDrawing
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.chart import Chart
    from app.ui.context import PageContext
    from app.ui.dialogs.chart_data import ChartDataDialog

_LOW, _ROW, _FRAME = 96, 20, 34
_SAID = 40
"""Rows a screen reader is told at once; all are in the table."""


class ChartView(Retranslated):
    """``activated`` carries the place clicked or opened by the keyboard, once ``set_opens`` was called.

    With ``head`` the title and the way to the data stand above; without it put ``data_button`` into a card's
    header (``card.add_action``) and name the card.
    """

    activated = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None, *, head: bool = True) -> None:
        super().__init__(parent)
        self._context = context
        self._chart: Chart | None = None
        self._heads: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()
        self.dialog: ChartDataDialog | None = None
        self.drawing = ChartDrawing(context)
        self.drawing.activated.connect(self.activated)
        self.data_button = button(context.theme, "", "link", run=self.open_data)
        self._title = label("", "bodyStrong")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if head:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self._title, 1)
            row.addWidget(self.data_button)
            layout.addLayout(row)
        layout.addWidget(self.drawing, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the way to the data; the chart's own words come with it."""
        self.data_button.setText(self.tr("View data"))
        self._show()

    def show_chart(
        self, chart: Chart | None, heads: Sequence[str] = (), rows: Sequence[Sequence[str]] = ()
    ) -> None:
        """Draw a chart (None: there is nothing to draw); ``rows`` under ``heads`` say the same as a table."""
        self._chart = chart if chart is not None and _has_values(chart) else None
        self._title.setText(chart.title if chart is not None else "")
        self._heads, self._rows = heads, rows
        self._show()

    def set_opens(self, *, opens: bool = True) -> None:
        """Whether a click or Enter on a place is answered."""
        self.drawing.set_opens(opens=opens)

    @property
    def chart(self) -> Chart | None:
        """What is drawn."""
        return self._chart

    @property
    def table(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """The figures behind the chart: heads and rows."""
        return self._heads, self._rows

    def _show(self) -> None:
        said = [_said(self._heads, row) for row in self._rows]
        self.drawing.setAccessibleName(self._title.text() or self.tr("Chart"))
        self.drawing.setAccessibleDescription("; ".join(said[:_SAID]))
        least = _LOW
        if isinstance(self._chart, BarChart):
            least = len(self._chart.rows) * _ROW + _FRAME
        self.drawing.setMinimumHeight(least)
        self.data_button.setVisible(bool(self._rows))
        view = self.tr("View data")
        self.data_button.setAccessibleName(f"{view} {self._title.text()}".strip())
        self.drawing.show_chart(self._chart, said, self.tr("No data"))

    def open_data(self) -> None:
        """Show the figures as a table."""
        from app.ui.dialogs.chart_data import ChartDataDialog  # noqa: PLC0415 - wanted when asked for

        dialog = ChartDataDialog(self._context, self._title.text(), self._heads, self._rows, self)
        self.dialog = dialog
        dialog.destroyed.connect(self._forget)
        dialog.open()

    def _forget(self, *_: object) -> None:
        self.dialog = None


def _said(heads: Sequence[str], row: Sequence[str]) -> str:
    """A row in words: its name, then each figure under its head."""
    if len(row) != len(heads) or len(row) < 2:  # noqa: PLR2004 - a name and a figure
        return " ".join(row)
    figures = (f"{head} {text}".strip() for head, text in zip(heads[1:], row[1:], strict=True) if text)
    return f"{row[0]}: {', '.join(figures)}"


def _has_values(chart: Chart) -> bool:
    """Whether anything can be drawn."""
    match chart:
        case LineChart():
            return any(value is not None for one in chart.series for value in one.values)
        case ColumnChart():
            every = [*chart.series, *([chart.line] if chart.line else [])]
            return any(value is not None for one in every for value in one.values)
        case BarChart():
            return bool(chart.rows)
        case PointChart():
            return bool(chart.points)
