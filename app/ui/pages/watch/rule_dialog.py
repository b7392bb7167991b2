"""One early-warning rule: its thresholds with their units, its weight, and a trial of what is typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from app.domain.alert_rules import Severity
from app.domain.duty import Duty
from app.domain.problem import DomainError
from app.ui.dialogs.controls import Choice
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.domain.alert_history import HistoryTest
    from app.domain.alert_rules import AlertRule
    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.watch_views import RuleView
    from app.ui.context import PageContext

_WHOLE = frozenset({"days", "fewest", "count", "months", "notches"})


def told(found: HistoryTest, lang: str) -> str:
    """How often a rule would have fired, and how often before trouble."""
    return say("watch.test_told", lang, n=found.fired, before=found.before_trouble)


class RuleDialog(FormDialog):
    """Edits a rule; ``span`` are the days it can be tried on before it is saved."""

    duty = Duty.RULES

    def __init__(
        self, context: PageContext, view: RuleView, span: tuple[date, date], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=560)
        self.view, self._span = view, span
        rule, lang = view.rule, context.formats.lang
        name = say(f"alert_rule.{rule.code}", lang)
        self.set_head(name, self.tr("Save"), say(f"alert_about.{rule.code}", lang))
        self.edits: dict[str, QLineEdit] = {}
        for key, value in rule.thresholds.items():
            self.edits[key] = QLineEdit(f"{value.normalize():f}")
            unit = say(f"alert_unit.{key}", lang)
            title = say(f"alert_threshold.{key}", lang)
            shipped = f"{view.shipped.thresholds[key].normalize():f}"
            hint = self.tr("Shipped: {value}").format(value=f"{shipped} {unit}")
            self.add_field(key, self.edits[key], f"{title} ({unit})", hint, self._checking(key))
        self.weight = Choice(
            [(each.value, say(f"alert_severity.{each}", lang)) for each in Severity], rule.severity.value
        )
        self.add_field("weight", self.weight, self.tr("Weight"), self.tr("High stands first in the inbox"))
        self.enabled = QCheckBox(self.tr("The rule is on"))
        self.enabled.setChecked(rule.enabled)
        self.enabled.toggled.connect(self.touch)
        self._lay_fields()
        self._add_trial()
        next(iter(self.edits.values())).setFocus()

    def _lay_fields(self) -> None:
        names = [*self.edits, "weight"]
        for place in range(0, len(names), 2):
            self.lay(*names[place : place + 2])
        self.form.addWidget(self.enabled)

    def _add_trial(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.try_button = button(
            self.context.theme, self.tr("Try on history"), "normal", "history", self.try_it, small=True
        )
        self.outcome = label("", "body", "secondary", wrap=True)
        row.addWidget(self.try_button)
        row.addWidget(self.outcome, 1)
        self.form.addLayout(row)

    # -- checks ---------------------------------------------------------------------------------

    def _checking(self, key: str) -> Callable[[], str]:
        def check() -> str:
            value = self._value(key)
            if value is None:
                return self.tr("Enter a number, e.g. 90.")
            if key in _WHOLE and (value != value.to_integral_value() or value < 1):
                return self.tr("Enter a whole number from 1.")
            return self.tr("Enter a number from 0.") if value < 0 else ""

        return check

    def _value(self, key: str) -> Decimal | None:
        try:
            value = Decimal(self.edits[key].text().strip().removesuffix("%").strip())
        except InvalidOperation:
            return None
        return value if value.is_finite() else None

    # -- result ---------------------------------------------------------------------------------

    def rule(self) -> AlertRule:
        """The rule as typed."""
        values = {key: self._value(key) for key in self.edits}
        if missing := [key for key, value in values.items() if value is None]:
            raise DomainError("alert_rule.value", name=(f"alert_threshold.{missing[0]}", {}), value="")
        return replace(
            self.view.rule,
            severity=Severity(str(self.weight.value)),
            enabled=self.enabled.isChecked(),
            thresholds={key: value for key, value in values.items() if value is not None},
        )

    def try_it(self) -> None:
        """What the rule as typed would have found; nothing is saved."""
        if wrong := self.fields.wrong():
            self.go_to(wrong[0])
            return
        watch, rule, (start, end) = self.context.company.watch, self.rule(), self._span
        self.try_button.setEnabled(False)
        self.outcome.setText(self.tr("Trying…"))

        def done(found: HistoryTest) -> None:
            self.try_button.setEnabled(True)
            self.outcome.setText(told(found, self.context.formats.lang))
            self.fields.resized.emit()

        def failed(error: Exception) -> None:
            self.try_button.setEnabled(True)
            self.outcome.clear()
            self._failed(error)

        self.context.runner.database(
            lambda control: watch.test_rule(rule, start, end, control),
            done,
            failed=failed,
            owner=self,
            label="watch.testing",
            key="watch.test",
        )

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the rule."""
        watch, rule = self.context.company.watch, self.rule()
        return lambda _control: watch.save_rule(rule)
