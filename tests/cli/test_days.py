"""A day that is still to come: refused where the books would have to know it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize("command", ["provision", "forecast", "stress", "simulate"])
def test_a_day_to_come_is_refused(call: Call, sample: Path, command: str) -> None:
    told = call(command, sample, "--as-of", "2031-01-31", lang="en")
    assert told.code != 0
    assert "2031-01-31" in told.err
    assert "2025-12-31" in told.err
