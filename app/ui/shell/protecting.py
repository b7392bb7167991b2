"""The password of the open company: its dialog, and the offer of a recovery sheet after a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.session import CompanySession
    from app.ui.dialogs.protection import ProtectionDialog
    from app.ui.pages.new_company import NewCompanyDialog
    from app.ui.shell.main_window import MainWindow

translate = QCoreApplication.translate


def show_protection(window: MainWindow, part: str = "") -> ProtectionDialog | None:
    """Open the dialog at one of its parts."""
    if window.workspace is None:
        return None
    from app.ui.dialogs.protection import ProtectionDialog  # noqa: PLC0415 - opened now and then

    context = window.workspace.context
    dialog = ProtectionDialog(context, window, part=part)
    dialog.protected_changed.connect(lambda protected: window.lock.set_protected(protected=protected))
    dialog.finished.connect(lambda _result: context.events.protection_changed.emit())
    dialog.open()
    return dialog


def create(window: MainWindow, asked: NewCompanyDialog) -> None:
    """Make the company that was asked for; one with a password is offered its recovery sheet."""
    if asked.password:
        _offer_once_open(window, asked.path)
    window.doors.create(asked.path, asked.company, password=asked.password)


def _offer_once_open(window: MainWindow, path: Path) -> None:

    def opened(session: CompanySession) -> None:
        window.doors.opened.disconnect(connection)
        if session.path == path.absolute():
            offer_sheet(window)

    connection = window.doors.opened.connect(opened)


def offer_sheet(window: MainWindow) -> None:
    """A company was made with a password: its recovery sheet is the next thing to do."""
    if window.workspace is None:
        return
    text = translate(
        "Protecting",
        "This company is protected. Print its recovery sheet now: without it, whoever forgets the "
        "password loses the file.",
    )
    show = (translate("Protecting", "Recovery sheet…"), partial(show_protection, window, "sheet"))
    window.workspace.message.say("info", text, actions=[show])
