"""Measuring credit control: key figures, risks, own liquidity, findings and the reviews of quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.pages.health.measures.desk import Measures
from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _overview(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.overview.panel import OverviewPanel  # noqa: PLC0415 - built when looked at

    return OverviewPanel(context, host, measures_of(host))


def _liquidity(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.liquidity.panel import LiquidityPanel  # noqa: PLC0415 - built when looked at

    return LiquidityPanel(context, host)


def _figures(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.figures.panel import FiguresPanel  # noqa: PLC0415 - as above

    return FiguresPanel(context, host, measures_of(host))


def _risk(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.risk.panel import RiskPanel  # noqa: PLC0415 - as above

    return RiskPanel(context, host, measures_of(host))


def _findings(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.findings.panel import FindingsPanel  # noqa: PLC0415 - as above

    return FindingsPanel(context, host)


def _reviews(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.health.reviews.panel import ReviewsPanel  # noqa: PLC0415 - as above

    return ReviewsPanel(context, host)


def measures_of(host: TabbedPage) -> Measures:
    """What the tabs of figures share; made with the first of them."""
    if isinstance(host, HealthPage):
        return host.measures
    raise TypeError


class HealthPage(TabbedPage):
    """``open(tab=…)``: overview, figures, risk, liquidity, findings or reviews."""

    tabs_of: tuple[TabSpec, ...] = (
        TabSpec("overview", lambda: translate("HealthPage", "Overview"), _overview),
        TabSpec("figures", lambda: translate("HealthPage", "All figures"), _figures),
        TabSpec("risk", lambda: translate("HealthPage", "Risk"), _risk),
        TabSpec("liquidity", lambda: translate("HealthPage", "Own liquidity"), _liquidity),
        TabSpec("findings", lambda: translate("HealthPage", "Findings"), _findings),
        TabSpec("reviews", lambda: translate("HealthPage", "Reviews"), _reviews),
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.measures = Measures(context, self)

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Health check")

    def write_titles(self) -> None:
        """Write the tabs' titles, and beside the page's own what the tab in view has to say."""
        super().write_titles()
        question = self.tr("Is credit control healthy, and what is to be done")
        shown = self._panels.get(self.place)
        self.header.set_title(self.title(), (shown.summary() if shown is not None else "") or question)
        self.measures.show_buttons(self.keys[self.place])

    def _on_tab(self, place: int) -> None:
        super()._on_tab(place)
        self.write_titles()

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.measures.retranslate()
