"""The interface typeface: the system's own where it has Chinese, else the bundled Noto Sans SC.

Its quotes and apostrophes are as wide as a Chinese character: English is set in a Latin face made of it,
whose own are narrow, and finds Chinese words in the whole one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from app.resources import path as resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SYSTEMS = {"win32": "windows", "darwin": "macos"}
_FILES = ("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf")
_LATIN = "Holdfast Latin"
_LATIN_FILES = ("HoldfastLatin-Regular.ttf", "HoldfastLatin-Bold.ttf")
_POINT = 4 / 3 if sys.platform == "darwin" else 1.0
_SEMIBOLD = 600


def register() -> None:
    """Load the bundled faces where the system lacks Chinese."""
    if _system() == "linux" or not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        for name in (*_FILES, *_LATIN_FILES):
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def families(known: Mapping[str, Sequence[str]], lang: str) -> list[str]:
    """The families to ask for in a window of this language, in order."""
    system = _system()
    return [*([_LATIN] if system == "linux" and lang != "zh" else []), *known[system]]


def _system() -> str:
    return _SYSTEMS.get(sys.platform, "linux")


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
