"""What was found out about the file, all of it correctable: sheet, header row, encoding, dates, figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from app.domain.importing import ColumnMap, DateOrder, Role
from app.domain.money import CURRENCIES
from app.ui.i18n import retranslate_on
from app.ui.pages.importing.words import order_name
from app.ui.widgets.labels import label, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.context import PageContext
    from app.ui.pages.importing.flow import ImportFlow

_ENCODINGS = ("utf-8", "gb18030", "utf-16", "cp1252", "big5")
_DELIMITERS = {",": ",", ";": ";", "\t": "Tab", "|": "|"}
_UNITS = (Decimal(1), Decimal(1000), Decimal(10000))
_DATES = (Role.INVOICE_DATE, Role.DUE, Role.PAID_ON)

_TIGHT = 940


class _FileName(QLabel):
    """A name in the room its neighbours leave, cut in the middle whenever that changes."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("type", "bodyStrong")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(72)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._whole = name
        self.setToolTip(plain(name))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._whole, middle, max(72, self.width())))


class FileBar(QFrame):
    """``options`` asks to read the file again, ``columns`` to read its cells otherwise."""

    options = Signal(object)
    columns = Signal(object)

    def __init__(self, context: PageContext, flow: ImportFlow) -> None:
        super().__init__()
        self._context = context
        self._flow = flow
        self.setProperty("area", "card")
        self.setFixedHeight(context.theme.size("control") + 20)
        picture = QLabel()
        context.theme.picture(picture, "table", "textSecondary", 18)
        self._name = _FileName()
        self.sheet, self.encoding, self.delimiter = QComboBox(), QComboBox(), QComboBox()
        self.order, self.unit, self.currency = QComboBox(), QComboBox(), QComboBox()
        self.header = QSpinBox()
        self.header.setRange(0, 200)
        self.header.setFixedWidth(64)
        self.header.setKeyboardTracking(False)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 16, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(picture)
        self._layout.addWidget(self._name, 1)
        self._layout.addSpacing(8)
        self._labels: dict[QWidget, QLabel] = {}
        self._tight = False
        for widget in (
            self.sheet,
            self.header,
            self.encoding,
            self.delimiter,
            self.order,
            self.unit,
            self.currency,
        ):
            self._labels[widget] = label("", "small", "secondary")
            self._labels[widget].setBuddy(widget)
            self._layout.addWidget(self._labels[widget])
            self._layout.addWidget(widget)
        for combo, width in ((self.delimiter, 64), (self.unit, 84), (self.currency, 76)):
            combo.setMaximumWidth(width)
        self._connect()
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the choices keep theirs, and tool tips say what the labels did."""
        super().resizeEvent(event)
        tight = self.width() < _TIGHT
        if tight is not self._tight:
            self._tight = tight
            for widget, named in self._labels.items():
                named.setVisible(not tight and not widget.isHidden())
                widget.setToolTip(named.text() if tight else "")

    def _connect(self) -> None:
        self.sheet.activated.connect(lambda _: self._option(sheet=self.sheet.currentText()))
        self.encoding.activated.connect(lambda _: self._option(encoding=self.encoding.currentText()))
        self.delimiter.activated.connect(lambda _: self._option(delimiter=self.delimiter.currentData()))
        self.header.valueChanged.connect(self._on_header)
        self.order.activated.connect(self._on_order)
        self.unit.activated.connect(lambda _: self._map(unit=self.unit.currentData()))
        self.currency.activated.connect(lambda _: self._map(currency=self.currency.currentData()))

    def _option(self, **chosen: object) -> None:
        self.options.emit(replace(self._flow.draft.options, **chosen))  # type: ignore[arg-type]  # by name

    def _on_header(self, row: int) -> None:
        table = self._flow.table
        if table is not None and row != table.header_row:
            self._option(header_row=row)

    def _map(self, **chosen: object) -> None:
        if self._flow.columns is not None:
            self.columns.emit(replace(self._flow.columns, **chosen))  # type: ignore[arg-type]  # by name

    def _on_order(self, _place: int) -> None:
        columns = self._flow.columns
        if columns is not None:
            order = DateOrder(self.order.currentData())  # Qt hands a text enum back as plain text
            orders = {at: order for role, at in columns.columns.items() if role in _DATES}
            self.columns.emit(replace(columns, date_orders={**columns.date_orders, **orders}, ambiguous=()))

    def refresh(self) -> None:
        """Show what holds for the table read last."""
        table, columns = self._flow.table, self._flow.columns
        if table is None or columns is None:
            return
        self._name.set_name(self.tr("Pasted rows") if not self._flow.draft.path else table.name)
        self._fill(self.sheet, [(each, each) for each in table.sheets], table.sheet)
        encodings = dict.fromkeys((table.encoding, *_ENCODINGS)) if table.encoding else {}
        self._fill(self.encoding, [(each, each) for each in encodings], table.encoding)
        delimiters = _DELIMITERS if table.delimiter else {}
        self._fill(self.delimiter, [(text, each) for each, text in delimiters.items()], table.delimiter)
        self.header.blockSignals(True)
        self.header.setValue(table.header_row)
        self.header.blockSignals(False)
        self._fill_map(columns)

    def _fill_map(self, columns: ColumnMap) -> None:
        dated = [at for role, at in columns.columns.items() if role in _DATES]
        asked = any(at in columns.ambiguous for at in dated)
        current = next((columns.date_orders[at] for at in dated if at in columns.date_orders), None)
        orders = [(order_name(order), order) for order in DateOrder] if dated else []
        self._fill(self.order, orders, current)
        self.order.setProperty("state", "error" if asked else "")
        self.order.style().unpolish(self.order)
        self.order.style().polish(self.order)
        units = [("1", _UNITS[0]), (self.tr("1,000"), _UNITS[1]), (self.tr("10,000"), _UNITS[2])]
        self._fill(self.unit, units, columns.unit)
        self._fill(self.currency, [(each, each) for each in CURRENCIES], columns.currency)

    def _fill(self, combo: QComboBox, pairs: Sequence[tuple[str, object]], current: object) -> None:
        combo.clear()
        for text, data in pairs:
            combo.addItem(text, data)
        combo.setCurrentIndex(next((i for i, (_, data) in enumerate(pairs) if data == current), 0))
        shown = len(pairs) > 1
        combo.setMinimumWidth(0)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setVisible(shown)
        self._labels[combo].setVisible(shown and not self._tight)

    def retranslate(self) -> None:
        """Write the labels in the language in force."""
        texts = {
            self.sheet: self.tr("Sheet"),
            self.header: self.tr("Header row"),
            self.encoding: self.tr("Encoding"),
            self.delimiter: self.tr("Separator"),
            self.order: self.tr("Dates"),
            self.unit: self.tr("Unit"),
            self.currency: self.tr("Currency"),
        }
        for widget, text in texts.items():
            self._labels[widget].setText(text)
            widget.setAccessibleName(text)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        retranslate_on(event, self)
        super().changeEvent(event)
