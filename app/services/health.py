"""The health check (信用体检): key figures of any periods, rows behind them, targets, and the risk map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kpi_catalogue import CATALOGUE, standing
from app.domain.kpi_period import Period, PeriodKind, back_from, named_period, period_of, periods_between
from app.domain.problem import DomainError
from app.services.control import Silent
from app.services.health_aims import Aims
from app.services.health_facts import gathered
from app.services.health_figures import ONE_CUSTOMER, Working
from app.services.health_memory import LedgerMemory
from app.services.health_notes import note_of
from app.services.health_risk import Risk
from app.services.health_rows import RowsBehind
from app.services.health_views import Health, HealthFigure, KpiRows, TrendPoint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from app.domain.changes import ChangeSet
    from app.services.control import Control
    from app.services.health_facts import PeriodFacts
    from app.services.health_figures import Worked
    from app.services.health_ports import HealthDesk
    from app.services.health_views import AgingTrend, Aim, Concentrated, HeatMap, Migration

POINTS = 8
_KEPT = 64
"""Facts of so many periods are kept at most until the file changes."""
_NAMED = ("over_90", "largest", "limit_breaches", "above_limit_share")
_OF_A_YEAR = frozenset({"dso_year", "dso_count_back", "bad_debt_ratio", "loss_ratio"})
_OF_PERIOD = {"kpi.no_sales": "health.no_sales", "kpi.no_promises": "health.no_promises"}
"""Reasons that speak of a year on Today, and of the period here."""
_HEAT = frozenset({"grade", "region", "industry"})


class HealthService:
    """Reads everything from the dated ledger; only targets and benchmarks are kept."""

    def __init__(self, desk: HealthDesk) -> None:
        self._desk = desk
        self._aims = Aims(desk.settings, desk.benchmarks, desk.country)
        self._memory = LedgerMemory(desk)
        self._risk = Risk(desk, self._memory)
        self._known: dict[Period, PeriodFacts] = {}
        self._state: tuple[date, int] | None = None

    # -- periods --------------------------------------------------------------------------------

    def periods(self, kind: PeriodKind = PeriodKind.QUARTER) -> tuple[Period, ...]:
        """Those with anything in the ledger, the newest first; today's is the first."""
        today = self._desk.today()
        return periods_between(min(self._desk.reader.first_day() or today, today), today, kind)

    def period(self, name: str) -> Period:
        """The one called ``2025Q4``, ``2025-12``, ``2025`` or ``2025-10-01..2025-12-31``."""
        return named_period(name)

    def last_quarter(self) -> Period:
        """The newest quarter that is over and holds anything, else today's."""
        today = self._desk.today()
        over = [one for one in self.periods() if one.end <= today]
        return over[0] if over else period_of(today, PeriodKind.QUARTER)

    # -- figures --------------------------------------------------------------------------------

    def figures(self, period: Period, control: Control | None = None, *, points: int = POINTS) -> Health:
        """All figures of a period, with ``points`` periods of the same kind as their trend."""
        return self.series(back_from(period, max(1, points)), control)[-1]

    def series(self, periods: Sequence[Period], control: Control | None = None) -> tuple[Health, ...]:
        """All figures of many periods at once, in their order.

        Each figure's trend begins with the first; who is behind a figure is said of the last period only.
        """
        if not periods:
            return ()
        self._require_begun(periods)
        aims = self._aims.by_key()
        limit = _one_customer(aims)
        facts = self._facts(periods, control)
        worked = [Working(one, limit).all() for one in facts]
        names = self._names(facts[-1], worked[-1], limit)
        return tuple(
            self._health(periods[: place + 1], facts[place], worked[: place + 1], aims,
                         names if place == len(facts) - 1 else {})
            for place in range(len(facts))
        )  # fmt: skip

    def rows(self, key: str, period: Period, control: Control | None = None) -> KpiRows:
        """The rows behind a figure; empty where it has none."""
        self._require_begun([period])
        (facts,) = self._facts([period], control)
        return RowsBehind(self._desk, facts, _one_customer(self._aims.by_key())).rows(key)

    def _facts(self, periods: Sequence[Period], control: Control | None) -> list[PeriodFacts]:
        """The facts of periods; those worked out since the file last changed are not read again."""
        state = self._desk.today(), self._desk.reader.state()
        if self._state != state or len(self._known) > _KEPT:
            self._known, self._state = {}, state
        missing = [one for one in dict.fromkeys(periods) if one not in self._known]
        if missing:
            found = gathered(self._desk, self._memory, missing, control or Silent())
            self._known |= dict(zip(missing, found, strict=True))
        return [self._known[one] for one in periods]

    def _names(
        self, facts: PeriodFacts, worked: Mapping[str, Worked], limit: Decimal
    ) -> dict[str, list[str]]:
        """Who is behind the figures that name somebody."""
        behind = RowsBehind(self._desk, facts, limit)
        wanted = [key for key in _NAMED if worked[key].figure.value]
        return {key: [one.customer for one in behind.rows(key).rows] for key in wanted}

    def _health(
        self,
        periods: Sequence[Period],
        facts: PeriodFacts,
        worked: Sequence[Mapping[str, Worked]],
        aims: Mapping[str, Aim],
        names: Mapping[str, Sequence[str]],
    ) -> Health:
        figures = []
        for kind in CATALOGUE:
            one, aim = worked[-1][kind.key], aims[kind.key]
            values = [each[kind.key].figure.value for each in worked]
            note, said = note_of(kind, facts, values, aim.target, names)
            figures.append(
                HealthFigure(
                    kind.key,
                    kind.unit,
                    one.figure.value,
                    one.figure.why
                    if kind.key in _OF_A_YEAR
                    else _OF_PERIOD.get(one.figure.why, one.figure.why),
                    {"period": facts.period.name},
                    facts.base if kind.unit == "money" else "",
                    kind.key,
                    one.operands,
                    aim.target,
                    aim.chosen,
                    kind.bound,
                    standing(one.figure.value, aim.target.value if aim.target else None, kind.bound),
                    values[-2] if len(values) > 1 else None,
                    tuple(TrendPoint(each, value) for each, value in zip(periods, values, strict=True)),
                    note,
                    said,
                )
            )
        return Health(
            periods[-1], facts.period.end, facts.base, tuple(figures), facts.missing, facts.unfinished
        )

    def _require_begun(self, periods: Sequence[Period]) -> None:
        today = self._desk.today()
        for one in sorted(periods, key=lambda each: each.start, reverse=True):
            if one.start > today:
                raise DomainError("period.not_begun", period=one.name, start=one.start, today=today)

    # -- risk -----------------------------------------------------------------------------------

    def heat_map(self, period: Period, by: str = "grade") -> HeatMap:
        """Exposure at the end of a period by grade, region or industry × size."""
        if by not in _HEAT:
            raise DomainError("health.no_such_map", by=by)
        return self._risk.heat_map(self._end(period), by)

    def concentration(self, period: Period) -> Concentrated:
        """Who owes how much of all at the end of a period."""
        return self._risk.concentration(self._end(period), _one_customer(self._aims.by_key()))

    def migration(self, start: date, end: date) -> Migration:
        """How grades moved between two days."""
        return self._risk.migration(start, end)

    def aging_trend(self, periods: Sequence[Period]) -> AgingTrend:
        """What stood open by age at the ends of periods."""
        self._require_begun(periods)
        return self._risk.aging_trend(periods)

    def _end(self, period: Period) -> date:
        self._require_begun([period])
        return period.cut(self._desk.today()).end

    # -- targets and benchmarks -----------------------------------------------------------------

    def aims(self) -> tuple[Aim, ...]:
        """Every figure with its target and benchmarks, in the order of the page."""
        return self._aims.all()

    def set_target(self, key: str, text: str) -> ChangeSet:
        """Choose a target as typed: a share in per cent, days, a count; "" for none at all."""
        return self._aims.set_target(key, text)

    def reset_target(self, key: str) -> ChangeSet:
        """Back to the usual one."""
        return self._aims.reset_target(key)

    def choose_benchmark(self, key: str, code: str) -> ChangeSet:
        """Compare with one of those offered; "" compares with none."""
        return self._aims.choose_benchmark(key, code)

    def set_benchmark(
        self, key: str, value: Decimal, source: str, on: date | None = None, url: str = ""
    ) -> ChangeSet:
        """Compare with a figure of one's own; who published it has to be said."""
        return self._aims.set_benchmark(key, value, source, on, url)

    def reset_benchmark(self, key: str) -> ChangeSet:
        """Back to the usual one."""
        return self._aims.reset_benchmark(key)


def _one_customer(aims: Mapping[str, Aim]) -> Decimal:
    """The share of receivables one customer may have: the target of the largest."""
    target = aims["largest"].target
    return target.value if target is not None else ONE_CUSTOMER
