"""Set-based queries behind the work that credit decisions leave: held orders, drafts, what is to end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from app.domain.money import Money
from app.services.work_sources.decisions import DraftRow, EndingLimit, EndingOverride, HeldRow
from app.services.work_sources.rows import Name
from app.storage.credit_schema import credit_limit, grade_override, open_order, order_check, stored_assessment
from app.storage.schema import customer, customer_group
from app.storage.store import SqlStore

_SHORT = case((customer.c.short_name != "", customer.c.short_name), else_=customer.c.name)
_ALIVE = customer.c.deleted == 0


class SqlDecisionReader:
    """``app.services.work_sources.decisions.DecisionReader`` over a company file."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def held_orders(self, as_of: date, since: date) -> Sequence[HeldRow]:
        """The last check of each open order decides."""
        check, later = order_check.c, order_check.alias("later").c
        last = (
            select(func.max(later.id))
            .where(later.order_id == check.order_id, later.deleted == 0, later.on <= as_of.isoformat())
            .scalar_subquery()
        )
        query = (
            select(
                check.id, check.customer_id, _SHORT, customer.c.name_en, open_order.c.number, check.on,
                check.answer, check.currency, check.amount, check.deposit, open_order.c.ship_on,
            )
            .join(customer, customer.c.id == check.customer_id)
            .join(open_order, open_order.c.id == check.order_id)
            .where(
                _ALIVE,
                check.id == last,
                check.answer != "go",
                check.on >= since.isoformat(),
                or_(check.release_until.is_(None), check.release_until < as_of.isoformat()),
                open_order.c.deleted == 0,
                open_order.c.state == "open",
            )
            .order_by(check.id)
        )  # fmt: skip
        return [_held(row) for row in self._rows(query)]

    def drafts(self, before: date) -> Sequence[DraftRow]:
        """By customer."""
        row = stored_assessment.c
        query = (
            select(row.id, row.customer_id, _SHORT, customer.c.name_en, row.as_of)
            .join(customer, customer.c.id == row.customer_id)
            .where(_ALIVE, row.deleted == 0, row.state == "draft", row.as_of < before.isoformat())
            .order_by(row.customer_id)
        )
        return [
            DraftRow(one[0], one[1], Name(one[2], one[3]), date.fromisoformat(one[4]))
            for one in self._rows(query)
        ]

    def ending_limits(self, as_of: date, since: date, until: date) -> Sequence[EndingLimit]:
        """A limit that another follows, be it set or not, is no work."""
        row, other = credit_limit.c, credit_limit.alias("other").c
        followed = select(other.id).where(
            other.deleted == 0,
            other.start > row.start,
            or_(other.customer_id == row.customer_id, other.group_id == row.group_id),
        )
        query = (
            select(
                row.id, row.customer_id, row.group_id, func.coalesce(_SHORT, customer_group.c.name, ""),
                func.coalesce(customer.c.name_en, ""), row.end, row.amount, row.currency,
            )
            .select_from(
                credit_limit.outerjoin(customer, customer.c.id == row.customer_id).outerjoin(
                    customer_group, customer_group.c.id == row.group_id
                )
            )
            .where(
                row.deleted == 0,
                row.state == "set",
                row.amount > 0,
                row.start <= as_of.isoformat(),
                row.end.between(since.isoformat(), until.isoformat()),
                or_(customer.c.deleted == 0, customer_group.c.deleted == 0),
                ~followed.exists(),
            )
            .order_by(row.end, row.id)
        )  # fmt: skip
        return [
            EndingLimit(
                one[0], one[1], one[2], Name(one[3], one[4]), date.fromisoformat(one[5]),
                Money(one[6], one[7]),
            )
            for one in self._rows(query)
        ]  # fmt: skip

    def ending_overrides(self, as_of: date, until: date) -> Sequence[EndingOverride]:
        """An override of an assessment that was replaced has ended with it."""
        row, day = grade_override.c, as_of.isoformat()
        query = (
            select(row.id, row.customer_id, _SHORT, customer.c.name_en, row.was, row.now, row.expires_on)
            .join(customer, customer.c.id == row.customer_id)
            .where(
                _ALIVE,
                row.deleted == 0,
                row.on <= day,
                row.expires_on.between(day, until.isoformat()),
                row.assessment_id == _last_assessment(row.customer_id, day),
            )
            .order_by(row.expires_on, row.id)
        )
        return [
            EndingOverride(one[0], one[1], Name(one[2], one[3]), one[4], one[5], date.fromisoformat(one[6]))
            for one in self._rows(query)
        ]

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with self._store.reading() as connection:
            return connection.execute(query).all()


def _last_assessment(customer_id: ColumnElement[int], day: str) -> Any:
    mine = stored_assessment.c
    return (
        select(mine.id)
        .where(
            mine.customer_id == customer_id, mine.deleted == 0, mine.state == "final", mine.as_of <= day
        )
        .order_by(mine.as_of.desc(), mine.id.desc())
        .limit(1)
        .scalar_subquery()
    )  # fmt: skip


def _held(row: Any) -> HeldRow:
    check_id, customer_id, zh, en, number, on, answer, currency, amount, deposit, ship_on = row
    return HeldRow(
        check_id, customer_id, Name(zh, en), number, date.fromisoformat(on), answer, Money(amount, currency),
        Money(deposit, currency), date.fromisoformat(ship_on) if ship_on else None,
    )  # fmt: skip
