"""Queries behind the two paged tables: customers of the list, documents of one customer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.services.customers import CustomerQuery, CustomerSort
from app.services.ledger import DocumentQuery, DocumentSort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.customers import CustomerRow, CustomerService
    from app.services.ledger import DocumentRow, LedgerService
    from app.services.ports import Control


@dataclass(frozen=True, slots=True)
class CustomerSource:
    """Customers that fit a query; both methods run on the database worker."""

    service: CustomerService
    query: CustomerQuery

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        """All ids in the order of a column."""
        del control
        by = sort if sort in set(CustomerSort) else CustomerSort.NAME
        return self.service.ids(replace(self.query, sort=by, descending=descending))

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[CustomerRow]:
        """The rows of these ids."""
        del control
        return self.service.rows(ids)


@dataclass(frozen=True, slots=True)
class DocumentSource:
    """Documents that fit a query; both methods run on the database worker."""

    service: LedgerService
    query: DocumentQuery

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        """All ids in the order of a column, the latest first by default."""
        del control
        if sort not in set(DocumentSort):
            return self.service.document_ids(self.query)
        return self.service.document_ids(replace(self.query, sort=sort, descending=descending))

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[DocumentRow]:
        """The rows of these ids."""
        del control
        return self.service.document_rows(ids)
