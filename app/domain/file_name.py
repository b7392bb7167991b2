"""A file name that Windows, macOS and Linux all take, from any text.

Rules of Windows: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""

from __future__ import annotations

import unicodedata

LONGEST_PATH = 259
"""UTF-16 units of a whole path on Windows, without its ending zero."""
LONGEST_NAME = 120
"""UTF-16 units of one name: there is room for " (2)" and for a folder it is moved to."""
MOST_BYTES = 200
"""UTF-8 bytes of one name: Linux takes 255."""
LEAST_ROOM = 16
"""UTF-16 units left to a name however deep its folder lies; a shorter one would say nothing."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    {
        *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"),
        *(f"{port}{sign}" for port in ("COM", "LPT") for sign in "0123456789¹²³"),
    }
)
_NOTHING = "file"


def safe_name(text: str, ending: str = "", *, folder: str = "", instead: str = " ") -> str:
    """``text`` with ``ending`` (such as ``.pdf``) as a name; cut so that it fits into ``folder``.

    ``instead`` stands for each sign no name may hold. The ending is never cut.
    """
    clean = cleaned(text, instead)
    if is_device(clean):
        clean = f"_{clean}"
    stem = _cut(clean, _room(folder) - _units(ending), MOST_BYTES - len(ending.encode()))
    return (stem or _NOTHING) + ending


def cleaned(text: str, instead: str = " ") -> str:
    """The text without what no name may hold; neither cut nor kept from being a device's name."""
    composed = unicodedata.normalize("NFC", text)
    return _trimmed("".join(_kept(char, instead) for char in composed))


def is_device(name: str) -> bool:
    """Whether Windows takes it for a device, whatever its ending: ``CON``, ``nul.txt``, ``Com1 .pdf``."""
    return name.partition(".")[0].rstrip(" ").upper() in _DEVICES


def _kept(char: str, instead: str) -> str:
    if char in _FORBIDDEN:
        return instead
    kind = unicodedata.category(char)
    if kind[0] == "Z" or kind == "Cc":
        return " "
    return "" if kind[0] == "C" else char  # direction and zero-width signs only deceive


def _trimmed(text: str) -> str:
    """Single spaces, and no dot or space at either end: Windows drops them, Unix hides what begins so."""
    return " ".join(text.split()).strip(" .")


def _room(folder: str) -> int:
    left = LONGEST_PATH - _units(folder) - 1 if folder else LONGEST_NAME
    return max(LEAST_ROOM, min(LONGEST_NAME, left))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, units: int, most_bytes: int) -> str:
    text = text[:units]  # at once: a text may have a million signs, and each takes a unit at least
    while _units(text) > units or len(text.encode()) > most_bytes:
        text = text[:-1]
    return text.rstrip(" .")
