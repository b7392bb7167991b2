"""The list of limits: every customer's in few set-based questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.credit_limit import LimitState
from app.services.exposures import book, usage_of
from app.services.limit_desk import in_force, limit_of
from app.services.limit_terms import is_running, own_terms, plain
from app.services.limit_views import LimitRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.domain.credit_limit import Limit
    from app.domain.credit_record import CreditLimit
    from app.domain.downturn import DownturnProfile, TermsInForce
    from app.domain.grade_policy import GradePolicy
    from app.domain.scorecard import Grade
    from app.services.exposures import Book
    from app.services.limit_desk import LimitDesk
    from app.services.limit_views import GroupPool, Traits


def rows_of(
    desk: LimitDesk,
    grades: Mapping[int, Grade],
    policy: GradePolicy,
    profile: DownturnProfile,
    pools: Sequence[GroupPool],
    as_of: date,
) -> list[LimitRow]:
    """All live customers, by name."""
    traits = desk.reader.traits(None)
    made = book(desk.reader, None, as_of)
    records: dict[int, list[CreditLimit]] = {}
    for one in desk.reader.limits(customer_ids=traits.keys()):
        records.setdefault(one.customer_id or 0, []).append(one)
    near = _nearest(pools)
    running = is_running(profile, as_of)
    found = []
    for row_id, customer in traits.items():
        record, grade = in_force(records.get(row_id, ()), as_of), grades.get(row_id)
        limit = limit_of(record, as_of)
        tight = running and _covers(profile, customer, grade)
        by_grade = None if grade is None else plain(policy.of(grade))
        terms = _terms(record, limit, by_grade)
        usage = usage_of(made, [row_id], limit)
        found.append(
            LimitRow(
                customer,
                grade,
                limit,
                record,
                usage,
                _based(made, limit),
                made.turned(usage.used.minor, usage.used.currency, made.base),
                profile.tightened(terms) if tight and terms is not None else terms,
                tight,
                near.get(row_id),
            )
        )
    return sorted(found, key=lambda row: row.customer.name)


def _covers(profile: DownturnProfile, customer: Traits, grade: Grade | None) -> bool:
    return grade is not None and profile.covers(grade, customer.country, customer.industry)


def _terms(record: CreditLimit | None, limit: Limit, by_grade: TermsInForce | None) -> TermsInForce | None:
    """Those the limit was granted with while it holds, else the grade's."""
    if record is not None and limit.state is LimitState.SET:
        return own_terms(record, by_grade)
    return by_grade


def _based(made: Book, limit: Limit) -> int | None:
    if limit.amount is None or limit.state is not LimitState.SET:
        return None
    return made.turned(limit.amount.minor, limit.amount.currency, made.base)


def _nearest(pools: Sequence[GroupPool]) -> dict[int, GroupPool]:
    """The smallest pool around each customer: groups lie within groups."""
    found: dict[int, GroupPool] = {}
    for pool in sorted(pools, key=lambda one: -len(one.members)):
        found.update(dict.fromkeys(pool.members, pool))
    return found
