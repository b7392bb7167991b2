"""Encrypted company files: made, opened, re-written under another key; nothing of them in clear."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters import places
from app.bootstrap.files import LocalCompanyFiles
from app.domain import file_key
from app.domain.backup import BackupKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.file_key import FileKey
from app.domain.first_page import looks_encrypted
from app.domain.problem import DomainError, EnvironmentFaultError, HoldfastError
from app.services.control import CancelledError, Silent
from app.services.session import CompanySession
from app.storage import company_file, engine, protection, rewriting
from app.storage.cipher import KeysInHand, is_encrypted, salt_of
from app.storage.company_file import create_company, open_company, schema_version
from app.storage.engine import connect
from app.words import say
from tests.storage.test_backups import MemoryPreferences
from tests.storage.test_salvage import COMPAT
from tests.storage.test_unit_of_work import customer_in

CLOCK = FixedClock(date(2025, 12, 31))
FIRST, SECOND = "三更灯火五更鸡 1", "correct horse 2"
MARK = "MARKMARK苏州恒岳"
PAGE = 4096
ROUNDS = 1000
"""Of the derivation: fewer than in earnest; that number has its own test (test_file_key)."""


@dataclass
class Bench:
    """A company file with a customer, and the program's services around it."""

    path: Path
    files: LocalCompanyFiles
    preferences: MemoryPreferences = field(default_factory=MemoryPreferences)

    def make(self, password: str = "") -> CompanySession:
        session = self.files.create(self.path, Company(MARK, "CNY"), password=password)
        session.customers.create(Customer(MARK))
        return session

    def open(self, secret: str = "", **how: bool) -> CompanySession:
        key = self.files.key_of(self.path, secret) if secret else None
        return self.files.open(self.path, key=key, **how)

    def names(self, secret: str = "") -> list[str]:
        with closing(self.open(secret, read_only=True)) as session:
            return names_in(session)

    def backups(self) -> list[Path]:
        return [one.path for one in self.files.backups.listed(self.path)]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.setattr(file_key, "_ROUNDS", ROUNDS)
    preferences = MemoryPreferences()
    files = LocalCompanyFiles(CLOCK, preferences, "x", "0")
    return Bench(tmp_path / "甲.holdfast", files, preferences)


def new_key() -> FileKey:
    return FileKey(secrets.token_bytes(32), secrets.token_bytes(16))


def encrypted(path: Path) -> FileKey:
    """An encrypted company file with a customer; its key."""
    key = new_key()
    create_company(path, Company(MARK, "CNY"), clock=CLOCK, actor="x", key=key)
    with closing(open_company(path, clock=CLOCK, actor="x", key=key)) as store:
        customer_in(store, MARK)
    return key


def names_in(session: CompanySession) -> list[str]:
    return [row.name for row in session.customers.rows(session.customers.ids())]


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(HoldfastError) as error:
        work()
    for lang in ("zh", "en"):
        assert say(error.value.code, lang, **error.value.params)
    return error.value.code


def in_clear(folder: Path) -> list[Path]:
    """Files below a folder in which the marker can be read."""
    marks = (MARK.encode(), MARK.encode("utf-16-le"), b"MARKMARK")
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if any(mark in path.read_bytes() for mark in marks)]


# -- the file itself ------------------------------------------------------------------------------


def test_a_file_made_with_a_password_is_random_bytes_from_the_first(bench: Bench, tmp_path: Path) -> None:
    bench.make(FIRST).close()
    assert is_encrypted(bench.path)
    assert bench.files.is_protected(bench.path)
    assert len(bench.backups()) == 1
    assert in_clear(tmp_path) == []
    assert bench.files.recent()[0].name == "甲", "its company is nobody's business"
    assert FIRST not in str(bench.preferences.values)


def test_it_opens_by_its_password_alone_as_by_sqlcipher_itself(bench: Bench) -> None:
    bench.make(FIRST).close()
    assert refused(lambda: bench.files.open(bench.path)) == "file.password_needed"
    assert refused(lambda: bench.open(SECOND)) == "file.password_wrong"
    assert refused(lambda: bench.files.open(bench.path, key=new_key())) == "file.password_wrong"
    assert bench.names(FIRST) == [MARK]
    raw = driver.connect(str(bench.path))
    raw.execute(f"PRAGMA key = '{FIRST}'")
    raw.execute(f"PRAGMA kdf_iter = {ROUNDS}")
    assert raw.execute("SELECT name FROM customer").fetchall() == [(MARK,)]
    raw.close()


