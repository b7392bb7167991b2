"""The services that decide about credit, each made at its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.cases import CaseService
    from app.services.credit_files import CreditFileService
    from app.services.limits import LimitService
    from app.services.orders import OrderService
    from app.services.people import PeopleService
    from app.services.scoring import ScoringService
    from app.services.watch import WatchService


class Deciding(Protocol):
    """What an open company offers for deciding about credit."""

    @property
    def credit_files(self) -> CreditFileService:
        """Credit files: profiles, financial statements, ratings, events, payment behaviour."""

    @property
    def scoring(self) -> ScoringService:
        """Scorecards, assessments and grades."""

    @property
    def limits(self) -> LimitService:
        """Credit limits, terms by grade, overrides, the downturn profile."""

    @property
    def orders(self) -> OrderService:
        """Open orders, exposure and the order check."""

    @property
    def people(self) -> PeopleService:
        """Local profiles and who may grant what."""

    @property
    def watch(self) -> WatchService:
        """Reviews due and early warnings."""

    @property
    def cases(self) -> CaseService:
        """The library of bad debts and near misses."""
