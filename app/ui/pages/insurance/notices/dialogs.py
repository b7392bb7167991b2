"""A notice was sent, and how; the insurer answered, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.notice import NoticeReply
from app.ui.dialogs.controls import Choice, DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.insurance.said import policy_name
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.notice_views import NoticeView
    from app.services.ports import Control
    from app.ui.context import PageContext


def about(context: PageContext, view: NoticeView) -> str:
    """Which notice, about whom, to which insurer."""
    formats = context.formats
    kind = say(f"notice_kind.{view.record.kind}", formats.lang)
    name = formats.name(view.customer.name, view.customer.name_en)
    return f"{kind} · {name} · {policy_name(view.policy)}"


class SendDialog(FormDialog):
    """When it went out, and what shows that it arrived."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"notice.sent_in_future": "on", "notice.sent_before_known": "on"}

    def __init__(self, context: PageContext, view: NoticeView, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=520)
        self.view = view
        self.set_head(self.tr("Mark as sent"), self.tr("Mark as sent"), about(context, view))
        self._today = context.company.clock.today()
        self.on = DayEdit(context.language, self._today)
        self.reference, self.proof = QLineEdit(view.record.reference), QLineEdit()
        self.add_field("on", self.on, self.tr("Sent on"), check=self._check)
        hint = self.tr("The insurer's number for it, if there is one")
        self.add_field("reference", self.reference, self.tr("Reference"), hint)
        hint = self.tr("Tracking number, e-mail receipt, entry in the insurer's portal")
        self.add_field("proof", self.proof, self.tr("What shows that it arrived"), hint)
        self.lay("on", "reference")
        self.lay("proof")
        text = self.tr("From now on its words stay as they are.")
        self.form.addWidget(label(text, "small", "secondary", wrap=True))
        self.on.setFocus()

    def _check(self) -> str:
        return self.tr("This day is still to come.") if self.on.day > self._today else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Note that it was sent."""
        notices, row, on = self.context.company.notices, self.view.record.id, self.on.day
        reference, proof = self.reference.text(), self.proof.text()
        return lambda _control: notices.send(row, on, reference, proof)


class ReplyDialog(FormDialog):
    """What the insurer answered; a lower limit or a stop is kept in the same step."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {
        "notice.replied_in_future": "on",
        "notice.replied_before_sent": "on",
        "notice.no_amount": "amount",
    }

    def __init__(self, context: PageContext, view: NoticeView, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=560)
        self.view = view
        self.set_head(self.tr("Insurer's answer"), self.tr("Keep the answer"), about(context, view))
        lang = context.formats.lang
        self._today = context.company.clock.today()
        self.on = DayEdit(context.language, self._today)
        self.reply = Choice([(each.value, say(f"notice_reply.{each}", lang)) for each in NoticeReply])
        self.reply.activated.connect(self._follow)
        self.amount = MoneyEdit(view.policy.record.currency)
        self.effective = DayEdit(context.language, self._today)
        self.reference, self.note = QLineEdit(), NoteEdit()
        self.consequence = label("", "small", "secondary", wrap=True)
        self.add_field("on", self.on, self.tr("Answered on"), check=self._check_day)
        self.add_field("reply", self.reply, self.tr("Answer"))
        self.add_field("amount", self.amount, self.tr("New limit"), check=self._check_amount)
        text = self.tr("For shipments from")
        self.add_field("effective", self.effective, text, check=self._check_effective)
        self.add_field("reference", self.reference, self.tr("Reference"), self.tr("May stay empty"))
        self.add_field("note", self.note, self.tr("Note"), self.tr("May stay empty"))
        self.lay("on", "reply", stretch=(2, 3))
        self.form.addWidget(self.consequence)
        self.lay("amount", "effective")
        self.lay("reference")
        self.lay("note")
        self._follow()
        self.reply.setFocus()

    @property
    def answer(self) -> NoticeReply:
        """What is chosen."""
        return NoticeReply(str(self.reply.value))

    def _follow(self, *_: object) -> None:
        answer = self.answer
        self.fields["amount"].setVisible(answer is NoticeReply.REDUCED)
        self.fields["effective"].setVisible(answer is not NoticeReply.KEPT)
        texts = {
            NoticeReply.KEPT: self.tr("The limit stays as it is."),
            NoticeReply.REDUCED: self.tr("A decision with the lower limit is added to the buyer's history."),
            NoticeReply.WITHDRAWN: self.tr("The limit ends; what was shipped before stays insured."),
            NoticeReply.STOP: self.tr("A stop is recorded, and the order check holds orders for its reason."),
        }
        self.consequence.setText(texts[answer])
        self.fields.resized.emit()

    def _check_day(self) -> str:
        return self.tr("This day is still to come.") if self.on.day > self._today else ""

    def _check_effective(self) -> str:
        if self.answer is NoticeReply.KEPT:
            return ""
        if self.effective.day > self.view.policy.last_day:
            return self.tr("That is after the policy ends.")
        early = self.answer is not NoticeReply.STOP and self.effective.day < self.on.day
        return self.tr("Less cover holds from the day of the answer.") if early else ""

    def _check_amount(self) -> str:
        return self.amount_check(self.amount)() if self.answer is NoticeReply.REDUCED else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the answer and what follows from it."""
        notices, row, on = self.context.company.notices, self.view.record.id, self.on.day
        answer, effective = self.answer, self.effective.day
        amount = self.amount.minor() if answer is NoticeReply.REDUCED else None
        reference, note = self.reference.text(), self.note.text
        return lambda _control: notices.reply(
            row,
            on,
            answer,
            amount=amount,
            effective=None if answer is NoticeReply.KEPT else effective,
            reference=reference,
            note=note,
        )
