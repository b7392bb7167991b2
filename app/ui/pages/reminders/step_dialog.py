"""One step of a policy: when, how, with which words, and what it brings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.dunning import DunningPolicy, DunningStep, Tone, Treatment, Trigger
from app.domain.dunning_text import check_policy, numbered
from app.domain.duty import Duty
from app.domain.letter import Channel
from app.domain.letter_fields import TEMPLATES
from app.domain.problem import DomainError, HoldfastError
from app.ui.dialogs.controls import Choice, CountEdit, currency_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.pages.reminders.words import (
    channel_choices,
    hand_over_choices,
    template_word,
    tone_choices,
    treatment_choices,
    trigger_choices,
)
from app.ui.widgets.labels import label
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_MOST_DAYS, _MOST_WORKING_DAYS = 1000, 365


class StepDialog(FormDialog):
    """Edits a step, or puts a new one after the step of level ``after``."""

    duty = Duty.RULES

    codes: Mapping[str, str] = {
        "dunning.bad_days": "days",
        "dunning.days_unordered": "days",
        "dunning.before_due_late": "trigger",
        "dunning.first_after_previous": "trigger",
        "dunning.template_missing": "template",
        "dunning.bad_pay_by": "pay_by",
        "dunning.negative_amount": "minimum",
        "dunning.bad_currency": "currency",
    }

    def __init__(
        self,
        context: PageContext,
        policy: DunningPolicy,
        step: DunningStep | None,
        after: int,
        base: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=660)
        self._policy, self._old, self._after, self._base = policy, step, after, base
        self.step = step or self._proposal()
        title = self.tr("Edit step {level}").format(level=step.level) if step else self.tr("New step")
        self.set_head(title, self.tr("Save"), policy.titled(context.formats.lang))
        self._make()
        self._add()
        self.trigger.setFocus()

    def _proposal(self) -> DunningStep:
        """A step like the one it follows, two weeks later."""
        before = self._policy.step(self._after) or (self._policy.steps[-1] if self._policy.steps else None)
        if before is None:
            return DunningStep(1, Trigger.DUE, 7, TEMPLATES[1], pay_by_days=7)
        days = 7 if before.trigger is Trigger.BEFORE_DUE else before.days + 14
        trigger = Trigger.DUE if before.trigger is Trigger.BEFORE_DUE else before.trigger
        place = TEMPLATES.index(before.template) + 1 if before.template in TEMPLATES[:5] else 1
        return replace(
            before, level=before.level + 1, trigger=trigger, days=days, name={}, template=TEMPLATES[place]
        )

    def _make(self) -> None:
        step = self.step
        self.trigger = Choice(trigger_choices(), step.trigger)
        self.days = self._spin(step.days, _MOST_DAYS)
        self.channel = Choice(channel_choices(), step.channel)
        self.template = Choice([(code, template_word(code)) for code in TEMPLATES], step.template)
        self.tone = Choice(tone_choices(), step.tone)
        self.treatment = Choice(treatment_choices(), step.treatment)
        self.zh, self.en = QLineEdit(step.name.get("zh", "")), QLineEdit(step.name.get("en", ""))
        self.pay_by = self._spin(step.pay_by_days, _MOST_WORKING_DAYS)
        self.pay_by.setSpecialValueText(self.tr("none"))
        currency = step.minimum_currency or step.fee_currency or self._base
        self.currency = currency_choice(self.context.formats, currency, [self._base])
        self.minimum, self.fee = MoneyEdit(currency), MoneyEdit(currency)
        self.minimum.set_minor(step.minimum)
        self.fee.set_minor(step.fee)
        self.currency.activated.connect(self._on_currency)
        self.stop = QCheckBox(self.tr("Stop shipping to the customer"))
        self.stop.setChecked(step.stop_shipment)
        self.write_off = QCheckBox(self.tr("Suggest a write-off when nothing came of it"))
        self.write_off.setChecked(step.write_off)
        for box in (self.stop, self.write_off):
            box.toggled.connect(self.touch)
        self.hand_over = Choice(hand_over_choices(), step.hand_over)

    def _spin(self, value: int, most: int) -> CountEdit:
        made = CountEdit(value, most)
        made.valueChanged.connect(self.touch)
        return made

    def _add(self) -> None:
        self.add_field("trigger", self.trigger, self.tr("Counted from"))
        self.add_field("days", self.days, self.tr("Days"), check=self._check_days)
        self.add_field("channel", self.channel, self.tr("Channel"))
        self.add_field("template", self.template, self.tr("Template"))
        self.add_field("tone", self.tone, self.tr("Tone"))
        hint = self.tr("Left empty, the template's name stands there")
        self.add_field("zh", self.zh, self.tr("Name in Chinese"), hint)
        self.add_field("en", self.en, self.tr("Name in English"))
        self.add_field("pay_by", self.pay_by, self.tr("Working days to pay"))
        self.add_field("treatment", self.treatment, self.tr("Late interest"))
        hint = self.tr("Below it no letter goes out")
        self.add_field(
            "minimum", self.minimum, self.tr("Minimum amount"), hint, lambda: self._check(self.minimum)
        )
        hint = self.tr("Asked once per letter; only where contract or law allows it")
        self.add_field("fee", self.fee, self.tr("Fee"), hint, lambda: self._check(self.fee))
        self.add_field("currency", self.currency, self.tr("Currency of both"))
        self.add_field("hand_over", self.hand_over, self.tr("Debt goes to"))
        self.add_field("stop", self.stop, self.tr("Besides"))
        self.lay("trigger", "days", stretch=(3, 1))
        self.lay("channel", "template", "tone")
        self.lay("zh", "en")
        self.lay("pay_by", "treatment", stretch=(1, 2))
        self.lay("minimum", "fee", "currency")
        self.lay("hand_over", "stop")
        self.form.addWidget(self.write_off)
        self.form.addWidget(
            label(
                self.tr("Invoices reminded before keep the level they have reached."),
                "small",
                "tertiary",
                wrap=True,
            )
        )

    def _on_currency(self, *_: object) -> None:
        self.minimum.set_currency(str(self.currency.value))
        self.fee.set_currency(str(self.currency.value))

    # -- checks ---------------------------------------------------------------------------------

    def _check(self, edit: MoneyEdit) -> str:
        try:
            minor = edit.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        return self.tr("The amount cannot be below zero.") if minor is not None and minor < 0 else ""

    def _check_days(self) -> str:
        """What the rules of a ladder say to the days, as soon as the field is left."""
        try:
            changed = self.policy()
        except HoldfastError:
            return ""
        level = self._old.level if self._old is not None else self._place() + 1
        for problem in check_policy(changed):
            if self.codes.get(problem.code) == "days" and problem.params.get("step") in {level, level + 1}:
                return sentence(DomainError(problem.code, **problem.params), self.context.formats.lang)
        return ""

    # -- result ---------------------------------------------------------------------------------

    def _place(self) -> int:
        levels = [step.level for step in self._policy.steps]
        return levels.index(self._after) + 1 if self._after in levels else len(levels)

    def edited(self) -> DunningStep:
        """The step as typed; ``DomainError`` for an amount that is none."""
        minimum, fee = self.minimum.minor() or 0, self.fee.minor() or 0
        currency = str(self.currency.value)
        names = {"zh": self.zh.text().strip(), "en": self.en.text().strip()}
        return replace(
            self.step,
            trigger=Trigger(str(self.trigger.value)),
            days=self.days.value(),
            channel=Channel(str(self.channel.value)),
            template=str(self.template.value),
            tone=Tone(str(self.tone.value)),
            treatment=Treatment(str(self.treatment.value)),
            name={lang: text for lang, text in names.items() if text},
            pay_by_days=self.pay_by.value(),
            minimum=minimum,
            minimum_currency=currency if minimum else "",
            fee=fee,
            fee_currency=currency if fee else "",
            stop_shipment=self.stop.isChecked(),
            write_off=self.write_off.isChecked(),
            hand_over=str(self.hand_over.value),
        )

    def policy(self) -> DunningPolicy:
        """The policy with the step as typed, its steps numbered anew."""
        steps = list(self._policy.steps)
        if self._old is not None:
            steps[steps.index(self._old)] = self.edited()
        else:
            steps.insert(self._place(), self.edited())
        return replace(self._policy, steps=numbered(steps))

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the policy."""
        dunning, policy = self.context.company.dunning, self.policy()
        return lambda _control: dunning.save_policy(policy)
