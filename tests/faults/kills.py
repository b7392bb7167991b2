"""kill -9 in the midst of whatever writes: edits, imports, undo, backups, restores, migrations, passwords.

Each round forks a worker that works with the program's own services and acknowledges every change it
was told is saved, kills it without warning at a random moment, and looks at what is there. Only forking
is quick enough for many rounds.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import struct
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.preferences import JsonPreferences
from app.bootstrap import build_app
from app.domain.backup import BackupKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.domain.importing import ImportKind
from app.domain.problem import HoldfastError
from app.storage.company_file import open_company
from app.storage.lock import sidecar

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.company_files import CompanyFiles
    from app.services.session import AppServices, CompanySession

Tell = Callable[[int], None]
"""Acknowledges a change by its id; 0 only says that something is about to happen."""
TODAY = date(2025, 12, 31)
CLOCK = FixedClock(TODAY)
ROWS = 120
"""Rows of each import."""
COMPAT = Path(__file__).parents[1] / "compat"
_ROUNDS_A_FILE = 6
"""Then a new file is begun: a long one would be slow to look at."""
_ID = struct.Struct("q")
_PASSWORDS = ("first of two passwords", "second of two passwords")


@dataclass
class Bench:
    """The program without a window, its own folders in a folder of the test's."""

    folder: Path
    app: AppServices = field(init=False)
    keys: dict[bytes, FileKey] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = build_app(CLOCK, JsonPreferences(self.folder / "preferences.json"))

    @property
    def files(self) -> CompanyFiles:
        return self.app.files

    def key(self, path: Path) -> FileKey | None:
        """The key of a file by one of the two passwords; slow, so kept by the file's salt."""
        if not self.files.is_protected(path):
            return None
        salt = path.read_bytes()[:16]
        if salt not in self.keys:
            self.keys[salt] = self._found(path)
        return self.keys[salt]

    def _found(self, path: Path) -> FileKey:
        for password in _PASSWORDS:
            with suppress(HoldfastError):
                return self.files.key_of(path, password)
        raise AssertionError("neither password opens the file")

    def open(self, path: Path) -> CompanySession:
        session = self.files.open(path, key=self.key(path))
        assert not session.read_only, "a killed process locks nobody out"
        return session

    def look(self, path: Path, acknowledged: int) -> int:
        """Everything in the file agrees and what was acknowledged is there; how many changes it holds."""
        open_company(path, clock=CLOCK, actor="x", key=self.key(path)).close()  # takes a cut-off write back
        with closing(self.files.open(path, read_only=True, key=self.key(path))) as session:
            assert session.check.run() == []
        with closing(open_company(path, clock=CLOCK, actor="x", key=self.key(path))) as store:
            (latest,) = store.raw.execute("SELECT max(id) FROM change_set").fetchone()
            (unnamed,) = store.raw.execute("SELECT count(*) FROM change_set WHERE verb = ''").fetchone()
            halves = store.raw.execute(
                "SELECT substr(number, 1, instr(number, '-')) AS batch, count(*) FROM document "
                "WHERE number LIKE 'I%' AND deleted = 0 GROUP BY batch HAVING count(*) <> ?",
                (ROWS,),
            ).fetchall()
        assert latest >= acknowledged, "an acknowledged change is lost"
        assert not unnamed
        assert not halves, "half an import"
        return int(latest)


class Kind:
    """One way of writing; ``begin`` makes a file, ``work`` writes to it until it is killed."""

    name = ""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.path = bench.folder / "a.holdfast"
        self.latest = 0
        self.turn = 0

    def begin(self) -> None:
        """A fresh company with some rows."""
        for left in (self.path, sidecar(self.path), Path(f"{self.path}-journal")):
            left.unlink(missing_ok=True)
        with closing(self.bench.files.create(self.path, Company("恒信", "CNY"))) as session:
            session.customers.create(Customer("苏州恒岌机电"))
            bring_in(session, 0)
        self.latest = self.bench.look(self.path, 0)

    def work(self, tell: Tell) -> None:
        """In the worker: write for ever, or to an end."""
        raise NotImplementedError

    def look(self, acknowledged: int) -> None:
        self.latest = self.bench.look(self.path, max(acknowledged, self.latest))

    def look_at_backups(self) -> None:
        """Whatever is called a backup is whole."""
        for backup in self.bench.files.backups.listed(self.path):
            assert self.bench.files.backups.verify(backup.path).sound, backup.path


def bring_in(session: CompanySession, batch: int) -> int:
    """Import a table as the window does; the change's id."""
    lines = [f"I{batch}-{n},苏州恒岌机电,2025-10-01,2025-11-01,{100 + n}.00" for n in range(ROWS)]
    table = session.importing.read_text(
        "\n".join(["Invoice No,Customer,Invoice Date,Due Date,Amount", *lines])
    )
    columns, _ = session.importing.guess(table, ImportKind.INVOICES)
    plan = session.importing.plan(session.importing.stage(table, columns))
    return session.importing.commit(plan, "a.csv").change.id


class Edits(Kind):
    name = "edits"

    def work(self, tell: Tell) -> None:
        session = self.bench.open(self.path)
        for n in count():
            made = session.customers.create(Customer(f"客户{os.getpid()}-{n}"))
            tell(made.id)
            owner = next(iter(made.touched["customer"]))
            for m in range(3):
                number = f"E{os.getpid()}-{n}-{m}"
                invoice = Document(owner, DocumentKind.INVOICE, number, TODAY, "CNY", 1000, TODAY)
                tell(session.ledger.enter(invoice).id)


