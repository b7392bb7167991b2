"""What is SQLite's own: connecting, PRAGMAs, transactions, JSON images, backup, integrity checks.

One connection serves one open company file and is used from one worker thread at a time; the
driver's own thread check is off because that worker is a pool thread, not the opening one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import (
    Column,
    Connection,
    Dialect,
    Engine,
    LargeBinary,
    Table,
    cast,
    create_engine,
    event,
    func,
    literal,
    select,
    true,
)
from sqlalchemy import text as sql
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.selectable import Select
from sqlalchemy.util import LRUCache

from app.domain.problem import EnvironmentFaultError
from app.storage.cipher import unlock
from app.storage.faults import NOT_A_DATABASE, on_error, translated
from app.storage.schema import APPLICATION_ID, DERIVED, STAMPS

if TYPE_CHECKING:
    from sqlalchemy.engine import ExceptionContext

    from app.domain.file_key import FileKey

BUSY_SECONDS = 5.0
_PAGES_AT_ONCE = 2_000
_PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "cache_size = -65536",
)
_COMPILED: LRUCache[Any, Any] = LRUCache(500)
"""Statements as they were compiled, for all files; SQLAlchemy's own number for one."""
DriverConnection = Any
"""The driver ships no types."""


def uri(path: Path, mode: str) -> str:
    """A file's address for SQLite; ``mode`` as in ``connect``."""
    address = path.absolute().as_uri()
    if not address.startswith("file:///"):  # a UNC share: SQLite takes no host part
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode={mode}"


def connect(path: Path, *, mode: str, key: FileKey | None = None) -> DriverConnection:
    """A raw connection; ``mode`` is "ro", "rw" or "rwc" (only creating uses the last).

    ``file.password_wrong`` where a key does not fit: of a damaged first page nobody can tell the difference.
    """
    with translated(path):
        raw = driver.connect(
            uri(path, mode),
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,  # transactions are begun by us, never by the driver's guess
            check_same_thread=False,
        )
        try:
            if key is not None:
                unlock(raw, key)
            for pragma in _PRAGMAS:
                raw.execute(f"PRAGMA {pragma}").fetchall()
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException as error:
            raw.close()
            if key is not None and getattr(error, "sqlite_errorcode", None) == NOT_A_DATABASE:
                raise EnvironmentFaultError("file.password_wrong", path=str(path), name=path.name) from error
            raise
    return raw


def disconnect(raw: DriverConnection) -> None:
    """End a raw connection and take its empty journal away: one company is one file."""
    with suppress(driver.Error):  # a reader of a read-only place has none to take
        raw.execute("PRAGMA journal_mode = DELETE").fetchall()
    raw.close()


def engine_on(raw: DriverConnection, path: Path, trouble: Callable[[], str | None] = lambda: None) -> Engine:
    """A SQLAlchemy engine over that one connection; faults name ``path``; ``trouble``: see ``on_error``."""
    engine = create_engine("sqlite://", module=driver, creator=lambda: raw, poolclass=StaticPool)
    engine.dialect = _dialect()
    engine.update_execution_options(compiled_cache=_COMPILED, told=on_error(path, trouble))
    event.listen(engine, "begin", _begin)
    return engine


@cache
def _dialect() -> Dialect:
    """The dialect of all files: what one company was asked is not compiled again for the next."""
    engine = create_engine("sqlite://", module=driver, poolclass=StaticPool)
    engine.connect().close()  # the dialect learns what the driver can do
    engine.dispose()
    event.listen(engine, "handle_error", _told)
    return engine.dialect


def _told(context: ExceptionContext) -> BaseException | None:
    """An error in the words of the file it happened on."""
    options = context.connection.get_execution_options() if context.connection is not None else {}
    return options["told"](context) if "told" in options else None


def _begin(connection: Connection) -> None:
    writer = connection.get_execution_options().get("writer", False)
    # IMMEDIATE: a writer that began as a reader may be refused halfway, which nothing can retry.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


@contextmanager
def without_foreign_keys(raw: DriverConnection) -> Iterator[None]:
    """Foreign keys unchecked inside; only settable between transactions, the caller checks itself."""
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


