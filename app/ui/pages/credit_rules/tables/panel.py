"""The tables behind the scorecards, one at a time: countries, industries, ratings, how long grades hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.scoring_tables import TableName
from app.ui.pages.credit_rules.tables.holding import Holding
from app.ui.pages.credit_rules.tables.ratings import Ratings
from app.ui.pages.credit_rules.tables.rows import Rows
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.context import PageContext
    from app.ui.pages.tabbed import TabbedPage

COUNTRIES, INDUSTRIES, RATINGS, HOLDING = "countries", "industries", "ratings", "holding"
_VIEWS = (COUNTRIES, INDUSTRIES, RATINGS, HOLDING)


class TablesPanel(TabPanel):
    """``open(view=…)``: countries, industries, ratings or holding."""

    moves = frozenset({"setting"})

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        self.view = Segmented()
        self.countries = Rows(context, TableName.COUNTRY_RISK)
        self.industries = Rows(context, TableName.INDUSTRY_OUTLOOK)
        self.ratings = Ratings(context)
        self.holding = Holding(context)
        self.stack = QStackedWidget()
        for widget in (self.countries, self.industries, self.ratings, self.holding):
            self.stack.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(self.view)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self.view.chosen.connect(self.show_view)
        self.holding.touched.connect(self.title_changed)

    def open(self, params: Mapping[str, object]) -> None:
        """Show one of the tables."""
        if (view := str(params.get("view", ""))) in _VIEWS:
            self.show_view(view)

    def read(self) -> None:
        """Read the table in view; the others when they are looked at."""
        self._shown().refresh()

    def _shown(self) -> Rows | Ratings | Holding:
        return (self.countries, self.industries, self.ratings, self.holding)[self.stack.currentIndex()]

    def show_view(self, view: str) -> None:
        """Go to a table and read it."""
        self.view.set_current(view)
        self.stack.setCurrentIndex(_VIEWS.index(view))
        self._shown().refresh()

    def search_field(self) -> QWidget | None:
        """Where Ctrl+F goes."""
        shown = self._shown()
        return shown.search if isinstance(shown, Rows) else None

    @property
    def dirty(self) -> bool:
        """Whether figures were typed and not saved."""
        return self.holding.dirty

    def may_leave(self) -> bool:
        """Ask before typed figures are lost."""
        if not self.dirty:
            return True
        self.show_view_quietly(HOLDING)
        self.holding.ask()
        return False

    def show_view_quietly(self, view: str) -> None:
        """Go to a table as it stands."""
        self.view.set_current(view)
        self.stack.setCurrentIndex(_VIEWS.index(view))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("Which table"))
        self.view.set_choices(
            [
                (COUNTRIES, self.tr("Country risk")),
                (INDUSTRIES, self.tr("Industry outlook")),
                (RATINGS, self.tr("Ratings from outside")),
                (HOLDING, self.tr("Validity and loss rates")),
            ]
        )
        for each in (self.countries, self.industries, self.ratings, self.holding):
            each.retranslate()
