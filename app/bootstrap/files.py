"""Company files on this computer: made, opened, copied, remembered."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters import places
from app.domain.clock import Clock
from app.domain.file_name import is_device, safe_name
from app.domain.problem import EnvironmentFaultError
from app.services.company_files import RecentFile
from app.services.control import Control, Silent

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.domain.file_key import FileKey
    from app.services.backups import BackupService
    from app.services.company import CompanyService
    from app.services.ports import Preferences
    from app.services.protection import ProtectionService
    from app.services.session import CompanySession, LockHolder
    from app.storage.cipher import KeysInHand
    from app.storage.store import SqlStore

RECENT_KEY = "recent"
MOST_RECENT = 12
_LONGEST_NAME = 220
"""Bytes; systems take 255, and a journal, a lock and what is put aside are called after the file."""


class LocalCompanyFiles:
    """Company files on this computer; see ``app.services.company_files.CompanyFiles``."""

    def __init__(self, clock: Clock, preferences: Preferences, actor: str, version: str) -> None:
        self._clock = clock
        self._preferences = preferences
        self._actor = actor
        self._version = version
        self._stores: dict[Path, SqlStore] = {}

    def create(self, path: Path, company: Company, *, password: str = "") -> CompanySession:
        """Make a company file and open it; with a password it is encrypted from its first byte."""
        from app.storage.company_file import create_company  # noqa: PLC0415 - loads SQLAlchemy

        _require_name(path)
        key = None
        if password:
            from app.bootstrap.file_keys import new_key  # noqa: PLC0415 - a plain file needs none

            key = new_key(path, company, password)
        create_company(path, company, clock=self._clock, actor=self._actor, key=key)
        return self.open(path, key=key)

    @cached_property
    def backups(self) -> BackupService:
        """Backups of company files, open or not."""
        from app.bootstrap.backups import backup_service  # noqa: PLC0415 - loads after the first page

        return backup_service(self._clock, self._preferences, self._actor, self._keys)

    @cached_property
    def _keys(self) -> KeysInHand:
        """Keys of files that were opened, for reading their backups; opening a file asks again."""
        from app.storage.cipher import KeysInHand  # noqa: PLC0415 - loads with the first file

        return KeysInHand()

    def open(
        self, path: Path, *, read_only: bool = False, anyway: bool = False, key: FileKey | None = None
    ) -> CompanySession:
        """Open a company file and remember it."""
        left = None if read_only or anyway else self._left_elsewhere(path)
        session = self._opened(path, read_only=read_only or left is not None, key=key)
        if left is not None:
            session = replace(session, holder=left)
        if not (session.sample or read_only):
            self._remember(session)
        return session

    @staticmethod
    def _left_elsewhere(path: Path) -> LockHolder | None:
        """Who seems to write the file on another computer; only where a lock does not reach that far."""
        from app.storage.lock import left_elsewhere  # noqa: PLC0415 - loads with the first file

        holder = left_elsewhere(path)
        if holder is None:
            return None
        from app.adapters.file_places import look  # noqa: PLC0415 - only such a file is looked at
        from app.domain.shared_place import PlaceKind  # noqa: PLC0415 - as above

        return holder if look(path).kind is PlaceKind.SYNCED else None

    def _opened(self, path: Path, *, read_only: bool = False, key: FileKey | None = None) -> CompanySession:
        from app.bootstrap.session import compose  # noqa: PLC0415 - loads SQLAlchemy
        from app.storage.company_file import open_company  # noqa: PLC0415 - loads SQLAlchemy

        path = path.absolute()
        if key is not None:
            from app.bootstrap.file_keys import require_fit  # noqa: PLC0415 - a plain file needs none

            require_fit(path, key)
            self._keys.add(key)  # before anything else: an old file is backed up first
        store = open_company(
            path,
            clock=self._clock,
            actor=self._actor,
            read_only=read_only,
            keep=self._kept_to_migrate,
            key=key,
        )
        try:
            session = compose(store, self._clock, lambda: self._closed(path, store), self._protecting)
        except BaseException:
            store.close()
            raise
        if not (session.sample or session.read_only):
            store.safeguarding = lambda kind: self.backups.take_if_changed(path, kind)
        self._stores[path] = store
        return session

    def _protecting(self, store: SqlStore, company: CompanyService) -> ProtectionService:
        from app.bootstrap.protection import protection_service  # noqa: PLC0415 - loads when looked at

        def changed() -> None:
            if store.path in {Path(path) for path, _name in self._recent()}:
                self._remember_as(store.path, self._shown_name(store, company))

        def backups(path: Path) -> list[Path]:
            return [*self._backup_paths(path), *self.backups.away()]

        return protection_service(store, company, self._clock, self._keys, backups, changed)

    def _backup_paths(self, path: Path) -> list[Path]:
        return [backup.path for backup in self.backups.listed(path)]

    @staticmethod
    def _shown_name(store: SqlStore, company: CompanyService) -> str:
        """What the list of recent files calls it: an encrypted file's company is nobody's business there."""
        return company.get().name if store.key is None else store.path.stem

    def _kept_to_migrate(self, path: Path) -> Path:
        from app.domain.backup import BackupKind  # noqa: PLC0415 - only an old file needs it

        return self.backups.take(path, BackupKind.MIGRATION).path

    def _closed(self, path: Path, store: SqlStore) -> None:
        try:
            if store.safeguarding is not None:
                self._keep_at_close(path, store)
        finally:
            if self._stores.get(path) is store:  # the same file may have been opened again meanwhile
                del self._stores[path]
            store.close()

    def _keep_at_close(self, path: Path, store: SqlStore) -> None:
        from app.domain.backup import BackupKind  # noqa: PLC0415 - nothing to keep before

        if store.identity.trouble_of_place() is None:
            store.safeguard(BackupKind.CLOSE)
            return
        # The file is no longer at its path: what this connection still reads would be gone with it.
        from app.storage.company_file import save_copy  # noqa: PLC0415 - loaded with the file

        with suppress(EnvironmentFaultError):  # kept as what is to be said of the backups
            self.backups.take_open(path, lambda target: save_copy(store, target))

    def is_protected(self, path: Path) -> bool:
        """Whether a file is encrypted."""
        from app.storage.cipher import is_encrypted  # noqa: PLC0415 - loads with the first file

        return is_encrypted(path)

    def key_of(self, path: Path, secret: str) -> FileKey:
        """The key by a password or a recovery code; its backups can be read from then on.

        Where it opens a backup but not the file, that is ``file.damaged``, no wrong password.
        """
        from app.bootstrap.file_keys import key_of, proven_by  # noqa: PLC0415 - a plain file needs none

        try:
            key = key_of(path, secret)
        except EnvironmentFaultError as error:
            if error.code != "file.password_wrong":
                raise
            proven = proven_by(path, self._backup_paths(path), secret)
            if proven is None:
                raise
            self._keys.add(proven)
            raise EnvironmentFaultError("file.damaged", path=str(path), name=path.name) from error
        self._keys.add(key)
        return key

    def try_secret(self, path: Path, secret: str) -> None:
        """Have whatever a secret may stand for in hand, to salvage a file whose beginning is damaged."""
        from app.bootstrap.file_keys import keys_for_damaged  # noqa: PLC0415 - a plain file needs none

        for key in keys_for_damaged(path, self._backup_paths(path), secret):
            self._keys.add(key)

    def in_hand(self, path: Path) -> FileKey | None:
        """The key of a file that was opened since the program started."""
        try:
            return self._keys.of(path)
        except EnvironmentFaultError:
            return None

    def remembered(self, path: Path) -> FileKey | None:
        """The key this computer's keyring has for an encrypted file; its backups can be read from then on."""
        from app.bootstrap.file_keys import remembered  # noqa: PLC0415 - a plain file needs none

        key = remembered(path)
        if key is not None:
            self._keys.add(key)  # as one that was typed: its backups are read with it
        return key

    def remember(self, path: Path, key: FileKey) -> None:
        """Let this computer's keyring keep the key."""
        from app.bootstrap.file_keys import remember  # noqa: PLC0415 - as above

        remember(path, key)

    def forget_key(self, path: Path) -> None:
        """Take the key of a file out of the keyring."""
        from app.bootstrap.file_keys import forget_key  # noqa: PLC0415 - as above

        forget_key(path)

    def recent(self) -> list[RecentFile]:
        """Files opened before, the latest first; missing ones stay, marked."""
        found = [_looked_up(Path(path), name) for path, name in self._recent()]
        return [replace(file, protected=file.exists and self.is_protected(file.path)) for file in found]

    def forget(self, path: Path) -> None:
        """Take a file off the recent list."""
        kept = [entry for entry in self._recent() if Path(entry[0]) != path.absolute()]
        self._preferences.set(RECENT_KEY, kept)

    def _remember(self, session: CompanySession) -> None:
        name = self._shown_name(self._stores[session.path], session.company)
        self._remember_as(session.path, name)

    def _remember_as(self, path: Path, name: str) -> None:
        full = path.absolute()
        others = [entry for entry in self._recent() if Path(entry[0]) != full]
        self._preferences.set(RECENT_KEY, [[str(full), name], *others][:MOST_RECENT])

    def _recent(self) -> list[list[str]]:
        stored = self._preferences.get(RECENT_KEY, [])
        entries = stored if isinstance(stored, list) else []
        return [[str(part) for part in entry] for entry in entries if _is_pair(entry)]

    def save_copy(self, session: CompanySession, path: Path) -> None:
        """A complete, verified copy of an open file."""
        from app.storage.company_file import save_copy  # noqa: PLC0415 - loads SQLAlchemy

        _require_name(path)
        save_copy(self._stores[session.path], path.absolute())

    def open_sample(
        self,
        as_of: date | None = None,
        control: Control = Silent(),  # noqa: B008 - has no state
    ) -> CompanySession:
        """A fresh copy of the sample company around a day; built once per version and day."""
        from app.bootstrap.sample_file import built_sample, fresh_copy  # noqa: PLC0415 - loads SQLAlchemy

        built = built_sample(places.cache_folder(), as_of or self._clock.today(), self._version, control)
        return self._opened(fresh_copy(built, places.data_folder() / "sample"))

    def write_sample(self, path: Path, as_of: date, times: int, control: Control) -> None:
        """The sample company ``times`` over as a file."""
        from app.bootstrap.sample_build import write_sample  # noqa: PLC0415 - loads SQLAlchemy

        if path.exists():
            raise EnvironmentFaultError("file.exists", path=str(path), name=path.name)
        write_sample(path.absolute(), as_of, times, control)


def _require_name(path: Path) -> None:
    """Refuse a name the file could not be carried under: a device's, or one without room for companions."""
    if is_device(path.name):
        better = safe_name(path.stem, path.suffix)
        raise EnvironmentFaultError("file.device_name", name=path.name, better=better)
    if len(os.fsencode(path.name)) > _LONGEST_NAME:
        raise EnvironmentFaultError("file.name_too_long", path=str(path), name=path.name)


def _is_pair(entry: object) -> bool:
    return isinstance(entry, list) and len(entry) == 2  # noqa: PLR2004 - path and name


def _looked_up(path: Path, name: str) -> RecentFile:
    try:
        told = path.stat()
    except OSError:
        return RecentFile(path, name, exists=False)
    changed = datetime.fromtimestamp(told.st_mtime, UTC)
    return RecentFile(path, name, exists=True, size_bytes=told.st_size, changed_at=changed)
