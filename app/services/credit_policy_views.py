"""What trying credit policies out asks of other rooms, and what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, Protocol

from app.domain.credit_policy import Segment
from app.domain.credit_policy_study import Tried
from app.domain.credit_policy_text import Assumptions, CreditPolicy
from app.domain.downturn import TermsInForce
from app.domain.grade_policy import GradePolicy
from app.domain.scorecard import Grade

if TYPE_CHECKING:
    from datetime import date

    from app.domain.clock import Clock
    from app.domain.document import Rate
    from app.services.cover import CoverService
    from app.services.limits import LimitService
    from app.services.policies import PolicyService
    from app.services.ports import Store
    from app.services.settings import SettingService


class Bought(NamedTuple):
    """A year's business of a customer in one currency, minor units.

    ``credit`` is what was not paid first, ``day_amounts`` the sum of credit invoices × days of terms,
    ``invoiced`` those invoices, ``discount`` what was given up for early payment.
    """

    customer_id: int
    currency: str
    sales: int
    credit: int
    invoiced: int
    day_amounts: int
    discount: int


class PolicyReader(Protocol):
    """What is read of the ledger."""

    def bought(self, start: date, end: date) -> Sequence[Bought]:
        """Per live customer and currency; both days counted."""

    def names(self) -> Mapping[int, tuple[str, str]]:
        """Name and English name of live customers."""


@dataclass(frozen=True, slots=True)
class PolicyDesk:
    """What is read, and the services beside it."""

    store: Store
    reader: PolicyReader
    limits: LimitService
    cover: CoverService
    policies: PolicyService
    settings: SettingService
    clock: Clock
    loss_rates: Callable[[], Mapping[Grade, Decimal]]
    rates: Callable[[], Sequence[Rate]]
    base: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Ground:
    """The customers as they are on a day, and what is assumed of them.

    ``missing`` are currencies without a rate; the ``unscored`` count as grade C.
    """

    as_of: date
    currency: str
    segments: tuple[Segment, ...]
    names: Mapping[int, tuple[str, str]]
    assumed: Assumptions
    missing: tuple[str, ...] = ()
    unscored: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A policy that was kept; ``adopted`` once it became the company's."""

    study_id: int
    policy: CreditPolicy
    as_of: date | None
    adopted: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a policy comes to beside today; ``breakeven`` per grade in per cent of credit sales."""

    ground: Ground
    today: Tried
    tried: Tried
    breakeven: Mapping[str, Decimal]

    @property
    def cash_released(self) -> int:
        """How much less money is out than today, minor units; below 0, more."""
        return self.today.total.receivables - self.tried.total.receivables


@dataclass(frozen=True, slots=True)
class Affected:
    """What adopting a policy does to one customer; ``sales`` and ``limit`` in the base currency.

    ``own_terms``: terms agreed with the customer itself stay as they are.
    """

    customer_id: int
    name: str
    name_en: str
    grade: str
    before: TermsInForce
    after: TermsInForce
    sales: int
    limit: int | None = None
    limit_after: int | None = None
    own_terms: bool = False


@dataclass(frozen=True, slots=True)
class Adoption:
    """The grade policy before and after, and whom it touches; ``own_terms`` keep what was agreed.

    ``left_out`` names what a policy grants that is no part of a grade policy.
    """

    before: GradePolicy
    after: GradePolicy
    rows: tuple[Affected, ...] = field(default=())
    own_terms: int = 0
    left_out: tuple[str, ...] = ()
