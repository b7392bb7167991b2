"""Watching customers: early warnings, reviews due, and the library of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.duty import Duty
from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _alerts(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.watch.alerts_panel import AlertsPanel  # noqa: PLC0415 - built when first looked at

    return AlertsPanel(context, host)


def _reviews(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.watch.reviews_panel import ReviewsPanel  # noqa: PLC0415 - as above

    return ReviewsPanel(context.doing(Duty.CREDIT), host)


def _rules(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.watch.rules_panel import WarningRulesPanel  # noqa: PLC0415 - as above

    return WarningRulesPanel(context.doing(Duty.RULES), host)


def _cases(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.watch.cases_panel import CasesPanel  # noqa: PLC0415 - as above

    return CasesPanel(context.doing(Duty.MEASURE), host)


class WatchPage(TabbedPage):
    """``open(tab=…)``: alerts, reviews, rules or cases."""

    tabs_of = (
        TabSpec("alerts", lambda: translate("WatchPage", "Alerts"), _alerts),
        TabSpec("reviews", lambda: translate("WatchPage", "Reviews"), _reviews),
        TabSpec("rules", lambda: translate("WatchPage", "Rules"), _rules),
        TabSpec("cases", lambda: translate("WatchPage", "Cases"), _cases),
    )

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Watch")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(
            self.title(), self.tr("What is getting worse, what is due for review, what was learnt")
        )
