"""Chinese where the system is Chinese, and whatever --lang says anywhere in the call."""

from __future__ import annotations

import sys

import pytest

from app.cli.language import asked_language, system_language


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.Big5"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides(environ: dict[str, str], lang: str) -> None:
    assert system_language(environ) == lang


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked itself")
def test_english_where_nothing_is_said() -> None:
    assert system_language({}) == "en"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "zh", "aging"],
        ["aging", "x.holdfast", "--lang", "zh"],
        ["aging", "--lang=zh"],
    ],
)
def test_lang_counts_wherever_it_stands(arguments: list[str]) -> None:
    assert asked_language(arguments, {"LANG": "en_US"}) == "zh"


def test_a_lang_nobody_speaks_leaves_the_systems() -> None:
    assert asked_language(["--lang", "fr"], {"LANG": "zh_CN"}) == "zh"
    assert asked_language(["--lang"], {"LANG": "en_US"}) == "en"
