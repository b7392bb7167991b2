"""How soon the window stands and the sample company's first page is usable, against a bare window.

Run ``python -m tests.bench.bench_window [RUNS]``. Every measurement is a fresh process, ours and its
floor in turn; time runs from the first line of the process' own code, memory is resident at the end.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

STARTED = "HOLDFAST_BENCH_STARTED"
RUNS = 15
MIB = 1024 * 1024
LIMIT = 2.0


def bare() -> None:
    """A PySide6 window with nothing in it, painted."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    told()


def bare_and_sqlalchemy() -> None:
    """The same, and SQLAlchemy imported."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    import sqlalchemy  # noqa: F401 - the import is what is measured

    told()


def start_screen() -> None:
    """Our window, painted."""
    from app.bootstrap import build_app
    from app.ui.application import application, make_window

    qt = application()
    window = make_window(qt, build_app())
    window.show()
    qt.processEvents()
    assert window.start.isVisible()
    told()


def first_page() -> None:
    """Our window with the sample company's board filled and painted."""
    from PySide6.QtCore import QEventLoop

    from app.bootstrap import build_app
    from app.ui.application import application, make_window

    qt = application()
    window = make_window(qt, build_app())
    window.show()
    window.open_sample()  # as `holdfast demo` does: the file is opened while the window paints
    while window.workspace is None or window.page is None or window.runner.pending:
        # Waiting as the event loop does: a spinning one would keep the interpreter from the worker.
        qt.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    qt.processEvents()
    told()


def told() -> None:
    """Print seconds and resident bytes, and leave at once: how a process ends is not measured."""
    taken = time.time() - float(os.environ[STARTED])
    import psutil

    print(taken, psutil.Process().memory_info().rss, flush=True)
    os._exit(0)


SCENES: dict[str, Callable[[], None]] = {
    scene.__name__: scene for scene in (bare, bare_and_sqlalchemy, start_screen, first_page)
}


def measured(scene: str, home: Path) -> tuple[float, float]:
    """Seconds and MiB of one fresh process."""
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "HOLDFAST_HOME": str(home)}
    # An installed program starts from bytecode; here it is kept where nothing else is disturbed.
    environ["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    environ[STARTED] = repr(time.time())
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.bench_window", scene],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, resident = done.stdout.split()
    return float(seconds), int(resident) / MIB


def compare(ours: str, floor: str, runs: int, home: Path) -> None:
    """Both in turn; medians, and the median of their ratios."""
    pairs = [(measured(floor, home), measured(ours, home)) for _ in range(runs)]
    for at, unit in enumerate(("s", "MiB")):
        low, high = (statistics.median(pair[which][at] for pair in pairs) for which in (0, 1))
        # Round by round, so that what else the machine does weighs on both sides alike.
        ratio = statistics.median(pair[1][at] / pair[0][at] for pair in pairs)
        print(f"{ours} / {floor}: {high:.3f} / {low:.3f} {unit} = {ratio:.2f} (at most {LIMIT})")


def main(arguments: list[str]) -> None:
    """Measure everything, or (called by itself) play one scene."""
    if arguments and arguments[0] in SCENES:
        SCENES[arguments[0]]()
        return
    runs = int(arguments[0]) if arguments else RUNS
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for scene in SCENES:  # writes the bytecode, and builds the sample for the cache
            measured(scene, home)
        compare("start_screen", "bare", runs, home)
        compare("first_page", "bare_and_sqlalchemy", runs, home)


if __name__ == "__main__":
    main(sys.argv[1:])
