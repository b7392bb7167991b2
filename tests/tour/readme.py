"""``python -m tests.tour.readme``: take the pictures of the README anew, into docs/pictures."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.tour.__main__ import child
from tests.tour.stage import Look
from tests.tour.walk import prepare

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
_SIZE = (1440, 900)
_ZH, _EN = Look("zh", "light", _SIZE), Look("en", "dark", _SIZE)
PICTURES = {
    "today-zh-light": (_ZH, "today"),
    "reminders-zh-light": (_ZH, "reminders-run-drawer"),
    "aging-zh-light": (_ZH, "aging-drawer"),
    "aging-en-dark": (_EN, "aging"),
    "customer-zh-light": (_ZH, "customer-overview"),
    "import-zh-light": (_ZH, "import-2-columns"),
    "scoring-zh-light": (_ZH, "scoring-trading"),
    "insurance-zh-light": (_ZH, "insurance"),
    "health-zh-light": (_ZH, "health-overview"),
    "stress-en-dark": (_EN, "stress"),
}
"""File name → look, and the picture of the tour it is."""


def main() -> int:
    """Walk in both looks and keep what the README shows."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        built = prepare(place / "built")
        found = [fault for look in (_ZH, _EN) for fault in child(look, built, place)]
        for name, (look, scene) in PICTURES.items():
            shutil.copyfile(place / look.name / f"{scene}.png", FOLDER / f"{name}.png")
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
