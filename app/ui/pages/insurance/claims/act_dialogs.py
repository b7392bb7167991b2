"""What is asked when something happens to a claim: a step, money, costs, an objection, a consent, a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.claim_state import NEEDS_REASON, ClaimState
from app.domain.duty import Duty
from app.ui.dialogs.controls import DayEdit, NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.insurance.said import policy_name
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.segmented import Segmented
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QLabel, QWidget

    from app.domain.changes import ChangeSet
    from app.services.claim_views import ClaimDetail
    from app.services.ports import Control
    from app.ui.context import PageContext

DECIDED = frozenset({ClaimState.APPROVED, ClaimState.PARTIAL})


class ClaimDialog(FormDialog):
    """Names the claim and asks for the day it happened."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"claim.before_last": "on", "claim.needs_reason": "reason"}

    def __init__(
        self, context: PageContext, detail: ClaimDetail, title: str, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=520)
        self.detail = detail
        self.claim = detail.row.claim
        name = context.formats.name(detail.row.customer, detail.row.customer_en)
        self.set_head(title, verb, f"{name} · {policy_name(detail.row.policy)}")
        self._today = context.company.clock.today()
        self.on = DayEdit(context.language, self._today)
        self.reason = NoteEdit()

    def add_day(self, text: str, hint: str = "") -> None:
        """The field of the day."""
        self.add_field("on", self.on, text, hint, self._check_day)

    def _check_day(self) -> str:
        return self.tr("This day is still to come.") if self.on.day > self._today else ""

    def needs_reason(self) -> str:
        """A check that the reason is written down."""
        return "" if self.reason.text else self.tr("Write down the reason.")

    def figures(self, shown: list[tuple[str, int]]) -> None:
        """Amounts in the claim's currency above the fields."""
        made, formats = Figures(self.context.theme), self.context.formats
        made.set([(name, formats.money(minor, self.claim.currency), "", "") for name, minor in shown])
        self.form.addWidget(made)

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store it."""
        raise NotImplementedError


class MoveDialog(ClaimDialog):
    """Brings a claim to another state: the day, the reason where one is needed, what was approved."""

    codes: Mapping[str, str] = {
        **ClaimDialog.codes,
        "claim.bad_approval": "amount",
        "claim.is_partial": "amount",
    }

    def __init__(
        self, context: PageContext, detail: ClaimDetail, to: ClaimState, parent: QWidget | None = None
    ) -> None:
        lang = context.formats.lang
        state, verb = say(f"claim_state.{to}", lang), say(f"claim_move.{to}", lang)
        super().__init__(context, detail, state, verb, parent)
        self.to = to
        self.early: QLabel | None = None
        expected = detail.calculation.payable
        if to is ClaimState.FILED or to in DECIDED:
            self.figures(
                [
                    (self.tr("Covered debt"), self.claim.claimed or detail.calculation.covered),
                    (self.tr("Expected indemnity"), expected),
                ]
            )
        self.add_day(self.tr("Day"))
        self.amount = MoneyEdit(self.claim.currency)
        self.amount.set_minor(expected if to is ClaimState.APPROVED else None)
        if to in DECIDED:
            self.add_field("amount", self.amount, self.tr("Approved"), check=self.amount_check(self.amount))
            self.lay("on", "amount")
        else:
            self.lay("on")
        needed = to in NEEDS_REASON
        hint = self.tr("In the insurer's own words") if needed else self.tr("May stay empty")
        self.add_field("reason", self.reason, self.tr("Reason"), hint, self.needs_reason if needed else None)
        self.lay("reason")
        self._say_consequence()
        self.on.setFocus()

    def _say_consequence(self) -> None:
        until = self.detail.waits_until
        if self.to in {ClaimState.READY, ClaimState.FILED} and until is not None and until >= self._today:
            day = self.context.formats.day_in_text(until)
            text = self.tr(
                "The waiting period ends on {day} only: the insurer may send back what comes sooner."
            )
            self.early = label(text.format(day=day), "body", "warn", wrap=True)
            self.form.addWidget(self.early)
        text = {
            ClaimState.FILED: self.tr(
                "The calculation is frozen as it stands today. From now on no letters of our own "
                "go to the buyer without the insurer's consent."
            ),
            ClaimState.DECLINED: self.tr("You can object until the day named under Deadlines."),
            ClaimState.WITHDRAWN: self.tr("A new claim about this buyer can be opened afterwards."),
        }.get(self.to, "")
        if text:
            self.form.addWidget(label(text, "small", "secondary", wrap=True))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Bring it there."""
        claims, claim_id, to, on = self.context.company.claims, self.claim.id, self.to, self.on.day
        reason, amount = self.reason.text, self.amount.minor() if self.to in DECIDED else None
        return lambda _control: claims.move(claim_id, to, on, reason=reason, amount=amount)


