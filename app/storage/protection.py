"""The open company file, its backups and the copies beside it, re-written under another key."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.backup import SUFFIX
from app.domain.problem import EnvironmentFaultError, Problem, Severity
from app.services.protection import LeftBehind, Rewritten
from app.storage.backup import put_in_place
from app.storage.cipher import KeysInHand, salt_of
from app.storage.rewriting import write_anew

if TYPE_CHECKING:
    from app.domain.file_key import FileKey
    from app.services.control import Control
    from app.storage.backup_vault import SqlBackupVault
    from app.storage.store import SqlStore

_BESIDE = ("format-*", "damaged-*", "before-restore-*")
"""Copies the program itself puts beside a company file."""


class SqlProtectedFile:
    """``app.services.protection.ProtectedFile`` over an open store."""

    def __init__(
        self, store: SqlStore, keys: KeysInHand, vault: SqlBackupVault, backups: Callable[[], Iterable[Path]]
    ) -> None:
        self._store = store
        self._keys = keys
        self._vault = vault
        self._backups = backups

    @property
    def path(self) -> Path:
        """Where it stands."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether it may be re-written."""
        return self._store.read_only

    @property
    def key(self) -> FileKey | None:
        """The key it is open with; None for a plain file."""
        return self._store.key

    def rewrite(self, key: FileKey | None, verb: str, control: Control) -> None:
        """Put the same file in its place under another key, whole or not at all; it stays open."""
        store, path = self._store, self._store.path
        store.identity.require()
        store.seat().require(verb, {})  # before the file is touched: what is done is done
        if key is not None:
            self._keys.add(key)
        with store.stepping_aside(key) as aside, put_in_place(path) as making:
            write_anew(path, store.key, making, key, control)
            with suppress(OSError):  # who may read it stays as it was, as far as the system lets us
                shutil.copymode(path, making)
            aside()
        with suppress(EnvironmentFaultError), store.write() as unit:  # it has its key: that much is done
            unit.finish(verb, {}, rows=0, touched={}, reversible=False)

    def rewrite_backups(self, old: FileKey | None, control: Control) -> Rewritten:
        """Bring its backups, and copies the program put beside it, from their old key to the present one.

        A folder of backups that cannot be looked into is told among what was left behind.
        """
        paths = [*self._backups(), *self._beside()]
        left: list[LeftBehind] = []
        renewed = 0
        for done, path in enumerate(paths):
            control.progress(done, len(paths), "protection.backups")
            if path.suffix != SUFFIX and not path.is_dir():
                left.append(LeftBehind(path, _away(path)))
                continue
            try:
                renewed += self._renew(path, old, control)
            except EnvironmentFaultError as error:
                left.append(LeftBehind(path, self._why(path, error)))
        return Rewritten(renewed, tuple(left))

    def _beside(self) -> list[Path]:
        path = self._store.path
        return sorted(
            one
            for pattern in _BESIDE
            for one in path.parent.glob(f"{_plain(path.stem)}.{pattern}{_plain(path.suffix)}")
        )

    def _renew(self, path: Path, old: FileKey | None, control: Control) -> bool:
        """Whether a backup was written anew; False where it has the present key already."""
        now, salt = self._store.key, salt_of(path)
        if salt == (now.salt if now is not None else None):
            return False
        if salt is not None and (old is None or salt != old.salt):
            raise EnvironmentFaultError("protection.backup_other_key", path=str(path), name=path.name)
        if control.cancelled():
            raise EnvironmentFaultError("protection.backup_not_reached", path=str(path), name=path.name)
        self._vault.renew(path, old if salt is not None else None, now)
        return True

    def _why(self, path: Path, error: EnvironmentFaultError) -> Problem:
        """What to say of a backup left as it was; one in clear is worth a warning of its own."""
        in_clear = self._store.key is not None and _is_in_clear(path)
        if error.code.startswith("protection.") and not in_clear:
            return Problem(error.code, error.params, Severity.WARNING)
        code = "protection.backup_in_clear" if in_clear else "protection.backup_failed"
        return Problem(
            code, {"name": path.name, "reason": [error.code, dict(error.params)]}, Severity.WARNING
        )


def _away(folder: Path) -> Problem:
    return Problem("protection.folder_away", {"path": str(folder)}, Severity.WARNING)


def _plain(text: str) -> str:
    """A text that a pattern takes as it stands."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _is_in_clear(path: Path) -> bool:
    try:
        return salt_of(path) is None
    except EnvironmentFaultError:  # it cannot even be looked into
        return False
