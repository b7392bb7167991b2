"""What a credit file shows of its entries: statements with ratios, files read, ratings, events, points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.credit_file import ContractPoint, ExternalEvent, ExternalRating, FinancialStatement
from app.domain.distress import Opinion
from app.domain.financials import Line
from app.domain.problem import Problem
from app.domain.ratios import Figure, RatioCode


@dataclass(frozen=True, slots=True)
class Standing:
    """What a company profile shares with the customer itself: where it sits, whose it is, how large."""

    country: str = ""
    group_id: int | None = None
    size_class: str = ""
    sme_disclosed_on: date | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A financial statement read: its lines in minor units, what is wrong, ratios and second opinions.

    Flows of a shorter or longer period enter ratios as of twelve months. ``trends`` is the change of
    each ratio since the statement a year before, where both have a value; ``stale`` beyond 18 months.
    """

    statement: FinancialStatement
    figures: Mapping[Line, int]
    problems: tuple[Problem, ...]
    ratios: Mapping[RatioCode, Figure]
    opinions: tuple[Opinion, ...]
    tangible_net_worth: Figure
    trends: Mapping[RatioCode, Decimal] = field(default_factory=dict)
    stale: bool = False


@dataclass(frozen=True, slots=True)
class StatementPeriod:
    """One column of a file: a statement's lines in minor units, and what is wrong with them."""

    period_end: date | None
    title: str
    months: int
    figures: Mapping[Line, int]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownLine:
    """A line of a file with figures that no line of ours takes up; ``row`` counts from 1.

    ``amounts`` are its figures in minor units, one for each period of the file, None where it has none.
    """

    sheet: str
    row: int
    title: str
    amounts: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementFile:
    """What a file of financial statements proposes; ``unit`` 1, 1,000 or 10,000 of ``currency``."""

    name: str
    currency: str
    unit: int
    periods: tuple[StatementPeriod, ...]
    unknown: tuple[UnknownLine, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistPoint:
    """One point of the contract checklist; ``state`` is present, weak, missing, not_needed or unasked."""

    point: str
    state: str
    record: ContractPoint | None = None

    @property
    def lacking(self) -> bool:
        """Whether the contract is wanting here, or nobody has looked."""
        return self.state in {"missing", "weak", "unasked"}


@dataclass(frozen=True, slots=True)
class RatingView:
    """An external rating and its place on our 0 to 100; ``points`` None where the map knows it not."""

    rating: ExternalRating
    points: Decimal | None
    valid: bool
    from_map: bool


@dataclass(frozen=True, slots=True)
class EventView:
    """An external event; ``counts`` when somebody confirmed by an identifier that it is this customer's."""

    event: ExternalEvent
    counts: bool
    running: bool
