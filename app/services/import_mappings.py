"""Column maps that served before, kept by header signature in the company file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from app.domain.import_plan import MappingPreset
from app.domain.import_records import RememberedMapping
from app.domain.importing import (
    ColumnMap,
    DateOrder,
    ImportKind,
    RawTable,
    Role,
)
from app.services.ports import Store

_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError)
"""What reading a map that somebody wrote into can raise."""


def to_text(table: RawTable, columns: ColumnMap) -> str:
    """A column map as JSON: by column titles, so that a file with its columns moved still fits."""
    titles = dict(enumerate(_titles(table)))
    kept = {
        "name": table.name,
        "columns": {role.value: titles[at] for role, at in columns.columns.items() if at in titles},
        "date_orders": {titles[at]: order for at, order in columns.date_orders.items() if at in titles},
        "decimal": columns.decimal,
        "unit": str(columns.unit),
        "currency": columns.currency,
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def from_text(text: str, kind: ImportKind, table: RawTable) -> ColumnMap | None:
    """The column map for a table: the roles whose titles it has; None where nobody can read it."""
    try:
        return _read(json.loads(text), kind, table)
    except _UNREADABLE:
        return None


def _read(kept: Mapping[str, Any], kind: ImportKind, table: RawTable) -> ColumnMap:
    at = {title: i for i, title in reversed(list(enumerate(_titles(table))))}
    columns = {Role(role): at[title] for role, title in kept.get("columns", {}).items() if title in at}
    orders = {
        at[title]: DateOrder(order) for title, order in kept.get("date_orders", {}).items() if title in at
    }
    return ColumnMap(
        kind,
        columns,
        orders,
        decimal="," if kept.get("decimal") == "," else ".",
        unit=Decimal(str(kept.get("unit", "1"))),
        currency=str(kept.get("currency", "")),
    )


def _name(text: str) -> str:
    try:
        return str(json.loads(text).get("name", ""))
    except _UNREADABLE:
        return ""


def _titles(table: RawTable) -> list[str]:
    """The header's titles, each told from its namesakes by a count: 金额, 金额#2; blank ones by place."""
    seen: dict[str, int] = {}
    found = []
    for place, title in enumerate(table.header):
        name = title.strip() or f"@{place}"
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return found


class Mappings:
    """The remembered column maps of one company file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, table: RawTable, kind: ImportKind) -> ColumnMap | None:
        """What was settled for files with this header; None if nothing was."""
        kept = self._kept(table.signature, kind)
        return from_text(kept.mapping, kind, table) if kept else None

    def _kept(self, signature: str, kind: ImportKind) -> RememberedMapping | None:
        if not signature:
            return None
        found = self._store.find(RememberedMapping, signature=signature, kind=kind)
        return found[-1] if found else None

    def keep(self, table: RawTable, columns: ColumnMap) -> None:
        """Remember it; no edit of the ledger, so undo passes over it."""
        text = to_text(table, columns)
        kept = self._kept(table.signature, columns.kind)
        if not table.signature or self._store.read_only or (kept and kept.mapping == text):
            return
        with self._store.write() as unit:
            if kept:
                unit.remove(RememberedMapping, [kept.id])
            unit.add(RememberedMapping(table.signature, columns.kind, text))
            unit.commit_for_good("import.mapping_kept", source=table.name)

    def presets(self) -> list[MappingPreset]:
        """All remembered maps, the latest first, each named by the file it was made for."""
        return [
            MappingPreset(_name(one.mapping), one.signature, one.kind, one.mapping)
            for one in sorted(self._store.find(RememberedMapping), key=lambda one: -one.id)
        ]
