"""Names of what the change log holds: tables and their columns, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import exponent
from app.words import formats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.changes import RowChange

translate = QCoreApplication.translate
HIDDEN = frozenset(
    {"id", "version", "created_at", "created_by", "changed_at", "changed_by", "name_key", "initials"}
)
_MONEY = frozenset({"amount", "open", "credit_amount"})


def table_name(table: str) -> str:
    """What a row of a table is."""
    names = {
        "company": translate("Log", "Company"),
        "customer": translate("Log", "Customer"),
        "contact": translate("Log", "Contact"),
        "identifier": translate("Log", "Identifier"),
        "alias": translate("Log", "Other name"),
        "salesperson": translate("Log", "Salesperson"),
        "region": translate("Log", "Region"),
        "customer_group": translate("Log", "Customer group"),
        "document": translate("Log", "Document"),
        "instalment": translate("Log", "Instalment"),
        "allocation": translate("Log", "Allocation"),
        "dispute": translate("Log", "Dispute"),
        "promise": translate("Log", "Promise"),
        "rate": translate("Log", "Exchange rate"),
        "snapshot": translate("Log", "Snapshot"),
        "import_mapping": translate("Log", "Column mapping"),
    }
    return names.get(table, table)


def column_name(column: str) -> str:
    """What a column holds."""
    return _names_of_people().get(column) or _names_of_documents().get(column, column)


def _names_of_people() -> dict[str, str]:
    return {
        "name": translate("Log", "Name"),
        "name_en": translate("Log", "Name in English"),
        "short_name": translate("Log", "Short name"),
        "code": translate("Log", "Code"),
        "identifier": translate("Log", "Register number"),
        "address": translate("Log", "Address"),
        "phone": translate("Log", "Telephone"),
        "mobile": translate("Log", "Mobile"),
        "email": translate("Log", "E-mail"),
        "contact": translate("Log", "Contact"),
        "role": translate("Log", "Role"),
        "bank": translate("Log", "Bank"),
        "bank_name": translate("Log", "Account holder"),
        "bank_account": translate("Log", "Account number"),
        "country": translate("Log", "Country"),
        "currency": translate("Log", "Currency"),
        "language": translate("Log", "Language"),
        "terms": translate("Log", "Payment terms"),
        "bucket_limits": translate("Log", "Aging limits"),
        "salesperson_id": translate("Log", "Salesperson"),
        "region_id": translate("Log", "Region"),
        "group_id": translate("Log", "Customer group"),
        "parent_id": translate("Log", "Belongs to"),
        "status": translate("Log", "Status"),
        "status_since": translate("Log", "Status since"),
        "note": translate("Log", "Note"),
        "value": translate("Log", "Number"),
        "deleted": translate("Log", "In the bin"),
    }


def _names_of_documents() -> dict[str, str]:
    return {
        "customer_id": translate("Log", "Customer"),
        "document_id": translate("Log", "Document"),
        "debit_id": translate("Log", "Invoice"),
        "credit_id": translate("Log", "Receipt or credit note"),
        "instalment_id": translate("Log", "Instalment"),
        "original_id": translate("Log", "Corrects"),
        "kind": translate("Log", "Kind"),
        "number": translate("Log", "Number"),
        "doc_date": translate("Log", "Date"),
        "due_date": translate("Log", "Due date"),
        "date": translate("Log", "Date"),
        "on": translate("Log", "Day"),
        "amount": translate("Log", "Amount"),
        "credit_amount": translate("Log", "Amount of the credit"),
        "open": translate("Log", "Open"),
        "has_plan": translate("Log", "Has instalments"),
        "reference": translate("Log", "Reference"),
        "contract": translate("Log", "Contract"),
        "book_rate": translate("Log", "Book rate"),
        "rate": translate("Log", "Rate"),
        "source": translate("Log", "Source"),
        "inferred": translate("Log", "Inferred"),
        "seq": translate("Log", "Part"),
        "label": translate("Log", "Label"),
        "opened_on": translate("Log", "Opened on"),
        "closed_on": translate("Log", "Closed on"),
        "target_on": translate("Log", "Answer by"),
        "made_on": translate("Log", "Made on"),
        "due_on": translate("Log", "Promised for"),
        "made_by": translate("Log", "Made by"),
        "channel": translate("Log", "Channel"),
        "reason": translate("Log", "Reason"),
        "owner": translate("Log", "Owner"),
        "outcome": translate("Log", "Outcome"),
    }


def written(column: str, value: object, image: Mapping[str, object]) -> str:
    """A stored value for the eye: amounts in major units of the row's currency."""
    if value is None or value == "":
        return formats.DASH
    if column in _MONEY and isinstance(value, int):
        return formats.amount(value, exponent(str(image.get("currency", ""))))
    if column in {"deleted", "has_plan", "inferred", "sample"}:
        return translate("Log", "yes") if value else translate("Log", "no")
    return str(value)


def differences(change: RowChange) -> list[tuple[str, str, str]]:
    """Columns that changed: name, before, after; for a new or removed row only what it held."""
    before, after = change.before or {}, change.after or {}
    rows = []
    for column in {**before, **after}:
        if column in HIDDEN or before.get(column) == after.get(column):
            continue
        old = written(column, before.get(column), before) if change.before is not None else ""
        new = written(column, after.get(column), after) if change.after is not None else ""
        made_empty = change.before is None and not after.get(column)
        if made_empty or {old, new} <= {"", formats.DASH}:
            continue
        rows.append((column_name(column), old, new))
    return rows


def row_name(change: RowChange) -> str:
    """A row by what people call it: its number or name, else its id."""
    image = change.after or change.before or {}
    called = image.get("number") or image.get("name") or image.get("value") or f"#{change.row_id}"
    return f"{table_name(change.table)} {called}"
