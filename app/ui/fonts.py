"""The interface typeface: the system's own where it has Chinese, else the bundled Noto Sans SC."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from app.resources import path as resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SYSTEMS = {"win32": "windows", "darwin": "macos"}
_FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")
_POINT = 4 / 3 if sys.platform == "darwin" else 1.0
_SEMIBOLD = 600


def register(families: Mapping[str, Sequence[str]]) -> list[str]:
    """Load the bundled face where the system lacks Chinese; the families to ask for, in order."""
    system = _SYSTEMS.get(sys.platform, "linux")
    if system == "linux" or not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
    return list(families[system])


def make(families: Sequence[str], points: float, weight: int) -> QFont:
    """A face with tabular figures; points are at 96 dpi and grow by 4/3 on macOS."""
    font = QFont(list(families))
    font.setPointSizeF(points * _POINT)
    # The bundled CJK face has no semibold: ask for bold rather than a synthesised weight.
    if weight == _SEMIBOLD and sys.platform not in _SYSTEMS:
        weight = QFont.Weight.Bold.value
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
