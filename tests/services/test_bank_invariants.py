"""Whatever a statement holds: nothing is paid twice, undo restores the file, the order does not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.bank_file import RawBankLine
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.document import Allocation, Document, DocumentKind
from app.services.bank_views import BankQueueQuery
from app.storage.company_file import create_company, open_company
from app.storage.undo import undo
from tests.services.banking import Desk, desk_on, paid

NAMES = ("苏州恒岳贸易有限公司", "上海二号有限公司")
AMOUNTS = st.sampled_from([100, 200, 300, 500, 600, 700, 1_000])
lines = st.lists(
    st.builds(
        paid,
        AMOUNTS | AMOUNTS.map(lambda amount: -amount),
        st.sampled_from(["", "F-100001", "货款F-100002 F-100003", "退票", "F-200001"]),
        st.sampled_from([*NAMES, "", "某某"]),
        st.integers(5, 9),
    ),
    max_size=8,
)
runs = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
serial = count()


@contextmanager
def fresh(folder: Path) -> Iterator[Desk]:
    """A file with two customers, who owe three invoices and one."""
    clock = FixedClock(date(2025, 12, 31))
    path = folder / f"{next(serial)}.holdfast"
    create_company(path, Company("恒信五金有限公司", "CNY"), clock=clock, actor="tester")
    store = open_company(path, clock=clock, actor="tester")
    try:
        desk = desk_on(store, clock)
        for name in NAMES:
            desk.customer(name)
        for number, amount in (("F-100001", 500), ("F-100002", 300), ("F-100003", 200)):
            desk.enter(1, amount, number)
        desk.enter(2, 700, "F-200001")
        yield desk
    finally:
        store.close()


def told_apart(drawn: list[RawBankLine]) -> list[RawBankLine]:
    """Each line once: the same line in two statements is one payment told twice, as it should be."""
    return list(dict.fromkeys(drawn))


def check(desk: Desk) -> None:
    used: Counter[int] = Counter()
    for one in desk.store.find(Allocation):
        used[one.debit_id] += one.amount
        used[one.credit_id] += one.credit_amount
    for document in desk.store.find(Document):
        assert document.open == document.amount - used[document.id] >= 0


@runs
@given(lines)
def test_nothing_is_paid_beyond_what_is_open_and_undo_restores_the_file(
    tmp_path: Path, drawn: list[RawBankLine]
) -> None:
    with fresh(tmp_path) as desk:
        before = desk.everything()
        done = desk.take(*drawn)
        assert done.added == len(drawn)
        assert done.applied + done.waiting + done.ignored == len(drawn)
        check(desk)
        assert desk.take(*drawn).added == 0
        for row in desk.bank.queue_rows(desk.bank.queue()):
            best = desk.bank.line(row.id).proposals
            if best and row.amount > 0:
                desk.bank.accept(row.id, best[0])
                check(desk)
                undo(desk.store)
        if done.change.id:
            undo(desk.store)
        assert desk.everything() == before


@runs
@given(lines.map(told_apart), st.randoms(use_true_random=False))
def test_the_order_of_lines_and_statements_does_not_matter_to_the_totals(
    tmp_path: Path, drawn: list[RawBankLine], chance: Random
) -> None:
    mixed = list(drawn)
    chance.shuffle(mixed)
    totals = []
    for halves in ((drawn, []), (mixed[:3], mixed[3:])):
        with fresh(tmp_path) as desk:
            for half in halves:
                if half:
                    desk.take(*half)
            totals.append(
                sum(row.amount for row in desk.bank.queue_rows(desk.bank.queue(BankQueueQuery(state=""))))
            )
            received = [one.amount for one in desk.store.find(Document, kind=DocumentKind.RECEIPT)]
            check(desk)
            assert sum(received) <= sum(line.amount for line in drawn if line.amount > 0)
    assert totals[0] == totals[1] == sum(line.amount for line in drawn)


def test_sure_lines_are_applied_alike_in_one_statement_or_two(tmp_path: Path) -> None:
    sure = [paid(500, "F-100001", NAMES[0]), paid(700, "F-200001", NAMES[1], 11), paid(300, "F-100002")]
    found = []
    for order in ([sure], [sure[2:], sure[:2]], [[sure[1]], [sure[0], sure[2]]]):
        with fresh(tmp_path) as desk:
            for part in order:
                desk.take(*part)
            found.append(sorted((one.number, one.open) for one in desk.store.find(Document) if one.due_date))
    assert found[0] == found[1] == found[2]
