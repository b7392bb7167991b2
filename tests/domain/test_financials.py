"""Statements, ratios and distress models: the published cases, and no value where there is none."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.distress import (
    EM_SHIFT,
    Z_1968,
    Z_DOUBLE_PRIME,
    Z_PRIME,
    Zone,
    opinion,
    zmijewski,
    zmijewski_score,
)
from app.domain.financials import Line, check, completed
from app.domain.ratios import RatioCode, ratio, ratios, tangible_net_worth

CASES: dict[str, Any] = {
    case["id"]: case
    for case in json.loads((Path(__file__).parents[1] / "oracles" / "scoring.json").read_text("utf-8"))[
        "cases"
    ]
}
FIRM = {
    Line.CURRENT_ASSETS: 500,
    Line.INVENTORY: 100,
    Line.CURRENT_LIABILITIES: 300,
    Line.TOTAL_ASSETS: 1000,
    Line.RETAINED_EARNINGS: 250,
    Line.EBIT: 120,
    Line.EQUITY: 400,
    Line.NET_PROFIT: 40,
    Line.REVENUE: 1500,
    Line.DEPRECIATION: 20,
}


def d(value: object) -> Decimal:
    return Decimal(str(value))


def near(ours: Decimal | float, theirs: object, tolerance: object) -> bool:
    return abs(d(ours) - d(theirs)) <= d(tolerance)


def test_altman_z_and_z_double_prime() -> None:
    case = CASES["altman_z"]
    x = {key.lower(): d(value) for key, value in case["inputs"].items()}
    parts = {"wc_ta": x["wc_ta"], "re_ta": x["re_ta"], "ebit_ta": x["ebit_ta"]}
    z = Z_1968.score({**parts, "equity_tl": x["mve_tl"], "sales_ta": x["s_ta"]})
    assert near(z, case["expected"]["Z"], case["tolerance"])
    assert Z_1968.zone(z) == case["expected"]["zone"]
    case = CASES["altman_zpp"]
    zpp = Z_DOUBLE_PRIME.score({**parts, "equity_tl": d(case["inputs"]["BVE_TL"])})
    assert near(zpp, case["expected"]["Z"], case["tolerance"])
    assert near(zpp + EM_SHIFT, case["expected"]["EM"], case["tolerance"])
    assert Z_DOUBLE_PRIME.zone(zpp) == case["expected"]["zone"]


def test_the_boundaries_are_grey() -> None:
    case = CASES["altman_boundary"]
    zones = [Z_DOUBLE_PRIME.zone(d(value)) for value in case["inputs"]["values"]]
    assert zones == case["expected"]["zones"]


@pytest.mark.parametrize("group", ["bankrupt", "healthy"])
def test_the_1968_group_means_need_ratios_as_decimals(group: str) -> None:
    case = CASES["altman1968_means"]
    *percents, sales = map(d, case["inputs"][group])
    names = ("wc_ta", "re_ta", "ebit_ta", "equity_tl")
    parts = {name: value / 100 for name, value in zip(names, percents, strict=True)}
    assert near(Z_1968.score({**parts, "sales_ta": sales}), case["expected"][group], case["tolerance"])


def test_zmijewski() -> None:
    case = CASES["zmijewski"]
    given_ = case["inputs"]
    value = zmijewski_score(d(given_["NITA"]), d(given_["TLTA"]), d(given_["CACL"]))
    assert near(value, case["expected"]["X"], case["tolerance"])
    said = zmijewski({**FIRM, Line.TOTAL_LIABILITIES: 600, Line.CURRENT_ASSETS: 420})
    assert said.figure.value is not None
    assert near(said.figure.value, case["expected"]["X"], case["tolerance"])
    assert said.probability == pytest.approx(case["expected"]["p"], abs=1e-6)
    assert said.zone is Zone.SAFE


def test_a_statement_gives_what_its_ratios_give() -> None:
    said = opinion(Z_DOUBLE_PRIME, FIRM)
    parts = {"wc_ta": d("0.2"), "re_ta": d("0.25"), "ebit_ta": d("0.12"), "equity_tl": d(400) / 600}
    assert said.figure.value == Z_DOUBLE_PRIME.score(parts)
    assert opinion(Z_PRIME, FIRM).zone is Zone.GREY
    assert opinion(Z_1968, FIRM).figure.why == "distress.market_equity"
    assert opinion(Z_1968, FIRM, market_equity=900).zone is not None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({Line.TOTAL_ASSETS: 400}, "ratio.zero"),  # no liabilities are left
        ({Line.TOTAL_ASSETS: 0, Line.TOTAL_LIABILITIES: 5}, "ratio.zero"),
    ],
)
def test_no_liabilities_or_assets_is_not_computable(change: dict[Line, int], why: str) -> None:
    assert opinion(Z_DOUBLE_PRIME, {**FIRM, **change}).figure.why == why


def test_what_lacks_is_named() -> None:
    without: dict[Line, int] = {
        line: amount for line, amount in FIRM.items() if line is not Line.RETAINED_EARNINGS
    }
    said = opinion(Z_DOUBLE_PRIME, without).figure
    assert (said.why, said.params["lines"]) == ("ratio.lacking", (Line.RETAINED_EARNINGS,))
    assert opinion(Z_PRIME, {**FIRM, Line.REVENUE: 0}).figure.value is not None


def test_ratios_of_a_statement() -> None:
    found = {code: figure.value for code, figure in ratios(FIRM).items()}
    assert found[RatioCode.CURRENT] == d(500) / 300
    assert found[RatioCode.QUICK] == d(400) / 300
    assert found[RatioCode.DEBT] == d("0.6")
    assert found[RatioCode.EARNINGS_COVER] == d("0.1")
    assert found[RatioCode.GEARING] is None


def test_the_cash_cycle_is_stock_and_debtors_less_creditors() -> None:
    given_ = CASES["ccc"]["inputs"]
    figures = {
        Line.COST_OF_SALES: 365,
        Line.REVENUE: 365,
        Line.INVENTORY: given_["DIO"],
        Line.RECEIVABLES: given_["DSO"],
        Line.PAYABLES: given_["DPO"],
    }
    assert ratio(RatioCode.CASH_CYCLE, figures).value == CASES["ccc"]["expected"]["CCC"]
    del figures[Line.PAYABLES]
    assert ratio(RatioCode.CASH_CYCLE, figures).why == "ratio.lacking"


def test_debt_service_cover() -> None:
    case = CASES["dscr"]
    figures = {
        Line.EBIT: case["inputs"]["ebitda"],
        Line.DEPRECIATION: 0,
        Line.DEBT_SERVICE: case["inputs"]["debt_service"],
    }
    assert ratio(RatioCode.DEBT_SERVICE_COVER, figures).value == d(case["expected"]["DSCR"])


def test_gearing_over_negative_equity_is_no_number() -> None:
    figures = {Line.SHORT_DEBT: 100, Line.EQUITY: -50}
    assert ratio(RatioCode.GEARING, figures).why == "ratio.negative"
    assert ratio(RatioCode.GEARING, {**figures, Line.EQUITY: 50}).value == 2
    assert tangible_net_worth({Line.EQUITY: -50, Line.INTANGIBLES: 10}).value == -60


def test_what_follows_is_filled_in_and_nothing_given_is_changed() -> None:
    figures = completed({Line.TOTAL_ASSETS: 10, Line.EQUITY: 4, Line.NET_PROFIT: 3, Line.TAX: 1})
    assert figures[Line.TOTAL_LIABILITIES] == 6
    assert figures[Line.PROFIT_BEFORE_TAX] == 4
    assert Line.EBIT not in figures
    assert completed(FIRM).items() >= FIRM.items()


def test_a_balance_that_does_not_balance_is_said() -> None:
    (problem,) = check({Line.TOTAL_ASSETS: 10, Line.TOTAL_LIABILITIES: 6, Line.EQUITY: 3})
    assert (problem.code, problem.params) == ("financials.unbalanced", {"difference": 1})
    codes = [p.code for p in check({Line.CURRENT_ASSETS: 5, Line.CASH: 9, Line.REVENUE: -1})]
    assert codes == ["financials.part_above_whole", "financials.negative"]
    assert check(FIRM) == []


@given(st.dictionaries(st.sampled_from(list(Line)), st.integers(-(10**12), 10**12)))
def test_no_figures_whatever_bring_a_ratio_down(figures: dict[Line, int]) -> None:
    for figure in ratios(figures).values():
        assert (figure.value is None) is bool(figure.why)
        assert figure.value is None or figure.value.is_finite()
    for model in (Z_1968, Z_PRIME, Z_DOUBLE_PRIME):
        said = opinion(model, figures, market_equity=figures.get(Line.EQUITY))
        assert (said.figure.value is None) is (said.zone is None)
    zmijewski(figures)
    check(figures)
