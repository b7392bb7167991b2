"""How long the scoring wizard takes to answer an edit: from the key to the repainted window.

On the sample company every number of the card is typed at, key by key; live score, grade, points lost
and steps follow within the same turn. A frame at 60 per second is 16 ms.

Run: ``uv run python -m tests.bench.bench_wizard [--rounds 5]``
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from app.ui.pages.scoring.page import ScoringPage
    from app.ui.shell.main_window import MainWindow

LIMIT_MS = 16
CUSTOMER = 1
KEYS = "123"


def settled(window: MainWindow) -> None:
    """Until nothing is under way."""
    from PySide6.QtWidgets import QApplication

    quiet = time.perf_counter()
    while time.perf_counter() - quiet < 0.3:
        QApplication.processEvents()
        if window.runner.pending:
            quiet = time.perf_counter()


def wizard(window: MainWindow, path: Path) -> ScoringPage:
    """The wizard of one customer, its values filled in."""
    window.open_path(path)
    settled(window)
    assert window.workspace is not None
    window.workspace.context.navigator.go("scoring", customer_id=CUSTOMER)
    settled(window)
    return cast("ScoringPage", window.workspace.page)


def edits(page: ScoringPage, rounds: int) -> list[float]:
    """Milliseconds from each key to the window painted."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.ui.pages.scoring.family_step import FamilyStep

    took: list[float] = []
    for place, step in enumerate(page.steps):
        if not isinstance(step, FamilyStep):
            continue
        page.go_to(place)
        QApplication.processEvents()
        for row in [one for one in step.rows if one.number] * rounds:
            row.value.selectAll()
            for key in KEYS:
                QApplication.processEvents()
                start = time.perf_counter()
                QTest.keyClick(row.value, key)
                QApplication.processEvents()
                took.append((time.perf_counter() - start) * 1000)
            row.restore()
    return sorted(took)


def measure(rounds: int) -> dict[str, object]:
    """Build the sample, open the wizard, type."""
    from app.bootstrap import build_app
    from app.bootstrap.sample_build import write_sample
    from app.ui.application import application, make_window

    qt = application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.holdfast"
        write_sample(path, date(2025, 12, 31))
        window = make_window(qt, build_app())
        window.resize(1440, 900)
        window.show()
        took = edits(wizard(window, path), rounds)
        window.close()
    return {
        "edits": len(took),
        "median_ms": round(statistics.median(took), 2),
        "p95_ms": round(took[int(len(took) * 0.95)], 2),
        "longest_ms": round(took[-1], 2),
        "at_most": LIMIT_MS,
    }


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOLDFAST_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        print(json.dumps(measure(asked.rounds), indent=2))


if __name__ == "__main__":
    main()
