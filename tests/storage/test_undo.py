from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.domain.clock import FixedClock
from app.domain.customer import Customer, Region
from app.domain.document import Allocation, Document, DocumentKind
from app.domain.problem import DomainError
from app.storage.company_file import open_company
from app.storage.engine import foreign_key_check
from app.storage.history import SqlChangeLog
from app.storage.schema import STAMPS, whole
from app.storage.store import SqlStore
from app.words import say
from tests.storage.test_unit_of_work import customer_in, invoice, receipt

DAY = date(2025, 3, 1)


def dump(store: SqlStore) -> dict[str, list[tuple[Any, ...]]]:
    """All facts of the file, derived ones included, stamps and the log left out."""
    tables = [t for t in whole().sorted_tables if t.name not in {"change", "change_set", "content"}]
    return {
        t.name: store.raw.execute(
            str(select(*(c for c in t.c if c.name not in STAMPS)).order_by(t.c.id))
        ).fetchall()
        for t in tables
    }


def step_add_customer(store: SqlStore, n: int) -> None:
    customer_in(store, f"c{n}")


def step_add_documents(store: SqlStore, n: int) -> None:
    owners = store.find(Customer)
    if owners:
        owner = owners[n % len(owners)].id
        with store.write() as unit:
            unit.add_all([invoice(owner, f"A{n}", 100 + n), receipt(owner, 50 + n)])
            unit.commit("import.committed")


def step_edit(store: SqlStore, n: int) -> None:
    owners = store.find(Customer)
    if owners:
        with store.write() as unit:
            one = owners[n % len(owners)]
            unit.replace(replace(one, note=one.note + "x", salesperson_id=None))
            unit.commit("customer.edited")


def step_allocate(store: SqlStore, n: int) -> None:
    debits = [d for d in store.find(Document, kind=DocumentKind.INVOICE) if d.open > 0]
    credits_ = [d for d in store.find(Document, kind=DocumentKind.RECEIPT) if d.open > 0]
    if debits and credits_:
        debit, credit = debits[n % len(debits)], credits_[n % len(credits_)]
        amount = min(debit.open, credit.open)
        with store.write() as unit:
            unit.add(Allocation(debit.id, credit.id, DAY, amount, amount))
            unit.commit("receipt.allocated")


def step_remove(store: SqlStore, n: int) -> None:
    found = store.find(Allocation)
    if found:
        with store.write() as unit:
            unit.remove(Allocation, [found[n % len(found)].id])
            unit.commit("receipt.unallocated")


def step_restore(store: SqlStore, n: int) -> None:
    del n
    found = store.find(Allocation, deleted=True)
    if found:
        with store.write() as unit:
            unit.restore(Allocation, [one.id for one in found])
            unit.add(Region("mixed"))
            unit.commit("receipt.allocated")


STEPS: list[Callable[[SqlStore, int], None]] = [
    step_add_customer,
    step_add_documents,
    step_edit,
    step_allocate,
    step_remove,
    step_restore,
]


def undo_all(log: SqlChangeLog) -> int:
    count = 0
    while log.next_undo():
        log.undo(0)
        count += 1
    return count


def redo_all(log: SqlChangeLog) -> int:
    count = 0
    while log.next_redo():
        log.redo()
        count += 1
    return count


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), min_size=1, max_size=14))
def test_undo_all_is_the_start_and_redo_all_the_end(
    store: SqlStore, steps: list[tuple[Callable[[SqlStore, int], None], int]]
) -> None:
    log = SqlChangeLog(store)
    undo_all(log)
    start = dump(store)
    for step, n in [(step_add_customer, 0), *steps]:  # the first ends what an earlier case left
        step(store, n)
    end = dump(store)
    undone = undo_all(log)
    assert dump(store) == start
    assert redo_all(log) == undone
    assert dump(store) == end
    assert undo_all(log) == undone
    assert dump(store) == start
    assert foreign_key_check(store.raw) == []
    assert store.raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_undo_reaches_across_sessions(company_path: Path, clock: FixedClock) -> None:
    first = open_company(company_path, clock=clock, actor="甲")
    row = customer_in(first)
    first.close()
    second = open_company(company_path, clock=clock, actor="乙")
    log = SqlChangeLog(second)
    entry = log.next_undo()
    assert entry is not None
    assert (entry.verb, entry.actor) == ("customer.created", "甲")
    done = log.undo(0)
    assert done.undoes == entry.id
    assert done.touched == {"customer": frozenset({row})}
    assert second.find(Customer, deleted=True) == second.find(Customer) == []
    latest, undone, *_ = log.entries(10, None, None, None)
    assert (latest.verb, latest.undoes, latest.actor) == ("undone", entry.id, "乙")
    assert (undone.id, undone.undone_by) == (entry.id, done.id)
    assert latest.params == {"action": ["customer.created", {}]}
    second.close()


