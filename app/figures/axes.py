"""What charts of places share: names below the baseline, lines across with their names at the right end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.domain.chart import Level
from app.figures import faces
from app.figures.scale import Scale, finite, spread
from app.figures.sheet import AXIS, VALUE, Box, Label, Region, Sheet, label

FOOT = 16.0
"""Room below the baseline for the places' names."""
LINE = 12.5
"""From one label at the right end to the next."""
_GUTTER, _GAP, _LONGEST = 0.36, 8.0, 90.0
_TIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Where values are drawn: from ``left`` to ``right``, over the baseline at ``bottom``, up to ``top``."""

    left: float
    right: float
    bottom: float
    top: float

    def middle(self, place: int, count: int) -> float:
        """The middle of the room of one of ``count`` places side by side."""
        return self.left + (self.right - self.left) * (place + 0.5) / count


@dataclass(frozen=True, slots=True)
class EndName:
    """What stands at the right end of a line: its name, its value in bold after it, where the line ends."""

    name: str
    value: str
    at: float
    role: str = "tertiary"
    mark: str = ""


def level_names(levels: Sequence[Level], values: Scale) -> list[EndName]:
    """Targets and benchmarks as names at the right end."""
    return [
        EndName(each.name, "", values.at(height), "secondary")
        for each in levels
        if (height := finite(each.value)) is not None
    ]


def gutter(sheet: Sheet, names: Sequence[tuple[str, str]]) -> float:
    """Room wanted at the right for names and their values; a third of the sheet at most."""
    wanted = max((_wide(name, value) for name, value in names), default=0.0)
    return min(wanted + _GAP, sheet.wide * _GUTTER) if wanted else 0.0


def _wide(name: str, value: str) -> float:
    gap = _TIGHT if name and value else 0.0
    return faces.width(name, AXIS) + gap + faces.width(value, VALUE, bold=True)


def write_ends(sheet: Sheet, plot: Plot, names: Sequence[EndName]) -> None:
    """Names at the right end of their lines, pushed apart where lines end close together."""
    low, high = 2.0, sheet.high - AXIS
    room = max(1, int((high - low) / LINE) + 1)
    chosen = list(names)[:room]
    heights = spread([each.at - AXIS * 0.35 for each in chosen], LINE, low, high)
    for each, height in zip(chosen, heights, strict=True):
        x = plot.right + _GAP - 1
        if abs(height + AXIS * 0.35 - each.at) > LINE / 2:
            ends = [(plot.right + 1, each.at), (x - 1, height + AXIS * 0.35)]
            sheet.line(ends, each.mark or "muted", 0.75)
        value = faces.clipped(each.value, VALUE, sheet.wide - x, bold=True)
        rest = sheet.wide - x - faces.width(value, VALUE, bold=True) - (_TIGHT if value else 0.0)
        name = faces.clipped(each.name, AXIS, rest)
        sheet.offer(label(name, x, height, role=each.role))
        after = x + faces.width(name, AXIS) + (_TIGHT if name else 0.0)
        sheet.offer(label(value, after, height, size=VALUE, bold=True, role="text"))


def draw_levels(sheet: Sheet, plot: Plot, levels: Sequence[Level], values: Scale) -> list[float]:
    """Targets dashed, benchmarks solid grey; the heights at which they run."""
    heights = []
    for each in levels:
        if (value := finite(each.value)) is None:
            continue
        height = values.at(value)
        heights.append(height)
        ends = [(plot.left, height), (plot.right, height)]
        if each.kind == "benchmark":
            sheet.line(ends, "muted", 1.5, order=0.8)
        else:
            sheet.line(ends, "target", 0.75, dashed=True, order=2.5)
    return heights


def write_places(sheet: Sheet, names: Sequence[str], middles: Sequence[float], plot: Plot) -> None:
    """Names of the places below the baseline; where not all have room, evenly fewer, the last always."""
    if not names:
        return
    y = plot.bottom - FOOT + 4
    room = min(_LONGEST, max(24.0, (plot.right - plot.left) / 2))
    shown = [faces.clipped(name, AXIS, room) for name in names]
    labels = [_centred(name, middle, y, plot, sheet) for name, middle in zip(shown, middles, strict=True)]
    if len(set(names)) == len(names) or _apart(labels[::-1]):
        step = next(step for step in range(1, len(labels) + 1) if _apart(labels[::-step]))
        labels = labels[::-step]
    else:  # "Q2" tells nothing without the name that says its year
        last = labels[-1]
        labels.sort(key=lambda one: (one is not last and shown.count(one.text) > 1, -one.x))
    for one in labels:
        sheet.offer(one)


def _centred(text: str, middle: float, y: float, plot: Plot, sheet: Sheet) -> Label:
    """A label about the middle of its place; the outer ones are drawn in so that they stay below."""
    half = faces.width(text, AXIS) / 2
    low, high = min(half, sheet.wide / 2), max(plot.right - half, sheet.wide / 2)
    return label(text, min(max(middle, low), high), y, align=0.5)


def _apart(labels: Sequence[Label]) -> bool:
    """Whether neighbours, from right to left, leave a space between them."""
    return all(before.box.right + _TIGHT <= after.box.left for after, before in pairwise(labels))


def bands(sheet: Sheet, plot: Plot, middles: Sequence[float]) -> None:
    """Each place can be pointed at over its whole height."""
    borders = [(one + other) / 2 for one, other in pairwise(middles)]
    for place, (left, right) in enumerate(pairwise([0.0, *borders, plot.right + _GAP])):
        box = Box(left, plot.bottom - FOOT, min(sheet.wide, right), sheet.high)
        sheet.regions.append(Region(place, box))
