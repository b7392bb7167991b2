"""Showing the window loads nothing that the window does not show."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = [
    "pandas",
    "numpy",
    "matplotlib",
    "reportlab",
    "alembic",
    "openpyxl",
    "babel",
    "xlsxwriter",
    "holidays",
]

BUILD = """
from app.bootstrap import build_app

build_app().files.open_sample().close()
"""
"""The sample company is built once, by every room there is; what is measured is opening it."""
SHOW = """
import json, sys
from app.bootstrap import build_app
from app.ui.application import application, make_window

qt = application()
window = make_window(qt, build_app())
window.show()
qt.processEvents()
assert window.start.isVisible()
at_start = sorted(sys.modules)
window.open_sample()
window.runner.finish(60)
while window.runner.pending or window.workspace is None or window.page is None:
    qt.processEvents()
assert window.workspace.isVisible()
print(json.dumps([at_start, sorted(sys.modules)]))
window.close()
qt.processEvents()
window.runner.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    home = tmp_path_factory.mktemp("home")
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOLDFAST_HOME": str(home)}
    for script in (BUILD, SHOW):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    return [set(names) for names in json.loads(done.stdout.splitlines()[-1])]


def test_the_start_screen_loads_no_heavy_library_and_no_database(loaded: list[set[str]]) -> None:
    assert not loaded[0] & {*HEAVY, "sqlalchemy", "sqlcipher3", "python_calamine"}


def test_the_main_window_with_a_company_loads_no_heavy_library(loaded: list[set[str]]) -> None:
    assert "sqlalchemy" in loaded[1]
    assert not loaded[1] & set(HEAVY)
