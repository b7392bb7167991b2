"""How long the Today page blocks the window while a ledger of a million invoices opens on it.

A block is a turn of the event loop in which the window's own thread worked for more than a frame,
by the processor's time of that thread; what a machine shared with others adds is not the window's.
The longest gap between two turns on the wall's clock is told beside it. Measured until everything
on the page is filled; then for each action.

Run: ``uv run python -m tests.bench.bench_today [--invoices 1000000] [--customers 20000] [--runs 3]``
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.board_ledger import AS_OF, board_ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.pages.today.page import TodayPage
    from app.ui.shell.main_window import MainWindow

LIMIT_MS, LIMIT_SUM_MS = 100, 300
_FRAME_S = 0.017
_SETTLED_S = 0.2


class Blocks:
    """Turns of the event loop in which the window's thread worked for more than a frame, in seconds."""

    def __init__(self) -> None:
        self.found: list[float] = []
        self.gap = 0.0

    def turn(self) -> None:
        """One turn of the event loop, measured."""
        from PySide6.QtWidgets import QApplication

        began, worked = time.perf_counter(), time.thread_time()
        QApplication.processEvents()
        worked = time.thread_time() - worked
        self.gap = max(self.gap, time.perf_counter() - began)
        if worked > _FRAME_S:
            self.found.append(worked)
        time.sleep(0.0005)  # a spinning loop would keep the interpreter from the worker

    def over(
        self, window: MainWindow, work: Callable[[], object], done: Callable[[], bool]
    ) -> dict[str, Any]:
        """The longest block and all together, milliseconds, from ``work`` until ``done`` and at rest."""
        self.turn()
        self.found, self.gap = [], 0.0
        started, worked = time.perf_counter(), time.thread_time()
        work()
        quiet = time.perf_counter()
        if (worked := time.thread_time() - worked) > _FRAME_S:
            self.found.append(worked)
        while time.perf_counter() - quiet < _SETTLED_S:
            self.turn()
            if window.runner.pending or not done():
                quiet = time.perf_counter()
        return {
            "longest_ms": round(max(self.found, default=0.0) * 1000, 1),
            "together_ms": round(sum(self.found) * 1000, 1),
            "longest_gap_ms": round(self.gap * 1000, 1),
            "until_filled_s": round(quiet - started, 2),
        }


def measure(path: Path, runs: int) -> dict[str, object]:
    """Open the file on Today and try every action."""
    from app.bootstrap import build_app
    from app.domain.clock import FixedClock
    from app.ui.application import application, make_window

    qt = application()
    window = make_window(qt, build_app(FixedClock(AS_OF)))
    window.resize(1440, 900)
    window.show()
    blocks = Blocks()
    told: dict[str, object] = {
        "open the file": blocks.over(window, lambda: window.open_path(path), _filled(window))
    }
    page: Any = window.page
    blocks.over(window, _settings(window, page), _filled(window))
    for name, work in _actions(window, page).items():
        told[name] = max(
            (blocks.over(window, work, _filled(window)) for _ in range(runs)),
            key=lambda one: one["longest_ms"],
        )
    told["rows"] = page.card.model.rowCount()
    window.close()
    return told


def _filled(window: MainWindow) -> Callable[[], bool]:
    def filled() -> bool:
        page: Any = window.page
        return page is not None and bool(getattr(page, "_filled", True))

    return filled


def _settings(window: MainWindow, page: Any) -> Callable[[], object]:
    """Build the page to come from, so that it is not measured."""
    window.go_to("settings")
    window.go_to("today")
    return lambda: page


def _actions(window: MainWindow, page: TodayPage) -> dict[str, Callable[[], object]]:
    def again() -> None:
        window.go_to("settings")
        page._stale, page._filled = True, False
        window.go_to("today")

    def kind(name: str) -> None:
        page.card.kinds.set_current(name)
        page.card.kinds.chosen.emit(name)

    return {
        "open Today again": again,
        "one kind of work": lambda: kind("collect"),
        "all of it": lambda: kind("all"),
        "sort by amount": lambda: page.card.model.sort_by("amount"),
        "mark one done": page.card.finish,
    }


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--invoices", type=int, default=1_000_000)
    parser.add_argument("--customers", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    folder = Path(os.environ.get("HOLDFAST_BENCH_DIR") or Path(tempfile.gettempdir()) / "holdfast-bench")
    path = board_ledger(folder, asked.invoices, asked.customers)
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOLDFAST_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        found = measure(path, asked.runs)
    print(json.dumps(found, ensure_ascii=False, indent=2))
    opening: Any = found["open Today again"]
    print(f"Today again: longest block {opening['longest_ms']} ms (at most {LIMIT_MS}), "
          f"together {opening['together_ms']} ms (at most {LIMIT_SUM_MS})")  # fmt: skip


if __name__ == "__main__":
    main()
