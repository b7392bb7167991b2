"""The colours of high contrast: 7 to 1 for everything that is read, and the system's own wish followed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.resources import path as resource
from app.ui import icons
from app.ui.theme import Contrast, Scheme, Theme

_GROUNDS = ("window", "surface", "raised", "sunken", "selection", "rowHover", "accentTint")
_READ = ("text", "textSecondary", "textTertiary", "accentText", "focusRing")
_AGES = ("notDue", "d1_30", "d31_60", "d61_90", "d90p")
_STATES = ("good", "warn", "danger", "info", "neutral")


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def high(theme: Theme, request: pytest.FixtureRequest) -> Iterator[Theme]:
    theme.set_scheme(request.param)
    theme.set_contrast(Contrast.HIGH)
    yield theme
    theme.set_contrast(Contrast.SYSTEM)


def _light(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(theme: Theme, one: str, other: str) -> float:
    """How far two tokens stand apart, by WCAG 2.2."""
    dark, light = sorted((_light(theme.color(one)), _light(theme.color(other))))
    return (light + 0.05) / (dark + 0.05)


def _read_on(_theme: Theme) -> list[tuple[str, str]]:
    pairs = list(product(_READ, _GROUNDS))
    pairs += [("textOnAccent", f"accent{state}") for state in ("", "Hover", "Pressed")]
    pairs += [(f"aging.{age}.{front}", f"aging.{age}.{back}") for age in _AGES for front, back in
              (("onFill", "fill"), ("text", "tint"))]  # fmt: skip
    pairs += [("text", f"aging.{age}.tint") for age in _AGES]
    pairs += [(f"grade.{grade}.{front}", f"grade.{grade}.{back}") for grade in "ABCD" for front, back in
              (("onFill", "fill"), ("text", "tint"))]  # fmt: skip
    pairs += [(f"status.{state}.text", ground) for state in _STATES
              for ground in (f"status.{state}.tint", "surface", "window", "selection")]  # fmt: skip
    return pairs + [("text", f"risk.r{step}") for step in range(1, 6)]


def test_everything_read_stands_seven_to_one(high: Theme) -> None:
    weak = {pair: round(_ratio(high, *pair), 2) for pair in _read_on(high) if _ratio(high, *pair) < 7}
    assert not weak


def test_edges_and_marks_stand_out_without_words(high: Theme) -> None:
    marks = [("border", 4.5), ("borderStrong", 7), ("focusRing", 7), ("textDisabled", 7), ("divider", 3)]
    marks += [(f"status.{state}.fill", 4.5) for state in _STATES]
    weak = {
        name: _ratio(high, name, "surface") for name, least in marks if _ratio(high, name, "surface") < least
    }
    assert not weak


def test_the_signs_are_drawn_in_these_colours_too(high: Theme) -> None:
    for key, (_, role) in icons.GLYPHS.items():
        stored = resource("theme", high.colors, f"{key}.svg").read_bytes()
        assert stored == icons.draw_glyph(key, high.hex(role)), "run packaging/glyphs.py"


def test_the_focus_ring_is_in_the_style_sheet(qapp: QApplication, high: Theme) -> None:
    assert f"border: 2px solid {high.hex('focusRing')}" in qapp.styleSheet()


def test_without_a_choice_the_system_decides(theme: Theme) -> None:
    chosen = [Contrast.SYSTEM, Contrast.HIGH, Contrast.NORMAL, Contrast.SYSTEM]
    found = []
    for contrast in chosen:
        theme.set_contrast(contrast)
        found.append(theme.high)
    assert found == [False, True, False, False], "no system asks for it here"
