"""Deciding about credit: the order check, limits, grades and overrides."""

from __future__ import annotations

from app.ui.pages.tabbed import TabbedPage, TabSpec


class CreditPage(TabbedPage):
    """``open(tab=…)``: check, limits, grades or overrides; the rest of the parameters goes to the tab."""

    tabs_of: tuple[TabSpec, ...] = ()

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Credit")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(
            self.title(), self.tr("May I ship on credit: how much, for how long, on whose say-so")
        )
