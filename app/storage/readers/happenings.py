"""What happened with a customer beside documents, claims and letters: contacts, plans, bills, time limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, String, case, cast, func, literal, select

from app.services.aging import Event
from app.storage.collect_schema import (
    activity,
    bill,
    limitation_event,
    payment_plan,
    plan_item,
)
from app.storage.credit_schema import (
    external_event,
    external_rating,
    financial_statement,
    stored_assessment,
)
from app.storage.insurance_schema import (
    claim,
    claim_event,
    insurance_policy,
    insurer_notice,
    limit_decision,
    shipment_stop,
)
from app.storage.schema import dispute, document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Table


def collected(connection: Connection, customer_id: int, until: date, limit: int) -> list[Event]:
    """The last of each kind up to a day; the caller puts them in order."""
    day = until.isoformat()
    return [
        Event(
            on=date.fromisoformat(row.on),
            kind=row.kind,
            number=row.number,
            amount=row.amount,
            currency=row.currency,
            document_id=row.document_id or 0,
            text=row.text,
            code=row.code,
        )
        for query, happened in _queries(customer_id)
        for row in connection.execute(query.where(happened <= day).order_by(happened.desc()).limit(limit))
    ]


def _of(table: Table, customer_id: int, on: ColumnElement[str], **cells: Any) -> Select[Any]:
    """Rows of a table as events; what a kind has not is empty."""
    plain: dict[str, Any] = {
        "number": literal(""),
        "amount": literal(0),
        "currency": literal(""),
        "document_id": literal(0),
        "text": literal(""),
        "code": literal(""),
    }
    columns = [cell.label(name) for name, cell in (plain | cells).items()]
    return select(on.label("on"), *columns).where(table.c.customer_id == customer_id, table.c.deleted == 0)


def _queries(customer_id: int) -> Iterator[tuple[Select[Any], ColumnElement[str]]]:
    yield (
        _of(
            activity,
            customer_id,
            activity.c.on,
            kind="activity." + activity.c.kind,
            document_id=activity.c.document_id,
            text=activity.c.note,
            code=activity.c.result,
        ),
        activity.c.on,
    )
    total = (
        select(func.coalesce(func.sum(plan_item.c.amount), 0))
        .where(plan_item.c.plan_id == payment_plan.c.id, plan_item.c.deleted == 0)
        .scalar_subquery()
    )
    for kind, on in (
        ("payment_plan", payment_plan.c.agreed_on),
        ("payment_plan.signed", payment_plan.c.signed_on),
    ):
        about = {"number": payment_plan.c.number, "amount": total, "currency": payment_plan.c.currency}
        yield _of(payment_plan, customer_id, on, kind=literal(kind), **about), on
    about = {"number": bill.c.number, "amount": bill.c.amount, "currency": bill.c.currency}
    yield _of(bill, customer_id, bill.c.received_on, kind=literal("bill"), **about), bill.c.received_on
    ended = _of(bill, customer_id, bill.c.ended_on, kind="bill." + bill.c.ended_how, **about)
    yield ended.where(bill.c.ended_how != ""), bill.c.ended_on
    yield (
        _of(
            limitation_event,
            customer_id,
            limitation_event.c.on,
            kind=literal("limitation"),
            document_id=limitation_event.c.document_id,
            text=limitation_event.c.proof,
            code=limitation_event.c.kind,
        ),
        limitation_event.c.on,
    )
    yield _resolved(customer_id), dispute.c.closed_on
    yield from _filed(customer_id)
    yield from _claimed(customer_id)
    yield from _limited(customer_id)
    yield from _notified(customer_id)


def _filed(customer_id: int) -> Iterator[tuple[Select[Any], ColumnElement[str]]]:
    """What the credit file holds: events, ratings, statements on the day they came, assessments."""
    yield (
        _of(
            external_event,
            customer_id,
            external_event.c.on,
            kind="external." + external_event.c.kind,
            number=external_event.c.value,
            text=external_event.c.note,
        ),
        external_event.c.on,
    )
    rated = external_rating.c.provider + " " + external_rating.c.value
    yield (
        _of(
            external_rating,
            customer_id,
            external_rating.c.on,
            kind=literal("external_rating"),
            number=rated,
            text=external_rating.c.note,
        ),
        external_rating.c.on,
    )
    came = func.coalesce(financial_statement.c.received_on, financial_statement.c.period_end)
    kept: dict[str, Any] = {"number": financial_statement.c.period_end, "text": financial_statement.c.note}
    yield _of(financial_statement, customer_id, came, kind=literal("financial_statement"), **kept), came
    made = stored_assessment.c
    scored = _of(
        stored_assessment,
        customer_id,
        made.as_of,
        kind=literal("assessed"),
        number=made.grade,
        text=made.note,
    )
    yield scored.where(made.state == "final"), made.as_of


def _resolved(customer_id: int) -> Select[Any]:
    """Disputes on the day they ended."""
    return (
        select(
            dispute.c.closed_on.label("on"),
            literal("dispute.resolved").label("kind"),
            document.c.number,
            func.coalesce(dispute.c.amount, document.c.amount).label("amount"),
            document.c.currency,
            document.c.id.label("document_id"),
            literal("").label("text"),
            dispute.c.outcome.label("code"),
        )
        .join(document, document.c.id == dispute.c.document_id)
        .where(document.c.customer_id == customer_id, document.c.deleted == 0, dispute.c.deleted == 0)
    )


def _claimed(customer_id: int) -> Iterator[tuple[Select[Any], ColumnElement[str]]]:
    """Insurance claims: when they were opened, and everything that happened to them."""
    ours = insurance_policy.c.number + "-" + cast(claim.c.id, String)
    number = case((claim.c.reference != "", claim.c.reference), else_=ours)
    shared = {"number": number, "currency": claim.c.currency}
    opened = _of(claim, customer_id, claim.c.opened_on, kind=literal("claim.opened"), **shared)
    yield opened.join(insurance_policy, insurance_policy.c.id == claim.c.policy_id), claim.c.opened_on
    happened = claim_event.c
    consent = case((happened.kind == "consent", "consent." + happened.state), else_=happened.kind)
    told = _of(
        claim,
        customer_id,
        happened.on,
        kind="claim." + consent,
        amount=happened.amount,
        document_id=func.coalesce(happened.document_id, 0),
        text=happened.reason,
        code=case((happened.kind == "state", happened.state), else_=""),
        **shared,
    )
    joined = told.join(insurance_policy, insurance_policy.c.id == claim.c.policy_id).join(
        claim_event, happened.claim_id == claim.c.id
    )
    yield joined.where(happened.deleted == 0), happened.on


def _limited(customer_id: int) -> Iterator[tuple[Select[Any], ColumnElement[str]]]:
    """What the insurer decided about the buyer's limit, and stops of shipments it brought."""
    made = limit_decision.c
    decided = _of(
        limit_decision,
        customer_id,
        made.on,
        kind="buyer_limit." + made.outcome,
        number=insurance_policy.c.number,
        amount=func.coalesce(made.amount, made.requested, 0),
        currency=made.currency,
        text=made.conditions,
    )
    yield decided.join(insurance_policy, insurance_policy.c.id == made.policy_id), made.on
    for kind, on in (("set", shipment_stop.c.start), ("lifted", shipment_stop.c.lifted)):
        about = {"number": insurance_policy.c.number, "text": shipment_stop.c.note}
        stopped = _of(shipment_stop, customer_id, on, kind=literal(f"shipment_stop.{kind}"), **about)
        yield stopped.join(insurance_policy, insurance_policy.c.id == shipment_stop.c.policy_id), on


def _notified(customer_id: int) -> Iterator[tuple[Select[Any], ColumnElement[str]]]:
    """Notices to the insurer on the day they were sent, and what it answered."""
    sent = insurer_notice.c
    about: dict[str, Any] = {
        "number": case((sent.reference != "", sent.reference), else_=insurance_policy.c.number),
        "amount": sent.amount,
        "currency": sent.currency,
    }
    told = (("notice." + sent.kind, sent.sent_on), ("notice_reply." + sent.reply, sent.replied_on))
    for kind, on in told:
        made = _of(insurer_notice, customer_id, on, kind=kind, **about)
        yield made.join(insurance_policy, insurance_policy.c.id == sent.policy_id).where(on.is_not(None)), on
