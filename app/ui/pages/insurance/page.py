"""Credit insurance: what is really covered, which deadline would forfeit it, and claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _overview(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.overview.panel import (  # noqa: PLC0415 - built when first looked at
        OverviewPanel,
    )

    return OverviewPanel(context, host)


def _policies(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.policies.panel import (  # noqa: PLC0415 - built when first looked at
        PoliciesPanel,
    )

    return PoliciesPanel(context, host)


def _limits(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.limits.panel import (  # noqa: PLC0415 - built when first looked at
        BuyerLimitsPanel,
    )

    return BuyerLimitsPanel(context, host)


def _cover(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.cover.panel import CoverPanel  # noqa: PLC0415 - built when first looked at

    return CoverPanel(context, host)


def _deadlines(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.deadlines.panel import (  # noqa: PLC0415 - built when first looked at
        DeadlinesPanel,
    )

    return DeadlinesPanel(context, host)


def _notices(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.notices.panel import (  # noqa: PLC0415 - built when first looked at
        NoticesPanel,
    )

    return NoticesPanel(context, host)


def _claims(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.claims.panel import ClaimsPanel  # noqa: PLC0415 - built when first looked at

    return ClaimsPanel(context, host)


def _declarations(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.declarations.panel import (  # noqa: PLC0415 - built when first looked at
        DeclarationsPanel,
    )

    return DeclarationsPanel(context, host)


def _worth(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.insurance.worth.panel import WorthPanel  # noqa: PLC0415 - built when first looked at

    return WorthPanel(context, host)


class InsurancePage(TabbedPage):
    """``open(tab=…)``: overview, policies, limits, cover, claims, declarations or worth."""

    tabs_of: tuple[TabSpec, ...] = (
        TabSpec("overview", lambda: translate("InsurancePage", "Overview"), _overview),
        TabSpec("policies", lambda: translate("InsurancePage", "Policies"), _policies),
        TabSpec("limits", lambda: translate("InsurancePage", "Buyer limits"), _limits),
        TabSpec("cover", lambda: translate("InsurancePage", "Cover"), _cover),
        TabSpec("deadlines", lambda: translate("InsurancePage", "Deadlines"), _deadlines),
        TabSpec("notices", lambda: translate("InsurancePage", "Notices"), _notices),
        TabSpec("claims", lambda: translate("InsurancePage", "Claims"), _claims),
        TabSpec("declarations", lambda: translate("InsurancePage", "Declarations"), _declarations),
        TabSpec("worth", lambda: translate("InsurancePage", "Worth it?"), _worth),
    )

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Insurance")

    def write_titles(self) -> None:
        """Write the tabs' titles, and beside the page's own what the tab in view has to say."""
        super().write_titles()
        question = self.tr("What is really covered, and which day would forfeit it")
        shown = self._panels.get(self.place)
        self.header.set_title(self.title(), (shown.summary() if shown is not None else "") or question)

    def _on_tab(self, place: int) -> None:
        super()._on_tab(place)
        self.write_titles()
