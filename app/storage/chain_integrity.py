"""Whether the change log still is what was sealed, and every row still what the log last said of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Select, Table, case, exists, func, null, select
from sqlalchemy.exc import OperationalError

from app.domain.chain import START, BreakKind, ChainBreak, ChainEntry, LoggedRow, day_of, fingerprint
from app.services.check import Finding
from app.storage.chain import AT_ONCE, ENTRY
from app.storage.engine import business_columns, image, lenient_texts
from app.storage.schema import STAMPS, change, change_set, whole

if TYPE_CHECKING:
    from app.services.check import Check
    from app.storage.store import SqlStore

T = TypeVar("T")
_MOST = 50
_LABELS = ("number", "name", "value", "currency", "source")
_NOBODY = ChainEntry(0, "", "", "", "{}", 0, 0, 0)


class ChainCheck:
    """The two checks of the log over an open company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def checks(self) -> dict[str, Check]:
        """Every check by its code."""
        return {
            "check.chain": lambda: tolerant(self._store, self._chain),
            "check.outside": lambda: tolerant(self._store, self._outside),
        }

    def first_break(self, up_to: int) -> list[Finding]:
        """The first broken link among the entries up to one; none where they hang together."""
        return tolerant(self._store, lambda: self._chain(1, up_to))

    def _chain(self, most: int = _MOST, up_to: int | None = None) -> list[Finding]:
        with self._store.reading() as connection:
            return [_told(one) for one in islice(breaks(connection, up_to), most)]

    def _outside(self) -> list[Finding]:
        found: list[Finding] = []
        with self._store.reading() as connection:
            for table in whole().sorted_tables:
                if STAMPS[0] in table.c:
                    found += islice(outside(connection, table), _MOST - len(found))
        return found


def tolerant(store: SqlStore, read: Callable[[], T]) -> T:
    """Read again with every text as far as it is one, where somebody has written bytes that are none."""
    try:
        return read()
    except OperationalError:
        with lenient_texts(store.raw):
            return read()


def breaks(connection: Connection, up_to: int | None = None) -> Iterator[ChainBreak]:
    """Every broken link from the first entry on, to the end or ``up_to`` an entry.

    The log is read once, in its own order.
    """
    log = _Logged(connection)
    last, previous = _NOBODY, START
    query = select(*ENTRY, change_set.c.previous, change_set.c.hash).order_by(change_set.c.id)
    for row in connection.execute(query if up_to is None else query.where(change_set.c.id <= up_to)):
        entry = ChainEntry(*row[: len(ENTRY)])
        if log.skipped_to(entry.id):
            yield ChainBreak(BreakKind.STRAY, entry, last.id)
        if entry.id != last.id + 1:
            yield ChainBreak(BreakKind.MISSING, entry, last.id)
        elif row.previous != previous:
            yield ChainBreak(BreakKind.LINK, entry, last.id)
        if fingerprint(row.previous, entry, log.of(entry.id)) != row.hash:
            yield ChainBreak(BreakKind.CHANGED, entry, last.id)
        last, previous = entry, row.hash
    if up_to is None and log.skipped_to(None):
        yield ChainBreak(BreakKind.STRAY, last, last.id)


class _Logged:
    """All logged rows in the order of their ids, handed out entry by entry."""

    def __init__(self, connection: Connection) -> None:
        query = select(
            change.c.set_id, change.c.table_name, change.c.row_id, change.c.before, change.c.after
        ).order_by(change.c.id)
        self._parts = connection.execute(query).partitions(AT_ONCE)
        self._held: Sequence[Any] = ()
        self._at = 0

    def _next(self) -> int | None:
        """To which entry the next row belongs; None at the end."""
        if self._at >= len(self._held):
            self._held, self._at = next(self._parts, ()), 0
        return self._held[self._at][0] if self._held else None

    def skipped_to(self, entry: int | None) -> bool:
        """Pass over rows of entries before this one (None: of any); whether there were any."""
        met = False
        while (owner := self._next()) is not None and (entry is None or owner < entry):
            self._at += 1
            met = True
        return met

    def of(self, entry: int) -> Iterator[list[LoggedRow]]:
        """The rows of an entry, some at a time."""
        while self._next() == entry:
            start, held = self._at, self._held
            end = start
            while end < len(held) and held[end][0] == entry:
                end += 1
            self._at = end
            yield [(row[1], row[2], row[3], row[4]) for row in held[start:end]]


