"""The insurer's limit where credit is decided: what a limit or an order may count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.buyer_limit import ENDING
from app.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.services.policies import PolicyService


class InsuredLimits:
    """``app.services.limit_views.Insurance`` by the policies; they are made at the first question."""

    def __init__(self, policies: Callable[[], PolicyService]) -> None:
        self._policies = policies

    def limit_of(self, customer_id: int, on: date) -> Money | None:
        """The insurer's limit in force on a day; nothing where it said no or the limit ended.

        None where there is no policy, or the insurer was never asked about this buyer.
        """
        found = self._policies().in_force([customer_id], on).get(customer_id)
        if found is None:
            return None
        currency = found.policy.record.currency
        if found.limit is not None:
            return Money(found.limit.amount, currency)
        return Money(0, currency) if found.why_none in ENDING else None
