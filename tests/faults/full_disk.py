"""A disk that is full at the first write, the second, and so on through everything that writes.

Where the system allows (``room_of_a_tmpfs``) the disk is real and a ballast leaves so many bytes of it;
elsewhere no file may grow beyond so many bytes. Each act is tried with one page more until it is done:
before that it must say why in a sentence and leave all as it was.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.adapters.places import HOME_VARIABLE
from app.adapters.preferences import JsonPreferences
from app.domain.aging import AgingQuery
from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import HoldfastError
from app.services.aging import AgingFilter
from app.words import say
from tests.faults.kills import COMPAT, TODAY, Bench, bring_in

PAGE = 4096
_MOST_TRIES, _FINE = 80, 8
Room = Callable[[int], AbstractContextManager[None]]
"""A place where only so many bytes more can be written."""


@dataclass(frozen=True)
class Act:
    """Something that writes: what is set up before, what it does, and what must hold either way."""

    name: str
    do: Callable[[Bench, Path], None]
    same: Callable[[Bench, Path], None]


# -- rooms ------------------------------------------------------------------------------------------


def ballast_room(folder: Path) -> Room:
    """Fills the disk that ``folder`` lies on, but for so many bytes; of our own small disk only."""
    assert shutil.disk_usage(folder).total <= 256 << 20, "that is not a disk made for this"

    @contextmanager
    def room(free: int) -> Iterator[None]:
        ballast = folder / "ballast"
        left = shutil.disk_usage(folder).free - free
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(PAGE, left))
        try:
            yield
        finally:
            ballast.unlink()

    return room


@contextmanager
def growth_room(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes: the disk's own limit, or the user's quota."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


# -- acts -------------------------------------------------------------------------------------------


def _edit(bench: Bench, folder: Path) -> None:
    with closing(bench.files.open(folder / "a.holdfast")) as session:
        session.customers.create(Customer("另一家"))


def _import(bench: Bench, folder: Path) -> None:
    with closing(bench.files.open(folder / "a.holdfast")) as session:
        bring_in(session, 7)


def _undo(bench: Bench, folder: Path) -> None:
    with closing(bench.files.open(folder / "a.holdfast")) as session:
        session.history.undo()


def _back_up(bench: Bench, folder: Path) -> None:
    bench.files.backups.take(folder / "a.holdfast", BackupKind.MANUAL)


def _restore(bench: Bench, folder: Path) -> None:
    bench.files.backups.restore(folder / "a.holdfast", folder / "kept.holdfast")


def _copy(bench: Bench, folder: Path) -> None:
    with closing(bench.files.open(folder / "a.holdfast", read_only=True)) as session:
        bench.files.save_copy(session, folder / "copy.holdfast")


def _create(bench: Bench, folder: Path) -> None:
    bench.files.create(folder / "new.holdfast", Company("新公司", "CNY")).close()


def _salvage(bench: Bench, folder: Path) -> None:
    bench.files.backups.salvage(folder / "a.holdfast", folder / "salvaged.holdfast")


def _migrate(bench: Bench, folder: Path) -> None:
    bench.files.open(folder / "old.holdfast").close()


def _protect(bench: Bench, folder: Path) -> None:
    with closing(bench.files.open(folder / "a.holdfast")) as session:
        session.protection.protect("first of two passwords")


def _prefer(_bench: Bench, folder: Path) -> None:
    preferences = JsonPreferences(folder / "preferences.json")
    preferences.set("note", "x" * 20_000)


def _paper(suffix: str) -> Callable[[Bench, Path], None]:
    def write(bench: Bench, folder: Path) -> None:
        with closing(bench.files.open(folder / "a.holdfast", read_only=True)) as session:
            board = session.aging.board(AgingQuery(TODAY), AgingFilter())
            session.exports.aging(board, folder / f"paper.{suffix}", suffix, "zh")

    return write


def _statements(bench: Bench, folder: Path) -> None:
    with closing(bench.files.open(folder / "a.holdfast", read_only=True)) as session:
        made = session.statements.build_many(session.customers.ids(), TODAY)
        session.exports.statements(made, folder / "paper.pdf")


# -- what must hold ---------------------------------------------------------------------------------


def _whole(*names: str) -> Callable[[Bench, Path], None]:
    """The company file agrees with itself; other company files do, or are not there."""

    def check(bench: Bench, folder: Path) -> None:
        for name in ("a.holdfast", *names):
            path = folder / name
            if name == "a.holdfast" or path.exists():
                with closing(bench.open(path)) as session:
                    assert session.check.run() == []
        for backup in bench.files.backups.listed(folder / "a.holdfast"):
            assert bench.files.backups.verify(backup.path).sound
        _tidy(folder)

    return check


def _paper_whole(suffix: str) -> Callable[[Bench, Path], None]:
    def check(_bench: Bench, folder: Path) -> None:
        data = (folder / f"paper.{suffix}").read_bytes()
        if data != b"the paper of before":
            ends = {"pdf": b"%%EOF", "xlsx": b"", "csv": b"\n"}[suffix]
            assert data.rstrip(b"\r\n").endswith(ends.strip()), "half a paper"
        _tidy(folder)

    return check


def _preferences_whole(_bench: Bench, folder: Path) -> None:
    kept = JsonPreferences(folder / "preferences.json")
    assert kept.get("language") == "zh", "settings of before are never lost"
    _tidy(folder)


def _tidy(folder: Path) -> None:
    left = [one.name for one in folder.iterdir() if one.name.startswith(".") or one.name.endswith(".making")]
    assert left == [], "something half-written was left behind"


ACTS = (
    Act("an edit", _edit, _whole()),
    Act("an import", _import, _whole()),
    Act("undoing an import", _undo, _whole()),
    Act("a backup", _back_up, _whole()),
    Act("a restore", _restore, _whole()),
    Act("a copy", _copy, _whole("copy.holdfast")),
    Act("a new company", _create, _whole("new.holdfast")),
    Act("salvage", _salvage, _whole("salvaged.holdfast")),
    Act("a migration", _migrate, _whole("old.holdfast")),
    Act("setting a password", _protect, _whole()),
    Act("preferences", _prefer, _preferences_whole),
    Act("a list as XLSX", _paper("xlsx"), _paper_whole("xlsx")),
    Act("a list as CSV", _paper("csv"), _paper_whole("csv")),
    Act("a list as PDF", _paper("pdf"), _paper_whole("pdf")),
    Act("statements as PDF", _statements, _paper_whole("pdf")),
)


# -- trying -----------------------------------------------------------------------------------------


def prepared(folder: Path) -> None:
    """What every try begins with."""
    folder.mkdir()
    bench = Bench(folder)
    with closing(bench.files.create(folder / "a.holdfast", Company("恒信", "CNY"))) as session:
        session.customers.create(Customer("苏州恒岌机电"))
        bring_in(session, 1)
    shutil.copy(folder / "a.holdfast", folder / "kept.holdfast")
    shutil.copy(min(COMPAT.glob("*.holdfast")), folder / "old.holdfast")
    for suffix in ("pdf", "xlsx", "csv"):
        (folder / f"paper.{suffix}").write_bytes(b"the paper of before")
    bench.app.preferences.set("language", "zh")
    bench.app.preferences.set("backup.folder", str(folder / "backups"))


def tried(folder: Path, act: Act, room: Room, start: int, step: int) -> int:
    """Try an act with more and more room until it is done; how often the disk was full before."""
    full, place, ready = 0, folder / "place", folder / "ready"
    for one in (place, ready):
        shutil.rmtree(one, ignore_errors=True)
    prepared(place)
    shutil.copytree(place, ready)
    for free in _sizes(start, step):
        shutil.rmtree(place)
        shutil.copytree(ready, place)
        bench = Bench(place)
        done = True
        with room(free):
            try:
                act.do(bench, place)
            except HoldfastError as fault:
                say(fault.code, "zh", **fault.params)  # there is a sentence
                done = False
        act.same(Bench(place), place)
        if done and free > start:
            return full
        full += not done
    raise AssertionError(f"{act.name} is never done")


def _sizes(start: int, step: int) -> Iterator[int]:
    """Every page at first, then in steps that grow with what is free."""
    free = start
    for _ in range(_MOST_TRIES):
        yield free
        free += step * max(1, (free - start) // (_FINE * step))


def in_a_tmpfs(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str] | None:
    """Run this module on a small disk of its own; None where the system makes none."""
    script = f'mount -t tmpfs -o size=64m none "{folder}" && exec "$@"'
    call = ["unshare", "--mount", "sh", "-c", script, "sh", sys.executable, "-m", "tests.faults.full_disk"]
    if (
        shutil.which("unshare") is None
        or subprocess.run(
            ["unshare", "--mount", "sh", "-c", f'mount -t tmpfs -o size=1m none "{folder}"'],
            capture_output=True,
            check=False,
        ).returncode
    ):
        return None
    environ = {**os.environ, HOME_VARIABLE: str(folder / "home")}
    return subprocess.run(
        [*call, str(folder), *arguments], env=environ, capture_output=True, text=True, check=False
    )


def main(folder: Path, wanted: str) -> None:
    """Every act on a real full disk, on the small disk ``folder``."""
    for act in ACTS:
        if wanted in act.name:
            print(f"{act.name}: full {tried(folder, act, ballast_room(folder), 0, PAGE)} times", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), " ".join(sys.argv[2:]))
