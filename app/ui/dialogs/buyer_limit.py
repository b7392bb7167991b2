"""Asking an insurer for a buyer limit, and keeping what it decided; nothing kept before is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.buyer_limit import ENDING, GIVING, KINDS, METHODS
from app.domain.duty import Duty
from app.domain.insurance_record import LimitDecision
from app.domain.policy_period import fits
from app.ui.dialogs.controls import Choice, CountEdit, DayEdit, NoteEdit
from app.ui.dialogs.customer_picker import CustomerPicker
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.opening import open_for
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.pages.customers.guard import writable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.policy_period import Policy
    from app.services.control import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext
    from app.ui.dialogs.opening import Opener

translate = QCoreApplication.translate
_DECIDED = ("granted", "partial", "reduced", "declined", "withdrawn", "expired")
LESSENING = frozenset({"reduced", "withdrawn"})
"""Decisions that take cover away; an insurer cannot take it from what was shipped already."""
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """The policies a limit may stand under, the buyer (0: to be chosen) and its decisions so far.

    ``on_time`` counts its invoices of the last twelve months that were paid by their due date.
    """

    policies: tuple[Policy, ...]
    policy_id: int
    customer_id: int
    name: str
    name_en: str
    history: tuple[LimitDecision, ...]
    today: date
    on_time: int = 0


def read_decision_facts(session: CompanySession, customer_id: int, policy_id: int) -> DecisionFacts:
    """Read them; runs on the database worker."""
    policies, today = session.policies, session.clock.today()
    known = tuple(one for one in policies.all() if one.in_use)
    if not customer_id:
        return DecisionFacts(known, policy_id, 0, "", "", (), today)
    buyer = policies.buyers([customer_id]).get(customer_id)
    meant = [one for one in known if buyer is None or fits(one, buyer)]
    now = policies.which(customer_id, today)
    chosen = policy_id or (now.id if now is not None else 0) or (meant[0].id if meant else 0)
    rows = session.customers.rows([customer_id])
    history = tuple(policies.decisions(customer_id))
    name, name_en = (rows[0].name, rows[0].name_en) if rows else ("", "")
    on_time = policies.on_time([customer_id], today).get(customer_id, 0)
    return DecisionFacts(known, chosen, customer_id, name, name_en, history, today, on_time)


class BuyerLimitDialog(FormDialog):
    """``request`` asks for a limit; otherwise the insurer's answer, or our own discretion, is kept."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {
        "buyer_limit.no_amount": "amount",
        "buyer_limit.negative": "amount",
        "buyer_limit.nothing_requested": "amount",
        "buyer_limit.ends_before": "until",
        "buyer_limit.outside_policy": "effective",
        "buyer_limit.no_evidence": "evidence",
    }

    def __init__(
        self,
        context: PageContext,
        facts: DecisionFacts,
        parent: QWidget | None = None,
        *,
        request: bool = False,
        amount: int | None = None,
    ) -> None:
        super().__init__(context, parent, width=680)
        self.facts, self.asks = facts, request
        title = self.tr("Ask for a buyer limit") if request else self.tr("The insurer's decision")
        called = context.formats.name(facts.name, facts.name_en)
        self.set_head(title, self.tr("Keep the request") if request else self.tr("Keep"), called)
        self._make(amount)
        self._add()
        self.policy.activated.connect(self._on_policy)
        self.outcome.activated.connect(self._follow)
        self.kind.activated.connect(self._follow)
        self.buyer.picked.connect(self._on_buyer)
        self._on_policy()
        self._follow()
        (self.amount if facts.customer_id else self.buyer).setFocus()

    # -- fields ---------------------------------------------------------------------------------

    def _make(self, amount: int | None) -> None:
        facts, formats, language = self.facts, self.context.formats, self.context.language
        lang = formats.lang
        self.buyer = CustomerPicker(self.context)
        if facts.customer_id:
            self.buyer.set_customer(facts.customer_id, facts.name)
        names = [
            (one.id, f"{one.record.insurer} {one.record.number}  {formats.day(one.last_day)}")
            for one in facts.policies
        ]
        self.policy = Choice(names, facts.policy_id)
        kinds = ("named", "top_up") if self.asks else KINDS
        self.kind = Choice([(each, say(f"limit_kind.{each}", lang)) for each in kinds], "named")
        outcomes = ("requested",) if self.asks else _DECIDED
        self.outcome = Choice([(each, self._outcome_word(each)) for each in outcomes], "granted")
        self.amount = MoneyEdit(self._currency)
        self.amount.set_minor(amount)
        before = self._before()
        self.on = DayEdit(language, facts.today)
        self.effective = DayEdit(language, facts.today)
        self.until = OptionalDay(language, self.tr("Ends after"), None, self._policy_end())
        days = before.terms_days if before is not None else None
        self.days = CountEdit(days or 0, _LONGEST)
        self.days.setSpecialValueText(self.tr("as in the policy"))
        methods = [("", self.tr("Any")), *((each, say(f"pay_method.{each}", lang)) for each in METHODS)]
        self.method = Choice(methods, before.method if before is not None else "")
        self.fee = MoneyEdit(self._currency)
        self.reference = QLineEdit()
        self.conditions, self.evidence, self.note = NoteEdit(), NoteEdit(), NoteEdit()
        self.asked = label("", "small", "secondary", wrap=True)
        self.proof_button = button(self.context.theme, "", "link", "check", self._take_proof)

    def _outcome_word(self, outcome: str) -> str:
        if outcome == "granted":
            return self.tr("Granted in full")
        return say(f"limit_outcome.{outcome}", self.context.formats.lang)

    def _add(self) -> None:
        chosen = self.tr("Choose a customer from the list.")
        self.add_field(
            "buyer", self.buyer, self.tr("Buyer"), "", lambda: "" if self.buyer.settle() else chosen
        )
        self.add_field("policy", self.policy, self.tr("Policy"))
        self.add_field("kind", self.kind, self.tr("Kind of limit"))
        self.add_field("outcome", self.outcome, self.tr("What was decided"))
        self.add_field("amount", self.amount, self.tr("Amount"), "", self._check_amount)
        said = self.tr("Asked on") if self.asks else self.tr("Decided on")
        self.add_field("on", self.on, said, "", self.past_check(self.on))
        self.add_field("effective", self.effective, self.tr("For shipments from"), "", self._check_effective)
        self.add_field("until", self.until, self.tr("Limit ends"), "", self._check_until)
        self.add_field("days", self.days, self.tr("Longest terms, days"))
        self.add_field("method", self.method, self.tr("Only for payment by"))
        self.add_field("fee", self.fee, self.tr("Fee"), "", self.aside_check(self.fee))
        self.add_field("reference", self.reference, self.tr("Reference"))
        self.add_field("conditions", self.conditions, self.tr("Conditions"))
        hint = self.tr(
            "For example two purchases in 12 months paid on time, or a credit report and its date."
        )
        self.add_field("evidence", self.evidence, self.tr("Evidence"), hint, self._check_evidence)
        self.add_field("note", self.note, self.tr("Note"))
        if not self.facts.customer_id:
            self.lay("buyer")
        self.lay("policy")
        self.form.addWidget(self.asked)
        self.lay(*(("kind", "amount") if self.asks else ("kind", "outcome", "amount")))
        self.lay(*(("on", "effective") if self.asks else ("on", "effective", "until")))
        self.lay(*(("days", "method") if self.asks else ("days", "method", "fee")))
        self.lay("reference")
        if not self.asks:
            self.lay("evidence")
            self.form.addWidget(self.proof_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.lay(*(("note",) if self.asks else ("conditions", "note")))

    # -- what follows from what is chosen -------------------------------------------------------

    @property
    def _chosen(self) -> Policy | None:
        return next((one for one in self.facts.policies if one.id == self.policy.value), None)

    @property
    def _currency(self) -> str:
        policy = self._chosen
        return policy.record.currency if policy is not None else "CNY"

    def _policy_end(self) -> date:
        policy = self._chosen
        return policy.last_day if policy is not None else self.facts.today

    def _before(self) -> LimitDecision | None:
        """The last decision on this buyer under the chosen policy."""
        policy = self._chosen
        return next(
            (one for one in self.facts.history if policy is not None and one.policy_id == policy.id), None
        )

    def _on_policy(self, *_: object) -> None:
        for edit in (self.amount, self.fee):
            edit.set_currency(self._currency)
        self.fields["amount"].set_text(self._amount_name())
        self.fields["fee"].set_text(self.tr("Fee, {currency}").format(currency=self._currency))
        before = self._before()
        text = ""
        if before is not None:
            amount = before.requested if before.outcome == "requested" else before.amount
            formats = self.context.formats
            money = "" if amount is None else formats.money(amount, before.currency, whole=True)
            text = self.tr("Last: {outcome} {amount}, {day}").format(
                outcome=self._outcome_word(before.outcome), amount=money, day=formats.day_in_text(before.on)
            )
        self.asked.setText(text)
        self.asked.setVisible(bool(text))

    def _amount_name(self) -> str:
        text = self.tr("Asked for, {currency}") if self.asks else self.tr("Amount, {currency}")
        return text.format(currency=self._currency)

    def _follow(self, *_: object) -> None:
        """A refusal has no amount; our own discretion needs evidence and a most by the policy."""
        own = self.kind.value == "discretionary"
        needs = own and not self.asks and self._gives
        self.fields["evidence"].setVisible(needs)
        self.proof_button.setVisible(needs and self.facts.on_time > 0)
        self.proof_button.setText(self._proof())
        self.amount.setEnabled(self.asks or self._gives)
        policy = self._chosen
        hint = ""
        if own and self._gives and policy is not None:
            most = policy.terms.discretionary_limit
            money = "" if most is None else self.context.formats.money(most, self._currency, whole=True)
            hint = (
                self.tr("The policy has no discretionary limit: it would not count.")
                if most is None
                else self.tr("Empty: as much as the policy allows, {amount}.").format(amount=money)
            )
        self.fields["amount"].set_text(self._amount_name(), hint)
        self._on_resized()

    def _proof(self) -> str:
        return self.tr("%n invoice(s) paid on time in the last 12 months", "", self.facts.on_time)

    def _take_proof(self) -> None:
        """What the ledger shows is evidence too."""
        day = self.context.formats.day(self.facts.today)
        text = self.tr("{proof} (ledger, {day})").format(proof=self._proof(), day=day)
        self.evidence.setPlainText("\n".join(filter(None, (self.evidence.text, text))))
        self.verify("evidence")

    def _on_buyer(self, customer_id: int) -> None:
        """Offer the policy that buyer falls under."""
        if not customer_id:
            return
        session = self.context.company

        def done(facts: DecisionFacts) -> None:
            self.facts = facts
            self.policy.choose(facts.policy_id)
            self._on_policy()
            self._follow()

        self.context.runner.database(
            lambda _control: read_decision_facts(session, customer_id, 0),
            done,
            owner=self,
            key="decision.facts",
        )

    # -- checks and saving ----------------------------------------------------------------------

    @property
    def _gives(self) -> bool:
        return str(self.outcome.value) in GIVING

    def _check_amount(self) -> str:
        if not self.asks and not self._gives:
            return ""
        if not self.amount.text().strip() and self.kind.value == "discretionary":
            return ""
        if not self.asks and self.amount.text().strip() in {"0", "0.00"}:
            return self.tr("A limit of 0 is a refusal: choose “declined” or “withdrawn”.")
        return self.amount_check(self.amount)()

    def _check_effective(self) -> str:
        if self.asks or str(self.outcome.value) not in LESSENING or self.effective.day >= self.on.day:
            return ""
        return self.tr(
            "Less cover holds from the day it was decided on: what was shipped before stays insured."
        )

    def _check_until(self) -> str:
        day = self.until.day
        if day is None or day >= self.effective.day:
            return ""
        return self.tr("It would end before it begins.")

    def _check_evidence(self) -> str:
        needs = self.kind.value == "discretionary" and self._gives and not self.asks
        return self.tr("Say what the discretion rests on.") if needs and not self.evidence.text else ""

    def made(self) -> LimitDecision:
        """The decision as it stands in the fields."""
        amount = self.amount.minor() if self.asks or self._gives else None
        policy = self._chosen
        return LimitDecision(
            policy.id if policy is not None else 0,
            self.buyer.customer_id,
            self.on.day,
            self.effective.day,
            str(self.outcome.value),
            self._currency,
            kind=str(self.kind.value),
            amount=None if self.asks else amount,
            requested=amount if self.asks else self._was_requested(),
            until=None if self.asks or str(self.outcome.value) in ENDING else self.until.day,
            terms_days=self.days.value() or None,
            method=str(self.method.value),
            conditions=self.conditions.text,
            reference=self.reference.text().strip(),
            evidence=self.evidence.text if self.kind.value == "discretionary" else "",
            fee=0 if self.asks else self.fee.minor() or 0,
            note=self.note.text,
        )

    def _was_requested(self) -> int | None:
        before = self._before()
        return before.requested if before is not None and before.outcome == "requested" else None

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        policies, made = self.context.company.policies, self.made()
        return lambda _control: policies.decide(made)


def open_decision(
    opener: Opener,
    context: PageContext,
    parent: QWidget,
    customer_id: int = 0,
    policy_id: int = 0,
    *,
    request: bool = False,
    amount: int | None = None,
) -> None:
    """Read the facts and open the dialog over ``parent``."""
    if not writable(context):
        return
    session = context.company

    def show(facts: DecisionFacts) -> None:
        if not facts.policies:
            context.notices.toast(
                translate("BuyerLimitDialog", "No policy is in force yet; enter the policy first.")
            )
            return
        open_for(opener, BuyerLimitDialog(context, facts, parent, request=request, amount=amount))

    context.runner.database(
        lambda _control: read_decision_facts(session, customer_id, policy_id),
        show,
        failed=context.notices.error,
        owner=parent,
        key="decision.facts",
    )
