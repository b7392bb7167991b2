"""Putting a plan into action, and ending a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.services.contingency import REAL
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.contingency import PlanView, RunView
    from app.services.ports import Control
    from app.ui.context import PageContext


class BeginDialog(FormDialog):
    """``run_id`` is the run begun, 0 before."""

    duty = Duty.MEASURE

    def __init__(self, context: PageContext, view: PlanView, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self._plan = view.plan
        self.run_id = 0
        self.set_head(self.tr("Put the plan into action"), self.tr("Begin"), self._plan.name)
        self.customer = CustomerPicker(context)
        self.customer.setPlaceholderText(self.tr("Customer by name, code or initials"))
        self.by = QLineEdit(context.actor)
        hint = self.tr("May stay empty")
        self.add_field("customer", self.customer, self.tr("About which customer"), hint, self._check)
        self.add_field("by", self.by, self.tr("Who leads it"))
        self.lay("customer")
        self.lay("by")
        self.customer.setFocus()

    def _check(self) -> str:
        if not self.customer.text().strip() or self.customer.settle():
            return ""
        return self.tr("Choose a customer from the list.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Begin it."""
        contingency, plan_id = self.context.company.contingency, self._plan.id
        who, by = self.customer.customer_id or None, self.by.text()

        def work(_control: Control) -> ChangeSet:
            self.run_id, change = contingency.start(plan_id, REAL, by, who)
            return change

        return work


class EndDialog(FormDialog):
    """A run ends with what came of it."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"contingency.outcome": "outcome"}

    def __init__(self, context: PageContext, view: RunView, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=560)
        self._run_id = view.run.id
        left = len(view.ticks) - view.done
        about = self.tr("%n step(s) are not done.", "", left) if left else self.tr("Every step is done.")
        self.set_head(self.tr("End “{name}”").format(name=view.plan), self.tr("End"), about)
        self.outcome, self.note = NoteEdit(), NoteEdit()
        self.add_field("outcome", self.outcome, self.tr("What came of it"), check=self._check)
        self.add_field("note", self.note, self.tr("What to change in the plan"))
        self.lay("outcome")
        self.lay("note")
        self.outcome.setFocus()

    def _check(self) -> str:
        return "" if self.outcome.text else say("contingency.outcome", self.context.formats.lang)

    def job(self) -> Callable[[Control], ChangeSet]:
        """End it; it stays as it is from then on."""
        contingency, run_id = self.context.company.contingency, self._run_id
        outcome, note = self.outcome.text, self.note.text
        return lambda _control: contingency.end(run_id, outcome, note)
