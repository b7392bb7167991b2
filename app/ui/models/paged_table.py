"""A table of any length: the ids of a query in order, and a cache of pages read as they are seen."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Signal

from app.ui.models.table_model import Index, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.ports import Control
    from app.ui.models.columns import Column
    from app.ui.tasks import TaskRunner

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
PAGE = 200
_PAGES_KEPT = 60
_ROOT = QModelIndex()


class PageSource(Protocol[R_co]):
    """A query: its ids in an order, and the rows of some ids; both called on the database worker."""

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        """All ids, ordered by the column ``sort`` ("" for the natural order)."""

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[R_co]:
        """The rows of these ids, in the same order."""


class PagedTable(TableModel[R], Generic[R]):
    """Shows ids at once and rows when they arrive; never asks the database on the main thread."""

    loaded = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        runner: TaskRunner,
        source: PageSource[R] | None = None,
        *,
        checkable: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, checkable=checkable, parent=parent)
        self._runner = runner
        self._source = source
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()
        self._stale: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading = -1
        self._generation = 0

    # -- content --------------------------------------------------------------------------------

    def set_source(self, source: PageSource[R]) -> None:
        """Show another query (a changed filter)."""
        self._source = source
        self.rearrange()

    def rearrange(self) -> None:
        """Ask the query for its ids again; the old rows stay until the new order arrives."""
        source, sort, descending = self._source, self._sort, self._descending
        if source is None:
            return

        def work(control: Control) -> Sequence[int]:
            return source.ids(sort, descending=descending, control=control)

        self.loading_changed.emit(True)
        key = f"ids.{id(self)}"
        self._runner.database(work, self._show, failed=self._on_failed, owner=self, key=key)

    def refresh_rows(self) -> None:
        """Rows may have changed while their ids did not: read the visible ones again."""
        self._stale.update(self._pages)
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _show(self, ids: Sequence[int]) -> None:
        self.beginResetModel()
        self._generation += 1
        self._ids = ids
        self._pages.clear()
        self._stale.clear()
        self._wanted.clear()
        self._reading = -1
        gone = self._checked - set(ids) if self._checked else set()
        self._checked -= gone
        self._state = None
        self.endResetModel()
        if gone:
            self.checks_changed.emit()
        self.loading_changed.emit(False)
        self.loaded.emit()

    # -- pages ----------------------------------------------------------------------------------

    def _want(self, page: int) -> None:
        """Queue a page; what was asked for last is read first, since it is on screen now."""
        if page == self._reading:
            return
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        while len(self._wanted) > _PAGES_KEPT // 4:
            self._wanted.popitem(last=False)
        if self._reading < 0:
            self._read_next()

    def _read_next(self) -> None:
        source = self._source
        if not self._wanted or source is None:
            return
        page, _ = self._wanted.popitem()
        self._reading = page
        ids = self._ids[page * PAGE : (page + 1) * PAGE]
        generation = self._generation

        def work(control: Control) -> Sequence[R]:
            return source.rows(ids, control)

        def done(rows: Sequence[R]) -> None:
            if generation == self._generation:
                self._store(page, rows)

        self._runner.database(work, done, failed=self._on_failed, owner=self)

    def _on_failed(self, error: Exception) -> None:
        """Leave the waiting state, then let the window say what happened."""
        self._reading = -1
        self._wanted.clear()
        self.loading_changed.emit(False)
        self._runner.failed.emit(error)

    def _store(self, page: int, rows: Sequence[R]) -> None:
        self._reading = -1
        self._pages[page] = rows
        self._stale.discard(page)
        while len(self._pages) > _PAGES_KEPT:
            old, _ = self._pages.popitem(last=False)
            self._stale.discard(old)
        first = page * PAGE
        last = min(first + PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self._read_next()

    # -- TableModel -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows of the query."""
        return 0 if parent.isValid() else len(self._ids)

    def row_at(self, row: int) -> R | None:
        """The row if its page is here; else None, and the page is asked for."""
        page, place = divmod(row, PAGE)
        rows = self._pages.get(page)
        if rows is None or page in self._stale:
            self._want(page)
        if rows is None or place >= len(rows):
            return None
        return rows[place]

    def id_at(self, row: int) -> int:
        """The row's id."""
        return self._ids[row]

    def ids(self) -> Sequence[int]:
        """Ids of all rows, in order."""
        return self._ids

    def fetch(self, ids: Sequence[int], done: Callable[[Sequence[R]], None]) -> None:
        """Read rows that may not be on screen, for the clipboard."""
        source = self._source
        if source is None:
            return
        self._runner.database(lambda control: source.rows(ids, control), done, owner=self)
