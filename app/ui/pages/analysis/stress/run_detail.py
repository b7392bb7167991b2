"""The drawer of a kept test: each scenario then, and the same shocks on the debtors of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.analysis.stress.columns import figure_cell
from app.ui.pages.analysis.stress.kept_views import amount_of
from app.ui.pages.analysis.stress.naming import customer_name, kept_name
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.stress_views import StressGround, StressOutcome, StressRun
    from app.ui.context import PageContext
    from app.ui.pages.analysis.stress.panel import StressPanel

_COMPARED = ("loss", "net", "delayed", "provision", "cash", "equity")
_NAMED = 6


class RunDetail(Detail):
    """``show_run`` fills it."""

    def __init__(self, context: PageContext, panel: StressPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.run: StressRun | None = None
        self.now: Sequence[StressOutcome | None] = ()
        self.ground: StressGround | None = None
        self.note, self.who = label("", "body", wrap=True), label("", "small", "secondary", wrap=True)
        self.owed = label("", "body", wrap=True)
        self.table = LinesTable(context, "stress.compared", icon="calendar-check")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.note, self.owed, self.table, self.who):
            layout.addWidget(widget)
        self.remove_button = button(context.theme, "", "quiet", "trash-2", self._remove)
        self.foot_layout.addWidget(self.remove_button)

    def show_run(self, run: StressRun, now: Sequence[StressOutcome | None], ground: StressGround) -> None:
        """Show a kept test; ``now`` is what its scenarios would take today, None where nobody knows."""
        self.run, self.now, self.ground = run, now, ground
        self._write()

    def write_title(self) -> None:
        """Name the test at the drawer's head."""
        if self.run is not None and self._panel.host.drawer is not None:
            day = self.context.formats.day_in_text(self.run.as_of)
            self._panel.host.drawer.set_title(self.tr("Test of {day}").format(day=day), self.run.by)

    def _write(self) -> None:
        run, ground, formats = self.run, self.ground, self.context.formats
        if run is None or ground is None:
            return
        lang, currency = formats.lang, run.currency or ground.currency
        heads = (
            Head("what", "", told=self.tr("Figure"), width=150, min_width=110, stretch=2),
            Head("then", self.tr("Then"), figure=True, width=96, min_width=84),
            Head("now", self.tr("Now"), figure=True, width=96, min_width=84),
        )
        rows: list[PlainRow] = []
        for row, outcome in zip(run.rows, self.now, strict=False):
            name = kept_name(row, lang) or self.tr("These customers fail")
            rows.append(PlainRow(len(rows) + 1, (Cell(name, strong=True, tip=name), Cell(""), Cell(""))))
            for each in _COMPARED:
                then = amount_of(row.get(each))
                now = getattr(outcome.result, each) if outcome is not None else None
                cells = (
                    Cell(say(f"stress_column.{each}", lang), tone="secondary"),
                    figure_cell(each, then, currency, formats),
                    figure_cell(each, now, ground.currency, formats),
                )
                rows.append(PlainRow(len(rows) + 1, cells))
        self.table.show_lines(heads, rows)
        self.table.fit_rows(16)
        self.note.setText(run.note)
        self.note.setVisible(bool(run.note))
        owed_then = "–" if run.open is None else formats.money(run.open, currency, whole=True)
        owed_now = formats.money(ground.open, ground.currency, whole=True)
        text = self.tr("Receivables then {then}, now {now}")
        self.owed.setText(text.format(then=owed_then, now=owed_now))
        names = [customer_name(ground, one, formats) for one in run.customers]
        shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        self.who.setText(self.tr("Failed in it: {names}").format(names=shown) if names else "")
        guard(self.context, self.remove_button)
        if self._panel.host.shows_detail(self):
            self.write_title()

    def _remove(self) -> None:
        if self.run is not None:
            self._panel.remove_run(self.run.study_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.table.view.setAccessibleName(self.tr("Then and now"))
        self.remove_button.setText(self.tr("Delete this test"))
        self._write()
