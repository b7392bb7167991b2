"""The indemnity (赔款) to expect from a loss, as a trace of steps in the order the policy takes them.

Order A: covered debt → threshold test → insured % → minimum retention → each-and-every loss →
remaining aggregate first loss → remaining maximum liability. Order B (``deduct_before_pct``) takes
each loss and first loss off before the percentage. Never below nothing at any step; half up to the
minor unit at the percentage and at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.money import round_minor
from app.domain.policy import Cause, PolicyTerms


class StepCode(StrEnum):
    """The steps of a calculation."""

    COVERED = "covered"
    THRESHOLD = "threshold"
    PERCENT = "percent"
    RETENTION = "retention"
    EACH_LOSS = "each_loss"
    FIRST_LOSS = "first_loss"
    LIABILITY = "liability"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it took off (minor units, ≥ 0), what is left after it, and the figures it used."""

    code: StepCode
    taken: int
    left: int
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Used:
    """What earlier claims of the insurance period consumed, and the premium paid; minor units."""

    first_loss: int = 0
    liability: int = 0
    premium_paid: int = 0


@dataclass(frozen=True, slots=True)
class Indemnity:
    """The amount to expect, what of the aggregate first loss it consumes, and every step to it."""

    payable: int
    first_loss: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """A covered loss: minor units of the policy's currency, its cause, and under which percentage it falls.

    ``pct`` overrides the policy's: what the insurer decided after a late notice, never our own guess.
    """

    covered: int
    cause: Cause = Cause.DEFAULT
    discretionary: bool = False
    country: str = ""
    pct: Decimal | None = None


def indemnity(loss: Loss, terms: PolicyTerms, used: Used = Used()) -> Indemnity:
    """What the insurer is to be expected to pay for a loss, step by step."""
    trace = _Trace(max(0, loss.covered))
    trace.threshold(terms)
    if terms.deduct_before_pct:
        trace.each_loss(terms)
        trace.first_loss(terms, used)
        trace.percent(loss, terms)
    else:
        trace.percent(loss, terms)
        trace.each_loss(terms)
        trace.first_loss(terms, used)
    trace.liability(terms, used)
    return Indemnity(trace.left, trace.consumed, tuple(trace.steps))


class _Trace:
    """What is left as the steps go on."""

    def __init__(self, covered: int) -> None:
        self.left = covered
        self.consumed = 0
        self.steps = [Step(StepCode.COVERED, 0, covered)]

    def _take(self, code: StepCode, amount: int, **params: object) -> int:
        taken = min(self.left, max(0, amount))
        self.left -= taken
        self.steps.append(Step(code, taken, self.left, params))
        return taken

    def threshold(self, terms: PolicyTerms) -> None:
        """A gate, never a deduction: below it nothing is paid, above it the whole debt counts."""
        least = terms.threshold
        if not least:
            return
        enough = self.left >= least if terms.threshold_inclusive else self.left > least
        inclusive = terms.threshold_inclusive
        self._take(
            StepCode.THRESHOLD, 0 if enough else self.left, least=least, inclusive=inclusive, met=enough
        )

    def percent(self, loss: Loss, terms: PolicyTerms) -> None:
        """The insured percentage, then the minimum retention where that is more than our share."""
        pct = loss.pct
        if pct is None:
            pct = terms.pct(loss.cause, discretionary=loss.discretionary, country=loss.country)
        before = self.left
        share = before - round_minor(Decimal(before) * pct / 100)
        self._take(StepCode.PERCENT, share, pct=pct, decided=loss.pct is not None)
        least = terms.min_retention
        if least:
            self._take(StepCode.RETENTION, least - share, least=least, share=share)

    def each_loss(self, terms: PolicyTerms) -> None:
        """The deductible of each and every loss."""
        if terms.each_loss:
            self._take(StepCode.EACH_LOSS, terms.each_loss, deductible=terms.each_loss)

    def first_loss(self, terms: PolicyTerms, used: Used) -> None:
        """What is left of the aggregate first loss (AFL), which this loss consumes."""
        if terms.aggregate_first_loss:
            remaining = max(0, terms.aggregate_first_loss - used.first_loss)
            self.consumed = self._take(
                StepCode.FIRST_LOSS, remaining, whole=terms.aggregate_first_loss, remaining=remaining
            )

    def liability(self, terms: PolicyTerms, used: Used) -> None:
        """What is left of the maximum liability of the insurance period."""
        most = terms.liability(used.premium_paid)
        if most is not None:
            room = max(0, most - used.liability)
            self._take(StepCode.LIABILITY, self.left - room, whole=most, remaining=room)
