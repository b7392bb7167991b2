"""Columns of the events and of the buyers behind the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, count_column, text_column
from app.words import say

if TYPE_CHECKING:
    from app.domain.insurance_worth import BuyerRisk, Outcome
    from app.ui.formats import Formats
    from app.ui.pages.insurance.said import Called

translate = QCoreApplication.translate


def outcome_columns(formats: Formats, currency: str) -> list[Column[Outcome]]:
    """What may happen: the loss, what the insurer would bear of it, what is left to us."""
    return [
        text_column(
            "event",
            lambda: translate("WorthPanel", "What may happen"),
            lambda row: say(f"worth_event.{row.event}", formats.lang),
            strong=True,
            width=210,
            min_width=176,
            stretch=1,
            fixed=True,
            sortable=False,
        ),
        amount_column(
            "loss",
            lambda: translate("WorthPanel", "Loss without cover"),
            lambda row: row.loss,
            lambda _row: currency,
            formats,
            whole=True,
            sortable=False,
            width=112,
            min_width=92,
        ),
        amount_column(
            "indemnity",
            lambda: translate("WorthPanel", "Expected indemnity"),
            lambda row: row.indemnity,
            lambda _row: currency,
            formats,
            whole=True,
            zero_dash=True,
            sortable=False,
            width=112,
            min_width=92,
        ),
        amount_column(
            "retained",
            lambda: translate("WorthPanel", "Borne with cover"),
            lambda row: row.retained,
            lambda _row: currency,
            formats,
            whole=True,
            strong=True,
            sortable=False,
            width=112,
            min_width=92,
        ),
        count_column(
            "buyers",
            lambda: translate("WorthPanel", "Buyers"),
            lambda row: len(row.buyers),
            formats,
            sortable=False,
            drop=1,
        ),
    ]


def buyer_columns(formats: Formats, currency: str, called: Called) -> list[Column[BuyerRisk]]:
    """Buyer, country, grade, what it owes, the insured part, a year's turnover, its loss rate."""
    return [*_who(formats, called), *_owing(formats, currency), *_risk()]


def _who(formats: Formats, called: Called) -> list[Column[BuyerRisk]]:
    """Buyer, country and grade."""

    def grade(row: BuyerRisk) -> Cell:
        return Cell(row.grade, chip=f"grade.{row.grade}") if row.grade else Cell(DASH, tone="tertiary")

    return [
        text_column(
            "buyer",
            lambda: translate("WorthPanel", "Buyer"),
            lambda row: formats.name(*called.get(row.customer_id, (row.name, ""))),
            strong=True,
            width=180,
            min_width=120,
            stretch=2,
            fixed=True,
        ),
        text_column(
            "country", lambda: translate("WorthPanel", "Country"), lambda row: row.country, width=76, drop=2
        ),
        Column(
            "grade",
            lambda: translate("WorthPanel", "Grade"),
            grade,
            value=lambda row: row.grade or None,
            width=60,
            min_width=52,
            align=Align.CENTER,
        ),
    ]


def _owing(formats: Formats, currency: str) -> list[Column[BuyerRisk]]:
    """What it owes and bought."""

    def insured(row: BuyerRisk) -> Cell:
        if row.insured is None:
            return Cell(translate("WorthPanel", "no data"), tone="tertiary")
        return Cell(formats.whole(row.insured, currency))

    return [
        amount_column(
            "open",
            lambda: translate("WorthPanel", "Owes"),
            lambda row: row.open,
            lambda _row: currency,
            formats,
            whole=True,
            zero_dash=True,
        ),
        Column(
            "insured",
            lambda: translate("WorthPanel", "Insured"),
            insured,
            value=lambda row: row.insured,
            width=104,
            min_width=80,
            align=Align.RIGHT,
            descending_first=True,
        ),
        amount_column(
            "turnover",
            lambda: translate("WorthPanel", "Turnover, 12 months"),
            lambda row: row.turnover,
            lambda _row: currency,
            formats,
            whole=True,
            zero_dash=True,
            width=124,
        ),
        amount_column(
            "credit",
            lambda: translate("WorthPanel", "of it on credit"),
            lambda row: row.credit,
            lambda _row: currency,
            formats,
            whole=True,
            zero_dash=True,
            drop=3,
        ),
    ]


def _risk() -> list[Column[BuyerRisk]]:
    """Its loss rate, and whether it is new."""
    return [
        Column(
            "rate",
            lambda: translate("WorthPanel", "Loss rate"),
            lambda row: Cell(f"{row.loss_rate:.2f}%"),
            value=lambda row: row.loss_rate,
            width=80,
            min_width=72,
            align=Align.RIGHT,
            descending_first=True,
        ),
        Column(
            "new",
            lambda: translate("WorthPanel", "New"),
            lambda row: Cell(translate("WorthPanel", "new"), chip="info") if row.new else Cell(""),
            value=lambda row: not row.new,
            width=64,
            min_width=52,
            drop=1,
        ),
    ]
