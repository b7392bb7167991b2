"""What can still be read of a damaged company file, copied into a new one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.file_key import SALT_SIZE, FileKey
from app.domain.problem import EnvironmentFaultError
from app.services.control import CancelledError, Silent
from app.storage.backup_vault import SqlBackupVault
from app.storage.cipher import KeysInHand
from app.storage.company_file import open_company
from app.storage.engine import connect
from app.storage.rewriting import write_anew
from app.storage.undo import undo
from app.words import say
from app.words.salvage_text import salvaged

CLOCK = FixedClock(date(2025, 12, 31))
VAULT = SqlBackupVault(CLOCK, "x")
PAGE = 4096
LEAF_OF_A_TABLE, ROOT_OF_A_TABLE = 0x0D, 0x05
COMPAT = Path(__file__).parents[1] / "compat"
MANY = 1200


@pytest.fixture
def full(company_path: Path) -> Path:
    """A file with enough customers for many pages."""
    with closing(open_company(company_path, clock=CLOCK, actor="x")) as store, store.write() as unit:
        unit.add_all([Customer(f"客户{n:05d}", note="x" * 90) for n in range(MANY)])
        unit.commit("customer.created", name="x")
    return company_path


def pages_of(path: Path, table: str) -> list[int]:
    """Leaf pages of a table: those that hold its rows."""
    text = path.read_bytes()
    word = f"{table}000".encode()
    return [n for n in range(1, len(text) // PAGE) if word in text[n * PAGE : (n + 1) * PAGE]]


def root_of(path: Path, table: str) -> int:
    """The first page of a table's own."""
    with closing(sqlite3.connect(path)) as raw:
        return int(raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0])


