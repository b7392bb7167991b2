"""One customer's file: who it is, the figures that matter, and its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.duty import Duty
from app.ui.i18n import Retranslated
from app.ui.pages.customers.credit_glance import CreditGlance, read_credit
from app.ui.pages.customers.documents_panel import DocumentsPanel
from app.ui.pages.customers.exposure_head import LEFT, SET_OFF, UNINSURED
from app.ui.pages.customers.head import CustomerHead
from app.ui.pages.customers.history_panel import HistoryPanel
from app.ui.pages.customers.overview import Glance, OverviewPanel, read_glance
from app.ui.pages.customers.profile import Profiled, ProfilePanel, read_profile
from app.ui.widgets.loading_bar import LoadingBar
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from datetime import date

    from app.services.customers import CustomerRow
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.context import PageContext
    from app.ui.pages.bank.customer_bills import CustomerBills
    from app.ui.pages.collection.tab import CollectionTab
    from app.ui.pages.customers.credit_file_tab import CreditFileTab
    from app.ui.pages.customers.entries import Entries
    from app.ui.pages.customers.financials_tab import FinancialsTab
    from app.ui.pages.customers.insurance_tab import InsuranceTab
    from app.ui.pages.customers.score_tab import ScoreTab

TABS = tuple(
    "overview financials score invoices credits bills insurance collection credit_file profile "
    "history".split()
)


@dataclass(frozen=True, slots=True)
class FileContent:
    """What the file shows at first: its line in the list, the overview, the profile, its credit."""

    row: CustomerRow
    glance: Glance
    profiled: Profiled
    credit: CreditGlance


def read_file(session: CompanySession, customer_id: int) -> FileContent:
    """Read a customer's file; runs on the database worker."""
    profiled = read_profile(session, customer_id)
    row = session.customers.rows([customer_id])[0]
    credit = read_credit(session, customer_id)
    return FileContent(row, read_glance(session, customer_id), profiled, credit)


