"""What befell customers, and when each was last looked at: events, trouble, assessments, reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, or_, select

from app.domain.alert_figures import Outside
from app.domain.alert_history import TROUBLE_OVERDUE, Trouble, TroubleKind
from app.domain.bill import BillEnd
from app.domain.credit_file import EventKind
from app.domain.credit_file_rules import NAMED_ONLY
from app.domain.customer import CustomerStatus
from app.domain.document import DocumentKind
from app.domain.insurer_events import CUTS, OWN_KIND
from app.domain.review import ReviewFacts
from app.domain.scorecard import Grade
from app.domain.write_off import BAD_DEBTS
from app.storage.collect_schema import bill
from app.storage.credit_schema import credit_limit, external_event, grade_override, stored_assessment
from app.storage.engine import days_between, listed
from app.storage.insurance_schema import limit_decision
from app.storage.schema import allocation, customer, document, instalment

_INVOICE = DocumentKind.INVOICE.value
_BAD = sorted(
    kind.value for kind in EventKind if kind not in {EventKind.BANK_REFERENCE, EventKind.INSURER_OPINION}
)
_NAMED = sorted(NAMED_ONLY)
_MATERIAL = 20
"""A rest below a twentieth of the item is no trouble."""


def confirmed_events(connection: Connection, as_of: date, since: date) -> Mapping[int, Sequence[Outside]]:
    """Bad events after ``since`` that are this customer's for sure, not closed by the day."""
    row = external_event.c
    query = (
        select(row.customer_id, row.id, row.kind, row.on)
        .where(
            row.deleted == 0,
            row.kind.in_(_BAD),
            or_(row.kind.not_in(_NAMED), and_(row.identifier != "", row.confirmed_by != "")),
            row.on > since.isoformat(),
            row.on <= as_of.isoformat(),
            or_(row.closed_on.is_(None), row.closed_on > as_of.isoformat()),
        )
        .order_by(row.on, row.id)
    )
    found: dict[int, list[Outside]] = defaultdict(list)
    told = [*connection.execute(query), *connection.execute(_cuts(as_of, since))]
    for customer_id, event_id, kind, on in sorted(told, key=lambda row: (row[3], abs(row[1]))):
        found[customer_id].append(Outside(event_id, kind, date.fromisoformat(on)))
    return found


def _cuts(as_of: date, since: date) -> Select[Any]:
    """Limits that an insurer took away in whole or in part, as events with an id below 0."""
    row = limit_decision.c
    return select(row.customer_id, -row.id, literal(EventKind.INSURER_CUT.value), row.on).where(
        row.deleted == 0,
        row.outcome.in_(sorted(CUTS)),
        row.kind != OWN_KIND,
        row.on > since.isoformat(),
        row.on <= as_of.isoformat(),
    )


# -- trouble --------------------------------------------------------------------------------------


def troubles(connection: Connection, start: date, end: date) -> Iterator[Trouble]:
    """Long overdue, given up, insolvent, bounced; with what is known now."""
    days = start.isoformat(), end.isoformat()
    passed = timedelta(TROUBLE_OVERDUE + 1)
    for query in _long_overdue(start - passed, end - passed):
        for customer_id, due in connection.execute(query):
            yield Trouble(customer_id, TroubleKind.OVERDUE, date.fromisoformat(due) + passed)
    given_up = select(document.c.customer_id, document.c.doc_date).where(
        document.c.deleted == 0,
        document.c.kind == DocumentKind.WRITE_OFF.value,
        document.c.reason.in_(sorted(BAD_DEBTS)),
        document.c.doc_date.between(*days),
    )
    insolvent = select(customer.c.id, customer.c.status_since).where(
        customer.c.deleted == 0,
        customer.c.status == CustomerStatus.INSOLVENT.value,
        customer.c.status_since.between(*days),
    )
    bounced = select(bill.c.customer_id, bill.c.ended_on).where(
        bill.c.deleted == 0, bill.c.ended_how == BillEnd.BOUNCED.value, bill.c.ended_on.between(*days)
    )
    told: tuple[tuple[TroubleKind, Select[Any]], ...] = (
        (TroubleKind.WRITE_OFF, given_up),
        (TroubleKind.INSOLVENCY, insolvent),
        (TroubleKind.BOUNCED_BILL, bounced),
    )
    for kind, query in told:
        for customer_id, on in connection.execute(query):
            yield Trouble(customer_id, kind, date.fromisoformat(on))


