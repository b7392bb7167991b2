"""Counts what there is to do today, for the navigation, while another page is in view; quietly."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.ui.context import PageContext

_SOON_MS = 2_000
_TODAY = "today"
_SPARED = 20
"""So many times as long as the last count took, the worker is left to what the user asks for."""


class DayCount(QObject):
    """``counted`` carries how many; the Today page counts for itself while it is looked at."""

    counted = Signal(int)

    def __init__(self, context: PageContext, parent: QObject, *, paused: bool = False) -> None:
        super().__init__(parent)
        self._context, self._paused = context, paused
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.count)

    def on_change(self, change: ChangeSet) -> None:
        """Count again once something moved and nothing moves any more."""
        if change.touched and not self._paused and not self._is_seen():
            self._soon.start()

    def _is_seen(self) -> bool:
        place = self._context.navigator.place
        return place is not None and place.key == _TODAY

    def count(self) -> None:
        """Count; what fails here fails quietly, the page says why when it is looked at."""
        if self._is_seen():
            return
        session, begun = self._context.company, monotonic()

        def work(control: Control) -> int:
            return len(session.work.agenda(session.clock.today(), control).items)

        def done(found: int) -> None:
            self._soon.setInterval(max(_SOON_MS, int((monotonic() - begun) * 1000 * _SPARED)))
            self.counted.emit(found)

        self._context.runner.database(
            work, done, failed=lambda _error: None, owner=self, key="today.count", quiet=True
        )
