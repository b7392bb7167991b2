"""Backing up and restoring killed halfway, again and again; run as a program by ``test_backup_crash``.

Each round forks a worker that backs a file up and restores it for ever, kills it without warning,
and looks at the file and at every backup there is.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

from app.domain.backup import BackupKind
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.services.backups import BackupService
from app.storage.backup_vault import SqlBackupVault
from app.storage.company_file import create_company, open_company

CLOCK = FixedClock(date(2025, 6, 30))
_MANY, _LONGEST = 400, 12


class _Nowhere:
    """Settings that are not kept."""

    def get(self, _key: str, default: object = None) -> object:
        return default

    def set(self, key: str, value: object) -> None:
        """Forget it."""


def work_on(service: BackupService, path: Path, told: int) -> None:
    """Back up and restore for ever; a byte to ``told`` before each."""
    while True:
        os.write(told, b".")
        made = service.take(path, BackupKind.MANUAL)
        os.write(told, b".")
        service.restore(path, made.path)


def a_round(service: BackupService, path: Path, steps: int, wait: float) -> None:
    """Let a worker take some steps, and kill it a moment later."""
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        work_on(service, path, told)
    os.close(told)
    for _ in range(steps):
        os.read(hears, 1)
    signal.sigtimedwait((), wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(hears)


def look(service: BackupService, path: Path) -> None:
    """The file holds all it held, and whatever is called a backup is whole."""
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        assert not store.read_only
        assert len(store.find(Customer)) == _MANY
    for backup in service.listed(path):
        assert service.verify(backup.path).sound, backup.path


def main(path: Path, rounds: int, seed: int) -> None:
    """So many kills."""
    chance = random.Random(seed)
    create_company(path, Company("x", "CNY"), clock=CLOCK, actor="x")
    with closing(open_company(path, clock=CLOCK, actor="x")) as store, store.write() as unit:
        unit.add_all([Customer(f"客户{n}") for n in range(_MANY)])
        unit.commit("customer.created", name="x")
    service = BackupService(SqlBackupVault(CLOCK, "x"), _Nowhere(), CLOCK, lambda: path.parent / "own")
    for _ in range(rounds):
        a_round(service, path, chance.randint(1, 4), chance.randrange(_LONGEST) / 1000)
        look(service, path)
    print(f"{rounds} kills, {len(service.listed(path))} backups")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
