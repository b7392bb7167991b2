"""What the ledger says of losses, as queries: flows by period end, and what became of cohorts of sales."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_, select

from app.domain.document import DocumentKind
from app.domain.provision_policy import Ageing
from app.domain.write_off import BAD_DEBTS
from app.services.provision_matrix import REST
from app.storage.readers.opened import due_day
from app.storage.schema import allocation, document, instalment

if TYPE_CHECKING:
    from app.domain.provision_sheet import Buckets

_INVOICE = DocumentKind.INVOICE.value
_credit = document.alias("settling")
_is_lost = and_(
    _credit.c.kind == DocumentKind.WRITE_OFF.value, func.coalesce(_credit.c.reason, "").in_(sorted(BAD_DEBTS))
)
_live = (document.c.deleted == 0, document.c.kind == _INVOICE)


def flow_queries(ends: Sequence[str], segments: Any, *, by_invoice: bool) -> list[Select[Any]]:
    """Segment, currency, day of age, origin, period, kind and sum: come whole, come by plan, gone."""
    part_due = document.c.doc_date if by_invoice else instalment.c.due_date
    whole_due = document.c.doc_date if by_invoice else due_day
    went_due = document.c.doc_date if by_invoice else func.coalesce(instalment.c.due_date, due_day)
    born, last = _period(document.c.doc_date, ends), ends[-1]
    alive = _alive(ends[0])
    own, source = _source(segments)
    key = (own.label("segment"), document.c.currency)
    came: tuple[ColumnElement[Any], ...] = (born.label("born"), born.label("period"))
    whole = (
        select(*key, whole_due.label("aged"), *came, literal("came"), func.sum(document.c.amount))
        .select_from(source)
        .where(*_live, alive, document.c.has_plan == 0, document.c.doc_date <= last)
    )
    planned = (
        select(*key, part_due.label("aged"), *came, literal("came"), func.sum(instalment.c.amount))
        .select_from(source.join(instalment, instalment.c.document_id == document.c.id))
        .where(
            *_live,
            alive,
            document.c.has_plan == 1,
            instalment.c.deleted == 0,
            document.c.doc_date <= last,
        )
    )
    kind = case((_is_lost, "lost"), else_="paid").label("flow")
    went = (
        select(
            *key,
            went_due.label("aged"),
            born.label("born"),
            _period(allocation.c.date, ends).label("period"),
            kind,
            func.sum(allocation.c.amount),
        )
        .select_from(_settled(source).outerjoin(instalment, instalment.c.id == allocation.c.instalment_id))
        .where(
            *_live,
            alive,
            allocation.c.deleted == 0,
            document.c.doc_date <= last,
            allocation.c.date <= last,
        )
        .group_by("segment", document.c.currency, "aged", "born", "period", "flow")
    )
    grouped = ("segment", document.c.currency, "aged", "born", "period")
    return [whole.group_by(*grouped), planned.group_by(*grouped), went]


def _alive(first: str) -> ColumnElement[bool]:
    """Whether anything of a document moved after the first period end: all else cancels out."""
    moved = select(allocation.c.debit_id).where(allocation.c.deleted == 0, allocation.c.date > first)
    return or_(document.c.doc_date > first, document.c.open != 0, document.c.id.in_(moved))


def cohort_queries(
    since: str, as_of: str, buckets: Buckets, segments: Any
) -> tuple[Select[Any], Select[Any]]:
    """Segment, currency, month with what was sold; with what was settled by a bucket, lost after it, in all.

    Credit notes count from the beginning: what they took back was never owed.
    """
    aged: ColumnElement[Any] = document.c.doc_date if buckets.ageing is Ageing.YEARS else due_day
    entries = [_entry(aged, buckets, place) for place in range(buckets.count)]
    own, source = _source(segments)
    month = func.substr(document.c.doc_date, 1, 7).label("month")
    key = (own.label("segment"), document.c.currency, month)
    mature = (*_live, entries[-1] <= as_of, entries[-1] > since)
    sold = (
        select(*key, func.sum(document.c.amount))
        .select_from(source)
        .where(*mature)
        .group_by("segment", document.c.currency, "month")
    )
    amount = allocation.c.amount
    note = _credit.c.kind == DocumentKind.CREDIT_NOTE.value
    before = [
        func.sum(case((note, amount), (_by(place, entry), amount), else_=0))
        for place, entry in enumerate(entries)
    ]
    after = [
        func.sum(case((and_(_is_lost, _after(place, entry)), amount), else_=0))
        for place, entry in enumerate(entries)
    ]
    settled = (
        select(*key, *before, *after, func.sum(amount))
        .select_from(_settled(source))
        .where(*mature, allocation.c.deleted == 0, allocation.c.date <= as_of)
        .group_by("segment", document.c.currency, "month")
    )
    return sold, settled


def _by(place: int, entry: ColumnElement[Any]) -> ColumnElement[bool]:
    """Settled by the day a bucket is reached; before the first nothing is."""
    return allocation.c.date <= entry if place else literal(value=False)


def _after(place: int, entry: ColumnElement[Any]) -> ColumnElement[bool]:
    return allocation.c.date > entry if place else literal(value=True)


def _entry(aged: ColumnElement[Any], buckets: Buckets, place: int) -> ColumnElement[Any]:
    """The first day in a bucket, by the day ages count from."""
    if buckets.ageing is Ageing.YEARS:
        return func.date(aged, f"+{place} years", "floor", "+1 day") if place else func.date(aged)
    return func.date(aged, f"+{buckets.starts[place]} days")


def _period(column: ColumnElement[str], ends: Sequence[str]) -> ColumnElement[int]:
    """The place of the first period end on or after a day."""
    return case(*((column <= end, place) for place, end in enumerate(ends)), else_=len(ends))


def _source(segments: Any) -> tuple[ColumnElement[str], Any]:
    """The segment of a document's customer, and documents with it."""
    if segments is None:
        return literal(""), document
    joined = document.outerjoin(segments, segments.c.id == document.c.customer_id)
    return func.coalesce(segments.c.segment, REST), joined


def _settled(source: Any) -> Any:
    return source.join(allocation, allocation.c.debit_id == document.c.id).join(
        _credit, _credit.c.id == allocation.c.credit_id
    )
