"""One chart on one sheet: the same drawing for the screen and for paper."""

from __future__ import annotations

from app.domain.chart import BarChart, Chart, ColumnChart, LineChart, PointChart
from app.figures import bars, columns, lines, points
from app.figures.library import DRAWING
from app.figures.palette import Palette
from app.figures.sheet import Sheet

_LEAST = (90.0, 40.0)


def drawn(chart: Chart, wide: float, high: float, palette: Palette) -> Sheet:
    """The chart on a sheet of ``wide`` by ``high`` points; its title is set by whoever shows it."""
    with DRAWING:
        sheet = Sheet(max(wide, _LEAST[0]), max(high, _LEAST[1]), palette)
        match chart:
            case LineChart():
                lines.draw(sheet, chart)
            case ColumnChart():
                columns.draw(sheet, chart)
            case BarChart():
                bars.draw(sheet, chart)
            case PointChart():
                points.draw(sheet, chart)
        return sheet
