"""A payment that came back: the debt stands again at its original due date, and the past stays true."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.aging import AgingQuery
from app.domain.bank import LineState
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.document import Allocation, Document, DocumentKind, Instalment
from app.domain.problem import DomainError
from app.services.aging import AgingService
from app.services.check import CheckService
from app.services.statement import StatementService
from app.storage.integrity import SqlCheckReader
from app.storage.readers.aging import SqlAgingReader
from app.storage.readers.statement import SqlStatementReader
from app.storage.store import SqlStore
from tests.services.banking import Desk, desk_on, paid
from tests.services.books import T

ORACLES = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "oracles" / "returned.json").read_text("utf-8"))[
        "cases"
    ]
}
BACK = T + timedelta(60)


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    return made


def sound(desk: Desk) -> bool:
    return CheckService(SqlCheckReader(desk.store), lambda: T + timedelta(90)).run() == []


def board(desk: Desk, day: date) -> tuple[int, ...]:
    """Not due, then overdue by 1–30, 31–60, 61–90 and over 90 days; then the balance."""
    rows = AgingService(SqlAgingReader(desk.store), lambda: day).board(AgingQuery(day)).rows
    return (*rows[0].buckets, rows[0].balance) if rows else (0, 0, 0, 0, 0, 0)


def paid_up(desk: Desk, amount: int = 500, number: str = "F1", day: int = 10) -> tuple[int, int]:
    """An invoice due on T+30, and the receipt that paid it."""
    invoice = desk.enter(1, amount, number, due_date=T + timedelta(30))
    receipt = desk.enter(1, amount, f"R-{number}", DocumentKind.RECEIPT, day=day)
    desk.ledger.allocate(receipt, invoice, amount)
    return invoice, receipt


def test_a_returned_payment_is_owed_again_and_cancelling_it_is_not(desk: Desk) -> None:
    """Oracle CL12."""
    case = ORACLES["CL12"]
    given, expect = case["given"], case["expect"]
    invoice, receipt = paid_up(desk, given["invoice"])
    desk.undoes(lambda: desk.bank.returned(BACK, "余额不足", receipt_id=receipt, amount=given["returned"]))
    assert desk.open(invoice) == expect["after_return"]
    assert board(desk, BACK) == (0, 500, 0, 0, 0, 500)  # 30 days past the ORIGINAL due date
    assert board(desk, BACK - timedelta(1))[-1] == 0
    assert board(desk, T + timedelta(9))[-1] == 500
    [refund] = desk.store.find(Document, kind=DocumentKind.REFUND)
    assert (refund.open, refund.reason, refund.doc_date, refund.note) == (0, "returned", BACK, "余额不足")
    assert desk.open(receipt) == 0
    assert sound(desk)
    desk.undoes(lambda: desk.ledger.remove([refund.id]))
    assert desk.open(invoice) == expect["return_cancelled"]
    assert sound(desk)
    desk.ledger.restore([refund.id])
    assert desk.open(invoice) == expect["after_return"]
    assert sound(desk)


def test_part_of_a_payment_comes_back_the_unallocated_rest_first(desk: Desk) -> None:
    invoice = desk.enter(1, 400, "F1")
    receipt = desk.enter(1, 500, "R1", DocumentKind.RECEIPT)
    desk.ledger.allocate(receipt, invoice, 400)
    desk.bank.returned(BACK, receipt_id=receipt, amount=100)
    assert (desk.open(invoice), desk.open(receipt)) == (0, 0)
    desk.bank.returned(BACK + timedelta(1), receipt_id=receipt, amount=150)
    assert (desk.open(invoice), desk.open(receipt)) == (150, 0)
    with pytest.raises(DomainError, match=r"reversal\.above"):
        desk.bank.returned(BACK + timedelta(2), receipt_id=receipt, amount=251)
    desk.bank.returned(BACK + timedelta(2), receipt_id=receipt)
    assert desk.open(invoice) == 400
    assert sound(desk)
    with pytest.raises(DomainError, match=r"reversal\.too_early"):
        desk.bank.returned(T - timedelta(1), receipt_id=receipt)


def test_what_ties_a_return_together_cannot_be_pulled_apart(desk: Desk) -> None:
    invoice, receipt = paid_up(desk)
    desk.bank.returned(BACK, receipt_id=receipt)
    rows = {bool(one.reverses_id): one.id for one in desk.store.find(Allocation, debit_id=invoice)}
    for row_id in rows.values():
        with pytest.raises(DomainError, match=r"reversal\.taken_back"):
            desk.ledger.unallocate([row_id])
    [refund] = desk.store.find(Document, kind=DocumentKind.REFUND)
    [own] = desk.store.find(Allocation, debit_id=refund.id)
    with pytest.raises(DomainError, match=r"reversal\.remove_refund"):
        desk.ledger.unallocate([own.id])
    with pytest.raises(DomainError, match=r"reversal\.refund_fixed"):
        desk.ledger.edit(replace(refund, number="X"))


def test_a_return_whose_debt_was_paid_again_is_not_cancelled(desk: Desk) -> None:
    invoice, receipt = paid_up(desk)
    desk.bank.returned(BACK, receipt_id=receipt)
    second = desk.enter(1, 500, "R2", DocumentKind.RECEIPT, day=20)
    desk.ledger.allocate(second, invoice, 500)
    # It was received before the first came back, and counts from the day there was room for it.
    [again] = desk.store.find(Allocation, credit_id=second)
    assert again.date == BACK
    assert sound(desk)
    [refund] = desk.store.find(Document, kind=DocumentKind.REFUND)
    with pytest.raises(DomainError, match=r"reversal\.paid_again"):
        desk.ledger.remove([refund.id])
    third = desk.enter(1, 500, "R3", DocumentKind.RECEIPT, day=20)
    desk.ledger.unallocate([again.id])
    with pytest.raises(DomainError, match=r"allocation\.too_early"):
        desk.ledger.allocate(third, invoice, 500, on=T + timedelta(25))


def test_the_invoice_cannot_shrink_below_what_once_paid_it(desk: Desk) -> None:
    invoice, receipt = paid_up(desk)
    desk.bank.returned(BACK, receipt_id=receipt)
    with pytest.raises(DomainError, match=r"document\.below_allocated"):
        desk.ledger.edit(replace(desk.store.get(Document, invoice), amount=300))


def test_removing_the_receipt_takes_its_return_along_and_brings_it_back(desk: Desk) -> None:
    invoice, receipt = paid_up(desk)
    desk.bank.returned(BACK, receipt_id=receipt)
    before = desk.picture()
    desk.undoes(lambda: desk.ledger.remove([receipt]))
    assert desk.open(invoice) == 500
    assert desk.store.find(Document, kind=DocumentKind.REFUND) == []
    assert sound(desk)
    desk.ledger.restore([receipt])
    assert desk.picture() == before
    desk.ledger.remove([invoice])
    assert sound(desk)
    desk.ledger.restore([invoice])
    assert desk.picture() == before


def test_a_reopened_invoice_can_be_given_a_plan_and_lose_it(desk: Desk) -> None:
    invoice, receipt = paid_up(desk)
    part = desk.enter(1, 100, "R2", DocumentKind.RECEIPT, day=80)
    desk.bank.returned(BACK, receipt_id=receipt)
    desk.ledger.allocate(part, invoice, 100)
    parts = [Instalment(invoice, n, T + timedelta(30 * n), amount) for n, amount in ((1, 200), (2, 300))]
    desk.undoes(lambda: desk.ledger.set_plan(invoice, parts))
    assert [one.open for one in desk.store.find(Instalment, document_id=invoice)] == [100, 300]
    assert sound(desk)
    desk.ledger.clear_plan(invoice)
    assert desk.open(invoice) == 400
    assert sound(desk)


def test_a_line_of_money_out_finds_its_receipt(desk: Desk) -> None:
    invoice = desk.enter(1, 800, "HQ2509-103", due_date=T + timedelta(30))
    name = "苏州恒岳贸易有限公司"
    incoming = desk.line(paid(800, "HQ2509-103", name))
    assert desk.open(invoice) == 0
    outgoing = desk.line(paid(-800, "退票", name, day=15, returned=True))
    assert outgoing.state is LineState.WAITING
    [best] = desk.bank.line(outgoing.id).proposals
    assert (best.rule, best.receipt_id, best.certain) == ("returned", incoming.document_id, False)
    desk.undoes(lambda: desk.bank.accept(outgoing.id, best))
    assert desk.open(invoice) == 800
    assert desk.now(outgoing.id).state is LineState.RETURNED
    desk.bank.reopen(outgoing.id)
    assert desk.open(invoice) == 0
    assert desk.now(outgoing.id).state is LineState.WAITING
    desk.bank.returned(outgoing.on, line_id=outgoing.id, receipt_id=incoming.document_id or 0)
    assert desk.open(invoice) == 800
    desk.bank.reopen(incoming.id)
    assert desk.now(outgoing.id).state is LineState.WAITING
    assert sound(desk)


def test_the_statement_of_account_runs_through_a_return(desk: Desk) -> None:
    _, receipt = paid_up(desk)
    desk.bank.returned(BACK, receipt_id=receipt)
    service = StatementService(
        desk.store,
        SqlStatementReader(desk.store),
        SqlAgingReader(desk.store),
        lambda: desk.store.get(Company, 1),
    )
    [section] = service.build(1, BACK, T).sections
    assert section.closing == 500
    [section] = service.build(1, BACK - timedelta(1), T).sections
    assert section.closing == 0
