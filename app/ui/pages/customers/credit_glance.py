"""What a customer's file reads about its credit for the head and the overview, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from app.domain.alert_rules import RuleCode
from app.domain.credit_limit import LimitState
from app.domain.review import QUARTER, ReviewFacts, review_due
from app.ui.pages.customers.insurance_reading import read_insured_glance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.domain.alert_rules import AlertRule
    from app.domain.credit_limit import Limit
    from app.domain.customer_behaviour import Behaviour, MonthLate
    from app.domain.downturn import TermsInForce
    from app.domain.exposure import ExposureView
    from app.domain.review import ReviewDue
    from app.services.duty_views import Hold
    from app.services.limit_views import GroupPool, LimitView
    from app.services.scoring_views import AssessmentView, GradeInForce
    from app.services.session import CompanySession
    from app.services.watch_views import AlertView
    from app.ui.pages.customers.insurance_reading import InsuredGlance

_RECENT = 3
"""Months that are judged against those before them."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim that is with the insurer, who has not consented to letters of ours."""

    claim_id: int
    insurer: str
    since: date


@dataclass(frozen=True, slots=True)
class CreditGlance:
    """How a customer's credit stands on a day.

    ``before`` is the assessment before the latest; ``line`` the days late from which the rule on
    worsening payment warns (None while it is off), ``rule`` that rule. ``hold`` is what stops shipments
    for the insurance's sake.
    """

    today: date
    grade: GradeInForce | None
    latest: AssessmentView | None
    before: AssessmentView | None
    limit: LimitView
    terms: TermsInForce | None
    exposure: ExposureView
    pools: tuple[GroupPool, ...]
    behaviour: Behaviour
    review: ReviewDue | None
    alerts: tuple[AlertView, ...]
    rule: AlertRule | None = None
    line: Decimal | None = None
    insured: InsuredGlance | None = None
    hold: Hold | None = None
    claimed: Claimed | None = None


def read_credit(session: CompanySession, customer_id: int) -> CreditGlance:
    """Read it; runs on the database worker."""
    today, scoring = session.clock.today(), session.scoring
    grade = scoring.grade_of([customer_id], today).get(customer_id)
    history = scoring.history(customer_id, today) if grade is not None else ()
    limit = session.limits.view(customer_id, today)
    terms = limit.terms or session.limits.terms_of([customer_id], today).get(customer_id)
    behaviour = session.credit_files.behaviour(customer_id, today)
    insured = read_insured_glance(session, customer_id)
    rule = next((view.rule for view in session.watch.rules() if view.rule.code is RuleCode.WORSENING), None)
    return CreditGlance(
        today=today,
        grade=grade,
        latest=history[0] if history else None,
        before=history[1] if len(history) > 1 else None,
        limit=limit,
        terms=terms,
        exposure=session.orders.exposure(customer_id, today),
        pools=tuple(session.limits.pools_of(customer_id, today)),
        behaviour=behaviour,
        review=_review(customer_id, grade, history, limit, terms),
        alerts=tuple(session.watch.inbox("new", today, customer_id=customer_id)),
        rule=rule,
        line=warning_line(behaviour.months, rule) if rule is not None and rule.enabled else None,
        insured=insured,
        hold=session.deadlines.hold(customer_id, today) if insured is not None else None,
        claimed=_claimed(session, customer_id) if insured is not None else None,
    )


def _claimed(session: CompanySession, customer_id: int) -> Claimed | None:
    claim = session.claims.with_insurer([customer_id]).get(customer_id)
    if claim is None:
        return None
    insurer = session.policies.policy(claim.policy_id).policy.record.insurer
    return Claimed(claim.id, insurer, claim.filed_on or claim.opened_on)


def warning_line(months: Sequence[MonthLate], rule: AlertRule) -> Decimal:
    """From how many days late the rule warns: so many more than before, and never fewer than its least.

    Before is the mean of the months up to three months ago, by how many invoices each settled.
    """
    earlier = [month for month in months[:-_RECENT] if month.days_late is not None]
    count = sum(month.settled for month in earlier)
    least = rule.of("at_least")
    if not count:
        return least
    mean = sum(((month.days_late or Decimal(0)) * month.settled for month in earlier), Decimal(0)) / count
    return max(least, mean + rule.of("more_days"))


def _review(
    customer_id: int,
    grade: GradeInForce | None,
    history: Sequence[AssessmentView],
    limit: LimitView,
    terms: TermsInForce | None,
) -> ReviewDue | None:
    """When the credit is to be looked at again, as the list of reviews reckons it."""
    facts = ReviewFacts(
        customer_id,
        grade=grade.grade if grade else None,
        assessed_on=grade.as_of if grade else None,
        valid_until=history[0].valid_until if history else None,
        limit_review_on=limit.record.review_on if limit.record else None,
    )
    return review_due(facts, terms.review_months if terms else QUARTER)


def is_stop(limit: Limit) -> bool:
    """Whether the limit is nothing, which blocks every credit sale."""
    return limit.state is LimitState.SET and limit.amount is not None and not limit.amount.minor
