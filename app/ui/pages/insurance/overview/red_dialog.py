"""From which uninsured balance on a buyer is marked red."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.pages.insurance.overview.reading import RED_ABOVE
from app.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext


class RedDialog(FormDialog):
    """Asks for the amount."""

    duty = Duty.RULES

    def __init__(self, context: PageContext, now: int, base: str, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, width=420)
        self.set_head(self.tr("When an uninsured balance is red"), self.tr("Choose"))
        self.amount = MoneyEdit(base)
        self.amount.set_minor(now)
        name = self.tr("Red above ({currency})").format(currency=base)
        self.add_field("amount", self.amount, name, check=self.amount_check(self.amount))
        self.lay("amount")
        self.amount.selectAll()
        self.amount.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep it."""
        settings, minor = self.context.company.settings, self.amount.minor()
        return lambda _control: settings.set(RED_ABOVE, minor)
