"""Backups of company files on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters import places
from app.services.backups import BackupService
from app.storage.backup_vault import SqlBackupVault

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.ports import Preferences


def backup_service(clock: Clock, preferences: Preferences, actor: str) -> BackupService:
    """The service over this computer's disks; its own folder stands beside the program's other data."""
    vault = SqlBackupVault(clock, actor)
    return BackupService(vault, preferences, clock, lambda: places.data_folder() / "backups")
