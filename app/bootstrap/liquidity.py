"""Our own liquidity over one open company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.liquidity import LiquidityDesk, LiquidityService

if TYPE_CHECKING:
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


def liquidity_service(store: SqlStore, session: CompanySession) -> LiquidityService:
    """The service over a store."""
    return LiquidityService(
        LiquidityDesk(
            store, session.clock, session.credit_files, session.cash, lambda: session.company.get().currency
        )
    )
