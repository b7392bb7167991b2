"""The inside of the window while a company is open: navigation, messages, and the pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.i18n import Retranslated
from app.ui.shell.nav import Nav
from app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.changes import ChangeSet
    from app.domain.company import Company
    from app.ui.context import PageContext
    from app.ui.navigator import Place
    from app.ui.pages import PageSpec
    from app.ui.pages.page import Page


class Workspace(Retranslated):
    """Builds a page on its first visit and tells built pages of every change."""

    page_shown = Signal(object)

    def __init__(self, context: PageContext, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.context = context
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._company: Company | None = None
        self.nav = Nav(context.theme, specs)
        self.message, self.place = MessageStrip(context.theme), MessageStrip(context.theme)
        self._stack = QStackedWidget()
        column = QVBoxLayout()
        column.setSpacing(0)
        self._strip_box = QWidget()
        strip = QVBoxLayout(self._strip_box)
        strip.setContentsMargins(16, 8, 16, 0)
        for one in (self.place, self.message):
            strip.addWidget(one)
            one.installEventFilter(self)
        self._strip_box.hide()
        column.addWidget(self._strip_box)
        column.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.nav)
        layout.addLayout(column, 1)
        self.nav.went.connect(context.navigator.go)
        self.nav.change_wanted.connect(context.events.desk_wanted)
        context.navigator.moved.connect(self.show_place)
        context.events.changed.connect(self._on_change)
        self.read_company()

    # -- pages ----------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page in view."""
        key = next((key for key, page in self._pages.items() if page is self._stack.currentWidget()), "")
        return self._pages.get(key)

    def built(self) -> Sequence[Page]:
        """Pages visited so far."""
        return list(self._pages.values())

    def show_place(self, place: Place) -> None:
        """Show a page, building it first if nobody was there yet."""
        page, spec = self._pages.get(place.key), self._specs[place.key]
        if page is None:
            page = spec.factory(self.context.doing(spec.duty))
            self._pages[place.key] = page
            self._stack.addWidget(page)
            page.counted.connect(partial(self.nav.set_count, place.key))
            page.retranslate()
        self._stack.setCurrentWidget(page)
        self.nav.select(spec.under or place.key)
        page.open(place.params)
        self.page_shown.emit(page)

    def renew(self) -> None:
        """Build the page in view anew, and the others on their next visit: other things may be done now."""
        pages, self._pages = list(self._pages.values()), {}
        for page in pages:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        if (place := self.context.navigator.place) is not None:
            self.show_place(place)

    def _on_change(self, change: ChangeSet) -> None:
        for page in self._pages.values():
            page.on_change(change)
        if "company" in change.touched:
            self.read_company()

    # -- company --------------------------------------------------------------------------------

    def read_company(self) -> None:
        """Read the company's name for the foot of the navigation."""
        service = self.context.company.company
        self.context.runner.database(lambda _control: service.get(), self._on_company, owner=self)

    def _on_company(self, company: Company) -> None:
        self._company = company
        self._write_company()

    def _write_company(self) -> None:
        if self._company is None:
            return
        session = self.context.company
        mark, tone = "", "info"
        if session.read_only:
            mark, tone = self.tr("Read-only"), "warn"
        elif session.sample:
            mark = self.tr("Sample")
        self.nav.set_company(self._company.name, self._company.currency, mark, tone)

    def write_seat(self) -> None:
        """Who works here, at the foot of the navigation; nothing where nobody is asked."""
        seat = self.context.company.desk.seat
        self.nav.set_seat((seat.name or self.tr("Only looking")) if seat.asks else "")

    def retranslate(self) -> None:
        """The marks beside the company's name, and who works here."""
        self._write_company()
        self.write_seat()

    # -- frame ----------------------------------------------------------------------------------

    def set_rail(self, *, rail: bool) -> None:
        """Shrink the navigation."""
        self.nav.set_rail(rail=rail)

    def regions(self) -> list[QWidget]:
        """What F6 walks through: navigation, the page's areas, its drawer."""
        page = self.page
        areas = list(page.regions()) if page is not None else []
        if page is not None and page.drawer is not None and page.drawer.is_open:
            areas.append(page.drawer)
        return [self.nav, *areas]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room around the messages comes and goes with them."""
        if watched in (self.place, self.message):
            self._strip_box.setVisible(not (self.place.isHidden() and self.message.isHidden()))
        return super().eventFilter(watched, event)
