"""A column mapping given as JSON: which column of the file feeds which of our fields.

Example: ``{"kind": "invoices", "header_row": 4, "columns": {"number": "Invoice No", "amount": 7},
"date_order": "dmy", "decimal": ",", "unit": "10000", "currency": "EUR"}``. A column is named by its
title or counted from 1; ``null`` leaves the field out. What is not said is found out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.cli.parser import CallError
from app.domain.importing import ColumnMap, DateOrder, ImportKind, RawTable, Role, SourceOptions
from app.domain.money import CURRENCIES

_KEYS = frozenset(
    "kind sheet encoding delimiter header_row header_rows columns date_order decimal unit currency".split()
)
_MOST_HEADER_ROWS = 3
_MOST_ROWS = 1_048_576
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class GivenMapping:
    """What the mapping file says; empty fields are found out."""

    kind: ImportKind | None = None
    options: SourceOptions = field(default_factory=SourceOptions)
    columns: Mapping[Role, str | int | None] = field(default_factory=dict)
    date_order: DateOrder | None = None
    decimal: str = ""
    unit: Decimal | None = None
    currency: str = ""

    def applied(self, guessed: ColumnMap, table: RawTable) -> ColumnMap:
        """The guessed map with everything that was given put over it."""
        chosen = {role: self._column(role, name, table) for role, name in self.columns.items()}
        taken = {column for column in chosen.values() if column is not None}
        columns = {
            role: column
            for role, column in guessed.columns.items()
            if role not in chosen and column not in taken
        }
        columns |= {role: column for role, column in chosen.items() if column is not None}
        orders, ambiguous = guessed.date_orders, guessed.ambiguous
        if self.date_order is not None:
            orders = dict.fromkeys({*orders, *ambiguous}, self.date_order)
            ambiguous = ()
        return replace(
            guessed,
            columns=columns,
            date_orders=orders,
            ambiguous=ambiguous,
            decimal=self.decimal or guessed.decimal,
            unit=self.unit or guessed.unit,
            currency=self.currency or guessed.currency,
        )

    def _column(self, role: Role, name: str | int | None, table: RawTable) -> int | None:
        if name is None:
            return None
        if isinstance(name, int):
            if not 1 <= name <= max(map(len, table.rows), default=0):
                raise CallError("cli.mapping.no_column", role=role.value, column=name)
            return name - 1
        wanted = name.strip().casefold()
        for column, title in enumerate(table.header):
            if title.strip().casefold() == wanted:
                return column
        raise CallError("cli.mapping.no_column", role=role.value, column=name)


def read_mapping(path: Path) -> GivenMapping:
    """The mapping of a JSON file; ``CallError`` says what in it cannot be read."""
    try:
        told = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise CallError("cli.mapping.unreadable", path=path, detail=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise CallError("cli.mapping.not_json", path=path, detail=str(error)) from error
    if not isinstance(told, dict):
        raise CallError("cli.mapping.not_json", path=path, detail="{…}")
    if strange := sorted(set(told) - _KEYS):
        raise CallError("cli.mapping.unknown", key=strange[0], known=", ".join(sorted(_KEYS)))
    return _mapping(told)


def _mapping(told: Mapping[str, object]) -> GivenMapping:
    columns = told.get("columns", {})
    if not isinstance(columns, dict):
        raise CallError("cli.mapping.bad_value", key="columns", value=columns)
    return GivenMapping(
        kind=_one_of(ImportKind, told, "kind"),
        options=SourceOptions(
            sheet=_text(told, "sheet"),
            encoding=_text(told, "encoding"),
            delimiter=_delimiter(told),
            header_row=_number(told, "header_row"),
            header_rows=_number(told, "header_rows", most=_MOST_HEADER_ROWS),
        ),
        columns={_role(key): _reference(key, value) for key, value in columns.items()},
        date_order=_one_of(DateOrder, told, "date_order"),
        decimal=_decimal_mark(told),
        unit=_unit(told),
        currency=_currency(told),
    )


def _one_of(kind: type[Choice], told: Mapping[str, object], key: str) -> Choice | None:
    value = told.get(key)
    if value is None:
        return None
    try:
        return kind(str(value))
    except ValueError as error:
        raise CallError("cli.mapping.bad_value", key=key, value=value) from error


def _role(name: str) -> Role:
    try:
        return Role(name)
    except ValueError as error:
        known = ", ".join(role.value for role in Role)
        raise CallError("cli.mapping.unknown", key=name, known=known) from error


def _reference(key: str, value: object) -> str | int | None:
    if value is None or (isinstance(value, str | int) and not isinstance(value, bool)):
        return value
    raise CallError("cli.mapping.bad_value", key=key, value=value)


def _text(told: Mapping[str, object], key: str) -> str | None:
    value = told.get(key)
    if value is not None and not isinstance(value, str):
        raise CallError("cli.mapping.bad_value", key=key, value=value)
    return value


def _delimiter(told: Mapping[str, object]) -> str | None:
    value = _text(told, "delimiter")
    if value is not None and (len(value) != 1 or value in '"\r\n'):
        raise CallError("cli.mapping.bad_value", key="delimiter", value=value)
    return value


def _currency(told: Mapping[str, object]) -> str:
    code = (_text(told, "currency") or "").strip().upper()
    if code and code not in CURRENCIES:
        raise CallError("cli.mapping.bad_value", key="currency", value=code)
    return code


def _number(told: Mapping[str, object], key: str, most: int = _MOST_ROWS) -> int | None:
    value = told.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        raise CallError("cli.mapping.bad_value", key=key, value=value)
    return value


def _decimal_mark(told: Mapping[str, object]) -> str:
    value = _text(told, "decimal") or ""
    if value not in {"", ".", ","}:
        raise CallError("cli.mapping.bad_value", key="decimal", value=value)
    return value


def _unit(told: Mapping[str, object]) -> Decimal | None:
    value = told.get("unit")
    if value is None:
        return None
    try:
        unit = Decimal(str(value))
    except InvalidOperation as error:
        raise CallError("cli.mapping.bad_value", key="unit", value=value) from error
    if not unit.is_finite() or unit <= 0:
        raise CallError("cli.mapping.bad_value", key="unit", value=value)
    return unit
