"""Company files as documents: made, opened, copied, remembered; the composition root fills this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.services.ports import Control

if TYPE_CHECKING:
    from app.domain.company import Company
    from app.services.session import CompanySession


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A company file opened before; ``changed_at`` (UTC) and ``size_bytes`` as the disk has them now."""

    path: Path
    name: str
    exists: bool
    size_bytes: int = 0
    changed_at: datetime | None = None
    sample: bool = False


class CompanyFiles(Protocol):
    """What can be done with whole company files; every call runs on the database worker."""

    def create(self, path: Path, company: Company) -> CompanySession:
        """Make a new file and open it; ``file.exists`` rather than overwrite one."""

    def open(self, path: Path) -> CompanySession:
        """Open a file; the second opener only reads and is told who writes (``session.holder``)."""

    def recent(self) -> list[RecentFile]:
        """Files opened before, newest first, the missing ones too."""

    def forget(self, path: Path) -> None:
        """Take a file off the recent list; the file stays."""

    def save_copy(self, session: CompanySession, path: Path) -> None:
        """A complete, verified copy of an open file, replacing what stands at ``path``."""

    def open_sample(self, as_of: date | None = None, control: Control | None = None) -> CompanySession:
        """A fresh copy of the sample company around ``as_of`` (today when None)."""
