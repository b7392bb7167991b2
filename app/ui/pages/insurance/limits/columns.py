"""Columns of the list of buyer limits, for the eye and for an exported table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import Money
from app.domain.table import ColumnKind
from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, day_column, text_column
from app.ui.pages.insurance.limits.reading import NONE, STOPPED
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.table import Cell as TableCell
    from app.ui.formats import Formats
    from app.ui.pages.insurance.limits.reading import BuyerRow

translate = QCoreApplication.translate
TONES = {
    "granted": "good",
    "partial": "good",
    "reduced": "warn",
    "requested": "info",
    "declined": "danger",
    "withdrawn": "danger",
    "expired": "warn",
    STOPPED: "warn",
    NONE: "neutral",
}
_DASH = Cell(DASH, tone="tertiary")


def state_word(state: str, lang: str) -> str:
    """How a buyer stands, in a word."""
    if state == STOPPED:
        return translate("BuyerLimits", "Stopped")
    if state == NONE:
        return translate("BuyerLimits", "No limit")
    return say(f"limit_outcome.{state}", lang)


def limit_money(row: BuyerRow, formats: Formats) -> str:
    """The limit in force with its currency, "–" for none."""
    if row.limit is None or row.policy is None:
        return DASH
    return formats.money(row.limit.amount, row.policy.record.currency, whole=True)


def terms_words(days: int | None, method: str, lang: str) -> str:
    """On which terms a limit was given: up to 60 d · open account."""
    longest = translate("BuyerLimits", "up to {n} d").format(n=days) if days is not None else ""
    return " · ".join(filter(None, (longest, say(f"pay_method.{method}", lang) if method else "")))


def _terms(row: BuyerRow, lang: str) -> str:
    return terms_words(row.limit.terms_days, row.limit.method, lang) if row.limit else ""


def buyer_columns(formats: Formats, base: str) -> list[Column[BuyerRow]]:
    """Buyer, limit, kind, until, terms, insured balance, use, what is not insured, how it stands."""
    lang = formats.lang

    def limit(row: BuyerRow) -> Cell:
        if row.limit is None or row.policy is None:
            return _DASH
        currency = row.policy.record.currency
        text = formats.whole(row.limit.amount, currency)
        return Cell(text if currency == base else f"{currency} {text}", strong=True)

    def use(row: BuyerRow) -> Cell:
        return _DASH if row.share is None else Cell(f"{row.share:.0%}", bar=row.share)

    def uninsured(row: BuyerRow) -> Cell:
        if not row.uninsured:
            return _DASH
        worst = row.open and row.uninsured * 2 >= row.open
        return Cell(formats.whole(row.uninsured, base), tone="danger" if worst else "")

    def state(row: BuyerRow) -> Cell:
        return Cell(state_word(row.state, lang), chip=TONES[row.state])

    return [
        text_column("customer", lambda: translate("BuyerLimits", "Buyer"),
                    lambda row: formats.name(row.name, row.name_en), strong=True,
                    width=224, min_width=168, stretch=3, fixed=True),
        text_column("code", lambda: translate("BuyerLimits", "Code"), lambda row: row.code,
                    tone="secondary", width=84, hidden=True),
        text_column("policy", lambda: translate("BuyerLimits", "Policy"),
                    lambda row: row.policy.record.number if row.policy else "", tone="secondary",
                    width=124, min_width=96, drop=2),
        Column("limit", lambda: translate("BuyerLimits", "Limit"), limit,
               value=lambda row: row.limit.amount if row.limit else None, width=112, min_width=96,
               align=Align.RIGHT, descending_first=True, fixed=True),
        text_column("kind", lambda: translate("BuyerLimits", "Kind"),
                    lambda row: say(f"limit_kind.{row.limit.kind}", lang) if row.limit else "",
                    tone="secondary", width=116, min_width=96, drop=4),
        day_column("until", lambda: translate("BuyerLimits", "Until"),
                   lambda row: row.limit.until if row.limit else None, formats, width=96, drop=5),
        text_column("terms", lambda: translate("BuyerLimits", "Terms"),
                    lambda row: _terms(row, lang), tone="secondary", width=150, min_width=110, drop=1),
        amount_column("open", lambda: translate("BuyerLimits", "Open"), lambda row: row.open,
                      lambda _row: base, formats, whole=True, zero_dash=True, width=104, drop=3),
        amount_column("insured", lambda: translate("BuyerLimits", "Insured balance"),
                      lambda row: row.insured, lambda _row: base, formats, whole=True, zero_dash=True,
                      width=112, min_width=104),
        Column("use", lambda: translate("BuyerLimits", "Use"), use, value=lambda row: row.share, width=100,
               min_width=96, descending_first=True, drop=6),
        Column("uninsured", lambda: translate("BuyerLimits", "Not insured"), uninsured,
               value=lambda row: row.uninsured, width=104, min_width=92, align=Align.RIGHT,
               descending_first=True, fixed=True),
        Column("state", lambda: translate("BuyerLimits", "State"), state, value=lambda row: row.state,
               width=104, min_width=92, fixed=True),
    ]  # fmt: skip


def buyer_cells(formats: Formats, base: str) -> dict[str, tuple[ColumnKind, Callable[[BuyerRow], TableCell]]]:
    """What a column holds in an exported table."""
    lang = formats.lang

    def limit(row: BuyerRow) -> TableCell:
        if row.limit is None or row.policy is None:
            return None
        return Money(row.limit.amount, row.policy.record.currency)

    return {
        "customer": (ColumnKind.TEXT, lambda row: formats.name(row.name, row.name_en)),
        "code": (ColumnKind.TEXT, lambda row: row.code),
        "policy": (ColumnKind.TEXT, lambda row: row.policy.record.number if row.policy else ""),
        "limit": (ColumnKind.MONEY, limit),
        "kind": (ColumnKind.TEXT, lambda row: say(f"limit_kind.{row.limit.kind}", lang) if row.limit else ""),
        "until": (ColumnKind.DATE, lambda row: row.limit.until if row.limit else None),
        "terms": (ColumnKind.TEXT, lambda row: _terms(row, lang)),
        "open": (ColumnKind.MONEY, lambda row: Money(row.open, base)),
        "insured": (ColumnKind.MONEY, lambda row: Money(row.insured, base)),
        "use": (ColumnKind.TEXT, lambda row: "" if row.share is None else f"{row.share:.0%}"),
        "uninsured": (ColumnKind.MONEY, lambda row: Money(row.uninsured, base)),
        "state": (ColumnKind.TEXT, lambda row: state_word(row.state, lang)),
    }
