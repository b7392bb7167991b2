"""The colours a chart is drawn in, by role, from the design's tokens; needs no matplotlib."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.resources import path as resource

_GLARE, _KNEE = 0.05, 0.04045
_AGES = ("d1_30", "d31_60", "d61_90", "d90p")


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB``: ``roles`` by name, ``grades`` by letter, ``ages`` from not due to oldest."""

    roles: Mapping[str, str]
    grades: Mapping[str, str]
    ages: tuple[str, ...]

    def colour(self, role: str) -> str:
        """What a role of a chart looks like: ``primary``, ``bucket:2/5``, ``grade:A``; grey if unknown."""
        kind, _, which = role.partition(":")
        if kind == "grade":
            return self.grades.get(which[:1].upper(), self.roles["grey"])
        if kind == "bucket":
            return self._age(which)
        return self.roles.get(role, self.roles["grey"])

    def on(self, role: str) -> str:
        """The role of the text that reads better on a fill of this role: ``text`` or ``surface``."""
        fill = _light(self.colour(role))
        ratios = {
            name: (max(fill, lit) + _GLARE) / (min(fill, lit) + _GLARE)
            for name in ("text", "surface")
            for lit in [_light(self.roles[name])]
        }
        return max(ratios, key=lambda name: ratios[name])

    def _age(self, which: str) -> str:
        """Bucket ``i/n`` (0 is not due), the last always the darkest, those between mixed."""
        first, _, last = which.partition("/")
        if not (first.isdigit() and last.isdigit()):
            return self.roles["grey"]
        index, overdue = int(first), int(last) - 1
        if index <= 0:
            return self.ages[0]
        ramp = self.ages[1:]
        place = (index - 1) / (overdue - 1) * (len(ramp) - 1) if overdue > 1 else len(ramp) - 1
        low = min(int(place), len(ramp) - 1)
        high = min(low + 1, len(ramp) - 1)
        return mixed(ramp[low], ramp[high], min(place, len(ramp) - 1) - low)


def _light(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (each / 12.92 if each <= _KNEE else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def mixed(base: str, over: str, share: float) -> str:
    """``base`` with ``share`` (0..1) of ``over`` laid on it."""
    pairs = ((int(base[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@cache
def palette(*, dark: bool = False) -> Palette:
    """The palette of the light theme, which is also that of paper, or of the dark one."""
    tokens: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    colours = tokens["color"]["dark" if dark else "light"]
    chart, status, aging = colours["chart"], colours["status"], colours["aging"]
    return Palette(
        roles={
            "text": colours["text"],
            "secondary": colours["textSecondary"],
            "tertiary": colours["textTertiary"],
            "surface": colours["surface"],
            "primary": chart["primary"],
            "soft": chart["primarySoft"],
            "grey": chart["secondary"],
            "muted": chart["muted"],
            "target": chart["target"],
            "grid": chart["grid"],
            "band": chart["band"],
            "warn": status["warn"]["fill"],
            "danger": status["danger"]["fill"],
            "good": status["good"]["fill"],
        },
        grades={letter: one["fill"] for letter, one in colours["grade"].items()},
        ages=(aging["notDue"]["fill"], *(aging[age]["fill"] for age in _AGES)),
    )
