"""What scoring shows, and what it needs of the other rooms, as Protocols."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.assessment import Answer, Input, Outcome
    from app.domain.credit_file import ExternalRating
    from app.domain.credit_record import GradeOverride
    from app.domain.customer_behaviour import Behaviour
    from app.domain.scorecard import Bin, Grade, Scorecard

Facts = Mapping[str, Decimal | str | None]
"""What knock-outs ask beside the indicators; None where nothing is known."""


@dataclass(frozen=True, slots=True)
class CardInfo:
    """One version of a card; ``state`` is draft, published or retired.

    ``in_force`` is the version that scores now, ``as_shipped`` one that scores like the program's own.
    """

    code: str
    version: int
    name: str
    purpose: str
    state: str
    content_hash: str
    author: str = ""
    reason: str = ""
    published_on: date | None = None
    in_force: bool = False
    as_shipped: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What the ledger says of a customer beside payment behaviour: who it is and what is in arrears.

    ``overdue_90`` is the share of its open debits more than 90 days overdue, per cent.
    """

    customer_id: int
    name: str
    country: str
    insolvent: bool
    name_en: str = ""
    code: str = ""
    overdue_90: Decimal | None = None
    bounced_bills: int = 0


@dataclass(frozen=True, slots=True)
class OpenDebit:
    """What is open of a customer in one currency, minor units: all debits, and those long overdue."""

    customer_id: int
    currency: str
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A scoring as it stands in the wizard: the card's version, and every value with its source."""

    customer_id: int
    card: Scorecard
    as_of: date
    inputs: Mapping[str, Input]
    facts: Facts = field(default_factory=dict)
    author: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """Why an assessment holds no longer, from ``on``: a code worded in both languages."""

    on: date
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """A stored assessment, scored again by its own version of the card.

    ``grade`` is the assessment's, ``final`` after an override that holds on the day looked at;
    ``ended`` says why it is no longer valid (None while it is).
    """

    id: int
    customer_id: int
    card: str
    card_version: int
    as_of: date
    inputs: Mapping[str, Input]
    facts: Facts
    outcome: Outcome
    score: Decimal
    coverage: Decimal
    by_score: Grade
    grade: Grade
    final: Grade
    state: str
    author: str = ""
    note: str = ""
    valid_until: date | None = None
    ended: Ended | None = None
    override: GradeOverride | None = None

    @property
    def valid(self) -> bool:
        """Whether it holds on the day looked at."""
        return self.state == "final" and self.ended is None


