"""The drawer of a plan: what sets it off, its steps, whom to call, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.ui.pages.analysis.contingency.naming import contact_text, step_text
from app.ui.pages.analysis.contingency.plans_view import LEVEL_TONES
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.contingency import PlanView
    from app.ui.context import PageContext
    from app.ui.pages.analysis.contingency.panel import ContingencyPanel


class PlanDetail(Detail):
    """``show_plan`` fills it."""

    def __init__(self, context: PageContext, panel: ContingencyPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.view: PlanView | None = None
        theme = context.theme
        self.level, self.state = Chip(theme), Chip(theme)
        self.parts: dict[str, tuple[QLabel, QLabel]] = {}
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self.level)
        chips.addWidget(self.state)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        for name in ("rules", "triggers", "steps", "contacts"):
            title, text = label("", "section"), label("", "body", wrap=True)
            self.parts[name] = (title, text)
            layout.addWidget(title)
            layout.addWidget(text)
        self.drill_button = button(theme, "", "primary", "calendar-check", self._drill)
        self.real_button = button(theme, "", "normal", "triangle-alert", self._real)
        self.edit_button = button(theme, "", "normal", "pencil", self._edit)
        self.use_button = button(theme, "", "normal", "ban", self._use)
        self.export_button = button(theme, "", "normal", "table", self._export)
        self.remove_button = button(theme, "", "quiet", "trash-2", self._remove)
        for pair in (
            (self.drill_button, self.real_button),
            (self.edit_button, self.use_button),
            (self.export_button, self.remove_button),
        ):
            row = QHBoxLayout()
            row.setSpacing(8)
            for each in pair:
                row.addWidget(each, 1)
            self.foot_layout.addLayout(row)

    def show_plan(self, view: PlanView) -> None:
        """Show a plan."""
        self.view = view
        self._write()

    def write_title(self) -> None:
        """Name the plan at the drawer's head."""
        if self.view is not None and self._panel.host.drawer is not None:
            last = self.view.last
            day = self.context.formats.day(last)
            told = (
                self.tr("Last gone through {day}").format(day=day) if last else self.tr("Never gone through")
            )
            self._panel.host.drawer.set_title(self.view.plan.name, told)

    def _write(self) -> None:
        view = self.view
        if view is None:
            return
        lang, plan, text = self.context.formats.lang, view.plan, view.text
        self.level.set(say(f"contingency_level.{plan.level}", lang), LEVEL_TONES.get(plan.level, "neutral"))
        in_use, out = self.tr("In use"), self.tr("Out of use")
        self.state.set(in_use if plan.active else out, "good" if plan.active else "neutral")
        self._fill(
            "rules",
            self.tr("Alerts that open it"),
            [say(f"alert_rule.{one.value}", lang) for one in text.rules],
        )
        self._fill("triggers", self.tr("What else sets it off"), text.triggers)
        steps = [f"{place}. {step_text(one, lang)}" for place, one in enumerate(text.steps, 1)]
        self._fill("steps", self.tr("Steps"), steps, mark="")
        self._fill("contacts", self.tr("Whom to call"), [contact_text(one) for one in text.contacts])
        self.use_button.setText(self.tr("Put out of use") if plan.active else self.tr("Put into use"))
        guard(self.context, self.edit_button, self.use_button, self.remove_button)
        guard(self.context, self.drill_button, self.real_button, able=plan.active,
              because=self.tr("Put the plan into use first."))  # fmt: skip
        self.remove_button.setVisible(view.last is None)
        if self._panel.host.shows_detail(self):
            self.write_title()

    def _fill(self, name: str, title: str, lines: Sequence[str], mark: str = "• ") -> None:
        head, body = self.parts[name]
        head.setText(title)
        body.setText("\n".join(f"{mark}{one}" for one in lines))
        head.setVisible(bool(lines))
        body.setVisible(bool(lines))

    # -- onward ---------------------------------------------------------------------------------

    def _drill(self) -> None:
        if self.view is not None:
            self._panel.drill(self.view.plan.id)

    def _real(self) -> None:
        if self.view is not None:
            self._panel.begin(self.view)

    def _edit(self) -> None:
        if self.view is not None:
            self._panel.edit(self.view)

    def _use(self) -> None:
        if self.view is not None:
            self._panel.use(self.view, on=not self.view.plan.active)

    def _export(self) -> None:
        if self.view is not None:
            self._panel.export_plan(self.view, self.export_button)

    def _remove(self) -> None:
        if self.view is not None:
            self._panel.remove(self.view.plan.id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.drill_button.setText(self.tr("Drill now"))
        self.real_button.setText(self.tr("It is real…"))
        self.edit_button.setText(self.tr("Edit…"))
        self.export_button.setText(self.tr("Export"))
        self.remove_button.setText(self.tr("Delete"))
        self._write()
