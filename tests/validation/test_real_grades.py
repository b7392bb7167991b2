"""Facts of two public data sets, read back through the back-test: lateness of a ledger, default by grade."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from app.analytics.backtest import study
from app.domain.backtest import Question
from app.domain.discrimination import area

CASES: dict[str, dict[str, Any]] = {
    one["id"]: one
    for one in json.loads((Path(__file__).parents[1] / "oracles/datasets.json").read_text("utf-8"))["oracles"]
}
WHOLE = Question(date(2012, 1, 1), date(2013, 12, 31), date(2014, 6, 30))


def test_the_ibm_ledger_is_as_late_as_was_counted(real_data: Path) -> None:
    case, told = CASES["ibm_profile"], CASES["ibm_profile"]["expect"]
    theirs = pd.read_csv(
        real_data / case["given"]["file"],
        parse_dates=["InvoiceDate", "DueDate", "SettledDate"],
        dayfirst=True,
    )
    numbers = {name: place for place, name in enumerate(theirs["customerID"].unique(), 1)}
    rows = [
        (numbers[who], f"{issued:%Y-%m-%d}", f"{due:%Y-%m-%d}", round(amount * 100), f"{settled:%Y-%m-%d}")
        for who, issued, due, amount, settled in zip(
            theirs["customerID"],
            theirs["InvoiceDate"],
            theirs["DueDate"],
            theirs["InvoiceAmount"],
            theirs["SettledDate"],
            strict=True,
        )
    ]
    found = study(rows, [], [], WHOLE)
    assert (found.cases, found.customers) == (told["rows"], told["customers"])
    assert found.rate == pytest.approx(told["late_rate"], abs=1e-6)
    (ungraded,) = (one for one in found.grades if not one.grade)
    assert ungraded.days == pytest.approx(told["mean_days_late"], abs=1e-6)
    latest = pd.Timestamp(WHOLE.as_of) - pd.Timedelta(days=1)
    assert pd.Timestamp(theirs["SettledDate"].max()) <= latest
    beyond = study(rows, [], [], Question(WHOLE.start, WHOLE.end, WHOLE.as_of, told["max_days_late"]))
    just = study(rows, [], [], Question(WHOLE.start, WHOLE.end, WHOLE.as_of, told["max_days_late"] - 1))
    assert beyond.late == 0
    assert just.late > 0


def test_default_by_grade_is_as_was_counted(real_data: Path) -> None:
    case = CASES["cumcm_rating"]
    theirs = pd.read_csv(real_data / case["given"]["file"], encoding="utf-8-sig")
    firms = list(zip(theirs["信誉评级"], theirs["是否违约"] == "是", strict=True))
    rows = [
        (place, "2013-01-10", "2013-02-09", 100_00, None if failed else "2013-02-01")
        for place, (_, failed) in enumerate(firms, 1)
    ]
    grades = [(place, "2013-01-01", None, grade, None) for place, (grade, _) in enumerate(firms, 1)]
    found = study(rows, grades, [], WHOLE)
    for one in found.grades:
        if one.grade:
            kept, failed = case["expect"][one.grade]
            assert (one.cases - one.late, one.late) == (kept, failed)
    assert found.ordered
    ranks = [["A", "B", "C", "D"].index(grade) for grade, _ in firms]
    mine = next(one for one in found.measures if one.predictor == "grade")
    bad = [rank for rank, (_, failed) in zip(ranks, firms, strict=True) if failed]
    good = [rank for rank, (_, failed) in zip(ranks, firms, strict=True) if not failed]
    told = area(bad, good)
    assert told is not None
    assert mine.auc == pytest.approx(told.auc, abs=1e-9)
    assert mine.few
