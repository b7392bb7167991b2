"""What every page is given: the open company's services and the window's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.domain.duty import Duty
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
    desk_wanted = Signal()
    """Somebody else wants to work here, or the asking was switched on or off."""


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
    duty: Duty | None = None
    """Whose duty it is to change what the page shows; None where it is of several."""

    def doing(self, duty: Duty | None) -> PageContext:
        """The same for a page, or a part of one, whose changes are of one duty."""
        return replace(self, duty=duty)

    @property
    def actor(self) -> str:
        """Who works here by name: who sits at the desk, else who is signed in to the computer."""
        return self.company.desk.seat.name or self.app.actor

    @property
    def preferences(self) -> Preferences:
        """The user's own settings on this machine."""
        return self.app.preferences
