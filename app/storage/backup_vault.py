"""Backups as files in a folder: written by SQLite's backup API, read back, remembered as sound."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.backup import BackupKind, BackupMark, file_name, parse_name
from app.domain.problem import EnvironmentFaultError
from app.services.backups import Backup, Contents, Salvaged
from app.services.control import CancelledError, Control, Silent
from app.storage.backup import journal, put_in_place
from app.storage.cipher import KeysInHand
from app.storage.company_file import held, require_company, require_ours
from app.storage.engine import connect, copy_into, disconnect, integrity_check, quick_check
from app.storage.faults import translated
from app.storage.rewriting import write_anew
from app.storage.salvage import salvage

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.file_key import FileKey
    from app.storage.engine import DriverConnection

INDEX = "backups.json"
"""What was found when each backup was verified; rebuilt by verifying again where it is lost."""
_FULL_CHECK_BYTES = 32 * 1024 * 1024
"""Up to this size a new backup is read through indexes and all; a larger one when it is asked for."""
_COUNTS = """
    SELECT (SELECT count(*) FROM customer WHERE deleted = 0),
           (SELECT count(*) FROM document WHERE deleted = 0 AND kind = 'invoice'),
           (SELECT max(id) FROM change_set), (SELECT min(at) FROM change_set),
           (SELECT at FROM change_set ORDER BY id DESC LIMIT 1)
"""
_ROWS = """
    SELECT (SELECT count(*) FROM company), (SELECT count(*) FROM customer), (SELECT count(*) FROM document),
           (SELECT count(*) FROM allocation), (SELECT count(*) FROM change_set)
