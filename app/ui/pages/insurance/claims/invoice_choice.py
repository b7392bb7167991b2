"""Choosing the invoices of a claim: those open under a policy, with what of each is insured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.ui.models.columns import Cell, Column, amount_column, day_column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from app.services.cover_views import Covered
    from app.ui.context import PageContext
    from app.ui.formats import Formats

translate = QCoreApplication.translate
_HIGH = 190


def gap_words(gaps: Sequence[tuple[object, int]], lang: str) -> str:
    """The reasons why something is not insured, joined."""
    return " · ".join(say(f"cover_gap.{gap}", lang) for gap, _ in gaps)


def choice_columns(formats: Formats, today: date) -> list[Column[Covered]]:
    """Number, due date, open, insured, and why not the rest."""

    def due(row: Covered) -> Cell:
        item = row.cover.item
        return Cell(formats.day(item.due), tone="danger" if item.due < today else "")

    return [
        text_column(
            "number",
            lambda: translate("InvoiceChoice", "Invoice"),
            lambda row: row.cover.item.number,
            strong=True,
            width=110,
            min_width=84,
            stretch=1,
            fixed=True,
        ),
        day_column("due", lambda: translate("InvoiceChoice", "Due"), lambda row: row.cover.item.due, formats),
        amount_column(
            "open",
            lambda: translate("InvoiceChoice", "Open"),
            lambda row: row.cover.item.open,
            lambda row: row.cover.item.currency,
            formats,
            width=104,
        ),
        amount_column(
            "insured",
            lambda: translate("InvoiceChoice", "Insured"),
            lambda row: row.cover.insured,
            lambda row: row.cover.item.currency,
            formats,
            zero_dash=True,
            width=104,
        ),
        text_column(
            "gaps",
            lambda: translate("InvoiceChoice", "Not insured because"),
            lambda row: gap_words(row.cover.gaps, formats.lang),
            tone="secondary",
            width=150,
            min_width=90,
            stretch=2,
        ),
    ]


class InvoiceChoice(DataTable):
    """``chosen`` are the ids of the invoices checked; ``ticked`` says that the user checked others."""

    ticked = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, "insurance.claim_choice", empty_icon="file-text", pad=6)
        self._today = context.company.clock.today()
        self.rows: RowTable[Covered] = RowTable(
            choice_columns(context.formats, self._today),
            context.runner,
            lambda row: row.cover.item.document_id,
            checkable=True,
            parent=self,
        )
        self.view.checks_stay = True
        self._offering = False
        self.rows.checks_changed.connect(self._on_checks)
        self.set_model(self.rows)
        self.setFixedHeight(_HIGH)
        self.setAccessibleName(translate("InvoiceChoice", "Invoices of the claim"))
        self.view.setAccessibleName(translate("InvoiceChoice", "Invoices of the claim"))

    def show_items(self, items: Sequence[Covered], checked: Collection[int] | None = None) -> None:
        """Offer these; ``checked`` None checks what is overdue."""
        ids = {one.cover.item.document_id for one in items}
        late = {one.cover.item.document_id for one in items if one.cover.item.due < self._today}
        chosen = late if checked is None else ids & set(checked)
        by_due = sorted(items, key=lambda one: (one.cover.item.document_id not in chosen, one.cover.item.due))
        self._offering = True
        self.rows.set_rows(by_due)
        self.rows.clear_checks()
        self.rows.set_checked(chosen)
        self._offering = False

    def _on_checks(self) -> None:
        if not self._offering:
            self.ticked.emit()

    @property
    def chosen(self) -> list[int]:
        """The invoices checked."""
        return sorted(self.rows.checked)
