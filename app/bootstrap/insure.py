"""The services of credit insurance over one open company, each wired at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.claims import ClaimService
    from app.services.company import CompanyService
    from app.services.cover import CoverService
    from app.services.declarations import DeclarationService
    from app.services.insurance_deadlines import DeadlineService
    from app.services.insurance_worth import WorthService
    from app.services.notices import NoticeService
    from app.services.policies import PolicyService
    from app.services.session import CompanySession
    from app.storage.store import SqlStore


class SqlInsuring:
    """``app.services.insuring.Insuring`` over a store; ``session`` gives the services beside them."""

    def __init__(
        self, store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
    ) -> None:
        self._store = store
        self._company = company
        self._clock = clock
        self._session = session

    @cached_property
    def policies(self) -> PolicyService:
        """Insurance policies, buyer limits, stops and shipments."""
        from app.bootstrap.policies import policy_service  # noqa: PLC0415 - at its first use

        return policy_service(self._store, self._clock, lambda: self.cover)

    @cached_property
    def cover(self) -> CoverService:
        """What of every open invoice is really insured."""
        from app.bootstrap.cover import cover_service  # noqa: PLC0415 - at its first use

        return cover_service(self._store, self.policies, self._clock)

    @cached_property
    def deadlines(self) -> DeadlineService:
        """What has to be done towards the insurers, and by when."""
        from app.bootstrap.deadlines import deadline_service  # noqa: PLC0415 - at its first use

        return deadline_service(self._store, self.policies, self._clock)

    @cached_property
    def notices(self) -> NoticeService:
        """Notices to the insurers: drafted, sent, answered."""
        from app.bootstrap.notices import notice_service  # noqa: PLC0415 - at its first use

        return notice_service(self._store, self._clock, self._session)

    @cached_property
    def claims(self) -> ClaimService:
        """Claims: their papers, calculation, payments and recoveries."""
        from app.bootstrap.claims import claim_service  # noqa: PLC0415 - at its first use

        return claim_service(self._store, self._clock, self._session)

    @cached_property
    def declarations(self) -> DeclarationService:
        """Turnover declarations and the premium on them."""
        from app.bootstrap.declarations import declaration_service  # noqa: PLC0415 - at its first use

        return declaration_service(self._store, self.policies, self._clock)

    @cached_property
    def insurance_worth(self) -> WorthService:
        """Whether to insure, and whom."""
        from app.bootstrap.worth import worth_service  # noqa: PLC0415 - at its first use

        return worth_service(self._store, self, self._session)
