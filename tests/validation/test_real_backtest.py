"""The back-test on a real ledger: the late ratio tells as well as was measured on this file before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from app.analytics.backtest import study
from app.domain.backtest import Question


@pytest.mark.parametrize(("cut", "auc"), [("2013-07-01", 0.851), ("2013-04-01", 0.84), ("2013-01-01", 0.84)])
def test_the_late_ratio_on_the_ibm_ledger(real_data: Path, cut: str, auc: float) -> None:
    theirs = pd.read_csv(real_data / "ibm-accounts-receivable.csv")
    numbers = {name: place for place, name in enumerate(theirs["customerID"].unique(), 1)}

    def iso(column: str) -> list[str]:
        days: list[str] = pd.to_datetime(theirs[column], dayfirst=True).dt.strftime("%Y-%m-%d").to_list()
        return days

    rows = list(
        zip(
            theirs["customerID"].map(numbers).to_list(),
            iso("InvoiceDate"),
            iso("DueDate"),
            (theirs["InvoiceAmount"] * 100).round().astype(int).to_list(),
            iso("SettledDate"),
            strict=True,
        )
    )
    found = study(rows, [], [], Question(date.fromisoformat(cut), date(2013, 12, 31), date(2014, 6, 30)))
    ratio = found.measures[0]
    assert ratio.auc is not None
    assert ratio.auc >= auc - 0.0005
    assert ratio.low is not None
    assert ratio.high is not None
    assert ratio.low < ratio.auc < ratio.high
    if cut == "2013-07-01":
        assert (found.cases, found.late) == (536, 151)
        assert ratio.brier is not None
        assert ratio.brier <= 0.15
