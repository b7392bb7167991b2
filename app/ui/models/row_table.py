"""Aggregated rows held as a value (a board of up to some 20,000 rows), sorted as an index list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject

from app.ui.models.table_model import Index, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.ports import Control
    from app.ui.models.columns import Column
    from app.ui.tasks import TaskRunner

R = TypeVar("R")
_SORT_HERE = 1500
"""Up to so many rows sorting takes less than a frame and needs no other thread."""
_ROOT = QModelIndex()


def arrange(
    rows: Sequence[R],
    value: Callable[[R], object] | None,
    *,
    descending: bool,
    keep: Callable[[R], bool] | None,
) -> list[int]:
    """Indexes of the rows kept, in order; rows without a value come last either way."""
    kept = [i for i, row in enumerate(rows) if keep is None or keep(row)]
    if value is None:
        return kept
    found: list[Any] = [value(row) for row in rows]
    full = [i for i in kept if found[i] is not None]
    if full and isinstance(found[full[0]], str):
        found = [None if text is None else text.casefold() for text in found]
    full.sort(key=found.__getitem__, reverse=descending)
    return full + [i for i in kept if found[i] is None]


class RowTable(TableModel[R], Generic[R]):
    """A table over rows in memory; ``key`` gives a row's id. Sorting never blocks the window."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        runner: TaskRunner,
        key: Callable[[R], int],
        *,
        checkable: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, checkable=checkable, parent=parent)
        self._runner = runner
        self._key = key
        self._rows: Sequence[R] = ()
        self._coming: Sequence[R] = ()
        self._order: list[int] = []
        self._keep: Callable[[R], bool] | None = None
        self._kept_by: Callable[[R], bool] | None = None

    # -- content --------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[R]:
        """All rows, shown or filtered out."""
        return self._rows

    @property
    def kept_by(self) -> Callable[[R], bool] | None:
        """The filter that the rows on screen have passed; the one set last may still be at work."""
        return self._kept_by

    def shown(self) -> list[R]:
        """The rows that pass the filter, in the order on screen."""
        return [self._rows[i] for i in self._order]

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace all rows; checks of rows that are gone are cleared."""
        self._arrange(rows)

    def rekey(self, key: Callable[[R], int]) -> None:
        """Number rows by another rule, before other rows are set; checks of the old numbers go."""
        self._key = key

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only rows for which ``keep`` holds; it must be free of widgets (it runs elsewhere)."""
        if keep is None and self._keep is None:
            return  # every row is shown as it is
        self._keep = keep
        self.rearrange()

    def rearrange(self) -> None:
        """Sort and filter again: the rows set last, even while they are still being sorted."""
        self._arrange(self._coming)

    def _arrange(self, rows: Sequence[R]) -> None:
        self._coming = rows
        place = self.column_of(self._sort) if self._sort else -1
        value = self._columns[place].value if place >= 0 else None
        descending, keep = self._descending, self._keep

        def work(_control: Control) -> list[int]:
            return arrange(rows, value, descending=descending, keep=keep)

        def done(order: list[int]) -> None:
            self._show(rows, order, keep)

        if len(rows) <= _SORT_HERE:
            self._runner.supersede(f"rows.{id(self)}")
            done(arrange(rows, value, descending=descending, keep=keep))
            return
        self._runner.background(work, done, owner=self, key=f"rows.{id(self)}")

    def _show(self, rows: Sequence[R], order: list[int], keep: Callable[[R], bool] | None) -> None:
        self.beginResetModel()
        self._kept_by = keep
        fresh = rows is not self._rows
        self._rows, self._order = rows, order
        gone = self._checked - {self._key(row) for row in rows} if fresh and self._checked else set()
        self._checked -= gone
        self._state = None
        self.endResetModel()
        if gone:
            self.checks_changed.emit()

    # -- TableModel -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows shown."""
        return 0 if parent.isValid() else len(self._order)

    def rows_at_hand(self) -> int:
        """All of them."""
        return len(self._order)

    def row_at(self, row: int) -> R:
        """The row's value."""
        return self._rows[self._order[row]]

    def id_at(self, row: int) -> int:
        """The row's id."""
        return self._key(self._rows[self._order[row]])

    def ids(self) -> list[int]:
        """Ids of the rows shown, in order."""
        return [self._key(self._rows[i]) for i in self._order]

    def fetch(self, ids: Sequence[int], done: Callable[[Sequence[R]], None]) -> None:
        """Hand over rows at once: they are all here."""
        found = {self._key(row): row for row in self._rows}
        done([found[row_id] for row_id in ids if row_id in found])
