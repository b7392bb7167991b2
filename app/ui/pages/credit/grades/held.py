"""The grades in force: who holds which until when, which have ended and why, who was never scored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.scorecard import GRADES
from app.domain.table import ColumnKind
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit.grades.words import (
    ENDED,
    IN_FORCE,
    NEVER,
    SOON,
    standing_words,
    state_of,
    state_words,
)
from app.ui.pages.customers.exporting import TableExports
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words.scoring_text import points

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from app.domain.table import Cell as TableCell
    from app.services.ports import Control
    from app.services.scoring_views import GradeRow
    from app.ui.context import PageContext

translate = QCoreApplication.translate
ALL = "all"
_SCOPES = (ALL, IN_FORCE, SOON, ENDED, NEVER)


class Held(Retranslated):
    """``opened`` carries a customer to score, ``moved`` says that other rows were read."""

    opened = Signal(int)
    moved = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.rows: tuple[GradeRow, ...] = ()
        self.today: date = context.company.clock.today()
        theme = context.theme
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.export_button = button(theme, icon="table", run=self._open_export)
        self.score_button = button(theme, "", "normal", "gauge", self._score)
        self.counts = label("", "small", "secondary")
        self.table = DataTable(theme, "credit.grades", context.preferences, empty_icon="gauge")
        self.model: RowTable[GradeRow] = RowTable(
            held_columns(self), context.runner, lambda row: row.customer_id, parent=self
        )
        self.table.set_model(self.model)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.scope)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.score_button)
        tools.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.counts)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self.opened)
        self.table.current_changed.connect(self._guard)
        self.table.clear_filter.connect(self._on_empty)

    def refresh(self) -> None:
        """Read the grades of today again."""
        scoring, clock = self.context.company.scoring, self.context.company.clock

        def work(_control: Control) -> tuple[date, tuple[GradeRow, ...]]:
            today = clock.today()
            return today, scoring.grades(today)

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="credit.grades")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: tuple[date, tuple[GradeRow, ...]]) -> None:
        self.table.loading.stop()
        self.today, self.rows = found
        self.model.set_columns(held_columns(self))
        self.model.set_rows(self.rows)
        self._write_scope()
        self._narrow()
        self.moved.emit()

    def show_scope(self, scope: str) -> None:
        """Show all, or those in one state."""
        if scope in _SCOPES:
            self.scope.set_current(scope)
            self._narrow()

    def _narrow(self, *_: object) -> None:
        scope, text, today = self.scope.current, self.search.text().strip().casefold(), self.today
        held = {IN_FORCE, SOON} if scope == IN_FORCE else {scope}

        def keep(row: GradeRow) -> bool:
            fits = scope == ALL or state_of(row, today) in held
            return fits and text in f"{row.name} {row.name_en} {row.code}".casefold()

        self.model.set_filter(keep)
        if self.rows:
            self.table.say_empty(self.tr("Nobody is in this state."), self.tr("Show all"))
        else:
            self.table.say_empty(self.tr("No customers yet."), self.tr("Import data"))
        self._guard()

    def _on_empty(self) -> None:
        if self.rows:
            self.clear()
        else:
            self.context.navigator.go("importing")

    def clear(self) -> None:
        """Show everybody."""
        self.search.clear()
        self.show_scope(ALL)

    def _guard(self, *_: object) -> None:
        self.score_button.setEnabled(self.table.view.current_id() > 0)

    def _score(self) -> None:
        if current := self.table.view.current_id():
            self.opened.emit(current)

    # -- export and words -----------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        at = self.export_button.mapToGlobal(QPoint(0, self.export_button.height()))
        exports.menu(partial(self._export, exports)).popup(at)

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows, formats = {row.customer_id: row for row in self.model.shown()}, self.context.formats

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        cells: dict[str, tuple[ColumnKind, Callable[[GradeRow], TableCell]]] = {
            "name": (ColumnKind.TEXT, lambda row: formats.name(row.name, row.name_en)),
            "grade": (ColumnKind.TEXT, lambda row: row.held.grade.value if row.held else ""),
            "score": (ColumnKind.TEXT, lambda row: str(row.score) if row.score is not None else ""),
            "as_of": (ColumnKind.DATE, lambda row: row.held.as_of if row.held else None),
            "until": (ColumnKind.DATE, lambda row: row.valid_until),
            "state": (ColumnKind.TEXT, lambda row: state_words(row, self.today)[0]),
            "why": (ColumnKind.TEXT, lambda row: standing_words(row, formats)),
        }
        title = self.tr("Grades in force")
        exports.table(self.table.view, list(rows), read, cells, title, file_format, [self.scope.text])

    def _write_scope(self) -> None:
        names = {
            ALL: self.tr("All"),
            IN_FORCE: self.tr("In force"),
            SOON: self.tr("Ending soon"),
            ENDED: self.tr("Ended"),
            NEVER: self.tr("Never scored"),
        }
        counts = dict.fromkeys(_SCOPES, 0)
        for row in self.rows:
            state = state_of(row, self.today)
            counts[state] += 1
            counts[ALL] += 1
            counts[IN_FORCE] += state == SOON
        write = self.context.formats.count
        self.scope.set_choices(
            [(key, f"{name} {write(counts[key])}" if counts[key] else name) for key, name in names.items()]
        )
        held = [row.held.grade for row in self.rows if row.held is not None and row.held.valid]
        parts = [f"{grade} {write(held.count(grade))}" for grade in GRADES]
        self.counts.setText(self.tr("In force by grade: {parts}").format(parts=" • ".join(parts)))

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.scope.setAccessibleName(self.tr("Which grades"))
        self.search.set_placeholder(self.tr("Customer or code"))
        self.table.view.setAccessibleName(self.tr("Grades in force"))
        self.export_button.setText(self.tr("Export"))
        self.score_button.setText(self.tr("Score…"))
        self._write_scope()
        self.model.set_columns(held_columns(self))
        self._narrow()


def held_columns(view: Held) -> list[Column[GradeRow]]:
    """Who, grade, score, from and until when, and how it stands."""
    formats = view.context.formats

    def grade(row: GradeRow) -> Cell:
        if row.held is None:
            return Cell(DASH, tone="tertiary")
        if not row.held.valid:
            return Cell(row.held.grade.value, tone="tertiary", tip=standing_words(row, formats))
        return Cell(row.held.grade.value, chip=f"grade.{row.held.grade}")

    def state(row: GradeRow) -> Cell:
        text, tone = state_words(row, view.today)
        return Cell(text, chip=tone)

    return [
        text_column("name", lambda: translate("Grades", "Customer"),
                    lambda row: formats.name(row.name, row.name_en), strong=True, width=220, min_width=150,
                    stretch=2, fixed=True),
        Column("grade", lambda: translate("Grades", "Grade"), grade,
               value=lambda row: row.held.grade.value if row.held else None, width=64, min_width=56,
               align=Align.CENTER, fixed=True),
        Column("score", lambda: translate("Grades", "Score"),
               lambda row: Cell(points(row.score) if row.score is not None else DASH),
               value=lambda row: row.score, width=72, min_width=64, align=Align.RIGHT,
               descending_first=True),
        day_column("as_of", lambda: translate("Grades", "Scored"),
                   lambda row: row.held.as_of if row.held else None, formats, min_width=100, drop=1),
        day_column("until", lambda: translate("Grades", "Valid until"), lambda row: row.valid_until, formats,
                   min_width=100),
        Column("state", lambda: translate("Grades", "State"), state,
               value=lambda row: state_of(row, view.today), width=128, min_width=112),
        text_column("why", lambda: translate("Grades", "Note"), lambda row: standing_words(row, formats),
                    tone="secondary", width=260, min_width=140, stretch=3, drop=2),
    ]  # fmt: skip
