import sys
from pathlib import Path

import pytest

from app import resources
from app.reports import fonts


def test_fonts_and_their_licences_are_bundled() -> None:
    for name in fonts._FILES.values():
        assert resources.path("fonts", name).is_file()
    assert "SIL OPEN FONT LICENSE" in resources.path("licences", "noto-sans-sc-OFL.txt").read_text("utf-8")
    assert "DejaVu" in resources.path("licences", "dejavu.txt").read_text("utf-8")


def test_a_frozen_build_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.folder.__wrapped__() == tmp_path / "resources"


def test_no_report_parses_markup() -> None:
    """What a user typed is drawn, never parsed: reportlab's paragraph markup is not used at all."""
    for module in Path(fonts.__file__).parent.glob("*.py"):
        assert "platypus" not in module.read_text("utf-8")
