"""Documents that a claim is about: they cannot go while the insurer may ask for them."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.claim_state import ClaimState
from app.domain.document import Document
from app.domain.insurance_record import Claim, ClaimInvoice
from app.domain.problem import DomainError
from app.services.ports import UnitOfWork


def require_not_claimed(uow: UnitOfWork, document_ids: Collection[int]) -> None:
    """Refuse where one of the documents is in a claim that was not withdrawn."""
    rows = uow.find(ClaimInvoice, document_id=list(document_ids)) if document_ids else []
    if not rows:
        return
    claims = {one.id: one for one in uow.find(Claim, id={row.claim_id for row in rows})}
    for row in rows:
        claim = claims.get(row.claim_id)
        if claim is not None and claim.state != ClaimState.WITHDRAWN:
            number = uow.get(Document, row.document_id).number
            raise DomainError("claim.holds_document", number=number, day=claim.opened_on)
