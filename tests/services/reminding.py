"""The reminder service on any day over one file, with the services beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app import resources
from app.domain.calendar import WeekendsOnly
from app.domain.clock import FixedClock
from app.domain.document import Document, DocumentKind
from app.domain.letter import Channel
from app.services.collection import CollectionService
from app.services.collection_desk import CollectionDesk
from app.services.dunning import DunningService, Neighbours
from app.services.settings import SettingService
from app.storage.content import SqlContentStore
from app.storage.readers.collection import SqlCollectionReader
from app.storage.readers.documents import SqlDocumentReader
from app.storage.readers.dunning import SqlDunningReader
from app.storage.store import SqlStore
from tests.services.books import Books, T, books_on


def day(n: int) -> date:
    return T + timedelta(n)


@dataclass
class Reminding:
    """Books whose reminders are looked at day by day; ``at(n)`` is ``n`` days after T."""

    store: SqlStore
    books: Books

    def collection(self, n: int) -> CollectionService:
        return CollectionService(
            CollectionDesk(
                store=self.store,
                reader=SqlCollectionReader(self.store),
                documents=SqlDocumentReader(self.store),
                contents=SqlContentStore(self.store),
                ledger=self.books.ledger,
                settings=SettingService(self.store),
                clock=FixedClock(day(n)),
            )
        )

    def at(self, n: int) -> DunningService:
        collection = self.collection(n)
        beside = Neighbours(
            agreements=lambda: collection,
            words=lambda ids: {one: (f"主题 {one}", f"正文 {one}") for one in ids},
            attach=collection.attach_within,
            settings=SettingService(self.store),
            shipped_policies=lambda: resources.path("policies.json").read_text("utf-8"),
            shipped_periods=lambda: resources.path("limitation.json").read_text("utf-8"),
        )
        return DunningService(
            self.store, SqlDunningReader(self.store), FixedClock(day(n)), WeekendsOnly(), beside
        )

    def invoice(self, amount: int = 10_000, due: int = 0, number: str = "F1", **fields: Any) -> int:
        """An invoice of customer 1 dated T, due ``due`` days after it."""
        return self.books.enter(1, amount, number, due_date=day(due), **fields)

    def pay(self, amount: int, n: int, invoice: int | None = None) -> None:
        row = Document(1, DocumentKind.RECEIPT, "", day(n), "CNY", amount)
        self.books.ledger.enter_receipt(row, [(invoice, amount)] if invoice else None)

    def drafted(self, n: int) -> tuple[int, ...]:
        """Make the run of a day; the ids of its drafts."""
        service = self.at(n)
        return service.draft(service.preview(day(n))).letter_ids

    def sent(self, n: int, **fields: Any) -> tuple[int, ...]:
        """Make the run of a day and send all of it."""
        ids = self.drafted(n)
        self.at(n).mark_sent(ids, day(n), Channel.LETTER, **fields)
        return ids

    def levels(self, n: int) -> dict[str, int]:
        """The level of each invoice in the run of a day."""
        letters = self.at(n).preview(day(n)).letters
        return {line.number: line.level for letter in letters for line in letter.lines}

    def reasons(self, n: int) -> list[str]:
        """Why the rest is not written about."""
        return [item.reason.code for item in self.at(n).preview(day(n)).skipped]


def reminding_on(store: SqlStore) -> Reminding:
    """Books with one customer, ready to be reminded."""
    books = books_on(store, FixedClock(day(0)))
    books.customer(terms="net 30", email="pay@example.com")
    return Reminding(store, books)