def test_opening_it_again_asks_again_though_its_backups_can_be_read(bench: Bench) -> None:
    bench.make(FIRST).close()
    assert refused(lambda: bench.files.open(bench.path)) == "file.password_needed"
    assert bench.files.backups.verify(bench.backups()[0]).sound
    stranger = LocalCompanyFiles(CLOCK, bench.preferences, "x", "0")
    assert refused(lambda: stranger.backups.verify(bench.backups()[0])) == "file.password_needed"
    stranger.key_of(bench.backups()[0], FIRST)
    assert stranger.backups.verify(bench.backups()[0]).sound


def test_a_weak_password_makes_no_file(bench: Bench) -> None:
    for password, code in (("short", "too_short"), ("12345678", "common"), (MARK, "is_name")):
        assert refused(partial(bench.make, password)) == f"password.{code}"
    assert not bench.path.exists()


def test_its_key_opens_it_only_read_too(bench: Bench) -> None:
    bench.make(FIRST).close()
    with closing(bench.open(FIRST)), closing(bench.open(FIRST)) as second:
        assert second.read_only
        assert refused(lambda: second.protection.change(FIRST, SECOND)) == "file.read_only"


def test_the_recovery_code_opens_it_and_says_which_group_is_mistyped(bench: Bench) -> None:
    with closing(bench.make(FIRST)) as session:
        sheet = session.protection.recovery(FIRST)
        assert refused(lambda: session.protection.recovery(SECOND)) == "password.wrong"
    assert (sheet.company, sheet.file_name) == (MARK, "甲.holdfast")
    code = " ".join(sheet.groups).lower()
    assert bench.names(code) == [MARK]
    wrong = [*sheet.groups]
    wrong[4] = ("1" if wrong[4][0] == "0" else "0") + wrong[4][1:]  # one wrong sign always shows
    with pytest.raises(DomainError, match=r"recovery\.bad_group") as error:
        bench.open("-".join(wrong))
    assert error.value.params == {"group": 5}
    other = "-".join(new_key().recovery_code().split("-"))
    assert refused(lambda: bench.open(other)) == "file.password_wrong"


# -- set, changed, removed ------------------------------------------------------------------------


def test_a_password_set_later_reaches_the_file_its_backups_and_its_name(bench: Bench, tmp_path: Path) -> None:
    with closing(bench.make()) as session:
        bench.files.backups.take(bench.path, BackupKind.MANUAL)
        assert bench.files.recent()[0].name == MARK
        assert len(in_clear(tmp_path)) > 1
        done = session.protection.protect(FIRST)
        assert (done.backups, done.left) == (1, ())
        assert session.protection.state().encrypted
        assert session.protection.fits(FIRST)
        assert not session.protection.fits(SECOND)
        session.customers.create(Customer("after"))
        assert refused(lambda: session.protection.protect(SECOND)) == "protection.already"
    assert in_clear(tmp_path) == []
    assert bench.files.recent()[0].name == "甲"
    assert sorted(bench.names(FIRST)) == sorted([MARK, "after"])
    for backup in bench.backups():
        assert bench.files.backups.verify(backup).sound


def test_a_changed_password_ends_the_old_one_and_its_recovery_code(bench: Bench) -> None:
    with closing(bench.make(FIRST)) as session:
        old = "-".join(session.protection.recovery(FIRST).groups)
        bench.files.backups.take(bench.path, BackupKind.MANUAL)
        before = bench.path.read_bytes()
        assert refused(lambda: session.protection.change(SECOND, FIRST)) == "password.wrong"
        assert refused(lambda: session.protection.change(FIRST, "short")) == "password.too_short"
        assert bench.path.read_bytes() == before
        assert session.protection.change(FIRST, SECOND).backups == 1
        assert names_in(session) == [MARK]
    for secret in (FIRST, old):
        assert refused(partial(bench.open, secret)) == "file.password_wrong"
    assert bench.names(SECOND) == [MARK]
    assert all(salt_of(one) == salt_of(bench.path) for one in bench.backups())


