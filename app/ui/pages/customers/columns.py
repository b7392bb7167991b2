"""Columns of the customer list and of the document lists, for the eye and for export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.customer import CustomerStatus
from app.domain.document import DEBITS, DocumentKind
from app.domain.money import Money
from app.domain.table import ColumnKind
from app.ui.dialogs.terms_field import meaning
from app.ui.models.columns import DASH, Align, Cell, Column, amount_column, day_column, text_column
from app.ui.pages.standing import export_text, grade_cell, limit_cell, limit_of, use_cell
from app.words import say
from app.words.kinds import kind_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.table import Cell as TableCell
    from app.services.customers import CustomerRow
    from app.services.ledger import DocumentRow
    from app.ui.formats import Formats
    from app.ui.pages.standing import Standing

translate = QCoreApplication.translate
STATUS_TONES = {
    CustomerStatus.ACTIVE: "good",
    CustomerStatus.STOPPED: "warn",
    CustomerStatus.INSOLVENT: "danger",
}
KIND_ICONS = {
    DocumentKind.INVOICE: "file-text",
    DocumentKind.REFUND: "undo-2",
    DocumentKind.CREDIT_NOTE: "file-minus",
    DocumentKind.RECEIPT: "receipt",
    DocumentKind.WRITE_OFF: "file-x",
}


def money_words(amounts: Sequence[Money], formats: Formats, *, whole: bool = True) -> str:
    """One amount per currency, "–" for none: ¥ 880,400 · $ 12,000."""
    shown = [formats.money(each.minor, each.currency, whole=whole) for each in amounts if each.minor]
    return " · ".join(shown) or DASH


def _money_column(
    key: str,
    title: Callable[[], str],
    amounts: Callable[[CustomerRow], tuple[Money, ...]],
    formats: Formats,
    *,
    tone: str = "",
    strong: bool = False,
    drop: int = 0,
    width: int = 132,
) -> Column[CustomerRow]:
    def cell(row: CustomerRow) -> Cell:
        text = money_words(amounts(row), formats)
        if text == DASH:
            return Cell(text, tone="tertiary")
        return Cell(text, tone=tone, strong=strong, tip=money_words(amounts(row), formats, whole=False))

    return Column(
        key,
        title,
        cell,
        plain=lambda row: "; ".join(f"{each.major():f} {each.currency}" for each in amounts(row)),
        width=width,
        min_width=104,
        align=Align.RIGHT,
        drop=drop,
        descending_first=True,
    )


def customer_columns(formats: Formats, standing: Callable[[int], Standing]) -> list[Column[CustomerRow]]:
    """The customer list's columns; keys are those the query sorts by.

    ``standing`` says how a customer of the page read last stands with its credit.
    """

    def status(row: CustomerRow) -> Cell:
        words = say(f"customer_status.{row.status}", formats.lang)
        return Cell(words, chip="" if row.status is CustomerStatus.ACTIVE else STATUS_TONES[row.status])

    return [
        text_column("name", lambda: translate("CustomerColumns", "Name"),
                    lambda row: formats.name(row.name, row.name_en), strong=True,
                    width=240, min_width=140, stretch=2, fixed=True),
        Column("grade", lambda: say("column.grade", formats.lang),
               lambda row: grade_cell(standing(row.id), formats.lang), width=56, min_width=50,
               align=Align.CENTER, sortable=False),
        text_column("code", lambda: translate("CustomerColumns", "Code"), lambda row: row.code,
                    tone="secondary", width=84, drop=5),
        text_column("short_name", lambda: translate("CustomerColumns", "Short name"),
                    lambda row: row.short_name, width=110, hidden=True),
        _money_column("balance", lambda: translate("CustomerColumns", "Balance"), lambda row: row.balances,
                      formats, strong=True),
        _money_column("overdue", lambda: translate("CustomerColumns", "Overdue"), lambda row: row.overdue,
                      formats, tone="warn", width=124),
        Column("limit", lambda: translate("CustomerColumns", "Limit"),
               lambda row: limit_cell(standing(row.id), formats), width=112, min_width=92,
               align=Align.RIGHT, sortable=False, drop=7),
        Column("use", lambda: translate("CustomerColumns", "Used"),
               lambda row: use_cell(standing(row.id), formats.lang), width=100, min_width=92,
               sortable=False, drop=6),
        text_column("terms", lambda: translate("CustomerColumns", "Terms"),
                    lambda row: terms_text(row.terms, formats.lang), width=120, drop=4),
        text_column("salesperson", lambda: translate("CustomerColumns", "Salesperson"),
                    lambda row: row.salesperson, width=96, drop=3),
        text_column("region", lambda: translate("CustomerColumns", "Region"), lambda row: row.region,
                    width=88, drop=1),
        text_column("group", lambda: translate("CustomerColumns", "Group"), lambda row: row.group, width=100,
                    hidden=True),
        text_column("country", lambda: translate("CustomerColumns", "Country"), lambda row: row.country,
                    width=72, hidden=True),
        text_column("currency", lambda: translate("CustomerColumns", "Currency"), lambda row: row.currency,
                    width=72, hidden=True),
        Column("status", lambda: translate("CustomerColumns", "Status"), status,
               value=lambda row: row.status, width=96, min_width=80),
        day_column("last_invoice", lambda: translate("CustomerColumns", "Last invoice"),
                   lambda row: row.last_invoice, formats, width=108, drop=2),
    ]  # fmt: skip


def customer_cells(
    lang: str, standing: Callable[[int], Standing]
) -> dict[str, tuple[ColumnKind, Callable[[CustomerRow], TableCell]]]:
    """What a column of the customer list holds in an exported table."""
    words: dict[str, Callable[[CustomerRow], TableCell]] = {
        key: lambda row, key=key: str(getattr(row, key))  # type: ignore[misc]  # the key is bound per entry
        for key in "name code short_name terms salesperson region group country currency".split()
    }
    return {
        **{key: (ColumnKind.TEXT, read) for key, read in words.items()},
        "status": (ColumnKind.TEXT, lambda row: say(f"customer_status.{row.status}", lang)),
        "grade": (ColumnKind.TEXT, lambda row: export_text("grade", standing(row.id), lang)),
        "limit": (ColumnKind.MONEY, lambda row: limit_of(standing(row.id))),
        "use": (ColumnKind.TEXT, lambda row: export_text("use", standing(row.id), lang)),
        "last_invoice": (ColumnKind.DATE, lambda row: row.last_invoice),
        "balance": (ColumnKind.MONEY, lambda row: _one(row.balances)),
        "overdue": (ColumnKind.MONEY, lambda row: _one(row.overdue)),
    }


def _one(amounts: Sequence[Money]) -> TableCell:
    """A single amount as money, several as text, none as nothing."""
    some = [each for each in amounts if each.minor]
    if len(some) > 1:
        return "; ".join(str(each) for each in some)
    return some[0] if some else None


def document_status(row: DocumentRow, formats: Formats) -> Cell:
    """What a document's state is, in a word or a chip."""
    if row.kind in DEBITS:
        return _debit_status(row, formats)
    if row.inferred:
        tip = translate("DocumentColumns", "Inferred from a snapshot of open items; nobody recorded it")
        return Cell(translate("DocumentColumns", "Inferred"), chip="neutral", tip=tip)
    if row.open == 0:
        return Cell(translate("DocumentColumns", "Allocated"), tone="secondary")
    if row.open < row.amount:
        return Cell(translate("DocumentColumns", "Partly allocated"), chip="info")
    return Cell(translate("DocumentColumns", "On account"), chip="warn")


