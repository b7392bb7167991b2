"""The window for everyone, at two stations: ``python -m tests.tour --audit all`` walks every one.

What screen readers are told, what the keyboard reaches, and room for longer words.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.tour.__main__ import child, unlike
from tests.tour.audits import AUDITS
from tests.tour.stage import Look
from tests.tour.walk import prepare


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prepare(tmp_path_factory.mktemp("sample"))


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform != "linux", reason="measured with the bundled typeface, as pictures are")
@pytest.mark.parametrize("name", ["names", "keys", "pseudo"])
def test_nothing_keeps_anybody_out(name: str, built: Path) -> None:
    audit = AUDITS[name]
    look = Look(audit.lang, audit.theme, audit.size, audit.scale, audit.name)
    found = unlike(child(look, built, only="start,aging_menus"))
    assert not found, "\n".join(map(str, found))
