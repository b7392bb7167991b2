"""The authority matrix as fields: a line for each role and for named people, an amount for each grade."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.authority import BOUNDLESS, NOTHING, AuthorityLine, AuthorityMatrix, Ceiling, Role
from app.domain.money import exponent, to_major
from app.domain.problem import DomainError
from app.domain.scorecard import GRADES, Grade
from app.ui.dialogs.controls import Choice
from app.ui.widgets.buttons import icon_button, set_name
from app.ui.widgets.chip import Grade as GradeChip
from app.ui.widgets.labels import label
from app.ui.widgets.layouts import clear
from app.ui.widgets.money_edit import MoneyEdit
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.context import PageContext

ANY, UP_TO = "any", "up_to"
_AMOUNT = 116


class _Cell(NamedTuple):
    """Any amount, or one up to which may be granted."""

    kind: Choice
    amount: MoneyEdit


class _Line(NamedTuple):
    """A role's line, or one person's."""

    role: str
    person: str
    cells: dict[Grade, _Cell]


class MatrixEdit(QWidget):
    """``edited`` says that something was typed; lines of people go before those of their roles."""

    edited = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._base = "CNY"
        self.lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)

    def set_base(self, base: str) -> None:
        """In which currency the amounts are."""
        self._base = base

    def put(self, matrix: AuthorityMatrix) -> None:
        """Write a matrix into the fields."""
        self._show(whole(matrix).lines)

    def _show(self, lines: Sequence[AuthorityLine]) -> None:
        clear(self._grid)
        self.lines = []
        self._grid.setColumnStretch(len(GRADES) + 2, 1)
        for column, grade in enumerate(GRADES, 1):
            chip = GradeChip(self._context.theme, grade.value)
            self._grid.addWidget(chip, 0, column, Qt.AlignmentFlag.AlignLeft)
        for place, line in enumerate(lines, 1):
            self._add(place, line)

    def _add(self, place: int, line: AuthorityLine) -> None:
        name = self._name(line.role, line.person)
        self._grid.addWidget(label(name, "body", strong=bool(line.person)), place, 0)
        cells = {}
        for column, grade in enumerate(GRADES, 1):
            cell = self._cell(line.ceilings[grade])
            for each in cell:
                each.setAccessibleName(f"{name}, {grade.value}")
            box = QWidget()
            column_of = QVBoxLayout(box)
            column_of.setContentsMargins(0, 0, 0, 0)
            column_of.setSpacing(2)
            column_of.addWidget(cell.kind)
            column_of.addWidget(cell.amount)
            self._grid.addWidget(box, place, column, Qt.AlignmentFlag.AlignTop)
            cells[grade] = cell
        made = _Line(line.role, line.person, cells)
        self.lines.append(made)
        if line.person:
            drop = icon_button(self._context.theme, "trash-2", "", partial(self.remove, line.person))
            set_name(drop, self.tr("Remove the line of {name}").format(name=line.person))
            self._grid.addWidget(drop, place, len(GRADES) + 1)

    def _name(self, role: str, person: str) -> str:
        return person or say(f"role.{role}", self._context.formats.lang)

    def _cell(self, ceiling: Ceiling) -> _Cell:
        kind = Choice([(UP_TO, self.tr("up to")), (ANY, self.tr("any amount"))])
        kind.choose(ANY if ceiling.amount is None else UP_TO)
        amount = MoneyEdit(self._base)
        if ceiling.amount is not None:
            amount.set_minor(int(ceiling.amount.scaleb(exponent(self._base))))
        for each in (kind, amount):
            each.setFixedWidth(_AMOUNT)
        amount.setVisible(ceiling.amount is not None)
        kind.activated.connect(lambda _at: self._on_kind(kind, amount))
        amount.textEdited.connect(lambda _text: self.edited.emit())
        return _Cell(kind, amount)

    def _on_kind(self, kind: Choice, amount: MoneyEdit) -> None:
        amount.setVisible(kind.value == UP_TO)
        if kind.value == UP_TO and not amount.text():
            amount.set_minor(0)
        self.edited.emit()

    def add_person(self, name: str) -> None:
        """Give somebody a line of their own, to begin with nothing."""
        found = self.value()
        if found is not None and all(line.person != name for line in found.lines):
            nothing = dict.fromkeys(GRADES, NOTHING)
            self.put(AuthorityMatrix((AuthorityLine(nothing, person=name), *found.lines)))
            self.edited.emit()

    def remove(self, name: str) -> None:
        """Take somebody's own line away: the role's holds again."""
        found = self.value()
        if found is not None:
            self.put(AuthorityMatrix(tuple(line for line in found.lines if line.person != name)))
            self.edited.emit()

    def value(self) -> AuthorityMatrix | None:
        """The matrix as typed; None while an amount in it is none."""
        lines = []
        for line in self.lines:
            ceilings = {}
            for grade, cell in line.cells.items():
                ceiling = self._typed(cell)
                if ceiling is None:
                    return None
                ceilings[grade] = ceiling
            lines.append(AuthorityLine(ceilings, "" if line.person else line.role, line.person))
        return AuthorityMatrix(tuple(lines))

    def _typed(self, cell: _Cell) -> Ceiling | None:
        if cell.kind.value == ANY:
            return BOUNDLESS
        try:
            minor = cell.amount.minor()
        except DomainError:
            return None
        if minor is None or minor < 0:
            return None
        return Ceiling(to_major(minor, self._base))


def whole(matrix: AuthorityMatrix) -> AuthorityMatrix:
    """The same matrix with a line for every role and every grade said; people first, by name."""
    roles = {line.role: line for line in reversed(matrix.lines) if not line.person}
    own = sorted((line for line in matrix.lines if line.person), key=lambda line: line.person)
    by_role = [roles.get(role.value, AuthorityLine({}, role.value)) for role in Role]
    return AuthorityMatrix(
        tuple(
            AuthorityLine(
                {grade: line.ceilings.get(grade, NOTHING) for grade in GRADES},
                "" if line.person else line.role,
                line.person,
            )
            for line in (*own, *by_role)
        )
    )
