"""Naming a policy, and what is assumed of the world with where each figure comes from."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit

from app.domain.credit_policy_text import FIGURES, Assumptions
from app.domain.duty import Duty
from app.ui.dialogs.controls import NoteEdit
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button
from app.ui.widgets.decimal_edit import DecimalEdit, written
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.domain.credit_policy_text import CreditPolicy
    from app.domain.scorecard import Grade
    from app.services.ports import Control
    from app.ui.context import PageContext

_LONGEST, _LONGEST_SOURCE = 80, 200
_INSURED = frozenset({"premium", "insured_pct"})


class NameDialog(FormDialog):
    """Keeps a policy under a name; ``study_id`` above 0 is one that is kept already."""

    duty = Duty.MEASURE

    codes: Mapping[str, str] = {"credit_policy.name": "name", "credit_policy.name_taken": "name"}

    def __init__(
        self,
        context: PageContext,
        policy: CreditPolicy,
        study_id: int,
        note: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=520)
        self.policy, self.study_id = policy, study_id
        title = self.tr("Rename the policy") if study_id else self.tr("Keep the policy")
        self.set_head(title, self.tr("Keep"), self.tr("To compare it later, and to adopt it"))
        self.name = QLineEdit(policy.name)
        self.name.setMaxLength(_LONGEST)
        self.note = NoteEdit(note)
        wrong = say("credit_policy.name", context.formats.lang)
        self.add_field("name", self.name, self.tr("Name"), check=self.required(self.name, wrong))
        self.add_field("note", self.note, self.tr("Note"))
        self.lay("name")
        self.lay("note")
        self.name.setFocus()
        self.name.selectAll()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        service = self.context.company.credit_policies
        named, study_id, note = replace(self.policy, name=self.name.text()), self.study_id, self.note.text
        return lambda _control: service.keep(named, study_id, note)


class AssumptionsDialog(FormDialog):
    """Every figure with its source; those nobody has vouched for are examples, and say so."""

    duty = Duty.MEASURE

    def __init__(
        self,
        context: PageContext,
        assumed: Assumptions,
        rates: Mapping[Grade, Decimal],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=760)
        self.assumed = assumed
        self.set_head(
            self.tr("Assumptions"),
            self.tr("Save"),
            self.tr(
                "What the ledger cannot know. Replace each example by your own figure and say its source."
            ),
        )
        self.edits: dict[str, DecimalEdit] = {}
        self.sources: dict[str, QLineEdit] = {}
        for name in FIGURES:
            self._add_figure(name)
        self._add_rates(rates)
        self.edits[FIGURES[0]].setFocus()

    def _add_figure(self, name: str) -> None:
        lang, value = self.context.formats.lang, getattr(self.assumed, name)
        stress = name == "stress"
        edit = DecimalEdit(value, least=Decimal(1 if stress else 0), step=Decimal("0.5"))
        source = QLineEdit(self.assumed.sources.get(name, ""))
        source.setMaxLength(_LONGEST_SOURCE)
        self.edits[name], self.sources[name] = edit, source
        unit = "×" if stress else "%"
        text = f"{say(f'policy_assumption.{name}', lang)} {unit}"
        usual = value == getattr(Assumptions(), name)
        hint = self.tr("Example, to be replaced by your own") if usual and not source.text() else ""
        if name in _INSURED and not usual and not source.text():
            hint = self.tr("As in the insurance policy in force")
        self.add_field(
            name,
            edit,
            text,
            hint,
            partial(self._check, name),
        )
        self.add_field(f"source_{name}", source, self.tr("Source"), self.tr("Who says so, and when"))
        self.lay(name, f"source_{name}", stretch=(2, 3))

    def _check(self, name: str) -> str:
        if self.edits[name].sound:
            return ""
        return self.tr("Enter 1 to 100.") if name == "stress" else self.tr("Enter 0 to 100.")

    def _add_rates(self, rates: Mapping[Grade, Decimal]) -> None:
        """The loss rates, which have a table of their own."""
        told = "   ".join(f"{grade.value} {written(rate)}%" for grade, rate in rates.items())
        row = QGridLayout()
        row.setColumnStretch(0, 1)
        text = self.tr("Loss rates a year, of what is owed: {rates}").format(rates=told)
        row.addWidget(label(text, "body", wrap=True), 0, 0)
        self.rates_button = button(
            self.context.theme, self.tr("Table of loss rates"), "link", run=self._open_rates
        )
        row.addWidget(self.rates_button, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.form.addLayout(row)

    def _open_rates(self) -> None:
        self.reject()
        if not self.isVisible():
            self.context.navigator.go("credit_rules", tab="tables", view="holding")

    def made(self) -> Assumptions:
        """The assumptions as typed."""
        figures = {name: edit.value for name, edit in self.edits.items()}
        sources = {name: edit.text().strip() for name, edit in self.sources.items() if edit.text().strip()}
        return replace(self.assumed, **figures, sources=sources)  # type: ignore[arg-type]  # by name

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        service, made = self.context.company.credit_policies, self.made()
        return lambda _control: service.save_assumptions(made)
