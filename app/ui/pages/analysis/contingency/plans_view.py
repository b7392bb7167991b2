"""Plans by risk level: when each was last gone through, and when a drill is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.customers.guard import reason, writable
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from app.services.contingency import PlanView
    from app.ui.context import PageContext
    from app.ui.pages.analysis.contingency.panel import PlansRead

LEVEL_TONES = {1: "info", 2: "warn", 3: "danger"}


class PlansView(Retranslated):
    """``opened`` carries a plan's id; ``wanted`` asks for the shipped plans."""

    opened = Signal(int)
    wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.found: PlansRead | None = None
        self.message = MessageStrip(context.theme)
        self.table = LinesTable(context, "analysis.plans", icon="list-checks")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.message)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self.opened)
        self.table.clear_filter.connect(self.wanted)
        self.table.empty.bar(reason(context))

    def show_plans(self, found: PlansRead) -> None:
        """Show them, the lowest level first."""
        self.found = found
        self._write()

    def _write(self) -> None:
        if self.found is None:
            return
        heads = (
            Head("level", self.tr("Level"), width=140, min_width=116),
            Head("name", self.tr("Plan"), width=220, min_width=140, stretch=2),
            Head("steps", self.tr("Steps"), figure=True, width=72, min_width=60),
            Head("rules", self.tr("Alerts that open it"), figure=True, width=130, min_width=96, drop=1),
            Head("last", self.tr("Last gone through"), width=130, min_width=100),
            Head("drill", self.tr("Next drill"), width=150, min_width=110),
            Head("state", self.tr("State"), width=110, min_width=92),
        )
        rows = [PlainRow(one.plan.id, self._cells(one)) for one in self.found.plans]
        self.table.show_lines(heads, rows)
        lacking = [level for level in (1, 2, 3) if level not in {one.plan.level for one in self.found.plans}]
        if rows and lacking:
            lang = self.context.formats.lang
            names = ", ".join(say(f"contingency_level.{level}", lang) for level in lacking)
            actions = (
                [(self.tr("Take the shipped plans"), self.wanted.emit)] if writable(self.context) else []
            )
            text = self.tr("No plan for: {levels}").format(levels=names)
            self.message.say("info", text, actions=actions, closable=False)
        else:
            self.message.hide()

    def _cells(self, view: PlanView) -> tuple[Cell, ...]:
        formats, plan = self.context.formats, view.plan
        today = self.context.company.clock.today()
        level = say(f"contingency_level.{plan.level}", formats.lang)
        last = Cell(formats.day(view.last)) if view.last else Cell(self.tr("never"), tone="tertiary")
        if not plan.active:
            drill = Cell("–", tone="tertiary")
        elif view.drill_due is None:
            drill = Cell(self.tr("no drill yet"), chip="neutral")
        elif view.drill_due <= today:
            drill = Cell(self.tr("due: {day}").format(day=formats.day(view.drill_due)), chip="warn")
        else:
            drill = Cell(formats.day(view.drill_due))
        in_use = Cell(self.tr("In use"), chip="good")
        state = in_use if plan.active else Cell(self.tr("Out of use"), chip="neutral")
        return (
            Cell(level, chip=LEVEL_TONES.get(plan.level, "neutral")),
            Cell(plan.name, strong=True, tip=plan.name),
            Cell(formats.count(len(view.text.steps))),
            Cell(formats.count(len(view.text.rules))),
            last,
            drill,
            state,
        )

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.table.view.setAccessibleName(self.tr("Contingency plans"))
        self.table.say_empty(
            self.tr("No plan is made for when it gets worse."),
            self.tr("Take the shipped plans") if writable(self.context) else "",
            self.tr("Three plans to begin with, for watch, serious and crisis; change every word of them."),
        )
        self._write()
