"""How grades moved: a matrix from–to whose cells open their customers, and the list of moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout

from app.domain.scorecard import GRADES
from app.ui.i18n import Retranslated
from app.ui.models.row_table import RowTable
from app.ui.pages.health.measures.people_detail import Person
from app.ui.pages.health.risk.columns import move_columns
from app.ui.tables.data_table import DataTable
from app.ui.widgets.card import Card
from app.ui.widgets.heat_map import ALL, Heat, HeatCell, HeatMap, HeatRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.services.health_views import Migration, Moved
    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures

translate = QCoreApplication.translate
_KNOWN = tuple(grade.value for grade in GRADES)
_WORSE = 3
"""How dark a cell of customers that got one grade weaker is; a grade more is a step darker."""
_LOW, _WIDE = 300, 860


def grades_of(rows: Sequence[Moved]) -> tuple[str, ...]:
    """The grades, and none at all where somebody had none on one of the days."""
    without = any(not one.before or not one.after for one in rows)
    return (*_KNOWN, "") if without else _KNOWN


def matrix_of(rows: Sequence[Moved]) -> Heat:
    """From the grade in the row to that in the column; darker the further a customer fell."""
    nobody = translate("Measures", "none")
    grades = grades_of(rows)

    def cell(found: Sequence[Moved], severity: int = 0) -> HeatCell:
        return HeatCell(str(len(found)), "", severity) if found else HeatCell()

    made = []
    for place, before in enumerate(grades):
        mine = [one for one in rows if one.before == before]
        cells = []
        for column, after in enumerate(grades):
            fell = column - place if before and after else 0
            severity = min(_WORSE + fell - 1, 5) if fell > 0 else 1 if before == after else 0
            cells.append(cell([one for one in mine if one.after == after], severity))
        made.append(HeatRow(before or nobody, tuple(cells), cell(mine), before))
    totals = tuple(cell([one for one in rows if one.after == after]) for after in grades)
    return Heat(
        translate("Measures", "From"),
        tuple(one or nobody for one in grades),
        tuple(made),
        totals,
        cell(rows),
        translate("Measures", "Total"),
    )


class MovesCards(Retranslated):
    """``show_moves`` fills both cards."""

    def __init__(self, context: PageContext, measures: Measures) -> None:
        super().__init__()
        self._context, self._measures = context, measures
        self.found: Migration | None = None
        self.rows: Sequence[Moved] = ()
        self._base = "CNY"
        theme = context.theme
        self.matrix_card, self.list_card = Card(theme, " "), Card(theme, " ", padded=False)
        self.matrix = HeatMap(theme)
        self.matrix_card.body.addWidget(self.matrix, 1)
        self.table = DataTable(theme, "health.moves", context.preferences, framed=False, empty_icon="users")
        self.model: RowTable[Moved] = RowTable([], context.runner, lambda row: row.customer_id, parent=self)
        self.table.set_model(self.model)
        self.table.setMinimumHeight(_LOW)
        self.list_card.body.setContentsMargins(0, 0, 0, 0)
        self.list_card.body.addWidget(self.table, 1)
        self._both = layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.matrix_card, 1)
        layout.addWidget(self.list_card, 1)
        self.matrix.activated.connect(self._open_cell)
        self.table.opened.connect(lambda who: context.navigator.go("customers", customer_id=who, tab="score"))

    def show_moves(self, found: Migration, base: str) -> None:
        """Show how grades moved; those graded on neither day take no part."""
        self.found, self._base = found, base
        self.rows = found.rows
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)
            self.updateGeometry()

    @property
    def moved(self) -> list[Moved]:
        """Those whose grade is another one."""
        return [one for one in self.rows if one.before != one.after]

    def retranslate(self) -> None:
        """Write both in the language in force."""
        self.table.view.setAccessibleName(self.tr("Moves of grades"))
        self.table.say_empty(self.tr("No grade moved."))
        found = self.found
        if found is None:
            return
        formats = self._context.formats
        days = self.tr("from {start} to {end}; customers").format(
            start=formats.day(found.start), end=formats.day(found.end)
        )
        self.matrix_card.set_title(self.tr("Moves of grades"), days)
        moved = self.moved
        worse = sum(one.direction < 0 for one in moved)
        better = sum(one.direction > 0 for one in moved)
        told = self.tr("{worse} weaker · {better} better").format(worse=worse, better=better)
        self.list_card.set_title(self.tr("Who moved"), told)
        self.matrix.show_heat(matrix_of(self.rows), self.tr("Moves of grades"))
        self.model.set_columns(move_columns(formats, self._base))
        self.model.set_rows(moved)

    def _open_cell(self, row: int, column: int) -> None:
        grades = grades_of(self.rows)
        before = None if row == ALL else grades[row]
        after = None if column == ALL else grades[column]
        people = [
            Person(one.customer_id, one.customer, one.balance, f"{one.before or '–'} → {one.after or '–'}")
            for one in self.rows
            if before in {None, one.before} and after in {None, one.after}
        ]
        people.sort(key=lambda one: (-one.balance, one.customer_id))
        nobody, anyone = translate("Measures", "none"), self.tr("any")
        names = [anyone if one is None else one or nobody for one in (before, after)]
        self._measures.open_people(" → ".join(names), people, self._base)
