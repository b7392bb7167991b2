"""Each domain record and its table: which field is which column, and how its value is written.

Rows are encoded column by column, so that a hundred thousand of them cost what the driver costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from types import UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from app.domain.company import Company
from app.domain.customer import (
    Alias,
    Contact,
    Customer,
    CustomerGroup,
    Identifier,
    Region,
    Salesperson,
)
from app.domain.document import Allocation, Dispute, Document, Instalment, Promise, Rate
from app.domain.import_records import RememberedMapping, Snapshot
from app.storage import schema

if TYPE_CHECKING:
    from sqlalchemy import Table

    from app.services.ports import Record

R = TypeVar("R", bound="Record")
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]

TABLES: dict[type[Any], Table] = {
    Company: schema.company,
    Salesperson: schema.salesperson,
    Region: schema.region,
    CustomerGroup: schema.customer_group,
    Customer: schema.customer,
    Contact: schema.contact,
    Identifier: schema.identifier,
    Alias: schema.alias,
    Document: schema.document,
    Instalment: schema.instalment,
    Allocation: schema.allocation,
    Dispute: schema.dispute,
    Promise: schema.promise,
    Rate: schema.rate,
    RememberedMapping: schema.import_mapping,
    Snapshot: schema.snapshot,
}
"""The records that the first page and the ledger need; ``table_of`` finds those of the other rooms too."""


def table_of(kind: type[Any]) -> Table:
    """The table a record type is kept in."""
    found = TABLES.get(kind)
    if found is None:
        # Late: the first page needs none of them.
        from app.storage import (  # noqa: PLC0415
            collect_mappers,
            credit_mappers,
            insurance_mappers,
            measure_mappers,
        )

        rooms = collect_mappers, credit_mappers, insurance_mappers, measure_mappers
        found = next(room.TABLES[kind] for room in rooms if kind in room.TABLES)
    return found


def _limits_text(limits: Sequence[int]) -> str:
    return ",".join(map(str, limits))


def _limits(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


def _codec(hint: Any) -> Codec | None:
    """How a field of that type is written and read; None where the driver's own form serves."""
    if isinstance(hint, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if hint is date:
        return date.isoformat, date.fromisoformat
    if hint is bool:
        return int, bool
    if hint is Decimal:
        return str, Decimal
    if get_origin(hint) is tuple:
        return _limits_text, _limits
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return str.__str__, hint
    return None


@dataclass(frozen=True, slots=True)
class Mapper(Generic[R]):
    """One record type and its table. ``written`` are the columns that the caller's values fill."""

    kind: type[R]
    table: Table
    fields: tuple[str, ...]
    written: tuple[str, ...]
    codecs: Mapping[str, Codec]

    def encoded(self, values: Sequence[R]) -> list[Sequence[object]]:
        """The values as columns, in the order of ``written``."""
        rows = map(attrgetter(*self.written), values)
        return [
            self._column(name, column)
            for name, column in zip(self.written, zip(*rows, strict=True), strict=True)
        ]

    def _column(self, name: str, column: Sequence[object]) -> Sequence[object]:
        codec = self.codecs.get(name)
        if codec is None:
            return column
        write = codec[0]
        return [None if value is None else write(value) for value in column]

    def encode(self, name: str, value: object) -> object:
        """One value as it stands in the column ``name``."""
        codec = self.codecs.get(name)
        if codec is None or value is None or (isinstance(value, str) and not isinstance(value, StrEnum)):
            return value
        return codec[0](value)

    def decode(self, rows: Iterable[Sequence[Any]]) -> list[R]:
        """Records from rows that hold ``fields`` in order."""
        codecs = [(i, self.codecs[name][1]) for i, name in enumerate(self.fields) if name in self.codecs]
        found = []
        for row in rows:
            cells = list(row)
            for i, read in codecs:
                if cells[i] is not None:
                    cells[i] = read(cells[i])
            found.append(self.kind(*cells))
        return found


def _mapper(kind: type[R]) -> Mapper[R]:
    names = tuple(field.name for field in fields(kind))
    hints = get_type_hints(kind)
    codecs = {name: codec for name in names if (codec := _codec(hints[name])) is not None}
    own = {"id", "version", *schema.DERIVED}
    return Mapper(kind, table_of(kind), names, tuple(n for n in names if n not in own), codecs)


_MAPPERS: dict[type[Any], Mapper[Any]] = {}


def mapper(kind: type[R]) -> Mapper[R]:
    """The mapper of a record type; worked out at its first use, for the first page needs few."""
    found = _MAPPERS.get(kind)
    if found is None:
        found = _MAPPERS[kind] = _mapper(kind)
    return found
