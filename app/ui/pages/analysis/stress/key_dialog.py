"""Choosing the customers whose failure is thought through every year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.duty import Duty
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.check_list import CheckList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_HIGH = 320


class KeyDialog(FormDialog):
    """Pairs of a customer's id and name, those that owe most first."""

    duty = Duty.MEASURE

    def __init__(
        self,
        context: PageContext,
        offered: Sequence[tuple[str, str]],
        chosen: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, width=560)
        self.set_head(
            self.tr("Key customers"),
            self.tr("Save"),
            self.tr("Every year Today asks what would happen if one of them failed."),
        )
        self.list = CheckList()
        self.list.offer(offered, chosen)
        self.list.setFixedHeight(_HIGH)
        self.list.search.setPlaceholderText(self.tr("Search customers"))
        self.list.changed.connect(self.touch)
        text = self.tr("Customers, those that owe most first")
        self.add_field("customers", self.list, text, self.tr("Space checks"))
        self.lay("customers")
        self.list.setFocus()

    def job(self) -> Callable[[Control], ChangeSet]:
        """Keep the choice."""
        stress, ids = self.context.company.stress, [int(one) for one in self.list.values]
        return lambda _control: stress.set_key_customers(ids)
