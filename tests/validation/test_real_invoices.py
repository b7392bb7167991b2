"""Real receivables, imported by the services the wizard uses, against pandas on the same files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from app.domain.aging import AgingQuery
from app.domain.customer import Customer
from app.domain.document import Allocation, Dispute, Document, DocumentKind
from app.domain.import_plan import Action
from app.domain.importing import ImportKind, RowClass, StagedFile
from app.services.aging import AgingService
from app.services.importing import ImportService
from app.storage.readers.aging import SqlAgingReader
from tests.validation.conftest import Opened

AS_OF = date(2013, 6, 30)
FIRMS = ("E104", "E105", "E13", "E19", "E28", "E37", "E65", "E72")


def staged(desk: ImportService, path: Path) -> StagedFile:
    table = desk.read(path)
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    return desk.stage(table, columns)


def minor(amounts: pd.Series[float]) -> int:
    return int((amounts * 100).round().astype("int64").sum())


def test_the_ibm_ledger_comes_in_whole_and_is_right_as_of_a_past_day(real_data: Path, opened: Opened) -> None:
    path = real_data / "ibm-accounts-receivable.csv"
    theirs = pd.read_csv(path, parse_dates=["InvoiceDate", "SettledDate"], dayfirst=True)
    store, desk = opened("USD")
    file = staged(desk, path)
    assert file.problems == ()
    done = desk.commit(desk.plan(file), path.name)
    assert (done.added, done.refused, done.customers_added) == (len(theirs), 0, 100) == (2466, 0, 100)

    invoices = store.find(Document, kind=DocumentKind.INVOICE)
    assert {one.number for one in invoices} == set(theirs["invoiceNumber"].astype(str))
    assert sum(one.amount for one in invoices) == minor(theirs["InvoiceAmount"])
    assert len(store.find(Dispute)) == int((theirs["Disputed"] == "Yes").sum())

    day = pd.Timestamp(AS_OF)
    then_open = theirs[(theirs["InvoiceDate"] <= day) & (theirs["SettledDate"] > day)]
    board = AgingService(SqlAgingReader(store), lambda: AS_OF).board(AgingQuery(AS_OF))
    (total,) = board.totals
    assert total.balance == minor(then_open["InvoiceAmount"])
    assert total.items == len(then_open)
    codes = {one.id: one.code for one in store.find(Customer)}
    expected = then_open.groupby("customerID")["InvoiceAmount"].apply(minor)
    assert {codes[row.key]: row.balance for row in board.rows} == expected.to_dict()

    again = desk.plan(file)
    assert {row.action for row in again.rows} == {Action.SKIP}


@pytest.mark.parametrize("firm", FIRMS)
def test_chinese_sales_invoices_leave_out_the_void_and_take_red_ones_as_credit_notes(
    firm: str, real_data: Path, opened: Opened
) -> None:
    path = real_data / "chinese-sme-sales-invoices" / f"{firm}.csv"
    theirs = pd.read_csv(path, dtype={"发票号码": str})
    void = theirs["发票状态"] == "作废发票"
    counted = theirs[~void]
    red = counted[counted["价税合计"] < 0]
    black = counted[counted["价税合计"] > 0]
    store, desk = opened("CNY")
    file = staged(desk, path)
    assert [problem.code for problem in file.problems] == []
    assert set(file.reasons.values()) <= {"import.skip.void"}
    assert set(file.reasons) == {int(str(at)) + 2 for at in theirs.index[void]}
    assert all(file.classes[row - 1] is RowClass.SKIPPED for row in file.reasons)

    done = desk.commit(desk.plan(file), path.name)
    assert (done.added, done.refused) == (len(counted), 0)
    invoices = store.find(Document, kind=DocumentKind.INVOICE)
    notes = store.find(Document, kind=DocumentKind.CREDIT_NOTE)
    assert (len(invoices), len(notes)) == (len(black), len(red))
    assert sum(one.amount for one in invoices) == minor(black["价税合计"])
    assert -sum(one.amount for one in notes) == minor(red["价税合计"])
    assert done.totals[0].found == minor(counted["价税合计"])
    assert len(store.find(Customer)) == counted["购方单位代号"].nunique()
    assert store.find(Allocation) == []
