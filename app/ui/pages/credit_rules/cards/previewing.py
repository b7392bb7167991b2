"""What the card in view would change: worked out again on the worker a moment after each edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from app.domain.scorecard import Scorecard
    from app.services.ports import Control
    from app.services.scoring_views import CardPreview
    from app.ui.context import PageContext
    from app.ui.pages.credit_rules.cards.drafting import Drafting
    from app.ui.tasks import Task

_AFTER_MS = 600
_KEY = "credit_rules.preview"


class Previewing(QObject):
    """``changed`` says that there is a new answer, that one is being worked out, or that none can be."""

    changed = Signal()
    progressed = Signal(int, int)

    def __init__(self, context: PageContext, drafting: Drafting, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self._drafting = context, drafting
        self.found: CardPreview | None = None
        self.of: Scorecard | None = None
        self.stopped = False
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self.start)
        context.runner.progressed.connect(self._on_progress)

    @property
    def running(self) -> bool:
        """Whether it is being worked out."""
        return self._task is not None

    @property
    def fresh(self) -> bool:
        """Whether the answer is that of the card in view."""
        card = self._drafting.card
        return self.found is not None and self.of is not None and card is not None and _alike(self.of, card)

    def ask(self) -> None:
        """The card was edited: work it out when the typing pauses."""
        self.stopped = False
        self._soon.start()

    def start(self) -> None:
        """Work it out now, unless the card has faults or the answer is there."""
        card, found = self._drafting.card, self._drafting.found
        self._soon.stop()
        if card is None or found is None or self._drafting.errors:
            self.stop()
            self.stopped = False
            self.changed.emit()
            return
        scoring, today = self.context.company.scoring, found.today

        def work(control: Control) -> CardPreview:
            return scoring.preview_card(card, today, control)

        def done(preview: CardPreview) -> None:
            self._task = None
            self.found, self.of = preview, card
            self.changed.emit()

        self.stopped = False
        self._task = self.context.runner.database(
            work, done, failed=self._failed, owner=self, key=_KEY, label="scoring.scoring"
        )
        self.changed.emit()

    def stop(self) -> None:
        """Do not wait for it any longer."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.stopped = True
            self.changed.emit()

    def forget(self) -> None:
        """The ledger or a table moved: the answer is old."""
        self.of = None

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.context.notices.error(error)
        self.changed.emit()

    def _on_progress(self, number: int, done: int, total: int, _label: str) -> None:
        if self._task is not None and self._task.number == number:
            self.progressed.emit(done, total)


def _alike(one: Scorecard, two: Scorecard) -> bool:
    """Whether both score alike; keeping a draft numbers it anew."""
    return replace(one, version=two.version, name=two.name) == two
