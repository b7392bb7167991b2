"""Charts drawn by matplotlib from their values, the same for the screen and for paper.

It is loaded off the window's thread. Importing any module of it sets matplotlib's surroundings first.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress

from app.adapters.places import cache_folder


def _prepare() -> None:
    """Its cache in our own folder, no settings of other programs, and silence about its own housekeeping."""
    folder = cache_folder() / "figures"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    os.environ["MPLCONFIGDIR"] = str(folder)
    os.environ["MPLBACKEND"] = "agg"
    os.environ.pop("MATPLOTLIBRC", None)
    logging.getLogger("matplotlib").setLevel(logging.CRITICAL)


_prepare()
