"""The services for deciding about credit over one open company, each wired at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.cases import CaseService
    from app.services.company import CompanyService
    from app.services.credit_files import CreditFileService
    from app.services.limits import LimitService
    from app.services.orders import OrderService
    from app.services.people import PeopleService
    from app.services.scoring import ScoringService
    from app.services.session import CompanySession
    from app.services.watch import WatchService
    from app.storage.store import SqlStore


class SqlDeciding:
    """``app.services.deciding.Deciding`` over a store; ``session`` gives the services beside them."""

    def __init__(
        self, store: SqlStore, company: CompanyService, clock: Clock, session: CompanySession
    ) -> None:
        self._store = store
        self._company = company
        self._clock = clock
        self._session = session

    @cached_property
    def credit_files(self) -> CreditFileService:
        """Credit files: profiles, financial statements, ratings, events, payment behaviour."""
        from app.bootstrap.credit_files import credit_file_service  # noqa: PLC0415 - at its first use

        return credit_file_service(self._store, self._company, self._clock, self._session)

    @cached_property
    def scoring(self) -> ScoringService:
        """Scorecards, assessments and grades."""
        from app.bootstrap.scoring import scoring_service  # noqa: PLC0415 - at its first use

        return scoring_service(self._store, self._clock, self._session)

    @cached_property
    def limits(self) -> LimitService:
        """Credit limits, terms by grade, overrides, the downturn profile."""
        from app.bootstrap.limits import limit_service, scored_grades  # noqa: PLC0415 - at its first use
        from app.services.insured_limits import InsuredLimits  # noqa: PLC0415 - as above

        session = self._session
        grades, insurance = scored_grades(session), InsuredLimits(lambda: session.policies)
        return limit_service(self._store, session.settings, self.people, self._clock, grades, insurance)

    @cached_property
    def orders(self) -> OrderService:
        """Open orders, exposure and the order check."""
        from app.bootstrap.orders import order_service  # noqa: PLC0415 - at its first use

        return order_service(self._store, self._clock, self._session)

    @cached_property
    def people(self) -> PeopleService:
        """Local profiles and who may grant what."""
        from app.bootstrap.limits import people_service  # noqa: PLC0415 - at its first use

        return people_service(self._store, self._session.settings)

    @cached_property
    def watch(self) -> WatchService:
        """Reviews due and early warnings."""
        from app.bootstrap.watch import watch_service  # noqa: PLC0415 - at its first use

        return watch_service(self._store, self._clock, self._session)

    @cached_property
    def cases(self) -> CaseService:
        """The library of bad debts and near misses."""
        from app.bootstrap.watch import case_service  # noqa: PLC0415 - at its first use

        return case_service(self._store, self._company, self._clock)
