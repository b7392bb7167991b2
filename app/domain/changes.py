"""What one action changed: the unit of undo, of the audit trail and of page refresh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One committed action: ``verb`` with ``params`` says what, ``touched`` which rows by table.

    ``touched`` maps a table name to row ids; an empty set means "many rows of this table".
    ``undoes`` is the set this one reversed (0 for an ordinary edit); one ``for_good`` no undo takes back.
    """

    id: int
    verb: str
    params: Mapping[str, object] = field(default_factory=dict)
    touched: Mapping[str, frozenset[int]] = field(default_factory=dict)
    undoes: int = 0
    for_good: bool = False


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A line of the change log as a reader sees it; ``undone_by`` is 0 while it is in effect."""

    id: int
    at: datetime
    actor: str
    verb: str
    params: Mapping[str, object]
    rows: int
    undoes: int = 0
    undone_by: int = 0
    reversible: bool = True


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row's image before and after; None where it did not exist. Keys are column names."""

    table: str
    row_id: int
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None


class _AnyTable(KeysView[str]):
    """The names of all tables: whichever ones are asked for are among them."""

    def __and__(self, other: Iterable[str]) -> set[str]:
        return set(other)

    def __rand__(self, other: Iterable[T]) -> set[T]:
        return set(other)

    def __sub__(self, _other: object) -> set[str]:
        return {"*"}


class _AllTables(Mapping[str, frozenset[int]]):
    """Many rows of every table there is."""

    def __getitem__(self, _table: str) -> frozenset[int]:
        return frozenset()

    def __iter__(self) -> Iterator[str]:
        return iter(("*",))

    def __len__(self) -> int:
        return 1

    def keys(self) -> KeysView[str]:
        return _AnyTable(self)


EVERYTHING = ChangeSet(0, "", touched=_AllTables())
"""Nothing was committed here, and anything may be different: what is shown is to be read again."""
