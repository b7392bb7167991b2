"""Editable tables behind the cards: country risk (0 best to 7) and the outlook of industries.

The shipped values are a start; their source is a code worded in both languages. A company's own row
goes before them, with its source in its own words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.problem import DomainError
from app.services.scoring_views import TableRow

if TYPE_CHECKING:
    from app.domain.changes import ChangeSet
    from app.services.settings import SettingService

OUTLOOKS = ("growing", "stable", "weakening", "distressed")
WORST_CLASS = 7


class TableName(StrEnum):
    """Which table."""

    COUNTRY_RISK = "country_risk"
    INDUSTRY_OUTLOOK = "industry_outlook"


class ScoringTables:
    """Both tables: shipped rows, and the company's own in its settings."""

    def __init__(self, settings: SettingService, shipped: Callable[[TableName], str]) -> None:
        self._settings = settings
        self._text = shipped

    @cached_property
    def _shipped(self) -> Mapping[TableName, Mapping[str, TableRow]]:
        return {name: _read(self._text(name)) for name in TableName}

    def rows(self, table: TableName) -> dict[str, TableRow]:
        """All rows by key, the company's own in place of shipped ones."""
        return dict(sorted({**self._shipped[table], **self._own(table)}.items()))

    def _own(self, table: TableName) -> dict[str, TableRow]:
        stored = self._settings.get(_setting(table), {})
        rows = stored.items() if isinstance(stored, dict) else ()
        return {key: _row(key, given) for key, given in rows if _readable(table, given)}

    def set(self, table: TableName, row: TableRow) -> ChangeSet:
        """Keep a row of the company's own; it needs a source."""
        key = row.key.strip()
        if not _sound(table, row.value) or not key:
            raise DomainError("scoring.table_value", key=key or "–", value=row.value or "–")
        if not row.source.strip():
            raise DomainError("scoring.table_source", key=key)
        own = {each.key: _kept(each) for each in self._own(table).values()}
        own[key] = {"value": row.value, "source": row.source.strip(), "on": row.on.isoformat()}
        return self._settings.set(_setting(table), own)

    def reset(self, table: TableName, key: str | None = None) -> ChangeSet:
        """Back to the shipped row, or (no key) the whole shipped table."""
        if key is None:
            return self._settings.reset(_setting(table))
        own = {each.key: _kept(each) for each in self._own(table).values() if each.key != key}
        return self._settings.set(_setting(table), own)


def _setting(table: TableName) -> str:
    return f"scoring.{table}"


def _kept(row: TableRow) -> dict[str, str]:
    return {"value": row.value, "source": row.source, "on": row.on.isoformat()}


def _row(key: str, given: Mapping[str, str]) -> TableRow:
    return TableRow(key, given["value"], given["source"], date.fromisoformat(given["on"]), own=True)


def _readable(table: TableName, given: object) -> bool:
    """A row that somebody else wrote may be anything."""
    try:
        return isinstance(given, dict) and _sound(table, _row("", given).value)
    except (KeyError, TypeError, ValueError):
        return False


def _sound(table: TableName, value: str) -> bool:
    if table is TableName.INDUSTRY_OUTLOOK:
        return value in OUTLOOKS
    try:
        return 0 <= Decimal(value) <= WORST_CLASS
    except (ArithmeticError, TypeError):
        return False


def _read(text: str) -> dict[str, TableRow]:
    given = json.loads(text)
    source, on = str(given["source"]), date.fromisoformat(given["on"])
    return {key: TableRow(key, value, source, on) for key, value in given["rows"].items()}
