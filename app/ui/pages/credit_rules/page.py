"""The rules behind every decision about credit: scorecards, terms by grade, authority, tables."""

from __future__ import annotations

from app.ui.pages.tabbed import TabbedPage, TabSpec


class CreditRulesPage(TabbedPage):
    """``open(tab=…)``: scorecards, tables, terms, downturn, overdue or people."""

    tabs_of: tuple[TabSpec, ...] = ()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Credit rules")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(self.title(), self.tr("Every rule that decides about credit, with its source"))
