"""The limit an order must fit, and its group's: limit, used, this order, what is then left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.credit_limit import LimitState
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label, set_tone
from app.ui.widgets.layouts import clear
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.money import Money
    from app.domain.order_check import Pool
    from app.ui.context import PageContext

translate = QCoreApplication.translate
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PoolGrid(QWidget):
    """One row for each limit; its name leads to it."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)

    def show_pools(self, customer_id: int, pools: Sequence[Pool]) -> None:
        """Show these instead."""
        clear(self._grid)
        titles = (
            translate("PoolGrid", "Limit"),
            translate("PoolGrid", "Used"),
            translate("PoolGrid", "This order"),
            translate("PoolGrid", "Then left"),
        )
        for column, title in enumerate(titles, start=1):
            self._grid.addWidget(label(title, "small", "secondary"), 0, column, _RIGHT)
        for row, pool in enumerate(pools, start=1):
            self._add(row, customer_id, pool)

    def _add(self, row: int, customer_id: int, pool: Pool) -> None:
        name = pool.name or translate("PoolGrid", "Own limit")
        lead = button(self._context.theme, name, "link", "gauge")
        lead.clicked.connect(
            lambda _on=False: self._context.navigator.go("credit", tab="limits", customer_id=customer_id)
        )
        self._grid.addWidget(lead, row, 0, Qt.AlignmentFlag.AlignLeft)
        limit = pool.limit.amount if pool.limit.state is LimitState.SET else None
        state = say(f"limit_state.{pool.limit.state}", self._context.formats.lang)
        said = self._money(limit) if limit else state
        left = limit - pool.used - pool.order if limit and pool.order else None
        order = self._money(pool.order) if pool.order else translate("PoolGrid", "no rate")
        after = self._money(left) if left is not None else "–"
        for column, text in enumerate((said, self._money(pool.used), order, after), start=1):
            made = label(text, "body")
            if text is after and left is not None and left.minor < 0:
                set_tone(made, "danger")
            self._grid.addWidget(made, row, column, _RIGHT)

    def _money(self, value: Money) -> str:
        return self._context.formats.money(value.minor, value.currency, whole=True)
