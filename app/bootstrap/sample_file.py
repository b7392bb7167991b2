"""The sample company as a file: built once and kept in the cache, handed out as fresh copies."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from app.adapters.pinyin import initials
from app.domain.clock import FixedClock
from app.domain.customer import Customer
from app.domain.names import match_key
from app.services.ports import Control
from app.services.sample.book import SEED
from app.services.sample.build import EDITION, build, build_scaled
from app.services.sample.catalogue import sample_company
from app.storage.backup import put_in_place
from app.storage.company_file import create_company, open_company, remove_leftovers
from app.storage.lock import FileLock, acquire
from app.storage.schema import metadata

ACTOR = "Holdfast"
FILE_NAME = "甬联紧固件.holdfast"
_KEPT = 3


def built_sample(cache: Path, as_of: date, version: str, control: Control) -> Path:
    """The built file of that day; made when the cache has none of this edition."""
    path = cache / f"sample-{as_of.isoformat()}-{_edition(version)}.holdfast"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        control.progress(0, 1, "sample.build")
        write_sample(path, as_of)
        _forget_older(cache, path)
    return path


def _edition(version: str) -> str:
    """What the file's content depends on beside the day, in short."""
    schema = ",".join(
        f"{column.table.name}.{column}" for table in metadata.sorted_tables for column in table.c
    )
    facts = f"{version} {EDITION} {SEED} {schema}"
    return hashlib.sha256(facts.encode()).hexdigest()[:12]


def write_sample(path: Path, as_of: date, times: int = 1, control: Control | None = None) -> None:
    """Build the sample company (``times`` over) into ``path``: whole or not at all."""
    clock = FixedClock(as_of)
    with put_in_place(path) as making:
        create_company(making, replace(sample_company(), sample_as_of=as_of), clock=clock, actor=ACTOR)
        store = open_company(making, clock=clock, actor=ACTOR)
        try:
            if times == 1:
                build(store, as_of, _finished)
            else:
                build_scaled(store, as_of, _finished, times, control=control)
        finally:
            store.close()


def _finished(customer: Customer) -> Customer:
    return replace(customer, name_key=match_key(customer.name), initials=initials(customer.name))


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
