"""What the window tells the user: what was done, and what went wrong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.domain.problem import DomainError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.services.session import CompanySession
    from app.ui.shell.main_window import MainWindow

_NOTHING = frozenset({"undo.nothing", "redo.nothing"})
"""Said in passing: nothing went wrong."""


class WindowNotices(QObject):
    """Toasts, message strips, and the report of a fault of our own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, for 8 s; with ``undo`` offer to take it back."""
        self._window.toast.say(text, undo)

    def done(self, change: ChangeSet) -> None:
        """Say in words what a change set did and offer to undo it."""
        from app.ui import faults  # noqa: PLC0415 - nothing is done before the first paint

        window = self._window
        text = faults.action(change.verb, change.params, window.formats.lang)
        session = window.doors.session
        if window.workspace is not None and window.workspace.message.tone == "danger":
            window.workspace.message.hide()

        def undo() -> None:
            if session is not None:
                window.runner.database(
                    lambda _control: session.history.undo(change.id), self.done, owner=window
                )

        window.toast.say(text, None if change.undoes or change.for_good else undo)

    def error(self, error: Exception) -> None:
        """Say what went wrong: a sentence for the user's faults, a report for the program's."""
        from app.ui import faults  # noqa: PLC0415 - nothing goes wrong before the first paint

        window = self._window
        if isinstance(error, DomainError) and error.code in _NOTHING:
            window.toast.say(faults.sentence(error, window.formats.lang))
            return
        if window.lock.locked:
            self._error_while_locked(error)
            return
        if faults.is_ours(error):
            if any(one.isVisible() for one in window.findChildren(faults.FaultDialog)):
                return  # one at a time: a fault in painting would come again with every paint
            dialog = faults.FaultDialog(window.theme, error, window.services.version, window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
            return
        if window.workspace is not None and window.file_watch.heed(error):
            return
        strip = window.workspace.message if window.workspace is not None else window.start.message
        strip.say("danger", faults.sentence(error, window.formats.lang))

    def _error_while_locked(self, error: Exception) -> None:
        """What concerns opening another file is said on the lock; a report may hold more than that."""
        from app.ui import faults  # noqa: PLC0415 - as above

        lock = self._window.lock
        if lock.page is None or faults.is_ours(error):
            lock.later(partial(self.error, error))
        else:
            lock.page.message.say("danger", faults.sentence(error, self._window.formats.lang))

    def say_read_only(self, session: CompanySession) -> None:
        """The file is open for reading only; who has it, where known, and trying again."""
        window = self._window
        if window.workspace is None:
            return
        if (home := window.doors.came_from) is not None:
            text = self.tr("This is a backup. You can read it but not change it.")
            back = (self.tr("Back to the company"), lambda: window.doors.open(home))
            window.workspace.message.say("info", text, actions=[back], closable=False)
            return
        text = self.tr("This file can be read but not changed.")
        holder, when = session.holder, ""
        if holder is not None:
            since = window.formats.moment(holder.since) if holder.since else ""
            text = self.tr("{user} on {host} has this file open{since}. You can read it but not change it.")
            when = self.tr(" since {time}").format(time=since) if since else ""
            text = text.format(user=holder.user, host=holder.host, since=when)
        actions = [(self.tr("Try again"), lambda: window.doors.open(session.path))]
        if holder is None:
            actions.append((self.tr("Save a copy…"), window.save_copy))
        if holder is not None and holder.left_behind:
            text = self.tr(
                "{user} on {host} has not closed this file{since}, as far as the synchronised folder tells. "
                "Close it there and let the synchronisation end: what two computers enter at once cannot "
                "be brought together. Until then you can read it."
            ).format(user=holder.user, host=holder.host, since=when)
            anyway = partial(window.doors.open, session.path, anyway=True)
            actions.append((self.tr("Edit here anyway"), anyway))
        window.workspace.message.say("warn", text, actions=actions)

    def retranslate(self) -> None:
        """Say in the language in force what stands as long as the file is open."""
        window, session = self._window, self._window.doors.session
        shown = window.workspace.message if window.workspace is not None else None
        if session is not None and session.read_only and shown is not None and not shown.isHidden():
            self.say_read_only(session)
