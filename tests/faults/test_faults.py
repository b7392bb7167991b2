"""A few faults of every kind; ``python -m tests.faults`` tries many."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app import moving
from app.adapters.preferences import JsonPreferences
from app.bootstrap import build_app
from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import HoldfastError
from app.ui.faults import is_ours, sentence
from app.words import say
from tests.faults import full_disk, races
from tests.faults.kills import Bench, bring_in

ROOT = Path(__file__).parents[2]
on_unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="many quick kills need fork")


@on_unix
@pytest.mark.long
def test_kills_lose_nothing() -> None:
    call = [sys.executable, "-m", "tests.faults", "--kills", "8", "--without-disk", "--without-races"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "acknowledged changes, 0 lost" in done.stdout


@pytest.mark.parametrize("schema", [None, 1])
def test_two_processes_at_one_file_leave_one_writer(tmp_path: Path, schema: int | None) -> None:
    found = races.race(tmp_path, schema=schema)
    # On a busy machine the other comes when the file has been brought up to date already.
    others = ["read"] if schema is None else ["read", "file.older_read_only"]
    assert found in [sorted(["wrote", other]) for other in others]


@on_unix
def test_a_disk_that_is_full_at_any_page_of_an_edit_loses_nothing(tmp_path: Path) -> None:
    done = full_disk.in_a_tmpfs(tmp_path, ["an edit"])
    if done is None:
        pytest.skip("no disk of our own to be had here")
    assert done.returncode == 0, done.stderr
    assert "an edit: full" in done.stdout


# -- the nth call to the system ---------------------------------------------------------------------

CALLS = ((os, "fsync"), (os, "replace"), (os, "open"), (io, "open"))


@contextmanager
def refused_at(nth: int, number: int) -> Iterator[list[str]]:
    """The ``nth`` of our calls that write, flush or move fails; the calls so far."""
    calls: list[str] = []

    def wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            calls.append(name)
            if len(calls) == nth:
                raise OSError(number, os.strerror(number), str(given[0]))
            return real(*given, **more)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for module, name in CALLS:
            patch.setattr(module, name, wrapped(name, getattr(module, name)))
        yield calls


@on_unix
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("preferences", errno.ENOSPC),
        ("preferences", errno.EIO),
        ("a list as CSV", errno.ENOSPC),
        ("a list as CSV", errno.EROFS),
        ("a backup", errno.ENOSPC),
    ],
)
def test_whichever_call_is_refused_all_stays_as_it_was(tmp_path: Path, name: str, number: int) -> None:
    act = next(one for one in full_disk.ACTS if one.name == name)
    refused = 0
    while True:
        place = tmp_path / str(refused)
        full_disk.prepared(place)
        bench = Bench(place)
        known = True
        with refused_at(refused + 1, number) as calls:
            try:
                act.do(bench, place)
            except (HoldfastError, OSError) as fault:
                known = not is_ours(fault) and bool(sentence(fault, "en"))
        assert known
        act.same(Bench(place), place)
        if len(calls) <= refused:
            break
        refused += 1
    assert refused > 2


def test_a_file_held_by_a_virus_scanner_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target, tries = tmp_path / "a", tmp_path / "b", list[int]()
    source.write_text("new", "utf-8")
    real = Path.replace

    def held(path: Path, to: Path) -> Path:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "sharing violation")
        return real(path, to)

    monkeypatch.setattr(moving, "OTHERS_HOLD_FILES", True)
    monkeypatch.setattr(moving, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(Path, "replace", held)
    moving.move(source, target)
    assert (target.read_text("utf-8"), len(tries)) == ("new", 3)


# -- damage -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small company file with a backup of it."""
    folder = tmp_path_factory.mktemp("sound")
    bench = Bench(folder)
    with closing(bench.files.create(folder / "a.holdfast", Company("恒信", "CNY"))) as session:
        session.customers.create(Customer("苏州恒岌机电"))
        bring_in(session, 1)
    bench.files.backups.take(folder / "a.holdfast", BackupKind.MANUAL)
    return folder / "a.holdfast"


HARM = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=64)), max_size=4)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(harm=HARM, cut=st.none() | st.floats(0, 1), whole_pages=st.booleans())
@example(harm=[(0.21875, b" \x80")], cut=None, whole_pages=False)  # no text any more where a table is defined
@example(harm=[(0.21875, b"\x80")], cut=None, whole_pages=False)
def test_damaged_bytes_lead_to_a_sentence_and_a_backup_never_to_a_bug(
    sound: Path, harm: list[tuple[float, bytes]], cut: float | None, whole_pages: bool
) -> None:
    data = bytearray(sound.read_bytes())
    for at, with_bytes in harm:
        place = int(at * len(data))
        data[place : place + len(with_bytes)] = with_bytes
    if cut is not None:
        size = int(cut * len(data))
        del data[size // 4096 * 4096 if whole_pages else size :]
    before = sound.read_bytes()
    try:
        sound.write_bytes(data)
        _look_at(sound)
    finally:
        sound.write_bytes(before)


def _look_at(path: Path) -> None:
    """As the window does: open it, show what there is; else look for a backup, and salvage."""
    bench = Bench(path.parent)
    try:
        with closing(bench.files.open(path, read_only=True)) as session:
            session.check.run()
            session.customers.rows(session.customers.ids())
    except HoldfastError as fault:
        say(fault.code, "en", **fault.params)  # there is a sentence
        assert bench.files.backups.newest_good(path) is not None
        target = path.with_name("salvaged.holdfast")
        try:
            bench.files.backups.salvage(path, target)
        except HoldfastError as nothing:
            say(nothing.code, "zh", **nothing.params)
        target.unlink(missing_ok=True)


# -- the clock --------------------------------------------------------------------------------------


class Turned:
    """A clock that the test sets back and forward."""

    def __init__(self) -> None:
        self.at = datetime(2025, 12, 31, 9, tzinfo=UTC)

    def today(self) -> date:
        return self.at.date()

    def now(self) -> datetime:
        return self.at


def test_a_clock_set_back_and_forward_loses_neither_order_nor_backups(tmp_path: Path) -> None:
    clock, path = Turned(), tmp_path / "a.holdfast"
    app = build_app(clock, JsonPreferences(tmp_path / "preferences.json"))
    app.files.create(path, Company("恒信", "CNY")).close()
    made = []
    for days in (0, -400, +3000, -2600):  # the battery died; a wrong year; put right again
        clock.at += timedelta(days)
        with closing(app.files.open(path)) as session:
            made.append(session.customers.create(Customer(f"客户{days}")).id)
            assert session.history.undo().undoes == made[-1], "the latest action, whatever its time says"
            session.history.redo()
            session.work.agenda(clock.today())
            assert session.check.run() == []
        newest = app.files.backups.listed(path)[0]
        assert newest.mark.at == clock.at.astimezone(), "the newest backup is the one made last"
    assert made == sorted(made)
    for _ in range(15):
        app.files.backups.take(path, BackupKind.MANUAL)
    listed = app.files.backups.listed(path)
    assert [one.mark.number for one in listed] == sorted((one.mark.number for one in listed), reverse=True)


# -- places that cannot be written ------------------------------------------------------------------


def test_a_newer_file_is_refused_and_not_touched(sound: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sound, tmp_path))
    data = bytearray(path.read_bytes())
    data[60:64] = (9_999).to_bytes(4, "big")
    path.write_bytes(data)
    with pytest.raises(HoldfastError, match=r"file\.newer"):
        Bench(tmp_path).files.open(path)
    assert path.read_bytes() == bytes(data)
