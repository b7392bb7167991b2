"""Settings: looks, the company's profile, aging and terms, exchange rates, late interest, backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.duty import Duty
from app.ui.pages.page import Page
from app.ui.pages.settings_backups import BackupsPanel
from app.ui.pages.settings_company import CompanyPanel
from app.ui.pages.settings_interest import InterestPanel
from app.ui.pages.settings_letterhead import LetterheadPanel
from app.ui.pages.settings_looks import LooksPanel
from app.ui.pages.settings_periods import PeriodsPanel
from app.ui.pages.settings_rates import RatesPanel
from app.ui.pages.settings_rules import RulesPanel
from app.ui.pages.settings_security import SecurityPanel
from app.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.changes import ChangeSet
    from app.domain.company import Company
    from app.ui.context import PageContext

_TABS = ("looks", "company", "letterhead", "rules", "rates", "interest", "periods", "backups", "security")


def scrolled(widget: QWidget) -> QScrollArea:
    """A panel that scrolls when the window is small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(widget)
    return area


class SettingsPage(Page):
    """``open(tab="rates")`` goes to one tab."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.looks = LooksPanel(context)
        self.company = CompanyPanel(context)
        self.rules = RulesPanel(context)
        self.rates = RatesPanel(context.doing(Duty.BOOK))
        self.tabs = Tabs()
        self.letterhead = LetterheadPanel(context)
        for panel in (self.looks, self.company, self.letterhead, self.rules):
            self.tabs.add(scrolled(panel), "")
        self.interest = InterestPanel(context)
        self.tabs.add(self.rates, "")
        self.tabs.add(scrolled(self.interest), "")
        self.periods = PeriodsPanel(context)
        self.tabs.add(self.periods, "")
        self.backups = BackupsPanel(context)
        self.tabs.add(scrolled(self.backups), "")
        self.security = SecurityPanel(context)
        self.tabs.add(scrolled(self.security), "")
        self.content.addWidget(self.tabs, 1)
        self.tabs.changed.connect(self._on_tab)
        self._read()

    def open(self, params: Mapping[str, object]) -> None:
        """Go to the tab asked for, and read anew what it shows."""
        tab = str(params.get("tab", ""))
        if tab in _TABS:
            self.tabs.show_tab(_TABS.index(tab))
        self._on_tab(self.tabs.bar.currentIndex())

    def help_tab(self) -> str:
        """F1: the tab in view."""
        return _TABS[self.tabs.bar.currentIndex()]

    def _on_tab(self, place: int) -> None:
        if _TABS[place] == "letterhead":
            self.letterhead.read()
        elif _TABS[place] == "interest":
            self.interest.read()
        elif _TABS[place] == "periods":
            self.periods.read()
        elif _TABS[place] == "backups":
            self.backups.read()
        elif _TABS[place] == "security":
            self.security.read()

    def on_change(self, change: ChangeSet) -> None:
        """Read again what others changed."""
        if change.touched.keys() & {"company", "bank_account"} and self.letterhead.isVisible():
            self.letterhead.read()
        if change.touched.keys() & {"company", "rate"}:
            self._read()
        if change.touched.keys() & {"person", "setting"} and self.security.isVisible():
            self.security.read()
        if self.periods.isVisible():
            self.periods.read()
        of_interest = change.touched.keys() & {"rate_entry", "stored_interest_rule", "setting"}
        if of_interest and self.interest.isVisible():
            self.interest.read()

    @property
    def unsaved(self) -> bool:
        """Whether settings that were typed would be lost."""
        return self.company.dirty or self.rules.dirty

    def may_leave(self) -> bool:
        """Typed but unsaved fields are offered for saving before they are lost."""
        return self.company.may_leave() and self.rules.may_leave()

    def _read(self) -> None:
        service = self.context.company.company
        self.context.runner.database(lambda _control: service.get(), self._show, owner=self)
        self.rates.read()

    def _show(self, company: Company) -> None:
        self.company.show_company(company)
        self.rules.show_company(company)
        self.rates.set_base(company.currency)

    def retranslate(self) -> None:
        """Title and tabs."""
        self.header.set_title(self.tr("Settings"))
        self.rates.table.view.setAccessibleName(self.tr("Exchange rates"))
        self.tabs.set_titles(
            [
                self.tr("Looks"),
                self.tr("Company"),
                self.tr("Letterhead"),
                self.tr("Aging and terms"),
                self.tr("Exchange rates"),
                self.tr("Late interest"),
                self.tr("Closed months"),
                self.tr("Backups"),
                self.tr("Security"),
            ]
        )
