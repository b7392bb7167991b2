"""The change log to read, and the way back and forth through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet, HistoryEntry, RowChange


class ChangeLog(Protocol):
    """The log of one company file; storage fills it."""

    def entries(
        self, limit: int, before_id: int | None, table: str | None, row_id: int | None
    ) -> list[HistoryEntry]:
        """Change sets, the latest first, older than ``before_id``, of one table or one row."""

    def of_customer(self, customer_id: int, limit: int, before_id: int | None) -> list[HistoryEntry]:
        """Change sets that touched a customer, what hangs on it or its documents, the latest first."""

    def changes(self, set_id: int, limit: int) -> list[RowChange]:
        """The first rows a set changed, with their images."""

    def next_undo(self) -> HistoryEntry | None:
        """The action that undo would reverse."""

    def next_redo(self) -> HistoryEntry | None:
        """The action that redo would repeat."""

    def undo(self, set_id: int) -> ChangeSet:
        """Reverse a set; 0 means the latest."""

    def redo(self) -> ChangeSet:
        """Repeat what was reversed last."""


class HistoryService:
    """What happened, who did it, and undoing it. Undo survives closing the file."""

    def __init__(self, log: ChangeLog) -> None:
        self._log = log

    def entries(
        self,
        limit: int = 100,
        before_id: int | None = None,
        table: str | None = None,
        row_id: int | None = None,
    ) -> list[HistoryEntry]:
        """Actions, the latest first; ``before_id`` pages on, ``table`` and ``row_id`` narrow."""
        return self._log.entries(limit, before_id, table, row_id)

    def of_customer(
        self, customer_id: int, limit: int = 100, before_id: int | None = None
    ) -> list[HistoryEntry]:
        """What happened to a customer, its contacts and its documents, the latest first."""
        return self._log.of_customer(customer_id, limit, before_id)

    def changes(self, set_id: int, limit: int = 200) -> list[RowChange]:
        """The rows an action changed, before and after."""
        return self._log.changes(set_id, limit)

    def can_undo(self) -> HistoryEntry | None:
        """The action Ctrl+Z would reverse; None if there is none."""
        return self._log.next_undo()

    def can_redo(self) -> HistoryEntry | None:
        """The action Ctrl+Y would repeat; None if there is none."""
        return self._log.next_redo()

    def undo(self, set_id: int = 0) -> ChangeSet:
        """Reverse the latest action, or the one named; ``undo.conflict`` if it no longer fits."""
        return self._log.undo(set_id)

    def redo(self) -> ChangeSet:
        """Repeat the action reversed last; ``redo.nothing`` once something new was done."""
        return self._log.redo()
