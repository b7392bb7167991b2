"""The quarterly report of the sample company against its matplotlib figures alone.

The floor is what the paper cannot do without: each chart of the report drawn as vectors onto a page of its
own and saved. The program's answer reckons the quarter from the company file, with eight quarters of
trend, and sets and writes the whole paper. Both go in turn, after both ran once.

Run: ``uv run python -m tests.bench.bench_review [--runs 5]``
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
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
from app.reports.pdf import PORTRAIT, Block, paper
from app.services.session import CompanySession

LIMIT = 5.0
DAY = date(2025, 12, 31)
_ALL = tuple(code.value for code in PartCode)


def figures_of(content: Content) -> list[Figure]:
    """The charts of the report, as it lays them out."""
    found: list[Figure] = []

    def gather(blocks: Sequence[object]) -> None:
        for block in blocks:
            if isinstance(block, Figure):
                found.append(block)
            inner = [getattr(block, name, None) for name in ("left", "right")]
            gather([one for one in (*inner, *getattr(block, "blocks", ())) if one is not None])

    for page in review_pdf._pages(content, _ALL, "zh"):
        gather(page)
    return found


def draw_figures(figures: Sequence[Block], path: Path) -> None:
    """Each on a page of its own."""
    with paper(path, PORTRAIT, "figures", "bench") as pen:
        for figure in figures:
            figure.draw(pen, PORTRAIT.margin, PORTRAIT.height - PORTRAIT.top)
            pen.fresh_page()


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(session: CompanySession, folder: Path, runs: int) -> dict[str, object]:
    """Floor and program in turn."""
    content = session.reviews.view("2025Q4").content
    figures = figures_of(content)
    floors, ours = [], []
    for number in range(runs + 1):
        floor = timed(lambda: draw_figures(figures, folder / "floor.pdf"))
        whole = timed(lambda: session.reviews.pdf("2025Q4", folder / "review.pdf", "zh", _ALL))
        if number:
            floors.append(floor)
            ours.append(whole)
    floor, whole = statistics.median(floors), statistics.median(ours)
    return {
        "figures": len(figures),
        "floor_s": round(floor, 3),
        "ours_s": round(whole, 3),
        "ratio": round(whole / floor, 2),
    }


def main() -> None:
    """Measure and print JSON, then one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sample(folder / "s.holdfast", DAY)
        session = build_app(FixedClock(DAY)).files.open(folder / "s.holdfast")
        try:
            found = measure(session, folder, runs)
        finally:
            session.close()
    print(json.dumps(found, indent=2))
    both = f"{found['ours_s']} / {found['floor_s']} s"
    print(f"quarterly report PDF / its figures alone: {both} = {found['ratio']} (at most {LIMIT})")


if __name__ == "__main__":
    main()
