"""Insurance policies over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.policies import PolicyDesk, PolicyService
from app.storage.readers.policies import SqlPolicyReader

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.storage.store import SqlStore


def policy_service(store: SqlStore, clock: Clock) -> PolicyService:
    """The service over a store."""
    return PolicyService(PolicyDesk(store, SqlPolicyReader(store), clock))
