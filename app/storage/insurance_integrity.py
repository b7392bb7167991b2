"""The laws of insurance records, each one pass in SQL: policies, limits, declarations, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, Table, func, literal, or_, select, union_all

from app.domain.claim_state import LIVE, ClaimState
from app.storage.insurance_schema import (
    claim,
    claim_event,
    claim_invoice,
    declaration,
    insurance_policy,
    insurer_notice,
    limit_decision,
    premium_payment,
    shipment,
    shipment_stop,
)
from app.storage.schema import customer, document

if TYPE_CHECKING:
    from collections.abc import Callable

OWNED = (limit_decision, shipment_stop, insurer_notice, claim)
"""What stands about a customer."""
_UNDER = (limit_decision, shipment_stop, insurer_notice, declaration, premium_payment, claim)
_PRICED = (limit_decision, declaration, claim)


def _under(table: Table, *more: ColumnElement[Any]) -> Select[Any]:
    """Live rows with the number of their policy."""
    return (
        select(table.c.id.label("row_id"), insurance_policy.c.number.label("policy"), *more)
        .join(insurance_policy, insurance_policy.c.id == table.c.policy_id)
        .where(table.c.deleted == 0)
    )


def _what(table: Table) -> ColumnElement[str]:
    return literal(f"record.{table.name}").label("what")


def _binned_policy() -> Select[Any]:
    """Something counts under a policy that is in the bin."""
    parts = [_under(table, _what(table)).where(insurance_policy.c.deleted == 1) for table in _UNDER]
    return select(union_all(*parts).subquery())


def _policy_currency() -> Select[Any]:
    """An amount in another currency than the policy's."""
    ours = insurance_policy.c.currency
    parts = [
        _under(table, table.c.currency.label("theirs"), ours.label("ours"), _what(table)).where(
            table.c.currency != ours
        )
        for table in _PRICED
    ]
    return select(union_all(*parts).subquery())


def _policy_period() -> Select[Any]:
    """A policy that ends before it begins, or was cancelled on a day it did not run."""
    row = insurance_policy.c
    wrong = or_(row.end < row.start, row.ended_on < row.start, row.ended_on > row.end)
    days = (row.number.label("policy"), row.start.label("day"), row.end.label("until"))
    return select(row.id.label("row_id"), *days).where(row.deleted == 0, wrong)


def _declared_twice() -> Select[Any]:
    """Two declarations of one policy share days: their turnover is counted twice."""
    other = declaration.alias("other")
    row = declaration.c
    shared = select(other.c.id).where(
        other.c.deleted == 0,
        other.c.policy_id == row.policy_id,
        other.c.id < row.id,
        other.c.start <= row.end,
        other.c.end >= row.start,
    )
    return _under(declaration, row.start.label("day"), row.end.label("until")).where(shared.exists())


def _shipped_twice() -> Select[Any]:
    """Two rows say how one invoice was shipped."""
    other = shipment.alias("other")
    twin = select(other.c.id).where(
        other.c.deleted == 0, other.c.document_id == shipment.c.document_id, other.c.id < shipment.c.id
    )
    return (
        select(shipment.c.id.label("row_id"), document.c.number)
        .join(document, document.c.id == shipment.c.document_id)
        .where(shipment.c.deleted == 0, twin.exists())
    )


def _claims(*more: ColumnElement[Any]) -> Select[Any]:
    """Live claims with whom they are about."""
    whose = (customer.c.name.label("customer"), claim.c.opened_on.label("day"))
    return (
        select(claim.c.id.label("row_id"), *whose, *more)
        .join(customer, customer.c.id == claim.c.customer_id)
        .where(claim.c.deleted == 0)
    )


def _claim_live_twice() -> Select[Any]:
    """A buyer has two claims going on under one policy."""
    going_on = sorted(each.value for each in LIVE)
    other = claim.alias("other")
    twin = select(other.c.id).where(
        other.c.deleted == 0,
        other.c.policy_id == claim.c.policy_id,
        other.c.customer_id == claim.c.customer_id,
        other.c.state.in_(going_on),
        other.c.id < claim.c.id,
    )
    return _claims().where(claim.c.state.in_(going_on), twin.exists())


def _claim_overpaid() -> Select[Any]:
    """More was paid than the insurer approved."""
    paid = (
        select(func.coalesce(func.sum(claim_event.c.amount), 0))
        .where(
            claim_event.c.claim_id == claim.c.id,
            claim_event.c.deleted == 0,
            claim_event.c.kind == "payment",
        )
        .scalar_subquery()
    )
    approved = func.coalesce(claim.c.approved, 0)
    return _claims(claim.c.currency, paid.label("paid"), approved.label("approved")).where(paid > approved)


def _claim_invoice_gone() -> Select[Any]:
    """An invoice of a claim was deleted, or is another customer's."""
    return (
        _claims(document.c.number)
        .join(claim_invoice, claim_invoice.c.claim_id == claim.c.id)
        .join(document, document.c.id == claim_invoice.c.document_id)
        .where(
            claim.c.state != ClaimState.WITHDRAWN.value,
            claim_invoice.c.deleted == 0,
            or_(document.c.deleted == 1, document.c.customer_id != claim.c.customer_id),
        )
    )


QUERIES: dict[str, tuple[Callable[[], Select[Any]], str]] = {
    "check.binned_policy": (_binned_policy, ""),
    "check.policy_currency": (_policy_currency, ""),
    "check.policy_period": (_policy_period, "insurance_policy"),
    "check.declared_twice": (_declared_twice, "declaration"),
    "check.shipped_twice": (_shipped_twice, "shipment"),
    "check.claim_live_twice": (_claim_live_twice, "claim"),
    "check.claim_overpaid": (_claim_overpaid, "claim"),
    "check.claim_invoice_gone": (_claim_invoice_gone, "claim"),
}
