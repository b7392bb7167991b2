from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import EnvironmentFaultError
from app.storage import engine
from app.storage.company_file import create_company, open_company, save_copy, schema_version
from app.storage.engine import foreign_key_check, integrity_check
from app.storage.history import SqlChangeLog
from app.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from app.storage.store import SqlStore
from app.words import say
from tests.disks import SHIPPED
from tests.storage.places import as_anyone, open_folder
from tests.storage.test_unit_of_work import customer_in

CLOCK = FixedClock(date(2025, 12, 31))
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


def opened(path: Path) -> SqlStore:
    return open_company(path, clock=CLOCK, actor="tester")


def refusal(path: Path) -> EnvironmentFaultError:
    """What opening says; worded in both languages."""
    with pytest.raises(EnvironmentFaultError) as refused:
        opened(path).close()
    for lang in ("zh", "en"):
        assert path.name in say(refused.value.code, lang, **refused.value.params)
    return refused.value


def test_a_new_file_is_stamped_and_holds_its_company(
    company_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_PRAGMAS", SHIPPED)
    header = company_path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert schema_version(company_path) == SCHEMA_VERSION
    with closing(opened(company_path)) as store:
        (company,) = store.find(Company)
        assert (company.name, company.currency, company.id) == ("恒信五金有限公司", "CNY", 1)
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "temp_store")
        found = [store.raw.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas]
        assert found == ["truncate", 2, 1, 0, 2]
        assert not integrity_check(store.raw)
        assert not foreign_key_check(store.raw)
        strict = store.raw.execute(
            "SELECT min(strict) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
        )
        assert strict.fetchone() == (1,)
        (entry,) = SqlChangeLog(store).entries(9, None, None, None)
        assert (entry.verb, entry.reversible) == ("company.created", False)


def test_nothing_but_the_file_is_left_behind(company_path: Path) -> None:
    assert [p.name for p in company_path.parent.iterdir()] == [company_path.name]
    with closing(opened(company_path)) as store:
        customer_in(store)
        opened(company_path).close()
        customer_in(store)
    assert [p.name for p in company_path.parent.iterdir()] == [company_path.name]


def test_creating_never_replaces_unasked(company_path: Path) -> None:
    before = company_path.read_bytes()
    with pytest.raises(EnvironmentFaultError, match=r"file\.exists"):
        create_company(company_path, Company("b", "USD"), clock=CLOCK, actor="x")
    assert company_path.read_bytes() == before
    create_company(company_path, Company("b", "USD"), clock=CLOCK, actor="x", overwrite=True)
    with closing(opened(company_path)) as store:
        assert store.find(Company)[0].name == "b"
        with pytest.raises(EnvironmentFaultError, match=r"file\.locked"):
            create_company(company_path, Company("c", "USD"), clock=CLOCK, actor="x", overwrite=True)


