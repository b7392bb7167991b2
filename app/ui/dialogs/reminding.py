"""How a customer or one invoice is reminded otherwise than usual: policy, block, grace day, hand-over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.duty import Duty
from app.services.dunning_exceptions import ReminderMarks
from app.ui.dialogs.controls import Choice, DayEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.reminders.words import hand_over_choices

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.dunning import DunningPolicy
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class Reminded:
    """A customer (``document_id`` 0) or one invoice, its marks, and what holds without them."""

    customer_id: int
    document_id: int
    name: str
    marks: ReminderMarks
    policies: tuple[DunningPolicy, ...]
    usual: str
    today: date


def read_reminded(session: CompanySession, customer_id: int, document_id: int = 0) -> Reminded:
    """Read it; runs on the database worker."""
    dunning = session.dunning
    policies = dunning.policies()
    today = session.clock.today()
    if document_id:
        document = session.ledger.document(document_id).document
        marks = ReminderMarks(document.dunning_policy, document.dunning_block, document.grace_until)
        usual = dunning.policy_of(document.customer_id).code
        return Reminded(document.customer_id, document_id, document.number, marks, policies, usual, today)
    customer = session.customers.profile(customer_id).customer
    marks = ReminderMarks(
        customer.dunning_policy,
        customer.dunning_block,
        customer.grace_until,
        customer.handed_to,
        customer.handed_on,
    )
    return Reminded(customer_id, 0, customer.name, marks, policies, dunning.policy_of().code, today)


class RemindingDialog(FormDialog):
    """Saves all marks as one action."""

    duty = Duty.COLLECT

    codes: Mapping[str, str] = {
        "dunning.policy_unknown": "policy",
        "dunning.no_reason": "reason",
        "dunning.bad_hand_over_to": "handed_to",
    }

    def __init__(self, context: PageContext, reminded: Reminded, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=580)
        self.reminded = reminded
        self.set_head(self.tr("Reminders"), self.tr("Save"), reminded.name)
        marks, today = reminded.marks, reminded.today
        self.policy = Choice(self._policies(), marks.policy)
        self.blocked = QCheckBox(self.tr("Do not remind"))
        self.blocked.setChecked(bool(marks.block))
        self.reason = QLineEdit(marks.block)
        self.graced = QCheckBox(self.tr("Not before a day"))
        self.graced.setChecked(marks.grace_until is not None)
        self.until = DayEdit(context.language, marks.grace_until or today)
        self.handed_to = Choice(hand_over_choices(), marks.handed_to)
        self.handed_on = DayEdit(context.language, marks.handed_on or today)
        self._add()
        self.blocked.toggled.connect(self._follow)
        self.graced.toggled.connect(self._follow)
        self.handed_to.activated.connect(self._follow)
        for box in (self.blocked, self.graced):
            box.toggled.connect(self.touch)
        self._follow()
        self.policy.setFocus()

    def _policies(self) -> list[tuple[str, str]]:
        """As usual first, with what that is."""
        lang = self.context.formats.lang
        names = {policy.code: policy.titled(lang) for policy in self.reminded.policies}
        usual = names.get(self.reminded.usual, self.reminded.usual)
        first = (
            self.tr("As the customer: {policy}")
            if self.reminded.document_id
            else self.tr("As the company: {policy}")
        )
        return [("", first.format(policy=usual)), *names.items()]

    def _add(self) -> None:
        self.add_field("policy", self.policy, self.tr("Policy"))
        self.add_field("blocked", self.blocked, self.tr("Block"))
        self.add_field("reason", self.reason, self.tr("Reason"), check=self._check_reason)
        self.add_field("graced", self.graced, self.tr("Grace"))
        hint = self.tr("This day included; the step is not lost, it comes after it")
        self.add_field("until", self.until, self.tr("No reminder until"), hint)
        self.add_field("handed_to", self.handed_to, self.tr("Handed over to"))
        self.add_field("handed_on", self.handed_on, self.tr("Since"))
        self.lay("policy")
        self.lay("blocked", "reason", stretch=(1, 2))
        self.lay("graced", "until", stretch=(1, 2))
        self.lay("handed_to", "handed_on", stretch=(2, 1))
        for name in ("handed_to", "handed_on"):
            self.fields[name].setVisible(not self.reminded.document_id)

    def _follow(self, *_: object) -> None:
        self.fields["reason"].setEnabled(self.blocked.isChecked())
        self.fields["reason"].set_error("")
        self.fields["until"].setEnabled(self.graced.isChecked())
        self.fields["handed_on"].setEnabled(bool(str(self.handed_to.value)))

    def _check_reason(self) -> str:
        if not self.blocked.isChecked() or self.reason.text().strip():
            return ""
        return self.tr("Say why; the run shows it.")

    def marks(self) -> ReminderMarks:
        """The marks as typed."""
        to = str(self.handed_to.value)
        return ReminderMarks(
            str(self.policy.value),
            self.reason.text().strip() if self.blocked.isChecked() else "",
            self.until.day if self.graced.isChecked() else None,
            to,
            self.handed_on.day if to else None,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        dunning, reminded, marks = self.context.company.dunning, self.reminded, self.marks()
        if reminded.document_id:
            return lambda _control: dunning.set_marks(marks, document_id=reminded.document_id)
        return lambda _control: dunning.set_marks(marks, customer_id=reminded.customer_id)
