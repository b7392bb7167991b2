"""Charts drawn by matplotlib from their values, the same for the screen and for paper.

It is loaded off the window's thread. Importing any module of it sets matplotlib's surroundings first:
its cache in our own folder, no settings of others, silence about its own housekeeping. Charts are set in
the bundled faces by their files; matplotlib would nevertheless list every font of the machine when first
used, which takes long where there are many. It is told that there is one.
"""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress

from app.adapters.places import cache_folder

FONT_LIST = "3.11.0"
"""matplotlib's number of the form of its list of fonts; with another number it makes its own."""
_ONE_FONT = {
    "_version": FONT_LIST,
    "_FontManager__default_weight": "normal",
    "default_size": None,
    "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
    "afmlist": [],
    "ttflist": [
        {
            "fname": "fonts/ttf/DejaVuSans.ttf",
            "index": 0,
            "name": "DejaVu Sans",
            "style": "normal",
            "variant": "normal",
            "weight": 400,
            "stretch": "normal",
            "size": "scalable",
            "__class__": "FontEntry",
        }
    ],
    "__class__": "FontManager",
}


def _prepare() -> None:
    """Before matplotlib is imported; a folder that cannot be written only costs time."""
    folder = cache_folder() / "figures"
    fonts = folder / f"fontlist-v{FONT_LIST}.json"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if not fonts.exists():
            fonts.write_text(json.dumps(_ONE_FONT), "utf-8")
    os.environ["MPLCONFIGDIR"] = str(folder)
    os.environ["MPLBACKEND"] = "agg"
    os.environ.pop("MATPLOTLIBRC", None)
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)


_prepare()
