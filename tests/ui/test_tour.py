"""The picture tour in short: nothing is clipped, cut off or left untranslated.

Each walk is a process of its own: it needs a screen as large as its window, and a fresh application.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tour.__main__ import child, unlike
from tests.tour.stage import Look
from tests.tour.walk import prepare


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="measured with the bundled typeface, as pictures are")
@pytest.mark.parametrize(
    "look",
    [Look("zh", "light", (1100, 700)), Look("en", "dark", (1440, 900))],
    ids=lambda look: look.name,
)
def test_every_page_and_dialog_stands_whole(look: Look, home: Path) -> None:
    found = unlike(child(look, prepare(home)))
    assert not found, "\n".join(map(str, found))