"""
_SAID = {
    "file.disk_full": "backup.disk_full",
    "file.no_permission": "backup.not_writable",
    "file.read_only": "backup.not_writable",
    "file.cannot_open": "backup.not_writable",
    "file.missing": "backup.folder_gone",
    "file.copy_failed": "backup.unsound",
    "file.too_large": "backup.disk_full",
    "file.io": "backup.storage",
    "file.damaged": "backup.unsound",
}
"""A fault of the place a backup goes to, in words about backups."""


_NO_BACKUP = frozenset(
    {
        "file.damaged",
        "file.empty",
        "file.not_a_company",
        "file.other_program",
        "file.password_wrong",  # the salt was the right one: it is the page that is not
    }
)


class SqlBackupVault:
    """``app.services.backups.BackupVault`` on this computer's disks."""

    def __init__(self, clock: Clock, actor: str, keys: KeysInHand | None = None) -> None:
        self._clock = clock
        self._actor = actor
        self._keys = keys or KeysInHand()

    def contents(self, path: Path) -> Contents:
        """What a company file holds now."""
        with self._reading(path) as raw:
            return _contents(raw, path)

    def listed(self, folder: Path) -> list[Backup]:
        """The backups of a folder, the newest first; none where there is no folder."""
        known = _Index(folder)
        found: list[Backup] = []
        with suppress(OSError):
            for path in folder.iterdir():
                mark = parse_name(path.name)
                if mark is not None:
                    found.append(known.about(Backup(path, mark, path.stat().st_size)))
        return sorted(found, key=lambda one: (one.mark.number, one.mark.at), reverse=True)

    def write(self, source: Path, folder: Path, mark: BackupMark, control: Control) -> Backup:
        """A verified copy of a company file; whole or not at all."""
        key = require_company(source, self._keys.of(source))
        target = folder / file_name(source.stem, mark)
        with self._reading(source) as raw, _about_backups(source, folder):
            with translated(folder):
                _make(folder)
            with translated(source):
                raw.execute("BEGIN")  # the copy and the counts it is held against are of one moment
                rows, contents = _rows(raw), _contents(raw, source)
            with put_in_place(target) as making:
                copy_into(raw, making, _steps(control), key=key)
                with _reading(making, key) as copy:
                    if _damage(copy, making, _FULL_CHECK_BYTES) or _rows(copy) != rows:
                        raise _unsound(raw, source, target)
        size, now = target.stat().st_size, self._clock.now()
        made = Backup(target, mark, size, contents, sound=True, verified_at=now)
        _Index(folder).keep(made)
        return made

    def keep_open(self, copy: Callable[[Path], None], stem: str, folder: Path, mark: BackupMark) -> Path:
        """A backup that ``copy`` writes from a file that is open, wherever that file is now."""
        target = folder / file_name(stem, mark)
        with _about_backups(target, folder):
            with translated(folder):
                _make(folder)
            copy(target)
        return target

    def verify(self, backup: Path, control: Control) -> Backup:
        """Read the whole backup through; what was found is remembered."""
        with translated(backup):
            size = backup.stat().st_size
        mark = parse_name(backup.name)
        control.progress(0, 0, "backup.verifying")
        sound, contents = True, None
        try:
            key = require_company(backup, self._keys.of(backup))
            with _reading(backup, key) as raw:
                if key is not None:
                    require_ours(raw, backup)
                contents = _contents(raw, backup)
                sound = not _damage(raw, backup)
        except EnvironmentFaultError as error:
            if error.code not in _NO_BACKUP:
                raise
            sound = False
        named = mark or BackupMark(0, self._clock.now(), BackupKind.MANUAL)
        checked = Backup(backup, named, size, contents, sound, self._clock.now())
        if mark is not None:
            _Index(backup.parent).keep(checked)
        return checked

    def remove(self, backup: Path) -> None:
        """Take a backup away; a missing one is fine."""
        with translated(backup):
            backup.unlink(missing_ok=True)
        _Index(backup.parent).drop(backup.name)

    def put_back(self, backup: Path, target: Path, keep: Callable[[], None], control: Control) -> None:
        """Replace a company file nobody has open; ``keep`` runs before, with the file held."""
        if not self.verify(backup, control).sound:
            raise EnvironmentFaultError("backup.damaged", path=str(backup), name=backup.name)
        with held(target, self._clock, self._actor):
            self._settle(target)
            keep()
            with put_in_place(target) as making:
                key = self._keys.of(backup)
                with _reading(backup, key) as raw:
                    copy_into(raw, making, _steps(control), key=key)
                with _reading(making, key) as copy:
                    if _damage(copy, making):
                        raise EnvironmentFaultError("file.copy_failed", path=str(making), name=target.name)

    def put_aside(self, path: Path, *, damaged: bool) -> Path:
        """A copy, byte by byte, of a file that is beyond copying otherwise; where it is, named for why."""
        stamp = self._clock.now().astimezone().strftime("%Y%m%d-%H%M%S")
        why = "damaged" if damaged else "before-restore"
        numbered = ("", *(f"-{n}" for n in range(2, 99)))
        names = (f"{path.stem}.{why}-{stamp}{extra}{path.suffix}" for extra in numbered)
        aside = next(one for name in names if not (one := path.with_name(name)).exists())
        with put_in_place(aside) as making, translated(path):
            shutil.copyfile(path, making)
        if journal(path).exists():
            with translated(path):
                shutil.copyfile(journal(path), journal(aside))
        return aside

    def salvage(self, source: Path, target: Path, control: Control) -> Salvaged:
        """Copy what can be read out of a damaged file into a new one.

        Where the damage took the salt too, nothing tells the key but that pages can be read with it.
        """
        with held(target, self._clock, self._actor):
            for key in self._keys.for_damaged(source):
                try:
                    return salvage(source, target, control, key)
                except EnvironmentFaultError as error:
                    if error.code != "salvage.nothing":
                        raise
        self._keys.of(source)  # wants a password, if any
        raise EnvironmentFaultError("salvage.nothing", path=str(source), name=source.name)

    def renew(self, backup: Path, old: FileKey | None, key: FileKey | None) -> None:
        """Write a backup anew under another key, whole or not at all; what was found of it stays known."""
        known = _Index(backup.parent)
        told, mark = backup.stat(), parse_name(backup.name)
        found = known.about(Backup(backup, mark, told.st_size)) if mark is not None else None
        with put_in_place(backup) as making:
            write_anew(backup, old, making, key, Silent())
        with suppress(OSError):
            os.utime(backup, ns=(told.st_atime_ns, told.st_mtime_ns))
        if found is not None:
            known.keep(replace(found, size_bytes=backup.stat().st_size))

    def _reading(self, path: Path) -> AbstractContextManager[DriverConnection]:
        return _reading(path, self._keys.of(path))

    def _settle(self, path: Path) -> None:
        """Let a write that was cut off be taken back, so that the file can be copied by a reader."""
        if path.exists():
            with suppress(EnvironmentFaultError):
                disconnect(connect(path, mode="rw", key=self._keys.of(path)))


@contextmanager
def _reading(path: Path, key: FileKey | None) -> Iterator[DriverConnection]:
    raw = connect(path, mode="ro", key=key)
    try:
        yield raw
    finally:
        raw.close()


