"""What is to do on a day, from whoever has work to give; what the user said of it is kept as marks.

A source (``WorkSource``) is all that a kind of work needs: it gives items, the list orders them. No
source knows another, and the list knows none by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.problem import DomainError
from app.domain.work import WorkItem, WorkMark
from app.services.control import CancelledError, Control, Silent

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.forecast import Forecast, ForecastService
    from app.services.kpis import Kpi, KpiService
    from app.services.ports import Store

DONE, POSTPONED = "done", "postponed"
DATA = "data"
"""The kind that says how old the figures are: a message above the list, not a line of it."""


class WorkSource(Protocol):
    """Gives one kind of work."""

    def items(self, as_of: date) -> Iterable[WorkItem]:
        """What is to do on the day or soon after, in any order."""


class Worth(Protocol):
    """What amounts in other currencies weigh against each other."""

    def in_base(self, items: Iterable[WorkItem], as_of: date) -> Mapping[str, int]:
        """Amounts in minor units of the base currency by the items' keys; 0 without one or a rate."""


@dataclass(frozen=True, slots=True)
class WorkList:
    """The list of a day: ``items`` to do in order, how many are ``postponed``, and the ``next`` of those.

    ``data`` says that the figures are old, where they are.
    """

    as_of: date
    items: tuple[WorkItem, ...]
    postponed: int = 0
    next: WorkItem | None = None
    data: WorkItem | None = None

    def counts(self) -> dict[str, int]:
        """How many items there are of each kind."""
        found: dict[str, int] = {}
        for item in self.items:
            found[item.kind] = found.get(item.kind, 0) + 1
        return found


class WorkService:
    """Gathers work from its sources, and remembers what was done or put off."""

    def __init__(
        self,
        store: Store,
        sources: Sequence[WorkSource],
        worth: Worth,
        kpis: KpiService,
        forecasts: ForecastService,
    ) -> None:
        self._store = store
        self._sources = tuple(sources)
        self._worth = worth
        self._kpis = kpis
        self._forecasts = forecasts

    def agenda(self, as_of: date, control: Control | None = None) -> WorkList:
        """The work of a day: by deadline, then by money times weight, the greater first.

        What was done is gone for as long as its key is the same; what was put off comes back on its day.
        """
        found = self._found(as_of, control or Silent())
        marks = {mark.key: mark for mark in self._store.find(WorkMark)}
        todo: list[WorkItem] = []
        later: list[WorkItem] = []
        for item in found:
            mark = marks.get(item.key)
            if mark is None:
                todo.append(item)
            elif mark.state == POSTPONED and mark.until is not None:
                moved = replace(item, due=max(item.due, mark.until))
                (later if mark.until > as_of else todo).append(moved)
        data = next((item for item in todo if item.kind == DATA), None)
        lines = [item for item in todo if item.kind != DATA]
        worth = self._worth.in_base((*lines, *later), as_of)
        lines.sort(key=lambda item: (item.due, -worth[item.key] * max(item.weight, 1), item.key))
        later.sort(key=lambda item: (item.due, -worth[item.key], item.key))
        return WorkList(as_of, tuple(lines), len(later), later[0] if later else None, data)

    def items(self, as_of: date, control: Control | None = None) -> tuple[WorkItem, ...]:
        """The work of a day in order, without what says how old the figures are."""
        return self.agenda(as_of, control).items

    def _found(self, as_of: date, control: Control) -> list[WorkItem]:
        found: list[WorkItem] = []
        for place, source in enumerate(self._sources):
            if control.cancelled():
                raise CancelledError
            control.progress(place, len(self._sources), "work.gathering")
            found.extend(source.items(as_of))
        return found

    # -- what the user says ---------------------------------------------------------------------

    def postpone(self, key: str, on: date, until: date, note: str = "") -> ChangeSet:
        """Put an item off, said on the day ``on``, until a later one."""
        if until <= on:
            raise DomainError("work.postponed_into_past", until=until)
        return self._mark(WorkMark(key, POSTPONED, on, until, note))

    def done(self, key: str, on: date, note: str = "") -> ChangeSet:
        """An item is done; it comes back only when what it is about changes (its key is another then)."""
        return self._mark(WorkMark(key, DONE, on, note=note))

    def reopen(self, key: str) -> ChangeSet:
        """Forget what was said of an item."""
        with self._store.write() as unit:
            unit.remove(WorkMark, [mark.id for mark in unit.find(WorkMark, key=key)])
            return unit.commit("work.reopened", key=key)

    def _mark(self, mark: WorkMark) -> ChangeSet:
        with self._store.write() as unit:
            before = unit.find(WorkMark, key=mark.key)
            if before:
                unit.replace(replace(mark, id=before[0].id, version=before[0].version))
            else:
                unit.add(mark)
            if mark.until is None:
                return unit.commit("work.done", key=mark.key)
            return unit.commit("work.postponed", key=mark.key, until=mark.until.isoformat())

    # -- the figures beside the list --------------------------------------------------------------

    def kpis(self, as_of: date, control: Control | None = None) -> tuple[Kpi, ...]:
        """The four key figures with their last twelve month ends."""
        return self._kpis.tiles(as_of, control or Silent())

    def forecast(self, as_of: date, control: Control | None = None) -> Forecast:
        """What will probably come in the next eight weeks."""
        return self._forecasts.forecast(as_of, control or Silent())

    def set_target(self, key: str, value: str) -> ChangeSet:
        """The company's own target of a key figure, "" for none; see ``KpiService.set_target``."""
        return self._kpis.set_target(key, value)
