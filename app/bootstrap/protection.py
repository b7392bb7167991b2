"""The password of an open company file, with its backups, this computer's keyring and its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.adapters.key_ring import SystemKeyRing
from app.services.protection import ProtectionService
from app.storage.backup_vault import SqlBackupVault
from app.storage.cipher import KeysInHand
from app.storage.protection import SqlProtectedFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.file_key import RecoverySheet
    from app.services.company import CompanyService
    from app.storage.store import SqlStore


def protection_service(
    store: SqlStore,
    company: CompanyService,
    clock: Clock,
    keys: KeysInHand,
    backups: Callable[[Path], list[Path]],
    changed: Callable[[], None],
) -> ProtectionService:
    """The service over a store; ``changed`` hears when the file became another kind of file."""
    vault = SqlBackupVault(clock, store.actor, keys)
    file = SqlProtectedFile(store, keys, vault, lambda: backups(store.path))
    return ProtectionService(file, SystemKeyRing(), _SheetPapers(), company, clock, changed)


def alone(store: SqlStore, company: CompanyService) -> ProtectionService:
    """The service over a store nobody keeps backups of."""
    return protection_service(store, company, store.clock, KeysInHand(), lambda _path: [], lambda: None)


class _SheetPapers:
    """``app.services.protection.SheetPapers`` by the reports room."""

    def write(self, sheet: RecoverySheet, path: Path, lang: str) -> None:
        """As a file."""
        from app.reports.recovery_sheet import write_recovery_sheet  # noqa: PLC0415 - reportlab loads with a PDF

        write_recovery_sheet(sheet, path, lang)

    def as_bytes(self, sheet: RecoverySheet, lang: str) -> bytes:
        """For a preview or the printer."""
        from app.reports.recovery_sheet import recovery_sheet_pdf  # noqa: PLC0415 - as above

        return recovery_sheet_pdf(sheet, lang)