def test_creating_never_replaces_what_another_made_meanwhile(
    company_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other was done between our looking and our holding the name."""
    before, seen = company_path.read_bytes(), iter([False])
    monkeypatch.setattr(Path, "exists", lambda path: next(seen, None) is None and os.path.lexists(path))
    with pytest.raises(EnvironmentFaultError, match=r"file\.exists"):
        create_company(company_path, Company("b", "USD"), clock=CLOCK, actor="x")
    assert company_path.read_bytes() == before
    assert [one.name for one in company_path.parent.iterdir()] == [company_path.name]


def test_creating_where_no_folder_is(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError, match=r"file\.missing"):
        create_company(tmp_path / "no" / "a.holdfast", Company("b", "USD"), clock=CLOCK, actor="x")


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.storage.company_file.lay_out", refuse)
    with pytest.raises(EnvironmentFaultError, match=r"file\.disk_full"):
        create_company(tmp_path / "a.holdfast", Company("b", "USD"), clock=CLOCK, actor="x")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.holdfast").code == "file.missing"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "file.is_folder"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"SQLite", "file.damaged"),
        (b"SQLite format 3\x00" + bytes(50), "file.damaged"),
        (b"PK\x03\x04 a workbook", "file.not_a_company"),
        (bytes(range(256)) * 64, "file.not_a_company"),
    ],
)
def test_what_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.holdfast"
    path.write_bytes(content)
    assert refusal(path).code == code
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.holdfast"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t(x)")
        other.commit()
    assert refusal(path).code == "file.other_program"


def test_a_newer_file_is_refused_untouched(company_path: Path) -> None:
    with company_path.open("r+b") as file:
        file.seek(60)
        file.write((SCHEMA_VERSION + 1).to_bytes(4, "big"))
    before = company_path.read_bytes()
    refused = refusal(company_path)
    assert (refused.code, refused.params["version"]) == ("file.newer", SCHEMA_VERSION + 1)
    assert company_path.read_bytes() == before


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_refused(company_path: Path, kept: float) -> None:
    whole = company_path.read_bytes()
    company_path.write_bytes(whole[: int(len(whole) * kept)])
    assert refusal(company_path).code == "file.damaged"


def test_a_file_that_lost_its_last_bytes_is_refused(company_path: Path) -> None:
    content = company_path.read_bytes()
    company_path.write_bytes(content[:-1])
    assert refusal(company_path).code == "file.damaged"
    company_path.write_bytes(content)
    opened(company_path).close()


@pytest.mark.parametrize(
    "loss",
    [
        "DROP TABLE promise",
        "DELETE FROM company",
        "UPDATE company SET deleted = 1",
        "PRAGMA user_version = 0",
    ],
)
def test_a_file_that_lacks_what_every_company_has_is_refused(company_path: Path, loss: str) -> None:
    with closing(sqlite3.connect(company_path)) as raw:
        raw.execute(loss)
        raw.commit()
    beside = set(company_path.parent.iterdir())
    assert refusal(company_path).code == "file.damaged"
    assert set(company_path.parent.iterdir()) == beside


def test_a_scribbled_file_is_refused(company_path: Path) -> None:
    with company_path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    assert refusal(company_path).code == "file.damaged"
    assert [p.name for p in company_path.parent.iterdir() if p.name.endswith("-lock")] == []


def test_a_copy_is_whole_and_independent(store: SqlStore, tmp_path: Path) -> None:
    row = customer_in(store)
    copy = tmp_path / "副本 #1?.holdfast"
    copy.write_bytes(b"old")
    save_copy(store, copy)
    customer_in(store, "later")
    with closing(opened(copy)) as other:
        assert [c.id for c in other.find(Customer)] == [row]
        customer_in(other, "only there")
    assert [c.name for c in store.find(Customer)] == ["苏州恒岌", "later"]
    with pytest.raises(EnvironmentFaultError, match=r"file\.copy_onto_itself"):
        save_copy(store, store.path)


@POSIX_ONLY
def test_a_copy_of_a_deleted_file_takes_the_place_of_another(store: SqlStore, tmp_path: Path) -> None:
    other = tmp_path / "other.holdfast"
    create_company(other, Company("other", "CNY"), clock=CLOCK, actor="x")
    store.path.rename(tmp_path / "moved.holdfast")
    save_copy(store, other)
    with closing(opened(other)) as copy:
        assert copy.find(Company) == store.find(Company)
    with pytest.raises(EnvironmentFaultError, match=r"file\.copy_onto_itself"):
        save_copy(store, tmp_path / "moved.holdfast")


def test_a_copy_never_replaces_a_company_that_is_open(store: SqlStore, tmp_path: Path) -> None:
    other = tmp_path / "other.holdfast"
    create_company(other, Company("other", "CNY"), clock=CLOCK, actor="x")
    with closing(opened(other)):
        with pytest.raises(EnvironmentFaultError, match=r"file\.locked"):
            save_copy(store, other)
        assert store.find(Company)[0].name != "other"
    save_copy(store, other)
    with closing(opened(other)) as copy:
        assert copy.find(Company) == store.find(Company)
    assert not list(tmp_path.glob("other*-lock"))


@POSIX_ONLY
def test_a_read_only_file_or_folder_is_opened_for_reading(clock: FixedClock) -> None:
    with open_folder() as folder:
        path = folder / "a.holdfast"
        create_company(path, Company("x", "CNY"), clock=clock, actor="x")
        for folder_mode, file_mode in ((0o777, 0o444), (0o555, 0o666)):
            folder.chmod(folder_mode)
            path.chmod(file_mode)
            with as_anyone(), closing(opened(path)) as store:
                assert (store.read_only, store.holder) == (True, None)
                assert store.find(Company)[0].name == "x"
                with pytest.raises(EnvironmentFaultError, match=r"file\.read_only"):
                    store.write()


@POSIX_ONLY
def test_an_unreadable_file_is_refused(clock: FixedClock) -> None:
    with open_folder() as folder:
        path = folder / "a.holdfast"
        create_company(path, Company("x", "CNY"), clock=clock, actor="x")
        path.chmod(0)
        with as_anyone():
            assert refusal(path).code == "file.no_permission"


@POSIX_ONLY
def test_creating_or_copying_where_it_is_forbidden(store: SqlStore) -> None:
    with open_folder() as folder:
        folder.chmod(0o555)
        with as_anyone():
            with pytest.raises(EnvironmentFaultError, match=r"file\.no_permission"):
                create_company(folder / "a.holdfast", Company("b", "USD"), clock=CLOCK, actor="x")
            with pytest.raises(EnvironmentFaultError, match=r"file\.(cannot_open|no_permission)"):
                save_copy(store, folder / "b.holdfast")
        assert list(folder.iterdir()) == []
