"""The overdue rule: amount × days with a tolerance, tested on the past before it is switched on."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QProgressBar

from app.domain.order_check import OverdueRule
from app.services.orders import LATE_AGAIN
from app.ui.dialogs.controls import Choice, CountEdit
from app.ui.models.row_table import RowTable
from app.ui.pages.credit_rules.overdue.columns import Tried, tried_columns
from app.ui.pages.credit_rules.rules_panel import RulesPanel
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.decimal_edit import DecimalEdit
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.alert_history import Trouble
    from app.domain.changes import ChangeSet
    from app.services.order_views import HeldOutcome
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage
    from app.ui.tasks import Task

_FIELD, _LONGEST, _TABLE = 140, 365, 300
_SPANS = (365, 730, 1095)


class OverduePanel(RulesPanel[OverdueRule]):
    """A rule that was never tested as typed can be saved, yet says so where it is switched on."""

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self._base = ""
        self._task: Task | None = None
        self.tested: OverdueRule | None = None
        self.rule_card, self.test_card = Card(theme, " "), Card(theme, " ")
        self.about = label("", "body", "secondary", wrap=True)
        self.margin = CountEdit(0, _LONGEST)
        self.small = DecimalEdit(Decimal(0), most=None, step=Decimal(1000))
        self.most = DecimalEdit(Decimal(0), most=None, step=Decimal(10_000))
        self.on = QCheckBox()
        self.names = [label("") for _ in range(3)]
        self.hints = [label("", "small", "secondary", wrap=True) for _ in range(3)]
        self.source = label("", "caption", "tertiary", wrap=True)
        self.span = Choice([(days, "") for days in _SPANS], _SPANS[0])
        self.test_button = button(theme, "", "normal", "history", self.test)
        self.stop_button = button(theme, "", "quiet", "x", self.stop)
        self.progress = QProgressBar()
        self.told = label("", "bodyStrong", wrap=True)
        self.meaning = label("", "small", "secondary", wrap=True)
        self.table = DataTable(theme, "rules.overdue", context.preferences, empty_icon="history")
        self.model: RowTable[Tried] = RowTable(
            tried_columns(context.formats),
            context.runner,
            lambda row: row.outcome.held.customer_id,
            parent=self,
        )
        self.table.set_model(self.model)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        edits = (self.margin, self.small, self.most)
        for place, (name, edit, hint) in enumerate(zip(self.names, edits, self.hints, strict=True)):
            edit.setFixedWidth(_FIELD)
            name.setBuddy(edit)
            grid.addWidget(name, place, 0)
            grid.addWidget(edit, place, 1)
            grid.addWidget(hint, place, 2)
        self.margin.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.rule_card.body.addWidget(self.about)
        self.rule_card.body.addLayout(grid)
        self.rule_card.body.addWidget(self.on)
        self.rule_card.body.addWidget(self.source)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        for widget in (self.span, self.test_button, self.progress, self.stop_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.progress.hide()
        self.stop_button.hide()
        self.table.setMinimumHeight(_TABLE)
        self.test_card.body.addLayout(row)
        for shown in (self.told, self.meaning, self.table):
            self.test_card.body.addWidget(shown)
        self.column.addWidget(self.rule_card)
        self.column.addWidget(self.test_card, 1)

    def _connect(self) -> None:
        self.margin.valueChanged.connect(self.on_edit)
        self.small.textEdited.connect(self.on_edit)
        self.most.textEdited.connect(self.on_edit)
        self.on.toggled.connect(self.on_edit)
        self.table.opened.connect(
            lambda customer_id: self.context.navigator.go(
                "customers", customer_id=customer_id, tab="invoices"
            )
        )
        self.table.clear_filter.connect(self.test)
        self.context.runner.progressed.connect(self._on_progress)

    # -- RulesPanel -----------------------------------------------------------------------------

    def load(self) -> tuple[OverdueRule, OverdueRule]:
        """The rule in force and the shipped one."""
        company = self.context.company
        self._base = company.company.get().currency
        return company.orders.overdue_rule(), OverdueRule()

    def put(self, rules: OverdueRule) -> None:
        """Show a rule in the fields."""
        for edit in (self.margin, self.on):
            edit.blockSignals(True)
        self.margin.setValue(rules.margin)
        self.on.setChecked(rules.on)
        for edit in (self.margin, self.on):
            edit.blockSignals(False)
        self.small.set_value(rules.small)
        self.most.set_value(rules.most)
        self._write_hints()

    def typed(self) -> OverdueRule | None:
        """The rule as it stands in the fields."""
        small, most = self.small.value, self.most.value
        if small is None or most is None:
            return None
        return OverdueRule(self.margin.value(), small, most, self.on.isChecked())

    def keep(self, rules: OverdueRule) -> ChangeSet:
        """Store it."""
        return self.context.company.orders.save_overdue_rule(rules)

    def back(self) -> ChangeSet:
        """The shipped one again."""
        return self.context.company.orders.reset_overdue_rule()

    def moved(self) -> None:
        """Say whether the rule as typed was tested."""
        found = self.typed()
        self.test_button.setEnabled(found is not None and self._task is None)
        if found is None:
            self.strip.say("danger", self.tr("Enter amounts from 0, such as 1,000."), closable=False)
        elif found.on and self.touched and not self._is_tested(found):
            self.strip.say(
                "warn",
                self.tr("The rule as typed was not tested on the past yet."),
                actions=[(self.tr("Test it"), self.test)],
                closable=False,
            )

    def _is_tested(self, rule: OverdueRule) -> bool:
        tested = self.tested
        if tested is None:
            return False
        return (tested.margin, tested.small, tested.most) == (rule.margin, rule.small, rule.most)

    # -- the test -------------------------------------------------------------------------------

    def test(self) -> None:
        """When the rule as typed would have held whom; nothing is saved."""
        rule = self.typed()
        if rule is None or self._task is not None:
            return
        session, days = self.context.company, int(str(self.span.value))

        def work(control: Control) -> list[Tried]:
            end = session.clock.today()
            start = end - timedelta(days)
            held = session.orders.judge_overdue_rule(rule, start, end, control)
            return _with_troubles(held, session.watch.troubles(start, end))

        def done(rows: list[Tried]) -> None:
            self._finish()
            self.tested = rule
            self.model.set_rows(rows)
            self._tell(rows)
            self.on_edit()

        def failed(error: Exception) -> None:
            self._finish()
            self.refused(error)

        self._task = self.context.runner.database(
            work, done, failed=failed, owner=self, label="watch.testing", key="rules.overdue.test"
        )
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop_button.show()
        self.test_button.setEnabled(False)

    def stop(self) -> None:
        """Give the test up."""
        if self._task is not None:
            self._task.cancel()
        self._finish()
        self.told.setText(self.tr("The test was stopped."))

    def _on_progress(self, number: int, done: int, total: int, _code: str) -> None:
        if self._task is None or number != self._task.number:
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _finish(self) -> None:
        self._task = None
        self.progress.hide()
        self.stop_button.hide()
        self.test_button.setEnabled(self.typed() is not None)

    def _tell(self, rows: Sequence[Tried]) -> None:
        if self.tested is None:
            self.told.setText(self.tr("Test it first: nothing is switched on or saved by that."))
            self.meaning.hide()
            self.table.say_empty(self.tr("Not tested yet."), self.tr("Test on the past"))
            return
        self.table.say_empty(self.tr("Nobody would have been held."))
        shipments = sum(row.outcome.shipments for row in rows)
        late = sum(row.outcome.late for row in rows)
        trouble = sum(row.trouble is not None for row in rows)
        write = self.context.formats.count
        text = self.tr(
            "It would have held {customers} customers and {shipments} invoices; {late} of those invoices "
            "were paid late, and {trouble} of the customers came into trouble afterwards."
        )
        self.told.setText(
            text.format(
                customers=write(len(rows)),
                shipments=write(shipments),
                late=write(late),
                trouble=write(trouble),
            )
        )
        about = self.tr(
            "An invoice dated on a held day stands for goods that would have waited. Late: more than {days} "
            "days, or still open so long. What was paid counts from the day it was set against the debt."
        )
        self.meaning.setText(about.format(days=LATE_AGAIN))
        self.meaning.show()

    # -- words ----------------------------------------------------------------------------------

    def _write_hints(self) -> None:
        base = self._base
        for hint, text in zip(
            self.hints,
            (
                self.tr("Debts at most so many days late do not count at all."),
                self.tr("Up to so much overdue nobody is held. In {base}.").format(base=base),
                self.tr("Overdue {base} × days late, added up; 300,000 is 10,000 for 30 days.").format(
                    base=base
                ),
            ),
            strict=True,
        ):
            hint.setText(text)

    def _write_spans(self) -> None:
        names = {
            _SPANS[0]: self.tr("The last year"),
            _SPANS[1]: self.tr("The last 2 years"),
            _SPANS[2]: self.tr("The last 3 years"),
        }
        self.span.set_pairs(list(names.items()), self.span.value)

    def retranslate(self) -> None:
        """Write every text of the panel."""
        super().retranslate()
        self.rule_card.set_title(self.tr("Overdue rule"))
        self.test_card.set_title(self.tr("Test on the past"))
        self.about.setText(
            self.tr(
                "An order is held while what the customer owes overdue is too much for too long. Small "
                "amounts and few days are tolerated, so that nobody is stopped for a trifle."
            )
        )
        for name, text in zip(
            self.names,
            (self.tr("Days of grace"), self.tr("Amount tolerated"), self.tr("Most, amount × days")),
            strict=True,
        ):
            name.setText(text)
        for edit, name in zip((self.margin, self.small, self.most), self.names, strict=True):
            edit.setAccessibleName(name.text())
        self.on.setText(self.tr("The rule holds orders"))
        self.source.setText(
            self.tr("Shipped: 7 days, 1,000, 300,000, switched off. Our own proposal; test it on your past.")
        )
        self.test_button.setText(self.tr("Test on the past"))
        self.stop_button.setText(self.tr("Stop"))
        self.span.setAccessibleName(self.tr("Which past"))
        self.table.view.setAccessibleName(self.tr("Whom the rule would have held"))
        self._write_spans()
        self._write_hints()
        self._tell(self.model.rows)


def _with_troubles(held: Sequence[HeldOutcome], troubles: Sequence[Trouble]) -> list[Tried]:
    """Each customer with the first trouble from the first held day on."""
    rows = []
    for one in held:
        first: date = one.held.spans[0].start
        later = (each for each in troubles if each.customer_id == one.held.customer_id and each.on >= first)
        rows.append(Tried(one, next(later, None)))
    return rows