def test_whoever_forgot_the_password_changes_it_by_the_recovery_code(bench: Bench) -> None:
    with closing(bench.make(FIRST)) as session:
        code = "-".join(session.protection.recovery(FIRST).groups)
    with closing(bench.open(code)) as session:
        session.protection.change(code, SECOND)
    assert bench.names(SECOND) == [MARK]


def test_a_password_removed_leaves_the_same_file_in_clear(bench: Bench) -> None:
    with closing(bench.make(FIRST)) as session:
        bench.files.backups.take(bench.path, BackupKind.MANUAL)
        assert session.protection.remove(FIRST).backups == 1
        assert not session.protection.state().encrypted
        assert refused(lambda: session.protection.remove(FIRST)) == "protection.none"
        assert refused(lambda: session.protection.recovery(FIRST)) == "protection.none"
        assert session.check.run() == []
    assert bench.names() == [MARK]
    assert not any(map(is_encrypted, bench.backups()))
    assert bench.files.recent()[0].name == MARK


def test_each_step_is_told_in_the_history_and_takes_nothing_from_undo(bench: Bench) -> None:
    with closing(bench.make()) as session:
        session.protection.protect(FIRST)
        session.protection.change(FIRST, SECOND)
        session.protection.remove(SECOND)
        told = [entry.verb for entry in session.history.entries(9)]
        assert told[:3] == ["protection.removed", "protection.changed", "protection.set"]
        session.history.undo()
        assert names_in(session) == []


def test_everything_in_the_file_is_the_same_under_another_key(tmp_path: Path) -> None:
    source, key = max(COMPAT.glob("*.holdfast")), new_key()
    ways = ((source, None, "b", key), (tmp_path / "b", key, "c", new_key()), (tmp_path / "b", key, "d", None))
    for one, old, name, new in ways:
        rewriting.write_anew(one, old, tmp_path / name, new, Silent())
    with closing(connect(source, mode="ro")) as first, closing(connect(tmp_path / "d", mode="ro")) as last:
        objects = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
        assert first.execute(objects).fetchall() == last.execute(objects).fetchall()
        tables = [name for kind, name, *_ in first.execute(objects).fetchall() if kind == "table"]
        assert len(tables) > 60
        for table in tables:
            rows = f'SELECT rowid, * FROM "{table}" ORDER BY rowid'  # noqa: S608 - names out of a schema
            assert first.execute(rows).fetchall() == last.execute(rows).fetchall()
        for pragma in ("application_id", "user_version"):
            assert first.execute(f"PRAGMA {pragma}").fetchone() == last.execute(f"PRAGMA {pragma}").fetchone()


# -- backups, copies, migration, salvage ------------------------------------------------------------


def test_a_backup_under_a_password_nobody_said_is_told_and_left(bench: Bench) -> None:
    bench.make(FIRST).close()
    kept = bench.backups()[0]
    other = kept.with_name(kept.name.replace("-00001-", "-00002-"))
    shutil.copy(kept, other)
    with other.open("r+b") as file:  # as if it were of another time
        file.write(secrets.token_bytes(PAGE))
    with closing(bench.open(FIRST)) as session:
        done = session.protection.change(FIRST, SECOND)
    assert [one.path for one in done.left] == [other]
    assert done.left[0].problem.code == "protection.backup_other_key"
    assert salt_of(other) != salt_of(bench.path)


def test_a_clear_backup_that_cannot_be_written_anew_is_warned_of(bench: Bench) -> None:
    bench.make().close()
    broken = bench.backups()[0]
    with broken.open("r+b") as file:
        file.seek(PAGE)
        file.write(b"\xff" * PAGE * 40)
    beside = bench.path.with_name("甲.format-3.holdfast")
    shutil.copy(bench.path, beside)
    with closing(bench.open()) as session:
        done = session.protection.protect(FIRST)
    assert is_encrypted(beside), "the copy the program put beside it went with it"
    assert [one.path for one in done.left] == [broken]
    problem = done.left[0].problem
    assert problem.code == "protection.backup_in_clear"
    assert "“" in say(problem.code, "en", **problem.params)


