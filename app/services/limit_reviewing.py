"""The quarterly review of buyer limits, and asking the insurer for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.policy_book import PolicyBook

if TYPE_CHECKING:
    from datetime import date

    from app.domain.changes import ChangeSet
    from app.services.control import Control
    from app.services.policy_views import LimitReview


class LimitReviews(PolicyBook):
    """Review and requests."""

    def limit_review(
        self, as_of: date, policy_id: int | None = None, control: Control | None = None
    ) -> LimitReview:
        """Every buyer's limit under the policies in force (or one): unused, too small, expiring, unproven."""
        raise NotImplementedError

    def request(
        self,
        policy_id: int,
        customer_id: int,
        amount: int,
        *,
        on: date | None = None,
        terms_days: int | None = None,
        method: str = "",
        note: str = "",
    ) -> ChangeSet:
        """Ask for a limit (minor units of the policy's currency); the answer is entered by ``decide``."""
        raise NotImplementedError
