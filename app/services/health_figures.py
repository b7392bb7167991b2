"""From a period's facts to its figures: the formula of each with its operands, and why there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.domain import kpi
from app.domain.concentration import concentration
from app.domain.kpi import Figure
from app.domain.money import to_major
from app.services.health_facts import PeriodFacts
from app.services.health_views import Operand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ONE_CUSTOMER = Decimal("0.15")
"""The share of receivables one customer may have unless the company says otherwise."""
_FIVE = 5
_NO_POLICY = Figure(None, "kpi.no_policy")
_NO_PROVISION = Figure(None, "kpi.no_provision")


class Worked(NamedTuple):
    """A figure and what it was worked out from; ``formula`` where it is not that of its key."""

    figure: Figure
    operands: tuple[Operand, ...]


class Working:
    """Works out every figure of one period; ``limit`` is the share one customer may have."""

    def __init__(self, facts: PeriodFacts, limit: Decimal = ONE_CUSTOMER) -> None:
        self._facts = facts
        self._limit = limit

    def all(self) -> Mapping[str, Worked]:
        """By key."""
        figures: Mapping[str, Callable[[], Worked]] = {
            "dso": self._dso,
            "dso_year": self._dso_year,
            "dso_count_back": self._count_back,
            "best_possible_dso": self._best_possible,
            "days_delinquent": self._delinquent,
            "cei": self._cei,
            "cei_monthly": self._cei_monthly,
            "turnover": self._turnover,
            "overdue_rate": self._overdue_rate,
            "over_90": self._over_90,
            "bad_debt_ratio": self._bad_debt_ratio,
            "loss_ratio": self._loss_ratio,
            "insured_share": self._insured_share,
            "promises_kept": self._promises_kept,
            "dispute_share": self._dispute_share,
            "dispute_days": self._dispute_days,
            "days_late": self._days_late,
            "limit_breaches": self._breaches,
            "overrides": self._overrides,
            "reviews_overdue": self._reviews,
            "provision_cover": self._provision_cover,
        }
        return {**{key: work() for key, work in figures.items()}, **self._concentration()}

    def _money(self, name: str, minor: int) -> Operand:
        return Operand(name, to_major(minor, self._facts.base))

    @property
    def _days(self) -> Operand:
        return _count("days", self._facts.period.days, "days")

    # -- how long money is out ------------------------------------------------------------------

    def _dso(self) -> Worked:
        one = self._facts
        operands = self._money("receivables", one.end), self._money("sales", one.sales), self._days
        return Worked(kpi.dso_simple(one.end, one.sales, one.period.days), operands)

    def _dso_year(self) -> Worked:
        one = self._facts
        operands = (
            self._money("receivables", one.end),
            self._money("sales_year", one.sales_year),
            _count("days", one.known, "days"),
        )
        return Worked(kpi.dso_year(one.end, one.sales_year, one.known), operands)

    def _count_back(self) -> Worked:
        one = self._facts
        figure = kpi.dso_count_back(one.end, one.months)
        used = kpi.months_counted(one.end, one.months)
        operands = (
            self._money("receivables", one.end),
            self._money("months_sales", sum(each.sales for each in one.months[:used])),
            _count("months_used", used),
        )
        return Worked(figure, operands)

    def _best_possible(self) -> Worked:
        one = self._facts
        operands = self._money("current", one.current), self._money("sales", one.sales), self._days
        return Worked(kpi.best_possible_dso(one.current, one.sales, one.period.days), operands)

    def _delinquent(self) -> Worked:
        one = self._facts
        operands = self._money("overdue", one.overdue), self._money("sales", one.sales), self._days
        figure = kpi.average_days_delinquent(one.end, one.current, one.sales, one.period.days)
        return Worked(figure, operands)

    # -- how well it is collected ---------------------------------------------------------------

    def _cei(self) -> Worked:
        one = self._facts
        operands = (
            self._money("begin", one.begin),
            self._money("sales", one.sales),
            self._money("end_total", one.end),
            self._money("end_current", one.current),
        )
        return Worked(kpi.cei(one.begin, one.sales, one.end, one.current), operands)

    def _cei_monthly(self) -> Worked:
        one = self._facts
        months = one.period.months
        operands = (
            self._money("begin", one.begin),
            self._money("sales", one.sales),
            _count("months", months),
            self._money("end_total", one.end),
            self._money("end_current", one.current),
        )
        return Worked(kpi.cei_monthly(one.begin, one.sales, months, one.end, one.current), operands)

    def _turnover(self) -> Worked:
        one = self._facts
        operands = (
            self._money("sales", one.sales),
            self._money("begin", one.begin),
            self._money("end_total", one.end),
        )
        return Worked(kpi.turnover(one.sales, one.begin, one.end), operands)

    def _days_late(self) -> Worked:
        one = self._facts
        signed = kpi.days_late(one.signed, one.paid)
        operands = (
            self._money("late_weighted", one.late),
            self._money("paid", one.paid),
            Operand("signed_days", signed.value, "days"),
        )
        return Worked(kpi.days_late(one.late, one.paid), operands)

    # -- how much is late -----------------------------------------------------------------------

    def _overdue_rate(self) -> Worked:
        one = self._facts
        operands = self._money("overdue", one.overdue), self._money("debits", one.debits)
        return Worked(kpi.overdue_rate(one.overdue, one.debits), operands)

    def _over_90(self) -> Worked:
        one = self._facts
        operands = self._money("over_90", one.over_90), self._money("debits", one.debits)
        return Worked(kpi.share_of_open(one.over_90, one.debits), operands)

    # -- what is lost and what is safe ----------------------------------------------------------

    def _bad_debt_ratio(self) -> Worked:
        one = self._facts
        net = one.written_off - one.recovered
        operands = (
            self._money("net_written_off", net),
            self._money("written_off", one.written_off),
            self._money("recovered", one.recovered),
            self._money("sales_year", one.sales_year),
        )
        return Worked(kpi.loss_share(net, one.sales_year), operands)

    def _loss_ratio(self) -> Worked:
        one = self._facts
        loss = one.written_off - one.recovered - one.indemnity
        operands = (
            self._money("loss", loss),
            self._money("written_off", one.written_off),
            self._money("recovered", one.recovered),
            self._money("indemnity", one.indemnity),
            self._money("turnover_year", one.sales_year),
        )
        return Worked(kpi.loss_share(loss, one.sales_year), operands)

    def _insured_share(self) -> Worked:
        one = self._facts
        if one.insured is None:
            return Worked(_NO_POLICY, ())
        operands = self._money("insured", one.insured), self._money("insurable", one.insurable)
        return Worked(kpi.share_of_open(one.insured, one.insurable), operands)

    def _provision_cover(self) -> Worked:
        one = self._facts
        over = self._money("over_90", one.over_90)
        if one.provision is None:
            return Worked(_NO_PROVISION, (over,))
        return Worked(
            kpi.provision_cover(one.provided, one.over_90), (self._money("provision", one.provided), over)
        )

    # -- promises and disputes ------------------------------------------------------------------

    def _promises_kept(self) -> Worked:
        one = self._facts
        judged = len(one.judged)
        return Worked(kpi.kept_share(one.kept, judged), (_count("kept", one.kept), _count("judged", judged)))

    def _dispute_share(self) -> Worked:
        one = self._facts
        operands = self._money("disputed", one.disputed), self._money("debits", one.debits)
        return Worked(kpi.share_of_open(one.disputed, one.debits), operands)

    def _dispute_days(self) -> Worked:
        days = [each.days for each in self._facts.quarrels]
        operands = _count("dispute_days", sum(days), "days"), _count("disputes", len(days))
        return Worked(kpi.mean_days(days), operands)

    # -- concentration --------------------------------------------------------------------------

    def _concentration(self) -> Mapping[str, Worked]:
        owed = [amount for _, amount in self._facts.balances if amount > 0]
        found = concentration(owed, self._limit * 100)
        total = self._money("owed", sum(owed))
        if found is None:
            none = Worked(kpi.NO_RECEIVABLES, ())
            return dict.fromkeys(("largest", "top_five", "hhi", "above_limit_share"), none)
        edge = self._limit * sum(owed)
        above = [amount for amount in owed if amount > edge]
        points = Operand("hhi", found.hhi, "points")
        return {
            "largest": _share(self._money("largest", owed[0]), total),
            "top_five": _share(self._money("top_five", sum(owed[:_FIVE])), total),
            "hhi": Worked(Figure(found.hhi), (points, Operand("effective", found.effective, "points"))),
            "above_limit_share": _share(
                self._money("above_limit", sum(above)),
                total,
                _count("customers", len(above)),
                Operand("limit", self._limit, "share"),
            ),
        }

    # -- credit decisions -----------------------------------------------------------------------

    def _breaches(self) -> Worked:
        return _counted("breaches", len(self._facts.breaches))

    def _overrides(self) -> Worked:
        made = self._facts.exceptions
        number = Decimal(len(made))
        overrides = sum(one.kind == "override" for one in made)
        operands = (
            _count("overrides", len(made)),
            _count("grade_overrides", overrides),
            _count("releases", len(made) - overrides),
            _count("assessments", self._facts.assessments),
        )
        return Worked(Figure(number), operands)

    def _reviews(self) -> Worked:
        return _counted("reviews", len(self._facts.reviews))


def _count(name: str, number: int, unit: str = "count") -> Operand:
    return Operand(name, Decimal(number), unit)


def _counted(name: str, number: int) -> Worked:
    return Worked(Figure(Decimal(number)), (_count(name, number),))


def _share(part: Operand, whole: Operand, *more: Operand) -> Worked:
    if part.value is None or not whole.value:
        return Worked(kpi.NO_RECEIVABLES, ())
    return Worked(Figure(part.value / whole.value), (part, whole, *more))
