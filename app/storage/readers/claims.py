"""What of a document is in dispute or promised on a day, as parts of the queries of every reader."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, ScalarSelect, Table, case, func, or_, select
from sqlalchemy.sql.selectable import Subquery

from app.storage.schema import dispute, document, promise


def in_dispute(day: str) -> tuple[ColumnElement[bool], ...]:
    """Conditions of the disputes under way on the day."""
    return _under_way(dispute, dispute.c.opened_on, day)


def promised_until(day: str) -> ScalarSelect[str]:
    """Of a document, the last day for which a promise that holds on the day was given.

    One whose day has passed holds no more: the receipts have judged it.
    """
    held = (*_under_way(promise, promise.c.made_on, day), promise.c.due_on >= day)
    return (
        select(func.max(promise.c.due_on))
        .where(promise.c.document_id == document.c.id, *held)
        .scalar_subquery()
    )


def without_contested(parts: Subquery, contested: Subquery) -> Subquery:
    """Open parts of documents (``id``, ``seq``, ``open``) less what is contested of each document.

    ``contested`` holds per ``document_id`` the sum in ``part`` and whether all of it is (``whole``).
    The sum is laid on a document's parts in order, never above what is open of them.
    """
    room = case((parts.c.open > 0, parts.c.open), else_=0)
    before = func.coalesce(
        func.sum(room).over(partition_by=parts.c.id, order_by=parts.c.seq, rows=(None, -1)), 0
    )
    rest = contested.c.part - before
    share = case((or_(contested.c.whole == 1, rest > room), room), (rest > 0, rest), else_=0)
    others = [column for column in parts.c if column.name != "open"]
    left = (parts.c.open - case((contested.c.document_id.is_(None), 0), else_=share)).label("open")
    joined = parts.outerjoin(contested, contested.c.document_id == parts.c.id)
    return select(*others, left).select_from(joined).subquery()


def _under_way(claims: Table, since: Column[str], day: str) -> tuple[ColumnElement[bool], ...]:
    closed = claims.c.closed_on
    return claims.c.deleted == 0, since <= day, or_(closed.is_(None), closed > day)