@contextmanager
def _about_backups(source: Path, folder: Path) -> Iterator[None]:
    """Faults of the folder in words about backups; those of the source stay as they are."""
    try:
        yield
    except EnvironmentFaultError as error:
        if error.params.get("path") == str(source) or error.code not in _SAID:
            raise
        params = {"folder": str(folder), "name": source.name, "detail": error.params.get("detail", "")}
        raise EnvironmentFaultError(_SAID[error.code], **params) from error


def _make(folder: Path) -> None:
    """The folder and what it stands in; not the roots: a drive that is not plugged in is not made up."""
    if in_the_way := next((one for one in (folder, *folder.parents) if one.is_file()), None):
        raise EnvironmentFaultError("backup.not_a_folder", folder=str(in_the_way), name=in_the_way.name)
    for one in (folder.parent.parent, folder.parent, folder):
        if not one.exists() and one.parent.exists():
            one.mkdir(exist_ok=True)
    folder.mkdir(exist_ok=True)


def _unsound(raw: DriverConnection, source: Path, target: Path) -> EnvironmentFaultError:
    """Whose fault it is that a copy is not sound: the file's own, or the place's it was written to."""
    if damage := _damage(raw, source):
        return EnvironmentFaultError("file.damaged", path=str(source), name=source.name, detail=damage[0])
    return EnvironmentFaultError("file.copy_failed", path=str(target), name=target.name)


def _steps(control: Control) -> Callable[[int, int], None]:
    def step(done: int, pages: int) -> None:
        if control.cancelled():
            raise CancelledError
        control.progress(done, pages, "backup.copying")

    return step


def _damage(raw: DriverConnection, path: Path, full_up_to: int | None = None) -> list[str]:
    with translated(path):
        full = full_up_to is None or path.stat().st_size <= full_up_to
        return integrity_check(raw) if full else quick_check(raw)


def _rows(raw: DriverConnection) -> tuple[int, ...]:
    """How many rows the main tables hold, the bin included."""
    return tuple(raw.execute(_ROWS).fetchone())


def _contents(raw: DriverConnection, path: Path) -> Contents:
    with translated(path):
        customers, invoices, changes, since, until = raw.execute(_COUNTS).fetchone()
    return Contents(customers, invoices, changes or 0, _instant(since), _instant(until))


def _instant(text: str | None) -> datetime | None:
    """The moment told; None where none is, or where somebody wrote what is none."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


class _Index:
    """What was found of each backup, while it is the file it was then."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / INDEX
        self._entries: dict[str, dict[str, object]] = {}
        with suppress(OSError, ValueError):
            told = json.loads(self._path.read_text("utf-8"))
            if isinstance(told, dict):
                self._entries = {name: entry for name, entry in told.items() if isinstance(entry, dict)}

    def about(self, backup: Backup) -> Backup:
        """The backup with what is known of it; as it is where the file is another now."""
        match self._entries.get(backup.path.name):
            case {
                "size": int(size),
                "changed": int(changed),
                "sound": bool(sound),
                "verified": str(verified),
                "contents": [*numbers],
            } if (size, changed) == (backup.size_bytes, backup.path.stat().st_mtime_ns):
                contents = _told(numbers)
                return replace(backup, contents=contents, sound=sound, verified_at=_instant(verified))
            case _:
                return backup

    def keep(self, backup: Backup) -> None:
        """Remember what was found of a backup."""
        verified, contents = backup.verified_at, backup.contents
        self._entries[backup.path.name] = {
            "size": backup.size_bytes,
            "changed": backup.path.stat().st_mtime_ns,
            "sound": backup.sound,
            "verified": verified.isoformat() if verified else "",
            "contents": _telling(contents) if contents else [],
        }
        self._write()

    def drop(self, name: str) -> None:
        """Forget a backup that is gone."""
        if self._entries.pop(name, None) is not None:
            self._write()

    def _write(self) -> None:
        with suppress(EnvironmentFaultError), put_in_place(self._path) as making:
            making.write_text(json.dumps(self._entries, ensure_ascii=False, indent=1), "utf-8")


def _telling(contents: Contents) -> list[object]:
    moments = [at.isoformat() if at else "" for at in (contents.since, contents.until)]
    return [contents.customers, contents.invoices, contents.changes, *moments]


def _told(numbers: list[object]) -> Contents | None:
    match numbers:
        case [int(customers), int(invoices), int(changes), str(since), str(until)]:
            return Contents(customers, invoices, changes, _instant(since), _instant(until))
        case _:
            return None
