"""A thousand letters of one page as one PDF, against a bare reportlab canvas drawing the same text.

The floor draws every text of the finished letters where it stands, with its size and weight, and
every rule, on one canvas with the same embedded fonts: what is measured is what setting a letter
costs beyond drawing it. Composing the letters from their facts and templates is counted in.

Run: ``uv run python -m tests.bench.bench_letters [--letters 1000] [--rounds 5]``
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from app.domain.letter_facts import LetterFacts
from app.reports import letter_pdf
from app.reports.fonts import BOLD, REGULAR, letter_widths
from app.reports.pdf import paper
from app.reports.pen import Pen
from tests.reports.letters import full, made

LIMIT = 2.0
"""At half the speed of the floor, or better."""
Drawn = list[tuple[str, tuple[object, ...]]]
_KEPT = {"drawString", "setFont", "setFillColor", "line", "rect", "setLineWidth", "setStrokeColor"}


class Listening(Canvas):
    """A canvas that remembers what was drawn on each page."""

    def __init__(self, *given: object, **named: object) -> None:
        self.pages: list[Drawn] = [[]]
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def __getattribute__(self, name: str) -> object:
        found = super().__getattribute__(name)
        if name not in _KEPT:
            return found

        def heard(*given: object, **named: object) -> object:
            self.pages[-1].append((name, given))
            return found(*given, **named)

        return heard

    def showPage(self) -> None:  # noqa: N802 - reportlab's own name
        """The next page begins."""
        self.pages.append([])
        super().showPage()


def letters(count: int) -> list[LetterFacts]:
    """Letters that differ in customer, number and amounts."""
    one = full("second", "zh", 4)
    return [
        replace(
            one,
            letter=replace(one.letter, number=f"CK-20251231-{n:04}", id=n),
            customer=replace(one.customer, name=f"第{n}号五金贸易有限公司", id=n),
            items=tuple(
                replace(item, number=f"HQ{n:04}-{at}", amount=(n * 7919 + at) * 100 + at)
                for at, item in enumerate(one.items)
            ),
        )
        for n in range(1, count + 1)
    ]


def by_program(facts: list[LetterFacts], path: Path) -> None:
    """The program's way: words by template, then paper."""
    letter_pdf.write([made(each) for each in facts], path)


def drawn(facts: list[LetterFacts], path: Path) -> list[Drawn]:
    """What the program draws, page by page."""
    with paper(path, letter_pdf.SHEET, "", "") as pen:
        kept = Listening(str(path), pagesize=(letter_pdf.SHEET.width, letter_pdf.SHEET.height))
        listening = Pen(kept)
        for each in facts:
            letter_pdf.draw(listening, made(each), {})
        pen.canvas.showPage()
    return kept.pages[:-1]


def by_canvas(pages: list[Drawn], path: Path) -> None:
    """The floor: the same text at the same places, and nothing else to decide."""
    letter_widths(REGULAR)
    letter_widths(BOLD)
    canvas = Canvas(str(path), pagesize=(letter_pdf.SHEET.width, letter_pdf.SHEET.height))
    for page in pages:
        for name, given in page:
            getattr(canvas, name)(*given)
        canvas.showPage()
    canvas.save()


def seconds(work: Callable[[], None]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Both in turn, and their medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letters.pdf"
        facts = letters(options.letters)
        pages = drawn(facts, path)
        assert len(pages) == options.letters
        pairs = []
        for _ in range(options.rounds):
            floor = seconds(lambda: by_canvas(pages, path))
            pairs.append((floor, seconds(lambda: by_program(facts, path))))
    low, high = (statistics.median(column) for column in zip(*pairs, strict=True))
    # Round by round, so that what else the machine does weighs on both sides alike.
    ratio = statistics.median(ours / floor for floor, ours in pairs)
    print(f"letters / bare canvas: {high:.3f} / {low:.3f} s = {ratio:.2f} (at most {LIMIT})")
    print(f"{options.letters} letters at {1 / ratio:.0%} of the canvas's speed")


if __name__ == "__main__":
    main()
