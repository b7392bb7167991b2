"""Documents that a running payment plan is about: they cannot go, nor change their instalments."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.document import Document
from app.domain.payment_plan import PaymentPlan, PlanItem
from app.domain.problem import DomainError
from app.services.ports import UnitOfWork


def require_not_in_plan(uow: UnitOfWork, document_ids: Collection[int]) -> None:
    """Refuse where one of the documents is in a payment plan that was not ended."""
    items = uow.find(PlanItem, document_id=list(document_ids)) if document_ids else []
    if not items:
        return
    plans = {one.id: one for one in uow.find(PaymentPlan, id={item.plan_id for item in items})}
    for item in items:
        plan = plans.get(item.plan_id)
        if plan is not None and plan.closed_on is None:
            number = uow.get(Document, item.document_id).number
            raise DomainError("payment_plan.holds_document", number=number, plan=plan.number)
