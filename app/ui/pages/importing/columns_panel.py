"""Step 2: the file bar, the columns and their fields, the problems, and the rows themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout

from app.domain.importing import Fix
from app.ui.i18n import Retranslated
from app.ui.pages.importing.file_bar import FileBar
from app.ui.pages.importing.mapping import Mapping
from app.ui.pages.importing.preview import Preview, PreviewModel
from app.ui.pages.importing.problems import Problems
from app.ui.widgets.card import Card

if TYPE_CHECKING:
    from app.domain.problem import Problem
    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow


class ColumnsPanel(Retranslated):
    """Every correction is staged at once, and the problems follow."""

    unanswered = Signal(object)

    def __init__(self, context: PageContext, flow: ImportFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme = context.theme
        self.bar = FileBar(context, flow)
        self.mapping = Mapping(context, flow)
        self.problems = Problems(context)
        self.model = PreviewModel(context, flow, self)
        self.preview = Preview(context, self.model)
        self._rows = Card(theme, padded=False)
        self.only = QCheckBox()
        self._rows.add_action(self.only)
        self._rows.body.addWidget(self.preview)
        top = QHBoxLayout()
        top.setSpacing(theme.space("m"))
        top.addWidget(self.mapping, 5)
        top.addWidget(self.problems, 4)
        upper = Retranslated()
        upper.setLayout(top)
        top.setContentsMargins(0, 0, 0, theme.space("s"))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(self._rows)
        split.setStretchFactor(0, 6)
        split.setStretchFactor(1, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space("m"))
        layout.addWidget(self.bar)
        layout.addWidget(split, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        flow = self._flow
        self.bar.options.connect(flow.reread)
        self.bar.columns.connect(flow.set_columns)
        self.mapping.changed.connect(flow.set_columns)
        self.problems.fix.connect(self.apply_fix)
        self.model.typed.connect(flow.type_over)
        self.only.toggled.connect(self._on_only)

    def refresh(self) -> None:
        """Show what is staged now."""
        self.bar.refresh()
        self.mapping.refresh()
        self.problems.show_problems(self._flow.problems())
        self.model.refresh()
        self._say_rows()

    def _say_rows(self) -> None:
        shown = self.model.rowCount()
        self._rows.set_title(self.tr("Preview"), self.tr("%n rows", "", shown))

    def _on_only(self, on: bool) -> None:
        self.model.only_problems = on
        self.model.refresh()
        self._say_rows()

    def apply_fix(self, problem: Problem) -> None:
        """Do what a problem offers; what is decided later is passed on."""
        row, column = problem.where.row, problem.where.column
        if problem.fix in {Fix.SKIP, "skip"}:
            self._flow.leave_out([row])
        elif problem.fix.startswith(Fix.VALUE):
            self._flow.type_over(row, column, problem.fix.removeprefix(Fix.VALUE))
        elif problem.fix == Fix.CELL:
            self.preview.go_to(row, column)
        elif problem.fix == Fix.COLUMNS:
            self.mapping.focus_first()
        else:
            places = {
                Fix.DATES: self.bar.order,
                Fix.HEADER: self.bar.header,
                Fix.SHEET: self.bar.sheet,
                Fix.ENCODING: self.bar.encoding,
            }
            widget = next((place for fix, place in places.items() if fix == problem.fix), None)
            if widget is not None:
                widget.setFocus()
            else:
                self.unanswered.emit(problem)

    def retranslate(self) -> None:
        """Write every text in the language in force."""
        self.only.setText(self.tr("Only rows with problems"))
        self.preview.setAccessibleName(self.tr("Preview of the rows"))
        self._say_rows()
        if self._flow.staged is not None:
            self.model.refresh()
