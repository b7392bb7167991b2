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
