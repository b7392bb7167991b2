"""Locking a protected company: out of sight and out of reach until its password is typed again.

Pages and open dialogs are taken out of the window as they are and come back as they were; jobs go on,
and what they have to say waits. The file stays open: whoever has the machine has more than the window.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QToolTip

from app.ui.shell.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from app.services.control import Control
    from app.services.session import CompanySession
    from app.ui.shell.lock_page import LockPage
    from app.ui.shell.main_window import MainWindow

MINUTES, MINIMISED, ASK = "lock.minutes", "lock.minimised", "lock.ask"
"""Preferences: idle minutes (0 never), locking a minimised window, files last left locked."""
CHOICES, STANDARD = (1, 5, 10, 15, 30, 60, 0), 15
_MINUTE_MS, _MOST_ASKED = 60_000, 50
_HEARD = "holdfastIdle"
_STAYS = frozenset({"new", "open", "sample", "close", "quit", "shortcuts", "about"})
"""Commands that need nothing of the company that is locked."""

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class CompanyLock(QObject):
    """Locks by command, after idle minutes, or when the window is minimised.

    ``changed`` tells that it locked or opened. Only a file with a password can be locked.
    """

    changed = Signal(bool)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: LockPage | None = None
        self.protected = False
        self._aside: Aside | None = None
        self._later: list[Callable[[], object]] = []
        self._touched, self._seen = 0.0, 0.0
        self._listening = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)

    @property
    def locked(self) -> bool:
        """Whether the company is out of sight."""
        return self.page is not None

    def can_lock(self) -> bool:
        """Whether there is a company with a password in sight."""
        return self.protected and not self.locked and self._window.doors.session is not None

    # -- the company ----------------------------------------------------------------------------

    def follow(self, session: CompanySession) -> None:
        """A company was opened: learn whether it has a password."""
        self.protected = False

        files = self._window.services.files

        def work(_control: Control) -> bool:
            return files.is_protected(session.path)

        def found(protected: bool) -> None:
            if self._window.doors.session is session:
                self.set_protected(protected=protected)

        self._window.runner.database(work, found, failed=lambda _error: None, owner=self, quiet=True)

    def set_protected(self, *, protected: bool) -> None:
        """The company has a password now, or none any more."""
        self.protected = protected
        self._window.commands.refresh()
        self.restart()

    def leave(self) -> None:
        """The company was closed: what was taken out of sight goes with it."""
        self.protected = False
        self._timer.stop()
        if self.locked:
            self._open(deliver=False)

    def show_protection(self, part: str = "") -> None:
        """The password of the open company, and its recovery sheet."""
        if self._window.has_backups() and not self.locked:
            from app.ui.shell.protecting import show_protection  # noqa: PLC0415 - opened now and then

            show_protection(self._window, part)

    # -- idle -----------------------------------------------------------------------------------

    @property
    def minutes(self) -> int:
        """Idle minutes after which it locks; 0 never."""
        stored = self._window.services.preferences.get(MINUTES, STANDARD)
        return stored if isinstance(stored, int) and stored in CHOICES else STANDARD

    def restart(self) -> None:
        """Count the idle time anew: something was done, or the choice changed."""
        self._touch()
        if self.can_lock() and self.minutes:
            self._listen(QGuiApplication.focusWindow())
            self._timer.start(self.minutes * _MINUTE_MS)
        else:
            self._timer.stop()

    def _on_time(self) -> None:
        """The time is over, counted from the last touch: a move of the mouse must cost next to nothing."""
        left = self._left_ms()
        if left > 0:
            self._timer.start(left)
        else:
            self.lock()

    def _listen(self, found: QWindow | None) -> None:
        """Hear keys and mouse of every window of ours that gets the keyboard."""
        if not self._listening:
            self._listening = True
            QGuiApplication.instance().focusWindowChanged.connect(self._listen)  # type: ignore[union-attr]  # there is one
        for one in (found, self._window.windowHandle()):
            if one is not None and not one.property(_HEARD):
                one.setProperty(_HEARD, True)
                one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A key or the mouse: somebody is here; after too long a rest it locks before it acts."""
        if event.type() not in _ACTS:
            return False
        if self._timer.isActive() and self._left_ms() <= 0:
            self.lock()
            return True
        self._touch()
        return False

    def _touch(self) -> None:
        self._touched, self._seen = time.monotonic(), time.time()

    def _left_ms(self) -> int:
        """Until it locks. Both clocks count: one stands still while a computer sleeps, one is set back."""
        rested = max(time.monotonic() - self._touched, time.time() - self._seen)
        return self.minutes * _MINUTE_MS - round(rested * 1000)

    def on_minimised(self) -> None:
        """The window was minimised: lock it where the user wants that."""
        if self._window.services.preferences.get(MINIMISED) is True:
            self.lock()

    # -- locking --------------------------------------------------------------------------------

    def lock(self) -> None:
        """Take the company out of sight."""
        window, session = self._window, self._window.doors.session
        if not self.can_lock() or session is None or window.workspace is None:
            return
        from app.ui.shell.lock_page import LockPage  # noqa: PLC0415 - most companies are never locked
        from app.ui.shell.unlocking import left_for  # noqa: PLC0415 - as above

        self._timer.stop()
        QToolTip.hideText()
        window.runner.hold(self._passes)
        self._aside = Aside(window)
        self.page = LockPage(window.theme, session.path.name, partial(left_for, session.path))
        self.page.submitted.connect(self._try)
        self.page.closed.connect(window.close_company)
        self._hide_company(self.page, self._aside.place)
        window.commands.limit(_STAYS)
        self._ask_next_time(str(session.path), ask=True)
        self.changed.emit(True)

    def _passes(self, owner: QObject | None) -> bool:
        return owner in (self, self._window.doors, self._window.unlocking)

    def later(self, run: Callable[[], object]) -> None:
        """Do this once it is unlocked."""
        self._later.append(run)

    def _try(self, secret: str) -> None:
        session = self._window.doors.session
        if session is None:
            return
        # Not on the database worker: a long import must not keep its owner out.
        self._window.runner.background(
            lambda _control: session.protection.fits(secret),
            self._answered,
            failed=self._failed,
            owner=self,
        )

    def _answered(self, fits: bool) -> None:
        session = self._window.doors.session
        if session is None or self.page is None:
            return
        from app.ui.shell.unlocking import tried, wrong_secret  # noqa: PLC0415 - loaded with the page

        tried(session.path, right=fits)
        if fits:
            self.page.form.accept()
            self._ask_next_time(str(session.path), ask=False)
            self._open(deliver=True)
        else:
            self.page.form.refuse(wrong_secret())

    def _failed(self, error: Exception) -> None:
        from app.ui.faults import sentence  # noqa: PLC0415 - nothing fails before the first paint

        if self.page is not None:
            self.page.form.refuse(sentence(error, self._window.formats.lang))

    def _open(self, *, deliver: bool) -> None:
        """Bring everything back, or let go of it where the company is closed."""
        page, self.page = self.page, None
        aside, self._aside = self._aside, None
        later, self._later = self._later, []
        self._window.commands.limit(None)
        if page is not None:
            self._show_company(page, again=deliver)
        if aside is not None:
            aside.bring_back() if deliver else aside.drop()
        if page is not None:
            page.deleteLater()
        self._window.runner.release(deliver=deliver)
        self.changed.emit(False)
        if deliver:
            for run in later:
                run()
            self.restart()

    def _hide_company(self, page: LockPage, place: QWidget) -> None:
        window = self._window
        stack = cast("QStackedWidget", window.centralWidget())
        if window.workspace is not None:
            stack.removeWidget(window.workspace)
            window.workspace.setParent(place)
        stack.addWidget(page)
        stack.setCurrentWidget(page)
        if window.help.panel is not None and window.help.is_open:
            window.help.panel.close_panel()
        window.line.blank()
        window.statusBar().hide()
        window.toast.mute(muted=True)
        window.retranslate()

    def _show_company(self, page: LockPage, *, again: bool) -> None:
        window = self._window
        stack = cast("QStackedWidget", window.centralWidget())
        stack.removeWidget(page)
        window.toast.mute(muted=False, drop=not again)
        if window.workspace is not None and again:
            stack.addWidget(window.workspace)
            stack.setCurrentWidget(window.workspace)
            window.workspace.set_rail(rail=window.width() < window.theme.breakpoint("rail"))
            window.statusBar().show()
            if (shown := window.page) is not None:
                window.line.follow(shown)
        window.retranslate()

    def may_leave(self) -> bool:
        """Whether the company may be closed while it is locked; asks where a form would be lost."""
        if self._aside is None:
            return True
        pages = self._window.workspace.built() if self._window.workspace is not None else []
        forms = [getattr(one, "typed", False) for one in self._aside.dialogs]
        if not any([*forms, *(page.unsaved for page in pages)]):
            return True
        from app.ui.shell.asking import leave_locked  # noqa: PLC0415 - asked now and then

        return leave_locked(self._window)

    # -- a file left locked ---------------------------------------------------------------------

    def wants_password(self, path: str) -> bool:
        """Whether a remembered key will not do: locked now, or left locked when it was last open."""
        return self.locked or path in self._asked()

    def unlocked(self, path: str) -> None:
        """Its password was typed."""
        self._ask_next_time(path, ask=False)

    def _asked(self) -> list[str]:
        stored = self._window.services.preferences.get(ASK, [])
        return [str(one) for one in stored] if isinstance(stored, list) else []

    def _ask_next_time(self, path: str, *, ask: bool) -> None:
        others = [one for one in self._asked() if one != path]
        kept = [path, *others][:_MOST_ASKED] if ask else others
        if kept != self._asked():
            self._window.services.preferences.set(ASK, kept)
