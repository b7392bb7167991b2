"""The services that measure and learn, each made at its first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.services.backtest import BacktestService
    from app.services.cash import CashService
    from app.services.contingency import ContingencyService
    from app.services.credit_policies import CreditPolicyService
    from app.services.health import HealthService
    from app.services.liquidity import LiquidityService
    from app.services.provisions import ProvisionService
    from app.services.reviews import ReviewService
    from app.services.stress import StressService


class Measuring(Protocol):
    """What an open company offers for measuring credit control and asking what if."""

    @property
    def health(self) -> HealthService:
        """Key figures of any period, their targets, and the risk map."""

    @property
    def credit_policies(self) -> CreditPolicyService:
        """Credit policies tried out, compared and adopted."""

    @property
    def cash(self) -> CashService:
        """The cash forecast of thirteen weeks, own money, and what if."""

    @property
    def reviews(self) -> ReviewService:
        """The quarterly review, its findings, and what was locked."""

    @property
    def provisions(self) -> ProvisionService:
        """The provision for bad debts: rates, matrix, specific ones, movement."""

    @property
    def stress(self) -> StressService:
        """Stress tests of the receivables, single, together and in reverse."""

    @property
    def contingency(self) -> ContingencyService:
        """Contingency plans, their drills, and plans opened by a real alert."""

    @property
    def backtest(self) -> BacktestService:
        """How well grades, habits and alerts foretold lateness."""

    @property
    def liquidity(self) -> LiquidityService:
        """Our own statements and what they say of our liquidity."""
