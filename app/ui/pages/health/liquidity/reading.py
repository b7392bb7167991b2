"""What the liquidity tab shows: the figures, our statements, and each figure over the periods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from app.domain.credit_file_rules import annual
from app.domain.liquidity import LiquidityCode, lines_of_sum, liquidity
from app.domain.money import whole_units
from app.domain.ratios import RatioCode
from app.ui.pages.customers.credit.words import INPUTS, number

if TYPE_CHECKING:
    from datetime import date

    from app.domain.activity import Attachment
    from app.domain.credit_file_views import StatementView
    from app.domain.financials import Line
    from app.domain.ratios import Figure
    from app.services.liquidity import Liquidity
    from app.services.session import CompanySession
    from app.ui.formats import Formats
    from app.ui.pages.customers.credit.book import StatementKeeper

_MOST_PERIODS = 8


@dataclass(frozen=True, slots=True)
class OwnBook:
    """Our own statements as of a day."""

    today: date
    whose: tuple[str, str]
    currency: str
    statements: tuple[StatementView, ...]

    @property
    def customer_id(self) -> int:
        """No customer's."""
        return 0

    @property
    def files(self) -> Mapping[int, tuple[Attachment, ...]]:
        """No files are kept with our own statements."""
        return {}

    def keeper(self, session: CompanySession) -> StatementKeeper:
        """Our own books."""
        return session.liquidity


@dataclass(frozen=True, slots=True)
class Period:
    """A period as long as the newest one, with its figures; flows count as of a year."""

    end: date
    figures: Mapping[LiquidityCode, Figure]


@dataclass(frozen=True, slots=True)
class LiquidityRead:
    """The figures of the newest statement, all statements, and the periods to compare, the oldest first."""

    found: Liquidity
    book: OwnBook
    periods: tuple[Period, ...]
    before: StatementView | None = None


def read_liquidity(session: CompanySession, day: date) -> LiquidityRead:
    """Read all of it; runs on the database worker."""
    service, company = session.liquidity, session.company.get()
    found, views = service.liquidity(day), tuple(service.statements(day))
    book = OwnBook(session.clock.today(), (company.name, company.name_en), company.currency, views)
    if found.view is None:
        return LiquidityRead(found, book, ())
    newest = found.view.statement
    alike = [
        view
        for view in views
        if view.statement.months == newest.months and view.statement.currency == newest.currency
    ]
    periods = tuple(
        Period(view.statement.period_end, liquidity(annual(view.figures, view.statement.months)))
        for view in reversed(alike[:_MOST_PERIODS])
    )
    return LiquidityRead(found, book, periods, service.year_before(views))


def inputs_of(code: LiquidityCode) -> tuple[Line, ...]:
    """The lines that go into a figure."""
    return lines_of_sum(code) or INPUTS[RatioCode(code.value)]


def value_text(unit: str, value: Decimal, currency: str, formats: Formats) -> str:
    """A figure as it is read: whole money, whole days, or times."""
    if unit == "money":
        return formats.whole(int(value), currency)
    return number(value, 0 if unit == "days" else 2)


def change_text(unit: str, now: Decimal, before: Decimal, currency: str, formats: Formats) -> str:
    """By how much a figure changed, with its sign: what is shown of both, one taken from the other."""
    change = _shown(unit, now, currency) - _shown(unit, before, currency)
    text = value_text(unit, change, currency, formats)
    return f"+{text}" if change > 0 else text


def _shown(unit: str, value: Decimal, currency: str) -> Decimal:
    """A figure as far as it is written; money in minor units of whole amounts."""
    if unit == "money":
        return Decimal(whole_units(int(value), currency))
    return value.quantize(Decimal(1) if unit == "days" else Decimal("0.01"), ROUND_HALF_UP)
