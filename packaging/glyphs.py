"""Draw the style sheet's small signs in the colours of all schemes into resources/theme.

Run it after changing the tokens or the signs: python packaging/glyphs.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.ui.icons import GLYPHS, draw_glyph  # noqa: E402 - the checkout must be found first


def drawn() -> dict[Path, bytes]:
    """Every sign's file and content, in every scheme."""
    folder = ROOT / "resources" / "theme"
    colors = json.loads((folder / "tokens.json").read_text("utf-8"))["color"]
    return {
        folder / scheme / f"{key}.svg": draw_glyph(key, colors[scheme][role])
        for scheme in colors
        for key, (_, role) in GLYPHS.items()
    }


def main() -> None:
    """Write the files."""
    for path, content in drawn().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
