"""Whoever suggests a file name lets it be made fit for Windows first."""

from pathlib import Path

APP = Path(__file__).resolve().parents[2] / "app"
HANDED_IN = frozenset({"shell/asking.py"})
"""Asks for places that its callers name after an open company file."""


def test_every_suggested_name_is_a_safe_one() -> None:
    asking = {
        path.relative_to(APP / "ui").as_posix(): path.read_text("utf-8")
        for path in (APP / "ui").rglob("*.py")
        if ".getSaveFileName(" in path.read_text("utf-8")
    }
    assert len(asking) > len(HANDED_IN)
    for path, text in asking.items():
        assert path in HANDED_IN or "safe_name(" in text, path
