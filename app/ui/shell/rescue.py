"""A company file that cannot be opened for damage: the newest good backup, else what can still be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from app.domain.backup import SUFFIX
from app.domain.problem import EnvironmentFaultError
from app.words.salvage_text import salvaged

if TYPE_CHECKING:
    from app.services.backups import Backup, Salvaged
    from app.services.control import Control
    from app.ui.shell.main_window import MainWindow
    from app.ui.widgets.message_strip import MessageStrip

translate = QCoreApplication.translate
_DAMAGED = frozenset({"file.damaged", "file.empty", "file.not_a_company"})
_GONE = "file.missing"


def offer(window: MainWindow, error: Exception) -> None:
    """Look for a way out of damage; nothing happens for other faults."""
    if not isinstance(error, EnvironmentFaultError) or error.code not in _DAMAGED | {_GONE}:
        return
    path = Path(str(error.params["path"]))
    if error.code == _GONE and not path.parent.is_dir():
        return  # a drive that is not plugged in, most likely: there is no place to restore to

    def work(control: Control) -> Backup | None:
        return window.services.files.backups.newest_good(path, control)

    window.runner.database(
        work, lambda found: _say(window, error, path, found), owner=window, key="rescue.look"
    )


def _say(window: MainWindow, error: EnvironmentFaultError, path: Path, backup: Backup | None) -> None:
    salvage = (translate("Rescue", "Salvage…"), lambda: ask_salvage(window, path))
    text = translate("Rescue", "“{name}” is damaged and was not opened; it stays as it is.")
    if error.code == _GONE:
        text = translate("Rescue", "“{name}” is not there any more.")
    text = text.format(name=path.name)
    hit = error.code == "file.damaged" or (error.code == "file.not_a_company" and path.suffix == SUFFIX)
    if backup is None:
        if hit:
            more = translate(
                "Rescue", "No sound backup of it is known here. What can be read can go into a new file."
            )
            strip(window).say("danger", f"{text} {more}", actions=[salvage])
        return
    held, formats = backup.contents, window.formats
    found = translate("Rescue", "Newest sound backup: {time} (customers: {customers}, invoices: {invoices}).")
    found = found.format(
        time=formats.moment(backup.mark.at),
        customers=formats.count(held.customers if held else 0),
        invoices=formats.count(held.invoices if held else 0),
    )
    restore = (
        translate("Rescue", "Restore it"),
        lambda: window.restore_backup(path, backup.path),
    )
    offered = [restore, salvage] if hit else [restore]
    strip(window).say("danger", f"{text} {found}", actions=offered)


def strip(window: MainWindow) -> MessageStrip:
    """Where the window speaks: in the company that is open, else on the start screen."""
    return window.workspace.message if window.workspace is not None else window.start.message


def ask_salvage(window: MainWindow, path: Path) -> None:
    """Ask where the salvaged company goes, and salvage it."""
    from app.ui.shell.asking import place_for_salvage  # noqa: PLC0415 - asked once in a lifetime

    start = path.with_name(translate("Rescue", "{name} salvaged").format(name=path.stem) + path.suffix)
    if (target := place_for_salvage(window, start)) is not None:
        salvage(window, path, target)


def salvage(window: MainWindow, path: Path, target: Path) -> None:
    """Copy what can be read into a new file, open that, and say what was saved and what not."""

    def work(control: Control) -> Salvaged:
        return window.services.files.backups.salvage(path, target, control)

    def done(found: Salvaged) -> None:
        def tell(*_: object) -> None:
            text = in_words(found, window.formats.lang)
            strip(window).say("warn" if found.lost or found.unreadable else "good", text)

        window.doors.opened.connect(tell, Qt.ConnectionType.SingleShotConnection)
        window.doors.open(found.path, going_on=True)

    window.runner.database(work, done, owner=window)


def in_words(found: Salvaged, lang: str) -> str:
    """What was saved and what was not."""
    return salvaged(lang, found)
