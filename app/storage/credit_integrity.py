"""The laws of what was decided about credit, each one pass in SQL: grades, limits, orders, alerts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, case, func, literal, not_, or_, select, union_all

from app.domain.override import MOST_NOTCHES
from app.domain.scorecard import GRADES
from app.storage.credit_schema import (
    alert,
    bank_flow,
    certification,
    contract_point,
    credit_limit,
    external_event,
    external_rating,
    financial_statement,
    grade_override,
    open_order,
    order_check,
    profile,
    stored_assessment,
)
from app.storage.insurance_integrity import OWNED as INSURED
from app.storage.measure_integrity import OWNED as MEASURED
from app.storage.schema import customer, customer_group

_OWNED = (
    alert, bank_flow, certification, contract_point, credit_limit, external_event, external_rating,
    financial_statement, grade_override, open_order, order_check, profile, stored_assessment,
)  # fmt: skip
_SET = "set"


def _named(table: Table, *more: ColumnElement[Any]) -> Select[Any]:
    """Live rows with the name of their customer."""
    return (
        select(table.c.id.label("row_id"), customer.c.name.label("customer"), *more)
        .join(customer, customer.c.id == table.c.customer_id)
        .where(table.c.deleted == 0)
    )


def _binned_customer() -> Select[Any]:
    """Something counts for a customer that is in the bin."""
    parts = [
        _named(table, literal(f"record.{table.name}").label("what")).where(customer.c.deleted == 1)
        for table in (*_OWNED, *INSURED, *MEASURED)
    ]
    return select(union_all(*parts).subquery())


def _limits(*more: ColumnElement[Any]) -> Select[Any]:
    """Live limits with the name of their owner, be it a customer or a group."""
    owner = func.coalesce(customer.c.name, customer_group.c.name, "")
    return (
        select(
            credit_limit.c.id.label("row_id"),
            owner.label("owner"),
            credit_limit.c.start.label("day"),
            *more,
        )
        .select_from(
            credit_limit.outerjoin(customer, customer.c.id == credit_limit.c.customer_id).outerjoin(
                customer_group, customer_group.c.id == credit_limit.c.group_id
            )
        )
        .where(credit_limit.c.deleted == 0)
    )


def _limit_twice() -> Select[Any]:
    """Two limits of one owner from one day on: nobody can say which holds."""
    other = credit_limit.alias("other")
    same = select(other.c.id).where(
        other.c.deleted == 0,
        other.c.id < credit_limit.c.id,
        other.c.start == credit_limit.c.start,
        or_(
            other.c.customer_id == credit_limit.c.customer_id,
            other.c.group_id == credit_limit.c.group_id,
        ),
    )
    return _limits().where(same.exists())


def _limit_unclear() -> Select[Any]:
    """An amount without a set limit or the other way round, an end before the start, no or two owners."""
    row = credit_limit.c
    return _limits().where(
        or_(
            and_(row.state == _SET, or_(row.amount.is_(None), row.amount < 0)),
            and_(row.state != _SET, row.amount.is_not(None)),
            row.end < row.start,
            row.customer_id.is_(None) == row.group_id.is_(None),
        )
    )


def _overrides(*more: ColumnElement[Any]) -> Select[Any]:
    return _named(
        grade_override, grade_override.c.was, grade_override.c.now, grade_override.c.on.label("day"), *more
    )


def _place(grade: ColumnElement[str]) -> ColumnElement[int]:
    return case({each.value: place for place, each in enumerate(GRADES)}, value=grade, else_=-1)


def _override_far() -> Select[Any]:
    """More than two notches, none at all, or a grade that there is not."""
    was, now = _place(grade_override.c.was), _place(grade_override.c.now)
    lawful = and_(was >= 0, now >= 0, was != now, func.abs(was - now) <= MOST_NOTCHES)
    return _overrides().where(not_(lawful))


def _override_astray() -> Select[Any]:
    """Of another customer's assessment, of none that is finished, or from another grade than its."""
    of = stored_assessment.alias("of")
    own = select(of.c.id).where(
        of.c.id == grade_override.c.assessment_id,
        of.c.deleted == 0,
        of.c.state == "final",
        of.c.customer_id == grade_override.c.customer_id,
        of.c.grade == grade_override.c.was,
    )
    return _overrides().where(~own.exists())


def _override_long() -> Select[Any]:
    """It outlives the assessment."""
    until = stored_assessment.c.valid_until
    return (
        _overrides(grade_override.c.expires_on.label("end"), until.label("until"))
        .join(stored_assessment, stored_assessment.c.id == grade_override.c.assessment_id)
        .where(grade_override.c.expires_on > until)
    )


def _order_negative() -> Select[Any]:
    row = open_order.c
    wrong = or_(row.amount < 0, row.delivered < 0, row.invoiced < 0, row.prepaid < 0)
    return _named(open_order, row.number).where(wrong)


def _release_exceeds() -> Select[Any]:
    """More was let pass than was asked about, or by nobody."""
    row = order_check.c
    more = (row.on.label("day"), row.currency, row.amount, row.release_amount.label("released"))
    wrong = or_(row.release_amount > row.amount, row.release_amount <= 0, row.released_by == "")
    return _named(order_check, *more).where(row.release_amount.is_not(None), wrong)


def _check_astray() -> Select[Any]:
    """A check of another customer's order."""
    row = order_check.c
    return (
        _named(order_check, row.on.label("day"), open_order.c.number)
        .join(open_order, open_order.c.id == row.order_id)
        .where(open_order.c.customer_id != row.customer_id)
    )


def _alert_twice() -> Select[Any]:
    """One cause told twice on one day, and nobody has answered either."""
    other = alert.alias("other")
    same = select(other.c.id).where(
        other.c.deleted == 0,
        other.c.id < alert.c.id,
        other.c.rule == alert.c.rule,
        other.c.customer_id == alert.c.customer_id,
        other.c.cause == alert.c.cause,
        other.c.on == alert.c.on,
        other.c.state == alert.c.state,
    )
    return _named(alert, alert.c.on.label("day")).where(alert.c.state == "new", same.exists())


QUERIES: dict[str, tuple[Callable[[], Select[Any]], str]] = {
    "check.binned_customer": (_binned_customer, ""),
    "check.limit_twice": (_limit_twice, "credit_limit"),
    "check.limit_unclear": (_limit_unclear, "credit_limit"),
    "check.override_far": (_override_far, "grade_override"),
    "check.override_astray": (_override_astray, "grade_override"),
    "check.override_long": (_override_long, "grade_override"),
    "check.order_negative": (_order_negative, "open_order"),
    "check.release_exceeds": (_release_exceeds, "order_check"),
    "check.check_astray": (_check_astray, "order_check"),
    "check.alert_twice": (_alert_twice, "alert"),
}
