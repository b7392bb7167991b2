"""The longest block of the window while a board of 20,000 rows is sorted and filtered on screen.

A timer that should tick every millisecond runs in the window's thread; the longest gap between two
ticks is the longest time the window could not answer. Every action is repeated and the worst is told.

Run: ``uv run python -m tests.bench.bench_board_window [--invoices 1000000] [--customers 20000]``
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.board_ledger import board_ledger

if TYPE_CHECKING:
    from app.ui.pages.aging.page import AgingPage
    from app.ui.shell.main_window import MainWindow

LIMIT_MS = 100
_SETTLED_S = 0.15


class Gaps:
    """The longest time between two ticks since the last look."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def over(self, window: MainWindow, work: Callable[[], object]) -> float:
        """Milliseconds of the longest block from ``work`` until the window has come to rest."""
        from PySide6.QtWidgets import QApplication

        QApplication.processEvents()
        self.longest, self._last = 0.0, time.perf_counter()
        work()
        quiet = time.perf_counter()
        while time.perf_counter() - quiet < _SETTLED_S:
            QApplication.processEvents()
            if window.runner.pending:
                quiet = time.perf_counter()
        return round(self.longest * 1000, 1)


def measure(path: Path, runs: int) -> dict[str, object]:
    """Open the file on the board and try every action."""

    from app.bootstrap import build_app
    from app.ui.application import application, make_window

    qt = application()
    window = make_window(qt, build_app())
    window.resize(1440, 900)
    window.show()
    window.open_path(path)
    page = _shown(window)
    gaps = Gaps()
    found = {name: max(gaps.over(window, work) for _ in range(runs)) for name, work in actions(page).items()}
    rows = len(page.table.model().ids())
    window.close()
    return {"rows": rows, "longest_block_ms": found, "at_most": LIMIT_MS}


def _shown(window: MainWindow) -> AgingPage:
    """The board's page once the file is open and its rows are there."""
    from PySide6.QtWidgets import QApplication

    from app.ui.pages.aging.page import AgingPage

    while True:
        QApplication.processEvents()
        page = window.page
        if page is not None and not isinstance(page, AgingPage):
            window.go_to("aging")
        elif isinstance(page, AgingPage) and not window.runner.pending and page._board is not None:
            return page


def actions(page: AgingPage) -> dict[str, Callable[[], object]]:
    """What a user does to a board that is there."""
    model = page.table.model()

    def scope(name: str) -> None:
        page.scope.set_current(name)
        page.scope.chosen.emit(name)

    def bucket(place: int) -> None:
        page.strip.set_filtered(place)
        page.strip.chosen.emit(place)

    return {
        "sort by name": lambda: model.sort_by("label"),
        "sort by balance": lambda: model.sort_by("balance"),
        "sort by oldest": lambda: model.sort_by("oldest"),
        "only overdue": lambda: scope("overdue"),
        "all again": lambda: scope("all"),
        "one bucket": lambda: bucket(2),
        "no bucket": lambda: bucket(-1),
        "read again": page._reload,
    }


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    path = board_ledger(folder, asked.invoices, asked.customers)
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOLDFAST_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        found = measure(path, asked.runs)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    blocks: Any = found["longest_block_ms"]
    worst = max(took for name, took in blocks.items() if name != "read again")
    print(f"longest block, sort or filter: {worst} / {LIMIT_MS} ms = {worst / LIMIT_MS:.2f} (at most 1)")


if __name__ == "__main__":
    main()
