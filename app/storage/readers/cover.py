"""The queries behind cover: what is open, when it was shipped, and what was told to the insurer by a day."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select, union

from app.domain.claim_state import FROZEN, ClaimState
from app.domain.document import DocumentKind, Rate
from app.domain.indemnity import Used
from app.domain.insurance_record import FEES, Declaration, InsurerNotice, ShipmentStop
from app.domain.set_off import OnAccount
from app.services.cover_views import OpenInvoice, PaidLate
from app.storage.engine import listed
from app.storage.insurance_schema import (
    claim,
    claim_event,
    declaration,
    insurer_notice,
    premium_payment,
    shipment,
    shipment_stop,
)
from app.storage.mappers import mapper
from app.storage.readers.claims import in_dispute
from app.storage.readers.opened import kept_on, open_on
from app.storage.schema import allocation, company, customer, dispute, document, rate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select

    from app.storage.mappers import R
    from app.storage.store import SqlStore

_INVOICE = DocumentKind.INVOICE.value
_ACCEPTING = frozenset({ClaimState.APPROVED.value, ClaimState.PARTIAL.value})
_AFTER_PAYMENT = frozenset({ClaimState.PAID.value, ClaimState.RECOVERY.value, ClaimState.CLOSED.value})


class SqlCoverReader:
    """``app.services.cover_views.CoverReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def invoices(self, as_of: date, customer_ids: Collection[int] | None) -> list[OpenInvoice]:
        """Invoices open on the day, by customer, shipment and id."""
        day = as_of.isoformat()
        with self._store.reading() as connection:
            return _open_invoices(connection, day, customer_ids)

    def on_account(self, as_of: date, customer_ids: Collection[int] | None) -> list[OnAccount]:
        """Receipts, credit notes and refunds of the day or before that stood open on it."""
        day = as_of.isoformat()
        with self._store.reading() as connection:
            query = _on_account(day, customer_ids, kept=kept_on(connection, day))
            return [
                OnAccount(row_id, owner, kind, number, date.fromisoformat(on), currency, left, original)
                for row_id, owner, kind, number, on, currency, left, original in (
                    connection.execute(query).all()
                )
            ]

    def paid_late(
        self, extension: int, since: date, as_of: date, customer_ids: Collection[int] | None
    ) -> list[PaidLate]:
        """Invoices settled between ``since`` and ``as_of``, more than ``extension`` days after due."""
        due = func.coalesce(document.c.due_date, document.c.doc_date)
        settled = func.max(allocation.c.date)
        query = (
            select(document.c.customer_id, due.label("due"), settled.label("settled"))
            .join(allocation, allocation.c.debit_id == document.c.id)
            .where(
                document.c.kind == _INVOICE,
                document.c.deleted == 0,
                allocation.c.deleted == 0,
                allocation.c.date <= as_of.isoformat(),
                func.date(due, f"+{extension} days") < as_of.isoformat(),
                *_of(document.c.customer_id, customer_ids),
            )
            .group_by(document.c.id)
            .having(
                func.sum(allocation.c.amount) >= document.c.amount,
                settled >= since.isoformat(),
                settled > func.date(due, f"+{extension} days"),
            )
        )
        with self._store.reading() as connection:
            return [
                PaidLate(owner, date.fromisoformat(due_on), date.fromisoformat(paid_on))
                for owner, due_on, paid_on in connection.execute(query).all()
            ]

    def rates(self) -> list[Rate]:
        """All dated rates, by currency and day."""
        return self._all(Rate, _records(Rate).where(rate.c.deleted == 0).order_by(rate.c.currency, rate.c.on))

    def base(self) -> str:
        """The company's own currency."""
        with self._store.reading() as connection:
            return connection.scalar(select(company.c.currency)) or ""

    def stops(self, as_of: date) -> list[ShipmentStop]:
        """Stops that began by the day."""
        query = _records(ShipmentStop).where(
            shipment_stop.c.deleted == 0, shipment_stop.c.start <= as_of.isoformat()
        )
        return self._all(ShipmentStop, query)

    def notices(self, as_of: date) -> list[InsurerNotice]:
        """Notices sent by the day."""
        query = _records(InsurerNotice).where(
            insurer_notice.c.deleted == 0, insurer_notice.c.sent_on <= as_of.isoformat()
        )
        return self._all(InsurerNotice, query)

    def declarations(self, as_of: date) -> list[Declaration]:
        """Declarations made by the day."""
        query = _records(Declaration).where(
            declaration.c.deleted == 0, declaration.c.declared_on <= as_of.isoformat()
        )
        return self._all(Declaration, query)

    def used(self, policy_id: int, as_of: date, without: int = 0) -> Used:
        """What claims of a policy (``without`` one) consumed by the day, and the premium paid."""
        day = as_of.isoformat()
        paid = select(func.coalesce(func.sum(premium_payment.c.amount), 0)).where(
            premium_payment.c.policy_id == policy_id,
            premium_payment.c.deleted == 0,
            premium_payment.c.on <= day,
            premium_payment.c.kind.not_in(sorted(FEES)),
        )
        money = (
            select(claim_event.c.claim_id, claim_event.c.kind, claim_event.c.state, claim_event.c.amount)
            .join(claim, claim.c.id == claim_event.c.claim_id)
            .where(
                claim.c.policy_id == policy_id,
                claim.c.id != without,
                claim.c.deleted == 0,
                claim_event.c.deleted == 0,
                claim_event.c.kind.in_(("payment", "state", "objection")),
                claim_event.c.on <= day,
            )
            .order_by(claim_event.c.on, claim_event.c.id)
        )
        traces = select(claim.c.trace, func.coalesce(_state_on(day), claim.c.state).label("state")).where(
            claim.c.policy_id == policy_id,
            claim.c.id != without,
            claim.c.deleted == 0,
            claim.c.trace != "",
            claim.c.filed_on <= day,
        )
        consuming = {each.value for each in FROZEN} - {"declined"}
        with self._store.reading() as connection:
            rows = connection.execute(traces).all()
            consumed = sum(_first_loss(text) for text, state in rows if state in consuming)
            owed = _liability(connection.execute(money).all())
            return Used(consumed, owed, connection.scalar(paid) or 0)

    def names(self, customer_ids: Collection[int]) -> dict[int, str]:
        """Customers' names."""
        query = select(customer.c.id, customer.c.name).where(customer.c.id.in_(listed(customer_ids)))
        with self._store.reading() as connection:
            return dict(connection.execute(query).all())

    def _all(self, kind: type[R], query: Select[Any]) -> list[R]:
        with self._store.reading() as connection:
            return mapper(kind).decode(connection.execute(query))


