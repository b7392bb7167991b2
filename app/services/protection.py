"""The password of the open company file: set, changed, removed; its recovery sheet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.domain.file_key import FileKey, RecoverySheet, is_recovery_code
from app.domain.password import LEAST, weakness
from app.domain.problem import DomainError, EnvironmentFaultError, Problem
from app.services.control import Control, Silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.clock import Clock
    from app.services.company import CompanyService

_SILENT = Silent()


@dataclass(frozen=True, slots=True)
class Protection:
    """Whether a file asks for a password, and whether this computer remembers its key."""

    encrypted: bool
    remembered: bool


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A backup that could not be re-written, and why; it still opens as it did before, or not at all."""

    path: Path
    problem: Problem


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a new protection reached: backups re-written with it, and those left as they were."""

    backups: int
    left: tuple[LeftBehind, ...]


class ProtectedFile(Protocol):
    """The open company file as something that can be re-written under another key."""

    @property
    def path(self) -> Path:
        """Where it stands."""

    @property
    def read_only(self) -> bool:
        """Whether it may be re-written."""

    @property
    def key(self) -> FileKey | None:
        """The key it is open with; None for a plain file."""

    def rewrite(self, key: FileKey | None, verb: str, control: Control) -> None:
        """Put the same file in its place under another key, whole or not at all; it stays open."""

    def rewrite_backups(self, old: FileKey | None, control: Control) -> Rewritten:
        """Bring its backups from their old key (or none) to the present one."""


class KeyMemory(Protocol):
    """Keys kept by this computer's own keyring; faults are ``keyring.*`` sentences."""

    def get(self, salt: bytes) -> FileKey | None:
        """The key remembered for a file; None where there is none, or no keyring."""

    def keep(self, key: FileKey) -> None:
        """Remember a key."""

    def drop(self, salt: bytes) -> None:
        """Forget a key; one that is not there is fine."""


class SheetPapers(Protocol):
    """The recovery sheet as a PDF."""

    def write(self, sheet: RecoverySheet, path: Path, lang: str) -> None:
        """As a file."""

    def as_bytes(self, sheet: RecoverySheet, lang: str) -> bytes:
        """For a preview or the printer; touches no disk."""


class ProtectionService:
    """Use cases over the open file's password; they run on the database worker and take seconds."""

    def __init__(
        self,
        file: ProtectedFile,
        memory: KeyMemory,
        papers: SheetPapers,
        company: CompanyService,
        clock: Clock,
        changed: Callable[[], None],
    ) -> None:
        self._file = file
        self._memory = memory
        self._papers = papers
        self._company = company
        self._clock = clock
        self._changed = changed

    def state(self) -> Protection:
        """Whether the file is encrypted, and its key remembered."""
        key = self._file.key
        return Protection(key is not None, key is not None and self._memory.get(key.salt) == key)

    def fits(self, secret: str) -> bool:
        """Whether a password (or recovery code) opens this file; True for a plain one."""
        key = self._file.key
        return key is None or key_from(secret, key.salt) == key

    def weakness(self, password: str) -> str | None:
        """The code of what forbids a password here; see ``app.domain.password``."""
        profile = self._company.get()
        return weakness(password, (self._file.path.stem, self._file.path.name, profile.name, profile.name_en))

    def protect(self, password: str, control: Control = _SILENT) -> Rewritten:
        """Encrypt the plain file and its backups with a new password."""
        if self._file.key is not None:
            raise DomainError("protection.already")
        return self._renewed(password, "protection.set", control)

    def change(self, old: str, new: str, control: Control = _SILENT) -> Rewritten:
        """Encrypt the file and its backups anew; ``old`` may be the recovery code."""
        self._require(old)
        return self._renewed(new, "protection.changed", control)

    def remove(self, old: str, control: Control = _SILENT) -> Rewritten:
        """Write the file and its backups in clear; ``old`` may be the recovery code."""
        self._require(old)
        return self._rewritten(None, "protection.removed", control)

    def recovery(self, secret: str | FileKey) -> RecoverySheet:
        """The recovery sheet's values, for whoever knows the password (or holds the key)."""
        key = self._require(secret)
        groups = tuple(key.recovery_code().split("-"))
        made = self._clock.now().astimezone().date()
        return RecoverySheet(self._company.get().name, self._file.path.name, made, groups)

    def write_sheet(self, sheet: RecoverySheet, path: Path, lang: str) -> None:
        """The recovery sheet as a PDF file."""
        self._papers.write(sheet, path, lang)

    def sheet_as_pdf(self, sheet: RecoverySheet, lang: str) -> bytes:
        """The recovery sheet as the bytes of a PDF, for the printer; touches no disk."""
        return self._papers.as_bytes(sheet, lang)

    def _require(self, secret: str | FileKey) -> FileKey:
        key = self._file.key
        if key is None:
            raise DomainError("protection.none")
        given = secret if isinstance(secret, FileKey) else key_from(secret, key.salt)
        if given != key:
            raise DomainError("password.wrong")
        return key

    def _renewed(self, password: str, verb: str, control: Control) -> Rewritten:
        if code := self.weakness(password):
            raise DomainError(code, least=LEAST)
        return self._rewritten(FileKey.from_password(password), verb, control)

    def _rewritten(self, key: FileKey | None, verb: str, control: Control) -> Rewritten:
        path, old = self._file.path, self._file.key
        if self._file.read_only:
            raise EnvironmentFaultError("file.read_only", path=str(path), name=path.name)
        remembered = self.state().remembered
        self._file.rewrite(key, verb, control)
        self._remember_instead(old, key if remembered else None)
        self._changed()
        return self._file.rewrite_backups(old, control)

    def _remember_instead(self, old: FileKey | None, new: FileKey | None) -> None:
        """The keyring follows; that it cannot must not hide that the file has a new key."""
        if old is not None:
            _quietly(lambda: self._memory.drop(old.salt))
        if new is not None:
            _quietly(lambda: self._memory.keep(new))


def key_from(secret: str, salt: bytes) -> FileKey:
    """The key of a password or a recovery code, told apart by its looks."""
    return (
        FileKey.from_recovery(secret, salt)
        if is_recovery_code(secret)
        else FileKey.from_password(secret, salt)
    )


def _quietly(work: Callable[[], None]) -> None:
    with suppress(EnvironmentFaultError):
        work()