def spoil(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\xff" * PAGE)


def customers_of(path: Path) -> set[str]:
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        return {one.name for one in store.find(Customer)}


def test_a_sound_file_comes_out_complete(full: Path, tmp_path: Path) -> None:
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert (done.rows["customer"], done.customers, done.lost, done.unreadable) == (MANY, MANY, 0, ())
    assert customers_of(tmp_path / "new.holdfast") == customers_of(full)


def test_a_full_disk_is_told_and_no_row_called_lost(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearly_full(path: Path, *, mode: str, key: FileKey | None = None) -> object:
        raw = connect(path, mode=mode, key=key)
        if path.suffix == ".making":
            raw.execute("PRAGMA max_page_count = 220").fetchall()
        return raw

    monkeypatch.setattr("app.storage.salvage.connect", nearly_full)
    before = {one.name for one in tmp_path.iterdir()}
    with pytest.raises(EnvironmentFaultError, match=r"file\.disk_full") as caught:
        VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert caught.value.params["name"] == "new.holdfast"
    assert {one.name for one in tmp_path.iterdir()} == before


def test_rows_around_damage_come_out_and_the_lost_are_counted(full: Path, tmp_path: Path) -> None:
    before, whole = full.read_bytes(), customers_of(full)
    found = [page for page in pages_of(full, "客户") if b"x" * 90 in before[page * PAGE : (page + 1) * PAGE]]
    for page in found[3:12:4]:
        spoil(full, page)
    broken = full.read_bytes()
    with pytest.raises(EnvironmentFaultError, match=r"file\.damaged"):
        open_company(full, clock=CLOCK, actor="x").close()
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    saved = customers_of(tmp_path / "new.holdfast")
    assert saved < whole or "customer" not in done.unreadable
    assert done.lost > 0
    assert done.unreadable
    assert len(saved) >= len(whole) - done.lost
    assert len(saved) > 0.8 * MANY
    assert full.read_bytes() == broken, "the damaged file is only read"


def test_a_file_cut_short_gives_what_is_left(full: Path, tmp_path: Path) -> None:
    with full.open("r+b") as file:
        file.truncate(full.stat().st_size // 2 // PAGE * PAGE)
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert done.saved > 0
    with closing(open_company(tmp_path / "new.holdfast", clock=CLOCK, actor="x")) as store:
        assert store.find(Company)


def everything(path: Path, key: FileKey | None = None) -> dict[str, set[tuple[object, ...]]]:
    """Every row of every table."""
    with closing(connect(path, mode="ro", key=key)) as raw:
        tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {name: set(raw.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in tables}  # noqa: S608 - names out of a schema


@pytest.mark.parametrize("page", range(14))
def test_whatever_one_page_at_the_front_is_hit_what_stands_on_others_comes_out(
    full: Path, tmp_path: Path, page: int
) -> None:
    """The first page and those of the list of tables among them: once nothing came out then."""
    truth = everything(full)
    spoil(full, page)
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    saved = everything(tmp_path / "new.holdfast")
    assert {name: len(rows) for name, rows in saved.items()} == done.rows
    assert all(rows <= truth[name] for name, rows in saved.items()), "no row is made up"
    short = {name for name, rows in saved.items() if len(rows) < len(truth[name])}
    assert short <= {"change_set"} & set(done.unreadable), "the log's own page is in no other place"
    assert done.lost >= sum(len(truth[name]) - done.rows[name] for name in short)


@pytest.mark.parametrize("page", [0, 5, 30, 60])
def test_pages_of_an_encrypted_file_are_read_one_by_one_too(full: Path, tmp_path: Path, page: int) -> None:
    truth, key = everything(full), FileKey.from_password("a long one 1")
    locked = tmp_path / "locked.holdfast"
    write_anew(full, None, locked, key, Silent())
    with locked.open("r+b") as file:
        file.seek(page * PAGE + SALT_SIZE)  # the salt is what tells which key it is
        file.write(b"\xff" * 99)
    keys = KeysInHand()
    keys.add(key)
    done = SqlBackupVault(CLOCK, "x", keys).salvage(locked, tmp_path / "new.holdfast", Silent())
    assert everything(tmp_path / "new.holdfast", key) == truth
    assert (done.lost, done.unreadable) == (0, ())
    assert not list(tmp_path.glob(".*")), "nothing is left of what was made on the way"


def test_lost_rows_come_out_of_the_change_log(full: Path, tmp_path: Path) -> None:
    truth, before = everything(full), full.read_bytes()
    pages = [page for page in pages_of(full, "客户") if before[page * PAGE] == LEAF_OF_A_TABLE]
    rows_of_one = next(page for page in pages if b'{"' not in before[page * PAGE : (page + 1) * PAGE])
    spoil(full, rows_of_one)
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert done.from_log > 0
    assert (done.rows["customer"], done.lost, done.unreadable) == (MANY, 0, ())
    assert everything(tmp_path / "new.holdfast")["customer"] == truth["customer"]
    assert str(done.from_log) in salvaged("zh", done)


def test_a_page_out_of_use_gives_no_row_back(full: Path, tmp_path: Path) -> None:
    """Rows of an undone change stand on such pages still."""
    with closing(open_company(full, clock=CLOCK, actor="x")) as store:
        with store.write() as unit:
            unit.add_all([Customer(f"多余{n:05d}", note="y" * 90) for n in range(MANY)])
            made = unit.commit("customer.created", name="y")
        undo(store, made.id)
    with closing(sqlite3.connect(full)) as raw:
        assert raw.execute("PRAGMA freelist_count").fetchone()[0] > 0
    truth, before = everything(full), full.read_bytes()
    interior = next(
        page
        for page in range(1, len(before) // PAGE)
        if before[page * PAGE] == ROOT_OF_A_TABLE and page + 1 == root_of(full, "customer")
    )
    spoil(full, interior)
    spoil(full, 0)
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert everything(tmp_path / "new.holdfast")["customer"] == truth["customer"]
    assert done.customers == MANY


@pytest.mark.parametrize("data", [b"", b"no company", b"SQLite format 3\x00" + b"\xff" * 8000])
def test_where_nothing_can_be_read_it_is_said(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.holdfast"
    path.write_bytes(data)
    with pytest.raises(EnvironmentFaultError) as refused:
        VAULT.salvage(path, tmp_path / "new.holdfast", Silent())
    assert refused.value.code == "salvage.nothing"
    assert "a.holdfast" in say(refused.value.code, "zh", **refused.value.params)
    assert path.read_bytes() == data
    assert not (tmp_path / "new.holdfast").exists()


def test_a_salvaged_file_never_replaces_another(full: Path, tmp_path: Path) -> None:
    (tmp_path / "new.holdfast").write_bytes(b"mine")
    with pytest.raises(EnvironmentFaultError, match=r"file\.exists"):
        VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert (tmp_path / "new.holdfast").read_bytes() == b"mine"


def test_an_older_format_is_salvaged_as_it_is_and_opens(tmp_path: Path) -> None:
    old = Path(shutil.copy(COMPAT / "schema-1.holdfast", tmp_path))
    done = VAULT.salvage(old, tmp_path / "new.holdfast", Silent())
    assert done.lost == 0
    with closing(open_company(tmp_path / "new.holdfast", clock=CLOCK, actor="x")) as store:
        assert store.find(Customer)


def test_a_salvage_that_is_stopped_leaves_nothing(full: Path, tmp_path: Path) -> None:
    class Stopping(Silent):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        VAULT.salvage(full, tmp_path / "new.holdfast", Stopping())
    assert [p.name for p in tmp_path.iterdir()] == [full.name]


def test_rows_that_nobody_vouches_for_stay_out_and_count_as_lost(full: Path, tmp_path: Path) -> None:
    """Without its log and its first page a file does not tell which pages are in use."""
    pages = [root_of(full, name) - 1 for name in ("customer", "change", "change_set")]
    for page in (0, *pages):
        spoil(full, page)
    done = VAULT.salvage(full, tmp_path / "new.holdfast", Silent())
    assert MANY - done.rows["customer"] <= done.lost < 2 * MANY + 9
    assert "customer" in done.unreadable
