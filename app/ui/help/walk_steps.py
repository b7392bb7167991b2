"""The stops of the guided tour: where each is, what it points at, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Step:
    """``target`` finds on the page what is pointed at; None where it is not there, or not yet."""

    page: str
    target: Callable[[Any], QWidget | None]
    title: Callable[[], str]
    text: Callable[[], str]
    topic: str
    params: Mapping[str, object] = field(default_factory=dict)


STEPS: tuple[Step, ...] = (
    Step(
        "today",
        lambda page: vars(page).get("card"),  # asking for it would make it before the frame stands
        lambda: translate("Tour", "The day's work"),
        lambda: translate(
            "Tour",
            "What to do today, for whom and by when: promises that came due, reminders, deadlines of the "
            "insurance. Enter takes the next step, S postpones, D marks as done.",
        ),
        "page.today",
    ),
    Step(
        "today",
        lambda page: page.tiles["overdue_rate"],
        lambda: translate("Tour", "Every figure opens"),
        lambda: translate(
            "Tour",
            "Four figures with their targets. Click one and you see the formula with your own numbers in it, "
            "and the rows that add up to it.",
        ),
        "kpi.overdue_rate",
    ),
    Step(
        "aging",
        lambda page: page.table,
        lambda: translate("Tour", "Who owes what since when"),
        lambda: translate(
            "Tour",
            "One line per customer, the older the darker. Choose any day above: the past stays as it was. "
            "Space checks rows for letters and statements, Enter opens a customer beside the table.",
        ),
        "page.aging",
    ),
    Step(
        "reminders",
        lambda page: page.tabs,
        lambda: translate("Tour", "Reminders in one run"),
        lambda: translate(
            "Tour",
            "Who is due for which letter, and why somebody is left out: a promise runs, a dispute, the "
            "insurer has taken over. You read every letter before it counts as sent; nothing is "
            "sent by itself.",
        ),
        "page.reminders.run",
        {"tab": "run"},
    ),
    Step(
        "credit",
        lambda page: page.tabs.stack,
        lambda: translate("Tour", "May I ship?"),
        lambda: translate(
            "Tour",
            "Type a customer and an amount. The answer names the limit, what is used of it, what is overdue, "
            "and who may release the order all the same.",
        ),
        "page.credit.check",
        {"tab": "check"},
    ),
    Step(
        "insurance",
        lambda page: page.tabs.stack,
        lambda: translate("Tour", "Days that must not pass"),
        lambda: translate(
            "Tour",
            "Cover is lost by a missed day. Notices, claims and declarations stand here in order, each with "
            "the clause it comes from and how the day was counted.",
        ),
        "page.insurance.deadlines",
        {"tab": "deadlines"},
    ),
    Step(
        "health",
        lambda page: page.tabs.stack,
        lambda: translate("Tour", "Once a quarter: the health check"),
        lambda: translate(
            "Tour",
            "Key figures against targets, where the risk lies, findings, and the review as a paper for bank, "
            "insurer or partners.",
        ),
        "page.health.overview",
        {"tab": "overview"},
    ),
    Step(
        "importing",
        lambda page: page,
        lambda: translate("Tour", "Now your own figures"),
        lambda: translate(
            "Tour",
            "Make a company from the File menu and bring in the open items your accounting program exports; "
            "a spreadsheet will do. F1 explains every page, and the Help menu holds a playbook of ten short "
            "chapters.",
        ),
        "page.importing",
    ),
)
