"""What the firm can bear: cash and equity typed, or left to what the program finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.domain.duty import Duty
from app.domain.problem import HoldfastError
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.faults import sentence
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.stress_views import Bearing
    from app.ui.context import PageContext


class BearingDialog(FormDialog):
    """An empty field goes back to the forecast and to our own statements."""

    duty = Duty.MEASURE

    def __init__(
        self, context: PageContext, typed: Bearing, currency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, width=620)
        self.set_head(
            self.tr("What the firm can bear"),
            self.tr("Save"),
            self.tr("Every scenario is measured against these two figures."),
        )
        self.cash, self.equity = MoneyEdit(currency), MoneyEdit(currency)
        self.cash.set_minor(typed.cash)
        self.equity.set_minor(typed.equity)
        self.source = QLineEdit(typed.source)
        cash, equity = self.tr("Least cash in 13 weeks"), self.tr("Equity")
        self.add_field(
            "cash",
            self.cash,
            f"{cash} {currency}",
            self.tr("Empty: the lowest point of the cash forecast"),
            lambda: self._readable(self.cash),
        )
        self.add_field(
            "equity",
            self.equity,
            f"{equity} {currency}",
            self.tr("Empty: our newest statement"),
            lambda: self._readable(self.equity),
        )
        self.add_field("source", self.source, self.tr("Source"), self.tr("Who says so, and when"))
        self.lay("cash", "equity")
        self.lay("source")
        self.cash.setFocus()

    def _readable(self, control: MoneyEdit) -> str:
        try:
            control.minor()
        except HoldfastError as error:
            return sentence(error, self.context.formats.lang)
        return ""

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep them."""
        stress, cash, equity = self.context.company.stress, self.cash.minor(), self.equity.minor()
        source = self.source.text().strip()
        return lambda _control: stress.save_bearing(cash, equity, source)
