"""Names of what the change log holds: tables and their columns, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.money import exponent
from app.words import codes, formats, say, word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.changes import RowChange
    from app.services.session import CompanySession

translate = QCoreApplication.translate
HIDDEN = frozenset(
    {"id", "version", "created_at", "created_by", "changed_at", "changed_by", "name_key", "initials"}
    | {"key", "payer_key", "digest", "evidence", "statement_id", "account_id"}
)
_MONEY = frozenset({"amount", "open", "credit_amount", "opening", "closing", "charge"})
_YES_NO = frozenset({"deleted", "has_plan", "inferred", "sample"})
_CODED = ("kind.", "customer_status.", "identifier_kind.", "bill.kind_")
_DOCUMENTS = frozenset({"document_id", "debit_id", "credit_id", "original_id", "receipt_id"})


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
        "setting": translate("Log", "Setting"),
        "bank_account": translate("Log", "Bank account"),
        "bank_statement": translate("Log", "Bank statement"),
        "bank_line": translate("Log", "Statement line"),
        "payer": translate("Log", "Known payer"),
        "bill": translate("Log", "Bill"),
        "bill_cover": translate("Log", "Cover of a bill"),
    }
    return names.get(table, table)


def column_name(column: str) -> str:
    """What a column holds."""
    names = _names_of_people() | _names_of_documents() | _names_of_banking()
    return names.get(column, column)


def _names_of_banking() -> dict[str, str]:
    return {
        "payer": translate("Log", "Payer"),
        "payer_account": translate("Log", "Payer's account"),
        "text": translate("Log", "Text"),
        "state": translate("Log", "State"),
        "swift": translate("Log", "SWIFT"),
        "format": translate("Log", "File format"),
        "start": translate("Log", "First day"),
        "end": translate("Log", "Last day"),
        "opening": translate("Log", "Opening balance"),
        "closing": translate("Log", "Closing balance"),
        "received_on": translate("Log", "Received on"),
        "issued_on": translate("Log", "Issued on"),
        "drawer": translate("Log", "Drawer"),
        "acceptor": translate("Log", "Acceptor"),
        "passed_on": translate("Log", "Passed on"),
        "passed_how": translate("Log", "Passed on how"),
        "passed_to": translate("Log", "Passed on to"),
        "charge": translate("Log", "Bank's discount"),
        "ended_on": translate("Log", "Ended on"),
        "ended_how": translate("Log", "Ended how"),
        "receipt_id": translate("Log", "Receipt"),
    }


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


def names_in(session: CompanySession, changes: Sequence[RowChange]) -> dict[tuple[str, object], str]:
    """What the ids in these rows stand for, by column and id; runs on the database worker."""
    images = [image for each in changes for image in (each.before, each.after) if image is not None]
    wanted = {(column, value) for image in images for column, value in image.items() if value}
    customers = {value for column, value in wanted if column == "customer_id" and isinstance(value, int)}
    documents = {value for column, value in wanted if column in _DOCUMENTS and isinstance(value, int)}
    people = {row.id: row.name for row in session.customers.rows(sorted(customers))} if customers else {}
    papers = {row.id: row.number for row in session.ledger.document_rows(sorted(documents))}
    known: dict[str, Mapping[int, str]] = dict.fromkeys(_DOCUMENTS, papers)
    known["customer_id"] = people
    if any(column == "salesperson_id" for column, _ in wanted):
        known["salesperson_id"] = {each.id: each.name for each in session.company.salespersons()}
    if any(column == "region_id" for column, _ in wanted):
        known["region_id"] = {each.id: each.name for each in session.company.regions()}
    if any(column == "group_id" for column, _ in wanted):
        known["group_id"] = {each.id: each.name for each in session.company.groups()}
    return {(column, key): name for column, names in known.items() for key, name in names.items()}


def written(column: str, value: object, image: Mapping[str, object], lang: str) -> str:
    """A stored value for the eye: amounts in major units of the row's currency, codes in words."""
    if value is None or value == "":
        return formats.DASH
    if column in _MONEY and isinstance(value, int):
        return formats.amount(value, exponent(str(image.get("currency", ""))))
    if column in _YES_NO:
        return translate("Log", "yes") if value else translate("Log", "no")
    if column == "state" and f"bank.state_{value}" in codes():
        return say(f"bank.state_{value}", lang)
    if column in {"kind", "status"}:
        code = next((code for each in _CODED if (code := f"{each}{value}") in codes()), "")
        return say(code, lang) if code else str(value)
    return word(column, str(value), lang)


def differences(
    change: RowChange, names: Mapping[tuple[str, object], str], lang: str
) -> list[tuple[str, str, str]]:
    """Columns that changed: name, before, after; for a new or removed row only what it held."""
    before, after = change.before or {}, change.after or {}

    def said(column: str, image: Mapping[str, object]) -> str:
        value = image.get(column)
        return names.get((column, value)) or written(column, value, image, lang)

    rows = []
    for column in {**before, **after}:
        if column in HIDDEN or before.get(column) == after.get(column):
            continue
        old = said(column, before) if change.before is not None else ""
        new = said(column, after) if change.after is not None else ""
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
