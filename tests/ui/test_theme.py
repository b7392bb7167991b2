"""Tokens, schemes, heat and the ramp of ages."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.resources import path as resource
from app.ui import icons
from app.ui.i18n import Language
from app.ui.theme import Density, Scheme, Theme
from app.ui.widgets.buttons import button


def test_tokens_follow_the_scheme(theme: Theme) -> None:
    assert theme.hex("accent") == "#0B6660"
    theme.set_scheme(Scheme.DARK)
    assert theme.dark
    assert theme.color("accent") == QColor("#5DBFB3")


def test_a_switch_is_told_and_recolours_icons(qtbot: QtBot, theme: Theme) -> None:
    made = button(theme, "Save", icon="check")
    qtbot.addWidget(made)
    before = made.icon().pixmap(16).toImage()
    with qtbot.waitSignal(theme.themeChanged):
        theme.set_scheme(Scheme.DARK)
    assert made.icon().pixmap(16).toImage() != before


@pytest.mark.usefixtures("theme")
def test_the_style_sheet_names_every_token(qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert "$" not in sheet
    assert "#0B6660" in sheet


def test_density_sets_the_row_height(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.densityChanged):
        theme.set_density(Density.COMPACT)
    assert theme.row_height == 28
    theme.set_density(Density.DEFAULT)
    assert theme.row_height == 36


@pytest.mark.parametrize(("ratio", "share"), [(0.0, 0.24), (1.0, 1.0), (0.25, 0.62)])
def test_heat_is_surface_mixed_with_tint(theme: Theme, ratio: float, share: float) -> None:
    tint = theme.color("aging.d90p.tint")
    expected = theme.mix(theme.color("surface"), tint, share)
    assert theme.heat(tint, ratio) == expected


@pytest.mark.parametrize("buckets", [1, 2, 3, 4, 5, 6])
def test_every_number_of_buckets_has_its_own_colours(theme: Theme, buckets: int) -> None:
    fills = [theme.age(bucket, buckets).fill.name() for bucket in range(buckets + 1)]
    assert len(set(fills)) == buckets + 1
    assert fills[0] == theme.hex("aging.notDue.fill").lower()
    assert fills[1] == theme.hex("aging.d1_30.fill").lower()
    if buckets > 1:
        assert fills[-1] == theme.hex("aging.d90p.fill").lower()


def test_figures_stand_under_each_other(theme: Theme) -> None:
    made = QPushButton()
    made.setFont(theme.font("body"))
    metrics = made.fontMetrics()
    assert metrics.horizontalAdvance("1,111.11") == metrics.horizontalAdvance("8,888.88")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_signs_of_the_style_sheet_have_the_tokens_colours(theme: Theme, scheme: str) -> None:
    theme.set_scheme(Scheme(scheme))
    for key, (_, role) in icons.GLYPHS.items():
        stored = resource("theme", scheme, f"{key}.svg").read_bytes()
        assert stored == icons.draw_glyph(key, theme.hex(role)), "run packaging/glyphs.py"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system's own face sets Latin")
def test_english_quotes_are_narrow_and_chinese_ones_are_not(theme: Theme, language: Language) -> None:
    def wide(text: str) -> float:
        return QFontMetricsF(theme.font("body")).horizontalAdvance(text)

    theme.follow(language)
    language.set("zh")
    assert wide("“") > 0.9 * wide("恒")
    language.set("en")
    assert wide("“") < 0.6 * wide("恒")
    assert wide("，") > 0.9 * wide("恒")
