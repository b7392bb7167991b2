"""Columns of the list of limits, for the eye and for an exported table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.services.limit_views import LimitStanding
from app.ui.models.columns import DASH, Align, Cell, Column, day_column, text_column
from app.ui.widgets.decimal_edit import written
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.table import Cell as TableCell
    from app.services.limit_views import GroupPool, LimitRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate
TONES = {
    LimitStanding.WITHIN: "good",
    LimitStanding.NEAR: "warn",
    LimitStanding.OVER: "danger",
    LimitStanding.STOPPED: "danger",
    LimitStanding.NONE: "neutral",
    LimitStanding.NOT_CHECKED: "info",
    LimitStanding.EXPIRED: "warn",
}
_AMOUNTS = frozenset({LimitStanding.WITHIN, LimitStanding.NEAR, LimitStanding.OVER})


def standing_word(row: LimitRow, lang: str) -> str:
    """How a customer stands with its limit, in a word."""
    return say(f"limit_standing.{row.standing}", lang)


def whole(amount: Money, base: str, formats: Formats) -> str:
    """An amount for a list: with its currency where that is not our own."""
    if amount.currency == base:
        return formats.whole(amount.minor, base)
    return f"{amount.currency} {formats.whole(amount.minor, amount.currency)}"


def terms_text(row: LimitRow) -> str:
    """Days and deposit: 45 d · 30 % ahead."""
    terms = row.terms
    if terms is None:
        return ""
    days = translate("LimitsPanel", "{n} d").format(n=terms.terms_days)
    if not terms.deposit:
        return days
    ahead = translate("LimitsPanel", "{share}% ahead").format(share=written(terms.deposit))
    return ahead if terms.deposit >= 100 or not terms.terms_days else f"{days} · {ahead}"  # noqa: PLR2004 - all of it


def share(percent: Decimal) -> str:
    """A share of use without decimals: 107%."""
    return figure(f"{percent:,.0f}%")


def pool_share(pool: GroupPool) -> str:
    """A pool by its name and use."""
    percent = pool.usage.percent
    return pool.name if percent is None else f"{pool.name} {share(percent)}"


def limit_columns(formats: Formats, base: str, today: date) -> list[Column[LimitRow]]:
    """Who, grade, limit, use, what is left, until when, on which terms, next review, pool."""
    return [
        text_column("customer", lambda: translate("LimitsPanel", "Customer"),
                    lambda row: formats.name(row.customer.name, row.customer.name_en), strong=True,
                    width=200, min_width=188, stretch=2, fixed=True),
        text_column("code", lambda: translate("LimitsPanel", "Code"), lambda row: row.customer.code,
                    tone="secondary", width=84, hidden=True),
        Column("grade", lambda: translate("LimitsPanel", "Grade"), _grade,
               value=lambda row: row.grade.value if row.grade else None, width=56, min_width=52,
               align=Align.CENTER, fixed=True),
        *_amounts(formats, base),
        *_days(formats, today),
        Column("pool", lambda: translate("LimitsPanel", "Group limit"), _pool,
               value=lambda row: row.pool.usage.percent if row.pool else None, width=130, min_width=84,
               stretch=1, drop=1),
    ]  # fmt: skip


def _amounts(formats: Formats, base: str) -> list[Column[LimitRow]]:
    def limit(row: LimitRow) -> Cell:
        if row.standing in _AMOUNTS and row.limit.amount is not None:
            return Cell(whole(row.limit.amount, base, formats), strong=True)
        tone = "danger" if row.standing is LimitStanding.STOPPED else "secondary"
        return Cell(standing_word(row, formats.lang), tone=tone)

    def used(row: LimitRow) -> Cell:
        return Cell(whole(row.usage.used, base, formats)) if row.usage.used.minor else _DASH

    def left(row: LimitRow) -> Cell:
        if row.usage.left is None:
            return _DASH
        return Cell(whole(row.usage.left, base, formats), tone="danger" if row.usage.left.minor < 0 else "")

    def use(row: LimitRow) -> Cell:
        if row.standing is LimitStanding.STOPPED:
            return Cell(say("limit_standing.stopped", formats.lang), tone="danger")
        percent = row.usage.percent
        return _DASH if percent is None else Cell(share(percent), bar=float(percent) / 100)

    def left_base(row: LimitRow) -> int | None:
        if row.limit_base is None or row.used_base is None:
            return None
        return row.limit_base - row.used_base

    titles = {
        "limit": lambda: translate("LimitsPanel", "Limit"),
        "used": lambda: translate("LimitsPanel", "Used"),
        "left": lambda: translate("LimitsPanel", "Available"),
    }
    cells = {"limit": (limit, lambda row: row.limit_base), "used": (used, lambda row: row.used_base),
             "left": (left, left_base)}  # fmt: skip
    return [
        *(
            Column(key, titles[key], cell, value=value, width=112, min_width=96, align=Align.RIGHT,
                   descending_first=True, fixed=key != "left", drop=5 if key == "left" else 0)
            for key, (cell, value) in cells.items()
        ),
        Column("use", lambda: translate("LimitsPanel", "Use"), use, value=lambda row: row.usage.percent,
               width=100, min_width=96, descending_first=True, fixed=True),
    ]  # fmt: skip


def _days(formats: Formats, today: date) -> list[Column[LimitRow]]:
    def terms(row: LimitRow) -> Cell:
        if row.terms is None:
            return _DASH
        tip = translate("LimitsPanel", "Tightened by the downturn profile") if row.tight else ""
        return Cell(terms_text(row), tone="warn" if row.tight else "secondary", tip=tip)

    def review(row: LimitRow) -> Cell:
        on = row.record.review_on if row.record is not None else None
        return Cell(formats.day(on), tone="danger" if on is not None and on < today else "")

    return [
        day_column("until", lambda: translate("LimitsPanel", "Expires"),
                   lambda row: row.record.end if row.record else None, formats, width=96, min_width=88,
                   drop=2),
        Column("terms", lambda: translate("LimitsPanel", "Terms"), terms,
               value=lambda row: row.terms.terms_days if row.terms else None, width=148, min_width=132,
               drop=4),
        Column("review", lambda: translate("LimitsPanel", "Next review"), review,
               value=lambda row: row.record.review_on if row.record else None, width=100, min_width=92,
               align=Align.RIGHT, drop=3),
    ]  # fmt: skip


def _grade(row: LimitRow) -> Cell:
    if row.grade is None:
        return _DASH
    return Cell(row.grade.value, chip=f"grade.{row.grade.value}")


def _pool(row: LimitRow) -> Cell:
    if row.pool is None:
        return _DASH
    left = row.pool.usage.left
    return Cell(pool_share(row.pool), tone="danger" if left is not None and left.minor < 0 else "secondary")


_DASH = Cell(DASH, tone="tertiary")


def limit_cells(formats: Formats) -> dict[str, tuple[ColumnKind, Callable[[LimitRow], TableCell]]]:
    """What a column holds in an exported table."""
    return {
        "customer": (ColumnKind.TEXT, lambda row: formats.name(row.customer.name, row.customer.name_en)),
        "code": (ColumnKind.TEXT, lambda row: row.customer.code),
        "grade": (ColumnKind.TEXT, lambda row: row.grade.value if row.grade else ""),
        "limit": (ColumnKind.MONEY, lambda row: row.limit.amount),
        "used": (ColumnKind.MONEY, lambda row: row.usage.used),
        "left": (ColumnKind.MONEY, lambda row: row.usage.left),
        "use": (ColumnKind.TEXT, lambda row: _use_text(row, formats.lang)),
        "until": (ColumnKind.DATE, lambda row: row.record.end if row.record else None),
        "terms": (ColumnKind.TEXT, terms_text),
        "review": (ColumnKind.DATE, lambda row: row.record.review_on if row.record else None),
        "pool": (ColumnKind.TEXT, lambda row: pool_share(row.pool) if row.pool else ""),
    }


def _use_text(row: LimitRow, lang: str) -> str:
    percent = row.usage.percent
    return standing_word(row, lang) if percent is None else share(percent)
