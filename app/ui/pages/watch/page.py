"""Watching customers: early warnings, reviews due, and the library of cases."""

from __future__ import annotations

from app.ui.pages.tabbed import TabbedPage, TabSpec


class WatchPage(TabbedPage):
    """``open(tab=…)``: alerts, reviews, rules or cases."""

    tabs_of: tuple[TabSpec, ...] = ()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Watch")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(
            self.title(), self.tr("What is getting worse, what is due for review, what was learnt")
        )
