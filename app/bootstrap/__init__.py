"""The composition root: the one room that knows every other. Nothing heavy loads before it is used."""

from __future__ import annotations

import getpass
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app import VERSION
from app.adapters.preferences import JsonPreferences
from app.bootstrap.files import LocalCompanyFiles
from app.domain.clock import Clock, SystemClock
from app.services.session import AppServices

if TYPE_CHECKING:
    from app.domain.shared_place import FilePlace
    from app.services.help import HelpService
    from app.services.ports import Preferences


def build_app(clock: Clock | None = None, preferences: Preferences | None = None) -> AppServices:
    """The program's services; no company is open yet."""
    clock = clock or SystemClock()
    preferences = preferences or JsonPreferences()
    actor = user_name()
    files = LocalCompanyFiles(clock, preferences, actor, VERSION)
    return AppServices(files, preferences, clock, VERSION, actor, _place_of, _help)


def _place_of(path: Path) -> FilePlace:
    from app.adapters.file_places import look  # noqa: PLC0415 - wanted only with a file

    return look(path)


def _help() -> HelpService:
    from app.bootstrap.help import help_service  # noqa: PLC0415 - opened now and then

    return help_service()


def user_name() -> str:
    """Who works here, for the change log: the name this computer knows the user by."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
