"""Reminder policies: the list, one policy as a ladder and as steps, and what can be done to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.domain.dunning import DunningPolicy, DunningStep, PolicyChoice, PolicySource
from app.domain.dunning_text import numbered
from app.ui.dialogs.opening import open_for
from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.customers.guard import guard, reason, writable
from app.ui.pages.reminders.ladder import Ladder
from app.ui.pages.reminders.policies_columns import policy_columns, step_columns
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

_LIST_WIDTH = 268


class PoliciesPanel(Retranslated):
    """Every edit is saved at once and can be undone; ``dialog`` is the one now open."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.policies: tuple[DunningPolicy, ...] = ()
        self.default = PolicyChoice("", PolicySource.SHIPPED)
        self.code = ""
        self.base = "CNY"
        self.dialog: FormDialog | None = None
        theme = context.theme
        self.list = DataTable(theme, "reminders.policies", context.preferences, empty_icon="mail")
        self.model: RowTable[DunningPolicy] = RowTable(
            policy_columns(self), context.runner, self._place_of, parent=self
        )
        self.list.set_model(self.model)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.add_button = button(theme, "", "normal", "plus", self.add)
        self.card = Card(theme, " ")
        self.ladder = Ladder(theme, context.formats)
        self.note = label("", "small", "secondary", wrap=True)
        self.steps = DataTable(theme, "reminders.steps", context.preferences, framed=False, empty_icon="mail")
        self.rungs: RowTable[DunningStep] = RowTable(
            step_columns(context.formats, lambda: self.base),
            context.runner,
            lambda step: step.level,
            parent=self,
        )
        self.steps.set_model(self.rungs)
        self._add_buttons()
        self._lay_out()
        self.list.current_changed.connect(self._on_policy)
        self.steps.opened.connect(self.edit_step)
        self.steps.clear_filter.connect(self.add_step)
        self.steps.empty.bar(reason(context))
        self.ladder.chosen.connect(self.edit_step)
        self.retranslate()

    def _add_buttons(self) -> None:
        theme = self.context.theme
        self.default_button = button(theme, "", "normal", "star", self.make_default)
        self.name_button = button(theme, "", "normal", "pencil", self.rename)
        self.more_button = button(theme, "", "normal", "chevron-down", self._open_more)
        for widget in (self.default_button, self.name_button, self.more_button):
            self.card.add_action(widget)
        self.step_button = button(theme, "", "link", "plus", self.add_step)
        self.edit_button = button(theme, "", "link", "pencil", self._edit_current)
        self.remove_button = button(theme, "", "link", "trash-2", self._remove_current)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.add_button)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for widget in (self.step_button, self.edit_button, self.remove_button):
            tools.addWidget(widget)
        tools.addStretch(1)
        self.card.body.addWidget(self.note)
        self.card.body.addWidget(self.ladder)
        self.card.body.addLayout(tools)
        self.card.body.addWidget(self.steps, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(left)
        layout.addWidget(self.card, 1)

    # -- reading --------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the policies and which of them is the company's."""
        session = self.context.company

        def work(_control: Control) -> tuple[tuple[DunningPolicy, ...], PolicyChoice, str]:
            dunning = session.dunning
            return dunning.policies(), dunning.policy_of(), session.company.get().currency

        self.list.loading.start()
        self.context.runner.database(
            work, self._show, failed=self._failed, owner=self, key="reminders.policies"
        )

    def _failed(self, error: Exception) -> None:
        self.list.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: tuple[tuple[DunningPolicy, ...], PolicyChoice, str]) -> None:
        self.list.loading.stop()
        self.policies, self.default, self.base = found
        codes = [policy.code for policy in self.policies]
        if self.code not in codes:
            self.code = self.default.code if self.default.code in codes else next(iter(codes), "")
        self.model.set_columns(policy_columns(self))
        self.model.set_rows(self.policies)
        if self.policy is not None:
            self.list.view.select_id(self._place_of(self.policy))
        self._write()

    def _place_of(self, policy: DunningPolicy) -> int:
        return next((n for n, each in enumerate(self.policies, 1) if each.code == policy.code), 0)

    @property
    def policy(self) -> DunningPolicy | None:
        """The policy in view."""
        return next((each for each in self.policies if each.code == self.code), None)

    def _on_policy(self, place: int) -> None:
        if 0 < place <= len(self.policies):
            self.code = self.policies[place - 1].code
            self._write()

    # -- showing --------------------------------------------------------------------------------

    def _write(self) -> None:
        policy, lang = self.policy, self.context.formats.lang
        if policy is None:
            return
        self.card.set_title(policy.titled(lang), self._standing(policy))
        note = policy.note.get(lang) or next(iter(policy.note.values()), "")
        gap = self.tr(
            "At least %n day(s) lie between two letters about the same invoice.", "", policy.gap_days
        )
        self.note.setText(note or (gap if policy.gap_days else ""))
        self.note.setVisible(bool(self.note.text()))
        self.ladder.set_steps(policy.steps)
        self.ladder.setVisible(bool(policy.steps))
        self.rungs.set_columns(step_columns(self.context.formats, lambda: self.base))
        self.rungs.set_rows(policy.steps)
        self.steps.say_empty(self.tr("This policy reminds nobody."), self.tr("Add a step"))
        default = self.default.code == policy.code
        guard(self.context, self.default_button, able=not default)
        guard(self.context, self.add_button, self.name_button, self.more_button, self.step_button)
        guard(self.context, self.edit_button, self.remove_button, able=bool(policy.steps))

    def _standing(self, policy: DunningPolicy) -> str:
        parts = [self.standing_word(policy)]
        if self.default.code == policy.code:
            parts.append(self.tr("default"))
        return " • ".join(parts)

    def standing_word(self, policy: DunningPolicy) -> str:
        """Whether it came with the program, was changed, or is the company's own."""
        if not policy.shipped:
            return self.tr("Own")
        return self.tr("Changed") if policy.changed else self.tr("Shipped")

    # -- policies -------------------------------------------------------------------------------

    def _do(self, work: Callable[[Control], ChangeSet], then: Callable[[], None] | None = None) -> None:
        def done(change: ChangeSet) -> None:
            self.context.notices.done(change)
            if then is not None:
                then()
            self.read()

        if writable(self.context):
            self.context.runner.database(work, done, failed=self.context.notices.error, owner=self)

    def _open(self, dialog: FormDialog) -> None:
        dialog.saved.connect(lambda _change: self.read())
        open_for(self, dialog)

    def _take(self, code: str) -> None:
        self.code = code

    def add(self) -> None:
        """Begin an own policy."""
        from app.ui.pages.reminders.policy_dialogs import PolicyDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context):
            dialog = PolicyDialog(self.context, None, self.policies, self)
            dialog.named.connect(self._take)
            self._open(dialog)

    def duplicate(self) -> None:
        """Begin an own policy with the steps of the one in view."""
        from app.ui.pages.reminders.policy_dialogs import PolicyDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context) and self.policy is not None:
            dialog = PolicyDialog(self.context, self.policy, self.policies, self, copy=True)
            dialog.named.connect(self._take)
            self._open(dialog)

    def rename(self) -> None:
        """Edit the policy's name and its gap."""
        from app.ui.pages.reminders.policy_dialogs import PolicyDialog  # noqa: PLC0415 - loads on first use

        if writable(self.context) and self.policy is not None:
            self._open(PolicyDialog(self.context, self.policy, self.policies, self))

    def make_default(self) -> None:
        """Let the company use the policy in view."""
        dunning, code = self.context.company.dunning, self.code
        self._do(lambda _control: dunning.set_policy(code))

    def more_menu(self) -> QMenu:
        """What is done now and then."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        policy = self.policy
        menu.addAction(self.tr("Duplicate…")).triggered.connect(lambda _on=False: self.duplicate())
        reset = menu.addAction(self.tr("Back to the shipped version"))
        reset.setEnabled(policy is not None and policy.shipped and policy.changed)
        reset.triggered.connect(lambda _on=False: self.reset())
        remove = menu.addAction(self.tr("Delete"))
        remove.setEnabled(policy is not None and not policy.shipped)
        remove.triggered.connect(lambda _on=False: self.remove())
        return menu

    def _open_more(self) -> None:
        self.more_menu().popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def reset(self) -> None:
        """Back to the shipped version of the policy in view."""
        dunning, code = self.context.company.dunning, self.code
        self._do(lambda _control: dunning.reset_policy(code))

    def remove(self) -> None:
        """Take the policy in view away, if nobody uses it."""
        dunning, code = self.context.company.dunning, self.code
        self._do(lambda _control: dunning.remove_policy(code))

    # -- steps ----------------------------------------------------------------------------------

    def add_step(self) -> None:
        """Ask for a step after the current one."""
        if self.policy is not None and writable(self.context):
            after = self.steps.view.current_id() or len(self.policy.steps)
            self._open_step(None, after)

    def edit_step(self, level: int) -> None:
        """Edit a step."""
        step = self.policy.step(level) if self.policy is not None else None
        if step is not None and writable(self.context):
            self._open_step(step, level)

    def _open_step(self, step: DunningStep | None, after: int) -> None:
        from app.ui.pages.reminders.step_dialog import StepDialog  # noqa: PLC0415 - loads on first use

        policy = self.policy
        if policy is not None:
            self._open(StepDialog(self.context, policy, step, after, self.base, self))

    def _edit_current(self) -> None:
        if self.policy is not None and self.policy.steps:
            self.edit_step(self.steps.view.current_id() or self.policy.steps[0].level)

    def _remove_current(self) -> None:
        policy, level = self.policy, self.steps.view.current_id()
        if policy is None or not policy.steps:
            return
        level = level or policy.steps[-1].level
        rest = numbered([step for step in policy.steps if step.level != level])
        dunning = self.context.company.dunning
        self._do(lambda _control: dunning.save_policy(replace(policy, steps=rest)))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.list.view.setAccessibleName(self.tr("Reminder policies"))
        self.steps.view.setAccessibleName(self.tr("Steps of the policy"))
        self.add_button.setText(self.tr("New policy…"))
        self.default_button.setText(self.tr("Make default"))
        self.name_button.setText(self.tr("Name…"))
        self.more_button.setText(self.tr("More"))
        self.step_button.setText(self.tr("Add a step…"))
        self.edit_button.setText(self.tr("Edit step…"))
        self.remove_button.setText(self.tr("Remove step"))
        self._write()
        if self.policies:
            self.model.set_columns(policy_columns(self))
