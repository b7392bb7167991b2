"""Key figures against worked cases, and what they say where there is nothing to work out."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import kpi
from app.domain.kpi import NO_SALES, TOO_YOUNG, PeriodSales, days_known, dso_year

CASES = {
    one["id"]: one
    for one in json.loads((Path(__file__).parents[1] / "oracles/kpi.json").read_text("utf-8"))["oracles"]
}


def expected(case: str) -> tuple[dict[str, Any], dict[str, Any]]:
    return CASES[case]["given"], CASES[case]["expect"]


def value(figure: kpi.Figure, places: str = "0.1") -> Decimal:
    assert figure.value is not None
    return figure.value.quantize(Decimal(places))


def test_dso_simple() -> None:
    given_, told = expected("KP01")
    figure = kpi.dso_simple(given_["ar"], given_["sales"], given_["days"])
    assert value(figure) == Decimal(str(told["dso"]))


def test_best_possible_dso_and_average_days_delinquent() -> None:
    one, told = expected("KP03")
    ar, sales, days = one["ar"], one["sales"], one["days"]
    assert value(kpi.dso_simple(ar, sales, days)) == told["dso"]
    assert value(kpi.best_possible_dso(one["current"], sales, days)) == told["bpdso"]
    assert value(kpi.average_days_delinquent(ar, one["current"], sales, days)) == told["add"]


def test_days_and_best_days_of_a_quarter() -> None:
    one, told = expected("dso")
    assert value(kpi.dso_simple(one["ending_ar"], one["credit_sales"], one["days"])) == told["DSO"]
    one, told = expected("bpdso")
    ar, current, sales, days = (one[name] for name in ("ending_ar", "current_ar", "credit_sales", "days"))
    assert value(kpi.best_possible_dso(current, sales, days)) == told["BPDSO"]
    assert value(kpi.average_days_delinquent(ar, current, sales, days)) == told["ADD"]


def test_nothing_due_has_no_collection_effectiveness() -> None:
    one, told = expected("cei_zero")
    figure = kpi.cei(one["begin"], one["sales"], one["end_total"], one["end_current"])
    assert figure.value is told["CEI"]
    assert figure.why == "kpi.nothing_due"


def test_turnover_by_the_average_of_both_ends() -> None:
    one, told = expected("turnover")
    figure = kpi.turnover(one["credit_sales"], one["avg_ar"] - 1_000, one["avg_ar"] + 1_000)
    assert figure.value == Decimal(str(told["turnover"]))


def test_the_count_back_tells_how_many_months_it_took() -> None:
    months = [PeriodSales(100, 31), PeriodSales(-20, 30), PeriodSales(400, 31)]
    assert [kpi.months_counted(rest, months) for rest in (0, 100, 101, 500, 501)] == [0, 1, 3, 3, 3]


def test_collection_effectiveness_by_month() -> None:
    one, told = expected("KP05")
    figure = kpi.cei_monthly(one["begin_ar"], one["sales"], one["months"], one["end_ar"], one["end_current"])
    assert value(figure, "0.001") * 100 == Decimal(str(told["cei"]))


def test_collection_effectiveness_over_the_whole_period() -> None:
    assert value(kpi.cei(100, 300, 120, 80), "0.001") == Decimal("0.875")


def test_count_back_takes_whole_months_from_the_latest_back() -> None:
    months = [PeriodSales(100, 31), PeriodSales(200, 30), PeriodSales(400, 31)]
    assert value(kpi.dso_count_back(200, months)) == Decimal("46.0")  # 31 + half of 30
    assert value(kpi.dso_count_back(300, [PeriodSales(100, 31), PeriodSales(0, 30), PeriodSales(400, 31)]))
    assert kpi.dso_count_back(1_000, months).why == "kpi.too_few_sales"
    assert kpi.dso_count_back(0, months).value == 0


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        (kpi.dso_simple(5, 0, 30), "kpi.no_sales"),
        (kpi.best_possible_dso(5, -1, 30), "kpi.no_sales"),
        (kpi.overdue_rate(0, 0), "kpi.no_receivables"),
        (kpi.cei(0, 0, 0, 0), "kpi.nothing_due"),
        (kpi.cei_monthly(5, 5, 0, 1, 1), "kpi.no_sales"),
        (kpi.cei_monthly(0, 0, 3, 0, 0), "kpi.nothing_due"),
        (kpi.cei_monthly(0, 1_200, 12, 200, 90), "kpi.grown"),
        (kpi.dso_count_back(0, [PeriodSales(0, 31), PeriodSales(-5, 30)]), "kpi.no_sales"),
        (kpi.kept_share(0, 0), "kpi.no_promises"),
        (kpi.turnover(5, 0, 0), "kpi.no_receivables"),
        (kpi.loss_share(5, 0), "kpi.no_sales"),
        (kpi.days_late(5, 0), "kpi.no_payments"),
        (kpi.mean_days([]), "kpi.no_disputes"),
        (kpi.share_of_open(0, 0), "kpi.no_receivables"),
        (kpi.provision_cover(5, 0), "kpi.nothing_over_90"),
    ],
)
def test_what_cannot_be_worked_out_says_why(figure: kpi.Figure, why: str) -> None:
    assert (figure.value, figure.why) == (None, why)


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(1, 10**12))
def test_delinquent_and_best_possible_days_are_the_dso(ar: int, current: int, sales: int) -> None:
    late = kpi.average_days_delinquent(ar, current, sales, 365).value
    best, dso = kpi.best_possible_dso(current, sales, 365).value, kpi.dso_simple(ar, sales, 365).value
    assert late is not None
    assert best is not None
    assert dso is not None
    assert abs(late + best - dso) < Decimal("0.001")


def test_a_young_ledger_is_not_stretched_over_a_year() -> None:
    day = date(2025, 12, 31)
    assert days_known(None, day, 365) == days_known(date(2026, 1, 1), day, 365) == 0
    assert days_known(date(2025, 10, 1), day, 365) == 92
    assert days_known(date(2020, 1, 1), day, 365) == 365
    assert dso_year(100_00, 200_00, 92).value == 46
    assert dso_year(100_00, 200_00, 89) == TOO_YOUNG
    assert dso_year(100_00, 0, 89) == NO_SALES
