"""The columns of the work list: deadline, task, customer, reason, amount, next step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money, to_major
from app.ui.models.columns import Align, Cell, Column
from app.words import say
from app.words.formats import countdown, day_in_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.work import WorkItem
    from app.ui.formats import Formats

translate = QCoreApplication.translate
ICONS = {
    "collect": "mail",
    "promise": "handshake",
    "dispute": "flag",
    "receipt": "landmark",
    "limitation": "clock",
    "bill": "receipt",
    "plan": "calendar",
    "follow_up": "calendar-check",
    "review": "list-checks",
    "alert": "bell",
    "credit": "gauge",
    "finding": "activity",
    "insurance": "shield-check",
    "data": "download",
}
_SOON = 7


def work_columns(
    today: Callable[[], date], base: Callable[[], str], formats: Formats, grade: Callable[[int], Cell]
) -> list[Column[WorkItem]]:
    """All of them; customer and next step always stay. ``grade`` is how a customer's looks."""
    about = _about(today, formats)
    return [*about[:3], _grade(grade, formats), *about[3:], *_ending(base, formats)]


def _grade(grade: Callable[[int], Cell], formats: Formats) -> Column[WorkItem]:
    """The customer's grade; nothing where the item is nobody's."""
    return Column(
        "grade",
        lambda: say("column.grade", formats.lang),
        lambda item: grade(item.customer_id) if item.customer_id else Cell(""),
        value=lambda item: grade(item.customer_id).text if item.customer_id else None,
        width=54,
        min_width=50,
        align=Align.CENTER,
        drop=1,
    )


def _about(today: Callable[[], date], formats: Formats) -> list[Column[WorkItem]]:
    """Until when, what, with whom and why."""
    return [
        Column(
            "due",
            lambda: translate("WorkColumns", "Deadline"),
            lambda item: deadline(item.due, today(), formats),
            value=lambda item: item.due,
            plain=lambda item: item.due.isoformat(),
            width=96,
            min_width=92,
            fixed=True,
        ),
        Column(
            "kind",
            lambda: translate("WorkColumns", "Task"),
            lambda item: Cell(kind_words(item.kind, formats.lang), icon=_icon(item), tone="secondary"),
            value=lambda item: item.kind,
            width=104,
            min_width=100,
            drop=2,
        ),
        Column(
            "customer",
            lambda: translate("WorkColumns", "Customer"),
            lambda item: Cell(name_of(item, formats.lang), strong=True),
            value=lambda item: name_of(item, formats.lang),
            width=140,
            min_width=104,
            stretch=1,
            fixed=True,
        ),
        Column(
            "reason",
            lambda: translate("WorkColumns", "Reason"),
            lambda item: Cell(reason_of(item, formats), tip=tip_of(item, formats)),
            value=lambda item: reason_of(item, formats),
            width=250,
            min_width=148,
            stretch=5,
        ),
    ]


def _ending(base: Callable[[], str], formats: Formats) -> list[Column[WorkItem]]:
    """How much it concerns, and what comes next."""
    return [
        Column(
            "amount",
            lambda: translate("WorkColumns", "Amount"),
            lambda item: Cell(_amount(item, base(), formats)),
            value=lambda item: item.amount.minor if item.amount else None,
            plain=_plain_amount,
            width=92,
            min_width=80,
            align=Align.RIGHT,
            descending_first=True,
        ),
        Column(
            "action",
            lambda: translate("WorkColumns", "Next step"),
            lambda item: Cell(action_of(item, formats.lang), tone="accent"),
            value=lambda item: item.action,
            width=100,
            min_width=94,
            fixed=True,
        ),
    ]


def deadline(due: date, today: date, formats: Formats) -> Cell:
    """How many days are left as a chip: red today and after, amber within seven days, grey beyond."""
    left = (due - today).days
    tone = "danger" if left <= 0 else "warn" if left <= _SOON else "neutral"
    return Cell(countdown(left, formats.lang), chip=tone, tip=formats.day(due))


def name_of(item: WorkItem, lang: str) -> str:
    """The customer's short name, in English where there is one."""
    return (item.customer_en or item.customer) if lang == "en" else item.customer


def kind_words(kind: str, lang: str) -> str:
    """A kind of work in a word."""
    return say(f"work.kind.{kind}", lang)


def _icon(item: WorkItem) -> str:
    return "phone" if item.action == "call" else ICONS.get(item.kind, "circle")


def reason_of(item: WorkItem, formats: Formats) -> str:
    """Why the item is there, as a sentence."""
    said = {name: worded(value, formats) for name, value in item.params.items()}
    return say(item.reason, formats.lang, **said).rstrip("，, ")


def worded(value: object, formats: Formats) -> object:
    """A parameter as the list writes it: money whole, days without their year."""
    if isinstance(value, Money):
        return formats.money(value.minor, value.currency, whole=True)
    if isinstance(value, date):
        return day_in_sentence(value, formats.lang, year=False)
    return value


def tip_of(item: WorkItem, formats: Formats) -> str:
    """The reason in full, for what is to be collected with the rule of its rank."""
    text = reason_of(item, formats)
    if item.kind == "collect":
        return f"{text}\n{say('work.collect.rule', formats.lang)}"
    return text


def action_of(item: WorkItem, lang: str) -> str:
    """The next step as a verb."""
    return say(f"work.action.{item.action}", lang, level=item.params.get("level", ""))


def _amount(item: WorkItem, base: str, formats: Formats) -> str:
    """Whole units; the currency is said where it is not the company's own."""
    if item.amount is None:
        return ""
    if item.amount.currency == base:
        return formats.whole(item.amount.minor, base)
    return formats.money(item.amount.minor, item.amount.currency, whole=True)


def _plain_amount(item: WorkItem) -> str:
    return f"{to_major(item.amount.minor, item.amount.currency):f}" if item.amount else ""
