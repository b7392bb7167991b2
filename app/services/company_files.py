"""Company files as the start screen and the command line know them; composed in bootstrap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.services.control import Control, Silent

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.domain.file_key import FileKey
    from app.services.backups import BackupService
    from app.services.session import CompanySession

SUFFIX = ".holdfast"


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A company file opened before; size and time are of the file now, absent with the file."""

    path: Path
    name: str
    exists: bool
    size_bytes: int = 0
    changed_at: datetime | None = None
    sample: bool = False
    protected: bool = False


class CompanyFiles(Protocol):
    """Opens what there is and makes what there is not; refusals are ``EnvironmentFaultError``."""

    def create(self, path: Path, company: Company, *, password: str = "") -> CompanySession:
        """Make a company file and open it; ``file.exists`` rather than over another.

        With a password it is encrypted from its first byte; a weak one is refused (``password.*``).
        """

    @property
    def backups(self) -> BackupService:
        """Backups of company files, open or not."""

    def open(
        self, path: Path, *, read_only: bool = False, anyway: bool = False, key: FileKey | None = None
    ) -> CompanySession:
        """Open a company file; read-only, with its holder, where another has it.

        An encrypted one wants its ``key``: ``file.password_needed`` without, ``file.password_wrong``
        where it does not fit.

        One that is asked for ``read_only`` (a backup to look at) is not remembered. In a synchronised
        folder a holder ``left_behind`` on another computer counts too, unless it is opened ``anyway``.
        """

    def is_protected(self, path: Path) -> bool:
        """Whether a file is encrypted; False for one that is missing or anything else."""

    def key_of(self, path: Path, secret: str) -> FileKey:
        """The key by a password or a recovery code, told apart by its looks; takes a tenth of a second.

        ``file.password_wrong`` where it does not open the file, ``recovery.*`` for a mistyped code.
        Backups of the file are read with it from then on, while the program runs.
        """

    def try_secret(self, path: Path, secret: str) -> None:
        """Have whatever a secret may stand for in hand, to salvage a file whose beginning is damaged."""

    def in_hand(self, path: Path) -> FileKey | None:
        """The key of a file, or of a backup, that was opened since the program started; else None.

        For going on with what is open anyway: opening a file again asks again.
        """

    def remembered(self, path: Path) -> FileKey | None:
        """The key this computer's keyring has for an encrypted file; None without one, or a keyring."""

    def remember(self, path: Path, key: FileKey) -> None:
        """Let this computer's keyring keep the key; ``keyring.*`` where it cannot."""

    def forget_key(self, path: Path) -> None:
        """Take the key of a file out of the keyring; one that is not there is fine."""

    def recent(self) -> list[RecentFile]:
        """Files opened before, the latest first; missing ones stay, marked."""

    def forget(self, path: Path) -> None:
        """Take a file off the recent list; the file itself is left alone."""

    def save_copy(self, session: CompanySession, path: Path) -> None:
        """A complete, verified copy; the open file stays open."""

    def open_sample(
        self,
        as_of: date | None = None,
        control: Control = Silent(),  # noqa: B008 - has no state
    ) -> CompanySession:
        """The sample company around a day (today by default): always a fresh copy, marked."""

    def write_sample(self, path: Path, as_of: date, times: int, control: Control) -> None:
        """The sample company ``times`` over as a new file, for benchmarks."""
