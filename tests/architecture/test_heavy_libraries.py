"""The libraries of charts and studies load when a page needs them, and never on the window's thread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOW = """
import json, sys, threading

class Watch:
    loaded = {}

    def find_spec(self, name, path=None, target=None):
        if name in {"pandas", "numpy", "matplotlib"}:
            self.loaded.setdefault(name, threading.current_thread() is threading.main_thread())

sys.meta_path.insert(0, Watch())
from app.bootstrap import build_app
from app.ui.application import application, make_window

qt = application()
window = make_window(qt, build_app())
window.show()
window.open_sample()

def settle():
    window.runner.finish(60)
    while window.runner.pending or window.workspace is None or window.page is None:
        qt.processEvents()
    for _ in range(5):
        qt.processEvents()
        window.runner.finish(60)

settle()
before = dict(Watch.loaded)
window.workspace.context.navigator.go("health", tab="overview")
settle()
window.workspace.context.navigator.go("analysis", tab="backtest")
settle()
print(json.dumps([before, Watch.loaded]))
window.close()
qt.processEvents()
window.runner.close()
"""


def test_they_load_with_their_pages_and_off_the_windows_thread(tmp_path: Path) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOLDFAST_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout.splitlines()[-1])
    assert after.keys() >= {"pandas", "numpy", "matplotlib"}
    assert not any(after.values()), after
    # The sample company is built at its first opening, which may draw; studies wait for their page.
    assert "pandas" not in before
