"""Charts drawn and saved by matplotlib's own means: the floor of the quarterly report, a program by itself.

Run by ``bench_review``: ``python -m tests.bench.review_figures CHARTS.pickle``
"""

from __future__ import annotations

import io
import pickle
import sys
from pathlib import Path

from app.domain.chart import Chart
from app.figures.drawing import drawn
from app.figures.library import DRAWING
from app.figures.palette import palette

Drawn = list[tuple[Chart, float, float]]
"""Charts with their width and height in points."""


def draw(figures: Drawn) -> None:
    """Each as a PDF."""
    with DRAWING:
        for chart, wide, high in figures:
            drawn(chart, wide, high, palette()).figure.savefig(io.BytesIO(), format="pdf")


if __name__ == "__main__":
    draw(pickle.loads(Path(sys.argv[1]).read_bytes()))  # noqa: S301 - our own, written a moment ago
