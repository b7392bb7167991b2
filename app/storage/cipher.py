"""Encrypted company files: what tells them from others, and the keys in hand while the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.file_key import SALT_SIZE, FileKey
from app.domain.first_page import MAGIC, PAGE, looks_encrypted
from app.domain.problem import EnvironmentFaultError
from app.storage.faults import translated

if TYPE_CHECKING:
    from app.storage.engine import DriverConnection


def unlock(raw: DriverConnection, key: FileKey) -> None:
    """Give a connection its key, before anything is read; whether it fits shows with the first page."""
    raw.execute("PRAGMA cipher_log_level = NONE").fetchall()  # it would write to standard error
    raw.execute(f'PRAGMA key = "{as_text(key)}"').fetchall()


def is_spent(raw: DriverConnection) -> bool:
    """Whether a connection met a damaged page of an encrypted file: it reads nothing more then."""
    told = raw.execute("PRAGMA cipher_status").fetchone()
    return told is not None and told[0] == "0"


def as_text(key: FileKey | None) -> str:
    """A key as SQLCipher takes it; "" for a plain file."""
    return f"x'{key.key.hex()}{key.salt.hex()}'" if key is not None else ""


def is_encrypted(path: Path) -> bool:
    """Whether a file is an encrypted database: whole pages that look random; False for a missing one."""
    try:
        with path.open("rb") as file:
            first = file.read(PAGE)
            size = path.stat().st_size
    except OSError:
        return False
    return looks_encrypted(first) and size % PAGE == 0


def salt_of(path: Path) -> bytes | None:
    """The salt an encrypted file begins with; None for a plain or shorter one."""
    with translated(path), path.open("rb") as file:
        begins = file.read(SALT_SIZE)
    return begins if len(begins) == SALT_SIZE and not begins.startswith(MAGIC) else None


def password_needed(path: Path) -> EnvironmentFaultError:
    """The refusal of an encrypted file that no key was given for."""
    return EnvironmentFaultError("file.password_needed", path=str(path), name=path.name)


class KeysInHand:
    """Keys of files that were opened since the program started, for reading their backups; never written."""

    def __init__(self) -> None:
        self._by_salt: dict[bytes, FileKey] = {}

    def add(self, key: FileKey) -> None:
        """Have a key in hand, by its salt."""
        self._by_salt[key.salt] = key

    def of(self, path: Path) -> FileKey | None:
        """The key of a file; None for a plain one, ``file.password_needed`` where it is not in hand."""
        salt = salt_of(path)
        if salt is None:
            return None
        if salt not in self._by_salt and is_encrypted(path):
            raise password_needed(path)
        return self._by_salt.get(salt)

    def for_damaged(self, path: Path) -> list[FileKey | None]:
        """What a damaged file may be read with, the likeliest first; None is: it was never encrypted."""
        salt = salt_of(path)
        if salt is None:
            return [None]
        known = [key for other, key in self._by_salt.items() if other != salt]
        own = [self._by_salt[salt]] if salt in self._by_salt else []
        return [*own, *known, None]
