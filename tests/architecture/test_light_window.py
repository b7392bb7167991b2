"""Showing the window loads nothing that the window does not show."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
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

AS_OF = date(2025, 12, 31)
SHOW = """
import json, sys
from datetime import date
from app.bootstrap import build_app
from app.domain.clock import FixedClock
from app.ui.application import application, make_window

qt = application()
window = make_window(qt, build_app(FixedClock(date(2025, 12, 31))))
window.show()
qt.processEvents()
assert window.start.isVisible()
at_start = sorted(sys.modules)
window.open_sample()
window.runner.finish(60)
while window.runner.pending or window.workspace is None or window.page is None:
    qt.processEvents()
assert window.workspace.isVisible()
widgets = vars(sys.modules["PySide6.QtWidgets"])
made = [name for name in ("QWizard", "QCalendarWidget", "QStyle") if name in widgets]
print(json.dumps([at_start, sorted(sys.modules), made]))
window.close()
qt.processEvents()
window.runner.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, built: Callable[[date], Path]) -> list[set[str]]:
    """What is loaded at the start, and with a company open; every room there is built that one before."""
    home = tmp_path_factory.mktemp("home")
    (home / "cache").mkdir()
    shutil.copy(built(AS_OF), home / "cache")
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOLDFAST_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [set(names) for names in json.loads(done.stdout.splitlines()[-1])]


def test_the_start_screen_loads_no_heavy_library_and_no_database(loaded: list[set[str]]) -> None:
    assert not loaded[0] & {*HEAVY, "sqlalchemy", "sqlcipher3", "python_calamine"}


def test_the_first_page_has_nothing_of_qt_made_that_it_does_not_use(loaded: list[set[str]]) -> None:
    """One ``viewport()`` of a view not met before makes them all, one ``style()`` makes its constants."""
    assert not loaded[2]


def test_the_main_window_with_a_company_loads_no_heavy_library(loaded: list[set[str]]) -> None:
    assert "sqlalchemy" in loaded[1]
    assert not loaded[1] & set(HEAVY)
