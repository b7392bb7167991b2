"""Figures as of a closed month stay what they were, whatever business comes after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
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
from app.domain.document import CREDITS, DEBITS, Allocation, Dispute, Document, DocumentKind, Instalment, Rate
from app.domain.import_plan import ImportChoices
from app.domain.importing import ImportKind, SourceOptions
from app.domain.kpi_period import PeriodKind, period_of
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


def later(luck: Random) -> date:
    """From September to March: when something is due."""
    return _FIRST + timedelta(luck.randint(0, 210))


def one_of(luck: Random, store: SqlStore, *kinds: DocumentKind) -> Document:
    return luck.choice([one for one in store.find(Document) if not kinds or one.kind in kinds])


def some(kind: DocumentKind, luck: Random, number: str, day: date) -> Document:
    owner = luck.randint(1, 3)
    return Document(owner, kind, number, day, "USD" if owner == 3 else "CNY", luck.randint(1, 900) * 100)


def started(store: SqlStore) -> None:
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
    for reason in REASONS:
        debit = one_of(luck, store, DocumentKind.INVOICE)
        session.ledger.write_off(debit.id, 1, THROUGH, "尾差", reason=reason)
    session.collection.dispute(Dispute(one_of(luck, store, DocumentKind.INVOICE).id, THROUGH))
    session.periods.close("2025-11")


REASONS = "bad_debt", "tolerance"
Act = Callable[[CompanySession, SqlStore, Random, str], object]


def _allocate(session: CompanySession, store: SqlStore, luck: Random, _: str) -> None:
    credit, debit = one_of(luck, store, *CREDITS), one_of(luck, store, *DEBITS)
    day = luck.choice([None, any_day(luck)])
    session.ledger.allocate(credit.id, debit.id, max(1, min(credit.open, debit.open)), on=day)


def _instalments(session: CompanySession, store: SqlStore, luck: Random, _: str) -> None:
    one = one_of(luck, store, DocumentKind.INVOICE)
    part = luck.choice([one.amount // 2, max(1, one.amount - one.open)])
    first = luck.choice([one.due_date or later(luck), later(luck)])
    parts = [Instalment(one.id, 1, first, part), Instalment(one.id, 2, later(luck), one.amount - part)]
    session.ledger.set_plan(one.id, parts)


def _imported(session: CompanySession, store: SqlStore, luck: Random, number: str) -> None:
    """A list by which two invoices are due otherwise, and disputed or not; and that brings a third."""
    invoices = store.find(Document, kind=DocumentKind.INVOICE)
    names = {one.id: one.name for one in store.find(Customer)}
    rows = [
        f"{one.number},{names[one.customer_id]},{one.doc_date},{later(luck)},"
        f"{one.amount / 100},{one.currency},{luck.choice(['是', ''])}"
        for one in luck.sample(invoices, 2)
    ]
    new = any_day(luck)
    rows.append(f"X{number},甲,{new},{new + timedelta(9)},10.00,CNY,")
    head = "单据编号,客户名称,开票日期,到期日,价税合计,币种,争议"
    importing = session.importing
    table = importing.read_text("\n".join([head, *rows]), SourceOptions())
    columns, _guesses = importing.guess(table, ImportKind.INVOICES)
    plan = importing.plan(importing.stage(table, columns), ImportChoices(accept_changes=True))
    importing.commit(plan, "应收.csv")


MONEY_IN = DocumentKind.RECEIPT, DocumentKind.CREDIT_NOTE
ACTS: tuple[Act, ...] = (
    lambda s, _, r, n: s.ledger.enter(some(r.choice(sorted(DEBITS)), r, n, any_day(r))),
    lambda s, _, r, n: s.ledger.enter_receipt(
        some(r.choice(MONEY_IN), r, n, any_day(r)), r.choice(["oldest", "exact", None])),
    lambda s, x, r, _: s.ledger.edit(replace(one := one_of(r, x), amount=one.amount + 100)),
    lambda s, x, r, _: s.ledger.edit(replace(one_of(r, x), doc_date=any_day(r), due_date=None)),
    lambda s, x, r, _: s.ledger.edit(replace(one_of(r, x), due_date=later(r), note="x", contract="y")),
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
    lambda s, x, r, _: s.ledger.edit(
        replace(one_of(r, x, *DEBITS), due_date=None, terms=f"net {r.randint(0, 90)}")),
    lambda s, x, r, _: s.ledger.edit(replace(one_of(r, x, DocumentKind.WRITE_OFF), reason=r.choice(REASONS))),
    lambda s, x, r, _: s.collection.dispute(
        Dispute(one_of(r, x, DocumentKind.INVOICE).id, any_day(r), r.choice([None, 100]))),
    lambda s, x, r, _: s.collection.edit_dispute(replace(r.choice(x.find(Dispute)), amount=r.randint(1, 99))),
    lambda s, x, r, _: s.collection.resolve(r.choice(x.find(Dispute)).id, "customer_right", any_day(r)),
    lambda s, x, r, _: s.collection.reopen_dispute(r.choice(x.find(Dispute)).id),
    lambda s, x, r, _: s.collection.remove_dispute(r.choice(x.find(Dispute)).id),
    _imported,
    lambda s, _, __, ___: s.history.undo(0),
    lambda s, _, __, ___: s.history.redo(),
)  # fmt: skip


FIGURES = (
    "dso dso_year dso_count_back best_possible_dso days_delinquent cei cei_monthly turnover overdue_rate "
    "over_90 bad_debt_ratio loss_ratio dispute_share dispute_days days_late"
).split()
"""All that follow from what is booked, from due dates and disputes; not grades, limits, promises, cover."""
ENDS = date(2025, 9, 30), date(2025, 10, 31), THROUGH


@dataclass(frozen=True)
class Shown:
    """What closed month ends show: the rows of every board by owner and currency, and the key figures."""

    boards: tuple[tuple[tuple[int, str, tuple[int, ...]], ...], ...]
    figures: tuple[object, ...]

    def joined(self, owners: Mapping[int, int]) -> Shown:
        """The same where customers have become one: ``owners`` says whose is now what was each one's."""
        return replace(self, boards=tuple(_joined(board, owners) for board in self.boards))


