"""A damaged company file: its newest good backup is picked out, with the command that restores it."""

from __future__ import annotations

import os
import shlex
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.printing import say_error
from app.domain.backup import SUFFIX
from app.domain.problem import HoldfastError
from app.words import say

if TYPE_CHECKING:
    from app.services.backups import Backup
    from app.services.session import AppServices

_DAMAGED = frozenset({"file.damaged", "salvage.nothing"})
_MAY_BE = frozenset({"file.empty", "file.not_a_company", "file.missing"})
"""What a company file may have become; anything else may be so too, and has no backups."""
FAULTS = _DAMAGED | _MAY_BE


def tell_ways_out(app: AppServices, error: HoldfastError, lang: str) -> None:
    """Name the newest good backup of the file that is at fault and how to restore it; else how to salvage."""
    path = Path(str(error.params.get("path", ""))).absolute()
    backups = app.files.backups
    with suppress(HoldfastError):  # a key this computer remembers reads the backups too
        app.files.remembered(path)
    found = backups.newest_good(path)
    if found is not None:
        _tell(found, path, lang)
    elif protected := [one.path for one in backups.listed(path) if app.files.is_protected(one.path)]:
        command = _command("restore", str(path), "--from", str(protected[0]))
        say_error(say("cli.rescue.protected", lang, path=protected[0], command=command))
    elif error.code == "file.damaged":
        new = path.with_name(say("cli.rescue.new_name", lang, name=path.stem) + SUFFIX)
        say_error(say("cli.rescue.salvage", lang, command=_command("salvage", str(path), "--to", str(new))))


def _tell(found: Backup, path: Path, lang: str) -> None:
    held = found.contents
    say_error(
        say(
            "cli.rescue.found",
            lang,
            path=found.path,
            day=f"{found.mark.at:%Y-%m-%d %H:%M}",
            customers=held.customers if held else 0,
            invoices=held.invoices if held else 0,
            command=_command("restore", str(path), "--from", str(found.path)),
        )
    )


def _command(*words: str) -> str:
    """A call as it can be pasted into this system's own shell."""
    call = ["holdfast", *words]
    return subprocess.list2cmdline(call) if os.name == "nt" else shlex.join(call)
