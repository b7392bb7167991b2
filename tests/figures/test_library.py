"""matplotlib loads late, keeps to our folder, and neither scans fonts nor reads settings of others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"matplotlib", "numpy", "pandas", "reportlab"}

LOAD = """
import importlib, json, pkgutil, sys
import app.ui.widgets, app.ui.pages.health, app.ui.pages.analysis, app.figures.palette
for room in (app.ui.widgets, app.ui.pages.health, app.ui.pages.analysis):
    for one in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        importlib.import_module(one.name)
before = sorted(sys.modules)
from app.domain.chart import BarChart, BarRow
from app.figures.palette import palette
from app.figures.screen import picture
made = picture(BarChart("", (BarRow("a", 1.0, ("1",)),)), 200, 80, 1.0, palette())
import matplotlib
from matplotlib.font_manager import FontManager, fontManager
told = {
    "before": before, "folder": matplotlib.get_configdir(), "fonts": len(fontManager.ttflist),
    "form": FontManager.__version__, "width": matplotlib.rcParams["lines.linewidth"], "bytes": len(made.rgba),
}
print(json.dumps(told))
"""


def test_charts_load_matplotlib_when_drawn_and_keep_it_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("lines.linewidth: 17\nnot.a.setting: 1\n", "utf-8")
    home = tmp_path / "home"
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOLDFAST_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "MATPLOTLIBRC": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LOAD],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told = json.loads(done.stdout)
    assert not HEAVY & set(told["before"])
    assert Path(told["folder"]) == home / "cache" / "figures"
    assert told["fonts"] == 1
    assert told["width"] == 1.5
    assert told["bytes"] == 4 * 200 * 80


def test_the_list_of_fonts_has_the_form_that_matplotlib_reads() -> None:
    from matplotlib.font_manager import FontManager

    from app.figures import FONT_LIST

    assert FontManager.__version__ == FONT_LIST
