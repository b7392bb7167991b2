"""One transaction: writes rows, logs their images before and after, rebuilds what is derived.

The images are made by the database from the rows themselves, set by set, so that the log cannot
disagree with the tables and a large import pays no Python per row.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from sqlalchemy import (
    BindParameter,
    Connection,
    Dialect,
    Insert,
    Table,
    Update,
    bindparam,
    insert,
    literal_column,
    update,
)

from app.domain.changes import ChangeSet
from app.domain.duties import Seat
from app.storage import log_statements as log
from app.storage.derived import rebuild_open
from app.storage.engine import as_json, listed
from app.storage.mappers import Mapper, R, mapper, table_of
from app.storage.rows import find_rows, get_row, record_error, stamp
from app.storage.schema import DERIVED, metadata

if TYPE_CHECKING:
    from types import TracebackType

    from app.domain.clock import Clock
    from app.services.ports import Record

MANY = 5000
"""Above this number of rows of one table a change set says "many" instead of naming them."""


class SqlUnitOfWork:
    """The store's one writer at a time; see ``app.services.ports.UnitOfWork``."""

    def __init__(
        self, begin: Begin, clock: Clock, actor: str, ended: Ended, seat: SeatAt | None = None
    ) -> None:
        self._begin = begin
        self._seat_at = seat
        self._seat = Seat()
        self._connection: Connection
        self._clock = clock
        self._actor = actor
        self._ended = ended
        self._set_id = 0
        self._created: dict[str, list[range]] = {}
        self._touched: dict[str, set[int]] = {}

    @property
    def connection(self) -> Connection:
        """The transaction's connection, for set-wise statements of storage itself."""
        return self._connection

    @property
    def set_id(self) -> int:
        """The id the change set will have when committed."""
        return self._set_id

    @property
    def stamp(self) -> str:
        """The instant of this unit of work as it stands in the stamps."""
        return stamp(self._clock)

    def __enter__(self) -> Self:
        """Begin."""
        self._connection = self._begin(self)
        try:
            self._connection.begin()
            if self._seat_at is not None:  # before anything is written: nobody seats themselves
                self._seat = self._seat_at(self._connection)
            self._set_id = (self._connection.scalar(log.LATEST) or 0) + 1
            begun = {"id": self._set_id, "at": self.stamp, "actor": self._actor, "verb": ""}
            self._connection.execute(log.BEGINNING, begun)
        except BaseException:
            self._end(None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back unless committed."""
        if self._set_id:
            self._end(None)

    def add(self, value: Record) -> int:
        """Store a new row; its id."""
        return self.add_all([value])[0]

    def add_all(self, values: Sequence[Record]) -> list[int]:
        """Store many new rows of one type fast; their ids in order, contiguous."""
        if not values:
            return []
        rows: Mapper[Any] = mapper(type(values[0]))
        start = self._next_id(rows.table)
        ids = range(start, start + len(values))
        self._created.setdefault(rows.table.name, []).append(ids)
        columns = rows.encoded(values)
        names = list(rows.written)
        for derived in DERIVED:  # a new document is wholly open until something is set against it
            if derived in rows.table.c:
                names.append(derived)
                columns.append(columns[rows.written.index("amount")])
        names += ("id", "created_at", "changed_at", "version")
        now = self.stamp
        cells = zip(*columns, ids, repeat(now), repeat(now), repeat(1))
        self._many(_inserting(rows.table, tuple(names), self._connection.dialect), list(cells))
        return list(ids)

    def _next_id(self, table: Table) -> int:
        # Beyond every id the log knows: an undone row's id must not come back as another row.
        stored, logged = self._connection.execute(log.highest_ids(table)).one()
        return int(max(stored or 0, logged or 0)) + 1

    def _many(self, prepared: Prepared, rows: list[tuple[Any, ...]]) -> None:
        """Run one statement for many rows of values in the order of its names, at driver speed."""
        statement, order = prepared
        if order != tuple(range(len(order))):
            rows = list(map(itemgetter(*order), rows))
        self._connection.exec_driver_sql(statement, rows)

    def replace(self, value: Record) -> None:
        """Write all fields of a stored row; ``record.changed`` if its version moved."""
        self.replace_all([value])

    def replace_all(self, values: Sequence[Record]) -> None:
        """Write many stored rows of one type; all must be unchanged since they were read."""
        if not values:
            return
        rows: Mapper[Any] = mapper(type(values[0]))
        table = rows.table
        self._require_current(table, values)
        self._log_before(table, [value.id for value in values])
        names = (*rows.written, "changed_at", "row")
        cells = zip(*rows.encoded(values), repeat(self.stamp), [value.id for value in values])
        self._many(_replacing(table, names, self._connection.dialect), list(cells))

    def _require_current(self, table: Table, values: Sequence[Record]) -> None:
        stored = self._versions(table, [value.id for value in values])
        for value in values:
            if value.id not in stored:
                raise record_error("record.missing", table.name, value.id)
            # A row this unit of work has written itself is ours; its version moved by our hand.
            if stored[value.id] != value.version and not self._is_ours(table.name, value.id):
                raise record_error("record.changed", table.name, value.id)

    def _versions(self, table: Table, ids: list[int]) -> Mapping[int, int]:
        return dict(self._connection.execute(log.versions(table), {"ids": as_json(ids)}).all())

    def _is_ours(self, table: str, row_id: int) -> bool:
        return row_id in self._touched.get(table, ()) or self._is_new(table, row_id)

    def _is_new(self, table: str, row_id: int) -> bool:
        return any(row_id in ids for ids in self._created.get(table, ()))

    def _log_before(self, table: Table, ids: Iterable[int]) -> None:
        touched = self._touched.setdefault(table.name, set())
        fresh = [i for i in ids if i not in touched and not self._is_new(table.name, i)]
        touched.update(fresh)
        self._connection.execute(log.log_before(table), {"of_set": self._set_id, "ids": as_json(fresh)})

    def remove(self, kind: type[Record], ids: Iterable[int]) -> None:
        """Delete softly: the row goes to the bin."""
        self._flag(table_of(kind), ids, deleted=1)

    def restore(self, kind: type[Record], ids: Iterable[int]) -> None:
        """Bring back from the bin."""
        self._flag(table_of(kind), ids, deleted=0)

    def _flag(self, table: Table, ids: Iterable[int], *, deleted: int) -> None:
        wanted = sorted(set(ids))
        if not wanted:
            return
        self._log_before(table, wanted)
        done = self._connection.execute(
            update(table)
            .where(table.c.id.in_(listed(wanted)), table.c.deleted != deleted)
            .values(deleted=deleted, changed_at=self.stamp, version=table.c.version + 1)
        )
        if done.rowcount != len(wanted):
            raise record_error("record.missing", table.name, wanted[0])

    def part(self) -> JoinedUnit:
        """A unit of work within this one: it writes to the same transaction and leaves the end to this."""
        made = JoinedUnit(self._begin, self._clock, self._actor, self._ended)
        vars(made).update(vars(self))
        return made

    def get(self, kind: type[R], row_id: int) -> R:
        """One live row; ``DomainError("record.missing")`` if there is none."""
        return get_row(self._connection, kind, row_id)

    def find(self, kind: type[R], /, **equals: object) -> list[R]:
        """Live rows whose columns equal the given values, by id; see ``rows.find_rows``."""
        return find_rows(self._connection, kind, **equals)

    def commit(self, verb: str, **params: object) -> ChangeSet:
        """Write the log and end the transaction."""
        return self._commit(verb, params, reversible=True)

    def commit_for_good(self, verb: str, **params: object) -> ChangeSet:
        """Commit something that undo must not touch."""
        return self._commit(verb, params, reversible=False)

    def _commit(self, verb: str, params: Mapping[str, object], *, reversible: bool) -> ChangeSet:
        self._log_after()
        rows = self._connection.scalar(log.COUNTED, {"of_set": self._set_id})
        if not rows:
            self._end(None)
            return ChangeSet(0, verb, params)
        touched = self._touched_rows(rebuild_open(self._connection, self._set_id))
        return self.finish(verb, params, rows=rows, touched=touched, reversible=reversible)

    def finish(
        self,
        verb: str,
        params: Mapping[str, object],
        *,
        rows: int,
        touched: Mapping[str, frozenset[int]],
        reversible: bool = True,
        undoes: int = 0,
    ) -> ChangeSet:
        """Name the set, seal it onto the one before, end the transaction and tell the listeners.

        Every write ends here, so this is where duties and closed months are guarded.
        """
        self._seat.require(verb, params)
        # Late: the first page writes nothing.
        from app.storage.chain import seal  # noqa: PLC0415
        from app.storage.closed_period import require_open  # noqa: PLC0415

        named = {
            "of_set": self._set_id,
            "verb": verb,
            "params": json.dumps(params, ensure_ascii=False, default=str),
            "rows": rows,
            "reversible": int(reversible),
            "undoes": undoes,
        }
        self._connection.execute(log.NAMING, named)
        require_open(self._connection, self._set_id)
        seal(self._connection, self._set_id)
        done = ChangeSet(self._set_id, verb, params, touched, undoes, not reversible)
        self._connection.commit()
        self._end(done)
        return done

    def _log_after(self) -> None:
        for name, touched in self._touched.items():
            if touched:
                self._log_after_touched(_table(name))
        for name, ranges in self._created.items():
            for ids in ranges:
                self._log_created(_table(name), ids)

    def _log_after_touched(self, table: Table) -> None:
        for statement in (log.log_after(table), log.forget_unchanged(table)):
            self._connection.execute(statement, {"of_set": self._set_id})

    def _log_created(self, table: Table, ids: range) -> None:
        span = {"of_set": self._set_id, "first": ids[0], "last": ids[-1]}
        self._connection.execute(log.log_created(table), span)

    def _touched_rows(self, rebuilt: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
        found = {}
        for name in sorted({*self._created, *self._touched, *rebuilt}):
            created = self._created.get(name, [])
            existing = self._touched.get(name, set()) | rebuilt.get(name, set())
            count = sum(map(len, created)) + len(existing)
            named = existing.union(*created) if count <= MANY else ()
            if count:
                found[name] = frozenset(named)
        return found

    def _end(self, done: ChangeSet | None) -> None:
        self._set_id = 0
        self._connection.close()
        self._ended(done)


class JoinedUnit(SqlUnitOfWork):
    """A unit of work within a greater one, which alone begins and commits."""

    def __enter__(self) -> Self:
        """The greater one has begun already."""
        return self

    def __exit__(self, *_: object) -> None:
        """An error goes up to the greater one."""

    def _commit(self, verb: str, params: Mapping[str, object], *, reversible: bool) -> ChangeSet:
        del reversible
        return ChangeSet(0, verb, params)


_GIVEN = "given_"
Prepared: TypeAlias = tuple[str, tuple[int, ...]]
"""A statement's text, and at which place among its names each of its parameters stands."""


@cache
def _inserting(table: Table, names: tuple[str, ...], dialect: Dialect) -> Prepared:
    return _prepared(insert(table).values(_given(names)), names, dialect)


@cache
def _replacing(table: Table, names: tuple[str, ...], dialect: Dialect) -> Prepared:
    statement = (
        update(table)
        .where(table.c.id == bindparam("given_row"))
        .values(_given(names[:-1]))
        .values(version=table.c.version + literal_column("1"))
    )
    return _prepared(statement, names, dialect)


def _prepared(statement: Insert | Update, names: Sequence[str], dialect: Dialect) -> Prepared:
    compiled = statement.compile(dialect=dialect)
    places = (names.index(name.removeprefix(_GIVEN)) for name in compiled.positiontup or ())
    return str(compiled), tuple(places)


def _given(names: Iterable[str]) -> dict[str, BindParameter[Any]]:
    """A parameter for each column; a bare column name is SQLAlchemy's own."""
    return {name: bindparam(f"{_GIVEN}{name}") for name in names}


Begin = Callable[[SqlUnitOfWork], Connection]
Ended = Callable[[ChangeSet | None], None]
SeatAt = Callable[[Connection], Seat]


def _table(name: str) -> Table:
    return metadata.tables[name]  # what was written to has been loaded
