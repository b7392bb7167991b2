from __future__ import annotations

import errno
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import EnvironmentFaultError
from app.storage import engine
from app.storage.company_file import create_company, open_company
from app.storage.engine import connect, integrity_check
from app.storage.faults import _BY_ERRNO, _BY_RESULT, fault_of, translated
from app.storage.schema import whole
from app.storage.store import SqlStore
from app.words import say
from tests.storage.test_unit_of_work import customer_in


def import_many(store: SqlStore) -> None:
    with store.write() as unit:
        unit.add_all([Customer(f"c{i}") for i in range(2000)])
        unit.commit("import.committed")


def count_everything(store: SqlStore) -> None:
    with store.reading() as connection:
        for table in whole().sorted_tables:
            connection.execute(select(func.count()).select_from(table))


def test_every_fault_is_worded() -> None:
    for code in {*_BY_ERRNO.values(), *_BY_RESULT.values()}:
        for lang in ("zh", "en"):
            assert "a.holdfast" in say(code, lang, name="a.holdfast", path="/x/a.holdfast", detail="")


def test_a_full_disk_keeps_what_was_there_and_the_store_usable(store: SqlStore) -> None:
    row = customer_in(store)
    (pages,) = store.raw.execute("PRAGMA page_count").fetchone()
    store.raw.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(EnvironmentFaultError, match=r"file\.disk_full"):
        import_many(store)
    assert [c.id for c in store.find(Customer)] == [row]
    assert integrity_check(store.raw) == []
    store.raw.execute("PRAGMA max_page_count = 1000000")
    customer_in(store, "next")
    assert len(store.find(Customer)) == 2


def test_a_second_writer_is_told_to_wait(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.01)
    other = connect(store.path, mode="rw")  # past the lock: another program altogether
    other.execute("BEGIN IMMEDIATE")
    store.raw.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(EnvironmentFaultError, match=r"file\.busy"):
        customer_in(store)
    other.execute("ROLLBACK")
    other.close()
    customer_in(store)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file where it is")
def test_a_file_moved_while_open_is_not_written_elsewhere(store: SqlStore) -> None:
    elsewhere = store.path.rename(store.path.with_name("moved.holdfast"))
    with pytest.raises(EnvironmentFaultError, match=r"file\.moved"):
        customer_in(store)
    elsewhere.rename(store.path)
    customer_in(store)


def test_damage_met_on_the_way_is_said(store: SqlStore) -> None:
    with store.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 20)
    store.raw.execute("PRAGMA cache_size = 0")
    with pytest.raises(EnvironmentFaultError, match=r"file\.damaged"):
        count_everything(store)


def test_each_open_file_is_named_in_its_own_faults(
    store: SqlStore, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "另一家.holdfast"
    create_company(path, Company("x", "CNY"), clock=clock, actor="x")
    with closing(open_company(path, clock=clock, actor="x")) as other:
        for one in (store, other, store):
            one.raw.execute("PRAGMA query_only = ON")
            with pytest.raises(EnvironmentFaultError, match=r"file\.read_only") as refused:
                customer_in(one)
            assert refused.value.params["name"] == one.path.name


def test_what_is_our_fault_stays_a_bug(store: SqlStore) -> None:
    with pytest.raises(Exception, match="no such table") as bug, store.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nowhere")
    assert not isinstance(bug.value, EnvironmentFaultError)
    assert fault_of(ValueError("x"), Path("a")) is None
    with pytest.raises(driver.OperationalError), translated(Path("a")):
        store.raw.execute("SELECT * FROM nowhere")


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file.disk_full"),
        (errno.EACCES, "file.no_permission"),
        (errno.EROFS, "file.read_only"),
        (errno.ENOENT, "file.missing"),
        (errno.ELOOP, "file.io"),
    ],
)
def test_the_systems_refusals(number: int, code: str) -> None:
    fault = fault_of(OSError(number, "x"), Path("/x/a.holdfast"))
    assert fault is not None
    assert (fault.code, fault.params["name"]) == (code, "a.holdfast")
