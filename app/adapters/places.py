"""Where this machine keeps things, by the ``platformdirs`` library: settings, logs, company files.

The environment variable ``HOLDFAST_HOME`` puts settings, data, cache and logs into one folder
instead, as tests want it. So does a file named ``portable`` beside an installed program, whose one
line names the folder: a program on a memory stick keeps everything there.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

APP_NAME = "Holdfast"
HOME_VARIABLE = "HOLDFAST_HOME"


PORTABLE = "portable"
"""The file beside the program that makes it a portable one."""
_PORTABLE_HOME = "home"


def _home(part: str) -> Path | None:
    """The part's folder below ``HOLDFAST_HOME`` or that of a portable program; None without either."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser().absolute() / part
    portable = portable_home(Path(sys.executable)) if getattr(sys, "frozen", False) else None
    return portable / part if portable else None


@cache
def portable_home(program: Path) -> Path | None:
    """The folder named in the file ``portable`` beside the program; None where there is no such file."""
    folder = program.resolve().parent
    try:
        lines = (folder / PORTABLE).read_text("utf-8-sig").splitlines()
    except OSError:
        return None
    except UnicodeDecodeError:  # an editor of another age: the usual folder, rather than no program
        lines = []
    named = next(iter(lines), "").strip().strip("\0")
    return folder / (named or _PORTABLE_HOME)


def settings_folder() -> Path:
    """The user's settings of this program (not made here)."""
    if home := _home("settings"):
        return home
    from platformdirs import user_config_path  # noqa: PLC0415 - not wanted before a path is

    return user_config_path(APP_NAME, appauthor=False, roaming=True)


def data_folder() -> Path:
    """What the program keeps for itself: sample copies, reports of a fault (not made here)."""
    if home := _home("data"):
        return home
    from platformdirs import user_data_path  # noqa: PLC0415 - not wanted before a path is

    return user_data_path(APP_NAME, appauthor=False)


def cache_folder() -> Path:
    """What can be made again: the built sample company (not made here)."""
    if home := _home("cache"):
        return home
    from platformdirs import user_cache_path  # noqa: PLC0415 - not wanted before a path is

    return user_cache_path(APP_NAME, appauthor=False)


def log_folder() -> Path:
    """Logs of the program (not made here)."""
    if home := _home("logs"):
        return home
    from platformdirs import user_log_path  # noqa: PLC0415 - not wanted before a path is

    return user_log_path(APP_NAME, appauthor=False)
