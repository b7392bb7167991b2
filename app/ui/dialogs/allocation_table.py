"""What a customer still has to pay, and how much of a credit goes to each: typed, filled or proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.domain.money import exponent, to_major
from app.domain.problem import HoldfastError
from app.ui.faults import sentence
from app.ui.models.columns import Align, Cell, Column, amount_column, day_column
from app.ui.models.row_table import RowTable
from app.ui.tables.cell_delegate import CellDelegate
from app.ui.tables.data_table import DataTable
from app.ui.widgets.money_edit import MoneyEdit, parse_amount
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.ui.context import PageContext
    from app.ui.dialogs.facts import Payable
    from app.ui.models.table_model import Index

_LEAST_ROWS, _MOST_ROWS = 3, 6
_PAY = "pay"


class _Shares(RowTable["Payable"]):
    """Payables with an editable share each; shares are minor units by debit id."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__([], context.runner, lambda each: each.row.id, parent=parent)
        self.context = context
        self.shares: dict[int, int] = {}
        self.set_columns(self._share_columns())

    def _share_columns(self) -> list[Column[Payable]]:
        formats = self.context.formats
        return [
            Column(
                "number",
                lambda: self.tr("Document"),
                lambda each: Cell(each.row.number, tip=say(f"kind.{each.row.kind}", formats.lang)),
                value=lambda each: each.row.number,
                width=130,
                stretch=1,
            ),
            day_column("date", lambda: self.tr("Dated"), lambda each: each.row.doc_date, formats, drop=1),
            day_column("due", lambda: self.tr("Due"), lambda each: each.row.due_date, formats),
            amount_column(
                "open",
                lambda: self.tr("Open"),
                lambda each: each.row.open,
                lambda each: each.row.currency,
                formats,
                width=110,
            ),
            Column(
                _PAY,
                lambda: self.tr("Allocate"),
                self._pay,
                value=lambda each: self.shares.get(each.row.id, 0),
                width=120,
                min_width=100,
                align=Align.RIGHT,
                sortable=False,
                fixed=True,
            ),
        ]

    def _pay(self, each: Payable) -> Cell:
        share = self.shares.get(each.row.id, 0)
        text = self.context.formats.amount(share, each.row.currency)
        return Cell(text, strong=True) if share else Cell("–", tone="tertiary")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The share can be typed."""
        found = super().flags(index)
        if index.isValid() and self.columns[index.column()].key == _PAY:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """For the editor, the share as plain figures."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            each = self.row_at(index.row())
            share = self.shares.get(each.row.id, 0)
            places = exponent(each.row.currency)
            return f"{to_major(share, each.row.currency):.{places}f}" if share else ""
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a typed share over; say why not where it does not fit."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        each = self.row_at(index.row())
        text = str(value).strip()
        try:
            share = parse_amount(text, each.row.currency) if text else 0
        except HoldfastError as error:
            self.refused.emit(sentence(error, self.context.formats.lang))
            return False
        if not 0 <= share <= each.row.open:
            amount = self.context.formats.amount(each.row.open, each.row.currency)
            words = self.tr("{number}: enter between 0 and what is open, {open}.")
            self.refused.emit(words.format(number=each.row.number, open=amount))
            return False
        self.put(each.row.id, share)
        return True

    def put(self, debit_id: int, share: int) -> None:
        """Set one share and say that it was set by hand."""
        if share:
            self.shares[debit_id] = share
        else:
            self.shares.pop(debit_id, None)
        self.redraw()
        self.edited.emit()

    def redraw(self) -> None:
        """Show the shares as they are now."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


class _ShareDelegate(CellDelegate):
    """Edits a share in an amount field."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An amount field within the cell."""
        model = index.model()
        assert isinstance(model, _Shares)  # noqa: S101 - tells the type checker what it is
        made = _CellAmount(model.row_at(index.row()).row.currency, parent)
        made.setAccessibleName(model.columns[index.column()].title())
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the share there is."""
        if isinstance(editor, MoneyEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Hand the typed text to the model."""
        if isinstance(editor, MoneyEdit):
            model.setData(index, editor.text())


