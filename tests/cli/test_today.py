"""The day on the command line: for people in both languages, and for programs."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.cli.conftest import AS_OF, Call

DAY = AS_OF.isoformat()


def test_the_day_as_json_sums_up(call: Call, sample: Path) -> None:
    told = call("today", sample, "--as-of", DAY, "--json").json()
    kinds = "collect promise dispute receipt limitation bill plan follow_up review alert credit insurance"
    assert {one["kind"] for one in told["work"]} == {*kinds.split(), "finding"}
    assert [one["due"] for one in told["work"]] == sorted(one["due"] for one in told["work"])
    assert [one["key"] for one in told["kpis"]] == ["receivables", "overdue_rate", "dso", "promises_kept"]
    forecast = told["forecast"]
    parts = [Decimal(week[name]) for week in forecast["weeks"] for name in ("habit", "announced")]
    parts += map(Decimal, forecast["left_out"].values())
    parts += [Decimal(forecast["later"]), Decimal(forecast["on_account"])]
    assert sum(parts) == Decimal(forecast["receivables"])


def test_the_day_in_words(call: Call, sample: Path) -> None:
    for lang, title, kind in (
        ("zh", "今日 2025 年 12 月 31 日", "时效"),
        ("en", "Today, 31 Dec 2025", "Limitation"),
    ):
        told = call("today", sample, "--as-of", DAY, lang=lang)
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith(title)
        assert kind in told.out
        assert "{" not in told.out


def test_an_empty_company_has_nothing_to_do(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "x.holdfast"
    call("new", path, "--name", "恒信", "--currency", "CNY")
    told = call("today", path, "--as-of", DAY)
    assert told.code == 0
    assert "Nothing to do today." in told.out
    assert "no credit sales" in told.out