def _open_invoices(
    connection: Connection, day: str, customer_ids: Collection[int] | None
) -> list[OpenInvoice]:
    """The rows in order; what is contested of an invoice is summed beforehand."""
    known: dict[str, date] = {}

    def as_day(text: str) -> date:
        """A day of the ledger; there are far fewer of them than invoices."""
        found = known.get(text)
        if found is None:
            found = known[text] = date.fromisoformat(text)
        return found

    query = _open_query(day, customer_ids, kept=kept_on(connection, day))
    return [
        OpenInvoice(
            row_id,
            number,
            owner,
            as_day(sent),
            as_day(issued),
            as_day(due),
            currency,
            amount,
            rest,
            rest if whole else min(rest, part),
            vat,
            *facts,
        )
        for row_id, number, owner, sent, issued, due, currency, amount, rest, part, whole, vat, *facts in (
            connection.execute(query).all()
        )
    ]


def _open_query(day: str, customer_ids: Collection[int] | None, *, kept: bool) -> Select[Any]:
    left = open_on(day, kept=kept)
    contested = (
        select(
            dispute.c.document_id,
            func.sum(dispute.c.amount).label("part"),
            func.max(case((dispute.c.amount.is_(None), 1), else_=0)).label("whole"),
        )
        .where(*in_dispute(day))
        .group_by(dispute.c.document_id)
        .subquery()
    )
    facts = select(shipment).where(shipment.c.deleted == 0).subquery()
    shipped = func.coalesce(facts.c.shipped_on, document.c.doc_date)
    return (
        select(
            document.c.id,
            document.c.number,
            document.c.customer_id,
            shipped,
            document.c.doc_date,
            func.coalesce(document.c.due_date, document.c.doc_date),
            document.c.currency,
            document.c.amount,
            left,
            func.coalesce(contested.c.part, 0),
            func.coalesce(contested.c.whole, 0),
            facts.c.vat,
            func.coalesce(facts.c.method, ""),
            func.coalesce(facts.c.goods, ""),
            func.coalesce(facts.c.country, ""),
        )
        .outerjoin(facts, facts.c.document_id == document.c.id)
        .outerjoin(contested, contested.c.document_id == document.c.id)
        .where(
            document.c.kind == _INVOICE,
            document.c.deleted == 0,
            document.c.doc_date <= day,
            left > 0,
            *_of(document.c.customer_id, customer_ids),
        )
        .order_by(document.c.customer_id, shipped, document.c.id)
    )


