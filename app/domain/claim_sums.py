"""Whether a frozen calculation still adds up: invoice by invoice, and each step by the figures it names."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from app.domain.indemnity import Step, StepCode
from app.domain.money import round_minor

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.domain.claim_trace import Calculation


class TraceFault(StrEnum):
    """What does not add up in a frozen calculation."""

    INVOICE = "invoice"
    COVERED = "covered"
    STEP = "step"
    PAYABLE = "payable"


def fault_of(calculation: Calculation, claimed: int) -> TraceFault | None:
    """The first sum that does not hold, or None; ``claimed`` is what the claim says was covered."""
    for one in calculation.invoices:
        if one.insured + sum(amount for _, amount in one.gaps) != one.open or one.covered < 0:
            return TraceFault.INVOICE
        if one.open - sum(each.amount for each in one.credits) != one.still_open:
            return TraceFault.INVOICE
    steps = calculation.steps
    starts = bool(steps) and steps[0].code is StepCode.COVERED
    if not starts or not steps[0].left == calculation.covered == claimed:
        return TraceFault.COVERED
    for before, step in pairwise(steps):
        if step.taken != _expected(step, before.left) or step.left != before.left - step.taken:
            return TraceFault.STEP
    consumed = sum(step.taken for step in steps if step.code is StepCode.FIRST_LOSS)
    if calculation.payable != steps[-1].left or calculation.first_loss != consumed:
        return TraceFault.PAYABLE
    return None


def _expected(step: Step, before: int) -> int | None:
    """What a step takes off by the figures it names (minor units); None where they cannot be read."""
    rule = _RULES.get(step.code)
    if rule is None:
        return None
    try:
        return min(before, max(0, rule(step.params, before)))
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return None


def _whole(params: Mapping[str, object], name: str) -> int:
    return int(str(params[name]))


def _threshold(params: Mapping[str, object], before: int) -> int:
    least = _whole(params, "least")
    return 0 if before > least or (before == least and params["inclusive"] is True) else before


def _percent(params: Mapping[str, object], before: int) -> int:
    return before - round_minor(Decimal(before) * Decimal(str(params["pct"])) / 100)


_RULES: Mapping[StepCode, Callable[[Mapping[str, object], int], int]] = {
    StepCode.THRESHOLD: _threshold,
    StepCode.PERCENT: _percent,
    StepCode.RETENTION: lambda params, _: _whole(params, "least") - _whole(params, "share"),
    StepCode.EACH_LOSS: lambda params, _: _whole(params, "deductible"),
    StepCode.FIRST_LOSS: lambda params, _: _whole(params, "remaining"),
    StepCode.LIABILITY: lambda params, before: before - _whole(params, "remaining"),
}
