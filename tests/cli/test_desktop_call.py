"""How the desktop calls the program: the window opens without the grammar of the command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app import __main__ as program

NOTHING_MORE = """
import sys
from app import __main__ as program

program._window = lambda app, opening, language: 0 if opening == "恒信 五金.HOLDFAST" else 9
assert program.main(["恒信 五金.HOLDFAST"]) == 0
assert "app.cli" not in sys.modules and "app.words" not in sys.modules
"""


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
    subprocess.run([sys.executable, "-c", NOTHING_MORE], check=True)
