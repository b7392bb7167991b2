"""Where this machine keeps things, by the ``platformdirs`` library: settings, logs, company files."""

from __future__ import annotations

from pathlib import Path

APP_NAME = "Holdfast"


def settings_folder() -> Path:
    """The user's settings of this program (not made here)."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not wanted before a path is

    return user_config_path(APP_NAME, appauthor=False, roaming=True)


def data_folder() -> Path:
    """What the program keeps for itself: sample copies, reports of a fault (not made here)."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not wanted before a path is

    return user_data_path(APP_NAME, appauthor=False)


def log_folder() -> Path:
    """Logs of the program (not made here)."""
    from platformdirs import user_log_path  # noqa: PLC0415 - not wanted before a path is

    return user_log_path(APP_NAME, appauthor=False)


def documents_folder() -> Path:
    """Where a new company file is proposed: the user's documents."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - not wanted before a path is

    return user_documents_path()