class ReferenceDialog(ClaimDialog):
    """Under which reference the insurer handles a claim; it is given after filing as a rule."""

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Insurer's reference"), self.tr("Save"), parent)
        self.reference = QLineEdit(self.claim.reference)
        self.add_field("reference", self.reference, self.tr("Reference"))
        self.lay("reference")
        self.reference.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store it."""
        claims, claim_id, text = self.context.company.claims, self.claim.id, self.reference.text()
        return lambda _control: claims.refer(claim_id, text)


class PaymentDialog(ClaimDialog):
    """The insurer paid, to whom the policy says."""

    codes: Mapping[str, str] = {
        **ClaimDialog.codes,
        "claim.bad_payment": "amount",
        "claim.wrong_payee": "payee",
    }

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Insurer's payment"), self.tr("Enter the payment"), parent)
        row = detail.row
        self.figures(
            [
                (self.tr("Approved"), self.claim.approved or 0),
                (self.tr("Paid so far"), row.paid),
                (self.tr("Still to come"), row.expected),
            ]
        )
        self.add_day(self.tr("Received on"))
        self.amount = MoneyEdit(self.claim.currency)
        self.amount.set_minor(row.expected or None)
        self.add_field("amount", self.amount, self.tr("Amount"), check=self.amount_check(self.amount))
        self.payee = QLineEdit(self.claim.payee)
        hint = (
            self.tr("The policy names this loss payee")
            if self.claim.payee
            else self.tr("Leave empty for ourselves")
        )
        self.add_field("payee", self.payee, self.tr("Paid to"), hint)
        self.lay("on", "amount")
        self.lay("payee")
        self.amount.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the payment."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        amount, payee = self.amount.minor() or 0, self.payee.text()
        return lambda _control: claims.pay(claim_id, on, amount, payee)


class CostDialog(ClaimDialog):
    """Costs of recovering the debt; the policy divides them."""

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Recovery costs"), self.tr("Enter the costs"), parent)
        self.add_day(self.tr("Day"))
        self.amount, self.entrusted = MoneyEdit(self.claim.currency), MoneyEdit(self.claim.currency)
        self.add_field("amount", self.amount, self.tr("Costs"), check=self.amount_check(self.amount))
        hint = self.tr("Leave empty for the whole debt of the claim")
        text, sound = self.tr("Debt handed over for recovery"), self.aside_check(self.entrusted)
        self.add_field("entrusted", self.entrusted, text, hint, sound)
        self.add_field("reason", self.reason, self.tr("What for"), self.tr("For example: lawyer, court fee"))
        self.lay("on", "amount")
        self.lay("entrusted")
        self.lay("reason")
        self.amount.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the costs with our share of them."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        amount, handed = self.amount.minor() or 0, self.entrusted.minor() or 0
        reason = self.reason.text
        return lambda _control: claims.cost(claim_id, on, amount, handed, reason)


class ClaimRecoveryDialog(ClaimDialog):
    """Money that came in after the loss; the policy's rule says who gets how much of it."""

    codes: Mapping[str, str] = {**ClaimDialog.codes, "recovery.bad_amount": "amount"}

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Recovery"), self.tr("Enter the recovery"), parent)
        self.figures(
            [
                (self.tr("Paid by the insurer"), detail.row.paid),
                (self.tr("Recovered so far"), detail.recovered),
            ]
        )
        self.add_day(self.tr("Received on"))
        self.amount, self.costs = MoneyEdit(self.claim.currency), MoneyEdit(self.claim.currency)
        self.add_field("amount", self.amount, self.tr("Received"), check=self.amount_check(self.amount))
        hint = self.tr("Spent to get it; taken off before it is divided")
        self.add_field("costs", self.costs, self.tr("Costs of it"), hint, self._check_costs)
        self.lay("on", "amount")
        self.lay("costs")
        rule = say(f"recovery_rule.{detail.row.policy.terms.recovery_rule}", context.formats.lang)
        text = self.tr("Divided by the policy's rule: {rule}").format(rule=rule)
        self.form.addWidget(label(text, "small", "secondary", wrap=True))
        self.amount.setFocus()

    def _check_costs(self) -> str:
        wrong = self.aside_check(self.costs)()
        if wrong or self.amount_check(self.amount)():
            return wrong
        over = (self.costs.minor() or 0) > (self.amount.minor() or 0)
        return self.tr("The costs are more than what was received.") if over else ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the recovery with both shares."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        amount, costs = self.amount.minor() or 0, self.costs.minor() or 0
        return lambda _control: claims.recover(claim_id, on, amount, costs)


