"""``simulate``: a policy beside today, for people and programs; wrong files."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Call


def test_today_reproduces_today(call: Call, sample: Path) -> None:
    told = call("simulate", sample, "--as-of", AS_OF, "--json").json()
    assert told["today"] == told["total"]
    assert Decimal(told["cash_released"]) == 0
    assert told["affected"] == []
    parts = [Decimal(one["policy"]["sales"]) for one in told["grades"].values()]
    assert sum(parts) == Decimal(told["total"]["sales"])


def test_a_policy_from_a_file(call: Call, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "紧缩.json"
    path.write_text(json.dumps({"name": "紧缩", "grades": {"C": {"terms_days": 20, "prepaid": 30}}}), "utf-8")
    told = call("simulate", sample, "--policy", path, "--as-of", AS_OF, "--json").json()
    assert Decimal(told["cash_released"]) > 0
    assert {one["grade"] for one in told["affected"]} == {"C"}
    assert told["frontier"]
    plain = call("simulate", sample, "--policy", path, lang="zh")
    assert plain.code == 0
    assert "紧缩" in plain.out
    assert "信用后利润" in plain.out


def test_amounts_of_a_file_are_those_that_are_printed(call: Call, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "cap.json"
    path.write_text(json.dumps({"grades": {"B": {"cap": 500000}}}), "utf-8")
    told = call("simulate", sample, "--policy", path, "--as-of", AS_OF, "--json").json()
    assert told["rules"]["B"] == {"cap": "500000.00"}
    path.write_text(json.dumps({"grades": told["rules"]}), "utf-8")
    assert call("simulate", sample, "--policy", path, "--as-of", AS_OF, "--json").json() == told


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"grades": {"E": {}}}', '{"grades": {"A": {"terms_days": -1}}}']
)
def test_a_wrong_policy_gets_a_sentence(call: Call, sample: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, "utf-8")
    told = call("simulate", sample, "--policy", path)
    assert told.code != 0
    assert told.err.strip()
    assert "Traceback" not in told.err


def test_a_missing_file_gets_a_sentence(call: Call, sample: Path, tmp_path: Path) -> None:
    assert call("simulate", sample, "--policy", tmp_path / "none.json").code == 2
    (tmp_path / "bytes.json").write_bytes(b"\xff\xfe\x00")
    told = call("simulate", sample, "--policy", tmp_path / "bytes.json")
    assert (told.code, "codec" in told.err) == (2, False)
