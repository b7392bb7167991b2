"""The sample company as a file: built once and kept in the cache, handed out as fresh copies."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

from app.domain.clock import FixedClock
from app.services.control import Control
from app.services.sample import EDITION, SEED
from app.storage.company_file import remove_leftovers
from app.storage.lock import FileLock, acquire
from app.storage.schema import SCHEMA_VERSION

ACTOR = "Holdfast"
FILE_NAME = "甬联紧固件.holdfast"
_KEPT = 3


def built_sample(cache: Path, as_of: date, version: str, control: Control) -> Path:
    """The built file of that day; made when the cache has none of this edition."""
    path = cache / f"sample-{as_of.isoformat()}-{_edition(version)}.holdfast"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        control.progress(0, 1, "sample.build")
        from app.bootstrap.sample_build import write_sample  # noqa: PLC0415 - not when the cache has it

        write_sample(path, as_of)
        _forget_older(cache, path)
    return path


def _edition(version: str) -> str:
    """What the file's content depends on beside the day, in short; never on what happens to be loaded."""
    facts = f"{version} {SCHEMA_VERSION} {EDITION} {SEED}"
    return hashlib.sha256(facts.encode()).hexdigest()[:12]


def _forget_older(cache: Path, newest: Path) -> None:
    """Keep the cache small: the few files used last."""
    built = sorted(cache.glob("sample-*.holdfast"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in built[_KEPT:]:
        if path != newest:
            with suppress(OSError):
                path.unlink()


def fresh_copy(built: Path, folder: Path) -> Path:
    """A copy to play with, under the company's name; a copy that is open elsewhere is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        path = folder / FILE_NAME
        if number > 1:
            path = path.with_stem(f"{path.stem} {number}")
        lock = acquire(path, clock=FixedClock(date.min), user=ACTOR)
        if isinstance(lock, FileLock):
            try:
                remove_leftovers(path)
                shutil.copyfile(built, path)
            finally:
                lock.release()
            return path
    raise AssertionError  # count never ends
