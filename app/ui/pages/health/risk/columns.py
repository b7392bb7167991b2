"""Columns of the customers by size, and of the moves of grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, text_column
from app.words.formats import ratio

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.health_views import CustomerShare, Moved
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_BETTER, _WORSE = 1, -1


def share_columns(formats: Formats, base: str) -> list[Column[CustomerShare]]:
    """Customer, share, balance, all so far; a share past the limit takes amber."""

    def share(row: CustomerShare) -> Cell:
        tone = "warn" if row.above else ""
        return Cell(ratio(row.share), strong=True, tone=tone)

    return [
        text_column(
            "customer",
            lambda: translate("Measures", "Customer"),
            lambda row: row.customer,
            strong=True,
            width=170,
            min_width=110,
            stretch=2,
            fixed=True,
            sortable=False,
        ),
        Column(
            "share",
            lambda: translate("Measures", "Share"),
            share,
            value=lambda row: row.share,
            plain=lambda row: f"{row.share:f}",
            width=76,
            min_width=64,
            align=Align.RIGHT,
            sortable=False,
        ),
        amount_column(
            "balance",
            lambda: translate("Measures", "Balance"),
            lambda row: row.balance,
            lambda _row: base,
            formats,
            whole=True,
            sortable=False,
            width=96,
            min_width=84,
        ),
        Column(
            "cumulative",
            lambda: translate("Measures", "Cumulative"),
            lambda row: Cell(ratio(row.cumulative), tone="secondary"),
            value=lambda row: row.cumulative,
            plain=lambda row: f"{row.cumulative:f}",
            width=80,
            min_width=68,
            align=Align.RIGHT,
            sortable=False,
        ),
    ]


def move_columns(formats: Formats, base: str) -> list[Column[Moved]]:
    """Customer, grade before and after, which way, what it owes."""
    return [
        text_column(
            "customer",
            lambda: translate("Measures", "Customer"),
            lambda row: row.customer,
            strong=True,
            width=170,
            min_width=110,
            stretch=2,
            fixed=True,
        ),
        _grade("before", lambda: translate("Measures", "From"), lambda row: row.before),
        _grade("after", lambda: translate("Measures", "To"), lambda row: row.after),
        Column(
            "way",
            lambda: translate("Measures", "Move"),
            _way,
            value=lambda row: row.direction,
            width=88,
            min_width=72,
        ),
        amount_column(
            "balance",
            lambda: translate("Measures", "Owes"),
            lambda row: row.balance,
            lambda _row: base,
            formats,
            whole=True,
            zero_dash=True,
            width=96,
            min_width=84,
        ),
    ]


def _grade(key: str, title: Callable[[], str], grade: Callable[[Moved], str]) -> Column[Moved]:
    def cell(row: Moved) -> Cell:
        value = grade(row)
        return Cell(value, chip=f"grade.{value}") if value else Cell(DASH, tone="tertiary")

    return Column(
        key,
        title,
        cell,
        value=lambda row: grade(row) or None,
        width=60,
        min_width=52,
        align=Align.CENTER,
    )


def _way(row: Moved) -> Cell:
    if row.direction == _WORSE:
        return Cell(translate("Measures", "weaker"), chip="danger")
    if row.direction == _BETTER:
        return Cell(translate("Measures", "better"), chip="good")
    word = translate("Measures", "new") if not row.before else translate("Measures", "no longer graded")
    return Cell(word, chip="neutral")
