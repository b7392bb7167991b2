"""The key figures of the health check in their order: unit, which way is good, and a usual target.

A usual target is a rule of thumb of credit control, meant to be replaced by the company's own; only the
two of bad debts (net write-offs below 1 % of credit sales, loss at most 0.5 % of turnover) are common.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

AT_MOST, BELOW, AT_LEAST = "≤", "<", "≥"
NEAR = Decimal("0.1")
"""A figure beside its target by no more than this share of the target is near it."""
BENCHMARK_CUT = Decimal("0.8")
"""A target of days lies 20 % below the benchmark it is compared with."""


@dataclass(frozen=True, slots=True)
class KpiKind:
    """One figure: ``unit`` money, share, days, count, times or points; ``usual`` is its usual target.

    ``rows`` names the operand that the rows behind it add up to. ``by_benchmark`` takes its target from
    the benchmark.
    """

    key: str
    unit: str
    bound: str
    rows: str
    usual: Decimal | None = None
    by_benchmark: bool = False


def _d(text: str) -> Decimal:
    return Decimal(text)


CATALOGUE: tuple[KpiKind, ...] = (
    KpiKind("dso", "days", AT_MOST, "receivables", by_benchmark=True),
    KpiKind("dso_year", "days", AT_MOST, "receivables", by_benchmark=True),
    KpiKind("dso_count_back", "days", AT_MOST, "receivables", by_benchmark=True),
    KpiKind("best_possible_dso", "days", AT_MOST, "current"),
    KpiKind("days_delinquent", "days", AT_MOST, "overdue", _d("10")),
    KpiKind("cei", "share", AT_LEAST, "end_total", _d("0.8")),
    KpiKind("cei_monthly", "share", AT_LEAST, "end_total"),
    KpiKind("turnover", "times", AT_LEAST, "sales"),
    KpiKind("overdue_rate", "share", AT_MOST, "overdue", _d("0.25")),
    KpiKind("over_90", "share", AT_MOST, "over_90", _d("0.05")),
    KpiKind("bad_debt_ratio", "share", BELOW, "net_written_off", _d("0.01")),
    KpiKind("loss_ratio", "share", AT_MOST, "loss", _d("0.005")),
    KpiKind("insured_share", "share", AT_LEAST, "insured", _d("0.8")),
    KpiKind("promises_kept", "share", AT_LEAST, "kept", _d("0.8")),
    KpiKind("dispute_share", "share", AT_MOST, "disputed", _d("0.03")),
    KpiKind("dispute_days", "days", AT_MOST, "dispute_days", _d("30")),
    KpiKind("days_late", "days", AT_MOST, "late_weighted", _d("10")),
    KpiKind("largest", "share", AT_MOST, "largest", _d("0.15")),
    KpiKind("top_five", "share", AT_MOST, "top_five"),
    KpiKind("hhi", "points", AT_MOST, "hhi"),
    KpiKind("above_limit_share", "share", AT_MOST, "above_limit", _d("0")),
    KpiKind("limit_breaches", "count", AT_MOST, "breaches", _d("0")),
    KpiKind("overrides", "count", AT_MOST, "overrides"),
    KpiKind("reviews_overdue", "count", AT_MOST, "reviews", _d("0")),
    KpiKind("provision_cover", "share", AT_LEAST, "over_90"),
)
KPI_KINDS: Mapping[str, KpiKind] = {one.key: one for one in CATALOGUE}


def standing(value: Decimal | None, target: Decimal | None, bound: str) -> str:
    """``ok``, ``near`` (beside the target by at most a tenth of it) or ``miss``; ``none`` without both."""
    if value is None or target is None:
        return "none"
    beside = target - value if bound == AT_LEAST else value - target
    if beside < 0 or (beside == 0 and bound != BELOW):
        return "ok"
    return "near" if beside <= abs(target) * NEAR else "miss"
