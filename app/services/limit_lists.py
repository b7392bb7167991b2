"""Insurers' lists of buyer limits: what a file would change, and taking it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.policy_book import PolicyBook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.services.policy_views import LimitPlan


class LimitLists(PolicyBook):
    """Limit lists."""

    def read_limits(
        self,
        path: Path,
        policy_id: int,
        *,
        on: date | None = None,
        matched: Mapping[int, int] | None = None,
    ) -> LimitPlan:
        """What a list would bring under a policy; nothing is stored (see ``take``).

        ``on`` is the day of a list without dates (today); ``matched`` says whose rows are, by row.
        """
        raise NotImplementedError

    def take(self, plan: LimitPlan) -> ChangeSet:
        """Add the planned decisions to the history."""
        raise NotImplementedError
