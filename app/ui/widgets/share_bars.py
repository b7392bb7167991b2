"""Who owes how much of all: a bar for each with its share, balance and what they come to together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.chart import BarChart, BarRow, Level
from app.ui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A bar: its name, its share (a fraction) and its figures in words; ``rest`` stands for all others."""

    name: str
    share: float
    texts: tuple[str, ...]
    rest: bool = False


class ShareBars(ChartView):
    """``activated`` carries the row clicked or opened by Enter; bars past the limit take amber."""

    def __init__(self, context: PageContext, parent: QWidget | None = None, *, head: bool = False) -> None:
        super().__init__(context, parent, head=head)
        self.set_opens()

    def show_shares(
        self,
        title: str,
        heads: Sequence[str],
        rows: Sequence[ShareRow],
        limit: tuple[str, float] | None = None,
    ) -> None:
        """Show these; ``heads`` name the rows and then the columns of their figures, ``limit`` is dashed."""
        most = limit[1] if limit is not None else None
        bars = tuple(BarRow(row.name, row.share, row.texts, _role(row, most)) for row in rows)
        levels = (Level(*limit),) if limit is not None else ()
        chart = BarChart(title, bars, tuple(heads[1:]), levels)
        self.show_chart(chart, heads, [(row.name, *row.texts) for row in rows])


def _role(row: ShareRow, most: float | None) -> str:
    """Amber past the limit, grey for all others together."""
    if row.rest:
        return "muted"
    return "warn" if most is not None and row.share > most else "primary"
