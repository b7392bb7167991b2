"""Payments, returns, plans, removals in any order: on no day is more set against anything than it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.changes import ChangeSet
from app.domain.clock import FixedClock
from app.domain.document import Allocation, Document, DocumentKind, Instalment
from app.domain.entry import most_used
from app.domain.problem import DomainError
from app.services.check import CheckService
from app.storage.integrity import SqlCheckReader
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.banking import Desk, desk_on
from tests.services.books import T


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> Desk:
    made = desk_on(store, clock)
    made.customer()
    for number, amount in (("F1", 100), ("F2", 70)):
        made.enter(1, amount, number)
    return made


def check(desk: Desk) -> None:
    allocations = desk.store.find(Allocation)
    for document in desk.store.find(Document):
        mine = [one for one in allocations if document.id in {one.debit_id, one.credit_id}]
        assert 0 <= most_used(document, mine) <= document.amount
    for part in desk.store.find(Instalment):
        whole = replace(desk.store.get(Document, part.document_id), amount=part.amount)
        mine = [one for one in allocations if one.instalment_id == part.id]
        assert 0 <= most_used(whole, mine) <= part.amount
        assert part.open == part.amount - sum(one.amount for one in mine)


def sound(desk: Desk) -> bool:
    return CheckService(SqlCheckReader(desk.store), lambda: T + timedelta(90)).run() == []


class Hand:
    """Turns drawn numbers into an action on whatever the books hold."""

    def __init__(self, desk: Desk, step: int) -> None:
        self.desk = desk
        self.step = step

    def pick(self, draw: int, *kinds: DocumentKind, deleted: bool = False) -> Document:
        rows = [
            one for one in self.desk.store.find(Document, deleted=deleted) if not kinds or one.kind in kinds
        ]
        if not rows:
            raise DomainError("test.nothing")
        return rows[draw % len(rows)]

    def receive(self, a: int, b: int) -> ChangeSet:
        receipt = Document(1, DocumentKind.RECEIPT, f"R{self.step}", T + timedelta(b % 25), "CNY", a)
        return self.desk.ledger.enter_receipt(receipt, "oldest" if b % 4 else None)

    def come_back(self, a: int, b: int) -> ChangeSet:
        receipt = self.pick(b, DocumentKind.RECEIPT)
        on = receipt.doc_date + timedelta(a % 30)
        return self.desk.bank.returned(on, receipt_id=receipt.id, amount=a if b % 3 else None)

    def allocate(self, a: int, b: int) -> ChangeSet:
        debit, credit = self.pick(a, DocumentKind.INVOICE), self.pick(b, DocumentKind.RECEIPT)
        return self.desk.ledger.allocate(credit.id, debit.id, 1 + a % 40)

    def unallocate(self, a: int, _b: int) -> ChangeSet:
        rows = self.desk.store.find(Allocation)
        if not rows:
            raise DomainError("test.nothing")
        return self.desk.ledger.unallocate([rows[a % len(rows)].id])

    def plan(self, a: int, b: int) -> ChangeSet:
        invoice = self.pick(b, DocumentKind.INVOICE)
        first = 1 + a % (invoice.amount - 1)
        parts = [
            Instalment(0, 0, T + timedelta(30 * n), amount)
            for n, amount in ((1, first), (2, invoice.amount - first))
        ]
        return self.desk.ledger.set_plan(invoice.id, parts)

    def clear(self, a: int, _b: int) -> ChangeSet:
        return self.desk.ledger.clear_plan(self.pick(a, DocumentKind.INVOICE).id)

    def remove(self, a: int, _b: int) -> ChangeSet:
        return self.desk.ledger.remove([self.pick(a).id])

    def restore(self, a: int, _b: int) -> ChangeSet:
        return self.desk.ledger.restore([self.pick(a, deleted=True).id])


ACTIONS: tuple[Callable[[Hand, int, int], ChangeSet], ...] = (
    Hand.receive,
    Hand.come_back,
    Hand.come_back,
    Hand.allocate,
    Hand.unallocate,
    Hand.plan,
    Hand.clear,
    Hand.remove,
    Hand.restore,
)
START = [(0, 60, 1), (0, 90, 2), (1, 30, 1)]
steps = st.lists(
    st.tuples(st.integers(0, len(ACTIONS) - 1), st.integers(1, 99), st.integers(0, 99)), max_size=14
)


@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps)
def test_any_order_of_payments_and_returns_keeps_every_day(
    desk: Desk, drawn: list[tuple[int, int, int]]
) -> None:
    before = desk.everything()
    done = 0
    try:
        for step, (action, a, b) in enumerate([*START, *drawn]):
            try:
                change = ACTIONS[action](Hand(desk, step), a, b)
            except DomainError:
                continue
            done += change.id > 0
            check(desk)
        assert sound(desk)
    finally:  # also after a failure: the next example starts from the same books
        for _ in range(done):
            undo(desk.store)
    assert desk.everything() == before