class Stopping(Silent):
    """Stops at the first word of a kind of work."""

    def __init__(self, label: str) -> None:
        self.label, self.heard = label, False

    def progress(self, done: int, total: int, label: str = "") -> None:
        del done, total
        self.heard = self.heard or label == self.label

    def cancelled(self) -> bool:
        return self.heard


def test_stopping_while_the_file_is_written_changes_nothing(bench: Bench) -> None:
    with closing(bench.make()) as session:
        before = bench.path.read_bytes()
        with pytest.raises(CancelledError):
            session.protection.protect(FIRST, Stopping("protection.writing"))
        assert bench.path.read_bytes() == before
        assert [one.name for one in bench.path.parent.iterdir() if "making" in one.name] == []
        session.customers.create(Customer("next"))


def test_backups_in_a_folder_chosen_earlier_are_re_written_or_told(bench: Bench, tmp_path: Path) -> None:
    """Once they stayed in clear without a word."""
    with closing(bench.make()) as session:
        for name in ("一", "二"):
            bench.files.backups.choose(tmp_path / name)
            bench.files.backups.take(bench.path, BackupKind.MANUAL)
        bench.files.backups.choose(None)
        (tmp_path / "二").rename(tmp_path / "unplugged")
        done = session.protection.protect(FIRST)
    (renewed,) = (tmp_path / "一").rglob("*.holdfast")
    assert is_encrypted(renewed)
    assert [(one.path, one.problem.code) for one in done.left] == [
        (tmp_path / "二", "protection.folder_away")
    ]
    assert str(tmp_path / "二") in say(done.left[0].problem.code, "zh", **done.left[0].problem.params)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes none of these signs")
@pytest.mark.parametrize("stem", ["a#b%20c", "甲?mode=ro&x", "😀 'q' [1]*;", "龘" * 70])
def test_a_name_means_nothing_to_the_database(bench: Bench, tmp_path: Path, stem: str) -> None:
    """An address of SQLite has signs of its own; a long name needs room for its companions."""
    path = bench.path = tmp_path / f"{stem}.holdfast"
    bench.make().close()
    made = bench.files.backups.take(path, BackupKind.MANUAL)
    assert bench.files.backups.restore(path, made.path) is not None
    with closing(bench.open()) as session:
        assert session.protection.protect(FIRST).left == ()
    assert bench.names(FIRST) == [MARK]
    assert {one.name for one in tmp_path.iterdir()} == {path.name, "home"}


def test_a_name_without_room_for_its_companions_is_refused(bench: Bench, tmp_path: Path) -> None:
    bench.path = tmp_path / f"{'龘' * 80}.holdfast"
    with pytest.raises(EnvironmentFaultError, match="name_too_long") as error:
        bench.make()
    assert "。" in say(error.value.code, "zh", **error.value.params)
    assert refused(lambda: bench.files.open(tmp_path / f"{'x' * 300}.holdfast")) == "file.name_too_long"


def test_stopping_between_backups_tells_which_are_left(bench: Bench) -> None:
    with closing(bench.make()) as session:
        for _ in range(3):
            bench.files.backups.take(bench.path, BackupKind.MANUAL)
        done = session.protection.protect(FIRST, Stopping("protection.backups"))
    assert done.backups == 0
    assert {one.problem.code for one in done.left} == {"protection.backup_in_clear"}
    assert len(done.left) == 3


def test_a_copy_and_a_restored_backup_keep_the_password(bench: Bench, tmp_path: Path) -> None:
    with closing(bench.make(FIRST)) as session:
        bench.files.save_copy(session, tmp_path / "copy.holdfast")
        session.customers.create(Customer("later"))
    assert salt_of(tmp_path / "copy.holdfast") == salt_of(bench.path)
    kept = bench.files.backups.restore(bench.path, bench.backups()[-1])
    assert kept is not None
    assert sorted(bench.names(FIRST)) == [MARK, "later"]
    assert in_clear(tmp_path) == []


