"""Making or changing a plan: what opens it, what is done by whom and by when, whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.alert_rules import RuleCode
from app.domain.contingency import LEVELS, PlanContact, PlanStep, PlanText
from app.domain.duty import Duty
from app.ui.dialogs.controls import Choice, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.analysis.contingency.rows_edit import RowsEdit
from app.ui.widgets.check_list import CheckList
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.measure_record import ContingencyPlan
    from app.services.ports import Control
    from app.ui.context import PageContext

_RULES_HIGH = 172


class PlanDialog(FormDialog):
    """A run that goes on keeps the checklist it began with."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {
        "contingency.name": "name",
        "contingency.level": "level",
        "contingency.no_steps": "steps",
        "contingency.empty_step": "steps",
        "contingency.days": "steps",
        "contingency.too_long": "steps",
    }

    def __init__(
        self, context: PageContext, plan: ContingencyPlan, text: PlanText, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=860)
        self.plan = plan
        title = self.tr("Edit the plan") if plan.id else self.tr("New plan")
        about = self.tr("Runs under way keep the steps they began with.") if plan.id else ""
        self.set_head(title, self.tr("Save"), about)
        lang = context.formats.lang
        self.name = QLineEdit(plan.name)
        levels = [(level, say(f"contingency_level.{level}", lang)) for level in LEVELS]
        self.level = Choice(levels, plan.level)
        self.rules = CheckList(searched=False)
        offered = [(one.value, say(f"alert_rule.{one.value}", lang)) for one in RuleCode]
        self.rules.offer(offered, [one.value for one in text.rules])
        self.rules.setFixedHeight(_RULES_HIGH)
        self.triggers = NoteEdit("\n".join(text.triggers))
        self.triggers.setFixedHeight(_RULES_HIGH)
        self.steps, self.contacts = self._made_steps(text), self._made_contacts(text)
        self._add()
        self.lay("name", "level", stretch=(3, 1))
        self.lay("steps")
        self.lay("rules", "triggers")
        self.lay("contacts")
        for changes in (self.steps.changed, self.contacts.changed, self.rules.changed):
            changes.connect(self._changed)
        self.name.setFocus()

    def _made_steps(self, text: PlanText) -> RowsEdit:
        heads = ((self.tr("What is done"), 6), (self.tr("Who"), 2), (self.tr("Days"), 0))
        rows = [(one.text, one.who, one.days) for one in text.steps] or [("", "", 0)]
        return RowsEdit(self.context, heads, rows, self.tr("Add a step"), least=1)

    def _made_contacts(self, text: PlanText) -> RowsEdit:
        heads = (
            (self.tr("Name"), 2),
            (self.tr("What for"), 3),
            (self.tr("Phone"), 2),
            (self.tr("E-mail"), 3),
        )
        rows = [(one.name, one.role, one.phone, one.email) for one in text.contacts]
        return RowsEdit(self.context, heads, rows, self.tr("Add a contact"))

    def _add(self) -> None:
        lang = self.context.formats.lang
        self.add_field(
            "name", self.name, self.tr("Name"), check=self.required(self.name, say("contingency.name", lang))
        )
        self.add_field("level", self.level, self.tr("Risk level"))
        hint = self.tr("Days from the beginning by which a step is to be done; 0 is at once")
        self.add_field("steps", self.steps, self.tr("Steps"), hint, self._check_steps)
        self.add_field("rules", self.rules, self.tr("Alerts that open it"))
        hint = self.tr("One a line")
        self.add_field("triggers", self.triggers, self.tr("What else sets it off"), hint)
        self.add_field("contacts", self.contacts, self.tr("Whom to call"))

    def _changed(self) -> None:
        self.touch()
        self.fields["steps"].set_error("")
        self.fields.resized.emit()

    def _check_steps(self) -> str:
        lang = self.context.formats.lang
        if not self.steps.rows:
            return say("contingency.no_steps", lang)
        empty = any(not str(row[0]).strip() for row in self.steps.values)
        return say("contingency.empty_step", lang) if empty else ""

    def draft(self) -> PlanText:
        """What the fields say."""
        return PlanText(
            tuple(RuleCode(one) for one in self.rules.values),
            tuple(self.triggers.text.splitlines()),
            tuple(PlanStep(str(what), str(who), int(days)) for what, who, days in self.steps.values),
            tuple(PlanContact(*(str(one).strip() for one in row)) for row in self.contacts.values),
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        contingency, text = self.context.company.contingency, self.draft()
        plan = replace(self.plan, name=self.name.text().strip(), level=int(str(self.level.value)))
        return lambda _control: contingency.save(plan, text)