class CustomerFile(Retranslated):
    """``opened`` carries a document to show; ``shown`` says that a customer's content is here."""

    opened = Signal(int)
    shown = Signal()
    lost = Signal(object)

    def __init__(self, context: PageContext, entries: Entries) -> None:
        super().__init__()
        self.context = context
        self.entries = entries
        self.customer_id = 0
        self.content: FileContent | None = None
        theme = context.theme
        self.loading = LoadingBar(theme)
        self.head = CustomerHead(context)
        self.overview = OverviewPanel(context)
        self.debits = DocumentsPanel(context.doing(Duty.BOOK), entries, debits=True)
        self.credits = DocumentsPanel(context.doing(Duty.BOOK), entries, debits=False)
        self.profile = ProfilePanel(context.doing(Duty.BOOK), entries)
        self.history = HistoryPanel(context)
        self.tabs = Tabs()
        self.bills: CustomerBills | None = None
        self.collection: CollectionTab | None = None
        self.score: ScoreTab | None = None
        self.financials: FinancialsTab | None = None
        self.credit_file: CreditFileTab | None = None
        self.insurance: InsuranceTab | None = None
        self._part = ""
        self._bills_tab, self._collection_tab, self._score_tab = QWidget(), QWidget(), QWidget()
        self._financials_tab, self._credit_file_tab, self._insurance_tab = QWidget(), QWidget(), QWidget()
        for late in (
            self._bills_tab,
            self._collection_tab,
            self._score_tab,
            self._financials_tab,
            self._credit_file_tab,
            self._insurance_tab,
        ):
            late.setLayout(QVBoxLayout())
        for panel in (
            self.overview,
            self._financials_tab,
            self._score_tab,
            self.debits,
            self.credits,
            self._bills_tab,
            self._insurance_tab,
            self._collection_tab,
            self._credit_file_tab,
            self.profile,
            self.history,
        ):
            self.tabs.add(panel, "")
        self._lay_out()
        self.tabs.changed.connect(self._on_tab)
        for source in (self.overview, self.debits, self.credits):
            source.opened.connect(self.opened)
        self.profile.dirty_changed.connect(self._write_titles)
        self.head.graded.connect(self.open_score)
        self.head.piece.connect(self.open_piece)
        self.overview.tab_wanted.connect(self.open_tab)
        self.overview.month_wanted.connect(self.open_month)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.loading)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs, 1)

    # -- asking ---------------------------------------------------------------------------------

    def show_customer(self, customer_id: int, tab: str = "", part: str = "") -> None:
        """Open a customer's file, at a tab (and a part of its financials) if one is named."""
        self._part = part
        if customer_id != self.customer_id:
            self.customer_id = customer_id
            self.content = None
            self.head.wait()
            self.overview.refuse()
            self.tabs.show_tab(0)
        if tab in TABS:
            self.tabs.show_tab(TABS.index(tab))
        self._read()

    def refresh(self) -> None:
        """Read the file again after a change, and the lists that are in view."""
        if self.customer_id:
            self._read()
            self.debits.refresh()
            self.credits.refresh()

    def _read(self) -> None:
        session, customer_id = self.context.company, self.customer_id

        def work(_control: Control) -> FileContent:
            return read_file(session, customer_id)

        self.loading.start()
        self.context.runner.database(work, self._show, failed=self._failed, owner=self, key="customer.file")

    def _failed(self, error: Exception) -> None:
        self.loading.stop()
        self.customer_id = 0
        self.overview.refuse()
        self.lost.emit(error)

    # -- showing --------------------------------------------------------------------------------

    def _show(self, content: FileContent) -> None:
        self.loading.stop()
        self.content = content
        self.overview.show_glance(content.glance)
        self.overview.show_credit(content.credit)
        self.head.show_content(content.row, content.profiled, content.credit, disputed_of(content))
        self.profile.show_profile(content.profiled)
        self.debits.show_customer(self.customer_id, content.row.name)
        self.credits.show_customer(self.customer_id, content.row.name)
        self._on_tab(self.tabs.bar.currentIndex())
        self.shown.emit()

    def _on_tab(self, place: int) -> None:
        if TABS[place] == "history" and self.customer_id:
            self.history.show_customer(self.customer_id)
        if TABS[place] == "bills" and self.customer_id:
            self._show_bills()
        if TABS[place] == "collection" and self.customer_id:
            self._show_collection()
        if TABS[place] == "score" and self.customer_id:
            self._show_score()
        if TABS[place] == "financials" and self.customer_id:
            self._show_financials()
        if TABS[place] == "credit_file" and self.customer_id:
            self._show_credit_file()
        if TABS[place] == "insurance" and self.customer_id:
            self._show_insurance()

    def _show_insurance(self) -> None:
        from app.ui.pages.customers.insurance_tab import InsuranceTab  # noqa: PLC0415 - when looked at

        if self.insurance is None:
            self.insurance = InsuranceTab(self.context.doing(Duty.INSURE), self.entries)
            if (layout := self._insurance_tab.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.addWidget(self.insurance)
        self.insurance.show_customer(self.customer_id)

    def _show_financials(self) -> None:
        from app.ui.pages.customers.financials_tab import FinancialsTab  # noqa: PLC0415 - when looked at

        if self.financials is None:
            self.financials = FinancialsTab(self.context.doing(Duty.CREDIT), self.entries)
            if (layout := self._financials_tab.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.addWidget(self.financials)
        self.financials.show_part(self._part)
        self._part = ""
        self.financials.show_customer(self.customer_id)

    def _show_credit_file(self) -> None:
        from app.ui.pages.customers.credit_file_tab import CreditFileTab  # noqa: PLC0415 - when looked at

        if self.credit_file is None:
            self.credit_file = CreditFileTab(self.context.doing(Duty.CREDIT), self.entries)
            if (layout := self._credit_file_tab.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.addWidget(self.credit_file)
        self.credit_file.show_customer(self.customer_id)

    def _show_score(self) -> None:
        from app.ui.pages.customers.score_tab import ScoreTab  # noqa: PLC0415 - when first looked at

        if self.score is None:
            self.score = ScoreTab(self.context.doing(Duty.CREDIT), self.entries)
            if (layout := self._score_tab.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.addWidget(self.score)
        self.score.show_customer(self.customer_id)
        if self._part.isdigit():
            self.score.show_assessment(int(self._part))
            self._part = ""

    def _show_collection(self) -> None:
        from app.ui.pages.collection.tab import CollectionTab  # noqa: PLC0415 - when first looked at

        if self.collection is None:
            self.collection = CollectionTab(self.context, self.entries.collection)
            if (layout := self._collection_tab.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.addWidget(self.collection)
        self.collection.show_customer(self.customer_id)

    def _show_bills(self) -> None:
        from app.ui.pages.bank.customer_bills import CustomerBills  # noqa: PLC0415 - when first looked at

        if self.bills is None:
            self.bills = CustomerBills(self.context.doing(Duty.BOOK), self)
            if (layout := self._bills_tab.layout()) is not None:
                layout.setContentsMargins(0, 0, 0, 0)
                layout.addWidget(self.bills)
        self.bills.show_customer(self.customer_id)

    # -- where figures lead ---------------------------------------------------------------------

    def open_tab(self, tab: str) -> None:
        """Go to a tab of this file."""
        self.tabs.show_tab(TABS.index(tab))

    def open_month(self, first: date) -> None:
        """To the invoices that were settled in a month."""
        self.debits.show_month(first)
        self.open_tab("invoices")

    def open_score(self) -> None:
        """To the points behind the grade, or to the wizard where there is none."""
        if self.head.assessed:
            self.open_tab("score")
        else:
            self.context.navigator.go("scoring", customer_id=self.customer_id)

    def open_piece(self, piece: str) -> None:
        """To the rows behind a part of the exposure; what is left, and what is uninsured, lead on."""
        if piece == LEFT:
            self.context.navigator.go("credit", tab="limits", customer_id=self.customer_id)
        elif piece in {UNINSURED, SET_OFF}:
            self.open_tab("insurance")
        else:
            self.head.exposure.open_rows(piece)

    @property
    def tab(self) -> str:
        """Key of the tab in view."""
        return TABS[self.tabs.bar.currentIndex()]

    def _write_titles(self, *_: object) -> None:
        mark = " •" if self.profile.dirty else ""
        self.tabs.set_titles(
            [
                self.tr("Overview"),
                self.tr("Financials"),
                self.tr("Score"),
                self.tr("Invoices"),
                self.tr("Receipts"),
                self.tr("Bills"),
                self.tr("Insurance"),
                self.tr("Collection"),
                self.tr("Credit file"),
                self.tr("Profile") + mark,
                self.tr("History"),
            ]
        )

    def search_field(self) -> QWidget | None:
        """The search field of the tab in view."""
        return {"invoices": self.debits.search, "credits": self.credits.search}.get(self.tab)

    def retranslate(self) -> None:
        """Write every text of the file."""
        self._write_titles()
        self.tabs.bar.setAccessibleName(self.tr("Parts of the customer's file"))


def disputed_of(content: FileContent) -> int:
    """How much of the open items is disputed, where all of them stand in the exposure's currency."""
    items = content.glance.items
    if any(item.currency != content.credit.exposure.currency for item in items):
        return 0
    return sum(item.open for item in items if item.disputed and item.open > 0)
