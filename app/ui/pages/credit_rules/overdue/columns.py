"""Columns of whom the overdue rule would have held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.models.columns import Align, Cell, Column, count_column, day_column, text_column
from app.ui.writing import figure
from app.words import say

if TYPE_CHECKING:
    from app.domain.alert_history import Trouble
    from app.domain.order_check import HeldSpan
    from app.services.order_views import HeldOutcome
    from app.ui.formats import Formats

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Tried:
    """One customer the rule would have held, and the first trouble after that, if any."""

    outcome: HeldOutcome
    trouble: Trouble | None = None

    @property
    def days(self) -> int:
        """On how many days it would have been held."""
        return sum((span.end - span.start).days + 1 for span in self.outcome.held.spans)

    @property
    def worst(self) -> HeldSpan:
        """The span in which amount × days was largest."""
        return max(self.outcome.held.spans, key=lambda span: span.worst.amount_days)


def tried_columns(formats: Formats) -> list[Column[Tried]]:
    """Who, how long, at worst by how much, what went out meanwhile, what came after."""

    def after(row: Tried) -> Cell:
        if row.trouble is None:
            return Cell(translate("OverdueColumns", "none known"), tone="tertiary")
        word = say(f"trouble.{row.trouble.kind}", formats.lang)
        return Cell(f"{word}  {formats.day(row.trouble.on)}", tone="danger")

    return [
        text_column("customer", lambda: translate("OverdueColumns", "Customer"),
                    lambda row: formats.name(row.outcome.held.customer, row.outcome.held.customer_en),
                    strong=True, width=180, min_width=130, stretch=2,
                    fixed=True),
        day_column("first", lambda: translate("OverdueColumns", "First held"),
                   lambda row: row.outcome.held.spans[0].start, formats, width=108, min_width=96),
        count_column("days", lambda: translate("OverdueColumns", "Days held"), lambda row: row.days, formats,
                     width=88, min_width=76),
        count_column("times", lambda: translate("OverdueColumns", "Times"),
                     lambda row: len(row.outcome.held.spans), formats, width=64, min_width=56, drop=1),
        Column("worst", lambda: translate("OverdueColumns", "Amount × days"),
               lambda row: Cell(figure(f"{row.worst.worst.amount_days:,.0f}")),
               value=lambda row: row.worst.worst.amount_days, width=124, min_width=104, drop=2,
               align=Align.RIGHT, descending_first=True),
        count_column("longest", lambda: translate("OverdueColumns", "Longest, days"),
                     lambda row: row.worst.worst.longest, formats, width=104, min_width=88, drop=3),
        count_column("shipments", lambda: translate("OverdueColumns", "Invoices held"),
                     lambda row: row.outcome.shipments, formats, zero_dash=True, width=104, min_width=88),
        count_column("late", lambda: translate("OverdueColumns", "Paid late"),
                     lambda row: row.outcome.late, formats, zero_dash=True, width=84, min_width=76),
        Column("trouble", lambda: translate("OverdueColumns", "What came after"), after,
               value=lambda row: row.trouble.on if row.trouble else None, width=262, min_width=200,
               stretch=1),
    ]  # fmt: skip
