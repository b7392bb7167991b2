"""What stress tests ask of other rooms, and what they show; minor units of the base currency."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from app.domain.stress import Base, Debtor, Event, Result
from app.domain.stress_scenario import StressScenario

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.clock import Clock
    from app.domain.scorecard import Grade
    from app.services.cash import CashService
    from app.services.cover import CoverService
    from app.services.insurance_worth import WorthService
    from app.services.limits import LimitService
    from app.services.policies import PolicyService
    from app.services.ports import Store
    from app.services.settings import SettingService


class StressReader(Protocol):
    """What is read of the ledger."""

    def traits(self) -> Mapping[int, tuple[str, str, str, str]]:
        """Name, English name, country and industry of live customers."""

    def sales(self, start: date, end: date) -> Mapping[str, int]:
        """Credit sales of a span less credit notes, by currency."""


@dataclass(frozen=True, slots=True)
class StressDesk:
    """What is read, and the services beside it."""

    store: Store
    reader: StressReader
    cover: CoverService
    limits: LimitService
    policies: PolicyService
    cash: CashService
    worth: WorthService
    settings: SettingService
    clock: Clock
    loss_rates: Callable[[], Mapping[Grade, Decimal]]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What the firm can bear: typed, or found; ``cash_from`` and ``equity_from`` say where.

    ``cash_from``: typed, forecast or "" (nobody said); ``equity_from``: typed, statement, worth or "".
    """

    cash: int | None
    equity: int | None
    cash_from: str = ""
    equity_from: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class StressGround:
    """The debtors of a day and what stands beside them; ``missing`` are currencies without a rate.

    A customer that owes in two currencies stands there twice. ``insured`` tells whether a policy exists.
    """

    as_of: date
    currency: str
    home: str
    debtors: tuple[Debtor, ...]
    names: Mapping[int, tuple[str, str]]
    base: Base
    bearing: Bearing
    missing: tuple[str, ...] = ()
    insured: bool = False

    @property
    def open(self) -> int:
        """All that is owed."""
        return sum(one.open for one in self.debtors)


@dataclass(frozen=True, slots=True)
class StressOutcome:
    """A scenario on a ground: the events it came to and what they take; ``scenario_id`` of a kept one."""

    scenario: StressScenario
    events: tuple[Event, ...]
    result: Result
    scenario_id: int = 0


@dataclass(frozen=True, slots=True)
class KeyCustomer:
    """A customer whose failure is thought through every year: since when, last and next."""

    customer_id: int
    name: str
    name_en: str
    since: date
    last: date | None
    next: date


@dataclass(frozen=True, slots=True)
class StressRun:
    """A test that was kept: on which day, by whom, what came of each scenario, who failed in it.

    ``open`` is what was owed that day in ``currency``, None where nobody wrote it down.
    """

    study_id: int
    name: str
    as_of: date
    by: str
    rows: tuple[Mapping[str, object], ...]
    customers: tuple[int, ...]
    note: str = ""
    currency: str = ""
    open: int | None = None
