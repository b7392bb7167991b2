"""Step 3: what the import would do, every record of it, and what is still to be decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.import_plan import Action
from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.importing.outcome import closing_columns, row_columns, total_columns
from app.ui.pages.importing.words import problem_text
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import label, line
from app.ui.widgets.message_strip import MessageStrip
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.import_plan import Closing, ImportPlan, PlanTotal
    from app.domain.problem import Problem
    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow

_MOST_DECISIONS = 60
_VIEWS: dict[str, frozenset[Action]] = {
    "all": frozenset(Action),
    "new": frozenset({Action.NEW, Action.NEW_CUSTOMER}),
    "change": frozenset({Action.CHANGE, Action.UPDATE_CUSTOMER}),
    "skip": frozenset({Action.SKIP}),
    "problem": frozenset({Action.PROBLEM}),
}


def total_id(each: PlanTotal) -> int:
    """A row's id by its currency's three letters; it must fit the 32 bits of Qt's signals."""
    return int.from_bytes(each.currency.encode()[:3])


class CheckPanel(Retranslated):
    """Decisions made here lead to a new plan; nothing is written yet."""

    save_rejects = Signal()

    def __init__(self, context: PageContext, flow: ImportFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme, preferences = context.theme, context.preferences
        self.message = MessageStrip(theme)
        self._totals = Card(theme, padded=False)
        self.totals = DataTable(theme, "import.totals", preferences, framed=False)
        self._totals.body.addWidget(self.totals)
        self._decisions = Card(theme, padded=False)
        self._rows = Card(theme, padded=False)
        self.view = Segmented()
        self.accept = button(theme, "", "normal", "check", self._accept_all, small=True)
        self.rejects = button(theme, "", "normal", "file-x", self.save_rejects.emit, small=True)
        for widget in (self.view, self.accept, self.rejects):
            self._rows.add_action(widget)
        self.table = DataTable(theme, "import.rows", preferences, framed=False)
        self._rows.body.addWidget(self.table)
        self._models: list[Any] = []
        self._build()
        self.view.chosen.connect(self._narrow)
        self.retranslate()

    def _build(self) -> None:
        theme = self._context.theme
        self._list = self._decisions.add_scrolled_list()
        self._decisions.setMaximumHeight(220)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space("m"))
        layout.addWidget(self.message)
        layout.addWidget(self._totals)
        layout.addWidget(self._decisions)
        layout.addWidget(self._rows, 1)

    # -- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the plan made last."""
        plan = self._flow.plan
        if plan is None:
            return
        self._show_blocked(plan)
        self._show_totals(plan)
        self._show_decisions(plan)
        self._show_choices(plan)
        self._narrow()

    def _show_blocked(self, plan: ImportPlan) -> None:
        if plan.blocked is not None:
            self.message.say("danger", problem_text(plan.blocked, self._context.formats), closable=False)
        elif plan.notes:
            texts = dict.fromkeys(problem_text(each, self._context.formats) for each in plan.notes)
            self.message.say("info", "\n".join(list(texts)[:4]))
        else:
            self.message.hide()

    def _show_totals(self, plan: ImportPlan) -> None:
        model: RowTable[PlanTotal] = RowTable(
            total_columns(self._context.formats),
            self._context.runner,
            total_id,
            parent=self,
        )
        model.set_rows(plan.totals)
        self.totals.set_model(model)
        self._keep(model)
        theme = self._context.theme
        rows = max(1, min(4, len(plan.totals)))
        self.totals.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + 2)
        self._totals.setVisible(bool(plan.totals))

    def _show_decisions(self, plan: ImportPlan) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        asked: dict[str, Problem] = {}
        for problem in plan.all_problems():
            if problem.fix == "match":
                asked.setdefault(str(problem.params["key"]), problem)
            elif problem.fix == "keep":
                asked.setdefault(f"keep {problem.where.row}", problem)
        for key, problem in list(asked.items())[:_MOST_DECISIONS]:
            if self._list.count():
                self._list.addWidget(line())
            self._list.addWidget(self._decision(key, problem))
        self._list.addStretch(1)
        self._decisions.setVisible(bool(asked))
        self._decisions.set_title(self.tr("To decide"), self.tr("%n customers or rows", "", len(asked)))

    def _decision(self, key: str, problem: Problem) -> QWidget:
        formats = self._context.formats
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 5, 0, 5)
        layout.setSpacing(12)
        text = problem_text(problem, formats)
        layout.addWidget(label(text, "body", wrap=True), 1)
        combo = QComboBox()
        combo.setMinimumWidth(260)
        combo.setAccessibleName(text)
        if problem.fix == "match":
            self._fill_match(combo, key, problem)
        else:
            self._fill_keep(combo, problem.where.row)
        layout.addWidget(combo)
        return row

    def _fill_match(self, combo: QComboBox, key: str, problem: Problem) -> None:
        chosen = self._flow.draft.matches.get(key)
        pairs: list[tuple[str, int | str]] = [(self.tr("A new customer"), 0)]
        candidates: Any = problem.params.get("candidates", ())
        pairs += [(self.tr("Same as {name}").format(name=name), ref) for ref, name in candidates]
        for text, ref in pairs:
            combo.addItem(text, ref)
        place = next((i for i, (_, ref) in enumerate(pairs) if chosen is not None and ref == chosen), -1)
        combo.setCurrentIndex(place)
        combo.setPlaceholderText(self.tr("Choose"))

        def take(place: int) -> None:
            matches = {**self._flow.draft.matches, key: pairs[place][1]}
            self._flow.decide(replace(self._flow.draft, matches=matches))

        combo.activated.connect(take)

    def _fill_keep(self, combo: QComboBox, row: int) -> None:
        combo.addItem(self.tr("Leave out"))
        combo.addItem(self.tr("Import all the same"))
        combo.setCurrentIndex(1 if row in self._flow.draft.keep else 0)

        def take(place: int) -> None:
            keep = self._flow.draft.keep - {row} if place == 0 else self._flow.draft.keep | {row}
            self._flow.decide(replace(self._flow.draft, keep=keep))

        combo.activated.connect(take)

    # -- rows -----------------------------------------------------------------------------------

    def _show_choices(self, plan: ImportPlan) -> None:
        counts = plan.counts()
        names = {
            "all": self.tr("All"),
            "new": self.tr("New"),
            "change": self.tr("Changed"),
            "skip": self.tr("Unchanged"),
            "problem": self.tr("To resolve"),
        }
        choices = [
            (key, f"{name} {sum(counts[each] for each in _VIEWS[key])}") for key, name in names.items()
        ]
        if plan.closings:
            choices.append(("closing", self.tr("Settled") + f" {len(plan.closings)}"))
        self.view.set_choices(choices)
        changes = counts[Action.CHANGE] + counts[Action.UPDATE_CUSTOMER]
        self.accept.setVisible(bool(changes))
        accepted = sum(row.accepted for row in plan.rows)
        self.accept.setText(
            self.tr("Reject all changes") if accepted == changes else self.tr("Accept all changes")
        )
        self.rejects.setEnabled(bool(self._flow.error_rows()))
        self._rows.set_title(
            self.tr("Records"), self.tr("%n accepted changes", "", accepted) if changes else ""
        )

    def _narrow(self, *_: object) -> None:
        plan = self._flow.plan
        if plan is None:
            return
        key = self.view.current
        if key == "closing":
            self._show_closings(plan)
            return
        wanted = _VIEWS.get(key, _VIEWS["all"])
        rows = [row for row in plan.rows if row.action in wanted]
        checkable = key == "change"
        model: RowTable[Any] = RowTable(
            row_columns(plan, self._context.formats),
            self._context.runner,
            lambda row: row.row,
            checkable=checkable,
            parent=self,
        )
        model.set_rows(rows)
        if checkable:
            model.set_checked([row.row for row in rows if row.accepted])
            model.checks_changed.connect(lambda: self._accept(frozenset(model.checked)))
        self.table.say_empty(self.tr("No such rows."))
        self.table.set_model(model)
        self._keep(model)

    def _show_closings(self, plan: ImportPlan) -> None:
        model: RowTable[Closing] = RowTable(
            closing_columns(plan, self._context.formats),
            self._context.runner,
            lambda each: each.document,
            parent=self,
        )
        model.set_rows(plan.closings)
        self.table.set_model(model)
        self._keep(model)

    def _keep(self, model: Any) -> None:
        """Free models no view shows any more."""
        self._models.append(model)
        shown = {self.table.view.model(), self.totals.view.model()}
        for old in [each for each in self._models if each not in shown]:
            self._models.remove(old)
            old.deleteLater()

    def _accept(self, rows: frozenset[int]) -> None:
        self._flow.decide(replace(self._flow.draft, accepted=rows))

    def _accept_all(self) -> None:
        plan = self._flow.plan
        if plan is not None:
            changed = {Action.CHANGE, Action.UPDATE_CUSTOMER}
            rows = [row for row in plan.rows if row.action in changed]
            every = all(row.accepted for row in rows)
            self._flow.decide(replace(self._flow.draft, accepted=not every))

    def problem_rows(self) -> Sequence[int]:
        """Rows that will not be imported as things stand."""
        return self._flow.error_rows()

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self._totals.set_title(self.tr("Totals"), self.tr("per currency, credits negative"))
        self.rejects.setText(self.tr("Save refused rows"))
        self.view.setAccessibleName(self.tr("Which records"))
        self.refresh()