def test_a_file_whose_password_nobody_says_is_kept_when_a_backup_takes_its_place(bench: Bench) -> None:
    bench.make(FIRST).close()
    with closing(bench.open(FIRST)) as session:
        session.protection.remove(FIRST)
        session.protection.protect(SECOND)
    stranger = LocalCompanyFiles(CLOCK, bench.preferences, "x", "0")
    plain = bench.path.with_name("b.holdfast")
    create_company(plain, Company("乙", "CNY"), clock=CLOCK, actor="x")
    before = bench.path.read_bytes()
    kept = stranger.backups.restore(bench.path, plain)
    assert kept is not None
    assert kept.read_bytes() == before
    assert ".before-restore-" in kept.name, "it is whole"


def test_an_older_file_is_brought_up_to_date_and_its_backup_is_encrypted(
    bench: Bench, tmp_path: Path
) -> None:
    key = FileKey.from_password(FIRST)
    rewriting.write_anew(COMPAT / "schema-2.holdfast", None, bench.path, key, Silent())
    bench.open(FIRST).close()
    assert [one.mark.kind for one in bench.files.backups.listed(bench.path)][-1] is BackupKind.MIGRATION
    assert all(map(is_encrypted, bench.backups()))
    beside = tmp_path / "b.holdfast"
    rewriting.write_anew(COMPAT / "schema-2.holdfast", None, beside, key, Silent())
    open_company(beside, clock=CLOCK, actor="x", key=key).close()
    assert is_encrypted(tmp_path / "b.format-2.holdfast")


def test_what_the_header_says_is_looked_at_once_it_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.holdfast"
    key = encrypted(path)
    for pragma, value, code in (
        ("user_version", 99, "file.newer"),
        ("user_version", 0, "file.damaged"),
        ("application_id", 7, "file.other_program"),
    ):
        with closing(connect(path, mode="rw", key=key)) as raw:
            (before,) = raw.execute(f"PRAGMA {pragma}").fetchone()
            raw.execute(f"PRAGMA {pragma} = {value}")
        assert refused(lambda: open_company(path, clock=CLOCK, actor="x", key=key)) == code
        with closing(connect(path, mode="rw", key=key)) as raw:
            raw.execute(f"PRAGMA {pragma} = {before}")
    open_company(path, clock=CLOCK, actor="x", key=key).close()


def test_damage_has_its_sentence_and_the_rest_comes_out_encrypted(bench: Bench, tmp_path: Path) -> None:
    with closing(bench.make(FIRST)) as session:
        for n in range(60):
            session.customers.create(Customer(f"{MARK}{n}"))
    with bench.path.open("r+b") as file:
        file.seek(PAGE * 30 + 99)
        file.write(b"\x00" * 40)
    assert refused(lambda: bench.open(FIRST)) == "file.damaged"
    done = bench.files.backups.salvage(bench.path, tmp_path / "new.holdfast")
    assert done.saved > 0
    assert is_encrypted(tmp_path / "new.holdfast")
    assert in_clear(tmp_path) == []
    key = bench.files.key_of(tmp_path / "new.holdfast", FIRST)
    bench.files.open(tmp_path / "new.holdfast", key=key).close()
    whole = bench.path.read_bytes()
    bench.path.write_bytes(whole[:-700])
    assert refused(lambda: bench.files.open(bench.path)) == "file.damaged"
    bench.path.write_bytes(whole[: PAGE * 20])
    assert refused(lambda: bench.open(FIRST)) in {"file.damaged", "file.password_wrong"}
    bench.path.write_bytes(secrets.token_bytes(100) + whole[100:])
    assert refused(lambda: bench.open(FIRST)) == "file.password_wrong"


def started_anew(bench: Bench) -> Bench:
    """The program after a start: no key is in hand."""
    return Bench(bench.path, LocalCompanyFiles(CLOCK, bench.preferences, "x", "0"), bench.preferences)


