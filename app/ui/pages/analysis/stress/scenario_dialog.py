"""A scenario of one's own, or how hard a shipped one strikes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.duty import Duty
from app.domain.stress import EventKind
from app.domain.stress_scenario import Shock, StressScenario, Whom
from app.ui.dialogs.controls import CountEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.analysis.stress.naming import scenario_name, shock_text
from app.ui.pages.analysis.stress.shock_row import DAYS, MOST_DAYS, PLAIN, ShockRow
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.stress_views import StressGround
    from app.ui.context import PageContext

_MOST_ROWS, _MOST_COUNT, _WHOLE = 8, 1000, Decimal(100)


class ScenarioDialog(FormDialog):
    """A name and the shocks that happen together."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {
        "stress.name": "name",
        "stress.name_taken": "name",
        "stress.nobody": "shocks",
        "stress.severity": "shocks",
        "stress.count": "shocks",
        "stress.no_shocks": "shocks",
    }

    def __init__(
        self,
        context: PageContext,
        scenario: StressScenario,
        ground: StressGround,
        scenario_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=900)
        self._ground, self._id = ground, scenario_id
        title = self.tr("Edit the scenario") if scenario_id else self.tr("New scenario")
        self.set_head(title, self.tr("Save"), self.tr("What happens to whom, all of it together"))
        self.name = QLineEdit(scenario.name)
        self.add_field(
            "name", self.name, self.tr("Name"), check=self.required(self.name, self.tr("Enter a name."))
        )
        self.rows: list[ShockRow] = []
        self._area = QWidget()
        self._grid = QGridLayout(self._area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for column, stretch in enumerate((3, 3, 4, 2, 0, 2, 0)):
            self._grid.setColumnStretch(column, stretch)
        heads = (self.tr("What happens"), self.tr("To whom"), self.tr("Which"), self.tr("How much"), "",
                 self.tr("Currency"))  # fmt: skip
        for column, text in enumerate(heads):
            self._grid.addWidget(label(text, "small", "secondary"), 0, column)
        self.add_field("shocks", self._area, self.tr("Shocks"), check=self._check)
        self.add_button = button(context.theme, self.tr("Add a shock"), "normal", "plus", self.add)
        self.lay("name")
        self.lay("shocks")
        self.form.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for shock in scenario.shocks:
            self._append(shock)
        self.name.setFocus()

    def _append(self, shock: Shock) -> ShockRow:
        row = ShockRow(self.context, shock, self._ground, self)
        row.changed.connect(self._changed)
        row.removed.connect(self.remove)
        self.rows.append(row)
        at = self._grid.rowCount()
        for column, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, at, column)
        self._number()
        return row

    def _number(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.number(place, alone=len(self.rows) == 1)
        self.add_button.setEnabled(len(self.rows) < _MOST_ROWS)

    def add(self) -> None:
        """One shock more."""
        row = self._append(Shock(EventKind.FAIL, _WHOLE, Whom.LARGEST))
        self._changed()
        row.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, row: ShockRow) -> None:
        """One shock less; the last one stays."""
        if len(self.rows) == 1:
            return
        self.rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        row.deleteLater()
        self._number()
        self._changed()
        self.rows[-1].kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self.touch()
        self.fields["shocks"].set_error("")
        self.fields.resized.emit()

    def _check(self) -> str:
        return next((fault for row in self.rows if (fault := row.fault())), "")

    def draft(self) -> StressScenario:
        """The scenario as the fields say it."""
        return StressScenario("", tuple(row.shock() for row in self.rows), self.name.text().strip())

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        stress, draft = self.context.company.stress, self.draft()
        return lambda _control: stress.keep(draft, self._id)


class SeverityDialog(FormDialog):
    """A shipped scenario keeps what it is about; how hard it strikes is the company's own choice."""

    duty = Duty.MEASURE

    def __init__(
        self,
        context: PageContext,
        scenario: StressScenario,
        ground: StressGround,
        scenario_id: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self._scenario, self._id = scenario, scenario_id
        name = scenario_name(scenario, context.formats.lang)
        self.set_head(self.tr("How hard it strikes"), self.tr("Save"), name)
        self.severities: dict[int, DecimalEdit] = {}
        self.counts: dict[int, CountEdit] = {}
        for place, shock in enumerate(scenario.shocks):
            self._add(place, shock, ground)
        first = next(iter([*self.severities.values(), *self.counts.values()]), None)
        if first is not None:
            first.setFocus()

    def _add(self, place: int, shock: Shock, ground: StressGround) -> None:
        told = shock_text(shock, ground, self.context.formats)
        names = []
        if shock.kind not in PLAIN:
            most = MOST_DAYS if shock.kind in DAYS else _WHOLE
            edit = DecimalEdit(shock.severity, most=most)
            self.severities[place] = edit
            unit = self.tr("Days") if shock.kind in DAYS else self.tr("Per cent")
            self.add_field(f"severity{place}", edit, unit, check=lambda: self._check(edit, most))
            names.append(f"severity{place}")
        if shock.whom is Whom.LARGEST:
            count = CountEdit(shock.count, _MOST_COUNT)
            count.setMinimum(1)
            self.counts[place] = count
            self.add_field(f"count{place}", count, self.tr("How many of the largest"))
            names.append(f"count{place}")
        if names:
            self.form.addWidget(label(told, "bodyStrong", wrap=True))
            self.lay(*names)

    def _check(self, edit: DecimalEdit, most: Decimal) -> str:
        value = edit.value
        if value is None or not 0 < value <= most:
            return self.tr("Enter a figure above 0, {most} at most.").format(most=most)
        return ""

    def draft(self) -> StressScenario:
        """The scenario as the fields say it."""
        shocks = []
        for place, shock in enumerate(self._scenario.shocks):
            edit, count = self.severities.get(place), self.counts.get(place)
            severity = edit.value if edit is not None else None
            shocks.append(
                replace(
                    shock,
                    severity=shock.severity if severity is None else severity,
                    count=shock.count if count is None else count.value(),
                )
            )
        return replace(self._scenario, shocks=tuple(shocks))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        stress, draft = self.context.company.stress, self.draft()
        return lambda _control: stress.keep(draft, self._id)
