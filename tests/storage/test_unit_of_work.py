from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.changes import ChangeSet
from app.domain.customer import Customer, CustomerStatus
from app.domain.document import Allocation, Document, DocumentKind
from app.domain.problem import DomainError
from app.storage.store import SqlStore

DAY = date(2025, 3, 1)


def invoice(customer: int, number: str = "A1", amount: int = 100_00) -> Document:
    return Document(customer, DocumentKind.INVOICE, number, DAY, "CNY", amount, due_date=DAY)


def customer_in(store: SqlStore, name: str = "苏州恒岌") -> int:
    with store.write() as unit:
        row = unit.add(Customer(name))
        unit.commit("customer.created")
    return row


def test_a_row_comes_back_as_it_went_in(store: SqlStore) -> None:
    value = Customer("x", status=CustomerStatus.STOPPED, status_since=DAY)
    with store.write() as unit:
        row = unit.add(value)
        sent = replace(invoice(row), book_rate=Decimal("7.1000"), inferred=True)
        document = unit.add(sent)
        unit.commit("customer.created", name="x")
    assert store.get(Customer, row) == replace(value, id=row, version=1)
    assert store.get(Document, document) == replace(sent, id=document, version=1, open=100_00)


def test_without_commit_nothing_is_kept(store: SqlStore) -> None:
    with store.write() as unit:
        unit.add(Customer("x"))
    assert store.find(Customer) == []


def test_open_follows_allocations(store: SqlStore) -> None:
    owner = customer_in(store)
    with store.write() as unit:
        a, b, r = unit.add_all(
            [
                invoice(owner),
                invoice(owner, "A2", 50_00),
                Document(owner, DocumentKind.RECEIPT, "R1", DAY, "CNY", 120_00),
            ]
        )
        unit.commit("invoice.entered")
    with store.write() as unit:
        first, _ = unit.add_all([Allocation(a, r, DAY, 100_00, 100_00), Allocation(b, r, DAY, 20_00, 20_00)])
        done = unit.commit("receipt.allocated")
    assert done.touched["document"] == {a, b, r}
    assert [d.open for d in store.find(Document)] == [0, 30_00, 0]
    with store.write() as unit:
        unit.remove(Allocation, [first])
        unit.commit("receipt.unallocated")
    assert [d.open for d in store.find(Document)] == [100_00, 30_00, 100_00]


def test_a_stale_row_is_refused(store: SqlStore) -> None:
    row = customer_in(store)
    stale = store.get(Customer, row)
    with store.write() as unit:
        unit.replace(replace(stale, code="1"))
        unit.commit("customer.edited")
    with pytest.raises(DomainError, match=r"record\.changed"), store.write() as unit:
        unit.replace(replace(stale, code="2"))


def test_listeners_hear_after_the_end(store: SqlStore) -> None:
    heard: list[ChangeSet] = []

    def listen(done: ChangeSet) -> None:
        store.find(Customer)  # the transaction has ended: a listener may read
        heard.append(done)

    stop = store.subscribe(listen)
    row = customer_in(store)
    stop()
    customer_in(store, "other")
    assert [one.touched for one in heard] == [{"customer": {row}}]
