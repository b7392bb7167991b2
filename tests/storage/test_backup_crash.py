"""A kill in the middle of a backup or a restore loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 20
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="many quick kills need fork")


def test_killed_backups_and_restores_leave_whole_files(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.backup_rounds", tmp_path / "a.holdfast", str(ROUNDS), "7"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{ROUNDS} kills")