@contextmanager
def lenient_texts(raw: DriverConnection) -> Iterator[None]:
    """Bytes that are no text are read with a mark in their place, not refused."""
    raw.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        yield
    finally:
        raw.text_factory = str


def business_columns(table: Table) -> list[Column[Any]]:
    """The columns that are facts: not the id, not a stamp, not derived."""
    return [c for c in table.columns if c.name != "id" and c.name not in STAMPS + DERIVED]


@cache
def image(table: Table) -> ColumnElement[str]:
    """A row's business columns as one JSON text, always in the order of the schema."""
    pairs: list[Any] = []
    for column in business_columns(table):
        pairs += (sql(f"'{column.name}'"), column)
    return func.json_object(*pairs)


def image_value(image_column: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    """One column's value out of a JSON image."""
    return func.json_extract(image_column, sql(f"'$.{name}'"))


def json_rows(
    columns: Iterable[ColumnElement[Any]], where: ColumnElement[bool], order: ColumnElement[Any]
) -> Select[Any]:
    """Rows as JSON arrays with commas between them, in one value of UTF-8 bytes."""
    rows = select(func.json_array(*columns).label("row")).where(where).order_by(order).subquery("wanted")
    return select(cast(func.group_concat(rows.c.row, ","), LargeBinary))


def days_between(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[Any]:
    """Whole days from one ISO day to another, negative where ``end`` comes first."""
    return func.julianday(end) - func.julianday(start)


def listed(ids: Iterable[object]) -> Select[Any]:
    """Many values as a subquery of one parameter: no limit on their number, one cached statement."""
    return listed_in(literal(as_json(ids)))


def listed_in(text: ColumnElement[Any]) -> Select[Any]:
    """The values of a JSON list as a subquery."""
    values = func.json_each(text).table_valued("value")
    return select(values.c.value)


def as_json(values: Iterable[object]) -> str:
    """Many values as one parameter."""
    return json.dumps(list(values), ensure_ascii=False)


def header(version: int) -> tuple[str, ...]:
    """Statements that write our application id and the schema version into the file's header."""
    return f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {version}"


def stamp_header(connection: Connection, version: int) -> None:
    """Say in the file's header what it is."""
    for statement in header(version):
        connection.exec_driver_sql(statement)


def copy_into(
    source: DriverConnection,
    target: Path,
    step: Callable[[int, int], None] | None = None,
    *,
    key: FileKey | None = None,
) -> None:
    """A complete copy of an open file by SQLite's backup API; ``target`` must not exist.

    ``step`` hears how many pages of how many are done, and stops the copy by raising. ``key`` is the
    source's own: a copy has the same key and salt.
    """

    def told(_status: int, left: int, pages: int) -> None:
        if step is not None:
            step(pages - left, pages)

    with translated(target):
        destination = driver.connect(uri(target, "rwc"), uri=True, isolation_level=None)
        try:
            if key is not None:
                unlock(destination, key)
            source.backup(destination, pages=_PAGES_AT_ONCE if step else -1, progress=told)
        finally:
            destination.close()


def quick_check(raw: DriverConnection) -> list[str]:
    """Structural damage found in a fast pass; empty when sound."""
    return _findings(raw, "quick_check")


def integrity_check(raw: DriverConnection) -> list[str]:
    """Structural damage found in a full pass, indexes included; empty when sound."""
    return _findings(raw, "integrity_check")


def _findings(raw: DriverConnection, pragma: str) -> list[str]:
    rows = [str(row[0]) for row in raw.execute(f"PRAGMA {pragma}(20)")]
    return [] if rows == ["ok"] else rows


def foreign_key_check(raw: DriverConnection) -> list[tuple[str, int, str]]:
    """Rows whose reference leads nowhere: (table, row id, table referred to)."""
    return [(row[0], row[1], row[2]) for row in raw.execute("PRAGMA foreign_key_check")]


def live(table: Table) -> ColumnElement[bool]:
    """Rows not in the bin."""
    return table.c.deleted == 0 if "deleted" in table.c else true()
