"""The services that measure and learn over one open company, each wired at its first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.backtest import BacktestService
    from app.services.cash import CashService
    from app.services.company import CompanyService
    from app.services.contingency import ContingencyService
    from app.services.credit_policies import CreditPolicyService
    from app.services.health import HealthService
    from app.services.liquidity import LiquidityService
    from app.services.provisions import ProvisionService
    from app.services.reviews import ReviewService
    from app.services.session import CompanySession
    from app.services.stress import StressService
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

    @cached_property
    def health(self) -> HealthService:
        """Key figures of any period, their targets, and the risk map."""
        from app.bootstrap.health import health_service  # noqa: PLC0415 - at its first use

        return health_service(self._store, self._company, self._clock, self._session)

    @cached_property
    def credit_policies(self) -> CreditPolicyService:
        """Credit policies tried out, compared and adopted."""
        from app.bootstrap.credit_policies import credit_policy_service  # noqa: PLC0415 - at its first use

        return credit_policy_service(self._store, self._session)

    @cached_property
    def cash(self) -> CashService:
        """The cash forecast of thirteen weeks, own money, and what if."""
        from app.bootstrap.cash import cash_service  # noqa: PLC0415 - at its first use

        return cash_service(self._store, self._company, self._clock, self._session)

    @cached_property
    def reviews(self) -> ReviewService:
        """The quarterly review, its findings, and what was locked."""
        from app.bootstrap.reviews import review_service  # noqa: PLC0415 - at its first use

        return review_service(self._store, self._clock, self._session)

    @cached_property
    def provisions(self) -> ProvisionService:
        """The provision for bad debts: rates, matrix, specific ones, movement."""
        from app.bootstrap.provisions import provision_service  # noqa: PLC0415 - at its first use

        return provision_service(self._store, self._company, self._clock, self._session)

    @cached_property
    def stress(self) -> StressService:
        """Stress tests of the receivables, single, together and in reverse."""
        from app.bootstrap.stress import stress_service  # noqa: PLC0415 - at its first use

        return stress_service(self._store, self._session)

    @cached_property
    def contingency(self) -> ContingencyService:
        """Contingency plans, their drills, and plans opened by a real alert."""
        from app.bootstrap.contingency import contingency_service  # noqa: PLC0415 - at its first use

        return contingency_service(self._store, self._session)

    @cached_property
    def backtest(self) -> BacktestService:
        """How well grades, habits and alerts foretold lateness."""
        from app.bootstrap.backtest import backtest_service  # noqa: PLC0415 - at its first use

        return backtest_service(self._store, self._session)

    @cached_property
    def liquidity(self) -> LiquidityService:
        """Our own statements and what they say of our liquidity."""
        from app.bootstrap.liquidity import liquidity_service  # noqa: PLC0415 - at its first use

        return liquidity_service(self._store, self._session)
