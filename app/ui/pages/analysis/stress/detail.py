"""The drawer of a scenario: what happens, what it takes, and every debtor it strikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.domain.stress import EventKind
from app.ui.models.columns import Cell
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.analysis.stress.columns import ALL, LEFT, figure_cell
from app.ui.pages.analysis.stress.naming import customer_name, scenario_name, shock_text
from app.ui.pages.analysis.stress.shock_row import PLAIN
from app.ui.pages.customers.guard import guard
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import SharedRow
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.stress import Struck
    from app.services.stress_views import StressGround, StressOutcome
    from app.ui.context import PageContext
    from app.ui.pages.analysis.stress.panel import StressPanel

_HEIGHT = 260
_COLUMNS = ("loss", "indemnity", "net", "delayed", "provision")
_DROPS = {"net": 0, "delayed": 5, "loss": 4, "provision": 3, "indemnity": 2, "insured": 1}


class StressDetail(Detail):
    """``show_outcome`` fills it; a debtor opens its file."""

    def __init__(self, context: PageContext, panel: StressPanel) -> None:
        super().__init__()
        self.context, self.panel = context, panel
        self.outcome: StressOutcome | None = None
        self.ground: StressGround | None = None
        self.name = ""
        self.rows: Sequence[Struck] = ()
        theme = context.theme
        self.shocks = label("", "body", wrap=True)
        self.figures = QGridLayout()
        self.figures.setContentsMargins(0, 0, 0, 0)
        self.figures.setHorizontalSpacing(12)
        self.figures.setVerticalSpacing(4)
        self.figures.setColumnStretch(0, 1)
        self.struck_title = label("", "section", wrap=True)
        self.table = LinesTable(context, "stress.struck", icon="users")
        self.table.setFixedHeight(_HEIGHT)
        self.row_note = label("", "small", "secondary", wrap=True)
        self.notes = label("", "small", "secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.shocks)
        layout.addLayout(self.figures)
        for widget in (self.struck_title, self.table, self.row_note, self.notes):
            layout.addWidget(widget)
        self.keep_button = button(theme, "", "primary", "calendar-check", self._keep)
        self.customer_button = button(theme, "", "normal", "building-2", self._open_customer)
        self.edit_button = button(theme, "", "normal", "pencil", self._edit)
        self.remove_button = button(theme, "", "quiet", "trash-2", self._remove)
        for pair in ((self.keep_button, self.customer_button), (self.edit_button, self.remove_button)):
            row = SharedRow()
            for each in pair:
                row.addWidget(each)
            self.foot_layout.addLayout(row)
        self.table.opened.connect(lambda _row: self._open_customer())
        self.table.current_changed.connect(self._on_current)

    # -- showing --------------------------------------------------------------------------------

    def show_outcome(self, outcome: StressOutcome, ground: StressGround, name: str = "") -> None:
        """Show a scenario; ``name`` is for one that is not kept."""
        self.outcome, self.ground, self.name = outcome, ground, name
        rows = [
            one for one in outcome.result.rows if one.net or one.delayed or one.provision or one.uncovered
        ]
        rows = rows or list(outcome.result.rows)
        self.rows = sorted(rows, key=lambda one: -(one.net + one.delayed + one.provision))
        self._write()
        if self.rows:
            self.table.view.select_id(1)
        self._on_current(1 if self.rows else 0)

    @property
    def title(self) -> str:
        """What the scenario is called."""
        if self.outcome is None:
            return ""
        return self.name or scenario_name(self.outcome.scenario, self.context.formats.lang)

    def write_title(self) -> None:
        """Name the scenario at the drawer's head."""
        if self.outcome is not None and self.ground is not None and self.panel.host.drawer is not None:
            day = self.context.formats.day_in_text(self.ground.as_of)
            self.panel.host.drawer.set_title(self.title, self.tr("As of {day}").format(day=day))

    def _write(self) -> None:
        outcome, ground = self.outcome, self.ground
        if outcome is None or ground is None:
            return
        formats = self.context.formats
        told = [shock_text(one, ground, formats) for one in outcome.scenario.shocks]
        self.shocks.setText("\n".join(f"• {one}" for one in told))
        self._write_figures(outcome, ground)
        self._write_table(ground)
        count = len({one.debtor.customer_id for one in self.rows})
        self.struck_title.setText(self.tr("Struck: %n customer(s)", "", count))
        self._write_notes(outcome, ground)
        self._write_buttons(outcome)
        if self.panel.host.shows_detail(self):
            self.write_title()

    def _write_figures(self, outcome: StressOutcome, ground: StressGround) -> None:
        clear(self.figures)
        formats, result = self.context.formats, outcome.result
        used_up = self.tr("(used up)")
        for place, name in enumerate(ALL):
            minor: int | None = getattr(result, name)
            self.figures.addWidget(
                label(say(f"stress_column.{name}", formats.lang), "body", "secondary"), place, 0
            )
            text = (
                self.tr("not known") if minor is None else formats.money(minor, ground.currency, whole=True)
            )
            tone = "danger" if name in LEFT and minor is not None and minor < 0 else ""
            if tone:
                text = f"{text} {used_up}"
            value = label(text, "bodyStrong" if name in {"net", *LEFT} else "body", tone)
            self.figures.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)

    def _write_table(self, ground: StressGround) -> None:
        formats = self.context.formats
        lang, currency = formats.lang, ground.currency
        heads = [
            Head("customer", self.tr("Customer"), width=130, min_width=96, stretch=2),
            Head("open", self.tr("Owed"), figure=True, width=92, min_width=80),
            Head("insured", self.tr("Insured"), figure=True, width=92, min_width=80, drop=_DROPS["insured"]),
            *(
                Head(name, say(f"stress_column.{name}", lang), figure=True, width=96, min_width=80,
                     drop=_DROPS[name])
                for name in _COLUMNS
            ),
        ]  # fmt: skip
        rows = []
        for place, one in enumerate(self.rows, 1):
            debtor = one.debtor
            name = customer_name(ground, debtor.customer_id, formats)
            called = name if debtor.currency in {"", currency} else f"{name} ({debtor.currency})"
            cells = [Cell(called, strong=True), Cell(formats.whole(debtor.open, currency))]
            cells.append(figure_cell("insured", debtor.insured, currency, formats))
            cells += [figure_cell(each, getattr(one, each), currency, formats) for each in _COLUMNS]
            rows.append(PlainRow(place, tuple(cells)))
        self.table.show_lines(heads, rows)
        self.table.say_empty(self.tr("It strikes no customer in particular."))

    def _write_notes(self, outcome: StressOutcome, ground: StressGround) -> None:
        lang, kinds = self.context.formats.lang, {one.kind for one in outcome.scenario.shocks}
        notes = [say("stress_note.horizon", lang, days=ground.base.horizon)]
        if ground.base.weeks:
            notes.append(say("stress_note.weeks", lang))
        if outcome.result.indemnity:
            notes.append(say("stress_note.indemnity", lang))
        named = (EventKind.CURRENCY, EventKind.LIMITS_WITHDRAWN, EventKind.DSO)
        notes += [say(f"stress_note.{kind}", lang) for kind in named if kind in kinds]
        self.notes.setText("\n".join(notes))

    def _write_buttons(self, outcome: StressOutcome) -> None:
        scenario, kept = outcome.scenario, bool(outcome.scenario_id)
        own = not scenario.code
        hard = any(one.kind not in PLAIN for one in scenario.shocks)
        if not own:
            self.edit_button.setText(self.tr("How hard…"))
        else:
            self.edit_button.setText(self.tr("Edit…") if kept else self.tr("Keep as a scenario…"))
        self.edit_button.setVisible(own or hard)
        self.remove_button.setText(self.tr("Delete") if own else self.tr("As shipped"))
        self.remove_button.setVisible(kept)
        guard(self.context, self.keep_button, self.edit_button, self.remove_button)

    # -- onward ---------------------------------------------------------------------------------

    def _current(self) -> Struck | None:
        place = self.table.view.current_id()
        return self.rows[place - 1] if 0 < place <= len(self.rows) else None

    def _on_current(self, place: int) -> None:
        one = self.rows[place - 1] if 0 < place <= len(self.rows) else None
        self.customer_button.setEnabled(one is not None)
        if one is None or self.ground is None:
            self.row_note.setText("")
            return
        formats, currency = self.context.formats, self.ground.currency
        figures = [(self.tr("Owed"), one.debtor.open), (self.tr("Insured"), one.debtor.insured)]
        figures += [(say(f"stress_column.{name}", formats.lang), getattr(one, name)) for name in _COLUMNS]
        told = [f"{name} {formats.money(minor, currency, whole=True)}" for name, minor in figures if minor]
        self.row_note.setText(" · ".join(told))

    def _open_customer(self) -> None:
        if (one := self._current()) is not None:
            self.context.navigator.go("customers", customer_id=one.debtor.customer_id)

    def _keep(self) -> None:
        if self.outcome is not None:
            self.panel.keep([self.outcome], [self.title])

    def _edit(self) -> None:
        if self.outcome is not None:
            self.panel.edit(self.outcome, self.name)

    def _remove(self) -> None:
        if self.outcome is not None:
            self.panel.remove(self.outcome)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.table.view.setAccessibleName(self.tr("Debtors struck"))
        self.keep_button.setText(self.tr("Keep this test…"))
        self.customer_button.setText(self.tr("Open the customer"))
        self._write()
        self._on_current(self.table.view.current_id())
