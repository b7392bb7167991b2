"""Deciding about credit: the order check, limits, grades and overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.duty import Duty
from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec
from app.ui.widgets.message_strip import MessageStrip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.changes import ChangeSet
    from app.domain.downturn import DownturnProfile
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _check(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit.check.panel import CheckPanel  # noqa: PLC0415 - built when first looked at

    return CheckPanel(context.doing(Duty.ORDERS), host)


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

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._downturn: DownturnProfile | None = None
        self.downturn = MessageStrip(context.theme)
        self.content.insertWidget(0, self.downturn)

    def open(self, params: Mapping[str, object]) -> None:
        """Say whether the downturn profile is on, then go on as every tabbed page."""
        super().open(params)
        self._read_downturn()

    def on_change(self, change: ChangeSet) -> None:
        """A setting may have switched it."""
        super().on_change(change)
        if "setting" in change.touched:
            self._read_downturn()

    def _read_downturn(self) -> None:
        limits = self.context.company.limits

        def done(found: DownturnProfile) -> None:
            self._downturn = found
            self._say_downturn()

        self.context.runner.database(
            lambda _control: limits.downturn(),
            done,
            failed=self.context.notices.error,
            owner=self,
            key="credit.downturn",
        )

    def _say_downturn(self) -> None:
        """While the profile is on, every tab stands under a line that says so."""
        found = self._downturn
        if found is None or found.since is None:
            self.downturn.hide()
            return
        text = self.tr("Downturn profile on since {day}: terms, deposits and reviews are tightened.").format(
            day=self.context.formats.day_in_text(found.since)
        )
        self.downturn.say("warn", text, actions=[(self.tr("Show"), self._open_downturn)], closable=False)

    def _open_downturn(self) -> None:
        self.context.navigator.go("credit_rules", tab="downturn")

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Credit")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(
            self.title(), self.tr("May I ship on credit: how much, for how long, on whose say-so")
        )
        self._say_downturn()
