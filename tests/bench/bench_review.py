"""The quarterly report of the sample company against its matplotlib figures alone.

Asked for once a quarter, the report is made by a program that has just begun: each side is a process of its
own. The floor's loads matplotlib, draws each chart of the report and saves it as a PDF by matplotlib's own
means. Ours opens the company file, reckons the quarter with eight quarters of trend, and writes the whole
paper. In a program that runs already both are quicker; that ratio is told too, and has no limit.

Run: ``uv run python -m tests.bench.bench_review [--runs 5]``
"""

from __future__ import annotations

import argparse
import gc
import json
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.bootstrap import build_app
from app.bootstrap.sample_build import write_sample
from app.domain.clock import FixedClock
from app.domain.period_review import Content, PartCode
from app.reports import review_pdf
from app.reports.figure import Figure
from tests.bench.review_figures import Drawn, draw

LIMIT = 5.0
DAY = date(2025, 12, 31)
QUARTER = "2025Q4"
_ALL = tuple(code.value for code in PartCode)


def figures_of(content: Content) -> Drawn:
    """The charts of the report with their sizes, as it lays them out."""
    found: Drawn = []

    def gather(blocks: Sequence[object]) -> None:
        for block in blocks:
            if isinstance(block, Figure):
                found.append((block.chart, block.measure, block.drawing))
            inner = [getattr(block, name, None) for name in ("left", "right")]
            gather([one for one in (*inner, *getattr(block, "blocks", ())) if one is not None])

    for page in review_pdf._pages(content, _ALL, "zh", None):
        gather(page)
    return found


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(folder: Path, runs: int) -> dict[str, float]:
    """Floor and program in turn, from the beginning and warm."""
    company, charts = folder / "s.holdfast", folder / "charts.pickle"
    write_sample(company, DAY)
    session = build_app(FixedClock(DAY)).files.open(company)
    try:
        figures = figures_of(session.reviews.view(QUARTER).content)
        charts.write_bytes(pickle.dumps(figures))
        draw(figures)
        warm = [
            (
                timed(lambda: draw(figures)),
                timed(lambda: session.reviews.pdf(QUARTER, folder / "warm.pdf", "zh", _ALL)),
            )
            for _ in range(runs)
        ]
    finally:
        session.close()
    floor = [sys.executable, "-m", "tests.bench.review_figures", str(charts)]
    ours = [sys.executable, "-m", "app", "review", str(company), "--quarter", QUARTER]
    ours += ["--pdf", str(folder / "r.pdf")]
    cold = []
    for number in range(runs + 1):
        pair = [timed(lambda each=each: _run(each)) for each in (floor, ours)]  # type: ignore[misc]  # a default
        if number:
            cold.append(pair)
    low, high = (statistics.median(column) for column in zip(*cold, strict=True))
    bare, whole = (statistics.median(column) for column in zip(*warm, strict=True))
    return {
        "figures": len(figures),
        "floor_s": round(low, 3),
        "review_s": round(high, 3),
        "ratio": round(high / low, 2),
        "warm_floor_s": round(bare, 3),
        "warm_review_s": round(whole, 3),
        "warm_ratio": round(whole / bare, 2),
    }


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Measure and print JSON, then one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        found = measure(Path(name), runs)
    print(json.dumps(found, indent=2))
    both = f"{found['review_s']} / {found['floor_s']} s"
    print(f"quarterly report / its figures alone: {both} = {found['ratio']} (at most {LIMIT})")


if __name__ == "__main__":
    main()