class ObjectionDialog(ClaimDialog):
    """We do not accept what the insurer decided."""

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Object"), self.tr("Object"), parent)
        if self.claim.reason:
            text = self.tr("The insurer said: {reason}").format(reason=self.claim.reason)
            self.form.addWidget(label(text, "body", "secondary", wrap=True))
        self.add_day(self.tr("Day"))
        hint = self.tr("Why the decision is wrong; the claim is assessed again")
        self.add_field("reason", self.reason, self.tr("Objection"), hint, self.needs_reason)
        self.lay("on")
        self.lay("reason")
        self.reason.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the objection."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        reason = self.reason.text
        return lambda _control: claims.object(claim_id, on, reason)


class ConsentDialog(ClaimDialog):
    """Whether the insurer lets us write to the buyer ourselves."""

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Letters of our own"), self.tr("Save"), parent)
        self.allowed = Segmented()
        self.allowed.set_choices([("yes", self.tr("The insurer consents")), ("no", self.tr("No consent"))])
        self.allowed.set_current("no" if self.claim.own_letters_allowed else "yes")
        self.add_day(self.tr("Day"))
        self.add_field("allowed", self.allowed, self.tr("What the insurer said"))
        hint = self.tr("Who said so, and how")
        self.add_field("reason", self.reason, self.tr("Note"), hint)
        self.lay("on", "allowed", stretch=(2, 3))
        self.lay("reason")
        self.on.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store the consent."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        allowed, reason = self.allowed.current == "yes", self.reason.text
        return lambda _control: claims.consent(claim_id, on, allowed=allowed, reason=reason)


class ClaimNoteDialog(ClaimDialog):
    """Something to be remembered about a claim."""

    def __init__(self, context: PageContext, detail: ClaimDetail, parent: QWidget | None = None) -> None:
        super().__init__(context, detail, self.tr("Note on the claim"), self.tr("Save"), parent)
        self.add_day(self.tr("Day"))
        self.add_field("reason", self.reason, self.tr("Note"), check=self.needs_reason)
        self.lay("on")
        self.lay("reason")
        self.reason.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Write it down."""
        claims, claim_id, on = self.context.company.claims, self.claim.id, self.on.day
        text = self.reason.text
        return lambda _control: claims.note(claim_id, on, text)


class WaiveDialog(FormDialog):
    """A document of the checklist is not needed, and why."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"claim.needs_reason": "reason"}

    def __init__(
        self, context: PageContext, paper: str, run: Callable[[str], ChangeSet], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=460)
        self._run = run
        self.set_head(self.tr("Not needed"), self.tr("Not needed"), paper)
        self.reason = NoteEdit()
        hint = self.tr("For example: the insurer waived it, and how it said so")
        self.add_field("reason", self.reason, self.tr("Reason"), hint, self._check)
        self.lay("reason")
        self.reason.setFocus()

    def _check(self) -> str:
        return "" if self.reason.text else self.tr("Write down the reason.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Store that it is not needed."""
        run, reason = self._run, self.reason.text
        return lambda _control: run(reason)
