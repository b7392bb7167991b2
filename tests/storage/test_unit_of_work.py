from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import event

from app.domain.changes import ChangeSet
from app.domain.company import Company
from app.domain.customer import Alias, Customer, CustomerStatus
from app.domain.document import Allocation, Document, DocumentKind, Instalment
from app.domain.problem import DomainError
from app.storage.collect_mappers import TABLES as COLLECTING
from app.storage.credit_mappers import TABLES as DECIDING
from app.storage.history import SqlChangeLog
from app.storage.insurance_mappers import TABLES as INSURING
from app.storage.mappers import TABLES
from app.storage.store import SqlStore
from app.storage.unit_of_work import MANY

DAY = date(2025, 3, 1)


def invoice(customer: int, number: str = "A1", amount: int = 100_00) -> Document:
    return Document(customer, DocumentKind.INVOICE, number, DAY, "CNY", amount, due_date=DAY)


def receipt(customer: int, amount: int) -> Document:
    return Document(customer, DocumentKind.RECEIPT, "R1", DAY, "CNY", amount)


def customer_in(store: SqlStore, name: str = "苏州恒岌") -> int:
    with store.write() as unit:
        row = unit.add(Customer(name))
        unit.commit("customer.created")
    return row


def sample_of(hint: Any) -> object:
    if isinstance(hint, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return (10, 20)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return list(hint)[-1]
    return {str: "字'\"{x}\n", bool: True, int: 1, date: date(2024, 2, 29), Decimal: Decimal("7.1000")}[hint]


@pytest.mark.parametrize(
    "kind", [kind for kind in TABLES | COLLECTING | DECIDING | INSURING if kind is not Company]
)
def test_every_record_comes_back_as_it_went_in(store: SqlStore, kind: type[Any]) -> None:
    hints = get_type_hints(kind)
    skipped = {"id", "version", "deleted", "open", "parent_id", "reverses_id"}
    given = {f.name: sample_of(hints[f.name]) for f in fields(kind) if f.name not in skipped}
    store.raw.execute("PRAGMA foreign_keys = OFF")
    with store.write() as unit:
        row = unit.add(kind(**given))
        assert unit.get(kind, row).id == row
        unit.commit("customer.created")
    derived = {"open": 1} if "open" in hints else {}
    assert store.get(kind, row) == kind(**given, **derived, id=row, version=1)
    assert store.find(kind, **given) == [store.get(kind, row)]


def test_the_company_keeps_its_bucket_limits(store: SqlStore) -> None:
    (company,) = store.find(Company)
    with store.write() as unit:
        unit.replace(replace(company, bucket_limits=(15, 45), sample_as_of=DAY, sample=True))
        unit.commit("company.edited")
    (found,) = store.find(Company)
    assert (found.bucket_limits, found.sample_as_of, found.sample) == ((15, 45), DAY, True)


def test_without_commit_nothing_is_kept(store: SqlStore) -> None:
    before = store.find(Customer)
    with store.write() as unit:
        unit.add(Customer("x"))
    with pytest.raises(DomainError), store.write() as unit:
        unit.replace(Customer("y", id=unit.add(Customer("x")) + 1))
    assert store.find(Customer) == before
    assert len(SqlChangeLog(store).entries(10, None, None, None)) == 1


def test_open_follows_allocations(store: SqlStore) -> None:
    owner = customer_in(store)
    with store.write() as unit:
        a, b, r = unit.add_all([invoice(owner), invoice(owner, "A2", 50_00), receipt(owner, 120_00)])
        unit.commit("invoice.entered")
    with store.write() as unit:
        first, second = unit.add_all(
            [Allocation(a, r, DAY, 100_00, 100_00), Allocation(b, r, DAY, 20_00, 20_00)]
        )
        done = unit.commit("receipt.allocated")
    assert done.touched == {"allocation": {first, second}, "document": {a, b, r}}
    assert [d.open for d in store.find(Document)] == [0, 30_00, 0]
    with store.write() as unit:
        unit.remove(Allocation, [first])
        unit.commit("receipt.unallocated")
    assert [d.open for d in store.find(Document)] == [100_00, 30_00, 100_00]


def test_open_follows_an_allocation_that_moves_and_an_amount_that_changes(store: SqlStore) -> None:
    owner = customer_in(store)
    with store.write() as unit:
        a, b, r = unit.add_all([invoice(owner), invoice(owner, "A2"), receipt(owner, 60_00)])
        p, q = unit.add_all([Instalment(b, 1, DAY, 40_00), Instalment(b, 2, date(2025, 4, 1), 60_00)])
        moving = unit.add(Allocation(a, r, DAY, 60_00, 60_00))
        unit.commit("invoice.entered")
    with store.write() as unit:
        unit.replace(replace(unit.get(Allocation, moving), debit_id=b, instalment_id=q))
        unit.replace(replace(unit.get(Document, a), amount=70_00))
        unit.commit("receipt.allocated")
    assert [d.open for d in store.find(Document)] == [70_00, 40_00, 0]
    assert {i.id: i.open for i in store.find(Instalment)} == {p: 40_00, q: 0}


def test_a_stale_row_is_refused(store: SqlStore) -> None:
    row = customer_in(store)
    stale = store.get(Customer, row)
    with store.write() as unit:
        unit.replace(replace(stale, code="1"))
        unit.replace(replace(stale, code="2"))  # within one unit the row is ours
        unit.commit("customer.edited")
    with pytest.raises(DomainError, match=r"record\.changed"), store.write() as unit:
        unit.replace(replace(stale, code="3"))
    assert store.get(Customer, row).code == "2"
    with pytest.raises(DomainError, match=r"record\.missing"), store.write() as unit:
        unit.replace(replace(stale, id=99))


def test_the_bin_and_back(store: SqlStore) -> None:
    row = customer_in(store)
    with store.write() as unit:
        unit.remove(Customer, [row])
        unit.commit("customer.removed")
    assert store.find(Customer) == []
    assert [c.id for c in store.find(Customer, deleted=True)] == [row]
    with pytest.raises(DomainError, match=r"record\.missing"):
        store.get(Customer, row)
    with pytest.raises(DomainError, match=r"record\.missing"), store.write() as unit:
        unit.remove(Customer, [row])
    with store.write() as unit:
        unit.restore(Customer, [row])
        unit.commit("customer.restored")
    assert store.get(Customer, row).version == 3


def test_find_takes_one_of_many(store: SqlStore) -> None:
    with store.write() as unit:
        ids = unit.add_all([Customer(f"c{i}") for i in range(50_000)])
        done = unit.commit("import.committed")
    assert done.touched == {"customer": frozenset()}, "more than anyone wants named"
    assert MANY < 50_000
    assert [c.id for c in store.find(Customer, id=ids[::2])] == ids[::2]
    assert store.find(Customer, status=[CustomerStatus.STOPPED], salesperson_id=None) == []
    assert len(store.find(Customer, status={CustomerStatus.ACTIVE}, code="")) == 50_000


def test_the_log_holds_facts_before_and_after(store: SqlStore) -> None:
    row = customer_in(store, "甲")
    with store.write() as unit:
        unit.replace(replace(unit.get(Customer, row), name="乙"))
        fresh = unit.add(Alias(row, "甲", "甲"))
        done = unit.commit("customer.edited", name="乙", n=2)
    log = SqlChangeLog(store)
    edited, added = log.changes(done.id, 10)
    assert edited.before is not None
    assert edited.after is not None
    assert (edited.before["name"], edited.after["name"]) == ("甲", "乙")
    assert not {"id", "version", "changed_at", "open"} & edited.after.keys()
    assert (added.table, added.row_id, added.before) == ("alias", fresh, None)
    (entry, *_) = log.entries(1, None, None, None)
    assert (entry.id, entry.rows, entry.actor) == (done.id, 2, "tester")
    assert entry.params == {"name": "乙", "n": 2}
    assert entry.at.isoformat() == "2025-12-31T12:00:00+00:00"


def test_what_changes_nothing_leaves_no_trace(store: SqlStore) -> None:
    row = customer_in(store)
    heard: list[ChangeSet] = []
    store.subscribe(heard.append)
    with store.write() as unit:
        unit.replace(unit.get(Customer, row))
        done = unit.commit("customer.edited")
    assert (done.id, done.touched, heard) == (0, {}, [])
    assert store.get(Customer, row).version == 1


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


def test_units_of_work_do_not_nest(store: SqlStore) -> None:
    with store.write(), pytest.raises(RuntimeError), store.write():
        pass
    with store.reading(), pytest.raises(RuntimeError), store.write():
        pass
    customer_in(store)


def test_a_unit_of_work_sees_its_own_writes_through_the_store(store: SqlStore) -> None:
    with store.write() as unit:
        row = unit.add(Customer("x"))
        assert store.get(Customer, row).name == "x"


def test_impossible_values_are_refused_by_the_file_itself(store: SqlStore) -> None:
    owner = customer_in(store)
    for statement in (
        "UPDATE customer SET status_since = '2025-02-30'",
        "UPDATE customer SET deleted = 2",
        "UPDATE customer SET salesperson_id = 77",
        "UPDATE customer SET version = 1.5",
    ):
        with pytest.raises(Exception, match=r"constraint failed|cannot store"):
            store.raw.execute(statement)
    assert store.get(Customer, owner).version == 1


def test_one_edit_reads_only_what_it_touches(store: SqlStore) -> None:
    """A plan that walked the log or the ledger would make every edit of a large file slow."""
    plans: list[str] = []
    owner = customer_in(store)
    with store.write() as unit:
        a, r = unit.add_all([invoice(owner), receipt(owner, 100_00)])
        unit.commit("document.entered")
        connection = unit.connection

    def explain(_: object, __: object, statement: str, values: object, *___: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE", "SELECT")):
            steps = store.raw.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
            plans.extend(str(step[3]) for step in steps)

    event.listen(connection.engine, "before_cursor_execute", explain)
    with store.write() as unit:
        unit.add(Allocation(a, r, DAY, 100_00, 100_00))
        unit.replace(replace(unit.get(Document, a), note="x"))
        unit.commit("allocation.added")
    SqlChangeLog(store).undo(0)
    assert "SEARCH change USING COVERING INDEX ix_change_set (set_id=? AND table_name=?)" in plans
    walks = [p for p in plans if p.startswith("SCAN") and "VIRTUAL" not in p and "change_set" not in p]
    # "wanted" is what the range of ids below has found: the rows of the set that is sealed
    assert [p for p in walks if p not in {"SCAN document", "SCAN wanted"}] == []
    assert "SEARCH change USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plans
    assert "SEARCH change USING INDEX ix_change_row (table_name=?)" not in plans


def test_joined_units_are_one_change_set_that_undo_leaves_alone(store: SqlStore) -> None:
    before = store.raw.execute("SELECT count(*) FROM change_set").fetchone()[0]
    with store.joined("sample.decide"):
        owner = customer_in(store)
        with store.write() as unit:
            first = unit.add(invoice(owner))
            done = unit.commit("document.entered")
        assert done.id == 0
        assert store.get(Document, first).amount == 100_00  # seen at once by who reads
        with pytest.raises(DomainError), store.write() as unit:
            unit.get(Document, 99)
        with store.write() as unit:
            unit.replace(replace(unit.get(Document, first), note="x"))
            unit.add_all([receipt(owner, 100_00)])
            unit.commit("document.entered")
        with store.write() as unit:
            unit.add(Allocation(first, first + 1, DAY, 100_00, 100_00))
            unit.commit("allocation.added")
    (last,) = SqlChangeLog(store).entries(1, None, None, None)
    assert (last.verb, last.rows) == ("sample.decide", 4)
    assert store.raw.execute("SELECT count(*) FROM change_set").fetchone()[0] == before + 1
    assert SqlChangeLog(store).next_undo() is None
    assert (store.get(Document, first).open, store.get(Document, first).note) == (0, "x")
    customer_in(store, "乙")
    assert SqlChangeLog(store).next_undo() is not None


def test_of_joined_units_all_or_none_is_kept(store: SqlStore) -> None:
    def broken() -> None:
        with store.joined("sample.decide"):
            customer_in(store)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert store.find(Customer) == []
    customer_in(store)
    assert len(store.find(Customer)) == 1
