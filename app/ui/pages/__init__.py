"""The pages of the window; navigation, menu, palette and shortcuts all follow this one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.duty import Duty

if TYPE_CHECKING:
    from app.ui.context import PageContext
    from app.ui.pages.page import Page

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: ``factory`` imports and builds it on the first visit.

    ``foot`` puts it at the foot of the navigation; without ``nav`` it stands in the menu alone, and
    the page it is ``under`` stays marked in the navigation. ``duty`` is whose changes it makes, where
    they are of one.
    """

    key: str
    title: Callable[[], str]
    icon: str
    shortcut: str
    factory: Callable[[PageContext], Page]
    foot: bool = False
    nav: bool = True
    under: str = ""
    duty: Duty | None = None


def _today(context: PageContext) -> Page:
    from app.ui.pages.today.page import TodayPage  # noqa: PLC0415 - built on the first visit

    return TodayPage(context)


def _aging(context: PageContext) -> Page:
    from app.ui.pages.aging.page import AgingPage  # noqa: PLC0415 - built on the first visit

    return AgingPage(context)


def load_first() -> None:
    """Load the code of the first page, while the worker is busy opening the file it will show."""
    from app.ui.pages.today import page  # noqa: F401, PLC0415 - loading it is all that is wanted


def _customers(context: PageContext) -> Page:
    from app.ui.pages.customers.page import CustomersPage  # noqa: PLC0415 - built on the first visit

    return CustomersPage(context)


def _importing(context: PageContext) -> Page:
    from app.ui.pages.importing.page import ImportPage  # noqa: PLC0415 - built on the first visit

    return ImportPage(context)


def _settings(context: PageContext) -> Page:
    from app.ui.pages.settings import SettingsPage  # noqa: PLC0415 - built on the first visit

    return SettingsPage(context)


def _history(context: PageContext) -> Page:
    from app.ui.pages.history import HistoryPage  # noqa: PLC0415 - built on the first visit

    return HistoryPage(context)


def _bank(context: PageContext) -> Page:
    from app.ui.pages.bank.page import BankPage  # noqa: PLC0415 - built on the first visit

    return BankPage(context)


def _reminders(context: PageContext) -> Page:
    from app.ui.pages.reminders.page import RemindersPage  # noqa: PLC0415 - built on the first visit

    return RemindersPage(context)


def _bad_debts(context: PageContext) -> Page:
    from app.ui.pages.collection.bad_debts import BadDebtsPage  # noqa: PLC0415 - built on the first visit

    return BadDebtsPage(context)


def _credit(context: PageContext) -> Page:
    from app.ui.pages.credit.page import CreditPage  # noqa: PLC0415 - built on the first visit

    return CreditPage(context)


def _credit_rules(context: PageContext) -> Page:
    from app.ui.pages.credit_rules.page import CreditRulesPage  # noqa: PLC0415 - built on the first visit

    return CreditRulesPage(context)


def _watch(context: PageContext) -> Page:
    from app.ui.pages.watch.page import WatchPage  # noqa: PLC0415 - built on the first visit

    return WatchPage(context)


def _insurance(context: PageContext) -> Page:
    from app.ui.pages.insurance.page import InsurancePage  # noqa: PLC0415 - built on the first visit

    return InsurancePage(context)


def _health(context: PageContext) -> Page:
    from app.ui.pages.health.page import HealthPage  # noqa: PLC0415 - built on the first visit

    return HealthPage(context)


def _analysis(context: PageContext) -> Page:
    from app.ui.pages.analysis.page import AnalysisPage  # noqa: PLC0415 - built on the first visit

    return AnalysisPage(context)


def _scoring(context: PageContext) -> Page:
    from app.ui.pages.scoring.page import ScoringPage  # noqa: PLC0415 - built on the first visit

    return ScoringPage(context)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("today", lambda: translate("Pages", "Today"), "calendar-check", "Ctrl+1", _today),
    PageSpec("aging", lambda: translate("Pages", "Aging"), "chart-no-axes-column", "Ctrl+2", _aging),
    PageSpec("customers", lambda: translate("Pages", "Customers"), "building-2", "Ctrl+3", _customers),
    PageSpec("credit", lambda: translate("Pages", "Credit"), "scale", "Ctrl+D", _credit, duty=Duty.CREDIT),
    PageSpec("watch", lambda: translate("Pages", "Watch"), "eye", "Ctrl+Shift+W", _watch, duty=Duty.COLLECT),
    PageSpec(
        "insurance",
        lambda: translate("Pages", "Insurance"),
        "shield-check",
        "Ctrl+4",
        _insurance,
        duty=Duty.INSURE,
    ),
    PageSpec(
        "health", lambda: translate("Pages", "Health check"), "activity", "Ctrl+5", _health, duty=Duty.MEASURE
    ),
    PageSpec(
        "analysis",
        lambda: translate("Pages", "Analysis"),
        "chart-line",
        "Ctrl+6",
        _analysis,
        duty=Duty.MEASURE,
    ),
    PageSpec(
        "credit_rules",
        lambda: translate("Pages", "Credit rules"),
        "list-checks",
        "Ctrl+Shift+D",
        _credit_rules,
        duty=Duty.RULES,
        nav=False,
        under="credit",
    ),
    PageSpec(
        "scoring",
        lambda: translate("Pages", "Credit score"),
        "gauge",
        "Ctrl+Shift+G",
        _scoring,
        duty=Duty.CREDIT,
        nav=False,
        under="customers",
    ),
    PageSpec(
        "history",
        lambda: translate("Pages", "History"),
        "history",
        "Ctrl+H",
        _history,
        nav=False,
    ),
    PageSpec(
        "bank",
        lambda: translate("Pages", "Bank receipts"),
        "landmark",
        "Ctrl+B",
        _bank,
        duty=Duty.BOOK,
        nav=False,
        under="today",
    ),
    PageSpec(
        "reminders",
        lambda: translate("Pages", "Reminders"),
        "mail",
        "Ctrl+Shift+L",
        _reminders,
        duty=Duty.COLLECT,
        nav=False,
        under="today",
    ),
    PageSpec(
        "bad_debts",
        lambda: translate("Pages", "Bad debts"),
        "file-x",
        "Ctrl+Shift+B",
        _bad_debts,
        nav=False,
        under="customers",
    ),
    PageSpec(
        "importing",
        lambda: translate("Pages", "Import data"),
        "download",
        "Ctrl+I",
        _importing,
        duty=Duty.BOOK,
        foot=True,
    ),
    PageSpec(
        "settings",
        lambda: translate("Pages", "Settings"),
        "settings",
        "Ctrl+,",
        _settings,
        duty=Duty.RULES,
        foot=True,
    ),
)
