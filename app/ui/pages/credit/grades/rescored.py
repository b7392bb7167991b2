"""Everybody scored again from data alone as of a day: the difference list, and keeping it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.table import ColumnKind
from app.ui.dialogs.opening import open_for
from app.ui.i18n import Retranslated
from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.credit.grades.words import why_in_full, why_words
from app.ui.pages.customers.exporting import TableExports
from app.ui.pages.customers.guard import guard, writable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.action_bar import ActionBar
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.segmented import Segmented
from app.words.scoring_text import card_name, points

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from app.domain.table import Cell as TableCell
    from app.services.ports import Control
    from app.services.scoring_views import RescoreRow
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog
    from app.ui.tasks import Task

translate = QCoreApplication.translate
ALL, WORSE, BETTER, INSUFFICIENT, SAME, NEW = "all", "worse", "better", "insufficient", "same", "new"


def scopes_of(row: RescoreRow) -> set[str]:
    """Under which filters a row stands."""
    found = {ALL}
    if row.was is None:
        found.add(NEW)
    else:
        found.add(WORSE if row.moved > 0 else BETTER if row.moved < 0 else SAME)
    if not row.sufficient:
        found.add(INSUFFICIENT)
    return found


class Rescored(Retranslated):
    """``opened`` carries a customer to score by hand; ``bar`` stands at the page's foot."""

    opened = Signal(int)
    moved = Signal()
    kept = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.dialog: FormDialog | None = None
        self.rows: tuple[RescoreRow, ...] | None = None
        self.day: date = context.company.clock.today()
        self.people: tuple[str, ...] = ()
        self._task: Task | None = None
        self._told = (0, 0)
        theme = context.theme
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.run_button = button(theme, "", "primary", run=self.run)
        self.stop_button = button(theme, "", "quiet", run=self.stop)
        self.told = label("", "small", "secondary")
        self.scope = Segmented()
        self.search = SearchField(theme)
        self.export_button = button(theme, icon="table", run=self._open_export)
        self.table = DataTable(theme, "credit.rescored", context.preferences, empty_icon="gauge")
        self.model: RowTable[RescoreRow] = RowTable(
            rescored_columns(self),
            context.runner,
            lambda row: row.customer_id,
            checkable=True,
            parent=self,
        )
        self.table.set_model(self.model)
        self.bar = ActionBar(theme)
        self.keep_button = button(theme, "", "primary", run=self.keep)
        self.one_button = button(theme, "", "normal", run=self._one)
        self.bar.add(self.one_button)
        self.bar.add(self.keep_button)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.as_of, self.run_button, self.stop_button):
            head.addWidget(widget)
        head.addWidget(self.told, 1)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.scope)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.context.runner.progressed.connect(self._on_progress)
        self.scope.chosen.connect(self._narrow)
        self.search.searched.connect(self._narrow)
        self.search.down.connect(self.table.view.setFocus)
        self.table.opened.connect(self.opened)
        self.table.clear_filter.connect(self._on_empty)
        self.table.checks_changed.connect(self._write_bar)
        self.bar.cleared.connect(self.model.clear_checks)

    # -- scoring --------------------------------------------------------------------------------

    def run(self) -> None:
        """Score everybody as of the day chosen; nothing is kept."""
        scoring, day = self.context.company.scoring, self.as_of.day

        people = self.context.company.people

        def work(control: Control) -> tuple[tuple[RescoreRow, ...], tuple[str, ...]]:
            return scoring.rescore(day, control), tuple(person.name for person in people.list())

        def done(found: tuple[tuple[RescoreRow, ...], tuple[str, ...]]) -> None:
            self._ended()
            rows, self.people = found
            self.day, self.rows = day, rows
            self.model.clear_checks()
            self.model.set_columns(rescored_columns(self))
            self.model.set_rows(rows)
            self._write_scope()
            self._narrow()
            self._write()
            self.moved.emit()

        self._told = (0, 0)
        self.table.loading.start()
        self._task = self.context.runner.database(
            work, done, failed=self._failed, owner=self, key="credit.rescore", label="scoring.scoring"
        )
        self._write()

    def stop(self) -> None:
        """Do not wait for it any longer; what was shown stays."""
        if self._task is not None:
            self._task.cancel()
            self._ended()
            self._write()

    def _ended(self) -> None:
        self._task = None
        self.table.loading.stop()

    def _failed(self, error: Exception) -> None:
        self._ended()
        self._write()
        self.context.notices.error(error)

    def _on_progress(self, number: int, done: int, total: int, _label: str) -> None:
        if self._task is not None and self._task.number == number:
            self._told = (done, total)
            self.table.loading.set_progress(done, total)
            self._write()

    @property
    def running(self) -> bool:
        """Whether everybody is being scored."""
        return self._task is not None

    # -- showing --------------------------------------------------------------------------------

    def show_scope(self, scope: str) -> None:
        """Show those who got worse, better and so on."""
        self.scope.set_current(scope)
        self._narrow()

    def _narrow(self, *_: object) -> None:
        scope, text = self.scope.current, self.search.text().strip().casefold()

        def keep(row: RescoreRow) -> bool:
            return scope in scopes_of(row) and text in f"{row.name} {row.name_en} {row.code}".casefold()

        self.model.set_filter(keep)
        if self.rows is None:
            self.table.say_empty(
                self.tr("Nobody was scored again yet."),
                self.tr("Score everybody"),
                self.tr("From data alone; nothing is kept until you accept it."),
            )
        elif not self.rows:
            self.table.say_empty(self.tr("No customers yet."), self.tr("Import data"))
        else:
            self.table.say_empty(self.tr("Nobody is in this list."), self.tr("Show all"))

    def _on_empty(self) -> None:
        if self.rows is None:
            self.run()
        elif not self.rows:
            self.context.navigator.go("importing")
        else:
            self.search.clear()
            self.show_scope(ALL)

    def _write(self) -> None:
        """Where the scoring stands."""
        self.run_button.setEnabled(not self.running)
        self.stop_button.setVisible(self.running)
        formats = self.context.formats
        if self.running and self._told[1]:
            done, total = (formats.count(each) for each in self._told)
            self.told.setText(self.tr("Scoring customer {n} of {all}").format(n=done, all=total))
        elif self.running:
            self.told.setText(self.tr("Reading what is on file…"))
        elif self.rows is None:
            self.told.setText(self.tr("Shows who would get another grade today. Nothing is kept."))
        else:
            moved = sum(row.moved != 0 for row in self.rows)
            text = self.tr("%n customer(s) of {all} would change grade as of {day}", "", moved)
            self.told.setText(
                text.format(all=formats.count(len(self.rows)), day=formats.day_in_text(self.day))
            )

    def _write_scope(self) -> None:
        names = {
            ALL: self.tr("All"),
            WORSE: self.tr("Worse"),
            BETTER: self.tr("Better"),
            INSUFFICIENT: self.tr("Insufficient data"),
            SAME: self.tr("Unchanged"),
            NEW: self.tr("First grade"),
        }
        counts = dict.fromkeys(names, 0)
        for row in self.rows or ():
            for scope in scopes_of(row):
                counts[scope] += 1
        write = self.context.formats.count
        self.scope.set_choices(
            [(key, f"{name} {write(counts[key])}" if counts[key] else name) for key, name in names.items()]
        )

    def _write_bar(self) -> None:
        count = len(self.model.checked)
        chosen = self.tr("%n customer(s) chosen", "", count) if count else ""
        self.bar.say(chosen, self.tr("as of {day}").format(day=self.context.formats.day_in_text(self.day)))
        guard(self.context, self.keep_button, able=count > 0)
        self.one_button.setVisible(count == 1)

    # -- keeping --------------------------------------------------------------------------------

    def keep(self) -> None:
        """Ask whether these scores are to be kept as finished assessments."""
        from app.ui.pages.credit.grades.keep_dialog import KeepDialog  # noqa: PLC0415 - loads on first use

        wanted = self.model.checked
        rows = [row for row in self.rows or () if row.customer_id in wanted]
        if rows and writable(self.context):
            dialog = KeepDialog(self.context, rows, self.day, self.people, self)
            dialog.saved.connect(self._on_kept)
            open_for(self, dialog)

    def _on_kept(self, *_: object) -> None:
        self.model.clear_checks()
        self.kept.emit()
        self.run()

    def _one(self) -> None:
        for customer_id in self.model.checked:
            self.opened.emit(customer_id)
            break

    # -- export and words -----------------------------------------------------------------------

    def _open_export(self) -> None:
        exports = TableExports(self.context, self)
        at = self.export_button.mapToGlobal(QPoint(0, self.export_button.height()))
        exports.menu(partial(self._export, exports)).popup(at)

    def _export(self, exports: TableExports, file_format: str) -> None:
        rows, formats = {row.customer_id: row for row in self.model.shown()}, self.context.formats
        lang = formats.lang

        def read(ids: Sequence[int], _control: Control) -> Sequence[object]:
            return [rows[each] for each in ids]

        cells: dict[str, tuple[ColumnKind, Callable[[RescoreRow], TableCell]]] = {
            "name": (ColumnKind.TEXT, lambda row: formats.name(row.name, row.name_en)),
            "was": (ColumnKind.TEXT, lambda row: row.was.value if row.was else ""),
            "now": (ColumnKind.TEXT, lambda row: row.now.value),
            "score": (ColumnKind.TEXT, lambda row: str(row.score)),
            "change": (ColumnKind.TEXT, _change),
            "coverage": (ColumnKind.PERCENT, lambda row: row.coverage / 100),
            "card": (ColumnKind.TEXT, lambda row: card_name(row.card, lang)),
            "why": (ColumnKind.TEXT, lambda row: why_in_full(row, lang)),
        }
        title = self.tr("Scored again as of {day}").format(day=self.day.isoformat())
        exports.table(self.table.view, list(rows), read, cells, title, file_format, [self.scope.text])

    def retranslate(self) -> None:
        """Write every text of the view."""
        self.run_button.setText(self.tr("Score everybody"))
        self.stop_button.setText(self.tr("Cancel"))
        self.scope.setAccessibleName(self.tr("Which customers"))
        self.search.set_placeholder(self.tr("Customer or code"))
        self.table.view.setAccessibleName(self.tr("Customers scored again"))
        self.export_button.setText(self.tr("Export"))
        self.keep_button.setText(self.tr("Keep as assessments…"))
        self.one_button.setText(self.tr("Score by hand"))
        self._write_scope()
        self.model.set_columns(rescored_columns(self))
        self._narrow()
        self._write()
        self._write_bar()


