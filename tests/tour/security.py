"""The stations of protected companies: made, opened, locked; their dialog, their settings, their backups."""

from __future__ import annotations

from typing import Any

from app.domain.backup import BackupKind
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import Problem, Severity
from app.services.protection import LeftBehind, Protection, Rewritten
from app.ui.dialogs.unlock import UnlockDialog
from app.ui.pages.new_company import NewCompanyDialog
from app.ui.shell.unlocking import PATIENCE, tried, wrong_secret
from tests.tour.stage import Stage

_PASSWORD, _OLDER = "quiet-harbour-7", "older-harbour-6"
_CODE = "ABCDE-" * 12 + "ABCDE"


def security(stage: Stage) -> None:
    """Everything about a company with a password."""
    window = stage.window
    window.close_company()
    _new(stage)
    path = stage.home / "恒信五金（加密）.holdfast"
    window.doors.create(path, Company("恒信五金有限公司", "CNY"), password=_OLDER)
    stage.until(window.has_company)
    stage.settle()
    stage.looker.words.learn_text(f"{path} 恒信五金有限公司 苏州恒岳")
    stage.looker.words.learn_text(str(stage.services.files.backups.folder(path)))
    stage.ask(lambda session: session.customers.create(Customer("苏州恒岳")))
    _settings(stage)
    _dialog(stage)
    _locked(stage)
    _backups(stage)
    _opened(stage)


def _new(stage: Stage) -> None:
    dialog = NewCompanyDialog(stage.theme, stage.window.formats, stage.window)
    dialog.name.setText("恒信五金有限公司")
    dialog._on_name("恒信五金有限公司")
    stage.looker.words.learn_text(dialog.place.text())
    dialog.show()
    dialog.protect.setChecked(True)
    dialog.new_password.password.setText("12345678")
    dialog.new_password.wrong()
    stage.shot("security-new")
    stage.close_all()


def _settings(stage: Stage) -> None:
    stage.page("settings", tab="security")
    stage.shot("security-settings")


def _shown(stage: Stage, part: str) -> Any:
    stage.window.lock.show_protection(part)
    stage.settle()
    return stage.over()[-1]


def _dialog(stage: Stage) -> None:
    dialog = _shown(stage, "change")
    dialog.old.setText(_OLDER)
    dialog.new.password.setText(_PASSWORD)
    dialog.new.again.setText(_PASSWORD)
    stage.shot("security-change")
    dialog.new.again.setText("another")
    dialog.submit()
    dialog.new.caps.show()
    stage.shot("security-change-refused")
    dialog.new.again.setText(_PASSWORD)
    dialog.submit()
    stage.settle()
    left = tuple(LeftBehind(stage.home / f"{one}.holdfast", _other()) for one in range(2))
    dialog._say_rewritten(
        dialog.tr("The file is protected now. Print the recovery sheet."), Rewritten(3, left)
    )
    stage.shot("security-sheet")
    stage.close_all()
    _shown(stage, "computer")
    stage.shot("security-computer")
    stage.close_all()
    dialog = _shown(stage, "remove")
    dialog.old.setText(_CODE)
    dialog.submit()
    stage.shot("security-remove")
    dialog._on_state(Protection(encrypted=False, remembered=False))
    stage.shot("security-set")
    stage.close_all()


def _other() -> Problem:
    return Problem("protection.backup_other_key", {}, Severity.WARNING)


def _locked(stage: Stage) -> None:
    lock = stage.window.lock
    stage.page("customers")
    lock.lock()
    stage.shot("security-locked")
    assert lock.page is not None
    for _ in range(3):
        tried(stage.session.path, right=False)
    lock.page.form.refuse(wrong_secret())
    lock.page.form.caps.show()
    stage.shot("security-locked-wait")
    PATIENCE._wrong.clear()
    lock.page.form._tick()
    lock.page.form.edit.setText(_PASSWORD)
    lock.page.form.edit.show_typed(shown=True)
    lock.page.form.field.set_error("")
    stage.shot("security-locked-shown")
    lock.page.form.submit()
    stage.until(lambda: not lock.locked)


def _backups(stage: Stage) -> None:
    service, path = stage.services.files.backups, stage.session.path
    stage.ask(lambda session: service.take(session.path, BackupKind.MANUAL))
    stage.window.show_backups()
    stage.settle()
    dialog: Any = stage.over()[-1]
    dialog.shut = frozenset(one.path for one in dialog.model.rows)
    dialog.model.set_rows(list(dialog.model.rows))
    stage.shot("security-backups")
    dialog.verify()
    stage.settle()
    stage.looker.words.learn_text(service.listed(path)[0].path.name)
    stage.shot("security-backup-password")
    stage.close_all()


def _opened(stage: Stage) -> None:
    window = stage.window
    path = stage.session.path
    window.close_company()
    stage.settle()
    stage.shot("security-recent")
    window.open_path(path)
    stage.settle()
    (dialog,) = [one for one in stage.over() if isinstance(one, UnlockDialog)]
    stage.shot("security-unlock")
    dialog.form.edit.setText(_CODE)
    dialog.form.submit()
    stage.shot("security-unlock-code")
    for _ in range(3):
        window.unlocking._tries += 1
    dialog.form.edit.setText("wrong-password")
    dialog.form.submit()
    stage.shot("security-unlock-wrong")
    PATIENCE._wrong.clear()
    stage.close_all()
    window.open_path(path)
    stage.settle()
    (dialog,) = [one for one in stage.over() if isinstance(one, UnlockDialog)]
    dialog.form.edit.setText(_PASSWORD)
    dialog.form.submit()
    stage.until(window.has_company)
    window.close_company()
    stage.settle()
