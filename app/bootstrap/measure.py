"""The services that measure and learn over one open company, each wired at its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.company import CompanyService
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


class SqlMeasuring:
    """``app.services.measuring.Measuring`` over a store; ``session`` gives the services beside them."""

    def __init__(
        self, store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
    ) -> None:
        self._store = store
        self._company = company
        self._clock = clock
        self._session = session