def test_the_right_password_of_a_damaged_file_is_not_called_wrong(bench: Bench) -> None:
    bench.make(FIRST).close()
    whole = bench.path.read_bytes()
    bench.path.write_bytes(whole[:16] + secrets.token_bytes(200) + whole[216:])
    again = started_anew(bench)
    assert refused(lambda: again.open(SECOND)) == "file.password_wrong"
    assert refused(lambda: again.open(FIRST)) == "file.damaged", "a backup under the same salt takes it"
    found = again.files.backups.newest_good(bench.path)
    assert found is not None
    assert found.contents is not None
    assert found.contents.customers == 1


@pytest.mark.parametrize("first", [bytes(PAGE), secrets.token_bytes(PAGE)], ids=["zeros", "noise"])
def test_a_lost_salt_is_that_of_a_backup(bench: Bench, tmp_path: Path, first: bytes) -> None:
    bench.make(FIRST).close()
    bench.path.write_bytes(first + bench.path.read_bytes()[PAGE:])
    again = started_anew(bench)
    new = tmp_path / "new.holdfast"
    assert refused(lambda: again.files.backups.salvage(bench.path, new)) in {
        "salvage.nothing",
        "file.password_needed",
    }
    again.files.try_secret(bench.path, FIRST)
    done = again.files.backups.salvage(bench.path, new)
    assert (done.customers, done.lost) == (1, 0)
    again.files.open(new, key=again.files.key_of(new, FIRST)).close()


