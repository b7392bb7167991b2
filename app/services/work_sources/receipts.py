"""Money that came and nobody has set against anything: statement lines, and receipts on account."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from app.domain.money import Money
from app.domain.work import WorkItem
from app.services.work_sources.rows import Waiting, WorkReader

KIND = "receipt"
InBase = Callable[[Sequence[Money], date], Money]
"""Amounts of several currencies as one in the base currency."""


class ReceiptSource:
    """One item for lines that wait, one for receipts that are not applied."""

    def __init__(self, reader: WorkReader, in_base: InBase) -> None:
        self._reader = reader
        self._in_base = in_base

    def items(self, as_of: date) -> Iterator[WorkItem]:
        """At most two."""
        lines = self._reader.waiting_lines(as_of)
        if lines.count:
            yield self._item("lines", "match", lines, as_of)
        rest = self._reader.on_account(as_of)
        if rest.count:
            yield self._item("on_account", "allocate", rest, as_of)

    def _item(self, name: str, action: str, waiting: Waiting, as_of: date) -> WorkItem:
        amounts = waiting.amounts
        one = amounts[0] if len(amounts) == 1 else self._in_base(amounts, as_of)
        return WorkItem(
            key=f"{KIND}:{name}:{waiting.newest_id}",
            kind=KIND,
            due=as_of,
            reason=f"work.receipt.{name}",
            params={"n": waiting.count},
            action=action,
            amount=one,
        )
