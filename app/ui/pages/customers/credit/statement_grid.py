"""A grid to type a statement into: its lines, what follows from them, and the period before to compare."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.domain.financials import Figures, Line, completed
from app.domain.money import exponent, round_minor
from app.domain.problem import DomainError
from app.ui.pages.customers.credit.statement_rows import SECTIONS, TOTALS, section_title
from app.ui.widgets.money_edit import parse_number
from app.words import say
from app.words.formats import MINUS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

    from app.ui.context import PageContext

NAME, TYPED, FOLLOWS, BEFORE = range(4)
_ROW, _EDGE = 30, 4
_LARGEST = Decimal(10) ** 14
_LOCKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Namer = "Callable[[Sequence[str], Callable[[Sequence[Line | None]], None]], None]"
"""Asks which lines names stand for, and hands the answers on."""


def in_unit(minor: int, currency: str, unit: int) -> str:
    """An amount as the paper writes it: in units, thousands or ten thousands, no decimal too many."""
    value = Decimal(minor).scaleb(-exponent(currency)) / unit
    if value == value.to_integral_value():
        text = f"{abs(value):,.0f}"
    else:
        text = f"{abs(value):,.{exponent(currency)}f}" if unit == 1 else f"{abs(value.normalize()):,f}"
    return f"{MINUS if value < 0 else ''}{text}"


def minor_of(text: str, currency: str, unit: int) -> int:
    """What was typed, in minor units; ``DomainError`` where it is no amount."""
    value = parse_number(text) * unit
    if abs(value) >= _LARGEST:
        raise DomainError("money.not_a_number", text=text)
    return round_minor(value.scaleb(exponent(currency)))


class StatementGrid(QTableWidget):
    """``figures`` are the lines typed, in minor units; ``changed`` says that they are others now."""

    changed = Signal()
    unknown = Signal(object)
    """Names of a paste that no line of ours takes up."""

    def __init__(
        self, context: PageContext, namer: Callable[..., None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._namer = context, namer
        self.currency, self.unit = "CNY", 1
        self._places: dict[Line, int] = {}
        self._before: Figures = {}
        self.setColumnCount(4)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves: it would go round through the cells for ever
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill()
        self.cellChanged.connect(self._on_changed)

    def _fill(self) -> None:
        lang, theme = self._context.formats.lang, self._context.theme
        self.setRowCount(sum(1 + len(lines) for _, lines in SECTIONS))
        row = 0
        for key, lines in SECTIONS:
            for column in range(4):
                made = self._locked("" if column else section_title(key))
                made.setFlags(Qt.ItemFlag.ItemIsEnabled)
                if column == NAME:
                    made.setFont(theme.font("bodyStrong"))
                self.setItem(row, column, made)
            row += 1
            for line in lines:
                self._places[line] = row
                name = self._locked(say(f"line.{line}", lang))
                if line in TOTALS:
                    name.setFont(theme.font("bodyStrong"))
                self.setItem(row, NAME, name)
                typed = QTableWidgetItem()
                typed.setTextAlignment(_RIGHT)
                typed.setBackground(QBrush(theme.color("rowHover")))
                self.setItem(row, TYPED, typed)
                for column in (FOLLOWS, BEFORE):
                    made = self._locked("")
                    made.setTextAlignment(_RIGHT)
                    made.setForeground(QBrush(theme.color("textSecondary")))
                    self.setItem(row, column, made)
                row += 1
        self.setFixedHeight(self.rowCount() * _ROW + self.horizontalHeader().sizeHint().height() + _EDGE)
        head = self.horizontalHeader()
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (TYPED, FOLLOWS, BEFORE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, 150)
        self.setCurrentCell(1, TYPED)

    def _locked(self, text: str) -> QTableWidgetItem:
        made = QTableWidgetItem(text)
        made.setFlags(_LOCKED)
        return made

    # -- content --------------------------------------------------------------------------------

    def set_titles(self, titles: Sequence[str]) -> None:
        """What stands above the four columns."""
        self.setHorizontalHeaderLabels(list(titles))
        for column in range(1, 4):
            if (item := self.horizontalHeaderItem(column)) is not None:
                item.setTextAlignment(_RIGHT)
        if (item := self.horizontalHeaderItem(NAME)) is not None:
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_money(self, currency: str, unit: int) -> None:
        """What the typed numbers are of from now on."""
        self.currency, self.unit = currency, unit
        self._follow()

    def set_figures(self, figures: Figures) -> None:
        """Show these, in minor units."""
        self.blockSignals(True)
        for line, row in self._places.items():
            self._item(row, TYPED).setText(
                in_unit(figures[line], self.currency, self.unit) if line in figures else ""
            )
        self.blockSignals(False)
        self._follow()

    def set_before(self, figures: Figures) -> None:
        """The period before, to compare with."""
        self._before = figures
        self.setColumnHidden(BEFORE, not figures)
        self._follow()

    def figures(self) -> dict[Line, int]:
        """The lines typed, those that are no number left out."""
        found = {}
        for line, row in self._places.items():
            text = self._item(row, TYPED).text().strip()
            if not text:
                continue
            try:
                found[line] = minor_of(text, self.currency, self.unit)
            except DomainError:
                continue
        return found

    def wrong(self) -> list[Line]:
        """Lines in which something stands that is no number."""
        return [line for line, row in self._places.items() if self._bad(self._item(row, TYPED).text())]

    def text_of(self, line: Line) -> str:
        """What stands in a line."""
        return self._item(self._places[line], TYPED).text()

    def go_to(self, line: Line) -> None:
        """Take the keyboard to a line."""
        self.setFocus()
        self.setCurrentCell(self._places[line], TYPED)

    def _bad(self, text: str) -> bool:
        try:
            return bool(text.strip()) and minor_of(text, self.currency, self.unit) is None
        except DomainError:
            return True

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        found = self.item(row, column)
        assert found is not None  # noqa: S101 - tells the type checker what it is
        return found

    def _on_changed(self, row: int, column: int) -> None:
        if column == TYPED:
            self._tidy(row)
            self._follow()
            self.changed.emit()

    def _tidy(self, row: int) -> None:
        """Write a number as others are written; leave what is none for the form to name."""
        item = self._item(row, TYPED)
        try:
            minor = minor_of(item.text(), self.currency, self.unit) if item.text().strip() else None
        except DomainError:
            return
        if minor is not None:
            self.blockSignals(True)
            item.setText(in_unit(minor, self.currency, self.unit))
            self.blockSignals(False)

    def _follow(self) -> None:
        """Write what follows from the lines typed, and mark what is no number."""
        typed, theme = self.figures(), self._context.theme
        follows = completed(typed)
        self.blockSignals(True)
        for line, row in self._places.items():
            worked = follows[line] if line in follows and line not in typed else None
            self._item(row, FOLLOWS).setText(
                "" if worked is None else in_unit(worked, self.currency, self.unit)
            )
            before = self._before.get(line)
            self._item(row, BEFORE).setText(
                "" if before is None else in_unit(before, self.currency, self.unit)
            )
            bad = self._bad(self._item(row, TYPED).text())
            self._item(row, TYPED).setForeground(QBrush(theme.color("status.danger.text" if bad else "text")))
        self.blockSignals(False)

    # -- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes into the cell, Delete empties it, paste takes a column or names with numbers."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            if self.currentRow() >= 0:
                at = self._item(self.currentRow(), self.currentColumn())
                QGuiApplication.clipboard().setText(at.text())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            for item in self.selectedItems():
                if item.column() == TYPED and item.flags() & Qt.ItemFlag.ItemIsEditable:
                    item.setText("")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentColumn() == TYPED and self.state() is not self.State.EditingState:
                self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter or Tab the next line waits for its number, after Shift+Tab the one above."""
        back, onward = hint.EditPreviousItem, {hint.SubmitModelCache, hint.NoHint, hint.EditNextItem}
        row, lines = self.currentRow(), self._places.values()
        super().closeEditor(editor, hint.NoHint if hint in {back, hint.EditNextItem} else hint)
        found = [each for each in lines if each < row] if hint == back else []
        found = [-each for each in lines if each > row] if hint in onward else found
        if found:
            self.setCurrentCell(abs(max(found)), TYPED)

    # -- pasting --------------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """A column of numbers goes down from the current line; names with numbers find their lines."""
        rows = [line.split("\t") for line in text.replace("\r", "").split("\n")]
        rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
        named = [(row[0], _first_number(row[1:])) for row in rows if len(row) > 1]
        if named and any(_no_number(name) for name, _ in named):
            self._namer([name for name, _ in named], lambda lines: self._take(named, lines))
        else:
            self._take_column([row[0] for row in rows])

    def _take_column(self, cells: Iterable[str]) -> None:
        places = sorted(row for row in self._places.values() if row >= self.currentRow())
        self._write(dict(zip(places, cells, strict=False)))

    def _take(self, named: Sequence[tuple[str, str]], lines: Sequence[Line | None]) -> None:
        found: dict[int, str] = {}
        for (_, amount), line in zip(named, lines, strict=True):
            if line is not None and amount:
                found.setdefault(self._places[line], amount)
        self._write(found)
        lost = [name for (name, amount), line in zip(named, lines, strict=True) if line is None and amount]
        self.unknown.emit(lost)

    def _write(self, cells: dict[int, str]) -> None:
        self.blockSignals(True)
        for row, text in cells.items():
            self._item(row, TYPED).setText("" if text in {"-", "–", "—"} else text)
        self.blockSignals(False)
        for row in cells:
            self._tidy(row)
        self._follow()
        self.changed.emit()


def _no_number(text: str) -> bool:
    try:
        parse_number(text)
    except DomainError:
        return bool(text)
    return False


def _first_number(cells: Sequence[str]) -> str:
    return next((cell for cell in cells if cell and not _no_number(cell)), "")
