"""What a process died of is there at the next start, and only then."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.adapters.crash_log import left_behind
from app.adapters.places import HOME_VARIABLE
from app.bootstrap.crashes import FAILED

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from app.bootstrap.crashes import guarded
def run(earlier):
    sys.stdout.write(earlier)
    {body}
    return 0
sys.exit(guarded(run, "1.0"))
"""
PRIVATE = "苏州恒岌机电"


def start(home: Path, body: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, HOME_VARIABLE: str(home), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-c", RUN.format(body=body)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import faulthandler; faulthandler._sigsegv()", "Fatal Python error: Segmentation fault"),
        ("import os; os.abort()", "Fatal Python error: Aborted"),
        (f"raise ValueError('no such customer {PRIVATE}')", "builtins.ValueError: no such customer …"),
    ],
    ids=["fault in machine code", "abort", "before or after the event loop"],
)
def test_what_ended_the_process_is_told_once_at_the_next_start(tmp_path: Path, body: str, said: str) -> None:
    died = start(tmp_path, body)
    assert died.returncode == FAILED if "raise" in body else died.returncode < 0
    after = start(tmp_path, "pass")
    assert said in after.stdout
    assert PRIVATE not in after.stdout
    assert str(tmp_path) not in after.stdout
    assert start(tmp_path, "pass").stdout == ""
    assert list((tmp_path / "logs").iterdir()) == []


def test_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    assert start(tmp_path, "pass").returncode == 0
    assert left_behind(tmp_path / "logs") == ""


def test_a_folder_that_is_no_folder_costs_the_report_only(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("x", "utf-8")
    assert start(tmp_path, "pass").returncode == 0
