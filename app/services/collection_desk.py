"""What the parts of the collection service share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.customer import Customer
from app.domain.document import Document
from app.domain.problem import DomainError

if TYPE_CHECKING:
    from datetime import date

    from app.domain.clock import Clock
    from app.services.collection_views import CollectionReader, ContentStore
    from app.services.document_views import DocumentReader
    from app.services.ledger import LedgerService
    from app.services.ports import Store, UnitOfWork
    from app.services.settings import SettingService


@dataclass(frozen=True, slots=True)
class CollectionDesk:
    """The company file, its readers, and the services beside them."""

    store: Store
    reader: CollectionReader
    documents: DocumentReader
    contents: ContentStore
    ledger: LedgerService
    settings: SettingService
    clock: Clock


class CollectionPart:
    """One part of the collection service: use cases over one desk, one call one change set."""

    def __init__(self, desk: CollectionDesk) -> None:
        self._desk = desk

    def _day(self, as_of: date | None) -> date:
        return as_of or self._desk.clock.today()


def own_document(uow: UnitOfWork, customer_id: int, document_id: int) -> Document:
    """The document, refused where it is another customer's."""
    document = uow.get(Document, document_id)
    if document.customer_id != customer_id:
        customer = uow.get(Customer, customer_id)
        raise DomainError("collection.other_customer", number=document.number, customer=customer.name)
    return document
