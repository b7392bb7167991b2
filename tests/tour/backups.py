"""The stations of backups: the list and its questions, a warning, a backup looked into, a damaged file."""

from __future__ import annotations

from typing import Any

from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import Problem, Severity
from app.services.backups import Standing
from app.ui.shell.backup_watch import BackupWatch
from tests.tour.stage import Stage

_KINDS = (BackupKind.CLOSE, BackupKind.IMPORT, BackupKind.BULK, BackupKind.MANUAL)


def backups(stage: Stage) -> None:
    """Everything about the backups of a company of one's own."""
    window, service = stage.window, stage.services.files.backups
    path = stage.home / "恒信五金（备份）.holdfast"
    window.doors.create(path, Company("恒信五金有限公司", "CNY"))
    stage.until(window.has_company)
    stage.settle()
    stage.looker.words.learn(path)
    stage.looker.words.learn_text(str(service.folder(path)))
    window.show_backups()
    stage.shot("backups-none")
    stage.close_all()
    for place, kind in enumerate(_KINDS):
        _work(stage, place, kind)
    broken = service.listed(path)[1]
    broken.path.write_bytes(broken.path.read_bytes()[:9000])
    stage.ask(lambda _session: service.verify(broken.path))
    window.show_backups()
    stage.settle()
    dialog: Any = stage.over()[-1]
    dialog.take()
    stage.shot("backups")
    dialog.ask_restore()
    stage.shot("backups-restore")
    stage.close_all()
    _warning(stage)
    stage.page("settings", tab="backups")
    stage.shot("settings-backups")
    _looked_into(stage)
    _damaged(stage)


def _work(stage: Stage, place: int, kind: BackupKind) -> None:
    service = stage.services.files.backups
    stage.ask(lambda session: session.customers.create(Customer(f"苏州恒岳{place}")))
    stage.ask(lambda session: service.take(session.path, kind))


def _warning(stage: Stage) -> None:
    watch = BackupWatch(stage.window, stage.window, paused=True)
    stage.page("today")
    watch._say(Standing(stage.home, None, Problem("backup.stale", {"n": 15}, Severity.WARNING)))
    stage.shot("backups-warning")
    watch._say(Standing(stage.home, None, None))


def _looked_into(stage: Stage) -> None:
    window = stage.window
    path = window.doors.home
    assert path is not None
    backup = stage.services.files.backups.listed(path)[-1]
    stage.looker.words.learn(backup.path)
    before = stage.session
    window.look_at_backup(backup.path)
    stage.until(lambda: window.doors.session is not before)
    stage.page("customers")
    stage.shot("backups-looked-into")


def _damaged(stage: Stage) -> None:
    window = stage.window
    path = window.doors.home
    assert path is not None
    window.close_company()
    stage.settle()
    path.write_bytes(path.read_bytes()[:30_000])
    window.open_path(path)
    stage.shot("backups-damaged")
    for backup in stage.services.files.backups.listed(path):
        backup.path.unlink()
    window.open_path(path)
    stage.shot("backups-salvage")
    window.start.message.hide()
