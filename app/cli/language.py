"""Which language the system speaks, from its own settings and without a library."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

# In the order in which POSIX programs ask.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_PRIMARY = 0x3FF
_CHINESE = 0x04  # LANG_CHINESE, the primary language identifier of Windows


def system_language(environ: Mapping[str, str] = os.environ) -> str:
    """``zh`` where the system is Chinese, else ``en``."""
    set_ones = [environ[name] for name in _VARIABLES if environ.get(name)]
    if set_ones:
        return "zh" if set_ones[0].lower().startswith("zh") else "en"
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has to be asked

        chosen = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "zh" if chosen & _PRIMARY == _CHINESE else "en"
    return "en"


def given_language(arguments: Sequence[str]) -> str:
    """What ``--lang`` says anywhere in the call, so that help and faults speak it too; "" if nothing."""
    for at, word in enumerate(arguments):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in {"zh", "en"}:
            return value
    return ""


def asked_language(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """The language of the call, else the system's."""
    return given_language(arguments) or system_language(environ)
