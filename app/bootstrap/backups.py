"""Backups of company files on this computer."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters import places
from app.services.backups import BackupService
from app.storage.backup_vault import SqlBackupVault

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.ports import Preferences
    from app.storage.cipher import KeysInHand


def backup_service(
    clock: Clock, preferences: Preferences, actor: str, keys: KeysInHand | None = None
) -> BackupService:
    """The service over this computer's disks; its own folder stands beside the program's other data."""
    return BackupService(SqlBackupVault(clock, actor, keys), preferences, clock, _own_folder)


def _own_folder() -> Path:
    """The program's own place for backups; what it stands in is made, for nobody else may have yet."""
    data = places.data_folder()
    with suppress(OSError):  # writing into it says so
        data.mkdir(parents=True, exist_ok=True)
    return data / "backups"
