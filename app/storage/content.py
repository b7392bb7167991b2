"""The bytes of attachments, each once under its SHA-256.

Written in the transaction of the attachment's row and never logged; bytes that nothing names any
more stay, so that undo finds them.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import exists, insert, select

from app.domain.problem import DomainError
from app.storage.collect_schema import content

if TYPE_CHECKING:
    from app.storage.store import SqlStore


class SqlContentStore:
    """``app.services.collection_views.ContentStore`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def put(self, data: bytes) -> str:
        """Keep the bytes within the running unit of work; their digest."""
        digest = hashlib.sha256(data).hexdigest()
        with self._store.reading() as connection:
            if not connection.scalar(select(exists().where(content.c.digest == digest))):
                connection.execute(insert(content).values(digest=digest, size=len(data), data=data))
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes; ``DomainError("attachment.lost")`` where they are missing or not what they were."""
        with self._store.reading() as connection:
            found = connection.scalar(select(content.c.data).where(content.c.digest == digest))
        if found is None or hashlib.sha256(found).hexdigest() != digest:
            raise DomainError("attachment.lost")
        return bytes(found)
