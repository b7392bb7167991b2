"""Backups as files: whole or not at all, sound or said to be damaged, restored without losing anything."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.backup import BackupKind, parse_name
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import EnvironmentFaultError
from app.services.backups import FOLDER_KEY, BackupService
from app.services.control import CancelledError, Silent
from app.storage import backup, backup_vault, engine
from app.storage.backup_vault import INDEX, SqlBackupVault
from app.storage.company_file import create_company, open_company
from app.words import say
from tests.storage.places import as_anyone, open_folder
from tests.storage.test_crash import half_written
from tests.storage.test_unit_of_work import customer_in


@dataclass
class MemoryPreferences:
    values: dict[str, object] = field(default_factory=dict)

    def get(self, key: str, default: object = None) -> object:
        return self.values.get(key, default)

    def set(self, key: str, value: object) -> None:
        self.values[key] = json.loads(json.dumps(value))


@dataclass
class Clockwork:
    """A clock that the test turns."""

    at: datetime

    def today(self) -> date:
        return self.at.date()

    def now(self) -> datetime:
        return self.at


@dataclass
class Bench:
    path: Path
    own: Path
    clock: Clockwork
    preferences: MemoryPreferences
    service: BackupService

    def work(self, name: str = "客户") -> None:
        """Change the file."""
        with closing(open_company(self.path, clock=self.clock, actor="x")) as store:
            customer_in(store, name)

    def names(self) -> list[str]:
        with closing(open_company(self.path, clock=self.clock, actor="x")) as store:
            return [one.name for one in store.find(Customer)]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    clock = Clockwork(FixedClock(date(2025, 12, 31)).now())
    path = tmp_path / "恒信五金.holdfast"
    create_company(path, Company("恒信五金有限公司", "CNY"), clock=clock, actor="x")
    preferences, own = MemoryPreferences(), tmp_path / "data" / "backups"
    own.parent.mkdir()
    service = BackupService(SqlBackupVault(clock, "x"), preferences, clock, lambda: own)
    return Bench(path, own, clock, preferences, service)


def refused(code: str, work: Callable[[], object]) -> EnvironmentFaultError:
    with pytest.raises(EnvironmentFaultError) as error:
        work()
    assert error.value.code == code
    for lang in ("zh", "en"):
        assert say(error.value.code, lang, **error.value.params)
    return error.value


def garbled(path: Path, start: int = 4096) -> None:
    """Damage in the middle of a file."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * 4096 * 40)


def test_a_backup_is_whole_verified_and_named_by_its_kind(bench: Bench) -> None:
    bench.work()
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    assert made.sound
    assert made.contents is not None
    assert (made.contents.customers, made.contents.invoices) == (1, 0)
    assert made.path.parent.parent == bench.own
    mark = parse_name(made.path.name)
    assert mark is not None
    assert (mark.number, mark.kind) == (1, BackupKind.MANUAL)
    with closing(open_company(made.path, clock=bench.clock, actor="x", read_only=True)) as store:
        assert [one.name for one in store.find(Customer)] == ["客户"]
    assert sorted(p.name for p in made.path.parent.iterdir()) == sorted([made.path.name, INDEX])
    assert [one.name for one in bench.path.parent.glob(f"{bench.path.name}*")] == [bench.path.name]


def test_an_open_file_is_backed_up_while_it_is_open(bench: Bench) -> None:
    with closing(open_company(bench.path, clock=bench.clock, actor="x")) as store:
        customer_in(store, "甲")
        made = bench.service.take(bench.path, BackupKind.MANUAL)
        customer_in(store, "乙")
    assert made.contents is not None
    assert made.contents.customers == 1


def test_only_what_changed_is_backed_up(bench: Bench) -> None:
    take = bench.service.take_if_changed
    assert take(bench.path, BackupKind.CLOSE) is None, "nothing but its own making"
    bench.work()
    assert take(bench.path, BackupKind.CLOSE) is not None
    assert take(bench.path, BackupKind.IMPORT) is None
    bench.work("乙")
    assert take(bench.path, BackupKind.IMPORT) is not None
    assert [one.mark.kind for one in bench.service.listed(bench.path)] == ["import", "close"]


def test_after_a_restore_an_equal_number_of_changes_is_not_taken_for_no_change(bench: Bench) -> None:
    bench.work()
    first = bench.service.take(bench.path, BackupKind.MANUAL)
    bench.clock.at += timedelta(hours=1)
    bench.work("乙")
    bench.service.restore(bench.path, first.path)
    bench.clock.at += timedelta(hours=1)
    bench.work("丙")
    assert bench.service.take_if_changed(bench.path, BackupKind.CLOSE) is not None


