"""Expected losses: worked cases, rates from history, and sums that hold."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.concentration import concentration
from app.domain.discrimination import area, kolmogorov_smirnov, stability_index, weights_of_evidence
from app.domain.loss_rates import absorption, by_roll_rates, by_write_offs, fundamental, roll_rates
from app.domain.problem import DomainError
from app.domain.provision import Cell, Scenario, Specific, Standard, movement, multiplier, provide

_FILE = Path(__file__).parents[1] / "oracles" / "provision.json"
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in json.loads(_FILE.read_text("utf-8"), parse_float=Decimal)["cases"]
}


def fractions(rows: list[list[Decimal]]) -> list[list[Fraction]]:
    return [[Fraction(cell) for cell in row] for row in rows]


def test_the_standard_s_own_matrix() -> None:
    given_, expected = CASES["ecl_ifrs9_ie12"]["inputs"], CASES["ecl_ifrs9_ie12"]["expected"]
    cells = [Cell("", bucket, gross * 100) for bucket, gross in enumerate(given_["gross"])]
    rates = {("", bucket): rate * 100 for bucket, rate in enumerate(given_["rates"])}
    found = provide(cells, rates)
    assert [one.amount for one in found.cells] == [each * 100 for each in expected["allowance"]]
    assert found.total == expected["total"] * 100
    assert found.cover == Decimal(found.total) * 100 / found.gross


def test_a_forward_look_weighs_the_rates() -> None:
    given_, expected = CASES["ecl_forward"]["inputs"], CASES["ecl_forward"]["expected"]
    scenarios = [Scenario(code, weight * 100, by) for code, weight, by in given_["scenarios"]]
    assert multiplier(scenarios) == expected["multiplier"]
    cells = [Cell("", bucket, gross * 100) for bucket, gross in enumerate(given_["gross"])]
    rates = {("", bucket): rate * 100 for bucket, rate in enumerate(given_["base_rates"])}
    assert provide(cells, rates, scenarios=scenarios).total == expected["total"] * 100


def test_loss_rates_from_roll_rates() -> None:
    given_, expected = CASES["ecl_rollrate"]["inputs"], CASES["ecl_rollrate"]["expected"]
    found = by_roll_rates([rate * 100 for rate in given_["roll_rates"]], given_["lgd"] * 100)
    assert [rate / 100 for rate in found] == expected["loss_rates"]


@pytest.mark.parametrize("name", ["markov_render", "markov_aw"])
def test_chains_that_end_in_paid_or_lost(name: str) -> None:
    case = CASES[name]
    stay, end = fractions(case["inputs"]["Q"]), fractions(case["inputs"]["R"])
    near = float(case["tolerance"])
    for found, wanted in (
        (fundamental(stay), case["expected"]["N"]),
        (absorption(stay, end), case["expected"]["absorb"]),
    ):
        for row, expected in zip(found, wanted, strict=True):
            assert [float(cell) for cell in row] == pytest.approx(
                [float(cell) for cell in expected], abs=near
            )
    ends = absorption(stay, end)
    assert all(sum(row) == 1 for row in ends)
    if "balances" in case["inputs"]:
        lost = sum(
            Fraction(amount) * row[1] for amount, row in zip(case["inputs"]["balances"], ends, strict=True)
        )
        assert float(lost) == pytest.approx(float(case["expected"]["paid_bad"][1]), abs=near)


def test_a_chain_without_an_end() -> None:
    with pytest.raises(DomainError, match=r"loss_rates\.no_end"):
        absorption([[Fraction(1)]], [[Fraction(0)]])


def test_roll_rates_from_period_ends() -> None:
    ends = [[100, 40, 10], [120, 30, 26], [90, 36, 38]]
    assert roll_rates(ends) == [Decimal(66) * 100 / 220, Decimal(28) * 100 / 70]
    assert roll_rates([[0, 5], [0, 5]]) == [None]


def test_write_offs_over_the_sales_they_came_from() -> None:
    assert by_write_offs([10, 30], [1000, 1000]) == 2
    assert by_write_offs([10], [0]) is None


def test_specific_and_insured_parts_leave_the_matrix() -> None:
    cells = [Cell("A", 0, 1000_00, specific=200_00, insured=300_00)]
    found = provide(
        cells,
        {("", 0): Decimal(10)},
        specific=[Specific(1, 1, 200_00, 150_00, "破产")],
        insurer_rate=Decimal("0.5"),
    )
    assert (found.cells[0].amount, found.cells[0].by_insurer) == (51_50, 1_50)
    assert found.total == 51_50 + 150_00


def test_small_firms_write_off_directly() -> None:
    assert provide([Cell("", 0, 5)], {}, standard=Standard.SMALL_FIRMS).total == 0


@pytest.mark.parametrize(
    ("cells", "rates", "code"),
    [
        ([Cell("", 0, 100)], {}, r"provision\.no_rate"),
        ([Cell("", 0, 100, specific=101)], {("", 0): Decimal(1)}, r"provision\.bad_cell"),
    ],
)
def test_what_cannot_be(cells: list[Cell], rates: dict[tuple[str, int], Decimal], code: str) -> None:
    with pytest.raises(DomainError, match=code):
        provide(cells, rates)


def test_weights_make_up_the_whole() -> None:
    with pytest.raises(DomainError, match=r"provision\.weights"):
        multiplier([Scenario("base", Decimal(90), Decimal(1))])


amounts = st.integers(0, 10**12)


@given(amounts, amounts, amounts, amounts)
def test_a_movement_ends_where_the_provision_does(begin: int, end: int, used: int, back: int) -> None:
    found = movement(begin, end, written_off=used, recovered=back)
    assert found.end == end
    assert min(found.charged, found.released) == 0


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), amounts), max_size=20),
    st.decimals(0, 100, places=2),
    st.decimals(1, 5, places=1),
)
def test_the_matrix_adds_up_and_no_cell_provides_more_than_it_holds(
    rows: list[tuple[int, int, int]], rate: Decimal, by: Decimal
) -> None:
    cells = [Cell(str(segment), bucket, gross) for segment, bucket, gross in rows]
    rates = {("", bucket): rate for bucket in range(5)}
    calm = provide(cells, rates)
    worse = provide(cells, rates, scenarios=[Scenario("down", Decimal(100), by)])
    assert calm.total == sum(one.amount for one in calm.cells)
    assert all(0 <= one.amount <= one.cell.gross for one in worse.cells)
    assert worse.total >= calm.total


def test_concentration() -> None:
    expected = CASES["hhi"]["expected"]
    found = concentration([50, 30, 20, -7])
    assert found is not None
    assert found.hhi == expected["HHI"]
    assert float(found.effective) == pytest.approx(float(expected["effective_n"]), abs=1e-6)
    assert (found.largest / 100, found.top_three / 100) == (expected["top1"], expected["top3"])
    assert found.above == 3
    assert concentration([0, -5]) is None


def test_how_well_a_figure_told_them_apart() -> None:
    case = CASES["auc_ties"]
    found = area(case["inputs"]["bad"], case["inputs"]["good"])
    assert found is not None
    assert found.auc == pytest.approx(float(case["expected"]["auc"]), abs=1e-6)
    assert found.low <= found.auc <= found.high
    assert found.rests_on_few
    assert area([], [1.0]) is None
    assert kolmogorov_smirnov([2.0, 3.0], [0.0, 1.0]) == 1
    assert kolmogorov_smirnov([], [1.0]) is None


def test_evidence_and_stability() -> None:
    german, zero, shift = (CASES[name] for name in ("woe_iv_german", "woe_zero", "psi"))
    weights, value = weights_of_evidence(german["inputs"]["good"], german["inputs"]["bad"])
    wanted = [float(each) for each in german["expected"]["woe_ln_good_over_bad"]]
    assert weights == pytest.approx(wanted, abs=1e-5)
    assert value == pytest.approx(float(german["expected"]["iv"]), abs=1e-5)
    weights, _ = weights_of_evidence(zero["inputs"]["good"], zero["inputs"]["bad"])
    assert weights == pytest.approx([float(each) for each in zero["expected"]["woe"]], abs=1e-5)
    found = stability_index(
        [float(each) for each in shift["inputs"]["expected"]],
        [float(each) for each in shift["inputs"]["actual"]],
    )
    assert found == pytest.approx(float(shift["expected"]["psi"]), abs=1e-6)
