"""The health check over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.health import HealthService

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.company import CompanyService
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def health_service(
    store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
) -> HealthService:
    """The service over a store."""
    del store, company, clock, session
    return HealthService()
