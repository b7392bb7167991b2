"""What can be done with letters: put out as files, marked as sent, left out, answered; behind one object."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.domain.file_name import safe_name
from app.domain.letter import LetterState
from app.services.letters import OutputKind
from app.ui.dialogs.opening import open_for
from app.ui.pages.customers.guard import guard, writable
from app.ui.user_files import ending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.changes import ChangeSet
    from app.services.dunning_views import LetterChange, LetterDetail, LetterRow
    from app.services.ports import Control
    from app.ui.context import PageContext
    from app.ui.dialogs.form_dialog import FormDialog

T = TypeVar("T")
_FOLDER = "folder.letters"


class LetterErrands(QObject):
    """Opens dialogs over ``host``; ``dialog`` is the one now open. ``put_out`` names the files written."""

    put_out = Signal(object)

    def __init__(self, context: PageContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.dialog: FormDialog | None = None

    # -- plumbing -------------------------------------------------------------------------------

    def _read(self, work: Callable[[Control], T], then: Callable[[T], None]) -> None:
        self._context.runner.database(work, then, failed=self._context.notices.error, owner=self)

    def do(self, work: Callable[[Control], ChangeSet]) -> None:
        """Run an edit that needs no dialog; the toast offers to undo it."""
        if writable(self._context):
            self._read(work, self._context.notices.done)

    def show_dialog(self, dialog: FormDialog) -> None:
        """Open a dialog."""
        open_for(self, dialog)

    def _fresh(self, ids: Sequence[int], then: Callable[[list[LetterRow]], None]) -> None:
        """Re-check drafts against the ledger of now; go on with those that still stand."""
        dunning, wanted = self._context.company.dunning, list(ids)

        def work(_control: Control) -> tuple[list[LetterRow], list[LetterChange]]:
            rows = dunning.letter_rows(wanted)
            drafts = [row.id for row in rows if row.state is LetterState.DRAFT]
            return rows, dunning.recheck(drafts) if drafts else []

        def go_on(found: tuple[list[LetterRow], list[LetterChange]]) -> None:
            rows, changes = found
            if changes and writable(self._context):
                self._ask_stale(rows, changes, then)
            else:
                then(rows)

        self._read(work, go_on)

    def _ask_stale(
        self, rows: list[LetterRow], changes: list[LetterChange], then: Callable[[list[LetterRow]], None]
    ) -> None:
        from app.ui.pages.reminders.stale import StaleDialog  # noqa: PLC0415 - loads on first use

        dialog = StaleDialog(self._context, rows, changes, self._host)
        ids = [row.id for row in rows]
        dunning = self._context.company.dunning

        def again(_change: ChangeSet) -> None:
            self._read(
                lambda _control: dunning.letter_rows(ids),
                lambda now: then([row for row in now if row.state in {LetterState.DRAFT, LetterState.SENT}]),
            )

        dialog.saved.connect(again)
        self.show_dialog(dialog)

    # -- out of the program ---------------------------------------------------------------------

    def output_menu(self, ids: Sequence[int]) -> QMenu:
        """As what the letters may leave the program."""
        menu = QMenu(self._host)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for text, kind in (
            (self.tr("All in one PDF, for printing…"), OutputKind.ONE_PDF),
            (self.tr("One PDF for each customer…"), OutputKind.PDF_EACH),
            (self.tr("E-mail drafts with the PDF attached…"), OutputKind.EML),
            (self.tr("Message texts as files…"), OutputKind.TEXT),
        ):
            menu.addAction(text).triggered.connect(partial(self._put_out, list(ids), kind))
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy the message text"))
        copy.setEnabled(len(ids) == 1)
        copy.triggered.connect(lambda _on=False: self.copy_message(ids[0]))
        return menu

    def _put_out(self, ids: list[int], kind: OutputKind, *_: object) -> None:
        self._fresh(ids, lambda rows: self._write([row.id for row in rows], kind))

    def _write(self, ids: list[int], kind: OutputKind) -> None:
        path = self._place(kind) if ids else None
        if path is None:
            return
        letters = self._context.company.letters

        def written(files: list[Path]) -> None:
            self._written(path, files)

        self._context.runner.database(
            lambda control: letters.output(ids, path, kind, control),
            written,
            failed=self._context.notices.error,
            owner=self,
            label="export.writing",
        )

    def _place(self, kind: OutputKind) -> Path | None:
        """Ask for a file, or for a folder where there are several."""
        start = Path(str(self._context.preferences.get(_FOLDER, "") or Path.home()))
        if kind is OutputKind.ONE_PDF:
            day = self._context.company.clock.today().isoformat()
            title = self.tr("Letters")
            suggested = str(start / safe_name(f"{title} {day}", ".pdf", folder=str(start)))
            picked, _ = QFileDialog.getSaveFileName(self._host, self.tr("Save as"), suggested, "PDF (*.pdf)")
            path = ending(Path(picked), ".pdf") if picked else None
        else:
            picked = QFileDialog.getExistingDirectory(
                self._host, self.tr("Folder for the letters"), str(start)
            )
            path = Path(picked) if picked else None
        if path is not None:
            folder = path.parent if kind is OutputKind.ONE_PDF else path
            self._context.preferences.set(_FOLDER, str(folder))
        return path

    def _written(self, path: Path, files: list[Path]) -> None:
        text = self.tr(
            "%n file(s) written. Nothing was sent: mark the letters once they are.", "", len(files)
        )
        self._context.notices.toast(text)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.put_out.emit(files)

    def copy_message(self, letter_id: int) -> None:
        """Put the short text for a messenger on the clipboard."""
        letters = self._context.company.letters

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self._context.notices.toast(
                self.tr("The message is on the clipboard. Paste it, then mark the letter as sent.")
            )

        self._read(lambda _control: letters.message(letter_id), done)

    # -- what became of them --------------------------------------------------------------------

    def mark_sent(self, ids: Sequence[int]) -> None:
        """Ask when, how and with which proof letters were sent; re-checked first."""
        if not writable(self._context):
            return

        def ask(rows: list[LetterRow]) -> None:
            from app.ui.pages.reminders.sending import SentDialog  # noqa: PLC0415 - loads on first use

            drafts = [row for row in rows if row.state is LetterState.DRAFT]
            if drafts:
                self.show_dialog(SentDialog(self._context, drafts, self._host))

        self._fresh(ids, ask)

    def delivered(self, ids: Sequence[int]) -> None:
        """Ask for the proof that sent letters arrived."""
        from app.ui.pages.reminders.sending import DeliveredDialog  # noqa: PLC0415 - loads on first use

        dunning, wanted = self._context.company.dunning, list(ids)

        def show(rows: list[LetterRow]) -> None:
            self.show_dialog(DeliveredDialog(self._context, rows, self._host))

        if writable(self._context):
            self._read(lambda _control: dunning.letter_rows(wanted), show)

    def reply(self, detail: LetterDetail) -> None:
        """Ask what the customer answered."""
        from app.ui.pages.reminders.sending import ReplyDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self.show_dialog(ReplyDialog(self._context, detail, self._host))

    def leave_out(self, ids: Sequence[int]) -> None:
        """Ask why drafts are not to be sent."""
        from app.ui.pages.reminders.sending import LeaveOutDialog  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            self.show_dialog(LeaveOutDialog(self._context, list(ids), self._host))

    def refresh(self, ids: Sequence[int]) -> None:
        """Bring drafts up to the ledger of now."""
        dunning, wanted = self._context.company.dunning, list(ids)
        self.do(lambda _control: dunning.refresh(wanted))

    def write(self, customer_id: int) -> None:
        """Write a letter of any kind to one customer."""
        from app.ui.pages.reminders.writing import open_writing  # noqa: PLC0415 - loads on first use

        if writable(self._context):
            open_writing(self._context, customer_id, self._host, self.show_dialog)

    def preview(self, ids: Sequence[int], at: int) -> None:
        """Look at stored letters one after the other, beginning with one of them."""
        from app.ui.pages.reminders.preview import PreviewDialog, stored  # noqa: PLC0415 - loads on first use

        dialog = PreviewDialog(self._context, stored(self._context, ids), at, self._host)
        dialog.open()

    def guard(self, *targets: QWidget, able: bool = True) -> None:
        """Enable what can be done to this file."""
        guard(self._context, *targets, able=able)
