"""Columns of the queue of statement lines, for the eye, for sorting and for export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.bank import LineState
from app.domain.money import Money, to_major
from app.domain.table import ColumnKind
from app.services.bank_views import BankSort
from app.ui.models.columns import Align, Cell, Column, day_column, text_column
from app.ui.pages.bank.words import STATE_TONES, evidence, joined, numbers, payer, state_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.table import Cell as TableCell
    from app.services.bank_views import BankLineRow
    from app.ui.formats import Formats

translate = QCoreApplication.translate


def customer_of(row: BankLineRow) -> str:
    """The customer it was decided for, or the one proposed."""
    return row.customer or (row.proposal.customer if row.proposal else "")


def pays(row: BankLineRow) -> str:
    """What it pays: the document made of it, or the invoices proposed."""
    if row.document:
        return row.document
    return numbers(row.proposal.parts) if row.proposal else ""


def because(row: BankLineRow, formats: Formats) -> str:
    """The evidence of the proposal in words."""
    if row.proposal is not None:
        return joined(evidence(row.proposal, formats), formats)
    return translate("BankQueue", "Nothing found") if row.state is LineState.WAITING else ""


def queue_columns(formats: Formats, state: str) -> list[Column[BankLineRow]]:
    """The queue's columns for lines of one state ("" for all); sortable ones carry the query's keys."""

    def amount(row: BankLineRow) -> Cell:
        return Cell(formats.amount(row.amount, row.currency), strong=True)

    def customer(row: BankLineRow) -> Cell:
        found = customer_of(row)
        return Cell(found or "–", tone="" if found else "tertiary")

    states: Column[BankLineRow] = Column(
        BankSort.STATE,
        lambda: translate("BankQueue", "State"),
        lambda row: Cell(state_name(row.state, formats), chip=STATE_TONES[row.state]),
        value=lambda row: row.state,
        width=104,
        min_width=92,
    )
    reasons: Column[BankLineRow] = text_column(
        "because",
        lambda: translate("BankQueue", "Because of"),
        lambda row: because(row, formats),
        tone="secondary",
        width=220,
        min_width=170,
        stretch=3,
        drop=3,
        sortable=False,
    )
    return [
        day_column(BankSort.ON, lambda: translate("BankQueue", "Date"), lambda row: row.on, formats),
        text_column(BankSort.PAYER, lambda: translate("BankQueue", "Payer"), payer, strong=True, width=190,
                    min_width=140, stretch=2, fixed=True),
        Column(BankSort.AMOUNT, lambda: translate("BankQueue", "Amount"), amount,
               value=lambda row: row.amount,
               plain=lambda row: f"{to_major(row.amount, row.currency):f}", width=120, min_width=104,
               align=Align.RIGHT, descending_first=True, fixed=True),
        text_column("currency", lambda: translate("BankQueue", "Currency"), lambda row: row.currency,
                    tone="secondary", width=76, min_width=64, drop=1, sortable=False),
        text_column("text", lambda: translate("BankQueue", "Text"),
                    lambda row: " ".join(filter(None, (row.text, row.reference))), tone="secondary",
                    width=190, min_width=150, stretch=2, drop=2, sortable=False),
        Column("customer", lambda: translate("BankQueue", "Customer"), customer, width=160, min_width=130,
               stretch=2, sortable=False),
        text_column("pays", lambda: translate("BankQueue", "For"), pays, width=140,
                    min_width=110, stretch=1, drop=4, sortable=False),
        *([reasons] if state in {"", LineState.WAITING} else []),
        text_column("account", lambda: translate("BankQueue", "Our account"), lambda row: row.account,
                    tone="secondary", width=120, drop=1, sortable=False, hidden=True),
        *([] if state else [states]),
    ]  # fmt: skip


def queue_cells(formats: Formats) -> dict[str, tuple[ColumnKind, Callable[[BankLineRow], TableCell]]]:
    """What a column of the queue holds in an exported table."""
    return {
        BankSort.ON: (ColumnKind.DATE, lambda row: row.on),
        BankSort.PAYER: (ColumnKind.TEXT, payer),
        BankSort.AMOUNT: (ColumnKind.MONEY, lambda row: Money(row.amount, row.currency)),
        "currency": (ColumnKind.TEXT, lambda row: row.currency),
        "text": (ColumnKind.TEXT, lambda row: " ".join(filter(None, (row.text, row.reference)))),
        "customer": (ColumnKind.TEXT, customer_of),
        "pays": (ColumnKind.TEXT, pays),
        "because": (ColumnKind.TEXT, lambda row: because(row, formats)),
        "account": (ColumnKind.TEXT, lambda row: row.account),
        BankSort.STATE: (ColumnKind.TEXT, lambda row: state_name(row.state, formats)),
    }
