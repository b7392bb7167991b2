"""``claim-calc``: every worked case from files, for people and for programs, and wrong files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

_FILE = Path(__file__).parents[1] / "oracles" / "insurance.json"
CASES = json.loads(_FILE.read_text("utf-8"))["cases"]


def written(folder: Path, name: str, value: object) -> Path:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_worked_cases(call: Call, tmp_path: Path, case: dict[str, Any]) -> None:
    file = written(tmp_path, "case.json", case["inputs"])
    told = call("claim-calc", "--case", file, "--json").json()
    assert {name: told.get(name) for name in case["expected"]} == case["expected"]


def test_clauses_and_facts_in_two_files(call: Call, tmp_path: Path) -> None:
    policy = written(tmp_path, "policy.json", {"insured_pct": 85, "min_retention": "1000.00"})
    case = written(tmp_path, "case.json", {"currency": "GBP", "debt": 5000.0})
    told = call("claim-calc", "--policy", policy, "--case", case, "--json").json()
    assert (told["payable"], told["currency"]) == ("4000.00", "GBP")
    assert [step["step"] for step in told["trace"]] == ["covered", "percent", "retention"]


def test_set_off_comes_before_limit_and_percentage(call: Call, tmp_path: Path) -> None:
    case = {"debt": "1000.00", "set_off": "300.00", "credit_limit": "600.00", "insured_pct": 90}
    told = call("claim-calc", "--case", written(tmp_path, "case.json", case), "--json").json()
    assert (told["less_set_off"], told["net_debt"], told["covered"], told["uncovered"]) == (
        "300.00", "700.00", "600.00", "100.00",
    )  # fmt: skip
    assert told["payable"] == "540.00"
    more = case | {"set_off": "1200.00"}
    assert (
        call("claim-calc", "--case", written(tmp_path, "c.json", more), "--json").json()["payable"] == "0.00"
    )


def test_set_off_comes_off_the_oldest_due_of_several_invoices(call: Call, tmp_path: Path) -> None:
    case = {
        "set_off": "500.00",
        "credit_limit": "900.00",
        "invoices": [
            {"no": "new", "gross": "1130.00", "net": "1000.00", "due": "2025-05-01"},
            {"no": "old", "gross": "400.00", "due": "2025-03-01"},
        ],
    }
    told = call("claim-calc", "--case", written(tmp_path, "case.json", case), "--json").json()
    found = {one["number"]: one["not_covered"] for one in told["invoices"]}
    assert found["old"] == {"set_off": "400.00"}
    assert (found["new"]["set_off"], found["new"]["vat"]) == ("100.00", "118.49")
    assert (told["less_set_off"], told["covered"], told["net_debt"]) == ("500.00", "900.00", "911.51")


@pytest.mark.parametrize(("lang", "part"), [("zh", "最低自留额"), ("en", "Minimum retention")])
def test_the_steps_in_words(call: Call, tmp_path: Path, lang: str, part: str) -> None:
    case = written(tmp_path, "case.json", {"debt": "5000", "insured_pct": "85", "min_retention": "1000"})
    told = call("claim-calc", "--case", case, lang=lang)
    assert told.code == 0
    assert part in told.out


@pytest.mark.parametrize(
    ("text", "code"), [("{", 2), ('{"dept": 5}', 1), ('{"debt": "-5"}', 1), ("[]", 1), ("{}", 1)]
)
def test_a_wrong_file_gets_a_sentence(call: Call, tmp_path: Path, text: str, code: int) -> None:
    told = call("claim-calc", "--case", written(tmp_path, "case.json", text))
    assert told.code == code
    assert told.err.strip()
    assert "Traceback" not in told.err


def test_a_file_that_is_not_there(call: Call, tmp_path: Path) -> None:
    assert call("claim-calc", "--case", tmp_path / "none.json").code == 2