def _debit_status(row: DocumentRow, formats: Formats) -> Cell:
    if row.open == 0:
        return Cell(translate("DocumentColumns", "Settled"), tone="secondary")
    age = formats.age(row.age_days)
    if row.disputed:
        return Cell(translate("DocumentColumns", "Disputed"), chip="warn", tip=age)
    if row.promised_on is not None:
        text = translate("DocumentColumns", "Promised {day}").format(day=formats.day_short(row.promised_on))
        return Cell(text, chip="info", tip=age)
    return Cell(age, tone="warn" if row.age_days > 0 else "secondary")


def document_columns(formats: Formats, *, debits: bool) -> list[Column[DocumentRow]]:
    """Columns of a list of documents of one side; keys are those the query sorts by."""

    def number(row: DocumentRow) -> Cell:
        icon = KIND_ICONS[row.kind]
        tip = kind_name(row.kind, row.reason, formats.lang)
        if row.has_plan:
            tip += " · " + translate("DocumentColumns", "in instalments")
        return Cell(row.number, strong=True, icon=icon, tip=tip)

    due: list[Column[DocumentRow]] = [
        day_column("due_date", lambda: translate("DocumentColumns", "Due"), lambda row: row.due_date, formats)
    ]
    lead: list[Column[DocumentRow]] = [
        Column("number", lambda: translate("DocumentColumns", "Number"), number,
               value=lambda row: row.number, plain=lambda row: row.number, width=170, min_width=120,
               stretch=1, fixed=True),
        text_column("kind", lambda: translate("DocumentColumns", "Kind"),
                    lambda row: kind_name(row.kind, row.reason, formats.lang), tone="secondary", width=110,
                    drop=3),
        day_column("doc_date", lambda: translate("DocumentColumns", "Date"), lambda row: row.doc_date,
                   formats),
    ]  # fmt: skip
    return [
        *lead,
        *(due if debits else []),
        Column("status", lambda: translate("DocumentColumns", "Status"),
               lambda row: document_status(row, formats), sortable=False, width=130, min_width=96),
        text_column("reference", lambda: translate("DocumentColumns", "Reference"), lambda row: row.reference,
                    tone="secondary", width=150, stretch=1, sortable=False, drop=2),
        text_column("note", lambda: translate("DocumentColumns", "Note"), lambda row: row.note,
                    tone="secondary", width=150, stretch=1, sortable=False, hidden=True),
        text_column("currency", lambda: translate("DocumentColumns", "Currency"), lambda row: row.currency,
                    tone="secondary", width=76, min_width=72, drop=4),
        amount_column("amount", lambda: translate("DocumentColumns", "Amount"), lambda row: row.amount,
                      lambda row: row.currency, formats, width=124, min_width=108),
        amount_column("open", lambda: translate("DocumentColumns", "Open"), lambda row: row.open,
                      lambda row: row.currency, formats, zero_dash=True, strong=True, width=124,
                      min_width=112, fixed=True),
    ]  # fmt: skip


def document_cells(formats: Formats) -> dict[str, tuple[ColumnKind, Callable[[DocumentRow], TableCell]]]:
    """What a column of a document list holds in an exported table."""
    return {
        "number": (ColumnKind.TEXT, lambda row: row.number),
        "kind": (ColumnKind.TEXT, lambda row: kind_name(row.kind, row.reason, formats.lang)),
        "doc_date": (ColumnKind.DATE, lambda row: row.doc_date),
        "due_date": (ColumnKind.DATE, lambda row: row.due_date),
        "status": (ColumnKind.TEXT, lambda row: document_status(row, formats).text),
        "reference": (ColumnKind.TEXT, lambda row: row.reference),
        "note": (ColumnKind.TEXT, lambda row: row.note),
        "currency": (ColumnKind.TEXT, lambda row: row.currency),
        "amount": (ColumnKind.MONEY, lambda row: Money(row.amount, row.currency)),
        "open": (ColumnKind.MONEY, lambda row: Money(row.open, row.currency)),
    }


def terms_text(terms: str, lang: str) -> str:
    """Terms for a column: as they are kept in English, which they are written in; in words in Chinese."""
    return (meaning(terms, lang) or terms) if lang == "zh" else terms