# -- faults while a key is changed ------------------------------------------------------------------


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, where: str) -> Iterator[None]:
    """The disk fails at one step of the re-writing."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        if where == "copy":
            patch.setattr(rewriting, "_copy_all", fail)
        elif where == "check":
            patch.setattr(rewriting, "_require_same", fail)
        elif where == "flush":
            patch.setattr("app.storage.backup._flush", fail)
        else:
            patch.setattr(Path, "replace", fail)
        yield


@pytest.mark.parametrize("where", ["copy", "check", "flush", "move"])
def test_a_fault_at_any_step_leaves_the_file_as_it_was_and_open(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with closing(bench.make(FIRST)) as session:
        before = bench.path.read_bytes()
        with failing(monkeypatch, where):
            assert refused(lambda: session.protection.change(FIRST, SECOND)) == "file.disk_full"
        assert bench.path.read_bytes() == before
        assert sorted(one.name for one in bench.path.parent.glob(".*")) == []
        assert session.protection.fits(FIRST)
        session.customers.create(Customer("next"))
    assert sorted(bench.names(FIRST)) == sorted([MARK, "next"])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
def test_a_disk_that_is_full_halfway_leaves_the_file_as_it_was(bench: Bench) -> None:
    import resource

    with closing(bench.make()) as session:
        before = bench.path.read_bytes()
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (PAGE * 12, limits[1]))
        try:
            code = refused(lambda: session.protection.protect(FIRST))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert code in {"file.disk_full", "file.io", "file.too_large"}
        assert bench.path.read_bytes() == before
        session.customers.create(Customer("next"))


def test_a_copy_that_does_not_read_back_is_not_put_in_place(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(bench.make()) as session:
        monkeypatch.setattr(rewriting, "integrity_check", lambda _raw: ["page 7"])
        assert refused(lambda: session.protection.protect(FIRST)) == "file.copy_failed"
        assert not is_encrypted(bench.path)
        session.customers.create(Customer("next"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_who_may_read_the_file_stays_as_it_was(bench: Bench) -> None:
    with closing(bench.make()) as session:
        bench.path.chmod(0o600)
        session.protection.protect(FIRST)
    assert bench.path.stat().st_mode & 0o777 == 0o600


# -- telling them from others, and costing plain ones nothing ----------------------------------------


@settings(max_examples=60)
@given(st.binary(max_size=300), st.integers(0, 3))
def test_no_other_file_is_taken_for_an_encrypted_one(begins: bytes, pages: int) -> None:
    for first in (begins.ljust(PAGE, b"\0")[:PAGE], (begins * PAGE)[:PAGE], begins):
        assert not looks_encrypted(first) or len(set(first)) > 180
    assert not looks_encrypted(bytes(range(256)) * 16)
    assert all(looks_encrypted(secrets.token_bytes(PAGE)) for _ in range(pages))


def test_random_pages_that_are_no_file_of_ours_ask_and_refuse(tmp_path: Path) -> None:
    path = tmp_path / "a.holdfast"
    path.write_bytes(secrets.token_bytes(PAGE * 3))
    assert refused(lambda: schema_version(path)) == "file.password_needed"
    assert refused(lambda: open_company(path, clock=CLOCK, actor="x", key=new_key())) == "file.password_wrong"
    path.write_bytes(secrets.token_bytes(PAGE * 3 + 1))
    assert refused(lambda: schema_version(path)) == "file.damaged"
    path.rename(tmp_path / "a.zip")
    assert refused(lambda: schema_version(tmp_path / "a.zip")) == "file.not_a_company"
    assert not is_encrypted(tmp_path / "none")


def test_a_plain_file_is_opened_as_before(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "unlock", lambda *_: pytest.fail("a plain file has no key"))
    monkeypatch.setattr(company_file, "looks_encrypted", lambda *_: pytest.fail("told by its first bytes"))
    monkeypatch.setattr(company_file, "require_ours", lambda *_: pytest.fail("its header was read as bytes"))
    spoken: list[str] = []
    connected = driver.connect

    def listening(*given: object, **options: object) -> object:
        raw = connected(*given, **options)
        raw.set_trace_callback(spoken.append)
        return raw

    monkeypatch.setattr("app.storage.engine.driver.connect", listening)
    connect(company_path, mode="rw", key=None).close()
    told = [one for one in spoken if one.startswith("PRAGMA")]
    assert told == [f"PRAGMA {one}" for one in engine._PRAGMAS]
    open_company(company_path, clock=CLOCK, actor="x", key=new_key()).close()  # a key too many does no harm


def test_a_write_that_was_cut_off_is_encrypted_in_the_journal_and_taken_back(tmp_path: Path) -> None:
    path, victim = tmp_path / "a.holdfast", tmp_path / "b.holdfast"
    key = encrypted(path)
    with closing(open_company(path, clock=CLOCK, actor="x", key=key)) as store:
        store.raw.execute("PRAGMA cache_size = 0")
        store.raw.execute("PRAGMA cache_spill = 1")
        with store.write() as unit:
            unit.add_all([Customer(f"{MARK} {n}") for n in range(2000)])
            shutil.copy(path, victim)
            shutil.copy(f"{path}-journal", f"{victim}-journal")
            assert in_clear(tmp_path) == []
    with closing(open_company(victim, clock=CLOCK, actor="x", key=key)) as store:
        assert [one.name for one in store.find(Customer)] == [MARK]


def test_a_cut_off_file_is_mended_by_whoever_opens_it_and_the_password_still_matters(bench: Bench) -> None:
    bench.make(FIRST).close()
    path, kept = bench.path, bench.path.with_name("kept")
    key = bench.files.key_of(path, FIRST)
    with closing(open_company(path, clock=CLOCK, actor="x", key=key)) as store:
        store.raw.execute("PRAGMA cache_size = 0")
        store.raw.execute("PRAGMA cache_spill = 1")
        with store.write() as unit:
            unit.add_all([Customer(f"lost {n}") for n in range(2000)])
            shutil.copy(path, kept)
            shutil.copy(f"{path}-journal", f"{kept}-journal")
    shutil.copy(kept, path)
    shutil.copy(f"{kept}-journal", f"{path}-journal")
    with closing(bench.open(FIRST)) as session:
        assert names_in(session) == [MARK]
    shutil.copy(kept, path)
    shutil.copy(f"{kept}-journal", f"{path}-journal")
    assert refused(partial(bench.open, SECOND)) == "file.password_wrong"
    assert bench.names(FIRST) == [MARK], "a wrong password has done no harm"


def test_keys_in_hand_are_for_their_salt_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.holdfast"
    key = encrypted(path)
    keys = KeysInHand()
    with pytest.raises(EnvironmentFaultError, match=r"file\.password_needed"):
        keys.of(path)
    keys.add(replace(key, salt=bytes(16)))
    with pytest.raises(EnvironmentFaultError, match=r"file\.password_needed"):
        keys.of(path)
    keys.add(key)
    assert keys.of(path) == key
    assert protection._plain("a[1]*.x") == "a[[]1][*].x"
