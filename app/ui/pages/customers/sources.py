"""Queries behind the two paged tables: customers of the list, documents of one customer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.services.customers import CustomerQuery, CustomerSort
from app.services.ledger import DocumentQuery, DocumentSort
from app.ui.pages.standing import Standing, Standings, read_standings, standing_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.customers import CustomerRow, CustomerService
    from app.services.ledger import DocumentRow, LedgerService
    from app.services.ports import Control
    from app.services.session import CompanySession


class Known:
    """How the customers read so far stand with their credit; filled with each page of rows."""

    def __init__(self, session: CompanySession) -> None:
        self._session = session
        self._standings: Standings = {}

    def read(self, customer_ids: Sequence[int]) -> None:
        """Read a page's; runs on the database worker."""
        today = self._session.clock.today()
        self._standings = self._standings | read_standings(self._session, customer_ids, today)

    def of(self, customer_id: int) -> Standing:
        """What is known of one."""
        return standing_of(self._standings, customer_id)


@dataclass(frozen=True, slots=True)
class CustomerSource:
    """Customers that fit a query; both methods run on the database worker."""

    service: CustomerService
    query: CustomerQuery
    known: Known | None = field(default=None, compare=False)

    def ids(self, sort: str, *, descending: bool, control: Control) -> Sequence[int]:
        """All ids in the order of a column."""
        del control
        by = sort if sort in set(CustomerSort) else CustomerSort.NAME
        return self.service.ids(replace(self.query, sort=by, descending=descending))

    def rows(self, ids: Sequence[int], control: Control) -> Sequence[CustomerRow]:
        """The rows of these ids."""
        del control
        if self.known is not None:
            self.known.read(ids)
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
