"""The import wizard page: four steps, one file, nothing written before the third is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMessageBox, QProgressBar, QStackedWidget

from app.domain.file_name import safe_name
from app.domain.import_plan import Action
from app.domain.importing import ImportKind
from app.domain.problem import HoldfastError
from app.ui.pages.customers.guard import reason, writable
from app.ui.pages.importing.check_panel import CheckPanel
from app.ui.pages.importing.choose import ChoosePanel
from app.ui.pages.importing.columns_panel import ColumnsPanel
from app.ui.pages.importing.finish import FinishPanel
from app.ui.pages.importing.flow import ImportFlow
from app.ui.pages.importing.preview import cell_text
from app.ui.pages.importing.stepper import Stepper
from app.ui.pages.importing.words import problem_text
from app.ui.pages.page import Page
from app.ui.user_files import ending
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.message_strip import MessageStrip
from app.words import codes, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from app.services.ports import Control
    from app.ui.context import PageContext

_CHOOSE, _COLUMNS, _CHECK, _DONE = range(4)


class ImportPage(Page):
    """Leads a file from the user's folder into the ledger."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        theme = context.theme
        self._dropped: Path | None = None
        self.flow = ImportFlow(context, self)
        self.stepper = Stepper(theme)
        self.message = MessageStrip(theme)
        self.choose = ChoosePanel(context, self.flow)
        self.columns = ColumnsPanel(context, self.flow)
        self.check = CheckPanel(context, self.flow)
        self.finish = FinishPanel(context, self.flow)
        self.stack = QStackedWidget()
        for panel in (self.choose, self.columns, self.check, self.finish):
            self.stack.addWidget(panel)
        self.header.add(self.stepper)
        self.quit = button(theme, "", "normal", run=self.start_over)
        self.header.add(self.quit)
        self.content.addWidget(self.message)
        self.content.addWidget(self.stack, 1)
        self._build_foot()
        self._connect()
        self._go(_CHOOSE)
        self.retranslate()

    def _build_foot(self) -> None:
        theme = self.context.theme
        foot = QFrame()
        foot.setProperty("area", "bar")
        foot.setFixedHeight(theme.size("actionBar"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        row.setSpacing(8)
        self.said = label("", "body")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.hide()
        self.stop = button(theme, "", "quiet", "x", self.flow.cancel)
        self.stop.hide()
        self.back = button(theme, "", "normal", run=self._back)
        self.skip = button(theme, "", "normal", run=self._skip)
        self.next = button(theme, "", "primary", run=self._next)
        row.addWidget(self.said, 1)
        for widget in (self.progress, self.stop, self.back, self.skip, self.next):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.foot = foot
        self.add_action_bar(foot)

    def _connect(self) -> None:
        flow = self.flow
        self.choose.chosen.connect(self.take_file)
        self.choose.pasted.connect(flow.read_paste)
        self.stepper.asked.connect(self._go)
        flow.read.connect(lambda: self._go(_COLUMNS))
        flow.staged_changed.connect(self._on_staged)
        flow.planned.connect(self._on_planned)
        flow.committed.connect(self._on_committed)
        flow.failed.connect(self._on_failed)
        flow.working.connect(self._on_working)
        flow.progressed.connect(self._on_progress)
        self.columns.unanswered.connect(lambda _: self._next())
        self.check.save_rejects.connect(self.save_rejects)
        self.finish.save_rejects.connect(self.save_rejects)
        self.finish.again.connect(self.start_over)
        self.finish.undo.connect(self._undo_import)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self.columns, flow.undo)
        redo = QShortcut(QKeySequence.StandardKey.Redo, self.columns, flow.redo)
        for shortcut in (undo, redo):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # -- Page -----------------------------------------------------------------------------------

    def open(self, params: Mapping[str, object]) -> None:
        """Come here; with ``kind`` for such rows, with ``path`` to read that file at once."""
        kind, path = params.get("kind"), params.get("path")
        if kind in set(ImportKind) and self.stack.currentIndex() == _CHOOSE:
            self.flow.set_kind(ImportKind(str(kind)))
            self.choose.show_draft()
        if isinstance(path, str) and path and writable(self.context):
            self.take_file(Path(path))
            self._dropped = Path(path)
        self._say_read_only()

    def regions(self) -> Sequence[QWidget]:
        """Header, step, foot."""
        return (self.header, self.stack, self.foot)

    def may_leave(self) -> bool:
        """Ask before typed corrections are lost."""
        if not self.flow.unsaved:
            return True
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("The corrections typed for this file have not been imported."))
        box.setInformativeText(self.tr("Leave and lose them? The file itself is not changed."))
        leave = box.addButton(self.tr("Leave"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is leave

    def _say_read_only(self) -> None:
        closed = not writable(self.context)
        self.stack.setEnabled(not closed)
        if closed:
            text = self.tr("This company is open for reading only, so nothing can be imported.")
            shown = text if self.context.company.read_only else reason(self.context)
            self.message.say("warn", shown, closable=False)

    # -- steps ----------------------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """Begin with a file."""
        self._dropped = None
        self.message.hide()
        self.flow.read_file(path)

    def start_over(self) -> None:
        """Drop this import; nothing was written of it."""
        self.flow.cancel()
        self.flow.clear(self.flow.draft.kind)
        self.message.hide()
        self.choose.show_draft()
        self._go(_CHOOSE)

    def _go(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self.stepper.set_step(step)
        self._say_foot()

    def _back(self) -> None:
        self._go(max(_CHOOSE, self.stack.currentIndex() - 1))

    def _next(self) -> None:
        step = self.stack.currentIndex()
        if step == _CHOOSE and self.flow.staged is not None:
            self._go(_COLUMNS)
        elif step == _COLUMNS:
            self.flow.make_plan()
        elif step == _CHECK:
            self.flow.commit()

    def _skip(self) -> None:
        """Leave out every row with an error, then go on."""
        self.flow.leave_out(self.flow.error_rows())

    def _ask_statement(self) -> None:
        """A table dropped on the window says nothing of what it is: it may be a bank's."""
        path, self._dropped = self._dropped, None
        if path is None:
            return

        def take() -> None:
            self.start_over()
            self.context.navigator.bring("bank", path=str(path))

        text = self.tr("If this is a statement from your bank, its lines belong under bank receipts.")
        self.message.say("info", text, actions=[(self.tr("Read it as a bank statement"), take)])

    def _on_staged(self) -> None:
        self.message.hide()
        self._ask_statement()
        self.columns.refresh()
        if self.stack.currentIndex() == _CHECK:
            self.flow.make_plan()
        self._say_foot()

    def _on_planned(self) -> None:
        self.message.hide()
        self.check.refresh()
        self._go(_CHECK)

    def _on_committed(self) -> None:
        self.finish.refresh()
        self._go(_DONE)
        self.finish.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo_import(self) -> None:
        history, result = self.context.company.history, self.flow.result
        if result is None:
            return
        written = result.change.id

        def done(_change: object) -> None:
            self.context.notices.toast(self.tr("The import was undone."))
            self.start_over()

        self.context.runner.database(
            lambda _control: history.undo(written), done, failed=self.context.notices.error, owner=self
        )

    # -- what is going on -----------------------------------------------------------------------

    def _on_working(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.progress.setRange(0, 0)
        for widget in (self.next, self.back, self.skip):
            widget.setEnabled(not busy)
        if not busy:
            self._say_foot()

    def _on_progress(self, done: int, total: int, code: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        if code in codes():
            formats = self.context.formats
            counted = f"{formats.count(done)} / {formats.count(total)}" if total else ""
            self.said.setText(f"{say(code, formats.lang)} {counted}".strip())

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, HoldfastError):
            text = say(error.code, self.context.formats.lang, **dict(error.params))
            self.message.say("danger", text, self.tr("Nothing was changed"))
            self._say_foot()
        else:
            self.context.notices.error(error)

    def _say_foot(self) -> None:
        step = self.stack.currentIndex()
        self.back.setVisible(step in {_COLUMNS, _CHECK})
        self.quit.setVisible(step in {_COLUMNS, _CHECK})
        errors = self.flow.error_rows() if step in {_COLUMNS, _CHECK} else []
        self.skip.setVisible(bool(errors) and step in {_COLUMNS, _CHECK})
        self.skip.setText(self.tr("Leave out %n rows", "", len(errors)))
        self.next.setVisible(step in {_COLUMNS, _CHECK} or (step == _CHOOSE and self.flow.staged is not None))
        self.next.setText(self._next_words(step, len(errors)))
        plan = self.flow.plan
        blocked = plan is not None and plan.blocked is not None
        self.next.setEnabled(not (step == _CHECK and blocked) and writable(self.context))
        self.said.setText(self._foot_words(step, len(errors)))
        self.foot.setVisible(step != _DONE)

    def _next_words(self, step: int, errors: int) -> str:
        """What the primary button does; rows that stay out are counted on it."""
        if step != _CHECK:
            return self.tr("Next")
        return self.tr("Import without %n rows", "", errors) if errors else self.tr("Import")

    def _foot_words(self, step: int, errors: int) -> str:
        staged, plan = self.flow.staged, self.flow.plan
        if step == _CHOOSE or staged is None:
            return self.tr("Nothing is written before you have seen what would happen.")
        if step == _CHECK and plan is not None:
            counts = plan.counts()
            return self.tr("{new} new, {changed} changed, {same} already there, {open} to resolve").format(
                new=counts[Action.NEW] + counts[Action.NEW_CUSTOMER],
                changed=counts[Action.CHANGE] + counts[Action.UPDATE_CUSTOMER],
                same=counts[Action.SKIP],
                open=errors,
            )
        found = len(staged.documents) + len(staged.customers)
        return self.tr("Ready to import: {ready} • To resolve or leave out: {errors}").format(
            ready=found, errors=errors
        )

    # -- refused rows ---------------------------------------------------------------------------

    def save_rejects(self) -> None:
        """Write the rows that are not imported, with their reasons, to a workbook."""
        table, plan, formats = self.flow.table, self.flow.plan, self.context.formats
        if table is None or plan is None:
            return
        stem = Path(table.name).stem or "import"
        refused = self.tr("refused rows")
        suggested = str(Path.home() / safe_name(f"{stem} {refused}", ".xlsx", folder=str(Path.home())))
        picked, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), suggested, "Excel (*.xlsx)")
        if not picked:
            return
        path = ending(Path(picked), ".xlsx")
        company = self.context.company

        def work(_control: Control) -> Path:
            rows = [
                (
                    each.row,
                    [cell_text(cell) for cell in each.cells],
                    "; ".join(problem_text(problem, formats) for problem in each.problems),
                )
                for each in company.importing.reject_rows(table, plan)
            ]
            company.exports.rejects(path, table.header, rows, formats.lang)
            return path

        def done(written: Path) -> None:
            self.context.notices.toast(self.tr("Saved: {name}").format(name=written.name))

        self.context.runner.database(work, done, failed=self.context.notices.error, owner=self)

    def retranslate(self) -> None:
        """Write every text of this page in the language in force."""
        self.header.set_title(self.tr("Import data"))
        self.stepper.set_names(
            [self.tr("Choose file"), self.tr("Columns"), self.tr("Check"), self.tr("Done")]
        )
        self.quit.setText(self.tr("Cancel import"))
        self.back.setText(self.tr("Back"))
        self.stop.setText(self.tr("Stop"))
        self._say_foot()
        self._say_read_only()