def _on_account(day: str, customer_ids: Collection[int] | None, *, kept: bool) -> Select[Any]:
    """What stands open beside the invoices.

    Of a day gone by only what is open still or was allocated since can have been open: no more is looked at.
    """
    left = open_on(day, kept=kept)
    found = (
        select(
            document.c.id,
            document.c.customer_id,
            document.c.kind,
            document.c.number,
            document.c.doc_date,
            document.c.currency,
            left,
            document.c.original_id,
        )
        .where(
            document.c.kind != _INVOICE,
            document.c.deleted == 0,
            document.c.doc_date <= day,
            left > 0,
            *_of(document.c.customer_id, customer_ids),
        )
        .order_by(document.c.customer_id, document.c.doc_date, document.c.id)
    )
    if kept:
        return found.where(document.c.open != 0)
    refunds = select(document.c.id).where(document.c.kind == DocumentKind.REFUND.value)
    still = select(document.c.id).where(
        document.c.deleted == 0, document.c.open != 0, document.c.kind != _INVOICE
    )
    since = select(allocation.c.credit_id).where(allocation.c.deleted == 0, allocation.c.date > day)
    return found.where(document.c.id.in_(union(still, since, refunds)))


def _state_on(day: str) -> ScalarSelect[str]:
    """How a claim stood on a day: no later decision of the insurer changes what was known then."""
    return (
        select(claim_event.c.state)
        .where(
            claim_event.c.claim_id == claim.c.id,
            claim_event.c.deleted == 0,
            claim_event.c.kind.in_(("state", "objection")),
            claim_event.c.on <= day,
        )
        .order_by(claim_event.c.on.desc(), claim_event.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def _liability(events: Iterable[Sequence[Any]]) -> int:
    """What claims take of the maximum liability: what is accepted, or paid where that is more."""
    paid: dict[int, int] = defaultdict(int)
    accepted: dict[int, int] = {}
    for claim_id, kind, state, amount in events:
        if kind == "payment":
            paid[claim_id] += amount
        elif state in _ACCEPTING:
            accepted[claim_id] = amount
        elif state not in _AFTER_PAYMENT:
            accepted.pop(claim_id, None)  # assessed again, or refused
    return sum(max(paid[row], accepted.get(row, 0)) for row in paid.keys() | accepted.keys())


def _first_loss(trace: str) -> int:
    """What a frozen calculation took of the aggregate first loss."""
    return int(json.loads(trace).get("first_loss", 0))


def _records(kind: type[R]) -> Select[Any]:
    rows = mapper(kind)
    return select(*(rows.table.c[name] for name in rows.fields))


def _of(column: ColumnElement[int], ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if ids is None else [column.in_(listed(ids))]
