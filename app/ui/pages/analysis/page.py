"""What it costs and what if: provision, cash forecast, stress, policies, back-test, contingency plans."""

from __future__ import annotations

from app.ui.pages.tabbed import TabbedPage, TabSpec


class AnalysisPage(TabbedPage):
    """``open(tab=…)``: provision, cash, stress, policy, backtest or contingency."""

    tabs_of: tuple[TabSpec, ...] = ()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Analysis")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(self.title(), self.tr("What it costs, and what if it gets worse"))