def outside(connection: Connection, table: Table) -> Iterator[Finding]:
    """Rows changed, put in or taken away without the log knowing."""
    asked = _questions(table)
    for row in connection.execute(asked.last):
        was, found = _image(row.after), _image(row.now)
        if was is None or found is None or _differ(table, was, found):
            kind = "gone" if row.now is None else "back" if row.after is None else "changed"
            yield _named(connection, table, kind, row.row_id, found or was or {}, row.set_id)
    for row in connection.execute(asked.between):
        found, was = _image(row.before), _image(row.after)
        if was is None or found is None or _differ(table, was, found):
            yield _named(connection, table, "before", row.row_id, found or was or {}, row.set_id)
    for row in connection.execute(asked.unknown):
        yield _named(connection, table, "added", row.id, _image(row.now) or {}, 0)


class _Questions(NamedTuple):
    """What is asked of a table's rows and of what the log says of them."""

    last: Select[Any]
    between: Select[Any]
    unknown: Select[Any]


@cache
def _questions(table: Table) -> _Questions:
    """Made once: to put them together takes longer than to answer them."""
    logged = exists().where(change.c.table_name == table.name, change.c.row_id == table.c.id)
    unknown = select(table.c.id, image(table).label("now")).where(~logged)
    return _Questions(_otherwise_now(table), _interrupted(table), unknown)


def _otherwise_now(table: Table) -> Select[Any]:
    """Rows that are not as the last entry about them left them."""
    last = (
        select(change.c.row_id, func.max(change.c.id).label("id"))
        .where(change.c.table_name == table.name)
        .group_by(change.c.row_id)
        .subquery()
    )
    now = case((table.c.id.is_not(None), image(table)), else_=null())
    return (
        select(last.c.row_id, change.c.set_id, change.c.after, now.label("now"))
        .select_from(
            last.join(change, change.c.id == last.c.id).outerjoin(table, table.c.id == last.c.row_id)
        )
        .where(change.c.after.is_distinct_from(now))
        .order_by(last.c.row_id)
    )


def _interrupted(table: Table) -> Select[Any]:
    """Rows that an entry found otherwise than the one before had left them."""
    earlier, prior = change.alias("earlier"), change.alias("prior")
    latest = (
        select(func.max(earlier.c.id))
        .where(
            earlier.c.table_name == change.c.table_name,
            earlier.c.row_id == change.c.row_id,
            earlier.c.id < change.c.id,
        )
        .scalar_subquery()
    )
    return (
        select(change.c.row_id, change.c.set_id, change.c.before, prior.c.after)
        .select_from(change.outerjoin(prior, prior.c.id == latest))
        .where(change.c.table_name == table.name, change.c.before.is_distinct_from(prior.c.after))
    )


def _image(text: str | None) -> Mapping[str, Any] | None:
    try:
        told = json.loads(text) if text else None
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _differ(table: Table, was: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether a fact differs; one that older formats did not have stands at its default."""
    return any(now.get(c.name) != was.get(c.name, _default(c)) for c in business_columns(table))


def _default(column: Any) -> object:
    given = column.server_default
    if given is None:
        return None
    text = str(given.arg)
    return int(text) if column.type.python_type is int else text


def _named(
    connection: Connection, table: Table, kind: str, row_id: int, row: Mapping[str, Any], set_id: int
) -> Finding:
    label = next((str(row[name]) for name in _LABELS if row.get(name)), f"#{row_id}")
    params: dict[str, object] = {"what": (f"record.{table.name}", {}), "label": label}
    if set_id:
        entry = connection.execute(select(*ENTRY).where(change_set.c.id == set_id)).one_or_none()
        params |= spoken(ChainEntry(*entry) if entry else _NOBODY, set_id)
    return Finding(f"check.outside_{kind}", params, table.name, row_id)


def _told(broken: ChainBreak) -> Finding:
    params = spoken(broken.entry, broken.entry.id)
    return Finding(
        f"check.chain_{broken.kind}", params | {"before": broken.before}, "change_set", broken.entry.id
    )


def spoken(entry: ChainEntry, number: int) -> dict[str, object]:
    """An entry's number, day and action, whatever somebody may have written into it."""
    return {"entry": number, "day": day_of(entry.at), "action": (entry.verb, _image(entry.params) or {})}
