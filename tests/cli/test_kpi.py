"""``kpi``: the same figures as the health check for people and programs, and wrong calls."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.domain.kpi_catalogue import CATALOGUE
from app.domain.kpi_period import named_period, span
from tests.cli.conftest import AS_OF, Call


def test_figures_for_programs_are_those_of_the_service(call: Call, sample: Path) -> None:
    told = call("kpi", sample, "--from", "2025-10-01", "--to", "2025-12-31", "--json").json()
    assert (told["period"], told["as_of"], told["currency"]) == ("2025Q4", "2025-12-31", "CNY")
    session = build_app(FixedClock(AS_OF)).files.open(sample)
    try:
        health = session.health.figures(named_period("2025Q4"))
    finally:
        session.close()
    assert [one["key"] for one in told["figures"]] == [one.key for one in CATALOGUE]
    for one, figure in zip(told["figures"], health.figures, strict=True):
        assert (one["value"] is None) == (figure.value is None) == bool(one["why"])
        if figure.value is not None:
            assert Decimal(one["value"]) == figure.value
        assert one["operands"].keys() == {each.name for each in figure.operands}
        assert one["formula"]
        assert one["trend"][-1] == {"period": "2025Q4", "value": one["value"]}


@pytest.mark.parametrize(
    ("lang", "parts"), [("zh", ("2025 年第四季度", "逾期率")), ("en", ("Q4 2025", "Overdue rate"))]
)
def test_figures_for_people(call: Call, sample: Path, lang: str, parts: tuple[str, str]) -> None:
    told = call("kpi", sample, "--quarter", "2025q4", lang=lang)
    assert told.code == 0
    assert all(part in told.out for part in parts)
    assert len(told.out.strip().splitlines()) >= len(CATALOGUE) + 2
    assert told.out == call("kpi", sample, lang=lang).out  # the last whole quarter by itself


def test_customers_are_called_in_the_language_of_the_call(call: Call, sample: Path) -> None:
    def note(lang: str) -> str:
        told = call("kpi", sample, "--quarter", "2025Q4", "--json", lang=lang).json()
        return str(next(one["note"] for one in told["figures"] if one["key"] == "largest"))

    assert note("en") == "Shanghai Langwo Auto Parts Co., Ltd."
    assert note("zh") == "上海朗沃汽车零部件有限公司"
    assert "朗沃" not in call("kpi", sample, "--quarter", "2025Q4", lang="en").out


def test_as_of_a_day_is_its_quarter_up_to_then(call: Call, sample: Path) -> None:
    told = call("kpi", sample, "--as-of", "2025-11-09", "--json").json()
    assert (told["start"], told["end"]) == ("2025-10-01", "2025-11-09")
    assert told["period"] == span(named_period("2025Q4").start, AS_OF.replace(month=11, day=9)).name


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--quarter", "2025Q9"], "2025Q9"),
        (["--quarter", "2025Q4", "--as-of", "2025-12-31"], "one way"),
        (["--from", "2025-10-01"], "together"),
        (["--from", "2025-10-01", "--to", "2025-09-01"], "no period"),
        (["--as-of", "31.12.2025"], "31.12.2025"),
    ],
)
def test_wrong_calls_are_told(call: Call, sample: Path, words: list[str], part: str) -> None:
    told = call("kpi", sample, *words)
    assert told.code == 2
    assert part in told.err


def test_a_period_still_to_come_is_refused(call: Call, sample: Path) -> None:
    told = call("kpi", sample, "--quarter", "2027Q1")
    assert (told.code, told.out) == (1, "")
    assert "2027Q1" in told.err


def test_without_a_value_no_target_is_denied(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "x.holdfast"
    call("new", path, "--name", "恒信", "--currency", "CNY")
    lines = {line.split("  ")[0]: line for line in call("kpi", path).out.splitlines()}
    assert lines["DSO"].endswith("no credit sales in the period")
    assert "No target" not in lines["DSO"]
    assert "No target" in lines["Overrides and releases"]


def test_the_rows_behind_a_figure_make_up_its_operand(call: Call, sample: Path) -> None:
    figures = call("kpi", sample, "--quarter", "2025Q4", "--json").json()["figures"]
    for key, operand in (
        ("overdue_rate", "overdue"),
        ("insured_share", "insured"),
        ("promises_kept", "kept"),
    ):
        told = call("kpi", sample, "--quarter", "2025Q4", "--rows", key, "--json").json()
        figure = next(one for one in figures if one["key"] == key)
        assert told["rows"]
        assert sum(Decimal(row["adds"]) for row in told["rows"]) == Decimal(told["total"])
        assert Decimal(told["total"]) == Decimal(figure["operands"][operand])


@pytest.mark.parametrize(("lang", "part"), [("zh", "合计"), ("en", "Total")])
def test_the_rows_for_people(call: Call, sample: Path, lang: str, part: str) -> None:
    told = call("kpi", sample, "--quarter", "2025Q4", "--rows", "overrides", lang=lang)
    assert told.code == 0
    assert told.out.strip().splitlines()[-1].startswith(part)


def test_rows_of_an_unknown_figure(call: Call, sample: Path) -> None:
    told = call("kpi", sample, "--rows", "nonsense", lang="en")
    assert told.code != 0
    assert "nonsense" in told.err
