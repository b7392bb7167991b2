"""What it costs and what if: provision, cash forecast, stress, policies, back-test, contingency plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _provision(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.analysis.provision.panel import ProvisionPanel  # noqa: PLC0415 - built when first looked at

    return ProvisionPanel(context, host)


def _cash(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.analysis.cash.panel import CashPanel  # noqa: PLC0415 - built when first looked at

    return CashPanel(context, host)


def _stress(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.analysis.stress.panel import StressPanel  # noqa: PLC0415 - built when first looked at

    return StressPanel(context, host)


def _policy(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.analysis.policy.panel import PolicyPanel  # noqa: PLC0415 - built when first looked at

    return PolicyPanel(context, host)


def _backtest(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.analysis.backtest.panel import (  # noqa: PLC0415 - built when first looked at
        BacktestPanel,
    )

    return BacktestPanel(context, host)


def _contingency(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.analysis.contingency.panel import (  # noqa: PLC0415 - built when first looked at
        ContingencyPanel,
    )

    return ContingencyPanel(context, host)


class AnalysisPage(TabbedPage):
    """``open(tab=…)``: provision, cash, stress, policy, backtest or contingency."""

    tabs_of: tuple[TabSpec, ...] = (
        TabSpec("provision", lambda: translate("AnalysisPage", "Provision"), _provision),
        TabSpec("cash", lambda: translate("AnalysisPage", "Cash forecast"), _cash),
        TabSpec("stress", lambda: translate("AnalysisPage", "Stress test"), _stress),
        TabSpec("policy", lambda: translate("AnalysisPage", "Policy simulator"), _policy),
        TabSpec("backtest", lambda: translate("AnalysisPage", "Back-test"), _backtest),
        TabSpec("contingency", lambda: translate("AnalysisPage", "Contingency plans"), _contingency),
    )

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Analysis")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(self.title(), self.tr("What it costs, and what if it gets worse"))
