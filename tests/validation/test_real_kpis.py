"""Key figures of a real ledger, by the service and the command line, against pandas' on the same file."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from app import cli
from app.bootstrap import build_app
from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.importing import ImportKind
from app.domain.kpi_period import named_period
from tests.validation.conftest import Opened

CASE = next(
    one
    for one in json.loads((Path(__file__).parents[1] / "oracles/kpi.json").read_text("utf-8"))["oracles"]
    if one["id"] == "ibm_kpi"
)
FIGURES = {"dso": "DSO", "best_possible_dso": "BPDSO", "days_delinquent": "ADD", "cei": "CEI"}
OPERANDS = {"receivables": "AR", "sales": "sales"}


def test_the_ibm_ledger_at_mid_2013(
    real_data: Path, opened: Opened, clock: FixedClock, capsys: pytest.CaptureFixture[str]
) -> None:
    store, desk = opened("USD")
    table = desk.read(real_data / "ibm-accounts-receivable.csv")
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    desk.commit(desk.plan(desk.stage(table, columns)), "ibm")

    session = compose(store, clock, lambda: None)
    health = session.health.figures(named_period("2013Q2"))
    dso = health.figure("dso")
    for name, wanted in OPERANDS.items():
        assert dso.operand(name) == Decimal(str(CASE["expect"][wanted]))
    assert health.figure("cei").operand("begin") == Decimal(str(CASE["expect"]["begin"]))
    assert health.figure("best_possible_dso").operand("current") == Decimal(str(CASE["expect"]["current"]))
    for key, name in FIGURES.items():
        assert _rounded(health.figure(key).value, key) == Decimal(str(CASE["expect"][name]))
        assert session.health.rows(key, health.period).rows

    store.close()
    app = build_app(clock)
    called = ["kpi", str(store.path), "--from", "2013-04-01", "--to", "2013-06-30", "--json", "--lang", "en"]
    assert cli.main(called, lambda: app, lambda *_: 0) == 0
    told = {one["key"]: one["value"] for one in json.loads(capsys.readouterr().out)["figures"]}
    for key, name in FIGURES.items():
        assert _rounded(Decimal(told[key]), key) == Decimal(str(CASE["expect"][name]))


@pytest.mark.parametrize("name", ["2012Q3", "2013Q1", "2013-05"])
def test_lateness_and_concentration_are_those_of_pandas(
    name: str, real_data: Path, opened: Opened, clock: FixedClock
) -> None:
    path = real_data / "ibm-accounts-receivable.csv"
    store, desk = opened("USD")
    table = desk.read(path)
    columns, _ = desk.guess(table, ImportKind.INVOICES)
    desk.commit(desk.plan(desk.stage(table, columns)), "ibm")
    health = compose(store, clock, lambda: None).health.figures(named_period(name), points=1)

    start, end = pd.Timestamp(health.period.start), pd.Timestamp(health.period.end)
    theirs = pd.read_csv(path, parse_dates=["InvoiceDate", "DueDate", "SettledDate"], dayfirst=True)
    cents = (theirs["InvoiceAmount"] * 100).round()
    paid = theirs["SettledDate"].between(start, end)
    late = (theirs["SettledDate"] - theirs["DueDate"]).dt.days.clip(lower=0)
    still = (theirs["InvoiceDate"] <= end) & (theirs["SettledDate"] > end)
    shares = cents[still].groupby(theirs["customerID"]).sum() / cents[still].sum()
    wanted = {
        "days_late": (cents * late)[paid].sum() / cents[paid].sum(),
        "overdue_rate": cents[still & (theirs["DueDate"] < end)].sum() / cents[still].sum(),
        "largest": shares.max(),
        "top_five": shares.nlargest(5).sum(),
        "hhi": (shares**2).sum() * 10_000,
    }
    for key, value in wanted.items():
        assert float(health.figure(key).value or 0) == pytest.approx(value, rel=1e-9), key


def _rounded(value: Decimal | None, key: str) -> Decimal:
    assert value is not None
    return (value * 100 if key == "cei" else value).quantize(Decimal("0.0001"))
