"""Figures as of a closed month stay what they were, whatever business comes after."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap.session import compose
from app.domain.aging import AgingQuery, Basis
from app.domain.bill import Bill, BillKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import CREDITS, DEBITS, Allocation, Document, DocumentKind, Instalment, Rate
from app.domain.problem import DomainError
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore

CLOCK = FixedClock(date(2025, 12, 31))
THROUGH = date(2025, 11, 30)
_FIRST = date(2025, 9, 1)


def any_day(luck: Random) -> date:
    """From September, which is closed, to December."""
    return _FIRST + timedelta(luck.randint(0, 121))


def one_of(luck: Random, store: SqlStore, *kinds: DocumentKind) -> Document:
    return luck.choice([one for one in store.find(Document) if not kinds or one.kind in kinds])


def some(kind: DocumentKind, luck: Random, number: str, day: date) -> Document:
    owner = luck.randint(1, 3)
    return Document(owner, kind, number, day, "USD" if owner == 3 else "CNY", luck.randint(1, 900) * 100)


def started(store: SqlStore) -> CompanySession:
    """Three customers, one of them in dollars, with three months of business; November is closed."""
    session, luck = compose(store, CLOCK, store.close), Random(7)
    with store.write() as unit:
        unit.add_all([Customer(name) for name in ("甲", "乙", "丙")])
        unit.commit("sample.build")
    session.company.set_rate(Rate("USD", _FIRST, Decimal("7.1"), ""))
    for number in range(12):
        day = _FIRST + timedelta(number * 7)
        session.ledger.enter(some(DocumentKind.INVOICE, luck, f"F{number}", day))
        paid = some(DocumentKind.RECEIPT, luck, f"S{number}", day + timedelta(5))
        session.ledger.enter_receipt(paid, luck.choice(["oldest", None]))
    session.bills.receive(Bill(1, BillKind.CHEQUE, "B1", date(2025, 11, 5), date(2026, 1, 5), "CNY", 200_00))
    session.ledger.write_off(one_of(luck, store, DocumentKind.INVOICE).id, 1, THROUGH, "尾差")
    session.periods.close("2025-11")
    return session


Act = Callable[[CompanySession, SqlStore, Random, str], object]


def _allocate(session: CompanySession, store: SqlStore, luck: Random, _: str) -> None:
    credit, debit = one_of(luck, store, *CREDITS), one_of(luck, store, *DEBITS)
    day = luck.choice([None, any_day(luck)])
    session.ledger.allocate(credit.id, debit.id, max(1, min(credit.open, debit.open)), on=day)


def _instalments(session: CompanySession, store: SqlStore, luck: Random, _: str) -> None:
    one = one_of(luck, store, DocumentKind.INVOICE)
    half, late = one.amount // 2, date(2026, 1, 15)
    parts = [Instalment(one.id, 1, any_day(luck), half), Instalment(one.id, 2, late, one.amount - half)]
    session.ledger.set_plan(one.id, parts)


MONEY_IN = DocumentKind.RECEIPT, DocumentKind.CREDIT_NOTE
ACTS: tuple[Act, ...] = (
    lambda s, _, r, n: s.ledger.enter(some(r.choice(sorted(DEBITS)), r, n, any_day(r))),
    lambda s, _, r, n: s.ledger.enter_receipt(
        some(r.choice(MONEY_IN), r, n, any_day(r)), r.choice(["oldest", "exact", None])),
    lambda s, x, r, _: s.ledger.edit(replace(one := one_of(r, x), amount=one.amount + 100)),
    lambda s, x, r, _: s.ledger.edit(replace(one_of(r, x), doc_date=any_day(r), due_date=None)),
    lambda s, x, r, _: s.ledger.edit(replace(one_of(r, x), due_date=any_day(r), note="x", contract="y")),
    lambda s, x, r, _: s.ledger.edit(replace(one_of(r, x), customer_id=r.randint(1, 3))),
    lambda s, x, r, _: s.ledger.remove([one_of(r, x).id]),
    lambda s, _, r, __: s.ledger.restore([r.choice(s.ledger.bin()).id]),
    _allocate,
    lambda s, x, r, _: s.ledger.unallocate([r.choice(x.find(Allocation)).id]),
    lambda s, x, r, _: s.ledger.auto_allocate([one_of(r, x, *CREDITS).id], "oldest"),
    _instalments,
    lambda s, x, r, _: s.ledger.clear_plan(one_of(r, x, DocumentKind.INVOICE).id),
    lambda s, x, r, _: s.ledger.write_off(one_of(r, x, DocumentKind.INVOICE).id, 100, any_day(r), "尾差"),
    lambda s, x, r, _: s.collection.recover(one_of(r, x, DocumentKind.WRITE_OFF).id, 1, any_day(r)),
    lambda s, x, r, _: s.bills.clear(r.choice(x.find(Bill)).id, any_day(r)),
    lambda s, x, r, _: s.bills.bounce(r.choice(x.find(Bill)).id, any_day(r)),
    lambda s, x, r, _: s.bills.discount(r.choice(x.find(Bill)).id, any_day(r), 10),
    lambda s, x, r, _: s.bills.remove(r.choice(x.find(Bill)).id),
    lambda s, _, r, n: s.bills.receive(
        Bill(r.randint(1, 2), BillKind.CHEQUE, n, any_day(r), date(2026, 1, 20), "CNY", 50_00)),
    lambda s, _, r, __: s.company.set_rate(Rate("USD", any_day(r), Decimal(r.randint(60, 80)) / 10, "")),
    lambda s, x, r, _: s.company.remove_rate(r.choice(x.find(Rate)).id),
    lambda s, _, r, __: s.customers.merge(*r.sample([1, 2, 3], 2)),
    lambda s, _, __, ___: s.history.undo(0),
    lambda s, _, __, ___: s.history.redo(),
)  # fmt: skip


def month_ends(session: CompanySession) -> list[object]:
    """Each closed month end in its own currencies and in ours: buckets by invoice day, credits, bills."""
    return [
        [(row.key, row.currency, row.buckets, row.receipts, row.credit_notes, row.held) for row in board.rows]
        for end in (date(2025, 9, 30), date(2025, 10, 31), THROUGH)
        for in_base in (False, True)
        for board in [session.aging.board(AgingQuery(end, Basis.INVOICE, in_base=in_base))]
    ]


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32), acts=st.lists(st.sampled_from(ACTS), min_size=6, max_size=14))
def test_the_board_of_a_closed_month_end_never_moves(
    seed: int, acts: list[Act], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, luck = tmp_path_factory.mktemp("still") / "a.holdfast", Random(seed)
    create_company(path, Company("恒信", "CNY"), clock=CLOCK, actor="x")
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        session = started(store)
        before = month_ends(session)
        for number, act in enumerate(acts):
            with suppress(DomainError, IndexError):  # IndexError: nothing there to do it to
                act(session, store, luck, f"N{number}")
            assert month_ends(session) == before
        assert session.check.run() == []
