"""Rows found page by page in a damaged file, matched to their tables; what the change log says decides.

A page tells neither its table nor whether it is still part of one. So a row is taken where its fields are
such as only one incomplete table of the file has and no page of the file is out of use; else only where
the change log holds exactly this row as its latest state. None is ever made up.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

if TYPE_CHECKING:
    from app.services.control import Control
    from app.storage.engine import DriverConnection
    from app.storage.page_graft import PageGraft

_Row = tuple[object, ...]
_LOG = ("change_set", "change")
"""Written once, never changed: any copy of such a row is the row."""
_KINDS: Mapping[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "TEXT": (str,),
    "BLOB": (bytes,),
    "REAL": (float, int),
}
_LATEST = "SELECT after FROM change WHERE table_name = ? AND row_id = ? ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kinds: tuple[type, ...]
    required: bool
    default: object
    is_row_id: bool


class _Shape:
    """What rows of a table look like on a page."""

    def __init__(self, fresh: DriverConnection, name: str) -> None:
        self.name = name
        self.columns = [_column(fresh, told) for told in fresh.execute(f'PRAGMA table_info("{name}")')]
        told = [n for n, one in enumerate(self.columns, 1) if one.required and one.default is None]
        self.least = max((n for n in told if not self.columns[n - 1].is_row_id), default=0)
        """So many fields a row has at least; most tables are told apart by that alone."""
        listed = ", ".join(f'"{one.name}"' for one in self.columns)
        marks = ", ".join("?" * (len(self.columns) + 1))
        self.insert = f'INSERT OR IGNORE INTO "{name}" (rowid, {listed}) VALUES ({marks})'  # noqa: S608 - names out of a schema
        self.stored = f'SELECT {listed} FROM "{name}" WHERE rowid = ?'  # noqa: S608 - as above

    def values(self, row: _Row) -> _Row | None:
        """A row of a page as one of this table; None where it cannot be."""
        if not self.least <= filled(row) <= len(self.columns):
            return None
        values = []
        for column, field in zip(self.columns, row[1 : len(self.columns) + 1], strict=True):
            value = row[0] if column.is_row_id and field is None else field
            if value is None and column.required:
                value = column.default  # a row written before the column was added
            if not (isinstance(value, column.kinds) or (value is None and not column.required)):
                return None
            values.append(value)
        return tuple(values)


def filled(row: _Row) -> int:
    """How many fields of a page's row are there, up to the last that is not empty."""
    return next((n for n in range(len(row) - 1, 0, -1) if row[n] is not None), 0)


def _column(fresh: DriverConnection, told: tuple[object, ...]) -> _Column:
    _at, name, kind, required, default, key = told
    (value,) = fresh.execute(f"SELECT {default}").fetchone() if default is not None else (None,)
    kinds = _KINDS.get(str(kind), (object,))
    if value is not None and str in kinds:
        value = str(value)
    elif value is not None and kinds == (int,):
        value = int(value)
    return _Column(str(name), kinds, bool(required), value, is_row_id=bool(key) and kind == "INTEGER")


class PageRows:
    """Fills tables that are incomplete in ``fresh`` from single pages."""

    def __init__(
        self, graft: PageGraft, fresh: DriverConnection, *, named: Collection[str], none_unused: bool
    ) -> None:
        """``named``: tables the file's own list tells of; ``none_unused``: no page holds what is gone."""
        self._graft, self._fresh = graft, fresh
        self._named, self._none_unused = named, none_unused
        self.doubtful: defaultdict[str, set[object]] = defaultdict(set)
        """Row ids by table that were found and left: they may be gone on purpose."""

    @cached_property
    def _shapes(self) -> list[_Shape]:
        tables = self._fresh.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        return [_Shape(self._fresh, name) for (name,) in tables.fetchall()]

    def fill(self, wanted: Collection[str], control: Control) -> dict[str, int]:
        """Put what is found into the tables that want it, the log's own first; rows by table."""
        gained = dict.fromkeys(wanted, 0)
        log = [name for name in _LOG if name in gained]
        others = [name for name in gained if name not in _LOG]
        for some in (log, others):
            if some:
                self._fill(set(some), gained, control)
        return gained

    def _fill(self, wanted: set[str], gained: dict[str, int], control: Control) -> None:
        self._fresh.execute("BEGIN")
        for _page, rows in self._graft.rows(control):
            shapes: list[_Shape] | None = None
            for row in rows:
                if shapes is None:
                    shapes = self._for_page(row, wanted)
                if not shapes:
                    break
                for shape in shapes:
                    gained[shape.name] += self._taken(shape, row, alone=len(shapes) == 1)
        self._fresh.execute("COMMIT")

    def _for_page(self, first: _Row, wanted: set[str]) -> list[_Shape]:
        """Incomplete tables whose page this may be; none where it is known for a page of another."""
        fitting = [one for one in self._shapes if one.name in wanted and one.values(first) is not None]
        if fitting:
            for shape in self._shapes:
                if shape.name in wanted or (values := shape.values(first)) is None:
                    continue
                if self._stored(shape, first[0]) == values:
                    return []
        return fitting

    def _stored(self, shape: _Shape, row_id: object) -> _Row | None:
        found = self._fresh.execute(shape.stored, (row_id,)).fetchone()
        return tuple(found) if found is not None else None

    def _taken(self, shape: _Shape, row: _Row, *, alone: bool) -> int:
        values = shape.values(row)
        if values is None or self._stored(shape, row[0]) is not None:
            return 0
        if not self._is_its(shape, row[0], values, alone=alone):
            if alone:
                self.doubtful[shape.name].add(row[0])  # a page above shows the rows of those below again
            return 0
        with suppress(driver.IntegrityError, driver.DataError):  # a value no sound row can have
            return max(0, int(self._fresh.execute(shape.insert, (row[0], *values)).rowcount))
        return 0

    def _is_its(self, shape: _Shape, row_id: object, values: _Row, *, alone: bool) -> bool:
        if shape.name in _LOG:
            return alone
        if shape.name == "content":
            digest, _size, data = values
            return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest
        if alone and self._none_unused and shape.name in self._named:
            return True
        told = self._fresh.execute(_LATEST, (shape.name, row_id)).fetchone()
        return told is not None and _agrees(told[0], shape, values)


def _agrees(image: str | None, shape: _Shape, values: _Row) -> bool:
    """Whether a row is what the log holds of it; False where the log says that it is gone."""
    told = _image(image)
    own = {column.name: value for column, value in zip(shape.columns, values, strict=True)}
    return bool(told) and all(own.get(name) == value for name, value in told.items())


def _image(text: str | None) -> dict[str, object]:
    with suppress(ValueError):
        told = json.loads(text or "{}")
        if isinstance(told, dict):
            return told
    return {}
