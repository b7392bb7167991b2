"""The drawer of a figure: its formula, the lines that went in, now and a year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.domain.financials import completed
from app.ui.models.columns import DASH, Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.customers.credit.words import why
from app.ui.pages.health.liquidity.reading import inputs_of, value_text
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from app.domain.credit_file_views import StatementView
    from app.domain.financials import Line
    from app.domain.liquidity import LiquidityCode
    from app.ui.context import PageContext
    from app.ui.pages.health.liquidity.panel import LiquidityPanel
    from app.ui.pages.health.liquidity.reading import LiquidityRead


class LiquidityDetail(Detail):
    """``show_figure`` fills it; the statement itself is one step on."""

    def __init__(self, context: PageContext, panel: LiquidityPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.read: LiquidityRead | None = None
        self.code: LiquidityCode | None = None
        self.formula = label("", "body", wrap=True)
        self.table = LinesTable(context, "liquidity.lines", icon="file-spreadsheet")
        self.result = label("", "body", strong=True, wrap=True)
        self.note = label("", "small", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.formula, self.table, self.result, self.note):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.statement_button = button(context.theme, "", "normal", "file-spreadsheet", self._open_statement)
        self.foot_layout.addWidget(self.statement_button)
        self.table.opened.connect(lambda _row: self._open_statement())

    def show_figure(self, read: LiquidityRead, code: LiquidityCode) -> None:
        """Show how a figure came about."""
        self.read, self.code = read, code
        self._write()

    def _write(self) -> None:
        read, code = self.read, self.code
        view = read.found.view if read is not None else None
        if read is None or code is None or view is None:
            return
        formats, lang, currency = self.context.formats, self.context.formats.lang, view.statement.currency
        self.formula.setText(say(f"liquidity_formula.{code}", lang))
        before = read.before
        day = formats.day(view.statement.period_end)
        heads = [
            Head("line", self.tr("Line"), width=110, min_width=90, stretch=1),
            Head("now", day, figure=True, width=104, min_width=90),
        ]
        if before is not None:
            day = formats.day(before.statement.period_end)
            heads.append(Head("then", day, figure=True, width=104, min_width=90))
        lines = inputs_of(code)
        rows = []
        for place, line in enumerate(lines, 1):
            cells = [Cell(say(f"line.{line}", lang)), self._amount(line, view)]
            if before is not None:
                cells.append(self._amount(line, before))
            rows.append(PlainRow(place, tuple(cells)))
        self.table.show_lines(heads, rows)
        self.table.fit_rows()
        figure = next(one for one in read.found.figures if one.code is code)
        if figure.figure.value is None:
            self.result.setText(why(figure.figure, lang))
        else:
            text = value_text(figure.unit, figure.figure.value, currency, formats)
            self.result.setText(f"{say(f'liquidity.{code}', lang)} {text}")
        self.note.setText(
            self.tr("Amounts as in the statement; lines not in it are worked out of the others. Income of a "
                    "shorter period is taken as of twelve months.")
        )  # fmt: skip

    def _amount(self, line: Line, view: StatementView) -> Cell:
        found = completed(view.figures).get(line)
        if found is None:
            return Cell(DASH, tone="tertiary")
        worked = line not in view.figures
        return Cell(
            self.context.formats.whole(found, view.statement.currency), tone="secondary" if worked else ""
        )

    def _open_statement(self) -> None:
        """Go to the line that is chosen here, or the first."""
        if self.code is not None:
            lines = inputs_of(self.code)
            place = max(1, self.table.view.current_id())
            self._panel.open_newest(lines[min(place, len(lines)) - 1].value)

    def write_title(self) -> None:
        """Name the figure at the drawer's head."""
        if self._panel.host.drawer is not None and self.code is not None:
            self._panel.host.drawer.set_title(say(f"liquidity.{self.code}", self.context.formats.lang))

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.table.view.setAccessibleName(self.tr("Lines that went in"))
        self.statement_button.setText(self.tr("Open the statement"))
        self._write()
