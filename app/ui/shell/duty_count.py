"""Counts the insurance deadlines that are near, for the navigation; quietly, when nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.ports import Control
    from app.services.session import CompanySession
    from app.ui.tasks import TaskRunner

NEAR = 14
"""Days within which a deadline towards an insurer counts as near."""
_SOON_MS = 3_000
_MOVES = frozenset(
    """insurance_policy limit_decision shipment_stop insurer_notice declaration premium_payment claim
    claim_event document allocation customer external_event""".split()
)


class DutyCount(QObject):
    """``counted`` carries how many have passed or come within two weeks."""

    counted = Signal(int)

    def __init__(
        self, session: CompanySession, runner: TaskRunner, parent: QObject, *, paused: bool = False
    ) -> None:
        super().__init__(parent)
        self._session, self._runner, self._paused = session, runner, paused
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.count)
        if not paused:
            self._soon.start()

    def on_change(self, change: ChangeSet) -> None:
        """Count again once something moved that a deadline rests on."""
        if _MOVES & change.touched.keys() and not self._paused:
            self._soon.start()

    def count(self) -> None:
        """Count them; what fails here fails quietly, the page says why when it is looked at."""
        session = self._session

        def work(_control: Control) -> int:
            today = session.clock.today()
            return sum(item.days_left(today) <= NEAR for item in session.deadlines.duties(today, NEAR))

        self._runner.database(
            work,
            self.counted.emit,
            failed=lambda _error: None,
            owner=self,
            key="insurance.count",
            quiet=True,
        )
