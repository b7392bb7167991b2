"""Columns of the tables of step 3: what happens to each record, and what a snapshot settles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from app.domain.document import sign
from app.domain.import_plan import Action, Closing, DueFrom, ImportPlan, PlanTotal
from app.domain.importing import ImportKind, StagedDocument
from app.ui.models.columns import Align, Cell, Column, amount_column, text_column
from app.ui.pages.importing.words import problem_text, value_text
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.formats import Formats

translate = QCoreApplication.translate
_TONES = {
    Action.NEW: "good",
    Action.SKIP: "neutral",
    Action.CHANGE: "info",
    Action.PROBLEM: "danger",
    Action.NEW_CUSTOMER: "good",
    Action.UPDATE_CUSTOMER: "info",
}


def row_columns(plan: ImportPlan, formats: Formats) -> list[Column[Any]]:
    """What happens to each record of the file."""
    shown: list[Column[Any]] = [
        Column(
            "row",
            lambda: translate("ImportOutcome", "Row"),
            lambda row: Cell(str(row.row), tone="tertiary"),
            value=lambda row: row.row,
            width=60,
            min_width=52,
            align=Align.RIGHT,
        ),
        Column(
            "action",
            lambda: translate("ImportOutcome", "What happens"),
            lambda row: Cell(say(f"import.action_{row.action}", formats.lang), chip=_TONES[row.action]),
            value=lambda row: row.action.value,
            width=104,
            min_width=90,
        ),
    ]
    if plan.documents:
        shown += _document_columns(plan, formats)
    else:
        shown += [
            text_column(
                "name",
                lambda: translate("ImportOutcome", "Customer"),
                lambda row: row.record.name,
                strong=True,
                width=220,
                stretch=1,
            ),
            text_column(
                "code", lambda: translate("ImportOutcome", "Code"), lambda row: row.record.code, width=100
            ),
        ]
    note: Column[Any] = text_column(
        "note",
        lambda: translate("ImportOutcome", "Note"),
        lambda row: note_of(row, formats),
        tone="secondary",
        width=260,
        stretch=2,
    )
    return [*shown, note]


def _document_columns(plan: ImportPlan, formats: Formats) -> list[Column[Any]]:
    return [
        text_column(
            "number",
            lambda: translate("ImportOutcome", "Number"),
            lambda row: row.record.number,
            strong=True,
            width=130,
        ),
        text_column(
            "customer",
            lambda: translate("ImportOutcome", "Customer"),
            lambda row: plan.names.get(row.customer, row.record.customer or row.record.customer_code),
            width=180,
            stretch=1,
        ),
        text_column(
            "date",
            lambda: translate("ImportOutcome", "Date"),
            lambda row: formats.day(row.record.doc_date),
            width=100,
            min_width=96,
            align=Align.RIGHT,
        ),
        text_column(
            "due",
            lambda: translate("ImportOutcome", "Due"),
            lambda row: formats.day(row.due_date),
            width=100,
            min_width=96,
            align=Align.RIGHT,
            drop=1,
        ),
        amount_column(
            "amount",
            lambda: translate("ImportOutcome", "Amount"),
            lambda row: _signed(plan, row.record),
            lambda row: row.record.currency,
            formats,
            width=120,
        ),
        text_column(
            "currency",
            lambda: translate("ImportOutcome", "Currency"),
            lambda row: row.record.currency,
            tone="secondary",
            width=64,
            drop=2,
        ),
    ]


def _signed(plan: ImportPlan, one: StagedDocument) -> int:
    """The amount of a row in minor units: of invoices a credit is negative, of receipts a refund."""
    usual = -1 if plan.kind is ImportKind.RECEIPTS else 1
    return usual * sign(one.kind) * one.amount


def note_of(row: Any, formats: Formats) -> str:
    """Why a record is skipped, what changes, or what is wrong with it, in words."""
    parts = [problem_text(problem, formats) for problem in row.problems]
    if row.changes:
        currency = row.record.currency if isinstance(row.record, StagedDocument) else ""
        parts += [
            f"{field_name(each.field)}: {value_text(each.before, currency, formats)} → "
            f"{value_text(each.after, currency, formats)}"
            for each in row.changes
        ]
    elif row.reason and all(each.code != row.reason for each in row.problems):
        parts.append(say(row.reason, formats.lang))
    if row.due_from is DueFrom.CUSTOMER:
        parts.append(translate("ImportOutcome", "Due date by the customer's terms"))
    if row.parts:
        parts.append(translate("ImportOutcome", "In {n} instalments").format(n=len(row.parts)))
    return "; ".join(parts)


def field_name(name: str) -> str:
    """A field of a document or customer whose change is shown."""
    known = {
        "amount": translate("ImportOutcome", "Amount"),
        "open": translate("ImportOutcome", "Open"),
        "due_date": translate("ImportOutcome", "Due"),
        "doc_date": translate("ImportOutcome", "Date"),
        "terms": translate("ImportOutcome", "Terms"),
        "reference": translate("ImportOutcome", "Reference"),
        "contract": translate("ImportOutcome", "Contract"),
        "shipped_on": translate("ImportOutcome", "Shipped on"),
        "method": translate("ImportOutcome", "Payment method"),
        "vat": translate("ImportOutcome", "VAT"),
        "salesperson": translate("ImportOutcome", "Salesperson"),
        "owner": translate("ImportOutcome", "Salesperson"),
        "note": translate("ImportOutcome", "Note"),
        "name": translate("ImportOutcome", "Name"),
        "code": translate("ImportOutcome", "Code"),
        "short_name": translate("ImportOutcome", "Short name"),
        "address": translate("ImportOutcome", "Address"),
        "phone": translate("ImportOutcome", "Phone"),
        "email": translate("ImportOutcome", "E-mail"),
        "bank": translate("ImportOutcome", "Bank"),
        "bank_account": translate("ImportOutcome", "Bank account"),
        "country": translate("ImportOutcome", "Country"),
        "currency": translate("ImportOutcome", "Currency"),
        "region": translate("ImportOutcome", "Region"),
        "group": translate("ImportOutcome", "Group"),
        "contact": translate("ImportOutcome", "Contact"),
        "book_rate": translate("ImportOutcome", "Book rate"),
        "kind": translate("ImportOutcome", "Kind"),
        "settled": translate("ImportOutcome", "Received"),
        "identifier": translate("ImportOutcome", "Tax number"),
    }
    return known.get(name, name)


def closing_columns(plan: ImportPlan, formats: Formats) -> list[Column[Closing]]:
    """What the snapshot settles, reduces or reopens."""
    return [
        text_column(
            "number",
            lambda: translate("ImportOutcome", "Number"),
            lambda each: each.number,
            strong=True,
            width=140,
        ),
        text_column(
            "customer",
            lambda: translate("ImportOutcome", "Customer"),
            lambda each: plan.names.get(each.customer, ""),
            width=200,
            stretch=1,
        ),
        text_column(
            "what",
            lambda: translate("ImportOutcome", "What happens"),
            _closing_words,
            width=160,
        ),
        amount_column(
            "before",
            lambda: translate("ImportOutcome", "Open before"),
            lambda each: each.before,
            lambda each: each.currency,
            formats,
            width=120,
        ),
        amount_column(
            "after",
            lambda: translate("ImportOutcome", "Open after"),
            lambda each: each.after,
            lambda each: each.currency,
            formats,
            zero_dash=True,
            width=120,
        ),
        amount_column(
            "inferred",
            lambda: translate("ImportOutcome", "Inferred settlement"),
            lambda each: each.inferred,
            lambda each: each.currency,
            formats,
            zero_dash=True,
            width=130,
        ),
        text_column(
            "currency", lambda: translate("ImportOutcome", "Currency"), lambda each: each.currency, width=64
        ),
    ]


def _closing_words(each: Closing) -> str:
    if each.vanished:
        return translate("ImportOutcome", "Not listed: settled")
    if each.after > each.before:
        return translate("ImportOutcome", "Reopened")
    return translate("ImportOutcome", "Partly settled")


def total_columns(formats: Formats) -> list[Column[PlanTotal]]:
    """The file against its own totals, per currency."""
    names: list[tuple[str, Callable[[], str], Callable[[PlanTotal], int]]] = [
        ("found", lambda: translate("ImportOutcome", "Rows sum to"), lambda each: each.found),
        ("new", lambda: translate("ImportOutcome", "New"), lambda each: each.new),
        ("changed", lambda: translate("ImportOutcome", "Changed"), lambda each: each.changed),
        ("skipped", lambda: translate("ImportOutcome", "Already there"), lambda each: each.skipped),
        ("refused", lambda: translate("ImportOutcome", "To resolve"), lambda each: each.refused),
        ("closing", lambda: translate("ImportOutcome", "Settled"), lambda each: each.closing),
    ]
    return [
        text_column(
            "currency",
            lambda: translate("ImportOutcome", "Currency"),
            lambda each: each.currency,
            strong=True,
            width=80,
        ),
        Column(
            "stated",
            lambda: translate("ImportOutcome", "Total in the file"),
            lambda each: _stated(each, formats),
            width=130,
            align=Align.RIGHT,
        ),
        *(
            amount_column(key, title, amount, lambda each: each.currency, formats, zero_dash=True, stretch=1)
            for key, title, amount in names
        ),
    ]


def _stated(each: PlanTotal, formats: Formats) -> Cell:
    """The file's own total: amber where its rows sum to something else."""
    if each.stated is None:
        return Cell(translate("ImportOutcome", "no total row"), tone="tertiary")
    text = formats.amount(each.stated, each.currency)
    if each.stated == each.found:
        return Cell(text, icon="check")
    return Cell(text, tone="warn", tip=translate("ImportOutcome", "The rows do not sum to this."))
