"""Our own liquidity: figures, trends and the cash gap; and the statements they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.liquidity import LiquidityCode
from app.ui.pages.customers.credit.statement_entries import StatementEntries
from app.ui.pages.customers.credit.statements_view import StatementsView
from app.ui.pages.customers.guard import guard
from app.ui.pages.health.liquidity.figures_view import FiguresView
from app.ui.pages.health.liquidity.reading import read_liquidity
from app.ui.pages.tabbed import TabPanel
from app.ui.widgets.as_of_date import AsOfDate
from app.ui.widgets.buttons import button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import label
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.context import PageContext
    from app.ui.pages.health.liquidity.detail import LiquidityDetail
    from app.ui.pages.health.liquidity.reading import LiquidityRead
    from app.ui.pages.tabbed import TabbedPage

FIGURES, STATEMENTS = "figures", "statements"


class LiquidityPanel(TabPanel):
    """``open(view="statements")`` shows our statements, ``open(figure="current")`` a figure's lines."""

    moves = frozenset(
        {
            "own_statement", "cash_item", "setting", "document", "allocation", "promise", "claim", "company",
            "rate",
        }
    )  # fmt: skip

    def __init__(self, context: PageContext, host: TabbedPage) -> None:
        super().__init__(context, host)
        theme = context.theme
        self.found: LiquidityRead | None = None
        self._detail: LiquidityDetail | None = None
        self._wanted = ""
        self.entries = StatementEntries(context, self)
        self.view = Segmented()
        self.as_of = AsOfDate(theme, context.language, context.company.clock)
        self.import_button = button(theme, "", "normal", "download", self.pick)
        self.add_button = button(theme, "", "normal", "plus", self.add)
        self.loading = LoadingBar(theme)
        self.figures = FiguresView(context)
        self.statements = StatementsView(context, self.entries)
        self.older = label("", "small", "secondary", wrap=True)
        self.older.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.figures)
        self.stack.addWidget(self.statements)
        bar = QWidget()
        filters = FlowLayout(bar)
        for widget in (self.view, self.as_of, self.import_button, self.add_button):
            filters.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(bar)
        layout.addWidget(self.loading)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.older)
        self._connect()

    def _connect(self) -> None:
        self.view.chosen.connect(self.show_view)
        self.as_of.changed.connect(self.read)
        self.figures.opened.connect(self.open_figure)
        self.figures.wanted.connect(self.add)
        self.figures.wanted_cash.connect(lambda: self.context.navigator.go("analysis", tab="cash"))
        self.statements.opened.connect(self.edit)
        self.statements.table.view.fitted.connect(self._say_older)
        self.statements.wanted.connect(self.pick)

    # -- reading --------------------------------------------------------------------------------

    def read(self, *_: object) -> None:
        """Read figures, statements and the cash gap."""
        session, day = self.context.company, self.as_of.day
        self.loading.start()
        self.context.runner.database(
            lambda _control: read_liquidity(session, day),
            self._show,
            failed=self._failed,
            owner=self,
            key="health.liquidity",
        )

    def _failed(self, error: Exception) -> None:
        self.loading.stop()
        self.context.notices.error(error)

    def _show(self, found: LiquidityRead) -> None:
        self.loading.stop()
        self.found = found
        self.figures.show_liquidity(found)
        self.statements.show_content(found.book)
        if self._detail is not None and self.host.shows_detail(self._detail) and self._detail.code:
            if found.found.view is not None:
                self._detail.show_figure(found, self._detail.code)
            elif self.host.drawer is not None:
                self.host.drawer.close_drawer()
        if self._wanted:
            code, self._wanted = self._wanted, ""
            self.open_figure(code)
        self.host.tell_status()

    # -- what can be done -----------------------------------------------------------------------

    def show_view(self, key: str) -> None:
        """The figures, or the statements."""
        if key not in {FIGURES, STATEMENTS}:
            return
        if self.view.current != key:
            self.view.set_current(key)
        self.stack.setCurrentIndex(0 if key == FIGURES else 1)
        self._say_older()
        if key == STATEMENTS and self.host.drawer is not None:
            self.host.drawer.close_drawer()

    def _say_older(self) -> None:
        """How many periods there is no room for, and how to come to them."""
        view = self.statements.table.view
        lost = sum(view.isColumnHidden(place) for place in range(len(view.table().columns)))
        self.older.setText(
            self.tr("No room for %n older period(s): move the date back to see them.", "", lost)
        )
        self.older.setVisible(bool(lost) and self.stack.currentWidget() is self.statements)

    def open_figure(self, code: str) -> None:
        """Show how a figure came about."""
        from app.ui.pages.health.liquidity.detail import LiquidityDetail  # noqa: PLC0415 - on first use

        if self.found is None or self.found.found.view is None or code not in set(LiquidityCode):
            return
        if self._detail is None:
            self._detail = LiquidityDetail(self.context, self)
            self._detail.retranslate()
        self._detail.show_figure(self.found, LiquidityCode(code))
        self.host.show_detail(self._detail, focus=True)
        self._detail.write_title()

    def open_newest(self, line: str = "") -> None:
        """The statement that the figures come from, among the others, at a line of it."""
        self.show_view(STATEMENTS)
        view, model = self.statements.table.view, self.statements.model
        place = next((at for at, row in enumerate(model.rows) if row.key == line), view.currentIndex().row())
        view.setCurrentIndex(model.index(max(0, place), 1))
        view.setFocus()

    def pick(self) -> None:
        """Read statements out of a file."""
        if self.found is not None:
            self.entries.pick_statements(self.found.book)

    def add(self) -> None:
        """Type a period."""
        if self.found is not None:
            self.entries.statement(self.found.book)

    def edit(self, statement_id: int) -> None:
        """Edit a stored statement."""
        for view in self.found.book.statements if self.found is not None else ():
            if view.statement.id == statement_id and self.found is not None:
                self.entries.statement(self.found.book, view.statement)

    # -- TabPanel -------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Which view, or which figure."""
        self.show_view(str(params.get("view", "")))
        figure = str(params.get("figure", ""))
        if figure and self.found is not None:
            self.open_figure(figure)
        else:
            self._wanted = figure

    def status(self) -> str:
        """How many statements there are."""
        if self.found is None:
            return ""
        return self.tr("%n statement(s) of our own", "", len(self.found.book.statements))

    def retranslate(self) -> None:
        """Write every text of the panel."""
        self.view.setAccessibleName(self.tr("What to look at"))
        self.view.set_choices([(FIGURES, self.tr("Figures")), (STATEMENTS, self.tr("Our statements"))])
        self.import_button.setText(self.tr("Import from a file…"))
        self.add_button.setText(self.tr("Type a period…"))
        guard(self.context, self.import_button, self.add_button)
        self.figures.retranslate()
        self.statements.retranslate()
