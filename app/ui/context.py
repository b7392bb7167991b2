"""What every page is given: the open company's services and the window's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.services.ports import Preferences
    from app.services.session import AppServices, CompanySession
    from app.ui.formats import Formats
    from app.ui.i18n import Language
    from app.ui.navigator import Navigator
    from app.ui.tasks import TaskRunner
    from app.ui.theme import Theme


class Notices(Protocol):
    """How a page tells the user something outside itself."""

    def toast(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, for 8 s; with ``undo`` offer to take it back."""

    def done(self, change: ChangeSet) -> None:
        """Say in words what a change set did and offer to undo it."""

    def error(self, error: Exception) -> None:
        """Say what went wrong: a sentence for the user's faults, a report for the program's."""


class CompanyEvents(QObject):
    """Carries change sets from the database worker to the main thread."""

    changed = Signal(object)
    """A ``ChangeSet`` was committed; pages refresh what it touched."""
    backups_wanted = Signal()
    """A page asks for the backups of the company."""
    protection_wanted = Signal(str)
    """A page asks for the company's password: a part of that dialog, "" for its first."""
    lock_wanted = Signal()
    """A page asks to lock the company."""
    lock_times_changed = Signal()
    """Another idle time was chosen."""
    protection_changed = Signal()
    """The company has another password, or none any more."""
    help_wanted = Signal(str)
    """A page asks for the help on a topic."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """The bundle a page is built with; services run on ``runner.database`` only."""

    app: AppServices
    company: CompanySession
    events: CompanyEvents
    runner: TaskRunner
    theme: Theme
    language: Language
    formats: Formats
    navigator: Navigator
    notices: Notices

    @property
    def preferences(self) -> Preferences:
        """The user's own settings on this machine."""
        return self.app.preferences