def test_backups_are_thinned_out_and_the_newest_stays(bench: Bench) -> None:
    for _ in range(14):
        bench.clock.at += timedelta(minutes=5)
        bench.work()
        newest = bench.service.take(bench.path, BackupKind.CLOSE)
    found = bench.service.listed(bench.path)
    assert len(found) == 10
    assert found[0].path == newest.path
    assert found[0].mark.number == 14
    assert set(json.loads((newest.path.parent / INDEX).read_text("utf-8"))) == {p.path.name for p in found}


def test_restoring_keeps_the_file_as_it_was(bench: Bench) -> None:
    bench.work("甲")
    first = bench.service.take(bench.path, BackupKind.MANUAL)
    bench.work("乙")
    kept = bench.service.restore(bench.path, first.path)
    assert bench.names() == ["甲"]
    assert kept is not None
    mark = parse_name(kept.name)
    assert mark is not None
    assert mark.kind is BackupKind.RESTORE
    bench.service.restore(bench.path, kept)
    assert bench.names() == ["甲", "乙"]


def test_restoring_where_no_file_is_left(bench: Bench) -> None:
    bench.work("甲")
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    bench.path.unlink()
    assert bench.service.restore(bench.path, made.path) is None
    assert bench.names() == ["甲"]


def test_a_damaged_file_is_put_aside_before_it_is_replaced(bench: Bench) -> None:
    bench.work("甲")
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    garbled(bench.path)
    broken = bench.path.read_bytes()
    kept = bench.service.restore(bench.path, made.path)
    assert kept is not None
    assert kept.read_bytes() == broken
    assert bench.names() == ["甲"]
    assert bench.service.standing(bench.path).problem is None


def test_a_cut_off_write_is_not_taken_back_in_the_restored_file(tmp_path: Path) -> None:
    with open_folder() as folder:
        path = half_written(folder)
        clock = Clockwork(FixedClock(date(2025, 12, 31)).now())
        service = BackupService(
            SqlBackupVault(clock, "x"), MemoryPreferences(), clock, lambda: tmp_path / "b"
        )
        other = tmp_path / "other.holdfast"
        create_company(other, Company("另一家", "CNY"), clock=clock, actor="x")
        kept = service.restore(path, service.take(other, BackupKind.MANUAL).path)
        assert kept is not None
        for place, names in ((path, []), (kept, ["kept"])):
            with closing(open_company(place, clock=clock, actor="x", read_only=place == kept)) as store:
                assert [one.name for one in store.find(Customer)] == names


def test_a_damaged_backup_is_said_to_be_and_never_restored(bench: Bench) -> None:
    bench.work("甲")
    older = bench.service.take(bench.path, BackupKind.MANUAL)
    bench.work("乙")
    newer = bench.service.take(bench.path, BackupKind.MANUAL)
    garbled(newer.path)
    assert bench.service.listed(bench.path)[0].sound is None, "another file than was verified"
    refused("backup.damaged", lambda: bench.service.restore(bench.path, newer.path))
    assert bench.names() == ["甲", "乙"]
    assert [one.sound for one in bench.service.listed(bench.path)] == [False, True]
    good = bench.service.newest_good(bench.path)
    assert good is not None
    assert good.path == older.path


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\x00", b"hello"])
def test_a_backup_cut_short_is_not_sound(bench: Bench, data: bytes) -> None:
    bench.work()
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    made.path.write_bytes(data)
    assert bench.service.verify(made.path).sound is False


def test_the_file_itself_is_no_backup_of_it(bench: Bench) -> None:
    refused("backup.same_file", lambda: bench.service.restore(bench.path, bench.path))


def test_an_open_company_is_not_replaced(bench: Bench) -> None:
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    with closing(open_company(bench.path, clock=bench.clock, actor="老王")):
        refused("file.locked", lambda: bench.service.restore(bench.path, made.path))


