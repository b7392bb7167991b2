"""Distress models as a second opinion: Altman's Z, Z' and Z'', and Zmijewski's probability.

They never make a grade. Ratios enter as decimals: the coefficients .012/.014/.033/.006 that are
sometimes printed belong to ratios in per cent. Values on a boundary are grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from statistics import NormalDist

from app.domain.financials import Figures, Line, completed
from app.domain.ratios import Figure

EM_SHIFT = Decimal("3.25")
"""What turns Z'' into the emerging-market score (Altman, Hartzell, Peck 1995)."""


class Zone(StrEnum):
    """Where a model puts a firm."""

    SAFE = "safe"
    GREY = "grey"
    DISTRESS = "distress"


@dataclass(frozen=True, slots=True)
class Model:
    """A weighted sum of ratios and its zones: below ``low`` distress, above ``high`` safe."""

    code: str
    weights: tuple[tuple[str, Decimal], ...]
    low: Decimal
    high: Decimal
    source: str

    def zone(self, value: Decimal) -> Zone:
        """The zone of a value; both boundaries are grey."""
        if value < self.low:
            return Zone.DISTRESS
        return Zone.SAFE if value > self.high else Zone.GREY

    def score(self, parts: dict[str, Decimal]) -> Decimal:
        """The sum over ratios by name, as decimals."""
        return sum((weight * parts[name] for name, weight in self.weights), Decimal(0))


def _weights(**given: str) -> tuple[tuple[str, Decimal], ...]:
    return tuple((name, Decimal(weight)) for name, weight in given.items())


Z_1968 = Model(
    "z",
    _weights(wc_ta="1.2", re_ta="1.4", ebit_ta="3.3", equity_tl="0.6", sales_ta="0.999"),
    Decimal("1.81"),
    Decimal("2.99"),
    "Altman, J. Finance 23(4), 1968; market value of equity",
)
Z_PRIME = Model(
    "z_prime",
    _weights(wc_ta="0.717", re_ta="0.847", ebit_ta="3.107", equity_tl="0.420", sales_ta="0.998"),
    Decimal("1.23"),
    Decimal("2.90"),
    "Altman 1983; book value of equity, private manufacturers",
)
Z_DOUBLE_PRIME = Model(
    "z_double_prime",
    _weights(wc_ta="6.56", re_ta="3.26", ebit_ta="6.72", equity_tl="1.05"),
    Decimal("1.10"),
    Decimal("2.60"),
    "Altman, Hartzell, Peck 1995; private and non-manufacturing firms, emerging markets",
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one model says: its value and zone, or why it says nothing; ``probability`` where it gives one."""

    model: str
    figure: Figure
    zone: Zone | None = None
    probability: float | None = None


def opinion(model: Model, given: Figures, market_equity: int | None = None) -> Opinion:
    """A Z model on a statement; ``market_equity`` (minor units) is needed for the listed firms' Z alone."""
    figures = completed(given)
    equity = market_equity if model is Z_1968 else figures.get(Line.EQUITY)
    lacking = [line for line in _needed(model) if line not in figures]
    if lacking:
        return Opinion(model.code, Figure(None, "ratio.lacking", {"lines": tuple(lacking)}))
    if equity is None:
        return Opinion(model.code, Figure(None, "distress.market_equity"))
    for line in (Line.TOTAL_ASSETS, Line.TOTAL_LIABILITIES):
        if figures[line] <= 0:
            return Opinion(model.code, Figure(None, "ratio.zero", {"line": line}))
    assets = figures[Line.TOTAL_ASSETS]
    parts = {
        "wc_ta": Decimal(figures[Line.CURRENT_ASSETS] - figures[Line.CURRENT_LIABILITIES]) / assets,
        "re_ta": Decimal(figures[Line.RETAINED_EARNINGS]) / assets,
        "ebit_ta": Decimal(figures[Line.EBIT]) / assets,
        "equity_tl": Decimal(equity) / figures[Line.TOTAL_LIABILITIES],
        "sales_ta": Decimal(figures.get(Line.REVENUE, 0)) / assets,
    }
    value = model.score(parts)
    return Opinion(model.code, Figure(value), model.zone(value))


def zmijewski(given: Figures) -> Opinion:
    """Zmijewski 1984: the probability that a firm fails; above one half is distress, higher is worse."""
    figures = completed(given)
    needed = (
        Line.NET_PROFIT,
        Line.TOTAL_LIABILITIES,
        Line.TOTAL_ASSETS,
        Line.CURRENT_ASSETS,
        Line.CURRENT_LIABILITIES,
    )
    lacking = tuple(line for line in needed if line not in figures)
    if lacking:
        return Opinion("zmijewski", Figure(None, "ratio.lacking", {"lines": lacking}))
    for line in (Line.TOTAL_ASSETS, Line.CURRENT_LIABILITIES):
        if figures[line] <= 0:
            return Opinion("zmijewski", Figure(None, "ratio.zero", {"line": line}))
    value = zmijewski_score(
        Decimal(figures[Line.NET_PROFIT]) / figures[Line.TOTAL_ASSETS],
        Decimal(figures[Line.TOTAL_LIABILITIES]) / figures[Line.TOTAL_ASSETS],
        Decimal(figures[Line.CURRENT_ASSETS]) / figures[Line.CURRENT_LIABILITIES],
    )
    zone = Zone.DISTRESS if value > 0 else Zone.SAFE
    return Opinion("zmijewski", Figure(value), zone, NormalDist().cdf(float(value)))


def zmijewski_score(return_on_assets: Decimal, debt: Decimal, current: Decimal) -> Decimal:
    """X = −4.336 − 4.513 NI/TA + 5.679 TL/TA + 0.004 CA/CL; higher is worse."""
    return (
        Decimal("-4.336")
        - Decimal("4.513") * return_on_assets
        + Decimal("5.679") * debt
        + Decimal("0.004") * current
    )


def _needed(model: Model) -> tuple[Line, ...]:
    lines = (
        Line.CURRENT_ASSETS,
        Line.CURRENT_LIABILITIES,
        Line.RETAINED_EARNINGS,
        Line.EBIT,
        Line.TOTAL_ASSETS,
        Line.TOTAL_LIABILITIES,
    )
    with_sales = any(name == "sales_ta" for name, _ in model.weights)
    return (*lines, Line.REVENUE) if with_sales else lines
