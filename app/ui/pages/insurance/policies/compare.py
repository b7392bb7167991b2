"""Policies and common shapes side by side, clause by clause: only what differs, or everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from app.domain.table import ColumnKind, Table, TableColumn
from app.ui.i18n import Retranslated
from app.ui.models.columns import Cell, Column
from app.ui.models.row_table import RowTable
from app.ui.pages.exporting import PageExports
from app.ui.pages.insurance.policies.columns import policy_name, value_words
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, literal
from app.ui.widgets.segmented import Segmented
from app.ui.writing import in_force
from app.words import say
from app.words.clause_text import clause_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from app.services.control import Control
    from app.services.policy_views import ClauseRow, Compared, Comparison, PolicyTemplate
    from app.ui.context import PageContext

DIFFERENT, ALL = "different", "all"
MOST = 4
"""So many columns can be read side by side."""


class _Read(NamedTuple):
    """The comparison and the shapes that may be put beside it."""

    comparison: Comparison
    templates: list[PolicyTemplate]


class CompareView(Retranslated):
    """``closed`` leads back to the list; ``opened`` carries a policy and the clause wanted of it."""

    closed = Signal()
    opened = Signal(int, str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.ids: tuple[int, ...] = ()
        self.shapes: tuple[str, ...] = ()
        self.found: Comparison | None = None
        self.templates: Sequence[PolicyTemplate] = ()
        self.buyers: Mapping[int, str] = {}
        theme = context.theme
        self.back_button = button(theme, "", "link", "chevron-left", self.closed.emit)
        self.name = label("", "section")
        self.scope = Segmented()
        self.shape_button = button(theme, "", "normal", "plus", self._open_shapes)
        self.export_button = button(theme, "", "normal", "table", self._open_export)
        self.note = label("", "small", "warn", wrap=True)
        self.table = DataTable(theme, "insurance.compare", empty_icon="list-checks")
        self.model: RowTable[tuple[int, ClauseRow]] = RowTable(
            [], context.runner, lambda pair: pair[0], parent=self
        )
        self.table.set_model(self.model)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back_button)
        head.addWidget(self.name)
        head.addStretch(1)
        for widget in (self.scope, self.shape_button, self.export_button):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        self.scope.chosen.connect(self._narrow)
        self.table.opened.connect(self._open_clause)
        self.table.clear_filter.connect(self._show_all)

    # -- reading --------------------------------------------------------------------------------

    def compare(
        self, ids: Sequence[int], buyers: Mapping[int, str], shapes: Sequence[str] | None = None
    ) -> None:
        """Read these policies, and shapes beside them."""
        self.ids, self.buyers = tuple(ids), buyers
        self.shapes = self.shapes if shapes is None else tuple(shapes)
        policies, wanted, also = self.context.company.policies, self.ids, self.shapes

        def work(_control: Control) -> _Read:
            return _Read(policies.compare(wanted, also), policies.templates())

        self.table.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="policy.compare")

    def _failed(self, error: Exception) -> None:
        self.table.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: _Read) -> None:
        self.table.loading.stop()
        self.found, self.templates = found.comparison, found.templates
        self.model.set_columns(self._columns())
        self.model.set_rows(list(enumerate(found.comparison.rows, 1)))
        self._write()
        self._narrow()

    # -- showing --------------------------------------------------------------------------------

    def _title(self, one: Compared) -> str:
        if one.policy is not None:
            return policy_name(one.policy.record)
        lang = self.context.formats.lang
        name = one.template.names.get(lang, one.template.code) if one.template else ""
        return f"{name} *"

    def _columns(self) -> list[Column[tuple[int, ClauseRow]]]:
        found, lang = self.found, self.context.formats.lang
        if found is None:
            return []
        columns: list[Column[tuple[int, ClauseRow]]] = [
            Column("group", lambda: self.tr("Group"),
                   lambda pair: Cell(say(f"clause_group.{pair[1].group}", lang), tone="secondary"), width=150,
                   min_width=110, sortable=False, drop=1),
            Column("clause", lambda: self.tr("Clause"),
                   lambda pair: Cell(clause_name(pair[1].clause, lang), strong=True), width=180,
                   min_width=150, sortable=False, fixed=True),
        ]  # fmt: skip
        for place, one in enumerate(found.columns):
            columns.append(
                Column(
                    f"value{place}",
                    lambda one=one: self._title(one),  # type: ignore[misc]  # bound
                    lambda pair, place=place: self._cell(pair[1], place),  # type: ignore[misc]  # bound
                    width=220,
                    min_width=150,
                    stretch=1,
                    sortable=False,
                    fixed=True,
                )
            )
        return columns

    def words(self, row: ClauseRow, place: int) -> str:
        """What one column says by a clause."""
        assert self.found is not None  # noqa: S101 - tells the type checker
        one = self.found.columns[place]
        return value_words(row.clause, one.terms, one.currency, self.context.formats, self.buyers)

    def _cell(self, row: ClauseRow, place: int) -> Cell:
        text, where = self.words(row, place), row.where[place]
        tip = "\n".join(filter(None, (text, where)))
        first = self.words(row, 0)
        tone = "accent" if row.differs and place and text != first else ""
        liked = in_force().grouped
        return Cell(liked(text), tone=tone, strong=bool(tone), tip=liked(tip))

    def _write(self) -> None:
        found = self.found
        if found is None:
            return
        different = sum(row.differs for row in found.rows)
        choices = [
            (DIFFERENT, self.tr("Only what differs {n}").format(n=different)),
            (ALL, self.tr("All clauses {n}").format(n=len(found.rows))),
        ]
        self.scope.set_choices(choices)
        self.name.setText(self.tr("%n side by side", "", len(found.columns)))
        shapes = any(one.template is not None for one in found.columns)
        self.note.setText("* " + say("template.about", self.context.formats.lang))
        self.note.setVisible(shapes)
        self.shape_button.setEnabled(len(found.columns) < MOST or bool(self.shapes))

    def _narrow(self, *_: object) -> None:
        only = (self.scope.current or DIFFERENT) == DIFFERENT
        self.model.set_filter((lambda pair: pair[1].differs) if only else None)
        self.table.say_empty(self.tr("They say the same by every clause."), self.tr("Show all clauses"))

    def _show_all(self) -> None:
        self.scope.set_current(ALL)
        self._narrow()

    def _open_clause(self, place: int) -> None:
        found = self.found
        rows = found.rows if found is not None else ()
        if found is not None and 0 < place <= len(rows):
            policy = next((one.policy for one in found.columns if one.policy is not None), None)
            if policy is not None:
                self.opened.emit(policy.id, rows[place - 1].clause)

    # -- shapes and exports ---------------------------------------------------------------------

    def shapes_menu(self) -> QMenu:
        """The common shapes; a tick puts one beside the policies or takes it away."""
        menu, lang = QMenu(self), self.context.formats.lang
        room = len(self.ids) + len(self.shapes) < MOST
        for one in self.templates:
            action = menu.addAction(literal(one.names.get(lang, one.code)))
            action.setCheckable(True)
            action.setChecked(one.code in self.shapes)
            action.setEnabled(room or one.code in self.shapes)
            action.triggered.connect(lambda on, code=one.code: self._put(code, on=on))
        return menu

    def _open_shapes(self) -> None:
        at = self.shape_button.mapToGlobal(QPoint(0, self.shape_button.height()))
        self.shapes_menu().popup(at)

    def _put(self, code: str, *, on: bool) -> None:
        rest = [each for each in self.shapes if each != code]
        self.compare(self.ids, self.buyers, [*rest, code] if on else rest)

    def _open_export(self) -> None:
        exports = PageExports(self.context, self)
        menu = exports.menu(lambda file_format: self._export(exports, file_format))
        menu.popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height())))

    def _export(self, exports: PageExports, file_format: str) -> None:
        if self.found is None:
            return
        made, title = self.made(), self.tr("Policies compared")
        company, lang = self.context.company, self.context.formats.lang

        def work(path: Path, _control: Control) -> None:
            company.exports.table(made, path, file_format, lang)

        exports.write(title, file_format, work)

    def made(self) -> Table:
        """The rows shown as a table."""
        found, lang = self.found, self.context.formats.lang
        assert found is not None  # noqa: S101 - asked for with something shown
        heads = [
            TableColumn("group", self.tr("Group"), ColumnKind.TEXT),
            TableColumn("clause", self.tr("Clause"), ColumnKind.TEXT),
        ]
        places = range(len(found.columns))
        heads += [TableColumn(f"value{n}", self._title(found.columns[n]), ColumnKind.TEXT) for n in places]
        rows = tuple(
            (
                say(f"clause_group.{row.group}", lang),
                clause_name(row.clause, lang),
                *(self.words(row, n) for n in places),
            )
            for _, row in self.model.shown()
        )
        return Table(self.tr("Policies compared"), tuple(heads), rows, subtitle=(self.scope.text,))

    def retranslate(self) -> None:
        """Write every text of the comparison."""
        self.back_button.setText(self.tr("Policies"))
        self.scope.setAccessibleName(self.tr("Which clauses"))
        self.shape_button.setText(self.tr("Beside a common shape"))
        self.export_button.setText(self.tr("Export"))
        self.table.view.setAccessibleName(self.tr("Clauses side by side"))
        if self.found is not None:
            self.model.set_columns(self._columns())
            self._write()
            self._narrow()
