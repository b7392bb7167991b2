"""The rules behind every decision about credit: scorecards, terms by grade, authority, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.duty import Duty
from app.ui.pages.tabbed import TabbedPage, TabPanel, TabSpec

if TYPE_CHECKING:
    from app.ui.context import PageContext

translate = QCoreApplication.translate


def _scorecards(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit_rules.cards.panel import ScorecardsPanel  # noqa: PLC0415 - loads on first use

    return ScorecardsPanel(context, host)


def _tables(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit_rules.tables.panel import TablesPanel  # noqa: PLC0415 - loads on first use

    return TablesPanel(context, host)


def _terms(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit_rules.terms.panel import TermsPanel  # noqa: PLC0415 - loads on first use

    return TermsPanel(context, host)


def _downturn(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit_rules.downturn.panel import DownturnPanel  # noqa: PLC0415 - loads on first use

    return DownturnPanel(context, host)


def _overdue(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit_rules.overdue.panel import OverduePanel  # noqa: PLC0415 - loads on first use

    return OverduePanel(context, host)


def _people(context: PageContext, host: TabbedPage) -> TabPanel:
    from app.ui.pages.credit_rules.people.panel import PeoplePanel  # noqa: PLC0415 - loads on first use

    return PeoplePanel(context.doing(Duty.PEOPLE), host)


class CreditRulesPage(TabbedPage):
    """``open(tab=…)``: scorecards, tables, terms, downturn, overdue or people."""

    tabs_of: tuple[TabSpec, ...] = (
        TabSpec("scorecards", lambda: translate("CreditRulesPage", "Scorecards"), _scorecards),
        TabSpec("tables", lambda: translate("CreditRulesPage", "Tables"), _tables),
        TabSpec("terms", lambda: translate("CreditRulesPage", "Terms by grade"), _terms),
        TabSpec("downturn", lambda: translate("CreditRulesPage", "Downturn"), _downturn),
        TabSpec("overdue", lambda: translate("CreditRulesPage", "Overdue rule"), _overdue),
        TabSpec("people", lambda: translate("CreditRulesPage", "People"), _people),
    )

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Credit rules")

    def retranslate(self) -> None:
        """Write every text of the page."""
        super().retranslate()
        self.header.set_title(self.title(), self.tr("Every rule that decides about credit, with its source"))
