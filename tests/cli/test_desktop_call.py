"""How the desktop calls the program: the window opens without the grammar of the command line."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app import __main__ as program

NOTHING_MORE = """
import sys
from app import __main__ as program

shown = []


def window(app, opening, language, card):
    shown.append(card.isVisible())
    return 0 if opening == "恒信 五金.HOLDFAST" else 9


program._window = window
assert program.main(["恒信 五金.HOLDFAST"]) == 0
assert "app.cli" not in sys.modules and "app.words" not in sys.modules
assert shown == [True]
"""
CARD = """
import sys
from app.ui.program import opening_card

card = opening_card()
middle = card.grab().toImage().pixelColor(20, 20)
assert middle.green() > 60 > middle.red(), middle.name()  # the accent, whatever the picture's depth
ours = {name for name in sys.modules if name.partition(".")[0] == "app"}
assert ours == {"app", "app.resources", "app.ui", "app.ui.program"}, ours
assert "platformdirs" not in sys.modules and "json" not in sys.modules
"""


def run_offscreen(text: str) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", text], check=True, env=environ)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], True),
        (["C:\\账\\恒信 五金.HOLDFAST"], True),
        (["--version"], False),
        (["check", "a.holdfast"], False),
        (["list.xlsx"], False),
    ],
)
def test_a_menu_and_a_double_click_open_the_window(words: list[str], *, wanted: bool) -> None:
    assert program.is_from_desktop(words) is wanted


def test_the_window_does_not_wait_for_the_command_line() -> None:
    run_offscreen(NOTHING_MORE)


def test_the_first_paint_loads_little_more_than_a_bare_window() -> None:
    run_offscreen(CARD)
