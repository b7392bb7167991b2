from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.document import DocumentKind
from app.domain.importing import DateOrder, ImportKind, RawTable, Role, RowClass
from app.imports import guess_columns, interpret, read

DATA = Path(__file__).parents[3] / "shared" / "data"
IBM = DATA / "ibm-accounts-receivable.csv"
SALES = sorted((DATA / "chinese-sme-sales-invoices").glob("*.csv"))


@pytest.mark.skipif(not IBM.exists(), reason="the validation data are not beside the project")
def test_the_ibm_ledger_loses_no_invoice() -> None:
    raw = read(IBM)
    columns, _ = guess_columns(raw, ImportKind.INVOICES)
    assert {columns.columns[role] for role in (Role.INVOICE_DATE, Role.DUE, Role.PAID_ON)} == {4, 5, 8}
    assert set(columns.date_orders.values()) == {DateOrder.DMY}
    assert not columns.ambiguous
    result = interpret(raw, columns, default_currency="USD")
    assert not result.problems
    assert len(result.documents) == 2466
    with IBM.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert result.sums == {"USD": sum(int(Decimal(row["InvoiceAmount"]) * 100) for row in rows)}
    for row, doc in zip(rows, result.documents, strict=True):
        day, month, year = row["DueDate"].split("/")
        assert doc.due_date is not None
        assert doc.due_date.isoformat() == f"{year}-{month:0>2}-{day:0>2}"
        assert (doc.number, doc.customer_code) == (row["invoiceNumber"], row["customerID"])
        assert doc.disputed == (row["Disputed"] == "Yes")


def _independent(path: Path) -> tuple[int, int, int, int]:
    """Valid blue, valid red and voided invoices, and the net sum of the valid in fen."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    valid = [row for row in rows if row["发票状态"] == "有效发票"]
    amounts = [int((Decimal(row["价税合计"]) * 100).quantize(Decimal(1))) for row in valid]
    return (
        sum(amount > 0 for amount in amounts),
        sum(amount < 0 for amount in amounts),
        len(rows) - len(valid),
        sum(amounts),
    )


@pytest.mark.parametrize(
    "path", SALES or [pytest.param(None, marks=pytest.mark.skip(reason="the validation data are not there"))]
)
def test_chinese_sales_invoices(path: Path) -> None:
    raw: RawTable = read(path)
    columns, _ = guess_columns(raw, ImportKind.INVOICES)
    titles = {role: raw.header[column] for role, column in columns.columns.items()}
    assert titles[Role.AMOUNT] == "价税合计"
    assert titles[Role.NET] == "金额"
    assert titles[Role.CUSTOMER_CODE] == "购方单位代号"
    result = interpret(raw, columns, default_currency="CNY")
    blue, red, void, net = _independent(path)
    kinds = [doc.kind for doc in result.documents]
    assert kinds.count(DocumentKind.INVOICE) == blue
    assert kinds.count(DocumentKind.CREDIT_NOTE) == red
    assert list(result.reasons.values()) == ["import.skip.void"] * void
    assert result.classes.count(RowClass.SKIPPED) == void
    assert result.sums == {"CNY": net}
    assert not result.problems
