"""Measuring credit control: key figures, risks, own liquidity, findings and the reviews of quarters."""

from __future__ import annotations

from app.ui.pages.tabbed import TabbedPage, TabSpec


class HealthPage(TabbedPage):
    """``open(tab=…)``: overview, figures, risk, liquidity, findings or reviews."""

    tabs_of: tuple[TabSpec, ...] = ()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Health check")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(self.title(), self.tr("Is credit control healthy, and what is to be done"))
