"""Company files as the start screen and the command line know them; composed in bootstrap."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.services.control import Control, Silent

if TYPE_CHECKING:
    from app.domain.company import Company
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


class CompanyFiles(Protocol):
    """Opens what there is and makes what there is not; refusals are ``EnvironmentFaultError``."""

    def create(self, path: Path, company: Company) -> CompanySession:
        """Make a company file and open it; ``file.exists`` rather than over another."""

    @property
    def backups(self) -> BackupService:
        """Backups of company files, open or not."""

    def open(self, path: Path, *, read_only: bool = False, anyway: bool = False) -> CompanySession:
        """Open a company file; read-only, with its holder, where another has it.

        One that is asked for ``read_only`` (a backup to look at) is not remembered. In a synchronised
        folder a holder ``left_behind`` on another computer counts too, unless it is opened ``anyway``.
        """

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