def _joined(
    board: tuple[tuple[int, str, tuple[int, ...]], ...], owners: Mapping[int, int]
) -> tuple[tuple[int, str, tuple[int, ...]], ...]:
    found: dict[tuple[int, str], tuple[int, ...]] = {}
    for key, currency, cells in board:
        at = owners.get(key, key), currency
        found[at] = tuple(map(sum, zip(found.get(at, (0,) * len(cells)), cells, strict=True)))
    return tuple((*at, cells) for at, cells in sorted(found.items()))


def month_ends(session: CompanySession) -> Shown:
    """By due date and by invoice day, in their own currencies and in ours."""
    asked = [
        AgingQuery(end, basis, (7, 14, 30, 60), in_base=in_base)
        for end in ENDS
        for basis in Basis
        for in_base in (False, True)
    ]
    boards = tuple(
        tuple(
            (row.key, row.currency,
             (*row.buckets, row.overdue, row.receipts, row.credit_notes, row.held, row.disputed))
            for row in session.aging.board(query).rows
        )
        for query in asked
    )  # fmt: skip
    months = session.health.series([period_of(one, PeriodKind.MONTH) for one in ENDS])
    figures = tuple((one.figure(key).value, one.figure(key).operands) for one in months for key in FIGURES)
    return Shown(tuple(_joined(board, {}) for board in boards), figures)


@dataclass(frozen=True)
class Books:
    """The file every walk begins with a copy of, what it shows, and whose each document is."""

    file: bytes
    shown: Shown
    owners: Mapping[int, int]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    path = tmp_path_factory.mktemp("books") / "a.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=CLOCK, actor="x")
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        started(store)
        shown = month_ends(compose(store, CLOCK, store.close))
        owners = {one.id: one.customer_id for one in store.find(Document)}
    return Books(path.read_bytes(), shown, owners)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**32), acts=st.lists(st.sampled_from(ACTS), min_size=8, max_size=24))
def test_the_board_of_a_closed_month_end_never_moves(
    seed: int, acts: list[Act], books: Books, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path, luck = tmp_path_factory.mktemp("still") / "a.holdfast", Random(seed)
    path.write_bytes(books.file)
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        session = compose(store, CLOCK, store.close)
        for number, act in enumerate(acts):
            with suppress(DomainError, IndexError):  # IndexError: nothing there to do it to
                act(session, store, luck, f"N{number}")
        known = [one for one in store.find(Document) if one.id in books.owners]
        owners = {books.owners[one.id]: one.customer_id for one in known}
        assert month_ends(session) == books.shown.joined(owners)
        assert session.check.run() == []
