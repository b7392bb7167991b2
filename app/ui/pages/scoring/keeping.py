"""Keeping a scoring as a draft: by itself a moment after each edit, on leaving, and on closing the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.pages.customers.guard import writable

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.changes import ChangeSet
    from app.services.scoring_views import Draft
    from app.ui.context import PageContext

_SAVE_MS = 1500


class Keeping(QObject):
    """``saved`` carries the time at which the draft was kept, "" once there is none."""

    saved = Signal(str)

    def __init__(self, context: PageContext, draft: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._draft = context, draft
        self.at = ""
        self.dirty = False
        self.held = False
        """Nothing is kept while the assessment itself is being stored."""
        self._round = 0
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_MS)
        self._timer.timeout.connect(self.save)

    def touch(self) -> None:
        """Something was typed."""
        self.dirty = True
        if writable(self._context):
            self._timer.start()

    def _due(self) -> Draft | None:
        """What is to be kept, if anything is."""
        self._timer.stop()
        draft = self._draft()
        if draft is None or not self.dirty or self.held or not writable(self._context):
            return None
        self.dirty = False
        return draft

    def save(self) -> None:
        """Keep the draft, and say when."""
        draft, session = self._due(), self._context.company
        if draft is None:
            return
        began = self._round

        def saved(_change: ChangeSet) -> None:
            if began != self._round:
                return  # another scoring is at hand by now
            self.at = f"{session.clock.now().astimezone():%H:%M}"
            self.saved.emit(self.at)

        self._context.runner.database(
            lambda _control: session.scoring.save_draft_assessment(draft),
            saved,
            failed=self._context.notices.error,
            owner=self,
            key="scoring.draft",
        )

    def flush(self) -> None:
        """Keep it even though everything is being closed."""
        draft, session = self._due(), self._context.company
        if draft is not None:
            self._context.runner.always(lambda: session.scoring.save_draft_assessment(draft))

    def drop(self, customer_id: int, *, kept: bool, said: bool = True) -> None:
        """Let the draft go; ``kept`` whether one may lie in the file, ``said`` whether to offer it back."""
        self._timer.stop()
        session, notices = self._context.company, self._context.notices
        if (kept or self.at) and writable(self._context):
            self._context.runner.database(
                lambda _control: session.scoring.drop_draft(customer_id),
                notices.done if said else None,
                failed=notices.error,
                owner=self,
            )
        self.forget()

    def forget(self) -> None:
        """Whatever was kept concerns this page no longer."""
        self._timer.stop()
        self.dirty, self.at = False, ""
        self._round += 1
        self.saved.emit("")
