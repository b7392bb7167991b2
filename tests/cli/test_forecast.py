"""``forecast``: for people, for programs, as a workbook, with a scenario, and wrong calls."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.services.cash_views import CashAssumptions, CashBalance
from tests.cli.conftest import AS_OF, Call


@pytest.fixture
def with_cash(sample: Path) -> Path:
    """The sample company with little cash."""
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    try:
        session.cash.save_position(
            CashBalance(AS_OF, 5_00, "对账单"), CashAssumptions(minimum=900_000_000_00)
        )
        return sample
    finally:
        session.close()


def test_for_programs_every_part_sums_to_the_receivables(call: Call, with_cash: Path) -> None:
    told = call("forecast", with_cash, "--as-of", AS_OF, "--json", "--overlay", "top_five_late").json()
    today = call("today", with_cash, "--as-of", AS_OF, "--json").json()["forecast"]
    for one in (told, told["overlay"]):
        within = sum(
            Decimal(week[name]) for week in one["weeks"] for name in ("habit", "announced", "claims")
        )
        rest = (
            Decimal(one["later"]) + sum(map(Decimal, one["left_out"].values())) + Decimal(one["on_account"])
        )
        assert within + rest == Decimal(one["receivables"]) == Decimal(today["receivables"])
    for mine, its in zip(told["weeks"], today["weeks"], strict=False):
        assert Decimal(mine["habit"]) == Decimal(its["habit"])
    assert told["gap"]["on"] == "2026-01-01"
    assert told["opening"] == {"on": "2025-12-31", "amount": "5.00", "source": "对账单"}
    assert Decimal(told["overlay"]["weeks"][0]["balance"]) <= Decimal(told["weeks"][0]["balance"])
    assert sum(Decimal(one["amount"]) for one in told["items"] if one["currency"] == "CNY") > 0


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("zh", ("资金预测", "资金缺口", "情景：最大客户倒闭")),
        ("en", ("Cash forecast", "Cash gap", "Scenario: Largest customer fails")),
    ],
)
def test_for_people(call: Call, with_cash: Path, lang: str, parts: tuple[str, ...]) -> None:
    answer = call("forecast", with_cash, "--as-of", AS_OF, "--overlay", "largest_fails", lang=lang)
    assert answer.code == 0
    for part in parts:
        assert part in answer.out


@pytest.mark.parametrize(
    ("lang", "parts"),
    [("zh", ("回测", "13 周合计", "典型误差")), ("en", ("Back-test", "All 13 weeks", "within the range"))],
)
def test_how_far_off_it_was_is_said_for_people(
    call: Call, sample: Path, lang: str, parts: tuple[str, ...]
) -> None:
    answer = call("forecast", sample, "--as-of", AS_OF, "--backtest", lang=lang)
    told = call("forecast", sample, "--as-of", AS_OF, "--backtest", "--json").json()["backtest"]
    assert answer.code == 0
    assert all(part in answer.out for part in parts)
    assert f"{Decimal(told['all']['forecast']):,}" in answer.out
    assert f"{Decimal(told['all']['wape']) * 100:.1f}%" in answer.out


def test_as_a_workbook(call: Call, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    answer = call("forecast", sample, "--as-of", AS_OF, "--xlsx", path)
    assert (answer.code, path.name in answer.out) == (0, True)
    assert len(openpyxl.load_workbook(path).sheetnames) == 3
    beside = call("forecast", sample, "--as-of", AS_OF, "--xlsx", path, "--json")
    assert (beside.json()["currency"], path.name in beside.err) == ("CNY", True)


def test_an_empty_company(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "x.holdfast"
    call("new", path, "--name", "恒信", "--currency", "CNY")
    answer = call("forecast", path, "--as-of", AS_OF, "--backtest", "--json")
    told = answer.json()
    assert (answer.code, told["receivables"], told["gap"], told["opening"]) == (0, "0.00", None, None)
    assert told["backtest"]["month_ends"] == []
    said = call("forecast", path, "--as-of", AS_OF, "--backtest").out
    assert "No opening balance" in said
    assert "Too little history" in said


def test_a_scenario_nobody_knows(call: Call, sample: Path) -> None:
    answer = call("forecast", sample, "--as-of", AS_OF, "--overlay", "海啸")
    assert answer.code == 2
    assert "海啸" in answer.err
    assert "largest_late" in answer.err
