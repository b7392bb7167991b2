"""Early warnings on the command line: for people in both languages, and for programs."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import AS_OF, Call

DAY = AS_OF.isoformat()


def test_warnings_as_json_say_rule_cause_and_figures(call: Call, sample: Path) -> None:
    before = sample.read_bytes()
    told = call("alerts", sample, "--as-of", DAY, "--json").json()
    assert told["as_of"] == DAY
    assert {"worsening", "broken_promises"} <= {one["rule"] for one in told["alerts"]}
    assert all(one["cause"] and one["params"] for one in told["alerts"])
    assert {"new", "acknowledged"} <= {one["state"] for one in told["alerts"]}
    assert sample.read_bytes() == before


def test_warnings_in_words(call: Call, sample: Path) -> None:
    for lang, title, rule in (("zh", "预警 2025", "付款变慢"), ("en", "Warnings on", "Paying later")):
        told = call("alerts", sample, "--as-of", DAY, lang=lang)
        assert (told.code, told.err) == (0, "")
        assert told.out.startswith(title)
        assert rule in told.out
        assert "{" not in told.out


def test_an_empty_company_has_no_warnings(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "x.holdfast"
    call("new", path, "--name", "恒信", "--currency", "CNY")
    told = call("alerts", path, "--as-of", DAY)
    assert told.code == 0
    assert "No warnings." in told.out
