"""Keys of company files on this computer: made from what was typed, kept in hand, kept in the keyring."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from app.adapters.key_ring import SystemKeyRing
from app.domain.file_key import FileKey
from app.domain.password import LEAST, weakness
from app.domain.problem import DomainError, EnvironmentFaultError
from app.services.protection import key_from
from app.storage.backup import journal
from app.storage.cipher import is_encrypted, salt_of
from app.storage.engine import connect

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.domain.company import Company


def new_key(path: Path, company: Company, password: str) -> FileKey:
    """A key for a new file; a weak password is refused."""
    if code := weakness(password, (path.stem, path.name, company.name, company.name_en)):
        raise DomainError(code, least=LEAST)
    return FileKey.from_password(password)


def key_of(path: Path, secret: str) -> FileKey:
    """The key by a password or a recovery code; ``file.password_wrong`` where it does not open the file."""
    key = key_from(secret, _salt(path))
    require_fit(path, key)
    return key


def keys_for_damaged(path: Path, backups: Iterable[Path], secret: str) -> list[FileKey]:
    """What a secret may stand for in a file whose first page is hit: by its own salt, and by its backups'."""
    salts: dict[bytes, None] = {}
    for one in (path, *backups):
        with suppress(EnvironmentFaultError):
            if (salt := salt_of(one)) is not None:
                salts[salt] = None
    return [key_from(secret, salt) for salt in salts]


def proven_by(path: Path, backups: Iterable[Path], secret: str) -> FileKey | None:
    """The key of a file that does not take it although a backup under the same salt does: it is damaged."""
    salt = _salt(path)
    for backup in backups:
        with suppress(EnvironmentFaultError):
            if salt_of(backup) == salt:
                key = key_from(secret, salt)
                require_fit(backup, key)
                return key
    return None


def require_fit(path: Path, key: FileKey) -> None:
    """Raise ``file.password_wrong`` where a key does not open a file; it is only read.

    A file whose last write was cut off cannot be read before that is taken back: opening it does so, and
    tells whether the key fits.
    """
    try:
        connect(path, mode="ro", key=key).close()
    except EnvironmentFaultError as error:
        if error.code != "file.read_only" or not journal(path).exists():
            raise


def remembered(path: Path) -> FileKey | None:
    """The key the keyring has for a file; None for a plain one."""
    return SystemKeyRing().get(_salt(path)) if is_encrypted(path) else None


def remember(path: Path, key: FileKey) -> None:
    """Keep a key that opens the file in the keyring."""
    require_fit(path, key)
    SystemKeyRing().keep(key)


def forget_key(path: Path) -> None:
    """Take a file's key out of the keyring."""
    if is_encrypted(path):
        SystemKeyRing().drop(_salt(path))


def _salt(path: Path) -> bytes:
    salt = salt_of(path)
    if salt is None:
        raise DomainError("protection.none")
    return salt
