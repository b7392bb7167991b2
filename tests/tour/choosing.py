"""Which customer and document of the sample a station shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.domain.document import DocumentKind
from app.services.customers import CustomerQuery
from app.services.document_views import DocumentQuery
from app.services.session import CompanySession


def busiest(session: CompanySession) -> list[int]:
    """Customers by balance, the greatest first."""
    return list(session.customers.ids(CustomerQuery(sort="balance", descending=True)))


def document_of(session: CompanySession, kinds: Sequence[str], *, planned: bool = False) -> Any:
    """A document of one of these kinds, open if there is such a one."""
    wanted = [DocumentKind(kind) for kind in kinds]
    for open_only in (True, False):
        ids = session.ledger.document_ids(DocumentQuery(kinds=wanted, open_only=open_only))
        for each in ids:
            detail = session.ledger.document(each)
            if not planned or detail.instalments:
                return detail
    raise LookupError(kinds)


def document_paid_abroad(session: CompanySession) -> int:
    """An invoice whose payment brought another sum in base currency than was booked."""
    ids = session.ledger.document_ids(DocumentQuery(kinds=[DocumentKind.INVOICE]))
    base = session.company.get().currency
    abroad = (row.id for row in session.ledger.document_rows(ids) if row.currency != base and not row.open)
    return next(
        document_id
        for document_id in abroad
        if any(each.exchange for each in session.ledger.document(document_id).allocations)
    )
