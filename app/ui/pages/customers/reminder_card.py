"""How a customer is reminded: by which policy, whether at all, from when, and who has its debts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.domain.duty import Duty
from app.ui.dialogs.reminding import read_reminded
from app.ui.pages.customers.guard import guard
from app.ui.pages.reminders.words import hand_over_word
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.dialogs.reminding import Reminded
    from app.ui.pages.customers.entries import Entries


class ReminderCard(Card):
    """Reads what it shows by itself; a dialog changes it."""

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__(context.theme, " ")
        self.context = context
        self.entries = entries
        self.reminded: Reminded | None = None
        self.edit = button(context.theme, "", "link", "pencil", self._edit)
        self.add_action(self.edit)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.retranslate()

    def show_customer(self, customer_id: int) -> None:
        """Read how this customer is reminded."""
        session = self.context.company
        self.context.runner.database(
            lambda _control: read_reminded(session, customer_id),
            self._show,
            failed=self.context.notices.error,
            owner=self,
            key="customer.reminded",
        )

    def _show(self, reminded: Reminded) -> None:
        self.reminded = reminded
        self._write()

    def _edit(self) -> None:
        if self.reminded is not None:
            self.entries.reminding(self.reminded.customer_id)

    def _write(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (name, value, tone) in enumerate(self._facts()):
            self._grid.addWidget(label(name, "small", "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(value, "body", tone, wrap=True), row, 1)

    def _facts(self) -> list[tuple[str, str, str]]:
        """Name, value and tone of each line; what is as usual stays short."""
        reminded, formats = self.reminded, self.context.formats
        if reminded is None:
            return []
        marks = reminded.marks
        names = {policy.code: policy.titled(formats.lang) for policy in reminded.policies}
        usual = names.get(reminded.usual, reminded.usual)
        policy = (
            names.get(marks.policy, marks.policy)
            if marks.policy
            else self.tr("{policy}, as the company").format(policy=usual)
        )
        facts = [(self.tr("Policy"), policy, "")]
        if marks.block:
            facts.append((self.tr("Block"), marks.block, "warn"))
        if marks.grace_until is not None:
            late = marks.grace_until < reminded.today
            until = self.tr("no reminder until {day}").format(day=formats.day_in_text(marks.grace_until))
            facts.append((self.tr("Grace"), until, "tertiary" if late else "warn"))
        if marks.handed_to:
            to = hand_over_word(marks.handed_to)
            since = formats.day_in_text(marks.handed_on) if marks.handed_on else ""
            facts.append((self.tr("Handed over to"), f"{to} {since}".strip(), "danger"))
        return facts

    def retranslate(self) -> None:
        """Write every text of the card."""
        self.set_title(self.tr("Reminders"))
        self.edit.setText(self.tr("Change…"))
        self.edit.setAccessibleName(self.tr("Change how this customer is reminded"))
        guard(self.context, self.edit, duty=Duty.COLLECT)
        self._write()
