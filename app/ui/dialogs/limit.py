"""Granting or changing a credit limit of a customer, or the shared one of a group."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.domain.activity import Activity, ActivityKind
from app.domain.credit_limit import LimitState
from app.domain.credit_record import CreditLimit
from app.domain.duty import Duty
from app.domain.money import exponent
from app.domain.override import LEAST_WORDS
from app.domain.problem import HoldfastError
from app.domain.review import months_later
from app.ui.dialogs.approval import CODES, UNBOUNDED, ApprovalGroup
from app.ui.dialogs.controls import DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.limit_facts import LimitFacts, read_limit_facts
from app.ui.dialogs.opening import open_for
from app.ui.dialogs.optional_day import OptionalDay
from app.ui.dialogs.terms_field import explain_live, terms_problem
from app.ui.faults import sentence
from app.ui.pages.customers.guard import writable
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.figures import Figures
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.money_edit import MoneyEdit
from app.ui.widgets.segmented import Segmented
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_limit import Limit, Suggestion
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.opening import Opener

AMOUNT, STOP, UNSET, UNCHECKED = "amount", "stop", "unset", "not_checked"
_STATES = {AMOUNT: LimitState.SET, STOP: LimitState.SET, UNSET: LimitState.UNSET}
_YEAR = 12


class GrantDialog(FormDialog):
    """``amount`` (minor units, own currency) and ``assessment_id`` come from whoever leads here."""

    duty = Duty.CREDIT

    codes: Mapping[str, str] = {
        **CODES,
        "limit.amount_missing": "amount",
        "limit.amount_negative": "amount",
        "limit.below_exposure": "reason",
        "limit.no_rate_to_base": "currency",
        "limit.dates": "until",
        "limit.twice": "start",
        "money.not_a_number": "amount",
        "money.too_many_decimals": "amount",
    }

    def __init__(
        self,
        context: PageContext,
        facts: LimitFacts,
        parent: QWidget | None = None,
        *,
        amount: int | None = None,
        assessment_id: int | None = None,
    ) -> None:
        super().__init__(context, parent, width=720)
        self.facts = facts
        self.suggestion = facts.suggestion
        self._assessment_id = assessment_id
        changes = facts.now.state is LimitState.SET
        title = self.tr("Change the limit") if changes else self.tr("Grant a limit")
        self.set_head(title, self.tr("Grant"), self._whose())
        self._make(amount)
        self._add()
        self.approval = ApprovalGroup(self, facts.deciders)
        if facts.customer_id is not None:
            self.approval.offer_leaving()
            self.approval.wanted.connect(self._leave_for)
        self.approval.lay()
        self.kind.chosen.connect(self._on_kind)
        self.currency.activated.connect(self._on_currency)
        self.amount.textChanged.connect(self._say)
        self.approval.changed.connect(self._weigh)
        self._follow()
        self.amount.setFocus()

    def _whose(self) -> str:
        if self.facts.group_id is not None:
            return self.tr("Shared by the group {name}").format(name=self.facts.name)
        return self.context.formats.name(self.facts.name, self.facts.name_en)

    # -- fields ---------------------------------------------------------------------------------

    def _make(self, amount: int | None) -> None:
        facts, language = self.facts, self.context.language
        now, given = facts.now.amount, facts.proposal
        old = facts.record if facts.now.state is LimitState.SET and facts.record else given
        currency = now.currency if now is not None else facts.base
        self.figures = Figures(self.context.theme)
        self.kind = Segmented()
        self.kind.set_choices(
            [
                (AMOUNT, self.tr("An amount")),
                (STOP, self.tr("0: no credit")),
                (UNSET, self.tr("No limit set")),
                (UNCHECKED, self.tr("Not checked")),
            ]
        )
        self.meaning = label("", "small", "secondary", wrap=True)
        self.currency = currency_choice(self.context.formats, currency, facts.currencies)
        self.amount = MoneyEdit(currency)
        self.take = button(self.context.theme, "", "link", run=self._take)
        self.hint = MessageStrip(self.context.theme)
        kept = old if old is not None and old.terms else given
        self.terms = QLineEdit(kept.terms if kept else "")
        self.deposit = DecimalEdit(Decimal(kept.deposit) if kept else Decimal(0))
        self.start = DayEdit(language, facts.today)
        year = months_later(facts.today, _YEAR) - timedelta(1)
        self.until = OptionalDay(language, self.tr("Ends after"), None, year)
        review = given.review_on if given else None
        self.review = OptionalDay(language, self.tr("Review by"), review, year)
        self.reason = NoteEdit()
        self._begin(amount, currency)

    def _begin(self, amount: int | None, currency: str) -> None:
        """What holds now, else what is suggested; whoever leads here may bring an amount."""
        now = self.facts.now.amount
        if amount is not None and currency != self.facts.base:
            self.currency.choose(self.facts.base)
            self.amount.set_currency(self.facts.base)
        if amount is not None:
            self.amount.set_minor(amount)
        elif now is not None:
            self.amount.set_minor(now.minor)
        else:
            self.amount.set_minor(self.facts.suggested_in(currency))
        if amount is None and now is not None and not now.minor:
            self.kind.set_current(STOP)

    def _add(self) -> None:
        optional = self.tr("Leave empty for the terms of the grade") if self.facts.proposal else ""
        self.add_field("kind", self.kind, self.tr("What is decided"))
        self.add_field("amount", self.amount, self.tr("Amount"), check=self._check_amount)
        self.add_field("currency", self.currency, self.tr("Currency"))
        self.add_field("terms", self.terms, self.tr("Terms"), optional, self._check_terms)
        self.add_field("deposit", self.deposit, self.tr("Paid ahead, %"), check=self._check_deposit)
        self.add_field("start", self.start, self.tr("From"), check=self._check_start)
        self.add_field("until", self.until, self.tr("Until"), check=self._check_until)
        self.add_field("review", self.review, self.tr("Review"))
        self.add_field("reason", self.reason, self.tr("Reason"), check=self._check_reason)
        for control in (self.until, self.review):
            control.edited.connect(self.touch)
        explain_live(self.fields["terms"], self.tr("Terms"), self.context.formats.lang)
        self.form.addWidget(self.figures)
        self.lay("kind")
        self.form.addWidget(self.meaning)
        self.lay("amount", "currency")
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addStretch(1)
        self.form.addLayout(row)
        self.lay("terms", "deposit", stretch=(2, 1))
        self.lay("start", "until", "review", stretch=(2, 3, 3))
        self.lay("reason")
        self.form.addWidget(self.hint)

    # -- following what is typed ----------------------------------------------------------------

    @property
    def state(self) -> LimitState:
        """Whether a limit is set, unset, or none is checked."""
        return _STATES.get(self.kind.current, LimitState.NOT_CHECKED)

    @property
    def minor(self) -> int | None:
        """The limit in minor units, None while no amount stands there or none is asked for."""
        if self.state is not LimitState.SET:
            return None
        if self.kind.current == STOP:
            return 0
        try:
            return self.amount.minor()
        except HoldfastError:
            return None

    def _on_kind(self, *_: object) -> None:
        self.touch()
        self._follow()

    def _follow(self) -> None:
        is_set, is_amount = self.state is LimitState.SET, self.kind.current == AMOUNT
        self.meaning.setText(self._meaning())
        for name in ("amount", "currency"):
            self.fields[name].setVisible(is_amount)
        for name in ("terms", "deposit", "review"):
            self.fields[name].setVisible(is_set and self.facts.customer_id is not None)
        self._say()
        self.fields.resized.emit()

    def _meaning(self) -> str:
        if self.kind.current == AMOUNT:
            return self.tr("Orders on credit pass while everything at risk stays within the amount.")
        if self.kind.current == STOP:
            return self.tr(
                "A limit of 0 is a decision: nothing is sold on credit, every order is paid ahead in full."
            )
        if self.kind.current == UNSET:
            return self.tr(
                "Nobody has decided yet: orders pass, and every check says that a limit is missing."
            )
        return self.tr(
            "Decided not to check, for good customers or our own group: no use is counted, no order is held."
        )

    def _on_currency(self, *_: object) -> None:
        self.amount.set_currency(str(self.currency.value))
        self._say()

    def _take(self) -> None:
        suggested = self.facts.suggested_in(str(self.currency.value))
        if suggested is not None:
            self.kind.set_current(AMOUNT)
            self.amount.set_minor(suggested)
            self.touch()
            self._follow()

    def _weigh(self) -> None:
        """The approver's authority is one of the candidates: work them out for whom is chosen now."""
        customer_id, name = self.facts.customer_id, self.approval.name
        limits, today = self.context.company.limits, self.facts.today
        self._say()
        if customer_id is None:
            return

        def done(found: Suggestion) -> None:
            self.suggestion = found
            self.facts = replace(self.facts, suggestion=found)
            self._say()

        def failed(_error: Exception) -> None:
            """A name nobody has yet: saving says so."""

        self.context.runner.database(
            lambda _control: limits.candidates(customer_id, today, approver=name),
            done,
            failed=failed,
            owner=self,
            key=f"candidates.{id(self)}",
        )

    def _risk(self) -> Decimal | None:
        if self.state is not LimitState.SET:
            return UNBOUNDED
        minor = self.minor
        return None if minor is None else self.facts.deciders.risk(minor, str(self.currency.value))

    def _say(self, *_: object) -> None:
        self.approval.say_ceiling(self.facts.grade, self._risk(), scored=self.facts.scored)
        self._write_figures()
        self._write_take()
        self._write_hint()

    def _write_figures(self) -> None:
        formats, facts = self.context.formats, self.facts
        shown = [
            (self.tr("Limit now"), limit_text(facts.now, self.context), "", ""),
            (self.tr("Used"), formats.money(facts.usage.used.minor, facts.usage.used.currency), "", ""),
        ]
        if self.suggestion is not None:
            amount, bound = self.suggestion.amount, self.suggestion.bound_by
            text = self.tr("none") if amount is None else formats.money(amount, facts.base, whole=True)
            note = say(f"limit_candidate.{bound}", formats.lang) if bound else ""
            shown.append((self.tr("Suggested"), text, note, ""))
        shown.append((self.tr("Grade"), facts.grade.value if facts.scored else self.tr("none"), "", ""))
        self.figures.set(shown)

    def _write_take(self) -> None:
        suggested = self.facts.suggested_in(str(self.currency.value))
        able = suggested is not None and self.kind.current == AMOUNT and suggested != self.minor
        self.take.setVisible(able)
        if suggested is not None:
            money = self.context.formats.money(suggested, str(self.currency.value))
            self.take.setText(self.tr("Take the suggestion: {amount}").format(amount=money))

    def _above(self) -> Decimal | None:
        """By how many per cent it lies above the suggestion; None where it does not."""
        minor, suggested = self.minor, self.facts.suggested_in(str(self.currency.value))
        if minor is None or suggested is None or minor <= suggested:
            return None
        return Decimal(minor - suggested) * 100 / suggested if suggested else Decimal(100)

    def _below(self) -> bool:
        minor, used = self.minor, self.facts.used_in(str(self.currency.value))
        return minor is not None and used is not None and minor < used

    def _write_hint(self) -> None:
        said = []
        if (above := self._above()) is not None:
            said.append(
                self.tr("{percent}% above the suggestion: say why.").format(
                    percent=figure(f"{max(Decimal(1), above):,.0f}")
                )
            )
        if self._below():
            said.append(self.tr("More than this is used already: say why. Running orders are not undone."))
        if said:
            self.hint.say("warn", " ".join(said), closable=False)
        else:
            self.hint.hide()

    # -- checks ---------------------------------------------------------------------------------

    def _check_amount(self) -> str:
        if self.kind.current != AMOUNT:
            return ""
        try:
            minor = self.amount.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        if minor is None:
            return self.tr("Enter the amount; empty is not 0. To stop all credit, choose “0: no credit”.")
        return "" if minor >= 0 else self.tr("A limit cannot be negative.")

    def _check_terms(self) -> str:
        return "" if self.fields["terms"].isHidden() else terms_problem(self.terms.text(), self._lang)

    @property
    def _lang(self) -> str:
        return self.context.formats.lang

    def _check_deposit(self) -> str:
        if self.fields["deposit"].isHidden() or self.deposit.sound:
            return ""
        return self.tr("A share between 0 and 100.")

    def _check_start(self) -> str:
        if self.start.day not in self.facts.taken:
            return ""
        return self.tr("A limit runs from this day already: choose another day, or withdraw that one first.")

    def _check_until(self) -> str:
        day = self.until.day
        if day is None or day >= self.start.day:
            return ""
        return self.tr("It would end before it begins.")

    def _check_reason(self) -> str:
        needed = self._above() is not None or self._below() or self.state is LimitState.NOT_CHECKED
        if not needed or len("".join(self.reason.text.split())) >= LEAST_WORDS:
            return ""
        return self.tr("Say why, in at least {least} characters.").format(least=LEAST_WORDS)

    # -- result ---------------------------------------------------------------------------------

    def draft(self) -> CreditLimit:
        """The limit as the fields say it."""
        own_terms = self.facts.customer_id is not None and self.state is LimitState.SET
        return CreditLimit(
            start=self.start.day,
            state=self.state.value,
            currency=str(self.currency.value),
            customer_id=self.facts.customer_id,
            group_id=self.facts.group_id,
            amount=self.minor,
            end=self.until.day,
            terms=self.terms.text().strip() if own_terms else "",
            deposit=f"{self.deposit.value or Decimal(0):f}" if own_terms else "0",
            review_on=self.review.day if own_terms else None,
            assessment_id=self._assessment_id,
            requested_by=self.approval.requested_by,
            approved_by=self.approval.name,
            reason=self.reason.text,
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Grant it; the service looks at the authority again."""
        limits, limit, below = self.context.company.limits, self.draft(), self._below()
        return self.approval.signed(lambda pin: limits.grant(limit, pin=pin, accept_below=below))

    def _leave_for(self, name: str) -> None:
        """Note the request with the customer, as work of today for whoever may approve it."""
        wrong = [each for each in self.fields.wrong() if each not in {"approver", "pin"}]
        if wrong:
            self.go_to(wrong[0])
            return
        self.fields["approver"].set_error("")
        entry = self._request(name)
        collection = self.context.company.collection
        self.run(lambda _control: collection.log(entry))

    def _request(self, name: str) -> Activity:
        limit = self.draft()
        money = (
            say(f"limit_state.{limit.state}", self._lang)
            if limit.amount is None
            else self.context.formats.money(limit.amount, limit.currency)
        )
        told = self.tr("Limit asked for: {amount}, terms {terms}, {deposit}% paid ahead.").format(
            amount=money, terms=limit.terms or "–", deposit=limit.deposit
        )
        return Activity(
            customer_id=limit.customer_id or 0,
            on=self.facts.today,
            kind=ActivityKind.NOTE,
            by=limit.requested_by,
            note=f"{told} {limit.reason}".strip(),
            next_action=self.tr("{name}: approve the limit of {amount}").format(name=name, amount=money),
            next_on=self.facts.today,
        )


def limit_text(limit: Limit, context: PageContext) -> str:
    """A limit in words: its amount, or that none is set or checked."""
    if limit.amount is None or limit.state is not LimitState.SET:
        return say(f"limit_state.{limit.state}", context.formats.lang)
    amount = limit.amount
    whole = amount.minor % 10 ** exponent(amount.currency) == 0
    return context.formats.money(amount.minor, amount.currency, whole=whole)


def open_grant(
    opener: Opener,
    context: PageContext,
    parent: QWidget,
    *,
    customer_id: int | None = None,
    group_id: int | None = None,
    amount: int | None = None,
    assessment_id: int | None = None,
    granted: Callable[[ChangeSet], object] | None = None,
) -> None:
    """Read the facts and open the dialog over ``parent``; ``granted`` is told once it is stored."""
    if not writable(context):
        return
    session, actor = context.company, context.actor

    def show(facts: LimitFacts) -> None:
        dialog = GrantDialog(context, facts, parent, amount=amount, assessment_id=assessment_id)
        if granted is not None:
            dialog.saved.connect(granted)
        open_for(opener, dialog)

    context.runner.database(
        lambda _control: read_limit_facts(session, actor, customer_id, group_id),
        show,
        failed=context.notices.error,
        owner=parent,
        key="limit.facts",
    )
