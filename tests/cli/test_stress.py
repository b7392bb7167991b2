"""``stress``: all scenarios, some together, and what breaks us; wrong names and files."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from app.cli.stress import reversed_lines
from app.domain.stress_scenario import Breaking
from tests.cli.conftest import AS_OF, Call


def test_every_scenario_for_programs(call: Call, sample: Path) -> None:
    told = call("stress", sample, "--as-of", AS_OF, "--json").json()
    assert len(told["scenarios"]) >= 9
    owed = Decimal(told["receivables"])
    for one in told["scenarios"]:
        assert Decimal(one["net"]) == Decimal(one["loss"]) - Decimal(one["indemnity"])
        assert 0 <= Decimal(one["loss"]) <= owed
    assert set(told["reverse"]) >= {"failures", "loss_percent"}


def test_several_together(call: Call, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text(json.dumps({"shocks": [{"kind": "dso", "severity": 10}]}), "utf-8")
    words = ("stress", sample, "--scenario", "largest_fails", "--scenario", path, "--json")
    [one] = call(*words).json()["scenarios"]
    assert {shock["kind"] for shock in one["shocks"]} == {"fail", "dso"}
    assert Decimal(one["delayed"]) > 0


@pytest.mark.parametrize(("lang", "part"), [("zh", "最大客户倒闭"), ("en", "The largest customer fails")])
def test_for_people(call: Call, sample: Path, lang: str, part: str) -> None:
    told = call("stress", sample, lang=lang)
    assert told.code == 0
    assert part in told.out


@pytest.mark.parametrize("text", ["{", '{"shocks": [{"kind": "flood"}]}', '{"shocks": []}'])
def test_a_wrong_scenario_gets_a_sentence(call: Call, sample: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.json"
    path.write_text(text, "utf-8")
    for wrong in (path, "nobody-knows", tmp_path / "missing.json"):
        told = call("stress", sample, "--scenario", wrong)
        assert told.code != 0
        assert told.err.strip()


def test_bytes_are_no_scenario(call: Call, sample: Path, tmp_path: Path) -> None:
    path = tmp_path / "BYTES.JSON"
    path.write_bytes(b"\xff\xfe\x00")
    told = call("stress", sample, "--scenario", path)
    assert (told.code, "codec" in told.err) == (2, False)


@pytest.mark.parametrize(
    ("already", "asked", "said"),
    [
        ((), "both", "uses up cash or equity"),
        (("cash",), "equity", "uses up equity"),
        (("equity",), "cash", "uses up the cash"),
        (("cash",), "", ""),
        (("cash", "equity"), "", ""),
    ],
)
def test_what_breaks_nothing_is_said_to_break_nothing(
    already: tuple[str, ...], asked: str, said: str
) -> None:
    lines = reversed_lines(Breaking(True, None, None, None, None, None, already, asked), "en")
    assert len(lines) == len(already) + bool(said)
    assert ("No severity" in lines[-1]) == bool(said)
    assert said in lines[-1]
