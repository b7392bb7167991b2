"""Measuring credit control: key figures, risks, own liquidity, findings and the reviews of quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _findings(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.findings.panel import FindingsPanel  # noqa: PLC0415 - built when looked at

    return FindingsPanel(context, host)


def _reviews(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.reviews.panel import ReviewsPanel  # noqa: PLC0415 - as above

    return ReviewsPanel(context, host)


class HealthPage(TabbedPage):
    """``open(tab=…)``: overview, figures, risk, liquidity, findings or reviews."""

    tabs_of: tuple[TabSpec, ...] = (
        TabSpec("findings", lambda: translate("HealthPage", "Findings"), _findings),
        TabSpec("reviews", lambda: translate("HealthPage", "Reviews"), _reviews),
    )

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Health check")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(self.title(), self.tr("Is credit control healthy, and what is to be done"))
