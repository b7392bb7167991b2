"""Letting one held order pass: up to how much, until when, why, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.domain.override import LEAST_WORDS
from app.domain.problem import HoldfastError
from app.domain.scorecard import Grade
from app.ui.dialogs.approval import CODES, ApprovalGroup, read_deciders
from app.ui.dialogs.controls import DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import writable
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.order_views import CheckView
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext
    from app.ui.dialogs.approval import Deciders
    from app.ui.dialogs.opening import Opener

_USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class Held:
    """What is held: a stored check (``check_id``), or an answer that is stored with its release."""

    customer_id: int
    customer: str
    amount: int
    currency: str
    check_id: int = 0
    view: CheckView | None = None
    named: bool = True
    """Whether an open order is named: only then does a later check find the release."""


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """Who may decide, and for which grade."""

    held: Held
    grade: Grade | None
    today: date
    deciders: Deciders


class ReleaseDialog(FormDialog):
    """One document passes; the limit and the rules stay as they are."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        **CODES,
        "order_check.reason_short": "reason",
        "order_check.amount": "amount",
        "order_check.over": "until",
    }

    def __init__(self, context: PageContext, facts: ReleaseFacts, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=600)
        self.facts = facts
        held = facts.held
        self._kept = held.check_id
        money = context.formats.money(held.amount, held.currency)
        subtitle = self.tr("{name}, order of {money}").format(name=held.customer, money=money)
        self.set_head(self.tr("Release a held order"), self.tr("Release"), subtitle)
        self.amount = MoneyEdit(held.currency)
        self.amount.set_minor(held.amount)
        self.until = DayEdit(context.language, facts.today + timedelta(_USUAL_DAYS))
        self.reason = NoteEdit()
        hint = self.tr("In {currency}, at most the order").format(currency=held.currency)
        self.add_field("amount", self.amount, self.tr("Up to"), hint, self._check_amount)
        self.add_field("until", self.until, self.tr("Until"), check=self._check_until)
        words = self.tr("What makes this order safe; an auditor reads it a year later")
        self.add_field("reason", self.reason, self.tr("Reason"), words, self._check_reason)
        self.lay("amount", "until")
        self.lay("reason")
        if not held.named:
            text = self.tr(
                "No open order is named: the release is on record, but a later check does not find it. "
                "Enter the order first where it ships in parts."
            )
            self.form.addWidget(label(text, "small", "secondary", wrap=True))
        self.approval = ApprovalGroup(self, facts.deciders)
        self.approval.lay()
        self.amount.edited.connect(self._say_ceiling)
        self._say_ceiling()
        self.reason.setFocus()

    def _say_ceiling(self) -> None:
        try:
            minor = self.amount.minor()
        except HoldfastError:
            minor = None
        held = self.facts.held
        risk = self.facts.deciders.risk(minor, held.currency) if minor and minor > 0 else None
        grade = self.facts.grade
        self.approval.say_ceiling(grade or Grade.C, risk, scored=grade is not None)

    # -- checks and result ----------------------------------------------------------------------

    def _check_amount(self) -> str:
        fault = self.amount_check(self.amount)()
        if fault or (self.amount.minor() or 0) <= self.facts.held.amount:
            return fault
        money = self.context.formats.money(self.facts.held.amount, self.facts.held.currency)
        return self.tr("At most the order's {money}.").format(money=money)

    def _check_until(self) -> str:
        return "" if self.until.day >= self.facts.today else self.tr("That day is over already.")

    def _check_reason(self) -> str:
        if len("".join(self.reason.text.split())) >= LEAST_WORDS:
            return ""
        return self.tr("Say why, in at least {least} characters.").format(least=LEAST_WORDS)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the check where it is not yet, then the release."""
        people, orders, held = self.context.company.people, self.context.company.orders, self.facts.held
        amount, until, reason = self.amount.minor() or 0, self.until.day, self.reason.text
        by, asked = self.approval.name, self.approval.requested_by

        def work(pin: str) -> ChangeSet:
            people.confirm(by, pin)  # before the check is stored
            if not self._kept and held.view is not None:
                kept = orders.keep(held.view, asked)
                self._kept = next(iter(kept.touched["order_check"]))
            return orders.release(self._kept, by, reason, amount, until, pin=pin)

        return self.approval.signed(work)


def read_release_facts(session: CompanySession, actor: str, held: Held) -> ReleaseFacts:
    """Read who may let it pass; runs on the database worker."""
    today = session.clock.today()
    grade = session.limits.grades([held.customer_id], today).get(held.customer_id)
    return ReleaseFacts(held, grade, today, read_deciders(session, actor))


def open_release(
    opener: Opener,
    context: PageContext,
    parent: QWidget,
    held: Held,
    saved: Callable[[ChangeSet], object] | None = None,
) -> None:
    """Read the facts and open the dialog."""
    if not writable(context):
        return
    session, actor = context.company, context.actor

    def show(facts: ReleaseFacts) -> None:
        dialog = ReleaseDialog(context, facts, parent)
        if saved is not None:
            dialog.saved.connect(saved)
        open_for(opener, dialog)

    context.runner.database(
        lambda _control: read_release_facts(session, actor, held),
        show,
        failed=context.notices.error,
        owner=parent,
        key="release.facts",
    )
