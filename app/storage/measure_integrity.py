"""The laws of measuring, each one pass in SQL: reviews, findings, provisions, own statements, plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Float, Select, Table, and_, cast, func, or_, select

from app.storage.measure_schema import (
    contingency_plan,
    finding,
    own_statement,
    period_review,
    plan_run,
    provision_run,
    specific_provision,
)
from app.storage.schema import customer, document

if TYPE_CHECKING:
    from collections.abc import Callable

OWNED = (specific_provision,)
"""What stands about a customer."""
_WHOLE = 100
_LAST_DAY = "9999-12-31"


def _twice(table: Table, *same: str) -> Select[Any]:
    """Two live rows that agree in these columns; the later is named, with its day."""
    other = table.alias("other")
    twin = select(other.c.id).where(
        other.c.deleted == 0, other.c.id < table.c.id, *(other.c[name] == table.c[name] for name in same)
    )
    return select(table.c.id.label("row_id"), table.c[same[0]].label("day")).where(
        table.c.deleted == 0, twin.exists()
    )


def _review_twice() -> Select[Any]:
    """Two reviews of one period: nobody can say which was reported."""
    return _twice(period_review, "end", "start")


def _review_locked() -> Select[Any]:
    """A locked review without its day or its seal, or one that is open and has them."""
    row = period_review.c
    sealed = and_(row.digest != "", row.locked_on.is_not(None))
    empty = and_(row.digest == "", row.locked_on.is_(None))
    wrong = or_(and_(row.state == "locked", ~sealed), and_(row.state != "locked", ~empty))
    return select(row.id.label("row_id"), row.end.label("day")).where(row.deleted == 0, wrong)


def _findings(*more: Any) -> Select[Any]:
    """Live findings with the last day of their review."""
    return (
        select(finding.c.id.label("row_id"), period_review.c.end.label("day"), *more)
        .join(period_review, period_review.c.id == finding.c.review_id)
        .where(finding.c.deleted == 0)
    )


def _finding_review() -> Select[Any]:
    """A finding of a review that is in the bin."""
    return _findings().where(period_review.c.deleted == 1)


def _finding_carried() -> Select[Any]:
    """A finding carried on from a review that is not an earlier one, or twice from the same."""
    before, earlier, other = finding.alias("before"), period_review.alias("earlier"), finding.alias("other")
    source = (
        select(before.c.id)
        .join(earlier, earlier.c.id == before.c.review_id)
        .where(before.c.id == finding.c.carried_id, earlier.c.end < period_review.c.start)
    )
    twin = select(other.c.id).where(
        other.c.deleted == 0,
        other.c.carried_id == finding.c.carried_id,
        other.c.id < finding.c.id,
    )
    return _findings().where(finding.c.carried_id.is_not(None), or_(~source.exists(), twin.exists()))


def _provision_twice() -> Select[Any]:
    """Two provisions booked for one day."""
    return _twice(provision_run, "as_of")


def _provision_over() -> Select[Any]:
    """A booked provision above what was owed."""
    row = provision_run.c
    columns = (row.as_of.label("day"), row.currency, row.total, row.gross)
    return select(row.id.label("row_id"), *columns).where(
        row.deleted == 0, row.total > 0, row.total > row.gross
    )


def _specifics(*more: Any) -> Select[Any]:
    """Live specific provisions with whom they are about."""
    row = specific_provision.c
    return (
        select(row.id.label("row_id"), customer.c.name.label("customer"), row.start.label("day"), *more)
        .join(customer, customer.c.id == row.customer_id)
        .where(row.deleted == 0)
    )


def _specific_document() -> Select[Any]:
    """A provision for an invoice that is in the bin or another customer's."""
    return (
        _specifics(document.c.number)
        .join(document, document.c.id == specific_provision.c.document_id)
        .where(or_(document.c.deleted == 1, document.c.customer_id != specific_provision.c.customer_id))
    )


def _specific_twice() -> Select[Any]:
    """One debt provided for twice on the same days."""
    row, other = specific_provision.c, specific_provision.alias("other")
    twin = select(other.c.id).where(
        other.c.deleted == 0,
        other.c.id < row.id,
        other.c.customer_id == row.customer_id,
        func.coalesce(other.c.document_id, 0) == func.coalesce(row.document_id, 0),
        other.c.start <= func.coalesce(row.until, _LAST_DAY),
        row.start <= func.coalesce(other.c.until, _LAST_DAY),
    )
    return _specifics().where(twin.exists())


def _specific_share() -> Select[Any]:
    """A share that is none, or a provision that ends before it begins."""
    row = specific_provision.c
    share = cast(row.share, Float)
    return _specifics().where(or_(share < 0, share > _WHOLE, row.until < row.start))


def _statement_twice() -> Select[Any]:
    """Two own statements of one period."""
    return _twice(own_statement, "period_end", "months")


def _plan_gone() -> Select[Any]:
    """A plan was gone through that is in the bin, or the run ended before it began."""
    row = plan_run.c
    return (
        select(row.id.label("row_id"), contingency_plan.c.name.label("plan"), row.start.label("day"))
        .join(contingency_plan, contingency_plan.c.id == row.plan_id)
        .where(row.deleted == 0, or_(contingency_plan.c.deleted == 1, row.ended < row.start))
    )


QUERIES: dict[str, tuple[Callable[[], Select[Any]], str]] = {
    "check.review_twice": (_review_twice, "period_review"),
    "check.review_locked": (_review_locked, "period_review"),
    "check.finding_review": (_finding_review, "finding"),
    "check.finding_carried": (_finding_carried, "finding"),
    "check.provision_twice": (_provision_twice, "provision_run"),
    "check.provision_over": (_provision_over, "provision_run"),
    "check.specific_document": (_specific_document, "specific_provision"),
    "check.specific_twice": (_specific_twice, "specific_provision"),
    "check.specific_share": (_specific_share, "specific_provision"),
    "check.statement_twice": (_statement_twice, "own_statement"),
    "check.plan_gone": (_plan_gone, "plan_run"),
}
