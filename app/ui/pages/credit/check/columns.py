"""Columns of the list of checks and of the list of open orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.ui.models.columns import Cell, Column, amount_column, day_column, text_column
from app.ui.pages.credit.check.words import TONES
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.table import Cell as TableCell
    from app.services.order_views import CheckRow, OrderRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate
Cells = dict[str, tuple[ColumnKind, "Callable[[object], TableCell]"]]
RUNNING, EXPIRED, USED, NONE = "running", "expired", "used", "none"
_RELEASE_TONES = {RUNNING: "good", EXPIRED: "neutral", USED: "info"}


def release_state(row: CheckRow) -> str:
    """Whether a check was released, and whether that can still be used."""
    if row.check.release_until is None:
        return NONE
    if row.used:
        return USED
    return RUNNING if row.released else EXPIRED


def release_word(row: CheckRow) -> str:
    """The state of a release in a word."""
    return {
        NONE: "",
        RUNNING: translate("CheckColumns", "Released"),
        EXPIRED: translate("CheckColumns", "Expired"),
        USED: translate("CheckColumns", "Used"),
    }[release_state(row)]


def check_columns(formats: Formats) -> list[Column[CheckRow]]:
    """What was asked, what was answered, and who let it pass."""

    def answer(row: CheckRow) -> Cell:
        return Cell(say(f"order_answer.{row.check.answer}", formats.lang), chip=TONES[row.check.answer])

    def release(row: CheckRow) -> Cell:
        state = release_state(row)
        return Cell(release_word(row), chip=_RELEASE_TONES[state]) if state != NONE else Cell("")

    return [
        day_column("on", lambda: translate("CheckColumns", "As of"), lambda row: row.check.on, formats,
                   width=108, min_width=96),
        text_column("customer", lambda: translate("CheckColumns", "Customer"),
                    lambda row: formats.name(row.customer, row.customer_en),
                    strong=True, width=180, min_width=130, stretch=2, fixed=True),
        text_column("number", lambda: translate("CheckColumns", "Order"), lambda row: row.number,
                    tone="secondary", width=140, min_width=110, stretch=1, drop=3),
        text_column("currency", lambda: translate("CheckColumns", "Currency"),
                    lambda row: row.check.currency, tone="secondary", width=72, min_width=64, drop=4),
        amount_column("amount", lambda: translate("CheckColumns", "Amount"), lambda row: row.check.amount,
                      lambda row: row.check.currency, formats, width=124, min_width=108),
        Column("answer", lambda: translate("CheckColumns", "Answer"), answer,
               value=lambda row: row.check.answer, width=150, min_width=148, fixed=True),
        amount_column("deposit", lambda: translate("CheckColumns", "Deposit"),
                      lambda row: row.check.deposit, lambda row: row.check.currency, formats,
                      zero_dash=True, width=112, min_width=96, drop=2),
        Column("release", lambda: translate("CheckColumns", "Release"), release, value=release_state,
               width=96, min_width=84),
        day_column("until", lambda: translate("CheckColumns", "Until"),
                   lambda row: row.check.release_until, formats, width=104, min_width=96, drop=5),
        text_column("by", lambda: translate("CheckColumns", "Released by"),
                    lambda row: row.check.released_by, tone="secondary", width=100, min_width=80, drop=6),
        text_column("asked", lambda: translate("CheckColumns", "Asked by"), lambda row: row.check.asked_by,
                    tone="secondary", width=100, min_width=80, drop=1),
    ]  # fmt: skip


def check_cells(formats: Formats) -> Cells:
    """What a column of the list of checks holds in an exported table."""

    def money(minor: Callable[[CheckRow], int]) -> Callable[[CheckRow], TableCell]:
        return lambda row: Money(minor(row), row.check.currency)

    return {
        "on": (ColumnKind.DATE, lambda row: row.check.on),
        "customer": (ColumnKind.TEXT, lambda row: formats.name(row.customer, row.customer_en)),
        "number": (ColumnKind.TEXT, lambda row: row.number),
        "currency": (ColumnKind.TEXT, lambda row: row.check.currency),
        "amount": (ColumnKind.MONEY, money(lambda row: row.check.amount)),
        "answer": (ColumnKind.TEXT, lambda row: say(f"order_answer.{row.check.answer}", formats.lang)),
        "deposit": (ColumnKind.MONEY, money(lambda row: row.check.deposit)),
        "release": (ColumnKind.TEXT, release_word),
        "until": (ColumnKind.DATE, lambda row: row.check.release_until),
        "by": (ColumnKind.TEXT, lambda row: row.check.released_by),
        "asked": (ColumnKind.TEXT, lambda row: row.check.asked_by),
    }


def order_columns(formats: Formats, today: date) -> list[Column[OrderRow]]:
    """An open order and what of it is at risk."""

    def money(
        key: str, title: Callable[[], str], minor: Callable[[OrderRow], int], *, drop: int = 0,
        strong: bool = False,
    ) -> Column[OrderRow]:  # fmt: skip
        return amount_column(
            key, title, minor, lambda row: row.order.currency, formats, zero_dash=True, strong=strong,
            width=108, min_width=100, drop=drop,
        )  # fmt: skip

    def ship(row: OrderRow) -> Cell:
        on = row.order.ship_on
        if row.order.state != "open":
            return Cell(say(f"order_state.{row.order.state}", formats.lang), chip="neutral")
        late = on is not None and on < today and row.unbilled > 0
        return Cell(formats.day(on), tone="warn" if late else "")

    return [
        text_column("number", lambda: translate("OrderColumns", "Order"), lambda row: row.order.number,
                    strong=True, width=150, min_width=120, stretch=1, fixed=True),
        text_column("customer", lambda: translate("OrderColumns", "Customer"),
                    lambda row: formats.name(row.customer, row.customer_en),
                    width=200, min_width=140, stretch=3, fixed=True),
        day_column("on", lambda: translate("OrderColumns", "Ordered on"), lambda row: row.order.on, formats,
                   width=104, min_width=96, drop=3),
        text_column("currency", lambda: translate("OrderColumns", "Currency"),
                    lambda row: row.order.currency, tone="secondary", width=72, min_width=64, drop=4),
        money("amount", lambda: translate("OrderColumns", "Amount"), lambda row: row.order.amount),
        money("delivered", lambda: translate("OrderColumns", "Delivered"), lambda row: row.order.delivered,
              drop=5),
        money("invoiced", lambda: translate("OrderColumns", "Billed"), lambda row: row.order.invoiced,
              drop=6),
        money("prepaid", lambda: translate("OrderColumns", "Paid ahead"), lambda row: row.order.prepaid,
              drop=1),
        money("gone", lambda: translate("OrderColumns", "Not invoiced"),
              lambda row: row.delivered_not_invoiced),
        money("unbilled", lambda: translate("OrderColumns", "Unbilled"), lambda row: row.unbilled,
              strong=True),
        Column("ship_on", lambda: translate("OrderColumns", "To ship"), ship,
               value=lambda row: row.order.ship_on, width=104, min_width=96, drop=2),
    ]  # fmt: skip


def order_cells(formats: Formats) -> Cells:
    """What a column of the list of open orders holds in an exported table."""

    def money(minor: Callable[[OrderRow], int]) -> Callable[[OrderRow], TableCell]:
        return lambda row: Money(minor(row), row.order.currency)

    return {
        "number": (ColumnKind.TEXT, lambda row: row.order.number),
        "customer": (ColumnKind.TEXT, lambda row: formats.name(row.customer, row.customer_en)),
        "on": (ColumnKind.DATE, lambda row: row.order.on),
        "currency": (ColumnKind.TEXT, lambda row: row.order.currency),
        "amount": (ColumnKind.MONEY, money(lambda row: row.order.amount)),
        "delivered": (ColumnKind.MONEY, money(lambda row: row.order.delivered)),
        "invoiced": (ColumnKind.MONEY, money(lambda row: row.order.invoiced)),
        "prepaid": (ColumnKind.MONEY, money(lambda row: row.order.prepaid)),
        "gone": (ColumnKind.MONEY, money(lambda row: row.delivered_not_invoiced)),
        "unbilled": (ColumnKind.MONEY, money(lambda row: row.unbilled)),
        "ship_on": (ColumnKind.DATE, lambda row: row.order.ship_on),
    }
