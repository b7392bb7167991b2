"""Deciding about credit: the order check, limits, grades and overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _check(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit.check.panel import CheckPanel  # noqa: PLC0415 - built when first looked at

    return CheckPanel(context, host)


def _limits(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit.limits.panel import LimitsPanel  # noqa: PLC0415 - built when first looked at

    return LimitsPanel(context, host)


def _overrides(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit.overrides.panel import OverridesPanel  # noqa: PLC0415 - built when first looked at

    return OverridesPanel(context, host)


def _grades(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit.grades.panel import GradesPanel  # noqa: PLC0415 - built when first looked at

    return GradesPanel(context, host)


class CreditPage(TabbedPage):
    """``open(tab=…)``: check, limits, grades or overrides; the rest of the parameters goes to the tab."""

    tabs_of = (
        TabSpec("check", lambda: translate("CreditPage", "Order check"), _check),
        TabSpec("limits", lambda: translate("CreditPage", "Limits"), _limits),
        TabSpec("grades", lambda: translate("CreditPage", "Grades"), _grades),
        TabSpec("overrides", lambda: translate("CreditPage", "Overrides"), _overrides),
    )

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Credit")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(
            self.title(), self.tr("May I ship on credit: how much, for how long, on whose say-so")
        )
