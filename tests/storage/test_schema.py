from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Integer, LargeBinary, Text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from app.storage.collect_mappers import TABLES as COLLECTING
from app.storage.credit_mappers import TABLES as DECIDING
from app.storage.insurance_mappers import TABLES as INSURING
from app.storage.mappers import TABLES, mapper
from app.storage.measure_mappers import TABLES as MEASURING
from app.storage.schema import DERIVED, STAMPS, whole
from app.storage.store import SqlStore

UNLOGGED = {"change", "change_set", "content"}
LEDGER = [table for table in whole().sorted_tables if table.name not in UNLOGGED]
RECORDS = TABLES | COLLECTING | DECIDING | INSURING | MEASURING


def test_every_record_fills_its_whole_table() -> None:
    assert {table.name for table in RECORDS.values()} == {table.name for table in LEDGER}
    for kind, table in RECORDS.items():
        stored = {c.name for c in table.c} - set(STAMPS) - {"id", "deleted"}
        assert stored == (set(mapper(kind).written) | set(DERIVED)) & stored


def test_only_types_that_strict_tables_know() -> None:
    for table in whole().sorted_tables:
        assert {type(column.type) for column in table.c} <= {Integer, Text, LargeBinary}


def test_the_schema_can_be_laid_out_elsewhere() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # ships without types
    for table in whole().sorted_tables:
        text = str(CreateTable(table).compile(dialect=dialect))
        assert "date(" not in text
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


DAYS = [(table.name, column.name) for table in LEDGER for column in table.c if column.info.get("day")]


def test_every_day_is_one_the_calendar_has(store: SqlStore) -> None:
    assert ("allocation", "date") in DAYS
    assert ("rate", "on") in DAYS
    store.raw.execute("PRAGMA foreign_keys = OFF")
    for table, column in DAYS:
        (text,) = store.raw.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        assert f"date(\"{column}\", '+0 days')" in text


@pytest.mark.parametrize("day", ["2025-02-30", "2025-2-3", "20250203", "", "x", "2025-02-03T00:00"])
def test_what_is_no_day_is_refused(store: SqlStore, day: str) -> None:
    row = (date(2025, 2, 3).isoformat(),) * 2
    statement = 'INSERT INTO rate(currency, "on", rate, created_at, changed_at) VALUES ("USD", ?, "1", ?, ?)'
    statement = statement.replace('"USD"', "'USD'").replace('"1"', "'1'")
    store.raw.execute(statement, (row[0], *row))
    with pytest.raises(Exception, match="ck_rate_on_day"):
        store.raw.execute(statement, (day, *row))