class _CellAmount(MoneyEdit):
    """Enter ends the cell, not the dialog around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


class AllocationTable(QWidget):
    """``edited`` says that the user changed a share; ``refused`` carries why a typed one was not taken."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.limit: int | None = None
        self.table = DataTable(context.theme, "allocation", None, empty_icon="check")
        self.model = _Shares(context, self)
        self.table.set_model(self.model)
        view = self.table.view
        self._cells = _ShareDelegate(context.theme, view)
        view.setItemDelegateForColumn(self.model.column_of(_PAY), self._cells)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(
            triggers.AnyKeyPressed
            | triggers.EditKeyPressed
            | triggers.DoubleClicked
            | triggers.SelectedClicked
        )
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.selectionModel().currentChanged.connect(self._to_share)
        view.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self.refused)
        self.table.say_empty(self.tr("Nothing is open in this currency."))
        self._fit()

    # -- content --------------------------------------------------------------------------------

    def set_payables(self, payables: Sequence[Payable]) -> None:
        """Show these, oldest due first, without shares."""
        self.model.shares.clear()
        self.model.set_rows(payables)
        self._total()
        self._fit()

    @property
    def payables(self) -> Sequence[Payable]:
        """What can be paid."""
        return self.model.rows

    @property
    def shares(self) -> list[tuple[int, int]]:
        """Debit id and amount of every share above zero, oldest due first."""
        shares = self.model.shares
        return [(each.row.id, shares[each.row.id]) for each in self.model.rows if shares.get(each.row.id)]

    @property
    def allocated(self) -> int:
        """Sum of the shares in minor units."""
        return sum(self.model.shares.values())

    def set_shares(self, shares: Mapping[int, int]) -> None:
        """Show these shares (a proposal)."""
        known = {each.row.id for each in self.model.rows}
        self.model.shares = {key: amount for key, amount in shares.items() if amount and key in known}
        self.model.redraw()
        self._total()

    # -- keyboard -------------------------------------------------------------------------------

    def _to_share(self, now: QModelIndex, _before: QModelIndex) -> None:
        """The keyboard always stands on the share of a row, so that typing begins at once."""
        place = self.model.column_of(_PAY)
        if now.isValid() and now.column() != place:
            self.table.view.setCurrentIndex(self.model.index(now.row(), place))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space fills a row or empties it again; Enter begins to type."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        index = self.table.view.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            self.fill(index.row())
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.table.view.edit(index)
            return True
        return False

    def fill(self, row: int) -> None:
        """Allocate all that is open (or left of the credit) to a row; nothing if it has some."""
        each = self.model.row_at(row)
        if self.model.shares.get(each.row.id):
            self.model.put(each.row.id, 0)
            return
        left = each.row.open if self.limit is None else max(0, self.limit - self.allocated)
        self.model.put(each.row.id, min(each.row.open, left))

    # -- looks ----------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._total()
        self.edited.emit()

    def _total(self) -> None:
        rows = self.model.rows
        if not rows:
            self.model.set_totals({})
            return
        formats, currency = self._context.formats, rows[0].row.currency
        self.model.set_totals(
            {
                "number": Cell(self.tr("Total"), strong=True),
                "open": Cell(formats.amount(sum(each.row.open for each in rows), currency), strong=True),
                _PAY: Cell(formats.amount(self.allocated, currency), strong=True),
            }
        )

    def _fit(self) -> None:
        theme = self._context.theme
        rows = min(max(self.model.rowCount(), _LEAST_ROWS), _MOST_ROWS)
        total = theme.size("totalRow") + 1 if self.model.rowCount() else theme.row_height
        self.table.setFixedHeight(theme.size("tableHeader") + rows * theme.row_height + total + 4)
