"""A field that finds a customer by name, code, identifier or pinyin initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from app.services.customers import CustomerQuery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.customers import CustomerRow
    from app.services.ports import Control
    from app.ui.context import PageContext

_OFFERED = 12
_PAUSE_MS = 120


class CustomerPicker(QLineEdit):
    """``picked`` carries the id once a customer is chosen from the list, 0 when it is no longer."""

    picked = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: Sequence[CustomerRow] = ()
        self._texts = QStringListModel(self)
        self.customer_id = 0
        self._completer = QCompleter(self._texts, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_OFFERED)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._on_text)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.textEdited.connect(self._on_edited)

    def set_customer(self, customer_id: int, name: str) -> None:
        """Show a customer that is known already."""
        self.customer_id = customer_id
        self.setText(name)

    def _on_edited(self) -> None:
        self._found = ()
        if self.customer_id:
            self.customer_id = 0
            self.picked.emit(0)
        self._pause.start()

    def _search(self) -> None:
        text = self.text().strip()
        if not text or self.customer_id:
            return
        service = self._context.company.customers

        def work(_control: Control) -> Sequence[CustomerRow]:
            return service.rows(service.ids(CustomerQuery(text=text))[:_OFFERED])

        self._context.runner.database(work, self._offer, owner=self, key=f"pick.{id(self)}")

    def _offer(self, rows: Sequence[CustomerRow]) -> None:
        if self.customer_id:
            return
        self._found = rows
        self._texts.setStringList([f"{self._called(row)}  {row.code}".strip() for row in rows])
        if not self.hasFocus():
            self.settle()
        elif rows:
            self._completer.complete()

    def _on_text(self, text: str) -> None:
        texts = self._texts.stringList()
        if text in texts:
            self.take(self._found[texts.index(text)])

    def _called(self, row: CustomerRow) -> str:
        """A customer's name in the window's language."""
        return self._context.formats.name(row.name, row.name_en)

    def take(self, row: CustomerRow) -> None:
        """Choose this customer."""
        self._pause.stop()
        self.set_customer(row.id, self._called(row))
        self.picked.emit(row.id)

    def settle(self) -> bool:
        """Take the only match for what is typed; whether a customer is chosen now."""
        if not self.customer_id and self.text().strip():
            typed = self.text().strip().casefold()
            exact = [
                row
                for row in self._found
                if typed in {row.name.casefold(), self._called(row).casefold(), row.code.casefold()}
            ]
            if len(exact) == 1 or len(self._found) == 1:
                self.take((exact or list(self._found))[0])
        return bool(self.customer_id)