def _change(row: RescoreRow) -> str:
    """How the score moved, with its sign; empty where there was none."""
    if row.was_score is None:
        return ""
    moved = row.score - row.was_score
    return f"+{points(moved)}" if moved > 0 else points(moved)


def rescored_columns(view: Rescored) -> list[Column[RescoreRow]]:
    """Who, was and now, score with its change, coverage, why."""
    formats = view.context.formats
    lang = formats.lang

    def was(row: RescoreRow) -> Cell:
        return Cell(row.was.value, chip=f"grade.{row.was}") if row.was else Cell(DASH, tone="tertiary")

    def now(row: RescoreRow) -> Cell:
        icon = "arrow-down" if row.moved > 0 else "arrow-up" if row.moved < 0 else ""
        return Cell(row.now.value, chip=f"grade.{row.now}", tip=icon and why_in_full(row, lang))

    def change(row: RescoreRow) -> Cell:
        text = _change(row)
        if not text:
            return Cell(DASH, tone="tertiary")
        falls = row.was_score is not None and row.score < row.was_score
        return Cell(text, tone="danger" if falls and row.moved > 0 else "secondary")

    def coverage(row: RescoreRow) -> Cell:
        return Cell(f"{points(row.coverage)}%", tone="" if row.sufficient else "warn")

    return [
        text_column("name", lambda: translate("Grades", "Customer"),
                    lambda row: formats.name(row.name, row.name_en), strong=True, width=210, min_width=150,
                    stretch=2, fixed=True),
        Column("was", lambda: translate("Grades", "Was"), was, value=lambda row: row.was and row.was.value,
               width=56, min_width=52, align=Align.CENTER, fixed=True),
        Column("now", lambda: translate("Grades", "Now"), now, value=lambda row: row.now.value, width=56,
               min_width=52, align=Align.CENTER, fixed=True),
        Column("score", lambda: translate("Grades", "Score"), lambda row: Cell(points(row.score)),
               value=lambda row: row.score, width=68, min_width=60, align=Align.RIGHT),
        Column("change", lambda: translate("Grades", "Change"), change,
               value=lambda row: None if row.was_score is None else row.score - row.was_score, width=76,
               min_width=68, align=Align.RIGHT),
        Column("coverage", lambda: translate("Grades", "Coverage"), coverage,
               value=lambda row: row.coverage, width=88, min_width=80, align=Align.RIGHT),
        text_column("card", lambda: translate("Grades", "Card"), lambda row: card_name(row.card, lang),
                    tone="secondary", width=120, min_width=96, drop=1),
        Column("why", lambda: translate("Grades", "Why"),
               lambda row: Cell(why_words(row, lang), tone="secondary", tip=why_in_full(row, lang)),
               width=300, min_width=170, stretch=3, sortable=False),
    ]  # fmt: skip
