"""Columns of the periods, of the lines declared, of differences, and of the sales behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import Align, Cell, Column, amount_column, count_column, day_column, text_column
from app.words import say

if TYPE_CHECKING:
    from datetime import date

    from app.domain.declaration import DeclaredLine, Difference, Sale
    from app.domain.insurance_record import Declaration
    from app.ui.formats import Formats
    from app.ui.pages.insurance.said import Called

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period of a policy: its declaration where one was made; ``due`` is the last day to declare it."""

    key: int
    start: date
    end: date
    stored: Declaration | None
    currency: str
    due: date | None = None

    def state(self, today: date) -> tuple[str, str]:
        """A code of its state, and the tone."""
        if self.stored is not None:
            return ("accepted", "good") if self.stored.accepted_on is not None else ("declared", "info")
        if today < self.end:
            return "running", "neutral"
        late = self.due is not None and self.due < today
        return ("late", "danger") if late else ("due", "warn")


def period_name(start: date, end: date, formats: Formats) -> str:
    """Both days of a period."""
    return f"{formats.day(start)} – {formats.day(end)}"


def period_columns(formats: Formats, today: date) -> list[Column[PeriodRow]]:
    """The days, the state, and what was declared."""

    def state(row: PeriodRow) -> Cell:
        code, tone = row.state(today)
        return Cell(say(f"declaration_state.{code}", formats.lang), chip=tone)

    def turnover(row: PeriodRow) -> Cell:
        stored = row.stored
        return Cell(formats.whole(stored.turnover, row.currency) if stored is not None else "")

    return [
        Column(
            "period",
            lambda: translate("DeclarationsPanel", "Period"),
            lambda row: Cell(period_name(row.start, row.end, formats), strong=True),
            value=lambda row: row.start,
            width=200,
            min_width=176,
            stretch=1,
            fixed=True,
        ),
        Column(
            "state",
            lambda: translate("DeclarationsPanel", "State"),
            state,
            value=lambda row: row.state(today)[0],
            width=104,
            min_width=84,
            fixed=True,
        ),
        Column(
            "turnover",
            lambda: translate("DeclarationsPanel", "Declared"),
            turnover,
            value=lambda row: row.stored.turnover if row.stored is not None else None,
            width=104,
            min_width=84,
            align=Align.RIGHT,
            drop=1,
        ),
    ]


def _named(row: DeclaredLine | Sale, called: Called, formats: Formats) -> str:
    own, english = called.get(row.customer_id, (row.customer, ""))
    return formats.name(own, english)


def terms_words(terms: int, formats: Formats) -> str:
    """Payment terms of a line."""
    return (
        say("declaration_terms.step", formats.lang, n=terms)
        if terms
        else say("declaration_terms.cash", formats.lang)
    )


def line_columns(formats: Formats, currency: str, called: Called) -> list[Column[DeclaredLine]]:
    """Country, buyer, terms, turnover, documents."""
    return [
        text_column(
            "country",
            lambda: say("declaration_column.country", formats.lang),
            lambda row: row.country,
            width=80,
        ),
        text_column(
            "buyer",
            lambda: say("declaration_column.buyer", formats.lang),
            lambda row: _named(row, called, formats),
            strong=True,
            width=190,
            min_width=120,
            stretch=2,
            fixed=True,
        ),
        Column(
            "terms",
            lambda: translate("DeclarationsPanel", "Terms"),
            lambda row: Cell(terms_words(row.terms, formats)),
            value=lambda row: row.terms,
            width=110,
            min_width=84,
        ),
        amount_column(
            "amount",
            lambda: say("declaration_column.turnover", formats.lang),
            lambda row: row.amount,
            lambda _row: currency,
            formats,
            width=120,
            fixed=True,
        ),
        count_column(
            "documents",
            lambda: say("declaration_column.documents", formats.lang),
            lambda row: row.documents,
            formats,
            drop=1,
        ),
    ]


def difference_columns(formats: Formats, currency: str, called: Called) -> list[Column[Difference]]:
    """A line against the declaration before."""
    return [
        text_column(
            "country",
            lambda: say("declaration_column.country", formats.lang),
            lambda row: row.line.country,
            width=80,
        ),
        text_column(
            "buyer",
            lambda: say("declaration_column.buyer", formats.lang),
            lambda row: _named(row.line, called, formats),
            strong=True,
            width=180,
            min_width=120,
            stretch=2,
            fixed=True,
        ),
        Column(
            "terms",
            lambda: translate("DeclarationsPanel", "Terms"),
            lambda row: Cell(terms_words(row.line.terms, formats)),
            value=lambda row: row.line.terms,
            width=124,
            min_width=96,
            drop=1,
        ),
        amount_column(
            "before",
            lambda: say("declaration_column.before", formats.lang),
            lambda row: row.before,
            lambda _row: currency,
            formats,
            zero_dash=True,
        ),
        amount_column(
            "now",
            lambda: translate("DeclarationsPanel", "Now"),
            lambda row: row.line.amount,
            lambda _row: currency,
            formats,
            zero_dash=True,
            min_width=100,
        ),
        Column(
            "change",
            lambda: say("declaration_column.change", formats.lang),
            lambda row: Cell(formats.amount(row.change, currency), strong=True),
            value=lambda row: abs(row.change),
            width=112,
            min_width=84,
            align=Align.RIGHT,
            descending_first=True,
            fixed=True,
        ),
    ]


def sale_columns(formats: Formats, called: Called) -> list[Column[Sale]]:
    """The sales behind a declaration, with the reason where one is left out."""

    def why(row: Sale) -> Cell:
        if row.left_out is None:
            return Cell("")
        return Cell(say(f"declaration_left_out.{row.left_out}", formats.lang), tone="warn")

    return [
        text_column(
            "number",
            lambda: say("declaration_column.number", formats.lang),
            lambda row: row.number,
            strong=True,
            width=110,
            min_width=84,
            fixed=True,
        ),
        text_column(
            "buyer",
            lambda: say("declaration_column.buyer", formats.lang),
            lambda row: _named(row, called, formats),
            width=170,
            min_width=110,
            stretch=1,
        ),
        day_column(
            "on", lambda: say("declaration_column.on", formats.lang), lambda row: row.on, formats, drop=2
        ),
        Column(
            "amount",
            lambda: say("declaration_column.amount", formats.lang),
            lambda row: Cell(formats.money(row.amount, row.currency)),
            value=lambda row: row.amount,
            width=124,
            min_width=96,
            align=Align.RIGHT,
            descending_first=True,
            fixed=True,
        ),
        Column(
            "left_out",
            lambda: say("declaration_column.left_out", formats.lang),
            why,
            value=lambda row: row.left_out,
            width=130,
            min_width=100,
        ),
    ]
