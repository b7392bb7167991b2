"""Which customer and document of the sample a station shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.services.session import CompanySession


def busiest(session: CompanySession) -> list[int]:
    """Customers by balance, the greatest first."""
    from app.services.customers import CustomerQuery

    return list(session.customers.ids(CustomerQuery(sort="balance", descending=True)))


def document_of(session: CompanySession, kinds: Sequence[str], *, planned: bool = False) -> Any:
    """A document of one of these kinds, open if there is such a one."""
    from app.domain.document import DocumentKind
    from app.services.ledger import DocumentQuery

    wanted = [DocumentKind(kind) for kind in kinds]
    for open_only in (True, False):
        ids = session.ledger.document_ids(DocumentQuery(kinds=wanted, open_only=open_only))
        for each in ids:
            detail = session.ledger.document(each)
            if not planned or detail.instalments:
                return detail
    raise LookupError(kinds)