def test_a_restore_that_is_interrupted_leaves_the_old_file_whole(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.work("甲")
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    bench.work("乙")

    def cut_off(_source: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(backup, "move", cut_off)
        vault = SqlBackupVault(bench.clock, "x")
        refused("file.disk_full", lambda: vault.put_back(made.path, bench.path, lambda: None, Silent()))
    assert bench.names() == ["甲", "乙"]
    assert not [p for p in bench.path.parent.iterdir() if "making" in p.name or "lock" in p.name]


def test_a_cancelled_backup_leaves_nothing(bench: Bench) -> None:
    class Stopping(Silent):
        def cancelled(self) -> bool:
            return True

    with pytest.raises(CancelledError):
        bench.service.take(bench.path, BackupKind.MANUAL, Stopping())
    assert not bench.service.listed(bench.path)
    assert not list(bench.service.folder(bench.path).iterdir())


def test_a_full_disk_leaves_no_half_backup_and_is_remembered(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.work()
    copy = engine.copy_into

    def full(source: object, target: Path, _step: object, **_key: object) -> None:
        copy(source, target)
        with target.open("ab") as file:
            file.truncate(8192)
        raise EnvironmentFaultError("file.disk_full", path=str(target), name=target.name)

    with monkeypatch.context() as patch:
        patch.setattr(backup_vault, "copy_into", full)
        fault = refused("backup.disk_full", lambda: bench.service.take(bench.path, BackupKind.MANUAL))
        assert bench.service.take_if_changed(bench.path, BackupKind.CLOSE) is None
    assert str(bench.own) in say(fault.code, "en", **fault.params)
    assert not list(bench.service.folder(bench.path).iterdir())
    problem = bench.service.standing(bench.path).problem
    assert problem is not None
    assert problem.code == "backup.failed_last"
    assert str(bench.own) in say(problem.code, "zh", **problem.params)
    bench.service.take(bench.path, BackupKind.MANUAL)
    assert bench.service.standing(bench.path).problem is None


def test_a_copy_that_differs_is_thrown_away(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.work()
    counts = iter(((1, 1, 0, 0, 2), (1, 0, 0, 0, 2)))
    monkeypatch.setattr(backup_vault, "_rows", lambda _raw: next(counts))
    refused("backup.unsound", lambda: bench.service.take(bench.path, BackupKind.MANUAL))
    assert not bench.service.listed(bench.path)


def test_a_folder_that_is_gone_falls_back_to_the_programs_own(bench: Bench, tmp_path: Path) -> None:
    bench.work()
    gone = tmp_path / "usb" / "stick" / "backups"
    bench.service.choose(gone)
    made = bench.service.take(bench.path, BackupKind.CLOSE)
    assert made.path.parent.parent == bench.own
    assert not (tmp_path / "usb").exists(), "a drive that is not plugged in is not made up"
    problem = bench.service.standing(bench.path).problem
    assert problem is not None
    assert problem.code == "backup.fell_back"
    assert "usb" in say(problem.code, "zh", **problem.params)
    assert bench.service.listed(bench.path)[0].path == made.path


def test_a_chosen_folder_is_made_when_missing_and_given_up_again(bench: Bench, tmp_path: Path) -> None:
    bench.work()
    bench.service.choose(tmp_path / "备份")
    made = bench.service.take(bench.path, BackupKind.CLOSE)
    assert made.path.parent.parent == tmp_path / "备份"
    bench.service.choose(None)
    assert bench.preferences.get(FOLDER_KEY) is None
    assert bench.service.folder(bench.path).parent == bench.own


def test_backups_of_a_folder_chosen_earlier_are_known_and_the_newest_is_the_newest(
    bench: Bench, tmp_path: Path
) -> None:
    made = []
    for folder in ("一", "二", "三"):
        bench.work()
        bench.service.choose(tmp_path / folder)
        made.append(bench.service.take(bench.path, BackupKind.CLOSE).path)
        made.append(bench.service.take(bench.path, BackupKind.MANUAL).path)
    assert [one.path for one in bench.service.listed(bench.path)] == made[::-1]
    found = bench.service.newest_good(bench.path)
    assert found is not None
    assert found.path == made[-1]
    bench.service.choose(tmp_path / "二")
    assert bench.service.former == [tmp_path / "三", tmp_path / "一"]
    assert bench.service.away() == []
    (tmp_path / "三").rename(tmp_path / "gone")
    assert bench.service.away() == [tmp_path / "三"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_read_only_folder_is_said_and_fallen_back_from() -> None:
    with open_folder() as folder:
        clock = FixedClock(date(2025, 12, 31))
        path, locked, own = folder / "a.holdfast", folder / "locked", folder / "own"
        create_company(path, Company("x", "CNY"), clock=clock, actor="x")
        path.chmod(0o666)
        locked.mkdir(mode=0o555)
        service = BackupService(SqlBackupVault(clock, "x"), MemoryPreferences(), clock, lambda: own)
        service.choose(locked)
        with as_anyone():
            made = service.take(path, BackupKind.MANUAL)
        problem = service.standing(path).problem
        assert made.path.parent.parent == own
        assert problem is not None
        assert problem.params["reason"][0] == "backup.not_writable"  # type: ignore[index]  # a pair


def test_a_file_somebody_else_writes_is_waited_for_and_then_said(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with closing(open_company(bench.path, clock=bench.clock, actor="x")) as store:
        store.raw.execute("BEGIN EXCLUSIVE")
        refused("file.busy", lambda: bench.service.take(bench.path, BackupKind.MANUAL))
        store.raw.execute("ROLLBACK")


def test_an_old_backup_of_a_changed_file_is_warned_of(bench: Bench) -> None:
    bench.work()
    assert bench.service.standing(bench.path).problem is None
    bench.service.take(bench.path, BackupKind.CLOSE)
    bench.clock.at += timedelta(days=15)
    assert bench.service.standing(bench.path).problem is None, "nothing has changed since"
    bench.work("乙")
    problem = bench.service.standing(bench.path).problem
    assert problem is not None
    assert (problem.code, problem.params["n"]) == ("backup.stale", 15)
    bench.clock.at -= timedelta(days=400)
    assert bench.service.standing(bench.path).problem is None, "a clock set back warns of nothing"


def test_a_file_long_in_use_without_any_backup_is_warned_of(bench: Bench) -> None:
    bench.work()
    bench.clock.at += timedelta(days=20)
    problem = bench.service.standing(bench.path).problem
    assert problem is not None
    assert problem.code == "backup.none_yet"


def test_backups_of_equal_names_in_other_places_stay_apart(bench: Bench, tmp_path: Path) -> None:
    bench.work()
    bench.service.take(bench.path, BackupKind.MANUAL)
    twin = tmp_path / "data" / bench.path.name
    shutil.copyfile(bench.path, twin)
    assert bench.service.listed(twin) == []


def test_a_damaged_index_is_only_forgotten(bench: Bench) -> None:
    bench.work()
    made = bench.service.take(bench.path, BackupKind.MANUAL)
    for text in ("{", "[]", '{"x": 1}', json.dumps({made.path.name: {"size": "?"}})):
        (made.path.parent / INDEX).write_text(text, "utf-8")
        assert bench.service.listed(bench.path)[0].sound is None
    assert bench.service.verify(made.path).sound
    assert bench.service.listed(bench.path)[0].sound
    index = made.path.parent / INDEX
    index.write_text(index.read_text("utf-8").replace('"verified": "', '"verified": "about '), "utf-8")
    assert bench.service.listed(bench.path)[0].verified_at is None


def test_one_backup_goes_and_the_others_stay(bench: Bench) -> None:
    bench.work()
    one = bench.service.take(bench.path, BackupKind.MANUAL)
    two = bench.service.take(bench.path, BackupKind.MANUAL)
    bench.service.remove(one.path)
    bench.service.remove(one.path)
    assert [b.path for b in bench.service.listed(bench.path)] == [two.path]


def test_a_migration_is_backed_up_where_it_is_told_to(tmp_path: Path, bench: Bench) -> None:
    old = Path(
        shutil.copy(Path(__file__).parents[1] / "compat" / "schema-1.holdfast", tmp_path / "old.holdfast")
    )

    def keep(path: Path) -> Path:
        return bench.service.take(path, BackupKind.MIGRATION).path

    open_company(old, clock=bench.clock, actor="x", keep=keep).close()
    assert [b.mark.kind for b in bench.service.listed(old)] == ["migration"]
    assert not list(tmp_path.glob("old.format*"))


def test_a_migration_whose_backup_has_no_place_keeps_one_beside_the_file(tmp_path: Path) -> None:
    old = Path(
        shutil.copy(Path(__file__).parents[1] / "compat" / "schema-1.holdfast", tmp_path / "old.holdfast")
    )

    def keep(path: Path) -> Path:
        raise EnvironmentFaultError("backup.disk_full", folder=str(path))

    open_company(old, clock=FixedClock(date(2026, 1, 1)), actor="x", keep=keep).close()
    assert list(tmp_path.glob("old.format-1*"))


def test_what_a_killed_process_left_goes_with_the_next_file_of_the_name(bench: Bench, tmp_path: Path) -> None:
    target = tmp_path / "新.holdfast"
    left = [tmp_path / f".新.holdfast.{end}" for end in ("123.making", "123.making-journal", "9.pages")]
    stay = [tmp_path / name for name in (".新.holdfast.7.making", ".别.holdfast.1.making", ".新.holdfast.x")]
    for one in (*left, *stay):
        one.write_bytes(b"x")
    for one in (*left, *stay[1:]):
        os.utime(one, (1, 1))
    SqlBackupVault(bench.clock, "x").salvage(bench.path, target, Silent())
    assert [one for one in (*left, *stay) if one.exists()] == stay
