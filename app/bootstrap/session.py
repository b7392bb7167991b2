"""One open company file with its services; they all work on its store, on the database worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.clock import Clock, FixedClock
from app.domain.company import Company
from app.domain.problem import Problem
from app.services.aging import AgingService
from app.services.company import CompanyService
from app.services.session import CompanySession
from app.storage.company import SqlCompanyReader
from app.storage.readers.aging import SqlAgingReader
from app.storage.store import SqlStore

if TYPE_CHECKING:
    from app.domain.duties import Table
    from app.services.collecting import Collecting
    from app.services.deciding import Deciding
    from app.services.desk import DeskService
    from app.services.importing import ImportService
    from app.services.insuring import Insuring
    from app.services.measuring import Measuring
    from app.services.protection import ProtectionService
    from app.services.session import FurtherServices

    Protecting = Callable[[SqlStore, CompanyService], ProtectionService]


def compose(
    store: SqlStore, clock: Clock, close: Callable[[], None], protecting: Protecting | None = None
) -> CompanySession:
    """The session over a store; ``close`` ends both. ``protecting`` makes the service of its password."""
    profile = store.find(Company)[0]
    if profile.sample_as_of:  # a sample lives on its own day, whatever the calendar says
        clock = FixedClock(profile.sample_as_of)
    company = CompanyService(store, SqlCompanyReader(store))
    store.duties = _duties

    def further() -> FurtherServices:
        from app.bootstrap.further import further_services  # noqa: PLC0415 - loads after the first page

        return further_services(store, company, clock)

    def import_service() -> ImportService:
        from app.bootstrap.importing import import_service  # noqa: PLC0415 - loads with the first import

        return import_service(store, company, clock)

    def collecting_services(session: CompanySession) -> Collecting:
        from app.bootstrap.collect import SqlCollecting  # noqa: PLC0415 - loads after the first page

        return SqlCollecting(store, company, clock, session)

    def deciding_services(session: CompanySession) -> Deciding:
        from app.bootstrap.decide import SqlDeciding  # noqa: PLC0415 - loads after the first page

        return SqlDeciding(store, company, clock, session)

    def insuring_services(session: CompanySession) -> Insuring:
        from app.bootstrap.insure import SqlInsuring  # noqa: PLC0415 - loads after the first page

        return SqlInsuring(store, company, clock, session)

    def measuring_services(session: CompanySession) -> Measuring:
        from app.bootstrap.measure import SqlMeasuring  # noqa: PLC0415 - loads after the first page

        return SqlMeasuring(store, company, clock, session)

    return CompanySession(
        path=store.path,
        read_only=store.read_only,
        holder=store.holder,
        sample=profile.sample,
        clock=clock,
        company=company,
        aging=AgingService(SqlAgingReader(store), clock.today),
        further=further,
        import_service=import_service,
        collecting_services=collecting_services,
        deciding_services=deciding_services,
        insuring_services=insuring_services,
        measuring_services=measuring_services,
        desk_service=lambda session: _desk(store, session),
        protection_service=lambda: (protecting or _alone)(store, company),
        subscribe=store.subscribe,
        close=close,
        file_trouble=lambda: _trouble(store),
    )


def _duties() -> Table:
    from app.bootstrap.desk import shipped_duties  # noqa: PLC0415 - loads with the first write

    return shipped_duties()


def _desk(store: SqlStore, session: CompanySession) -> DeskService:
    from app.bootstrap.desk import desk_service  # noqa: PLC0415 - loads after the first page

    return desk_service(store, session)


def _alone(store: SqlStore, company: CompanyService) -> ProtectionService:
    from app.bootstrap.protection import alone  # noqa: PLC0415 - loads with the first look at it

    return alone(store, company)


def _trouble(store: SqlStore) -> Problem | None:
    code = store.identity.trouble()
    return Problem(code, {"name": store.path.name}) if code is not None else None
