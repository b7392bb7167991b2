"""Beginning a policy from a common shape, one's own paper or last year's; its way into force and out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLineEdit

from app.domain.duty import Duty
from app.domain.policy import PolicyTerms
from app.domain.policy_guide import is_said
from app.domain.policy_text import CLAUSES
from app.ui.dialogs.controls import DayEdit, NoteEdit, currency_choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.insurance.policies.columns import policy_name
from app.ui.widgets.labels import label
from app.ui.widgets.line_list import Line, LineList
from app.ui.widgets.message_strip import MessageStrip
from app.words import say
from app.words.clause_text import clause_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.policy_period import Policy
    from app.domain.problem import Problem
    from app.services.control import Control
    from app.services.policy_views import PolicyTemplate, PolicyView
    from app.ui.context import PageContext

_OWN = 1
_NAMED = 8


class BeginPolicyDialog(FormDialog):
    """Keeps a draft; ``renews`` is the policy the draft follows on, ``draft`` what is proposed."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {
        "policy.insurer_missing": "insurer",
        "policy.number_missing": "number",
        "policy.ends_before": "end",
        "policy.twice": "number",
    }

    def __init__(
        self,
        context: PageContext,
        draft: Policy,
        templates: Sequence[PolicyTemplate],
        parent: QWidget | None = None,
        *,
        renews: Policy | None = None,
    ) -> None:
        super().__init__(context, parent, width=680)
        self._draft, self.templates, self.renews = draft, templates, renews
        title = self.tr("Renew the policy") if renews is not None else self.tr("New policy")
        subtitle = policy_name(renews.record) if renews is not None else ""
        self.set_head(title, self.tr("Begin a draft"), subtitle)
        record = draft.record
        self.insurer, self.number = QLineEdit(record.insurer), QLineEdit(record.number)
        self.product = QLineEdit(record.product)
        self.start = DayEdit(context.language, record.start)
        self.end = DayEdit(context.language, record.end)
        self.currency = currency_choice(context.formats, record.currency)
        self.shapes = LineList(context.theme, most=8)
        self.about = MessageStrip(context.theme)
        self._add()
        if renews is None:
            self._offer_shapes()
        else:
            text = self.tr("The clauses and their places are taken over. Compare them with the new policy; "
                           "it stays a draft until you have.")  # fmt: skip
            self.about.say("info", text, closable=False)
            self.form.addWidget(self.about)
        (self.insurer if renews is None else self.number).setFocus()

    def _add(self) -> None:
        missing = {
            "insurer": self.tr("Enter the insurer."),
            "number": self.tr("Enter the policy number."),
        }
        self.add_field("insurer", self.insurer, self.tr("Insurer"), "",
                       self.required(self.insurer, missing["insurer"]))  # fmt: skip
        self.add_field("product", self.product, self.tr("Product"))
        self.add_field("number", self.number, self.tr("Policy number"), "",
                       self.required(self.number, missing["number"]))  # fmt: skip
        self.add_field("currency", self.currency, self.tr("Currency of the policy"))
        self.add_field("start", self.start, self.tr("Insured from"))
        self.add_field("end", self.end, self.tr("until"), "", self._check_end)
        self.lay("insurer", "product")
        self.lay("number", "currency")
        self.lay("start", "end")

    def _offer_shapes(self) -> None:
        lang = self.context.formats.lang
        own = Line(_OWN, "", self.tr("My own policy, clause by clause"),
                   self.tr("A guide asks what matters first and says where it usually stands."))  # fmt: skip
        lines = [own]
        for place, one in enumerate(self.templates, _OWN + 1):
            count = self.tr("%n clause(s) filled in", "", len(one.sources))
            lines.append(
                Line(place, "", one.names.get(lang, one.code), count, say("template.mark", lang), "warn")
            )
        self.shapes.setAccessibleName(self.tr("What to begin with"))
        self.shapes.show_lines(lines)
        self.shapes.choose(_OWN)
        self.form.addWidget(label(self.tr("What to begin with"), "small", "secondary"))
        self.form.addWidget(self.shapes)
        self.form.addWidget(self.about)
        self.shapes.selectionModel().currentChanged.connect(self._say_shape)
        self._say_shape()

    def offer_first_shape(self) -> None:
        """Choose the first of the common shapes."""
        self.shapes.choose(_OWN + 1)

    @property
    def shape(self) -> PolicyTemplate | None:
        """The chosen shape, None for one's own policy."""
        place = self.shapes.current_id() - _OWN - 1
        return self.templates[place] if 0 <= place < len(self.templates) else None

    def _say_shape(self, *_: object) -> None:
        chosen, formats = self.shape, self.context.formats
        if chosen is None:
            self.about.hide()
            return
        names = [clause_name(name, formats.lang) for name in chosen.sources]
        some = say("clause_value.joined", formats.lang).join(names[:_NAMED])
        text = self.tr("Filled in as usual in the market, read on {day}: {clauses}…")
        read = text.format(day=formats.day_in_text(chosen.read_on), clauses=some)
        self.about.say("warn", read, say("template.about", formats.lang), closable=False)
        self._on_resized()

    def _check_end(self) -> str:
        return "" if self.end.day >= self.start.day else self.tr("It would end before it begins.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the draft."""
        policies, lang, draft, shape = (
            self.context.company.policies,
            self.context.formats.lang,
            self._draft,
            self.shape,
        )
        fresh = self.renews is None
        typed: dict[str, Any] = {
            "insurer": self.insurer.text(),
            "number": self.number.text(),
            "product": self.product.text(),
            "currency": str(self.currency.value),
        }
        start, end = self.start.day, self.end.day

        def work(_control: Control) -> ChangeSet:
            made = policies.from_template(shape.code, lang) if shape is not None else draft
            terms = PolicyTerms() if fresh and shape is None else made.terms
            if not fresh:
                terms = replace(terms, unchecked=tuple(name for name in CLAUSES if is_said(terms, name)))
            return policies.save(replace(made.record, **typed, start=start, end=end), terms)

        return work


class ActivateDialog(FormDialog):
    """Somebody compared the policy with the paper: from now on it insures."""

    duty = Duty.INSURE

    def __init__(
        self,
        context: PageContext,
        view: PolicyView,
        problems: Sequence[Problem],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self._policy = view.policy
        lang, terms = context.formats.lang, view.policy.terms
        self.set_head(
            self.tr("Checked against my policy"), self.tr("Put into force"), policy_name(view.policy.record)
        )
        if terms.unchecked:
            names = [clause_name(name, lang) for name in terms.unchecked]
            some = say("clause_value.joined", lang).join(names)
            text = self.tr("Not marked as compared yet: {clauses}").format(clauses=some)
            self._say(text, "warn")
        for one in [one for one in problems if not one.code.endswith(".unchecked")][:_NAMED]:
            self._say(say(one.code, lang, **dict(one.params)), "warn")
        self.on = DayEdit(context.language, today)
        self.sure = QCheckBox(self.tr("I have compared every clause with the policy itself"))
        self.add_field("on", self.on, self.tr("Compared on"))
        self.add_field("sure", self.sure, "", "", self._check_sure)
        self.lay("on")
        self.lay("sure")
        self.sure.setFocus()

    def _say(self, text: str, tone: str) -> None:
        self.form.addWidget(label(text, "body", tone, wrap=True))

    def _check_sure(self) -> str:
        return (
            "" if self.sure.isChecked() else self.tr("Tick it once you have; a wrong clause costs the claim.")
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Put it into force."""
        policies, policy_id, on = self.context.company.policies, self._policy.id, self.on.day
        return lambda _control: policies.activate(policy_id, on)


class CancelPolicyDialog(FormDialog):
    """Ends a policy before its time; what was shipped by then stays insured."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"policy.ended_outside": "on"}

    def __init__(
        self, context: PageContext, policy: Policy, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=480)
        self._policy = policy
        self.set_head(self.tr("Cancel the policy"), self.tr("Cancel it"), policy_name(policy.record))
        last = min(max(today, policy.record.start), policy.record.end)
        self.on = DayEdit(context.language, last)
        self.note = NoteEdit(policy.record.note)
        hint = self.tr("What is shipped until then stays insured.")
        self.add_field("on", self.on, self.tr("Last day of cover"), hint, self._check)
        self.add_field("note", self.note, self.tr("Who cancelled it, and why"))
        self.lay("on")
        self.lay("note")
        self.on.setFocus()

    def _check(self) -> str:
        record = self._policy.record
        if record.start <= self.on.day <= record.end:
            return ""
        return self.tr("That day lies outside the insurance period.")

    def job(self) -> Callable[[Control], ChangeSet]:
        """Cancel it."""
        policies, policy_id = self.context.company.policies, self._policy.id
        on, note = self.on.day, self.note.text
        return lambda _control: policies.cancel(policy_id, on, note)


class AnnulPolicyDialog(FormDialog):
    """Takes a policy back as if it had never been; the reason stays with it."""

    duty = Duty.INSURE

    codes: Mapping[str, str] = {"policy.needs_reason": "note"}

    def __init__(self, context: PageContext, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=480)
        self._policy = policy
        self.set_head(self.tr("Annul the policy"), self.tr("Annul it"), policy_name(policy.record))
        text = self.tr(
            "As if it had never been: nothing shipped under it is insured. "
            "To end it from a day on, cancel it instead."
        )
        self.form.addWidget(label(text, "body", "warn", wrap=True))
        self.note = NoteEdit()
        missing = self.tr("Write down why.")
        self.add_field("note", self.note, self.tr("Reason"), "", lambda: "" if self.note.text else missing)
        self.lay("note")
        self.note.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Annul it."""
        policies, policy_id, note = self.context.company.policies, self._policy.id, self.note.text
        return lambda _control: policies.annul(policy_id, note)


class CarryLimitsDialog(FormDialog):
    """The limits of the last policy that would run on under its renewal, before anything is kept."""

    duty = Duty.INSURE

    def __init__(
        self, context: PageContext, policy: Policy, lines: Sequence[Line], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=560)
        self._policy = policy
        verb = self.tr("Take over %n limit(s)", "", len(lines))
        self.set_head(self.tr("Take the buyer limits over"), verb, policy_name(policy.record))
        text = self.tr(
            "Insurers usually let named limits run on. Check with yours, and take over what it confirms."
        )
        self.form.addWidget(label(text, "body", "secondary", wrap=True))
        self.list = LineList(context.theme, most=8)
        self.list.setAccessibleName(self.tr("Limits to take over"))
        self.list.show_lines(lines)
        self.form.addWidget(self.list)
        self._save.setEnabled(bool(lines))
        if not lines:
            self.form.addWidget(label(self.tr("There is no limit to take over."), "body"))
        (self._save if lines else self._cancel).setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Take them over."""
        policies, policy_id = self.context.company.policies, self._policy.id
        return lambda _control: policies.carry_limits(policy_id)
