"""What the simulator shows: the customers as they are, policies kept, what a policy comes to beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.credit_policy_study import loss_shares, try_out, usual_of
from app.domain.credit_policy_text import CreditPolicy

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date
    from decimal import Decimal

    from app.domain.credit_policy import Outcome
    from app.domain.credit_policy_study import Candidate, Tried, Usual
    from app.services.credit_policies import CreditPolicyService
    from app.services.credit_policy_views import Answer, Ground, Kept

FIGURES = (
    "sales", "margin", "carry", "discount", "premium", "loss", "stressed_loss", "profit", "stressed_profit",
    "receivables",
)  # fmt: skip
"""What an outcome is read by, in the order shown."""
HIGHER = frozenset({"sales", "margin", "profit", "stressed_profit", "released"})
"""The figures of which more is better; of the others less is."""
RELEASED = "released"


@dataclass(frozen=True, slots=True)
class PolicyRead:
    """The customers on a day, what each grade is granted on average, and the policies kept."""

    ground: Ground
    usual: Mapping[str, Usual]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class GradeEdge:
    """Per grade, per cent of credit sales: what may be lost before they earn nothing, what is expected."""

    breakeven: Mapping[str, Decimal]
    expected: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Trial:
    """A policy tried beside today and beside kept ones, all under the same assumptions."""

    answer: Answer
    others: tuple[tuple[Kept, Tried], ...]
    points: tuple[Candidate, ...]
    today_edge: GradeEdge
    tried_edge: GradeEdge

    def figure(self, tried: Tried, name: str) -> int:
        """A figure of a policy altogether; cash released is against today."""
        if name == RELEASED:
            return self.answer.today.total.receivables - tried.total.receivables
        return figure_of(tried.total, name)


def figure_of(one: Outcome | None, name: str) -> int:
    """A figure of an outcome, 0 where there is none."""
    return 0 if one is None else int(getattr(one, name))


def read_ground(service: CreditPolicyService, day: date) -> PolicyRead:
    """Read the customers and the policies kept; runs on the database worker."""
    ground = service.ground(day)
    return PolicyRead(ground, usual_of(ground.segments), tuple(service.kept()))


def try_policy(
    service: CreditPolicyService, policy: CreditPolicy, read: PolicyRead, chosen: Collection[int]
) -> Trial:
    """Reckon a policy, and the kept ones chosen under the same assumptions; touches no file."""
    ground = read.ground
    answer = service.answer(policy, ground.as_of, ground)
    others = [
        (one, try_out(replace(one.policy, assumed=policy.assumed), ground.segments, ground.assumed))
        for one in read.kept
        if one.study_id in chosen
    ]
    today = CreditPolicy("", assumed=policy.assumed)
    service_today = service.answer(today, ground.as_of, ground)
    return Trial(
        answer,
        tuple(others),
        service.frontier(policy, ground),
        GradeEdge(service_today.breakeven, loss_shares(ground.segments, today, ground.assumed)),
        GradeEdge(answer.breakeven, loss_shares(ground.segments, policy, ground.assumed)),
    )


def names_of(read: PolicyRead, customer_ids: Sequence[int]) -> list[tuple[str, str]]:
    """Name and English name of customers."""
    return [read.ground.names.get(row_id, ("", "")) for row_id in customer_ids]
