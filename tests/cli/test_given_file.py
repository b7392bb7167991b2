"""A file that is not there: said of itself, not of a company."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

WAYS = {
    "stress": ("--scenario", "{}"),
    "simulate": ("--policy", "{}"),
    "check": ("--proof", "{}"),
    "restore": ("--from", "{}"),
}


@pytest.mark.parametrize("command", WAYS)
def test_a_file_that_is_not_there_is_named(call: Call, sample: Path, command: str) -> None:
    gone = sample.with_name("nowhere.json")
    told = call(command, sample, *(one.format(gone) for one in WAYS[command]))
    assert (told.code, told.out) == (2, "")
    assert told.err.strip() == f"{gone} is not there, or it is no file. Check the path and the name."


def test_so_is_a_case(call: Call, tmp_path: Path) -> None:
    told = call("claim-calc", tmp_path / "nowhere.json")
    assert (told.code, told.out) == (2, "")
    assert "another company" not in told.err
