"""Whatever is done by hand, in any order: the books stay sound, and all of it can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.changes import ChangeSet
from app.domain.clock import FixedClock
from app.domain.document import CREDITS, DEBITS, Allocation, Document, DocumentKind, Instalment
from app.domain.problem import DomainError
from app.storage.store import SqlStore
from app.storage.undo import undo
from tests.services.books import Books, T, books_on


@pytest.fixture
def books(store: SqlStore, clock: FixedClock) -> Books:
    made = books_on(store, clock)
    made.customer()
    return made


def _check_amounts(books: Books) -> None:
    used: Counter[int] = Counter()
    for one in books.store.find(Allocation):
        used[one.debit_id] += one.amount
        used[one.credit_id] += one.credit_amount
    for document in books.store.find(Document):
        assert document.open == document.amount - used[document.id] >= 0
        if document.kind is DocumentKind.WRITE_OFF:
            assert document.open == 0


def _check_ends(books: Books) -> None:
    documents = {one.id: one for one in books.store.find(Document)}
    parts = {one.id: one for one in books.store.find(Instalment)}
    for one in books.store.find(Allocation):
        debit, credit = documents[one.debit_id], documents[one.credit_id]
        assert debit.kind in DEBITS
        assert credit.kind in CREDITS
        assert one.date >= max(debit.doc_date, credit.doc_date)
        assert (one.instalment_id is not None) == debit.has_plan
        if one.instalment_id is not None:
            assert parts[one.instalment_id].document_id == debit.id


def _check_plans(books: Books) -> None:
    used: Counter[int | None] = Counter()
    for one in books.store.find(Allocation):
        used[one.instalment_id] += one.amount
    planned: Counter[int] = Counter()
    for part in books.store.find(Instalment):
        planned[part.document_id] += part.amount
        assert part.open == part.amount - used[part.id] >= 0
    for document in books.store.find(Document):
        assert planned.pop(document.id, 0) == (document.amount if document.has_plan else 0)
    assert not planned


class Hand:
    """Turns drawn numbers into an action on whatever the books hold."""

    def __init__(self, books: Books, step: int) -> None:
        self.books = books
        self.step = step

    def pick(self, draw: int, *, deleted: bool = False) -> Document:
        rows = self.books.store.find(Document, deleted=deleted)
        if not rows:
            raise DomainError("test.nothing")
        return rows[draw % len(rows)]

    def enter(self, a: int, b: int) -> ChangeSet:
        terms = ("net 30", "50% net 10, 50% net 40", "eom")[b % 3]
        day = T + timedelta(b % 20)
        kind = DocumentKind.REFUND if a % 7 == 0 else DocumentKind.INVOICE
        return self.books.ledger.enter(Document(1, kind, f"F{self.step}", day, "CNY", a, terms=terms))

    def receive(self, a: int, b: int) -> ChangeSet:
        day = T + timedelta(b % 25)
        method = ("reference", "exact", "oldest", None)[b % 4]
        return self.books.ledger.enter_receipt(
            Document(1, DocumentKind.RECEIPT, f"R{self.step}", day, "CNY", a, reference=f"F{b % 9}"), method
        )

    def credit(self, a: int, b: int) -> ChangeSet:
        original = self.pick(b)
        note = Document(1, DocumentKind.CREDIT_NOTE, f"C{self.step}", T, "CNY", a, original_id=original.id)
        return self.books.ledger.enter(note)

    def allocate(self, a: int, b: int) -> ChangeSet:
        return self.books.ledger.allocate(self.pick(a).id, self.pick(b).id, 1 + (a * b) % 60)

    def unallocate(self, a: int, _b: int) -> ChangeSet:
        rows = self.books.store.find(Allocation)
        return self.books.ledger.unallocate([rows[a % len(rows)].id] if rows else [0])

    def plan(self, a: int, b: int) -> ChangeSet:
        invoice = self.pick(b)
        first = a % invoice.amount
        amounts = [part for part in (first, invoice.amount - first) if part]
        days = (invoice.doc_date + timedelta(a % 50), invoice.doc_date + timedelta(b % 50))
        parts = [Instalment(0, 0, day, amount) for day, amount in zip(days, amounts, strict=False)]
        return self.books.ledger.set_plan(invoice.id, parts)

    def clear(self, a: int, _b: int) -> ChangeSet:
        return self.books.ledger.clear_plan(self.pick(a).id)

    def write_off(self, a: int, b: int) -> ChangeSet:
        return self.books.ledger.write_off(self.pick(b).id, 1 + a % 80, T + timedelta(30), "bankrupt")

    def remove(self, a: int, _b: int) -> ChangeSet:
        return self.books.ledger.remove([self.pick(a).id])

    def restore(self, a: int, _b: int) -> ChangeSet:
        return self.books.ledger.restore([self.pick(a, deleted=True).id])

    def edit(self, a: int, b: int) -> ChangeSet:
        document = self.pick(b)
        day = T + timedelta(a % 30)
        return self.books.ledger.edit(replace(document, amount=1 + a % 120, doc_date=day))


ACTIONS: tuple[Callable[[Hand, int, int], ChangeSet], ...] = (
    Hand.enter,
    Hand.receive,
    Hand.credit,
    Hand.allocate,
    Hand.unallocate,
    Hand.plan,
    Hand.clear,
    Hand.write_off,
    Hand.remove,
    Hand.restore,
    Hand.edit,
)
START = [(0, 100, 0), (0, 90, 1), (1, 60, 2), (1, 70, 3), (5, 40, 0)]
steps = st.lists(
    st.tuples(st.integers(0, len(ACTIONS) - 1), st.integers(1, 99), st.integers(0, 99)), max_size=14
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_any_order_of_actions_keeps_the_books_and_can_be_undone(
    books: Books, drawn: list[tuple[int, int, int]]
) -> None:
    before = books.picture()
    done = 0
    try:
        for step, (action, a, b) in enumerate([*START, *drawn]):
            try:
                change = ACTIONS[action](Hand(books, step), a, b)
            except DomainError:
                continue
            done += change.id > 0
            _check_amounts(books)
            _check_ends(books)
            _check_plans(books)
    finally:  # also after a failure: the next example starts from the same books
        for _ in range(done):
            undo(books.store)
    assert books.picture() == before