def _long_overdue(first: date, last: date) -> Iterator[Select[Any]]:
    """Due days between two days of items still open, in a part that matters, 60 days later."""
    due = func.coalesce(document.c.due_date, document.c.doc_date)
    held = document.c.deleted == 0, document.c.kind == _INVOICE
    yield (
        select(document.c.customer_id, due)
        .where(
            *held,
            document.c.has_plan == 0,
            due.between(first.isoformat(), last.isoformat()),
            _left(document.c.amount, allocation.c.debit_id == document.c.id, due),
        )
        .distinct()
    )
    yield (
        select(document.c.customer_id, instalment.c.due_date)
        .join(instalment, instalment.c.document_id == document.c.id)
        .where(
            *held,
            document.c.has_plan == 1,
            instalment.c.deleted == 0,
            instalment.c.due_date.between(first.isoformat(), last.isoformat()),
            _left(
                instalment.c.amount,
                allocation.c.instalment_id == instalment.c.id,
                instalment.c.due_date,
            ),
        )
        .distinct()
    )


def _left(
    amount: ColumnElement[int], theirs: ColumnElement[bool], due: ColumnElement[Any]
) -> ColumnElement[bool]:
    paid = (
        select(func.coalesce(func.sum(allocation.c.amount), 0))
        .where(theirs, allocation.c.deleted == 0, days_between(due, allocation.c.date) <= TROUBLE_OVERDUE)
        .correlate(document, instalment)
        .scalar_subquery()
    )
    return and_(amount > 0, (amount - paid) * _MATERIAL >= amount)


# -- reviews --------------------------------------------------------------------------------------


def review_facts(
    connection: Connection, as_of: date, owed_since: Mapping[int, str] | None = None
) -> list[ReviewFacts]:
    """Live customers with credit, an assessment or a debt; ``owed_since`` where it is known already."""
    day = as_of.isoformat()
    assessed = {row.customer_id: row for row in connection.execute(_assessments(day))}
    overridden: dict[int, str] = {row[0]: row[1] for row in connection.execute(_overrides(day))}
    limits = {row.customer_id: row for row in connection.execute(_limits(day))}
    owing = owed_since
    if owing is None:
        owing = {row[0]: row[1] for row in connection.execute(_owing(day))}
    events = confirmed_events(connection, as_of, date.min)
    found = []
    for customer_id in sorted(assessed.keys() | limits.keys() | owing.keys()):
        last, limit = assessed.get(customer_id), limits.get(customer_id)
        on = _day(last.as_of) if last else None
        event = next((one for one in events.get(customer_id, ()) if on and one.on > on), None)
        grade = overridden.get(last.id, last.grade) if last else ""
        found.append(
            ReviewFacts(
                customer_id,
                Grade(grade) if grade else None,
                on,
                _earlier(last.valid_until, last.ended_on) if last else None,
                _day(limit.review_on) if limit else None,
                event.on if event else None,
                event.kind if event else "",
                _day(owing.get(customer_id)),
            )
        )
    return found


def first_invoices(
    connection: Connection, customer_ids: Collection[int]
) -> dict[int, tuple[str, str | None]]:
    """The day of the first invoice of each of these, and the day it ceased to be an active customer."""
    active = customer.c.status == CustomerStatus.ACTIVE.value
    ceased = case((active, None), else_=func.coalesce(customer.c.status_since, ""))
    query = (
        select(document.c.customer_id, func.min(document.c.doc_date), ceased)
        .join(customer, customer.c.id == document.c.customer_id)
        .where(
            document.c.deleted == 0,
            document.c.kind == _INVOICE,
            document.c.customer_id.in_(listed(customer_ids)),
            customer.c.deleted == 0,
        )
        .group_by(document.c.customer_id)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def _earlier(*days: str | None) -> date | None:
    return min((date.fromisoformat(day) for day in days if day), default=None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _assessments(day: str) -> Select[Any]:
    """Finished ones up to the day, the latest of each customer last."""
    row = stored_assessment.c
    return (
        select(row.id, row.customer_id, row.grade, row.as_of, row.valid_until, row.ended_on)
        .join(customer, customer.c.id == row.customer_id)
        .where(row.deleted == 0, customer.c.deleted == 0, row.state == "final", row.as_of <= day)
        .order_by(row.as_of, row.id)
    )


def _overrides(day: str) -> Select[Any]:
    row = grade_override.c
    return (
        select(row.assessment_id, row.now)
        .where(row.deleted == 0, row.on <= day, row.expires_on >= day)
        .order_by(row.id)
    )


def _limits(day: str) -> Select[Any]:
    row = credit_limit.c
    return (
        select(row.customer_id, row.review_on)
        .join(customer, customer.c.id == row.customer_id)
        .where(row.deleted == 0, customer.c.deleted == 0, row.start <= day)
        .where(or_(row.end.is_(None), row.end >= day))
        .order_by(row.start, row.id)
    )


def _owing(day: str) -> Select[Any]:
    """The first invoice still open, of active customers."""
    return (
        select(document.c.customer_id, func.min(document.c.doc_date))
        .join(customer, customer.c.id == document.c.customer_id)
        .where(
            document.c.deleted == 0,
            document.c.open != 0,
            document.c.kind == _INVOICE,
            document.c.doc_date <= day,
            customer.c.deleted == 0,
            customer.c.status == CustomerStatus.ACTIVE.value,
        )
        .group_by(document.c.customer_id)
    )
