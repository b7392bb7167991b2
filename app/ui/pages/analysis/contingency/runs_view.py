"""Plans gone through: drills and real ones, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.services.contingency import REAL
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.contingency.plans_view import LEVEL_TONES
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.words import say

if TYPE_CHECKING:
    from app.services.contingency import RunView
    from app.ui.context import PageContext
    from app.ui.pages.analysis.contingency.panel import PlansRead


class RunsView(Retranslated):
    """``opened`` carries a run's id; ``wanted`` asks for the plans."""

    opened = Signal(int)
    wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: PlansRead | None = None
        self.table = LinesTable(context, "analysis.plan_runs", icon="list-checks")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.table.opened.connect(self.opened)
        self.table.clear_filter.connect(self.wanted)

    def show_plans(self, found: PlansRead) -> None:
        """Show them, the newest first."""
        self.found = found
        self._write()

    def _write(self) -> None:
        if self.found is None:
            return
        heads = (
            Head("start", self.tr("Begun"), width=110, min_width=92),
            Head("kind", self.tr("Kind"), width=96, min_width=84),
            Head("plan", self.tr("Plan"), width=170, min_width=110, stretch=2),
            Head("level", self.tr("Level"), width=130, min_width=110, drop=1),
            Head("customer", self.tr("Customer"), width=170, min_width=100, stretch=2),
            Head("done", self.tr("Steps done"), figure=True, width=96, min_width=80),
            Head("state", self.tr("State"), width=170, min_width=120, stretch=1),
        )
        self.table.show_lines(heads, [PlainRow(one.run.id, self._cells(one)) for one in self.found.runs])

    def _cells(self, one: RunView) -> tuple[Cell, ...]:
        formats = self.context.formats
        lang, late = formats.lang, one.late(self.context.company.clock.today())
        if not one.open:
            state = Cell(self.tr("Ended {day}").format(day=formats.day(one.run.ended)), tone="secondary")
        elif late:
            state = Cell(self.tr("%n step(s) late", "", late), chip="danger")
        else:
            state = Cell(self.tr("Under way"), chip="info")
        return (
            Cell(formats.day(one.run.start), strong=True),
            Cell(
                say(f"contingency_kind.{one.run.kind}", lang),
                chip="danger" if one.run.kind == REAL else "info",
            ),
            Cell(one.plan, tip=one.plan),
            Cell(say(f"contingency_level.{one.level}", lang), chip=LEVEL_TONES.get(one.level, "neutral")),
            Cell(formats.name(one.customer, one.customer_en)),
            Cell(f"{one.done} / {len(one.ticks)}"),
            state,
        )

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Drills and real runs"))
        self.table.say_empty(
            self.tr("No plan was gone through yet."),
            self.tr("Show the plans"),
            self.tr("A drill shows whether the steps work; a real alert opens its plan from Watch."),
        )
        self._write()
