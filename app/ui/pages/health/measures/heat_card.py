"""The risk map in a card; its cells and totals open their customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.ui.i18n import Retranslated
from app.ui.pages.health.measures.charts import band_names, heat_of, row_name
from app.ui.pages.health.measures.people_detail import Person
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.heat_map import ALL, HeatMap

if TYPE_CHECKING:
    from app.services.health_views import HeatMap as Found
    from app.ui.context import PageContext
    from app.ui.pages.health.measures.desk import Measures

_EMPTY = 220


class HeatCard(Retranslated):
    """``show_map`` fills it."""

    def __init__(self, context: PageContext, measures: Measures) -> None:
        super().__init__()
        self._context, self._measures = context, measures
        self.found: Found | None = None
        self.card = Card(context.theme, " ")
        self.map = HeatMap(context.theme)
        self.empty = EmptyState(context.theme, "users")
        self.empty.setMinimumHeight(_EMPTY)
        self.empty.hide()
        self.card.body.addWidget(self.map, 1)
        self.card.body.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.map.activated.connect(self._open)
        self.empty.action.connect(lambda: context.navigator.go("importing"))

    def show_map(self, found: Found) -> None:
        """Show this map."""
        self.found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Write it in the language in force."""
        found, formats = self.found, self._context.formats
        title = self.tr("Risk map")
        if found is None:
            self.card.set_title(title)
            return
        notes = {
            "grade": self.tr("grade × exposure each, {currency}; darker first"),
            "region": self.tr("region × exposure each, {currency}"),
            "industry": self.tr("industry × exposure each, {currency}"),
        }
        self.card.set_title(title, notes[found.by].format(currency=found.base))
        self.map.setVisible(bool(found.cells))
        self.empty.setVisible(not found.cells)
        self.empty.say(self.tr("Nobody owes anything on this day."), self.tr("Import data"))
        if found.cells:
            self.map.show_heat(heat_of(found, formats), title)

    def _open(self, row: int, column: int) -> None:
        """The customers of a cell, a row, a column, or all."""
        found = self.found
        if found is None:
            return
        rows = set(found.rows) if row == ALL else {found.rows[row]}
        ids = [
            who
            for cell in found.cells
            if cell.row in rows and column in {ALL, cell.band}
            for who in cell.customers
        ]
        ids.sort(key=lambda who: (-found.balances[who], who))
        people = [Person(who, found.names.get(who, ""), found.balances[who]) for who in ids]
        lang = self._context.formats.lang
        told = [] if row == ALL else [row_name(found.rows[row], found.by, lang)]
        told += [] if column == ALL else [band_names(found, self._context.formats)[column]]
        self._measures.open_people(" · ".join(told) or self.tr("All customers"), people, found.base)
