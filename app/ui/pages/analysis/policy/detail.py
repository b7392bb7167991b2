"""The drawers of the simulator: the customers behind a figure, and what a point of the frontier grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from app.ui.dialogs.controls import Choice
from app.ui.models.columns import DASH, Cell
from app.ui.pages.analysis.policy.compare import apart
from app.ui.pages.analysis.policy.plane import choice_words, rule_words
from app.ui.pages.analysis.policy.reading import FIGURES, figure_of
from app.ui.pages.analysis.provision.lines import Head, LinesTable, PlainRow
from app.ui.pages.tabbed import Detail
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.analysis.policy.panel import PolicyPanel
    from app.ui.pages.analysis.policy.plane import Spot
    from app.ui.pages.analysis.policy.reading import Trial

_LOW = 360
_TOLD = ("sales", "profit", "loss", "stressed_loss", "receivables")


class CustomersDetail(Detail):
    """``show_figure`` fills it: one line a customer, today beside the policy; a line opens its file."""

    def __init__(self, context: PageContext, panel: PolicyPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.trial: Trial | None = None
        self.grade = ""
        self.figure = Choice([(name, "") for name in FIGURES])
        self.table = LinesTable(context, "policy.customers", icon="users")
        self.table.setMinimumHeight(_LOW)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.figure)
        layout.addWidget(self.table, 1)
        self.customer_button = button(context.theme, "", "normal", "building-2", self._open_customer)
        self.foot_layout.addWidget(self.customer_button)
        self.figure.activated.connect(lambda *_: self._write())
        self.table.opened.connect(lambda _row: self._open_customer())

    def show_figure(self, trial: Trial, grade: str, figure: str) -> None:
        """Show a figure of a grade's customers; of all for the grade ""."""
        self.trial, self.grade = trial, grade
        self.figure.choose(figure)
        self._write()

    def refresh(self, trial: Trial) -> None:
        """The same question, answered anew."""
        self.trial = trial
        self._write()

    def _write(self) -> None:
        if self.trial is None:
            return
        formats, answer, name = self.context.formats, self.trial.answer, str(self.figure.value)
        lang, currency, names = formats.lang, answer.ground.currency, answer.ground.names
        found = []
        for row_id, now in answer.tried.customers.items():
            if self.grade and now.grade != self.grade:
                continue
            found.append((row_id, figure_of(answer.today.customers[row_id], name), figure_of(now, name)))
        found.sort(key=lambda one: (-one[2], one[0]))
        heads = (
            Head("customer", self.tr("Customer"), width=120, min_width=84, stretch=2),
            Head("today", say("policy_study.today", lang), figure=True, width=92, min_width=76),
            Head("tried", say("policy_study.tried", lang), figure=True, width=92, min_width=76),
            Head("change", self.tr("Difference"), figure=True, width=84, min_width=70, drop=1),
        )

        def cells(was: int, now: int) -> tuple[Cell, ...]:
            change = apart(now, was, formats, currency) if now != was else DASH
            return Cell(formats.whole(was, currency)), Cell(formats.whole(now, currency)), Cell(change)

        rows = [
            PlainRow(
                row_id, (Cell(formats.name(*names.get(row_id, ("", ""))), strong=True), *cells(was, now))
            )
            for row_id, was, now in found
        ]
        total = cells(sum(one[1] for one in found), sum(one[2] for one in found))
        self.table.show_lines(heads, rows, (Cell(say("paper.total", lang), strong=True), *total))
        self.table.say_empty(self.tr("Nobody holds this grade."))
        self.customer_button.setEnabled(bool(rows))
        if rows:
            self.table.view.select_id(rows[0].key)
        if self._panel.host.shows_detail(self):
            self.write_title()

    def write_title(self) -> None:
        """Name the grade and the figure at the drawer's head."""
        if self._panel.host.drawer is not None:
            lang = self.context.formats.lang
            whose = say("policy_study.grade", lang, grade=self.grade) if self.grade else self.tr("All grades")
            figure = say(f"policy_outcome.{self.figure.value}", lang)
            count = self.tr("%n customer(s)", "", len(self.table.lines.rows))
            self._panel.host.drawer.set_title(f"{whose} · {figure}", count)

    def _open_customer(self) -> None:
        row_id = self.table.view.current_id()
        if row_id:
            self.context.navigator.go("customers", customer_id=row_id)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        lang = self.context.formats.lang
        self.figure.setAccessibleName(self.tr("Figure"))
        self.figure.set_pairs(
            [(name, say(f"policy_outcome.{name}", lang)) for name in FIGURES], self.figure.value
        )
        self.table.view.setAccessibleName(self.tr("Customers behind the figure"))
        self.customer_button.setText(self.tr("Open the customer"))
        self._write()


class SpotDetail(Detail):
    """``show_spot`` fills it: what is granted by grade, what it comes to; it can be taken into the editor."""

    def __init__(self, context: PageContext, panel: PolicyPanel) -> None:
        super().__init__()
        self.context, self._panel = context, panel
        self.spot: Spot | None = None
        self.trial: Trial | None = None
        self.about = label("", "body", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.about)
        layout.addLayout(self._facts)
        layout.addStretch(1)
        self.take_button = button(context.theme, "", "primary", "pencil", self._take)
        self.foot_layout.addWidget(self.take_button)

    def show_spot(self, trial: Trial, spot: Spot) -> None:
        """Show a point."""
        self.trial, self.spot = trial, spot
        self._write()

    def _write(self) -> None:
        clear(self._facts)
        if self.spot is None or self.trial is None:
            return
        formats, spot, answer = self.context.formats, self.spot, self.trial.answer
        lang, currency = formats.lang, answer.ground.currency
        self.about.setText(choice_words(spot.choices, lang) if spot.choices else "")
        self.about.setVisible(bool(spot.choices))
        facts = [
            (say("policy_study.grade", lang, grade=rule.grade), rule_words(rule, formats, currency))
            for rule in spot.rules
        ]
        for name in _TOLD:
            now, was = figure_of(spot.total, name), figure_of(answer.today.total, name)
            change = f" ({apart(now, was, formats, currency)})" if now != was else ""
            facts.append(
                (say(f"policy_outcome.{name}", lang), formats.money(now, currency, whole=True) + change)
            )
        for line, (name, value) in enumerate(facts):
            self._facts.addWidget(label(name, "small", "secondary"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(label(value, "body", wrap=True), line, 1)

    def write_title(self) -> None:
        """Name the point at the drawer's head."""
        if self._panel.host.drawer is not None and self.spot is not None:
            title = self.spot.name or self.tr("On the frontier")
            self._panel.host.drawer.set_title(title, self.tr("in brackets: against today"))

    def _take(self) -> None:
        if self.spot is not None:
            self._panel.take(self.spot)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.take_button.setText(self.tr("Take into the editor"))
        self._write()
