"""Due dates at the gate of closed months: what a set did to the schedules of debits of closed days."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, select

from app.domain.closed_period import month_name, way_out
from app.domain.closed_schedule import Schedule, moved_due
from app.domain.document import DEBITS
from app.domain.problem import DomainError
from app.storage.engine import image, listed
from app.storage.schema import allocation, document, instalment

if TYPE_CHECKING:
    from datetime import date

Image = Mapping[str, Any]
Pairs = Mapping[int, tuple[Image | None, Image | None]]
_OWNER = {document: "id", instalment: "document_id", allocation: "debit_id"}


def require_due(connection: Connection, early: Mapping[str, Pairs], through: date) -> None:
    """Refuse other due dates that closed days show: ``DomainError("period.due_closed")``.

    ``early`` are the images before and after, by table and row, of what stands on closed days.
    """
    ids = _concerned(early)
    now = {table.name: _rows(connection, table, owner, ids) for table, owner in _OWNER.items()}
    was = {name: _before(rows, early.get(name, {})) for name, rows in now.items()}
    before, after = _schedules(was), _schedules(now)
    for row_id in sorted(before.keys() & after.keys()):
        day = moved_due(before[row_id], after[row_id], through)
        if day is not None:
            raise DomainError(
                "period.due_closed", number=before[row_id].document["number"] or "–", day=day,
                month=month_name(day), through=through, way=way_out(day),
            )  # fmt: skip


def _concerned(early: Mapping[str, Pairs]) -> set[int]:
    """The documents whose due date, instalments, or allocations to these the set touched."""
    found = set(early.get(document.name, {}))
    for table, owner in ((instalment, "document_id"), (allocation, "debit_id")):
        for pair in early.get(table.name, {}).values():
            found |= {one[owner] for one in pair if one is not None}
    return found


def _rows(connection: Connection, table: Table, owner: str, ids: Iterable[int]) -> dict[int, Image]:
    """The live rows of these documents as images, by id."""
    query = select(table.c.id, image(table)).where(table.c[owner].in_(listed(ids)), table.c.deleted == 0)
    return {row_id: json.loads(text) for row_id, text in connection.execute(query)}


def _before(rows: Mapping[int, Image], changed: Pairs) -> dict[int, Image]:
    """The rows as they were before the set."""
    kept = {row_id: one for row_id, one in rows.items() if row_id not in changed}
    back = {row_id: one for row_id, (one, _) in changed.items() if one is not None and not one["deleted"]}
    return kept | back


def _schedules(rows: Mapping[str, Mapping[int, Image]]) -> dict[int, Schedule]:
    """The schedules of the debits among the documents, by id."""
    parts: dict[int, dict[int, Image]] = defaultdict(dict)
    for row_id, part in rows[instalment.name].items():
        parts[part["document_id"]][row_id] = part
    paid: dict[int, list[Image]] = defaultdict(list)
    for one in rows[allocation.name].values():
        paid[one["debit_id"]].append(one)
    return {
        row_id: Schedule(one, parts[row_id], paid[row_id])
        for row_id, one in rows[document.name].items()
        if one["kind"] in DEBITS
    }
