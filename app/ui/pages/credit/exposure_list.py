"""What is at risk with a customer, piece by piece; each piece opens to the rows behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.exposure import Piece
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, line
from app.ui.widgets.layouts import clear
from app.ui.widgets.line_list import Line, LineList
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from app.domain.exposure import ExposureRow, ExposureView
    from app.ui.context import PageContext

translate = QCoreApplication.translate


class ExposureList(QWidget):
    """Pieces with their amounts in one currency; the chosen one's rows stand below them."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.view: ExposureView | None = None
        self.piece = ""
        self._buttons: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.rows = LineList(context.theme)
        self.rows.opened.connect(self._open)
        self._missing = label("", "small", "warn", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._grid)
        layout.addWidget(self._missing)
        layout.addWidget(self.rows)

    def show_exposure(self, view: ExposureView | None) -> None:
        """Show this instead of what is there."""
        self.view = view
        clear(self._grid)
        self._buttons = {}
        pieces = [(piece, amount) for piece, amount in view.exposure.pieces if amount] if view else []
        for place, (piece, amount) in enumerate(pieces):
            self._add(place, piece, amount)
        if view is not None:
            self._total(len(pieces), view)
        if self.piece not in self._buttons:
            self.piece = ""
        missing = ", ".join(view.missing) if view else ""
        text = translate("ExposureList", "Without a rate, and so left out: {currencies}")
        self._missing.setText(text.format(currencies=missing))
        self._missing.setVisible(bool(missing))
        self._show_rows()

    def _add(self, place: int, piece: Piece, amount: int) -> None:
        assert self.view is not None  # noqa: S101 - tells the type checker what it is
        formats = self._context.formats
        name, money = say(f"exposure.{piece}", formats.lang), formats.whole(amount, self.view.currency)
        made = button(self._context.theme, name, "link", "chevron-right", partial(self.choose, piece.value))
        made.setAccessibleName(f"{name} {money}")
        self._buttons[piece.value] = made
        self._grid.addWidget(made, place, 0, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(label(money, "body"), place, 1, Qt.AlignmentFlag.AlignRight)

    def _total(self, place: int, view: ExposureView) -> None:
        self._grid.addWidget(line(strong=True), place, 0, 1, 2)
        name = translate("ExposureList", "At risk, {currency}").format(currency=view.currency)
        money = self._context.formats.whole(view.exposure.total, view.currency)
        self._grid.addWidget(label(name, "bodyStrong", strong=True), place + 1, 0)
        total = label(money, "bodyStrong", strong=True)
        self._grid.addWidget(total, place + 1, 1, Qt.AlignmentFlag.AlignRight)

    def choose(self, piece: str) -> None:
        """Show the rows of a piece, or put them away again."""
        self.piece = "" if piece == self.piece else piece
        self._show_rows()

    def _show_rows(self) -> None:
        for piece, made in self._buttons.items():
            chosen = piece == self.piece
            self._context.theme.dress(made, "chevron-down" if chosen else "chevron-right", "accentText")
        found = self._found()
        self.rows.show_lines([self._line(place, row) for place, row in enumerate(found)])
        self.rows.setVisible(bool(found))
        self.rows.setAccessibleName(
            say(f"exposure.{self.piece}", self._context.formats.lang) if found else ""
        )

    def _found(self) -> Sequence[ExposureRow]:
        return [row for row in self.view.rows if row.piece == self.piece] if self.view and self.piece else []

    def _line(self, place: int, row: ExposureRow) -> Line:
        formats = self._context.formats
        money = formats.money(row.amount, row.currency)
        due = translate("ExposureList", "due {day}").format(day=formats.day(row.due)) if row.due else ""
        return Line(place, formats.day(row.on), f"{row.number}  {money}", due)

    def _open(self, place: int) -> None:
        """To the document, the bill or the order."""
        row, go = self._found()[place], self._context.navigator.go
        if not row.row_id:
            return  # read back from the record: the document may be gone
        if row.kind == "order":
            go("credit", tab="check", customer_id=row.customer_id, order_id=row.row_id)
        elif row.piece == Piece.BILLS_HELD:
            go("bank", tab="bills", bill_id=row.row_id)
        else:
            go("customers", document_id=row.row_id)
