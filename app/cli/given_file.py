"""Files named on the command line that are no company: a policy, a scenario, a case, a proof, a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli.parser import CallError

if TYPE_CHECKING:
    from pathlib import Path


def require_file(path: Path) -> None:
    """Refuse a path at which there is nothing, or a folder; a pipe will do."""
    if path.is_dir() or not path.exists():
        raise CallError("cli.no_such_file", path=path)


def text_of(path: Path) -> str:
    """The text of a file in UTF-8 (else ``UnicodeDecodeError``); ``CallError`` where it cannot be read."""
    require_file(path)
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise CallError("cli.bad_json", path=path, detail=error.strerror or str(error)) from error
