"""Our own statements and what they say of our liquidity: typed or read from a file, as a customer's are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.credit_file import FinancialStatement, StatementQuality
from app.domain.credit_file_rules import annual, check_statement, figures_text
from app.domain.liquidity import MONEY, LiquidityFigure, liquidity
from app.domain.measure_record import OwnStatement
from app.domain.problem import DomainError
from app.services.control import Silent
from app.services.credit_file_statements import view_of, views_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from app.domain.changes import ChangeSet
    from app.domain.clock import Clock
    from app.domain.credit_file_views import StatementFile, StatementView
    from app.domain.financials import Figures, Line
    from app.domain.liquidity import LiquidityCode
    from app.domain.ratios import Figure
    from app.services.cash import CashService
    from app.services.cash_views import CashForecast
    from app.services.control import Control
    from app.services.credit_files import CreditFileService
    from app.services.ports import Store, UnitOfWork

_A_YEAR_APART = range(330, 401)


@dataclass(frozen=True, slots=True)
class LiquidityDesk:
    """The company file and the services beside it."""

    store: Store
    clock: Clock
    files: CreditFileService
    cash: CashService
    base: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Liquidity:
    """Our liquidity by the newest statement up to a day; None where there is none.

    ``forecast`` is the cash forecast of the day: its gap is the *cash gap*.
    """

    as_of: date
    view: StatementView | None
    figures: tuple[LiquidityFigure, ...]
    forecast: CashForecast


class LiquidityService:
    """Keeps our own statements; a statement in here has no customer (0)."""

    def __init__(self, desk: LiquidityDesk) -> None:
        self._desk = desk

    def statements(self, as_of: date | None = None) -> list[StatementView]:
        """Statements of periods that ended by the day, the newest first."""
        day = as_of or self._desk.clock.today()
        kept = [one for one in self._desk.store.find(OwnStatement) if one.period_end <= day]
        kept.sort(key=lambda one: (one.period_end, one.months, one.id), reverse=True)
        return views_of([_shown(one) for one in kept], day)

    def liquidity(self, as_of: date | None = None) -> Liquidity:
        """The figures of the newest statement, with those of a year before, and the cash gap."""
        day = as_of or self._desk.clock.today()
        views = self.statements(day)
        forecast = self._desk.cash.forecast(day)
        if not views:
            return Liquidity(day, None, (), forecast)
        newest, before = views[0], self.year_before(views)
        then = _of(before) if before is not None else {}
        if before is not None and before.statement.currency != newest.statement.currency:
            then = {code: figure for code, figure in then.items() if code not in MONEY}
        figures = tuple(
            LiquidityFigure(code, figure, then[code].value if code in then else None)
            for code, figure in _of(newest).items()
        )
        return Liquidity(day, newest, figures, forecast)

    @staticmethod
    def year_before(views: Sequence[StatementView]) -> StatementView | None:
        """The statement a year before the newest one, as long as it; None where there is none."""
        return next((one for one in views[1:] if _year_before(views[0], one)), None)

    # -- entering -------------------------------------------------------------------------------

    def preview_statement(self, statement: FinancialStatement, figures: Figures) -> StatementView:
        """Problems and ratios of a statement that is being typed; nothing is stored."""
        return view_of(replace(statement, figures=figures_text(figures)), self._desk.clock.today())

    def save_statement(self, statement: FinancialStatement, figures: Figures) -> ChangeSet:
        """Write a statement with its lines in minor units; one per period and length."""
        made = self._clean(statement, figures)
        with self._desk.store.write() as unit:
            if any(one.id != made.id for one in _same(unit, made)):
                raise DomainError("credit_file.statement_twice", period=made.period_end)
            _store(unit, made)
            return unit.commit("liquidity.saved", period=made.period_end)

    def save_statements(
        self, read: Sequence[tuple[FinancialStatement, Figures]], paper: tuple[str, bytes] | None = None
    ) -> ChangeSet:
        """Write the statements of a file as one action; one there already is replaced.

        The file itself is not kept: ``paper`` is taken for the name alone, as the source.
        """
        made = [self._clean(statement, figures) for statement, figures in read]
        ends = [(one.period_end, one.months) for one in made]
        if twice := [end for end in ends if ends.count(end) > 1]:
            raise DomainError("credit_file.period_twice", period=twice[0][0])
        with self._desk.store.write() as unit:
            for one in made:
                named = replace(one, source=one.source or (paper[0] if paper else ""))
                for stored in _same(unit, one)[:1]:
                    named = replace(named, id=stored.id, version=stored.version)
                _store(unit, named)
            return unit.commit("liquidity.read", n=len(made))

    def remove_statement(self, statement_id: int) -> ChangeSet:
        """Put a statement in the bin."""
        with self._desk.store.write() as unit:
            gone = unit.get(OwnStatement, statement_id)
            unit.remove(OwnStatement, [statement_id])
            return unit.commit("liquidity.removed", period=gone.period_end)

    def read_statements(
        self, path: Path, currency: str = "", unit: int | None = None, control: Control | None = None
    ) -> StatementFile:
        """What a file of statements proposes; ``unit`` overrules what the file says (1, 1,000, 10,000)."""
        return self._desk.files.read_statements(
            path, currency or self._desk.base(), unit, control or Silent()
        )

    def line_named(self, name: str) -> Line | None:
        """The line that a name in a statement stands for; None for one that nobody knows."""
        return self._desk.files.line_named(name)

    def _clean(self, statement: FinancialStatement, figures: Figures) -> OwnStatement:
        tidy = replace(
            statement,
            figures=figures_text(figures),
            source=statement.source.strip(),
            note=statement.note.strip(),
        )
        check_statement(tidy, figures, self._desk.clock.today())
        return OwnStatement(
            tidy.period_end,
            tidy.currency,
            tidy.figures,
            tidy.months,
            tidy.unit,
            tidy.quality.value,
            tidy.source,
            tidy.note,
            id=tidy.id,
            version=tidy.version,
        )


def _store(unit: UnitOfWork, made: OwnStatement) -> None:
    if made.id:
        unit.replace(made)
    else:
        unit.add(made)


def _same(unit: UnitOfWork, made: OwnStatement) -> list[OwnStatement]:
    """What is stored of the same period and length."""
    return unit.find(OwnStatement, period_end=made.period_end.isoformat(), months=made.months)


def _shown(one: OwnStatement) -> FinancialStatement:
    """Our statement as a customer's is shown."""
    quality = StatementQuality(one.quality) if one.quality in set(StatementQuality) else None
    return FinancialStatement(
        0,
        one.period_end,
        one.currency,
        one.figures,
        one.months,
        one.unit,
        quality or StatementQuality.MANAGEMENT,
        one.source,
        note=one.note,
        id=one.id,
        version=one.version,
    )


def _of(view: StatementView) -> dict[LiquidityCode, Figure]:
    return liquidity(annual(view.figures, view.statement.months))


def _year_before(newest: StatementView, other: StatementView) -> bool:
    apart = (newest.statement.period_end - other.statement.period_end).days
    return other.statement.months == newest.statement.months and apart in _A_YEAR_APART
