"""What a file of own money would bring, before anything is kept: each row, each problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.cash_views import OutflowPlan, PlannedOutflow
    from app.services.ports import Control
    from app.ui.context import PageContext

_TABLE_HEIGHT, _PROBLEMS = 280, 6


class OutflowImportDialog(FormDialog):
    """The rows that would be taken in as one step; one that is left out is named with the reason."""

    duty = Duty.MEASURE

    def __init__(
        self, context: PageContext, plan: OutflowPlan, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=860)
        self.plan = plan
        fresh = len(plan.fresh)
        self.set_head(self.tr("Own money from a file"), self.tr("Take in %n row(s)", "", fresh), name)
        self._save.setEnabled(bool(fresh))
        self.form.addWidget(label(self._summary(), "body", wrap=True))
        self.table = DataTable(context.theme, "cash.import")
        self.model: RowTable[PlannedOutflow] = RowTable(
            self._columns(), context.runner, lambda one: one.row, parent=self
        )
        self.table.set_model(self.model)
        self.table.setFixedHeight(_TABLE_HEIGHT)
        self.table.say_empty(self.tr("No row can be taken in."))
        self.table.view.setAccessibleName(self.tr("Rows in the file"))
        self.model.set_rows(plan.rows)
        self.form.addWidget(self.table)
        self.problems = label(self._problems(), "body", "warn", wrap=True)
        self.problems.setVisible(bool(plan.problems))
        self.form.addWidget(self.problems)
        self.replacing = QCheckBox(
            self.tr(
                "Delete %n row(s) of an earlier file of this name that this one lacks", "", len(plan.gone)
            )
        )
        self.replacing.setVisible(bool(plan.gone))
        self.replacing.toggled.connect(self._on_replacing)
        self.form.addWidget(self.replacing)
        (self._save if fresh else self._cancel).setFocus()

    def _on_replacing(self, on: bool) -> None:
        """A file that only lacks rows can be taken in for that alone."""
        self.touch()
        self._save.setEnabled(on or bool(self.plan.fresh))

    def _summary(self) -> str:
        plan = self.plan
        known = len(plan.rows) - len(plan.fresh)
        parts = [
            self.tr("%n new", "", len(plan.fresh)),
            self.tr("%n already here", "", known),
            self.tr("%n problem(s)", "", len(plan.problems)),
        ]
        return " • ".join(parts)

    def _problems(self) -> str:
        lang, problems = self.context.formats.lang, self.plan.problems
        texts = [say(one.code, lang, **dict(one.params)) for one in problems[:_PROBLEMS]]
        more = len(problems) - len(texts)
        if more > 0:
            texts.append(self.tr("And %n more.", "", more))
        return "\n".join(texts)

    def _columns(self) -> list[Column[PlannedOutflow]]:
        formats, lang = self.context.formats, self.context.formats.lang

        def state(one: PlannedOutflow) -> Cell:
            if one.known:
                return Cell(self.tr("Already here"), chip="neutral")
            return Cell(self.tr("New"), chip="good")

        def amount(one: PlannedOutflow) -> Cell:
            return Cell(formats.amount(one.item.amount, one.item.currency))

        def every(one: PlannedOutflow) -> str:
            text = say(f"cash_every.{one.item.every or 'once'}", lang)
            until = one.item.until
            return f"{text} – {formats.day(until)}" if until is not None else text

        return [
            text_column("row", lambda: self.tr("Row"), lambda one: str(one.row), tone="tertiary", width=48,
                        min_width=44),
            Column("state", lambda: self.tr("What"), state, width=104, min_width=92),
            day_column("on", lambda: self.tr("Day"), lambda one: one.item.on, formats),
            text_column("label", lambda: self.tr("What for"), lambda one: one.item.label, strong=True,
                        width=180, min_width=120, stretch=2),
            text_column("kind", lambda: self.tr("Category"),
                        lambda one: say(f"cash_kind.{one.item.kind}", lang), width=110, min_width=88),
            text_column("every", lambda: self.tr("Comes back"), every, tone="secondary", width=120,
                        min_width=92, drop=1),
            Column("amount", lambda: self.tr("Out (below 0: in)"), amount, value=lambda one: one.item.amount,
                   width=120, min_width=96, align=Align.RIGHT),
            text_column("currency", lambda: self.tr("Currency"), lambda one: one.item.currency,
                        tone="secondary", width=64, min_width=60, drop=2),
        ]  # fmt: skip

    def job(self) -> Callable[[Control], ChangeSet]:
        """Take the rows in."""
        cash, plan, replacing = self.context.company.cash, self.plan, self.replacing.isChecked()
        return lambda _control: cash.take(plan, replacing=replacing)
