"""Initials for search by typing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.adapters.pinyin import initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("苏州恒岌", "szhj"),
        ("长安银行（重庆）", "cayhcq"),
        ("Acme 12 Ltd.", "acme12ltd"),
        ("ＡＢＣ贸易", "abcmy"),
        ("Müller", "muller"),
        ("", ""),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_ascii_names_do_not_load_the_library() -> None:
    code = (
        "import sys; from app.adapters.pinyin import initials; "
        "initials('Acme'); print('pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
