"""Sign the programs on Windows with the certificate whose thumbprint ``WINDOWS_THUMBPRINT`` names.

Without it nothing is signed. The certificate lies in the user's store, so that no password is needed here.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_KITS = Path("C:/Program Files (x86)/Windows Kits/10/bin")
_TIMESTAMPS = "http://timestamp.digicert.com"


def call() -> list[str]:
    """The command that signs the files named after it; empty where nothing is signed."""
    thumbprint = os.environ.get("WINDOWS_THUMBPRINT", "")
    if not thumbprint:
        return []
    tool = max(_KITS.glob("10.*/x64/signtool.exe"))
    stamped = ["/tr", _TIMESTAMPS, "/td", "sha256"]
    return [str(tool), "sign", "/sha1", thumbprint, "/fd", "sha256", *stamped]


def sign(*paths: Path) -> None:
    """Sign files in place."""
    if signing := call():
        subprocess.run([*signing, *map(str, paths)], check=True)
