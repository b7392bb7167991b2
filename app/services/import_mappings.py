"""Column maps that served before, kept by header signature in the company file."""

from __future__ import annotations

import json
from decimal import Decimal

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


def from_text(text: str, kind: ImportKind, table: RawTable) -> ColumnMap:
    """The column map for a table: the roles whose titles it has."""
    kept = json.loads(text)
    at = {title: i for i, title in reversed(list(enumerate(_titles(table))))}
    columns = {Role(role): at[title] for role, title in kept.get("columns", {}).items() if title in at}
    orders = {
        at[title]: DateOrder(order) for title, order in kept.get("date_orders", {}).items() if title in at
    }
    return ColumnMap(
        kind,
        columns,
        orders,
        decimal=kept.get("decimal", "."),
        unit=Decimal(kept.get("unit", "1")),
        currency=kept.get("currency", ""),
    )


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
            MappingPreset(str(json.loads(one.mapping).get("name", "")), one.signature, one.kind, one.mapping)
            for one in sorted(self._store.find(RememberedMapping), key=lambda one: -one.id)
        ]
