"""What contradicts itself in a policy as typed in, what is missing, and what is unusual."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.insurance_record import InsurancePolicy
from app.domain.policy import PolicyTerms
from app.domain.policy_period import Policy
from app.domain.problem import Problem


def check(terms: PolicyTerms, record: InsurancePolicy) -> list[Problem]:
    """Errors contradict themselves or can never hold; warnings are worth a look at the paper."""
    return []


def neighbours(policy: Policy, others: Iterable[Policy]) -> list[Problem]:
    """How a policy meets those before and beside it: gaps between renewals, overlaps."""
    return []
