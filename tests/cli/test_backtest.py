"""``backtest``: for people and programs, in both languages, and with a window that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Call


def test_for_programs(call: Call, sample: Path) -> None:
    told = call("backtest", sample, "--as-of", AS_OF, "--json").json()
    assert told["invoices"] == sum(one["invoices"] for one in told["grades"])
    assert told["late"] == sum(one["late"] for one in told["grades"])
    ratio = told["measures"]["late_ratio"]
    assert 0 <= ratio["low"] <= ratio["auc"] <= ratio["high"] <= 1
    assert told["accepted_customers_only"]


@pytest.mark.parametrize(("lang", "part"), [("zh", "客户以往晚付比例"), ("en", "late ratio before")])
def test_for_people(call: Call, sample: Path, lang: str, part: str) -> None:
    told = call("backtest", sample, "--months", 6, "--late-days", 30, lang=lang)
    assert told.code == 0
    assert part in told.out


@pytest.mark.parametrize("wrong", [("--months", "0"), ("--late-days", "-1"), ("--months", "viele")])
def test_a_wrong_call_gets_a_sentence(call: Call, sample: Path, wrong: tuple[str, str]) -> None:
    told = call("backtest", sample, *wrong)
    assert told.code == 2
    assert told.err.strip()
