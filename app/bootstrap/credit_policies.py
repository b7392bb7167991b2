"""Trying credit policies out over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.credit_policies import CreditPolicyService
from app.services.credit_policy_views import PolicyDesk
from app.storage.readers.cover import SqlCoverReader
from app.storage.readers.credit_policies import SqlPolicyReader

if TYPE_CHECKING:
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def credit_policy_service(store: SqlStore, session: CompanySession) -> CreditPolicyService:
    """The service over a store."""
    reader = SqlCoverReader(store)
    return CreditPolicyService(
        PolicyDesk(
            store,
            SqlPolicyReader(store),
            session.limits,
            session.cover,
            session.policies,
            session.settings,
            session.clock,
            lambda: session.scoring.loss_rates(),  # noqa: PLW0108 - scoring loads at first use
            reader.rates,
            reader.base,
        )
    )
