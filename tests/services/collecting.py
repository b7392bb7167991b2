"""Books with the collection service over them, for the tests of collecting by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.changes import ChangeSet
from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind
from app.domain.problem import DomainError
from app.services.collection import CollectionService
from app.services.collection_desk import CollectionDesk
from app.services.settings import SettingService
from app.storage.content import SqlContentStore
from app.storage.readers.collection import SqlCollectionReader
from app.storage.readers.documents import SqlDocumentReader
from app.storage.store import SqlStore
from app.storage.undo import redo, undo
from tests.services.books import Books, T, books_on


def day(n: int) -> date:
    return T + timedelta(n)


@dataclass
class Collecting:
    """Books with the collection service over them; ``clock`` stands 100 days after T."""

    books: Books
    service: CollectionService

    def last(self, kind: type[Any]) -> Any:
        return self.books.store.find(kind)[-1]

    def pay(self, amount: int, on: int, invoice: int | None = None, number: str = "") -> int:
        """Enter a receipt, set against an invoice where one is given; its id."""
        row = Document(1, DocumentKind.RECEIPT, number, day(on), "CNY", amount)
        shares = [(invoice, amount)] if invoice else None
        change = self.books.ledger.enter_receipt(row, shares)
        return max(
            each.id
            for each in self.books.store.find(Document, id=list(change.touched["document"]))
            if each.kind is DocumentKind.RECEIPT
        )

    def undoes(self, action: Callable[[], ChangeSet], *kinds: type[Any]) -> ChangeSet:
        """Do, undo, redo: the rows of ``kinds`` and of the ledger must follow exactly."""

        def rows() -> list[Any]:
            return [replace(row, version=0) for kind in kinds for row in self.books.store.find(kind)]

        before = rows()
        change = self.books.undoes(action) if not kinds else action()
        if kinds:
            after = rows()
            assert after != before
            undo(self.books.store)
            assert rows() == before
            redo(self.books.store)
            assert rows() == after
        return change


def refused(code: str) -> pytest.RaisesExc[DomainError]:
    """Expect exactly this code."""
    return pytest.raises(DomainError, match=code.replace(".", r"\.") + "'")


def collecting_on(store: SqlStore, clock: FixedClock) -> Collecting:
    """A company with one customer, who buys on 30 days."""
    books = books_on(store, clock)
    books.customer(terms="net 30")
    service = CollectionService(
        CollectionDesk(
            store=store,
            reader=SqlCollectionReader(store),
            documents=SqlDocumentReader(store),
            contents=SqlContentStore(store),
            ledger=books.ledger,
            settings=SettingService(store),
            clock=clock,
        )
    )
    return Collecting(books, service)
