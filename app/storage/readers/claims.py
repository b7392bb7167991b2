"""What of a document is in dispute or promised on a day, as parts of the queries of every reader."""

from __future__ import annotations

from sqlalchemy import Column, ColumnElement, ScalarSelect, Table, func, or_, select

from app.storage.schema import dispute, document, promise


def in_dispute(day: str) -> tuple[ColumnElement[bool], ...]:
    """Conditions of the disputes under way on the day."""
    return _under_way(dispute, dispute.c.opened_on, day)


def promised_until(day: str) -> ScalarSelect[str]:
    """Of a document, the last day for which a promise that holds on the day was given."""
    held = _under_way(promise, promise.c.made_on, day)
    return (
        select(func.max(promise.c.due_on))
        .where(promise.c.document_id == document.c.id, *held)
        .scalar_subquery()
    )


def _under_way(claims: Table, since: Column[str], day: str) -> tuple[ColumnElement[bool], ...]:
    closed = claims.c.closed_on
    return claims.c.deleted == 0, since <= day, or_(closed.is_(None), closed > day)
