"""The window: start screen or workspace, menu bar, status bar, and what happens across pages."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from app.services.company_files import SUFFIX
from app.ui.i18n import retranslate_on
from app.ui.navigator import Navigator
from app.ui.pages.start import StartPage
from app.ui.shell import dropping
from app.ui.shell.brand import window_icon
from app.ui.shell.company_doors import CompanyDoors
from app.ui.shell.help_door import HelpDoor
from app.ui.shell.main_menu import MainMenu, declare
from app.ui.shell.notices import WindowNotices
from app.ui.shell.status import StatusLine
from app.ui.shell.title import title_of
from app.ui.theme import Density, Scheme
from app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QAction,
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QResizeEvent,
    )

    from app.domain.changes import ChangeSet
    from app.services.company_files import RecentFile
    from app.services.session import AppServices, CompanySession
    from app.ui.context import PageContext
    from app.ui.formats import Formats
    from app.ui.i18n import Language
    from app.ui.pages import PageSpec
    from app.ui.pages.page import Page
    from app.ui.shell.locking import CompanyLock
    from app.ui.shell.unlocking import Unlocking
    from app.ui.shell.workspace import Workspace
    from app.ui.tasks import TaskRunner
    from app.ui.theme import Theme

_IMPORT_PAGE, _BANK_PAGE = "importing", "bank"
_PAINTED_MS = 50
_DESIGNED, _LEAST = (1440, 900), (1024, 640)


class MainWindow(QMainWindow):
    """One window, at most one company; everything it does is a public method a command calls."""

    def __init__(
        self,
        services: AppServices,
        runner: TaskRunner,
        theme: Theme,
        language: Language,
        specs: Sequence[PageSpec],
    ) -> None:
        super().__init__()
        self.services, self.runner, self.theme = services, runner, theme
        self.language = language
        theme.follow(language)
        self._specs = specs
        self._bring_in: Path | None = None
        self._wants_import = False
        self.workspace: Workspace | None = None
        self.doors = CompanyDoors(services, runner, self)
        self.navigator = Navigator(self)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.start = StartPage(theme, language, services.version)
        self._stack.addWidget(self.start)
        self.toast = Toast(theme, self)
        self.notices = WindowNotices(self)
        self.help = HelpDoor(self)
        self.line = StatusLine(self.statusBar(), theme, language)
        self.commands = declare(self, specs)
        self.menu = MainMenu(self, self.commands, self.menuBar())
        self.setMinimumSize(self._least_size())
        self.resize(*_DESIGNED)
        self.setAcceptDrops(True)
        self.setWindowIcon(window_icon(theme))
        self._connect()
        self._restore()
        self._show_title()
        self.statusBar().hide()

    def _connect(self) -> None:
        start, doors = self.start, self.doors
        start.sample.connect(self.open_sample)
        start.new.connect(self.new_company)
        start.bring_in.connect(self.import_file)
        start.browse.connect(self.browse)
        start.chosen.connect(self.open_path)
        start.forgotten.connect(doors.forget)
        start.shortcuts.connect(self.show_shortcuts)
        start.scheme_chosen.connect(self.choose_scheme)
        start.language_chosen.connect(self.choose_language)
        doors.opened.connect(self._on_opened)
        doors.closed.connect(self._on_closed)
        doors.failed.connect(self._on_refused)
        doors.waiting.connect(self._on_waiting)
        doors.copied.connect(self._on_copied)
        doors.restored.connect(self._on_restored)
        doors.shut.connect(lambda door: self.unlocking.ask(door))  # noqa: PLW0108 - made when first needed
        doors.wants_password = lambda path: self.lock.wants_password(path)  # noqa: PLW0108 - as above
        doors.recent_read.connect(self._on_recent)
        self.runner.failed.connect(self.notices.error)
        self.runner.busy_changed.connect(self._on_busy)
        self.runner.progressed.connect(self._on_progress)
        question = QShortcut(QKeySequence("?"), self)
        question.activated.connect(self.show_shortcuts)
        redo = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        redo.activated.connect(self.redo)
        # The first paint comes before the first question to the disk.
        QTimer.singleShot(0, self.doors.read_recent)
        QTimer.singleShot(_PAINTED_MS, self._watch_keyboard)

    def _watch_keyboard(self) -> None:
        from app.ui import keyboard  # noqa: PLC0415 - as above

        keyboard.watch(self.theme)

    @cached_property
    def formats(self) -> Formats:
        """How figures and days are written; the first paint writes none."""
        from app.ui.formats import Formats  # noqa: PLC0415 - see above

        return Formats(self.language)

    @cached_property
    def lock(self) -> CompanyLock:
        """Keeps a protected company out of sight."""
        from app.ui.shell.locking import CompanyLock  # noqa: PLC0415 - the start screen needs none

        return CompanyLock(self)

    @cached_property
    def unlocking(self) -> Unlocking:
        """Asks for the password of a file that is to be opened."""
        from app.ui.shell.unlocking import Unlocking  # noqa: PLC0415 - few files have one

        return Unlocking(self)

    # -- company --------------------------------------------------------------------------------

    def has_company(self) -> bool:
        """Whether a company is open."""
        return self.workspace is not None

    def can_write(self) -> bool:
        """Whether a company is open and may be changed."""
        session = self.doors.session
        return session is not None and not session.read_only and session.desk.seat.may(None)

    def open_path(self, path: Path) -> None:
        """Open a company file, or take a table to the import page."""
        if path.suffix.lower() != SUFFIX:
            if not self.lock.locked:
                self.import_file(path)
        elif self.may_leave():
            self.doors.open(path)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample company."""
        if self.may_leave():
            self.doors.open_sample()

    def new_company(self) -> None:
        """Ask for a company and make its file."""
        from app.ui.pages.new_company import NewCompanyDialog, local_folder  # noqa: PLC0415 - opened now and then

        dialog = NewCompanyDialog(self.theme, self.formats, self, local_folder(self.services.place_of))
        if self.may_leave() and dialog.exec():
            from app.ui.shell.protecting import create  # noqa: PLC0415 - as above

            create(self, dialog)
        else:
            self._bring_in, self._wants_import = None, False
        dialog.deleteLater()

    def browse(self) -> None:
        """Choose a company file to open."""
        from app.ui.shell.asking import company_to_open  # noqa: PLC0415 - asked now and then

        if self.may_leave() and (path := company_to_open(self)) is not None:
            self.doors.open(path)

    def import_file(self, path: Path | None = None) -> None:
        """Take a file to the page it is for, or go to the import page; without a company make one first."""
        if self.workspace is None:
            self._bring_in, self._wants_import = path, True
            self.new_company()
        elif path is None:
            self.navigator.go(_IMPORT_PAGE)
        else:
            self.navigator.bring(self._page_for(path), path=str(path))

    def _page_for(self, path: Path) -> str:
        """Statements go to the bank page, and so does a table dropped while it is in view."""
        place = self.navigator.place
        at_bank = place is not None and place.key == _BANK_PAGE
        return _BANK_PAGE if at_bank or dropping.is_statement(path) else _IMPORT_PAGE

    def save_copy(self) -> None:
        """Write a complete copy of the open file somewhere."""
        session = self.doors.session
        if session is None:
            return
        day = self.services.clock.today().isoformat()
        from app.ui.shell.asking import place_for_copy  # noqa: PLC0415 - asked now and then

        start = session.path.with_name(f"{session.path.stem} {day}.holdfast")
        if (path := place_for_copy(self, start)) is not None:
            self.doors.save_copy(path)

    def show_backups(self) -> None:
        """The backups of the open company."""
        workspace, path = self.workspace, self.doors.home
        if workspace is None or path is None or not self.has_backups():
            return
        from app.ui.dialogs.backups import BackupsDialog  # noqa: PLC0415 - opened now and then

        dialog = BackupsDialog(workspace.context, path, self, self.doors.seat)
        dialog.key_wanted.connect(lambda one, then: self.unlocking.ask_key(one, dialog, then))
        dialog.look_wanted.connect(lambda backup: self.look_at_backup(backup.path))
        dialog.restore_wanted.connect(lambda backup: self.restore_backup(path, backup.path))
        dialog.open()

    def has_backups(self) -> bool:
        """Whether a company is open that is backed up: the sample is not."""
        return self.doors.session is not None and not self.doors.session.sample

    def look_at_backup(self, backup: Path) -> None:
        """Open a backup for reading in place of its company."""
        if self.may_leave():
            self.doors.look_at(backup)

    def restore_backup(self, path: Path, backup: Path) -> None:
        """Put a backup in the place of a company file."""
        if self.may_leave():
            self.doors.restore(path, backup)

    def _on_restored(self, fault: Exception | None) -> None:
        if fault is not None:
            self.notices.error(fault)
        else:
            self.toast.say(self.tr("Restored. The file as it was before is kept among the backups."))

    def close_company(self) -> None:
        """Back to the start screen."""
        if self.may_leave():
            self.doors.close()

    def _on_opened(self, session: CompanySession) -> None:
        from app.ui.context import CompanyEvents, PageContext  # noqa: PLC0415 - as below
        from app.ui.shell.workspace import Workspace  # noqa: PLC0415 - the start screen needs none

        events = CompanyEvents(self)
        session.subscribe(events.changed.emit)
        self.navigator.clear()
        context = PageContext(
            self.services,
            session,
            events,
            self.runner,
            self.theme,
            self.language,
            self.formats,
            self.navigator,
            self.notices,
        )
        self.workspace = Workspace(context, self._specs)
        self.workspace.page_shown.connect(self._on_page)
        events.changed.connect(self._on_change)
        events.backups_wanted.connect(self.show_backups)
        events.protection_wanted.connect(self.lock.show_protection)
        events.lock_wanted.connect(self.lock.lock)
        events.lock_times_changed.connect(self.lock.restart)
        events.help_wanted.connect(self.help.open)
        self._watch(context)
        self._stack.addWidget(self.workspace)
        self._stack.setCurrentWidget(self.workspace)
        self.start.message.hide()
        self.statusBar().show()
        self._place()
        self._say_holder(session)
        self._say_place(context)
        wanted, path = self._wants_import, self._bring_in
        self._bring_in, self._wants_import = None, False
        if wanted:
            self.import_file(path)
        else:
            self.navigator.go(self._specs[0].key)
        self.commands.refresh()
        self._show_title()
        self.lock.follow(session)
        self.help.offer_tour(session)

    def _watch(self, context: PageContext) -> None:
        """Look for warnings and deadlines while nobody waits; how many wait stands in the navigation."""
        from app.ui.shell.backup_watch import BackupWatch  # noqa: PLC0415 - as below
        from app.ui.shell.day_count import DayCount  # noqa: PLC0415 - as below
        from app.ui.shell.desk import DeskDoor  # noqa: PLC0415 - as below
        from app.ui.shell.duty_count import DutyCount  # noqa: PLC0415 - as below
        from app.ui.shell.file_watch import FileWatch  # noqa: PLC0415 - as below
        from app.ui.shell.lookout import Lookout  # noqa: PLC0415 - as below

        if self.workspace is not None:
            self.desk = DeskDoor(self, context, self.workspace)
            self.lookout = Lookout(context.company, self.runner, self.workspace)
            self.lookout.counted.connect(partial(self.workspace.nav.set_count, "watch"))
            context.events.changed.connect(self.lookout.on_change)
            duties = DutyCount(context.company, self.runner, self.workspace, paused=Lookout.paused)
            duties.counted.connect(partial(self.workspace.nav.set_count, "insurance"))
            context.events.changed.connect(duties.on_change)
            days = DayCount(context, self.workspace, paused=Lookout.paused)
            days.counted.connect(partial(self.workspace.nav.set_count, "today"))
            context.events.changed.connect(days.on_change)
            backups = BackupWatch(self, self.workspace, paused=Lookout.paused)
            context.events.changed.connect(backups.on_change)
            self.file_watch = FileWatch(self, context.company, self.workspace, paused=Lookout.paused)

    def _on_refused(self, error: Exception) -> None:
        """No company was opened: a file that waited to be imported into it waits no longer."""
        self._bring_in, self._wants_import = None, False
        self.notices.error(error)
        from app.ui.shell.rescue import offer  # noqa: PLC0415 - most files open

        offer(self, error)

    def _on_closed(self) -> None:
        self.help.leave()
        self.lock.leave()
        workspace, self.workspace = self.workspace, None
        if workspace is not None:
            self.navigator.moved.disconnect(workspace.show_place)
            self._stack.removeWidget(workspace)
            workspace.deleteLater()
        self._stack.setCurrentWidget(self.start)
        self.statusBar().hide()
        self.toast.hide()
        self.commands.refresh()
        self._show_title()

    def _say_holder(self, session: CompanySession) -> None:
        if session.read_only and self.workspace is not None:
            self.notices.say_read_only(session)

    def _say_place(self, context: PageContext) -> None:
        from app.ui.shell.place_warning import PlaceWarning  # noqa: PLC0415 - the start screen needs none

        if self.workspace is not None and not context.company.sample:
            PlaceWarning(context, self.workspace.place).look()

    def _on_recent(self, files: Sequence[RecentFile]) -> None:
        self.start.set_recent(files, self.formats)
        self.menu.set_recent(files)

    def _on_copied(self, path: Path) -> None:
        self.toast.say(self.tr("Copy saved: {name}").format(name=path.name))

    # -- changes --------------------------------------------------------------------------------

    def _on_change(self, _change: ChangeSet) -> None:
        self.line.saved(self.services.clock.now())

    def undo(self) -> None:
        """Take the latest action back."""
        if (session := self.doors.session) is not None and not self.lock.locked:
            self.runner.database(lambda _control: session.history.undo(), self.notices.done, owner=self)

    def redo(self) -> None:
        """Repeat what was taken back last."""
        session = self.doors.session
        if session is not None and not session.read_only and not self.lock.locked:
            self.runner.database(lambda _control: session.history.redo(), self.notices.done, owner=self)

    # -- pages ----------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page in view."""
        return self.workspace.page if self.workspace is not None and not self.lock.locked else None

    def page_actions(self) -> Sequence[QAction]:
        """Commands of the page in view."""
        page = self.page
        return page.actions_of_page() if page is not None else ()

    def go_to(self, key: str, **params: object) -> None:
        """Show a page."""
        if self.workspace is not None and not self.lock.locked:
            self.navigator.go(key, **params)

    def go_back(self) -> None:
        """The page before; in the help the topic before."""
        if self.help.has_focus and self.help.panel is not None:
            self.help.panel.back()
        else:
            self.navigator.back()

    def go_forward(self) -> None:
        """The page we came back from."""
        self.navigator.forward()

    def find_in_page(self) -> None:
        """To the page's search field, or the help's while one reads there."""
        if self.help.has_focus and self.help.panel is not None:
            self.help.panel.seek()
        elif (page := self.page) is not None:
            page.focus_search()

    def write_letter(self) -> None:
        """To the customer in view; where there is none, to the reminders."""
        if (page := self.page) is not None and not page.write_letter():
            self.go_to("reminders")

    def next_region(self) -> None:
        """The keyboard goes to the next area."""
        self._step(1)

    def previous_region(self) -> None:
        """The keyboard goes to the area before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        from app.ui.shell import regions  # noqa: PLC0415 - only once a key is pressed

        regions.step(self.workspace.regions() if self.workspace is not None else [self.start], by)

    def _on_page(self, page: Page) -> None:
        self.line.follow(page)

    # -- looks ----------------------------------------------------------------------------------

    def choose_scheme(self, scheme: str) -> None:
        """Light, dark or the system's, from now on."""
        self.theme.set_scheme(Scheme(scheme))
        self.services.preferences.set("theme", scheme)
        self.menu.retranslate()
        self.start.retranslate()

    def choose_density(self, density: str) -> None:
        """Row height of all tables, from now on."""
        self.theme.set_density(Density(density))
        self.services.preferences.set("density", density)
        self.menu.retranslate()

    def choose_language(self, code: str) -> None:
        """Chinese or English, at once and from now on."""
        self.language.set(code)
        self.services.preferences.set("language", code)

    def retranslate(self) -> None:
        """Menu and title; pages hear of the language themselves."""
        if hasattr(self, "menu"):
            self.setLocale(self.language.locale)
            self.menu.retranslate()
            self._show_title()
            self.notices.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        retranslate_on(event, self)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self.lock.on_minimised()
        super().changeEvent(event)

    def _show_title(self) -> None:
        session = self.doors.session
        self.setWindowTitle(title_of(session, locked=session is not None and self.lock.locked))

    # -- dialogs --------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Go to a customer, an invoice or a command."""
        from app.ui.shell.finding import open_palette  # noqa: PLC0415 - opened now and then

        open_palette(self)

    def show_shortcuts(self) -> None:
        """The sheet of shortcuts."""
        from app.ui.shell.shortcuts_sheet import ShortcutsSheet  # noqa: PLC0415 - opened now and then

        sheet = ShortcutsSheet(self.theme, self.commands, self, self.page_actions())
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def show_about(self) -> None:
        """Version and licences."""
        from app.ui.shell.about import AboutDialog  # noqa: PLC0415 - opened now and then

        about = AboutDialog(self.theme, self.services.version, self)
        about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about.open()

    # -- work under way -------------------------------------------------------------------------

    def _on_waiting(self, waiting: bool) -> None:
        self.start.set_waiting(waiting=waiting)
        if waiting and self.workspace is None:
            QTimer.singleShot(0, self._load_workspace)

    def _load_workspace(self) -> None:
        from app.ui.pages import load_first  # noqa: PLC0415 - the start screen needs none
        from app.ui.shell import workspace  # noqa: F401, PLC0415 - as above

        load_first()

    def _on_busy(self, busy: bool) -> None:
        self.line.busy(busy=busy)
        if busy:
            QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        else:
            QApplication.restoreOverrideCursor()

    def _on_progress(self, _number: int, done: int, total: int, label: str) -> None:
        self.line.progress(done, total, label)

    # -- frame ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below 1200 pixels the navigation becomes a rail."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self.workspace is not None:
            self.workspace.set_rail(rail=self.width() < self.theme.breakpoint("rail"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take company files and tables."""
        path = dropping.path_of(event.mimeData())
        if path is not None and (path.suffix.lower() == SUFFIX or not self.lock.locked):
            event.acceptProposedAction()
            self.start.set_hot(hot=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went away again."""
        super().dragLeaveEvent(event)
        self.start.set_hot(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped."""
        self.start.set_hot(hot=False)
        path = dropping.path_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def _least_size(self) -> QSize:
        """As designed, but never more than the screen has: at 200 % a small one has 960 by 540."""
        room = self.screen().availableGeometry().size()
        return QSize(*_LEAST).boundedTo(room)

    def _restore(self) -> None:
        stored = self.services.preferences.get("window.geometry")
        if isinstance(stored, str):
            self.restoreGeometry(QByteArray.fromBase64(stored.encode()))

    def may_leave(self) -> bool:
        """Whether nothing typed would be lost; asks where something would."""
        if self.lock.locked:  # what a page has to say would not be seen
            return self.lock.may_leave()
        return all(page.may_leave() for page in (self.workspace.built() if self.workspace else ()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the work under way, close the file, remember the window."""
        if not self.may_leave():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.services.preferences.set("window.geometry", geometry)
        self.runner.cancel_all()
        if not self.runner.finish():
            from app.ui.shell.asking import leave_anyway  # noqa: PLC0415 - asked now and then

            if not leave_anyway(self):
                event.ignore()
                return
        session, self.doors.session = self.doors.session, None
        if session is not None:
            self.runner.always(session.close)
            self.runner.finish()
        self.runner.close(0)
        super().closeEvent(event)