def test_an_undone_rows_id_never_comes_back(store: SqlStore) -> None:
    first = customer_in(store)
    SqlChangeLog(store).undo(0)
    assert customer_in(store) == first + 1


def test_something_new_ends_redo(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    customer_in(store)
    log.undo(0)
    again = log.next_redo()
    assert again is not None
    assert again.verb == "customer.created"
    customer_in(store)
    assert log.next_redo() is None
    with pytest.raises(DomainError, match=r"redo\.nothing"):
        log.redo()


def test_the_first_set_and_irreversible_ones_stay(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    with pytest.raises(DomainError, match=r"undo\.nothing"):
        log.undo(0)
    with pytest.raises(DomainError, match=r"undo\.irreversible") as refused:
        log.undo(1)
    assert say(refused.value.code, "zh", **refused.value.params) == "“新建公司“恒信五金有限公司””不能撤销。"
    with store.write() as unit:
        unit.add(Customer("x"))
        unit.commit_for_good("customer.created")
    assert log.next_undo() is None


def test_an_earlier_action_alone_is_undone_when_it_still_fits(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    one = customer_in(store, "one")
    first = log.next_undo()
    two = customer_in(store, "two")
    assert first is not None
    log.undo(first.id)
    assert [c.id for c in store.find(Customer)] == [two]
    with pytest.raises(DomainError, match=r"undo\.done"):
        log.undo(first.id)
    log.undo(0)
    assert store.find(Customer) == []
    assert redo_all(log) == 2
    assert [c.id for c in store.find(Customer)] == [one, two]


def test_an_undo_that_no_longer_fits_says_which_record_and_why(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    row = customer_in(store, "恒岌")
    created = log.next_undo()
    assert created is not None
    with store.write() as unit:
        unit.replace(replace(unit.get(Customer, row), note="y"))
        unit.commit("company.edited")
    before = dump(store)
    with pytest.raises(DomainError, match=r"undo\.conflict") as refused:
        log.undo(created.id)
    text = say(refused.value.code, "zh", **refused.value.params)
    assert "客户“恒岌”" in text
    assert "修改公司资料，tester" in text
    assert dump(store) == before


def test_what_something_later_refers_to_is_not_taken_away(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    row = customer_in(store, "恒岌")
    created = log.next_undo()
    assert created is not None
    with store.write() as unit:
        unit.add(invoice(row, "FP-9"))
        unit.commit("company.edited")
    before = dump(store)
    with pytest.raises(DomainError, match=r"undo\.conflict") as refused:
        log.undo(created.id)
    assert "document “FP-9”" in say(refused.value.code, "en", **refused.value.params)
    assert dump(store) == before
    assert store.raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_row_changed_behind_the_log_is_a_conflict(store: SqlStore) -> None:
    row = customer_in(store)
    store.raw.execute("UPDATE customer SET note = 'z' WHERE id = ?", (row,))
    with pytest.raises(DomainError, match=r"undo\.conflict_outside") as refused:
        SqlChangeLog(store).undo(0)
    assert say(refused.value.code, "en", **refused.value.params)


def test_a_whole_import_is_undone_as_one(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    with store.write() as unit:
        owners = unit.add_all([Customer(f"c{i}") for i in range(300)])
        documents = unit.add_all([invoice(owners[i % 300], f"A{i}") for i in range(12_000)])
        receipts = unit.add_all([receipt(owners[i], 100_00) for i in range(300)])
        unit.add_all([Allocation(documents[i], receipts[i], DAY, 100_00, 100_00) for i in range(300)])
        unit.commit("import.committed")
    end = dump(store)
    done = log.undo(0)
    assert done.touched == dict.fromkeys(("allocation", "customer", "document"), frozenset())
    assert not store.find(Customer)
    assert not store.find(Document)
    log.redo()
    assert dump(store) == end


def test_history_pages_and_narrows(store: SqlStore) -> None:
    log = SqlChangeLog(store)
    rows = [customer_in(store, f"c{i}") for i in range(5)]
    latest, *_ = page = log.entries(2, None, None, None)
    assert [e.id for e in page] == [latest.id, latest.id - 1]
    assert [e.id for e in log.entries(2, page[-1].id, None, None)] == [latest.id - 2, latest.id - 3]
    (only,) = log.entries(9, None, "customer", rows[1])
    assert [c.row_id for c in log.changes(only.id, 5)] == [rows[1]]
    assert len(log.entries(9, None, "customer", None)) == 5
