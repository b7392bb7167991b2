"""The chain's fingerprints, entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.domain.chain import ChainEntry, Head
from app.services.proofs import Place
from app.storage.chain import ENTRY
from app.storage.chain_integrity import ChainCheck, spoken, tolerant
from app.storage.engine import listed
from app.storage.schema import change_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.check import Finding
    from app.storage.store import SqlStore


class SqlProofReader:
    """``app.services.proofs.ProofReader`` over an open company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def newest(self) -> int:
        """Number of the newest entry."""
        with self._store.reading() as connection:
            return connection.scalar(select(func.max(change_set.c.id))) or 0

    def first_break(self, up_to: int) -> list[Finding]:
        """The first broken link among the entries up to one; none where they hang together."""
        return ChainCheck(self._store).first_break(up_to)

    def places(self, entries: Sequence[int]) -> list[Place]:
        """Those of the entries that are there, rising."""
        return tolerant(self._store, lambda: self._places(entries))

    def _places(self, entries: Sequence[int]) -> list[Place]:
        query = select(*ENTRY, change_set.c.hash).where(change_set.c.id.in_(listed(entries)))
        with self._store.reading() as connection:
            return [
                Place(Head(row.id, row.at, row.hash), spoken(ChainEntry(*row[: len(ENTRY)]), row.id))
                for row in connection.execute(query.order_by(change_set.c.id))
            ]
