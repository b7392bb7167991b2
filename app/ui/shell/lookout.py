"""Looks for warnings by itself: after opening, after an import, on a new day; quietly, rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.domain.alert_rules import RuleCode, Warned
    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.tasks import TaskRunner

T = TypeVar("T")
SOON_MS, HOURLY_MS = 2_500, 3_600_000
_BRINGS = ("import.", "bank.", "order.imported", "credit_file.statements")
"""Verbs of what brings many rows in at once."""
_COUNTED = frozenset({"alert", "customer"})
_KEY = "watch.run"


class Lookout(QObject):
    """Every rule is a job of its own on the worker, so that whatever the user asks for gets in between.

    ``counted`` carries how many warnings wait for an answer. A file open for reading only is counted
    and never written to.
    """

    counted = Signal(int)
    paused = False
    """Tests look when they mean to."""

    def __init__(self, session: CompanySession, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._looked_on: date | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._count_soon = QTimer(self, singleShot=True, interval=0)
        self._count_soon.timeout.connect(self.count)
        self._hourly = QTimer(self, interval=HOURLY_MS)
        self._hourly.timeout.connect(self.on_hour)
        if not self.paused:
            self._soon.start()
            self._hourly.start()

    def on_change(self, change: ChangeSet) -> None:
        """Look again once much came in; count again once a warning moved."""
        if change.verb.startswith(_BRINGS) and not self.paused:
            self._soon.start()
        if _COUNTED & change.touched.keys() and not self.paused:
            self._count_soon.start()

    def on_hour(self) -> None:
        """Look when another day has begun."""
        if self._session.clock.today() != self._looked_on:
            self.look()

    def look(self) -> None:
        """Run every rule that is on, one job each, and store what is new."""
        session, day = self._session, self._session.clock.today()
        self._looked_on = day
        if session.read_only:
            self.count()
            return

        def codes(_control: Control) -> tuple[RuleCode, ...]:
            return session.watch.codes_on()

        self._job(codes, lambda found: self._next(list(found), [], day))

    def _next(self, left: list[RuleCode], found: list[Warned], day: date) -> None:
        """The next rule; after the last of them what they found is told."""
        session = self._session
        if not left:
            self._job(lambda _control: session.watch.tell(found, day), lambda _new: self.count())
            return
        code, *rest = left

        def go_on(more: list[Warned]) -> None:
            self._next(rest, [*found, *more], day)

        self._job(lambda _control: session.watch.look(code, day), go_on)

    def count(self) -> None:
        """Count the warnings that wait."""
        session = self._session

        def work(_control: Control) -> int:
            return session.watch.waiting()

        self._job(work, self.counted.emit, key="watch.count")

    def _job(self, work: Callable[[Control], T], done: Callable[[T], None], key: str = _KEY) -> None:
        # What fails here fails quietly: "Check now" says why when the user asks.
        self._runner.database(work, done, failed=lambda _error: None, owner=self, key=key, quiet=True)
