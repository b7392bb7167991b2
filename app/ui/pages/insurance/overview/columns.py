"""Columns of the buyer limits on the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from app.ui.formats import Formats
    from app.ui.pages.insurance.overview.reading import BuyerRow

translate = QCoreApplication.translate
_NOTHING = Cell(DASH, tone="tertiary")
_TONES = {
    "withdrawn": "danger",
    "declined": "danger",
    "none": "danger",
    "stopped": "warn",
    "expired": "warn",
    "reduced": "warn",
    "requested": "info",
    "partial": "neutral",
    "discretionary": "neutral",
}


def state_word(state: str, lang: str) -> str:
    """How a buyer stands with its limit."""
    if state == "stopped":
        return translate("BuyerLimits", "Stopped")
    if state == "none":
        return translate("BuyerLimits", "No limit")
    if state == "discretionary":
        return say("limit_kind.discretionary", lang)
    return say(f"limit_outcome.{state}", lang)


def state_cell(state: str, lang: str) -> Cell:
    """The same as a chip; plain where all is well."""
    word = state_word(state, lang)
    return Cell(word, tone="secondary") if state == "granted" else Cell(word, chip=_TONES[state], tip=word)


def own_limit(row: BuyerRow, formats: Formats) -> str:
    """The limit in its policy's currency."""
    if row.limit is None or row.policy is None:
        return ""
    return formats.money(row.limit.amount, row.policy.record.currency, whole=True)


def buyer_columns(formats: Formats, base: str, red_above: int) -> list[Column[BuyerRow]]:
    """Who, limit, what is insured and how far that fills it, what is not, and how it stands."""

    def limit(row: BuyerRow) -> Cell:
        if row.limit is None:
            return Cell("0") if row.state == "withdrawn" else _NOTHING
        own = own_limit(row, formats)
        return Cell(own if row.limit_base is None else formats.whole(row.limit_base, base), tip=own)

    def insured(row: BuyerRow) -> Cell:
        return Cell(formats.whole(row.insured, base))

    def use(row: BuyerRow) -> Cell:
        share = row.share
        return Cell("", bar=share or 0.0, tip="" if share is None else figure(f"{share * 100:,.0f}%"))

    def uninsured(row: BuyerRow) -> Cell:
        if not row.uninsured:
            return _NOTHING
        return Cell(formats.whole(row.uninsured, base), tone="danger" if row.uninsured > red_above else "")

    return [
        text_column("buyer", lambda: translate("BuyerLimits", "Buyer"),
                    lambda row: formats.name(row.name, row.name_en), width=110, min_width=80, stretch=9,
                    fixed=True),
        Column("limit", lambda: translate("BuyerLimits", "Limit"), limit, value=lambda row: row.limit_base,
               width=86, min_width=86, align=Align.RIGHT, descending_first=True, drop=2),
        Column("insured", lambda: translate("BuyerLimits", "Insured"), insured,
               value=lambda row: row.insured, width=86, min_width=86, align=Align.RIGHT,
               descending_first=True, fixed=True),
        Column("use", lambda: "", use, told=lambda: translate("BuyerLimits", "Limit used"),
               value=lambda row: row.share, width=44, min_width=40, drop=1, descending_first=True),
        Column("uninsured", lambda: translate("BuyerLimits", "Uninsured"), uninsured,
               value=lambda row: row.uninsured, width=80, min_width=80, align=Align.RIGHT,
               descending_first=True, fixed=True),
        Column("state", lambda: translate("BuyerLimits", "State"),
               lambda row: state_cell(row.state, formats.lang),
               value=lambda row: state_word(row.state, formats.lang), width=80, min_width=78,
               stretch=1, fixed=True),
    ]  # fmt: skip


def buyer_totals(rows: list[BuyerRow], base: str, formats: Formats) -> dict[str, Cell]:
    """Sums in the base currency."""
    limits = [row.limit_base for row in rows if row.limit is not None]
    known = [each for each in limits if each is not None]
    return {
        "buyer": Cell(translate("BuyerLimits", "Total"), strong=True),
        "limit": Cell(formats.whole(sum(known), base) if len(known) == len(limits) else "", strong=True),
        "insured": Cell(formats.whole(sum(row.insured for row in rows), base), strong=True),
        "uninsured": Cell(formats.whole(sum(row.uninsured for row in rows), base), strong=True),
    }