@dataclass(frozen=True, slots=True)
class GradeInForce:
    """The grade that holds for a customer on a day, and whether its assessment is still valid."""

    grade: Grade
    assessment_id: int
    as_of: date
    valid: bool
    overridden: bool = False
    ended: Ended | None = None


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A customer with the grade it holds on a day; ``held`` None where it was never assessed."""

    customer_id: int
    name: str
    name_en: str = ""
    code: str = ""
    held: GradeInForce | None = None
    score: Decimal | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class RescoreRow:
    """One customer scored from data alone; ``was`` None where it was never assessed.

    ``outcome`` says point by point why.
    """

    customer_id: int
    name: str
    code: str
    card: str
    score: Decimal
    coverage: Decimal
    now: Grade
    sufficient: bool
    was: Grade | None = None
    was_score: Decimal | None = None
    was_on: date | None = None
    name_en: str = ""
    outcome: Outcome | None = None

    @property
    def moved(self) -> int:
        """Notches downwards (negative: upwards); 0 where there was no grade."""
        order = "ABCD"
        return 0 if self.was is None else order.index(self.now) - order.index(self.was)


@dataclass(frozen=True, slots=True)
class Moved:
    """Customers that go from one grade to another, and what they owe, minor units of the base currency."""

    customers: int
    exposure: int


@dataclass(frozen=True, slots=True)
class BinCount:
    """Own customers in one row of an indicator: a bin, or (``bin`` None) a special answer.

    ``late_rate`` is the share of their invoices that were late, 0 to 1; None where they have none.
    ``members`` are the customers themselves.
    """

    answer: Answer
    customers: int
    invoices: int = 0
    late_rate: Decimal | None = None
    bin: Bin | None = None
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A customer under the card in force and under the card looked at."""

    customer_id: int
    name: str
    was: Grade
    now: Grade
    was_score: Decimal
    score: Decimal
    exposure: int
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class CardPreview:
    """What a card would change: who moves, with how much exposure, and who stands in which row.

    ``late_rates`` is the share of late invoices by grade under the new card, 0 to 1. ``loss_was`` and
    ``loss_now`` are the exposure times the loss rate of each grade, minor units of the base currency.
    """

    currency: str
    rows: tuple[PreviewRow, ...]
    migration: Mapping[tuple[Grade, Grade], Moved]
    bins: Mapping[str, tuple[BinCount, ...]]
    late_rates: Mapping[Grade, Decimal | None] = field(default_factory=dict)
    loss_was: int = 0
    loss_now: int = 0

    @property
    def moved(self) -> tuple[PreviewRow, ...]:
        """Those whose grade changes, the largest exposure first."""
        return tuple(sorted((r for r in self.rows if r.was is not r.now), key=lambda r: -r.exposure))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of an editable table: ``key`` a country or an industry, its value, source and day.

    ``own`` rows were set by the company and take the place of a shipped one.
    """

    key: str
    value: str
    source: str
    on: date
    own: bool = False


class ScoringReader(Protocol):
    """Set-based queries behind scoring; None for the customers asks for all."""

    def standings(self, customer_ids: Collection[int] | None, as_of: date) -> Mapping[int, Standing]:
        """Live customers, with bounced bills of the twelve months up to the day; ``overdue_90`` not yet."""

    def open_debits(
        self, customer_ids: Collection[int] | None, as_of: date, overdue_days: int
    ) -> Sequence[OpenDebit]:
        """Open debits per customer and currency, with those more than ``overdue_days`` overdue."""

    def final_grades(self, customer_ids: Collection[int] | None, as_of: date) -> Mapping[int, FinalGrade]:
        """The last finished assessment on or before the day, per customer."""

    def overdue_since(self, since: Mapping[int, date], as_of: date, days: int) -> Sequence[OpenDebit]:
        """Open debits that passed ``days`` overdue after the customer's day in ``since``."""


@dataclass(frozen=True, slots=True)
class FinalGrade:
    """The last finished assessment of a customer, as far as its grade goes."""

    id: int
    customer_id: int
    as_of: date
    grade: str
    score: str
    card: str
    valid_until: date | None
    ended_on: date | None
    ended_why: str


class BehaviourSource(Protocol):
    """Payment behaviour of many customers at once."""

    def __call__(
        self, as_of: date | None = None, customer_ids: Collection[int] | None = None
    ) -> Mapping[int, Behaviour]:
        """Of these customers, or (None) of all that have invoices."""


class RatingPoints(Protocol):
    """The place of an external rating on our 0 to 100."""

    def __call__(self, rating: ExternalRating) -> Decimal | None:
        """None where the map does not know it."""


class BaseRates(Protocol):
    """Exchange rates, as the aging board has them."""

    def rates(self, as_of: date) -> Mapping[str, Decimal]:
        """Base units per unit of each currency on a day."""

    def base(self) -> str:
        """The company's own currency."""


class CardSheets(Protocol):
    """Weights and bins of a card as a workbook, out and in."""

    def write(self, card: Scorecard, path: Path, lang: str) -> None:
        """Write it; an existing file is replaced whole or not at all."""

    def read(self, path: Path) -> Sequence[tuple[int, Sequence[str]]]:
        """The rows of the first sheet with their numbers as a spreadsheet shows them."""
