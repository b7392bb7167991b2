"""How long the scoring wizard takes to answer an edit: new score, grade, points, reasons, and their painting.

On the sample company every number of the card is typed over, up and down, at a window of 1440 × 900.
An edit is measured from the key to the last pixel painted, by the processor's time of the window's
thread; the wall's clock, which others on the machine move, is told beside it. The floor is the bare
score of the same values.

Run: ``uv run python -m tests.bench.bench_wizard [--runs 5]``
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.ui.pages.scoring.indicator_row import IndicatorRow
    from app.ui.pages.scoring.page import ScoringPage
    from app.ui.shell.main_window import MainWindow

LIMIT_MS = 16.0
AS_OF = date(2025, 12, 31)
_TYPED = ("0", "7", "23", "61", "-3", "95")


def opened() -> tuple[MainWindow, ScoringPage]:
    """The wizard on the customer that was scored most often."""
    from PySide6.QtWidgets import QApplication

    from app.bootstrap import build_app
    from app.domain.clock import FixedClock
    from app.ui.application import application, make_window

    window = make_window(application(), build_app(FixedClock(AS_OF)))
    window.resize(1440, 900)
    window.show()
    window.open_sample()

    def settle() -> None:
        QApplication.processEvents()
        while not window.has_company() or window.runner.pending:
            QApplication.processEvents()

    settle()
    session = window.doors.session
    assert session is not None
    found: list[int] = []

    def busiest() -> int:
        grades = session.scoring.grade_of(None, AS_OF)
        return max(grades, key=lambda each: len(session.scoring.history(each)))

    window.runner.database(lambda _control: busiest(), found.append)
    settle()
    window.navigator.go("scoring", customer_id=found[0])
    settle()
    gc.collect()  # what building the sample left behind is no edit's fault
    page: Any = window.page
    return window, page


def edits(page: ScoringPage) -> Iterator[tuple[IndicatorRow, str]]:
    """Every number of the card with every text."""
    from app.ui.pages.scoring.family_step import FamilyStep

    for place, step in enumerate(page.steps):
        if isinstance(step, FamilyStep):
            page.go_to(place)
            for row in step.rows:
                if row.number:
                    yield from ((row, text) for text in _TYPED)


def measure(window: MainWindow, page: ScoringPage, runs: int) -> dict[str, object]:
    """Type, and paint what follows; the bare score beside it."""
    from PySide6.QtWidgets import QApplication

    spent, walls, bare = [], [], []
    for _ in range(runs):
        for row, text in edits(page):
            QApplication.processEvents()
            began, worked = time.perf_counter(), time.thread_time()
            row.value.setText(text)
            row.value.textEdited.emit(text)
            QApplication.processEvents()
            spent.append((time.thread_time() - worked) * 1000)
            walls.append((time.perf_counter() - began) * 1000)
            bare.append(_bare(page))
    page.keeping.save()
    while window.runner.pending:
        QApplication.processEvents()
    return {
        "edits": len(spent),
        "median_ms": round(statistics.median(spent), 2),
        "nineteen_of_twenty_ms": round(sorted(spent)[len(spent) * 19 // 20], 2),
        "longest_ms": round(max(spent), 2),
        "longest_on_the_wall_ms": round(max(walls), 2),
        "bare_score_ms": round(statistics.median(bare), 3),
    }


def _bare(page: ScoringPage) -> float:
    """The score of what stands there, milliseconds."""
    from app.domain.assessment import assess

    scoring = page.scoring
    assert scoring is not None
    worked = time.thread_time()
    outcome = assess(scoring.card, scoring.inputs(), scoring.as_of, scoring.facts)
    worked = time.thread_time() - worked
    assert outcome.score >= Decimal(0)
    return worked * 1000


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOLDFAST_HOME"] = str(Path(home))
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        window, page = opened()
        found = measure(window, page, asked.runs)
        window.close()
    print(json.dumps(found, indent=2))
    print(f"an edit of the wizard: longest {found['longest_ms']} ms (at most {LIMIT_MS})")


if __name__ == "__main__":
    main()
