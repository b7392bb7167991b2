"""The backups of a company file: what there is, making, checking, looking into, restoring."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app.domain.backup import BackupKind
from app.domain.duty import Duty
from app.domain.problem import DomainError
from app.ui.faults import is_ours, sentence
from app.ui.models.columns import DASH, Align, Cell, Column, text_column
from app.ui.models.row_table import RowTable
from app.ui.tables.data_table import DataTable
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton, QWidget

    from app.domain.duties import Seat
    from app.services.backups import Backup, Standing
    from app.services.control import Control
    from app.ui.context import PageContext
    from app.ui.formats import Formats

T = TypeVar("T")
_EDGE, _SIZE = 20, (900, 560)
_STATES = {True: ("sound", "good"), False: ("damaged", "danger"), None: ("unknown", "neutral")}


class BackupsDialog(QDialog):
    """Works on the backups of ``path``; what replaces the open file it only asks for by a signal."""

    help_topic = "page.settings.backups"
    restore_wanted = Signal(object)
    look_wanted = Signal(object)
    key_wanted = Signal(object, object)
    """A backup of another password, and what follows once that was typed."""

    def __init__(
        self, context: PageContext, path: Path, parent: QWidget | None = None, seat: Seat | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._path = context, path
        self._seat = seat or context.company.desk.seat
        """Who works with the company file, also while one of its backups is looked at."""
        self._service = context.app.files.backups
        self.standing: Standing | None = None
        self.shut: frozenset[Path] = frozenset()
        """Backups made under a password that was not typed since the program started."""
        self._wanted = 0
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self.place = label("", "small", "secondary", wrap=True)
        self.message = MessageStrip(context.theme)
        self.table = DataTable(context.theme, "backups", context.preferences, empty_icon="history")
        self.table.say_empty(
            self.tr("No backups yet. One is made whenever the company is closed with changes.")
        )
        self.table.view.setAccessibleName(self.tr("Backups, the newest first"))
        self.model: RowTable[Backup] = RowTable(
            self._columns(context.formats), context.runner, lambda one: one.mark.number, parent=self
        )
        self.table.set_model(self.model)
        self.table.current_changed.connect(self._allow)
        self.table.opened.connect(lambda _row: self.look())
        self.work = label("", "small", "secondary")
        self._make_buttons()
        self._lay_out()
        context.runner.progressed.connect(self._on_progress)
        self.read()

    def _make_buttons(self) -> None:
        theme = self._context.theme
        self.take_button = button(theme, self.tr("Back up now"), "primary", run=self.take)
        self.verify_button = button(theme, self.tr("Verify"), "normal", "shield-check", self.verify)
        self.look_button = button(theme, self.tr("Open read-only"), "normal", "eye", self.look)
        self.restore_button = button(theme, self.tr("Restore…"), "normal", "history", self.ask_restore)
        self.delete_button = button(theme, self.tr("Delete…"), "quiet", "trash-2", self.ask_delete)
        self.folder_button = button(theme, self.tr("Open folder"), "quiet", "folder", self.open_folder)
        self.close_button = button(theme, self.tr("Close"), "normal", run=self.accept)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, 16)
        layout.setSpacing(10)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.windowTitle(), "page"))
        words.addWidget(self.place)
        head.addLayout(words, 1)
        head.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self.message)
        layout.addWidget(self.table, 1)
        for row in (
            (self.verify_button, self.look_button, self.restore_button, self.delete_button, None, self.work),
            (self.folder_button, None, self.close_button),
        ):
            line = QHBoxLayout()
            line.setSpacing(8)
            for one in row:
                if one is None:
                    line.addStretch(1)
                else:
                    line.addWidget(one)
            layout.addLayout(line)
        owner = self.parentWidget()
        host = owner.window().size() if owner is not None else self.screen().availableSize()
        self.resize(min(_SIZE[0], host.width() - 48), min(_SIZE[1], host.height() - 48))

    def _columns(self, formats: Formats) -> list[Column[Backup]]:
        lang = formats.lang

        def state(one: Backup) -> Cell:
            if one.path in self.shut:
                return Cell(self.tr("Other password"), chip="info")
            code, tone = _STATES[one.sound]
            tip = (
                self.tr("Verified {time}").format(time=formats.moment(one.verified_at))
                if one.verified_at
                else ""
            )
            return Cell(say(f"backup_state.{code}", lang), chip=tone, tip=tip)

        def counted(number: Callable[[Backup], int | None]) -> Callable[[Backup], Cell]:
            return lambda one: _count(number(one), formats)

        return [
            Column(
                "at",
                lambda: self.tr("Time"),
                lambda one: Cell(f"{formats.day(one.mark.at.date())} {one.mark.at:%H:%M}", strong=True),
                value=lambda one: one.mark.number,
                width=150,
                descending_first=True,
                fixed=True,
            ),
            text_column(
                "kind",
                lambda: self.tr("Made"),
                lambda one: say(f"backup_kind.{one.mark.kind}", lang),
                width=150,
                stretch=1,
            ),
            Column(
                "size",
                lambda: self.tr("Size"),
                lambda one: Cell(formats.file_size(one.size_bytes)),
                value=lambda one: one.size_bytes,
                width=90,
                align=Align.RIGHT,
            ),
            Column(
                "customers",
                lambda: self.tr("Customers"),
                counted(lambda one: one.contents.customers if one.contents else None),
                value=lambda one: one.contents.customers if one.contents else None,
                width=96,
                align=Align.RIGHT,
            ),
            Column(
                "invoices",
                lambda: self.tr("Invoices"),
                counted(lambda one: one.contents.invoices if one.contents else None),
                value=lambda one: one.contents.invoices if one.contents else None,
                width=96,
                align=Align.RIGHT,
            ),
            Column("state", lambda: self.tr("State"), state, value=lambda one: str(one.sound), width=120),
        ]

    # -- what there is --------------------------------------------------------------------------

    def read(self) -> None:
        """Read the list again."""
        service, files, path = self._service, self._context.app.files, self._path

        def work(_control: Control) -> tuple[Standing, list[Backup], frozenset[Path]]:
            found = service.listed(path)
            shut = [one.path for one in found if files.is_protected(one.path) and not files.in_hand(one.path)]
            return service.standing(path), found, frozenset(shut)

        self._run(work, self._show)

    def _show(self, found: tuple[Standing, list[Backup], frozenset[Path]]) -> None:
        self.standing, backups, self.shut = found
        chosen = self._wanted or self.table.view.current_id()
        self._wanted = 0
        self.place.setText(str(self.standing.folder))
        self.model.set_rows(backups)
        if backups and not self.table.view.select_id(chosen):
            self.table.view.select_id(backups[0].mark.number)
        problem = self.standing.problem
        if problem is not None:
            self.message.say("warn", say(problem.code, self._context.formats.lang, **problem.params))
        self._allow()

    @property
    def current(self) -> Backup | None:
        """The backup the cursor is on."""
        row_id = self.table.view.current_id()
        return next((one for one in self.model.rows if one.mark.number == row_id), None)

    def _actions(self) -> tuple[QPushButton, ...]:
        return self.verify_button, self.look_button, self.restore_button, self.delete_button

    def _allow(self, *_: object) -> None:
        """What can be done depends on the row the cursor is on."""
        for one in self._actions():
            one.setEnabled(self.current is not None and self.take_button.isEnabled())
        try:  # the whole of the books, and who may what
            self._seat.require_duty(Duty.PEOPLE)
        except DomainError as error:
            for one in (self.restore_button, self.delete_button):
                one.setEnabled(False)
                one.setToolTip(sentence(error, self._context.formats.lang))

    # -- acting ---------------------------------------------------------------------------------

    def take(self) -> None:
        """Back up now."""
        service, path = self._service, self._path
        self.message.hide()
        self._run(lambda control: service.take(path, BackupKind.MANUAL, control), self._taken)

    def _taken(self, made: Backup) -> None:
        self._wanted = made.mark.number
        self.message.say("good", self.tr("Backed up and verified."))
        self.read()

    def _asks_first(self, backup: Backup, then: Callable[[], object]) -> bool:
        """Whether the password of its time has to be typed first; ``then`` follows that."""
        if backup.path not in self.shut:
            return False

        def typed() -> None:
            self.shut -= {backup.path}
            self._wanted = backup.mark.number
            then()

        self.key_wanted.emit(backup.path, typed)
        return True

    def verify(self) -> None:
        """Read the backup through."""
        service = self._service
        if (backup := self.current) is not None and not self._asks_first(backup, self.verify):
            self.message.hide()
            self._run(lambda control: service.verify(backup.path, control), self._verified)

    def _verified(self, backup: Backup) -> None:
        if backup.sound:
            self.message.say("good", self.tr("This backup is sound: it can be restored."))
        else:
            self.message.say(
                "danger", self.tr("This backup is damaged and cannot be restored. Choose another.")
            )
        self.read()

    def look(self) -> None:
        """Open the backup for reading in place of the company."""
        if (backup := self.current) is not None and not self._asks_first(backup, self.look):
            self.accept()
            self.look_wanted.emit(backup)

    def ask_restore(self) -> None:
        """Say what restoring does, and let it be confirmed."""
        if (backup := self.current) is None or self._asks_first(backup, self.ask_restore):
            return
        text = self.tr(
            "Put the company back as it was on {time}? The file as it is now is kept in this list first."
        )
        text = text.format(time=self._context.formats.moment(backup.mark.at))
        files = self._context.app.files
        if files.is_protected(self._path) and not files.is_protected(backup.path):
            text += " " + self.tr("This backup has no password: the company file will have none either.")
        restore = (self.tr("Restore"), lambda: self._restore(backup))
        self.message.say("warn", text, actions=[restore, (self.tr("Cancel"), self.message.hide)])

    def _restore(self, backup: Backup) -> None:
        self.accept()
        self.restore_wanted.emit(backup)

    def ask_delete(self) -> None:
        """Say what is lost, and let it be confirmed."""
        if (backup := self.current) is None:
            return
        text = self.tr("Delete the backup of {time} for good?")
        text = text.format(time=self._context.formats.moment(backup.mark.at))
        delete = (self.tr("Delete"), lambda: self._delete(backup))
        self.message.say("warn", text, actions=[delete, (self.tr("Cancel"), self.message.hide)])

    def _delete(self, backup: Backup) -> None:
        service = self._service
        self.message.hide()
        self._run(lambda _control: service.remove(backup.path), lambda _nothing: self.read())

    def open_folder(self) -> None:
        """Show the folder in the system's own window."""
        backup = self.current
        folder = backup.path.parent if backup is not None else self._service.folder(self._path)
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # -- work under way -------------------------------------------------------------------------

    def _run(self, work: Callable[[Control], T], done: Callable[[T], None]) -> None:
        self.take_button.setEnabled(False)
        self._allow()
        self.table.loading.start()

        def ended(found: T) -> None:
            self._rest()
            done(found)

        self._task = self._context.runner.database(work, ended, failed=self._failed, owner=self)

    def _rest(self) -> None:
        self.table.loading.stop()
        self.work.setText("")
        self.take_button.setEnabled(True)
        self._allow()

    def _failed(self, error: Exception) -> None:
        self._rest()
        if is_ours(error):
            self._context.notices.error(error)
        else:
            self.message.say("danger", sentence(error, self._context.formats.lang))

    def _on_progress(self, number: int, done: int, total: int, code: str) -> None:
        if number == self._task.number and code:
            self.work.setText(say(code, self._context.formats.lang, done=done, total=total, n=total))


def _count(number: int | None, formats: Formats) -> Cell:
    """A count, or the dash of what is not known before it was verified."""
    return Cell(DASH, tone="tertiary") if number is None else Cell(formats.count(number))
