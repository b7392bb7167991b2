"""Stress tests over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.stress import StressService
from app.services.stress_views import StressDesk
from app.storage.readers.stress import SqlStressReader

if TYPE_CHECKING:
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def stress_service(store: SqlStore, session: CompanySession) -> StressService:
    """The service over a store."""
    return StressService(
        StressDesk(
            store,
            SqlStressReader(store),
            session.cover,
            session.limits,
            session.policies,
            session.cash,
            session.insurance_worth,
            session.settings,
            session.clock,
            lambda: session.scoring.loss_rates(),  # noqa: PLW0108 - scoring loads at first use
        )
    )
