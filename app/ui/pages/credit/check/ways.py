"""What would make a held order go, each with the place where that is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money
from app.domain.order_check import Answer, Effect

if TYPE_CHECKING:
    from app.domain.order_check import Reason
    from app.services.order_views import CheckView
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_OWED = frozenset({"order.overdue", "order.stop_letter", "order.handed_over", "order.insurer_extension"})
_LISTED = frozenset({"order.stopped", "order.insolvent"})


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that would help; ``page`` and ``params`` lead to where it is done ("" for nowhere)."""

    text: str
    verb: str = ""
    page: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


def ways(view: CheckView, formats: Formats) -> list[Way]:
    """What each thing that stands against the order asks for; the last two help against nearly all."""
    wanted = {Answer.HOLD: Effect.HOLD, Answer.DEPOSIT: Effect.DEPOSIT}.get(view.answer)
    if wanted is None:
        return []
    found = [way for one in view.reasons if one.effect is wanted for way in _of(one, view, formats)]
    if view.answer is Answer.HOLD:
        rest = view.question.amount - view.question.prepaid
        text = translate("CheckWays", "Payment of the whole rest ahead: {rest}.")
        if found:
            text = translate("CheckWays", "Instead of all that: payment of the whole rest ahead, {rest}.")
        found.append(Way(text.format(rest=_money(rest, formats))))
    return list({way.text: way for way in found}.values())


def _of(reason: Reason, view: CheckView, formats: Formats) -> list[Way]:
    told = partial(_told, reason, formats)
    mine = {"customer_id": view.customer_id}
    code = reason.code.replace("group_", "")
    if code in {"order.exceeded", "order.used_up"}:
        return _for_room(reason, told, mine)
    if code == "order.no_rate":
        text = translate("CheckWays", "An exchange rate for {currencies}.")
        verb = translate("CheckWays", "Enter a rate")
        return [Way(text.format(currencies=told("currencies")), verb, "settings", {"tab": "rates"})]
    if code == "order.deposit":
        text = translate("CheckWays", "Receipt of {deposit} ahead of delivery.")
        return [Way(text.format(deposit=told("deposit")))]
    if code in _OWED:
        text = translate("CheckWays", "Payment of what is overdue.")
        verb = translate("CheckWays", "Show it")
        return [Way(text, verb, "customers", {**mine, "tab": "invoices"})]
    return _by_leave(code, mine)


def _by_leave(code: str, mine: Mapping[str, object]) -> list[Way]:
    """What somebody has to allow again: the insurer, or we ourselves."""
    if code in {"order.insurer_stop", "order.insurer_withdrew"}:
        text = translate("CheckWays", "The insurer's leave to ship again, and the stop lifted.")
        verb = translate("CheckWays", "Insurance")
        return [Way(text, verb, "insurance", {**mine, "tab": "limits"})]
    if code in _LISTED:
        text = translate("CheckWays", "The customer's status: trading normally again.")
        verb = translate("CheckWays", "Customer")
        return [Way(text, verb, "customers", {**mine, "tab": "profile"})]
    return []


def _for_room(reason: Reason, told: Callable[[str], str], mine: Mapping[str, object]) -> list[Way]:
    over, verb = told("over"), translate("CheckWays", "Limits")
    limit = Way(
        translate("CheckWays", "A limit of at least {would_be}.").format(would_be=told("would_be")),
        verb, "credit", {"tab": "limits", **mine},
    )  # fmt: skip
    if reason.code.endswith("exceeded"):
        ahead = translate("CheckWays", "Payment of {over} more ahead, or of that much of what is open.")
        return [Way(ahead.format(over=over)), limit]
    debt, used = reason.params.get("over"), reason.params.get("used")
    if isinstance(debt, Money) and isinstance(used, Money) and debt.minor > used.minor:
        return [limit]  # not even paying all of it makes room
    paid = translate("CheckWays", "Payment of {over} of what is open.")
    return [Way(paid.format(over=over)), limit]


def _told(reason: Reason, formats: Formats, name: str) -> str:
    """One of a finding's numbers as it is written."""
    value = reason.params.get(name)
    return _money(value, formats) if isinstance(value, Money) else str(value or "")


def _money(value: Money, formats: Formats) -> str:
    return formats.money(value.minor, value.currency)
