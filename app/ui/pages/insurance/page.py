"""Credit insurance: what is really covered, which deadline would forfeit it, and claims."""

from __future__ import annotations

from app.ui.pages.tabbed import TabbedPage, TabSpec


class InsurancePage(TabbedPage):
    """``open(tab=…)``: overview, policies, limits, cover, claims, declarations or worth."""

    tabs_of: tuple[TabSpec, ...] = ()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Insurance")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        question = self.tr("What is really covered, and which day would forfeit it")
        self.header.set_title(self.title(), question)
