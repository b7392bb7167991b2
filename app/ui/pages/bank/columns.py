"""Step 2 for tables alone: which column of the bank's export is what, and how its lines read by that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.bank_file import MANY_COLUMNS, BankColumns, BankRole, RawBankLine
from app.domain.importing import DateOrder
from app.domain.money import CURRENCIES
from app.ui.i18n import Retranslated
from app.ui.models.columns import Column, amount_column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.bank.words import role_name
from app.ui.pages.importing.words import order_name
from app.ui.tables.data_table import DataTable
from app.ui.widgets.card import Card
from app.ui.widgets.cell_choice import CellChoice
from app.ui.widgets.labels import label, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.domain.importing import RawTable
    from app.ui.context import PageContext
    from app.ui.pages.bank.flow import BankFlow

_COLUMN, _SAMPLE, _FIELD = range(3)
_WIDE, _ABREAST, _LAST_HEADER = 900, 3, 200
_ENCODINGS = ("utf-8", "gb18030", "utf-16", "cp1252", "big5")


class ColumnsPanel(Retranslated):
    """``mapped`` carries the columns the user chose otherwise."""

    mapped = Signal(object)

    def __init__(self, context: PageContext, flow: BankFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        theme = context.theme
        self.card, self.preview_card = Card(theme, " ", padded=False), Card(theme, " ", padded=False)
        self.table = QTableWidget(0, 3)
        self.order, self.decimal, self.currency = CellChoice(), CellChoice(), CellChoice()
        self.sheet, self.encoding, self.header = CellChoice(), CellChoice(), QSpinBox()
        self.header.setRange(0, _LAST_HEADER)
        self.header.setKeyboardTracking(False)
        self.header.lineEdit().setTextMargins(8, 0, 8, 0)
        self._labels: dict[QWidget, QLabel] = {
            each: label("", "small", "secondary") for each in self._options()
        }
        self.lines = DataTable(theme, "bank.preview", context.preferences, framed=False)
        self.model: RowTable[RawBankLine] = RowTable(
            self._line_columns(), context.runner, lambda line: line.row, parent=self
        )
        self.lines.set_model(self.model)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._dress_table()
        self._lay_out()
        self.order.activated.connect(lambda _at: self._option(date_order=self.order.currentData()))
        self.decimal.activated.connect(lambda _at: self._option(decimal=self.decimal.currentData()))
        self.currency.activated.connect(lambda _at: self._option(currency=self.currency.currentData()))
        self.header.valueChanged.connect(lambda row: flow.reread(header_row=row, mapping=None))
        self.encoding.activated.connect(lambda _at: flow.reread(encoding=self.encoding.currentData()))
        self.sheet.activated.connect(lambda _at: flow.reread(sheet=self.sheet.currentData(), header_row=None))
        self.retranslate()

    def _options(self) -> tuple[QComboBox | QSpinBox, ...]:
        return (self.order, self.decimal, self.currency, self.header, self.encoding, self.sheet)

    def _dress_table(self) -> None:
        table = self.table
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._context.theme.size("control") + 8)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setWordWrap(False)
        table.setStyleSheet("QTableView::item { padding: 0 8px; }")  # as the header's
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(_COLUMN, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_SAMPLE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(_FIELD, 188)

    def _lay_out(self) -> None:
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(16)
        options = QGridLayout()
        options.setContentsMargins(16, 0, 16, 4)
        options.setHorizontalSpacing(8)
        options.setVerticalSpacing(2)
        for place, control in enumerate(self._options()):
            if isinstance(control, QComboBox):
                control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self._labels[control].setBuddy(control)
            row, column = 2 * (place // _ABREAST), place % _ABREAST
            options.addWidget(self._labels[control], row, column)
            options.addWidget(control, row + 1, column)
            options.setColumnStretch(column, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(options)
        left.addWidget(self.table, 1)
        self.card.body.addLayout(left)
        self.preview_card.body.addWidget(self.lines)
        self._pair.addWidget(self.card, 4)
        self._pair.addWidget(self.preview_card, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._pair.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    # -- showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the columns of the file read last and its lines as they read now."""
        file = self._flow.file
        if file is None or file.table is None or file.mapping is None:
            return
        mapping, header = file.mapping, file.table.header
        of_column = {at: role for role, places in mapping.columns.items() for at in places}
        self.table.setRowCount(len(header))
        for at, title in enumerate(header):
            self._put(at, _COLUMN, title or self.tr("Column {n}").format(n=at + 1), strong=True)
            self._put(at, _SAMPLE, self._sample(at))
            self.table.setCellWidget(at, _FIELD, self._role_choice(at, of_column.get(at), title))
        self._fill(self.order, [(order_name(each), each) for each in DateOrder], mapping.date_order)
        self._fill(self.decimal, [("1,234.56", "."), ("1.234,56", ",")], mapping.decimal)
        self._fill_table(file.table)
        own = (self.tr("Account's own"), "")
        self._fill(self.currency, [own, *((each, each) for each in CURRENCIES)], mapping.currency)
        self.model.set_columns(self._line_columns())
        self.model.set_rows(file.lines)
        count = self._context.formats.count(len(file.lines))
        self.preview_card.set_title(self.tr("Lines as they read now"), count)
        self.lines.say_empty(self.tr("No line reads as a payment yet. Assign date and amount."))

    def _fill_table(self, table: RawTable) -> None:
        """How the file itself was read: header row, encoding (text files), sheet (workbooks)."""
        self.header.blockSignals(True)
        self.header.setValue(table.header_row)
        self.header.blockSignals(False)
        encodings = dict.fromkeys((table.encoding, *_ENCODINGS)) if table.encoding else {}
        self._fill(self.encoding, [(each, each) for each in encodings], table.encoding)
        self._fill(self.sheet, [(each, each) for each in table.sheets], table.sheet)
        for control in (self.encoding, self.sheet):
            for widget in (control, self._labels[control]):
                widget.setVisible(control.count() > 1)

    def _sample(self, at: int) -> str:
        file = self._flow.file
        if file is None or file.table is None:
            return ""
        first = file.table.header_row + max(0, file.table.header_rows - 1)
        cells = (row[at] for row in file.table.rows[first : first + 20] if at < len(row))
        return next((str(cell) for cell in cells if cell not in {None, ""}), "")

    def _put(self, row: int, column: int, text: str, *, strong: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(plain(text))
        theme = self._context.theme
        item.setFont(theme.font("bodyStrong" if strong else "small"))
        item.setForeground(theme.color("text" if strong else "textSecondary"))
        self.table.setItem(row, column, item)

    def _role_choice(self, at: int, role: BankRole | None, title: str) -> QWidget:
        combo = CellChoice()
        combo.setAccessibleName(self.tr("Field for column {title}").format(title=title))
        combo.addItem(self.tr("Not used"), None)
        for each in BankRole:
            combo.addItem(role_name(each), each)
        combo.setCurrentIndex(0 if role is None else list(BankRole).index(role) + 1)
        combo.activated.connect(
            lambda place, at=at: self.assign(at, list(BankRole)[place - 1] if place else None)
        )
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 3, 8, 3)
        layout.addWidget(combo)
        box.setFocusProxy(combo)
        return box

    def _fill(self, combo: QComboBox, pairs: Sequence[tuple[str, object]], current: object) -> None:
        combo.clear()
        for text, data in pairs:
            combo.addItem(text, data)
        combo.setCurrentIndex(next((i for i, (_, data) in enumerate(pairs) if data == current), 0))

    def _line_columns(self) -> list[Column[RawBankLine]]:
        formats = self._context.formats
        return [
            day_column("on", lambda: role_name(BankRole.DATE), lambda line: line.on, formats),
            amount_column(
                "amount", lambda: role_name(BankRole.AMOUNT), lambda line: line.amount,
                lambda line: line.currency, formats, width=116,
            ),
            text_column("currency", lambda: role_name(BankRole.CURRENCY), lambda line: line.currency,
                        tone="secondary", width=64, drop=1),
            text_column("payer", lambda: role_name(BankRole.PAYER), lambda line: line.payer, width=150,
                        stretch=1),
            text_column("text", lambda: role_name(BankRole.TEXT), lambda line: line.text, tone="secondary",
                        width=150, stretch=1),
            text_column("reference", lambda: role_name(BankRole.REFERENCE), lambda line: line.reference,
                        tone="secondary", width=110, drop=2),
        ]  # fmt: skip

    # -- choosing -------------------------------------------------------------------------------

    def assign(self, at: int, role: BankRole | None) -> None:
        """Give a column a field; a field of one column leaves the one that had it before."""
        file = self._flow.file
        if file is None or file.mapping is None:
            return
        kept = {
            each: tuple(place for place in places if place != at)
            for each, places in file.mapping.columns.items()
        }
        if role is not None:
            kept[role] = (*kept.get(role, ()), at) if role in MANY_COLUMNS else (at,)
        self.mapped.emit(replace(file.mapping, columns={each: own for each, own in kept.items() if own}))

    def _option(self, **chosen: object) -> None:
        mapping: BankColumns | None = self._flow.file.mapping if self._flow.file else None
        if mapping is not None:
            order = chosen.get("date_order")
            if order is not None:
                chosen["date_order"] = DateOrder(str(order))  # Qt hands a text enum back as plain text
            self.mapped.emit(replace(mapping, **chosen))  # type: ignore[arg-type]  # by name

    def retranslate(self) -> None:
        """Write titles and fields in the language in force."""
        self.table.setHorizontalHeaderLabels(
            [self.tr("Column in the file"), self.tr("Sample"), self.tr("Field")]
        )
        self.card.set_title(self.tr("Columns"), self.tr("Remembered for this bank's exports"))
        self.table.setAccessibleName(self.tr("Columns"))
        self.preview_card.set_title(self.tr("Lines as they read now"))
        texts = {
            self.order: self.tr("Dates"),
            self.decimal: self.tr("Amounts"),
            self.currency: self.tr("Currency"),
            self.header: self.tr("Header row"),
            self.encoding: self.tr("Encoding"),
            self.sheet: self.tr("Sheet"),
        }
        for combo, text in texts.items():
            self._labels[combo].setText(text)
            combo.setAccessibleName(text)
        self.refresh()
