"""The drawer of a cell of the map, a move of grades or an age: the customers in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from app.ui.models.columns import Align, Cell, Column, amount_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.pages.tabbed import Detail
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures

translate = QCoreApplication.translate
_HIGH = 420


@dataclass(frozen=True, slots=True)
class Person:
    """A customer, what it owes (base minor units), and a word about it such as "B → C"."""

    customer_id: int
    name: str
    balance: int
    word: str = ""


class PeopleDetail(Detail):
    """``show_people`` fills it; a row opens the customer."""

    def __init__(self, context: PageContext, measures: Measures) -> None:
        super().__init__()
        self.context, self._measures = context, measures
        self.people: Sequence[Person] = ()
        self._title, self._base = "", "CNY"
        self.table = DataTable(context.theme, "health.people", context.preferences, pad=6, empty_icon="users")
        self.model: RowTable[Person] = RowTable([], context.runner, lambda row: row.customer_id, parent=self)
        self.table.set_model(self.model)
        self.table.setMinimumHeight(_HIGH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        self.customer_button = button(context.theme, "", "normal", "building-2", self._open)
        self.foot_layout.addWidget(self.customer_button)
        self.table.opened.connect(lambda _row: self._open())

    def show_people(self, title: str, people: Sequence[Person], base: str) -> None:
        """Show these customers."""
        self._title, self.people, self._base = title, people, base
        self._write()
        if people:
            self.table.view.select_id(people[0].customer_id)

    def write_title(self) -> None:
        """Name the cell at the drawer's head."""
        if self._measures.host.drawer is not None:
            whole = self.context.formats.money(
                sum(one.balance for one in self.people), self._base, whole=True
            )
            count = self.tr("%n customer(s)", "", len(self.people))
            self._measures.host.drawer.set_title(self._title, f"{count} · {whole}")

    def _write(self) -> None:
        self.model.set_columns(self._columns())
        self.model.set_rows(self.people)
        whole = self.context.formats.whole(sum(one.balance for one in self.people), self._base)
        self.model.set_totals(
            {"name": Cell(self.tr("Total"), strong=True), "balance": Cell(whole, strong=True)}
        )
        self.table.say_empty(self.tr("Nobody stands here."))
        self.customer_button.setEnabled(bool(self.people))
        if self._measures.host.shows_detail(self):
            self.write_title()

    def _columns(self) -> list[Column[Person]]:
        columns: list[Column[Person]] = [
            text_column(
                "name",
                lambda: translate("Measures", "Customer"),
                lambda row: row.name,
                strong=True,
                width=140,
                min_width=90,
                stretch=2,
                fixed=True,
            )
        ]
        if any(one.word for one in self.people):
            columns.append(
                text_column(
                    "word",
                    lambda: translate("Measures", "Grade"),
                    lambda row: row.word,
                    width=72,
                    min_width=60,
                    align=Align.CENTER,
                )
            )
        columns.append(
            amount_column(
                "balance",
                lambda: translate("Measures", "Balance"),
                lambda row: row.balance,
                lambda _row: self._base,
                self.context.formats,
                whole=True,
                zero_dash=True,
                width=100,
                min_width=84,
            )
        )
        return columns

    def _open(self) -> None:
        who = self.table.view.current_id()
        if who:
            self.context.navigator.go("customers", customer_id=who)

    def retranslate(self) -> None:
        """Write every text of the drawer."""
        self.customer_button.setText(self.tr("Open the customer"))
        self.table.view.setAccessibleName(self.tr("Customers"))
        self._write()
