"""A buyer's loss from the cover of its invoices: what is covered, and under which percentage it falls."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.cover import ItemCover
from app.domain.indemnity import Loss
from app.domain.policy import Cause, PolicyTerms

DISCRETIONARY = "discretionary"


def loss_of(
    covers: Sequence[ItemCover],
    terms: PolicyTerms,
    *,
    cause: Cause = Cause.DEFAULT,
    country: str = "",
    decided: Decimal | None = None,
) -> Loss:
    """The loss of all these invoices together.

    Where part of it stands under our own discretion, both percentages are weighed by what they cover.
    ``decided`` is the insurer's own percentage, which overrides the policy's.
    """
    covered = sum(one.covered for one in covers)
    own = sum(one.covered for one in covers if one.limit is not None and one.limit.kind == DISCRETIONARY)
    if decided is not None or own in {0, covered}:
        return Loss(covered, cause, discretionary=own > 0, country=country, pct=decided)
    named, ours = (terms.pct(cause, discretionary=each, country=country) for each in (False, True))
    return Loss(covered, cause, country=country, pct=(named * (covered - own) + ours * own) / covered)
