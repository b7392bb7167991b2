"""The services by hand on a fresh file, and a picture of its tables to compare before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from app.adapters.pinyin import initials
from app.domain.calendar import WeekendsOnly
from app.domain.changes import ChangeSet
from app.domain.clock import FixedClock
from app.domain.customer import Customer
from app.domain.document import Document, DocumentKind
from app.services.customers import CustomerService
from app.services.ledger import LedgerService
from app.storage.credit_schema import metadata
from app.storage.readers.customers import SqlCustomerReader
from app.storage.readers.documents import SqlDocumentReader
from app.storage.schema import DERIVED, STAMPS
from app.storage.store import SqlStore
from app.storage.undo import redo, undo

T = date(2025, 6, 1)


@dataclass
class Books:
    """One open file with its services by hand."""

    store: SqlStore
    customers: CustomerService
    ledger: LedgerService

    def customer(self, name: str = "苏州恒岳贸易有限公司", **fields: Any) -> int:
        change = self.customers.create(Customer(name, **fields))
        return min(change.touched["customer"])

    def document(self, change: ChangeSet) -> int:
        return max(change.touched["document"])

    def enter(
        self,
        customer_id: int,
        amount: int,
        number: str = "F1",
        kind: DocumentKind = DocumentKind.INVOICE,
        day: int = 0,
        **fields: Any,
    ) -> int:
        """Enter a document dated ``day`` days after T; its id."""
        fields.setdefault("currency", "CNY")
        document = Document(customer_id, kind, number, T + timedelta(day), amount=amount, **fields)
        before = {row.id for row in self.store.find(Document)}
        self.ledger.enter(document)
        return next(row.id for row in self.store.find(Document) if row.id not in before)

    def open(self, document_id: int) -> int:
        return self.store.get(Document, document_id).open

    def picture(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of what is worked on as it stands, stamps aside."""
        found = {}
        with self.store.reading() as connection:
            for table in (one for one in metadata.sorted_tables if "version" in one.c):
                columns = [c for c in table.c if c.name not in STAMPS or c.name in DERIVED]
                rows = connection.execute(select(*columns).order_by(table.c.id))
                found[table.name] = [tuple(row) for row in rows]
        return found

    def undoes(self, action: Callable[[], ChangeSet]) -> ChangeSet:
        """Do something, undo it, redo it: the tables must follow exactly."""
        before = self.picture()
        change = action()
        after = self.picture()
        assert after != before
        undo(self.store)
        assert self.picture() == before
        redo(self.store)
        assert self.picture() == after
        return change


def books_on(store: SqlStore, clock: FixedClock) -> Books:
    return Books(
        store,
        CustomerService(store, SqlCustomerReader(store), clock, initials),
        LedgerService(store, SqlDocumentReader(store), clock, WeekendsOnly()),
    )