class Imports(Kind):
    name = "imports"

    def work(self, tell: Tell) -> None:
        session = self.bench.open(self.path)
        for n in count():
            tell(0)
            tell(bring_in(session, os.getpid() * 1000 + n))


class Undo(Kind):
    name = "undo and redo"

    def work(self, tell: Tell) -> None:
        session = self.bench.open(self.path)
        tell(bring_in(session, os.getpid()))
        while True:
            tell(session.history.undo().id)
            tell(session.history.redo().id)


class Backups(Kind):
    name = "backups"

    def work(self, tell: Tell) -> None:
        session = self.bench.open(self.path)
        for n in count():
            tell(session.customers.create(Customer(f"客户{os.getpid()}-{n}")).id)
            self.bench.files.backups.take(self.path, BackupKind.MANUAL)
            tell(0)

    def look(self, acknowledged: int) -> None:
        super().look(acknowledged)
        self.look_at_backups()


class Restores(Backups):
    name = "restores"

    def work(self, tell: Tell) -> None:
        made = self.bench.files.backups.take(self.path, BackupKind.MANUAL)
        while True:
            tell(0)
            self.bench.files.backups.restore(self.path, made.path)


class Closing(Backups):
    name = "closing with its backup"

    def work(self, tell: Tell) -> None:
        for n in count():
            session = self.bench.open(self.path)
            tell(session.customers.create(Customer(f"客户{os.getpid()}-{n}")).id)
            session.close()


class Migrations(Kind):
    name = "migrations"

    def begin(self) -> None:
        older = sorted(COMPAT.glob("*.holdfast"))[:-1] or sorted(COMPAT.glob("*.holdfast"))
        shutil.copy(older[self.turn % len(older)], self.path)
        Path(f"{self.path}-journal").unlink(missing_ok=True)
        with closing(sqlite3.connect(self.path)) as raw:  # as any other program would read it
            (self.latest,) = raw.execute("SELECT max(id) FROM change_set").fetchone()
            self._rows = self._counted(raw)
        self.turn += 1

    def _counted(self, raw: sqlite3.Connection) -> tuple[int, ...]:
        tables = ("customer", "document", "allocation", "contact")
        return tuple(raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)  # noqa: S608 - our own names

    def work(self, tell: Tell) -> None:
        tell(0)
        self.bench.open(self.path)
        signal.pause()

    def look(self, acknowledged: int) -> None:
        super().look(acknowledged)
        with closing(sqlite3.connect(self.path)) as raw:
            assert self._counted(raw) == self._rows
        self.look_at_backups()
        self.begin()


class Passwords(Backups):
    name = "password set, changed, removed"

    def work(self, tell: Tell) -> None:
        session = self.bench.open(self.path)
        first, second = _PASSWORDS
        if not session.protection.state().encrypted:
            session.protection.protect(first)
        elif not session.protection.fits(first):
            first, second = second, first
        while True:
            tell(0)
            session.protection.change(first, second)
            tell(session.customers.create(Customer(f"客户{time.monotonic_ns()}")).id)
            session.protection.remove(second)
            tell(session.customers.create(Customer(f"客户{time.monotonic_ns()}")).id)
            session.protection.protect(first)

    def look_at_backups(self) -> None:
        """Backups of either key: those whose key is known here are whole."""


KINDS: tuple[type[Kind], ...] = (
    Edits, Imports, Undo, Backups, Restores, Closing, Migrations, Passwords,
)  # fmt: skip
_LONGEST_S = {Migrations: 0.35, Passwords: 0.25, Restores: 0.05}


def run(folder: Path, kind: type[Kind], rounds: int, seed: int) -> int:
    """So many kills of one kind; how many changes had been acknowledged in all."""
    chance = random.Random(f"{seed} {kind.__name__}")
    bench, acknowledged = Bench(folder), 0
    one = kind(bench)
    for turn in range(rounds):
        if turn % _ROUNDS_A_FILE == 0:
            one.begin()
        marks = 1 if kind is Migrations else chance.randint(1, 6)
        seen = killed(one.work, marks, chance.random() * _LONGEST_S.get(kind, 0.03))
        acknowledged += sum(bool(told) for told in seen)
        one.look(max(seen, default=0))
    return acknowledged


def killed(work: Callable[[Tell], None], marks: int, wait_s: float) -> list[int]:
    """Let a worker acknowledge so often, kill it a moment later; what it had acknowledged."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        _worker(work, partial(_write, told))
    os.close(told)
    seen = _read(heard, marks)
    signal.sigtimedwait((), wait_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    seen += _read(heard, None)
    os.close(heard)
    assert os.WIFSIGNALED(status), "the worker ended by itself; see above"
    return seen


def _worker(work: Callable[[Tell], None], tell: Tell) -> None:
    try:
        work(tell)
    except BaseException:  # noqa: BLE001 - the parent sees that it ended, and the report is all there is
        traceback.print_exc()
    sys.stderr.flush()
    os._exit(3)


def _write(pipe: int, change: int) -> None:
    os.write(pipe, _ID.pack(change))


def _read(pipe: int, most: int | None) -> list[int]:
    return [told for _at, told in zip(range(most or 10_000_000), _told(pipe), strict=False)]


def _told(pipe: int) -> Iterator[int]:
    while len(told := os.read(pipe, _ID.size)) == _ID.size:
        yield _ID.unpack(told)[0]
