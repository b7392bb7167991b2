"""The user's settings on this machine as one JSON file, written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Lock

from app.adapters.places import settings_folder
from app.moving import move

FILE_NAME = "preferences.json"
_ANY_PATH = "surrogatepass"
"""A file's name may hold what is no character, on Linux and Windows alike."""


class JsonPreferences:
    """Settings kept in a JSON file; see ``app.services.ports.Preferences``.

    A damaged file is put aside as ``preferences.json.damaged`` and settings start afresh; a place
    that cannot be written keeps them for this run only: neither may stop the program.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or settings_folder() / FILE_NAME
        self._lock = Lock()
        self._unwritten: dict[str, object] = {}
        self._values: dict[str, object] = {}
        with suppress(OSError):
            self._values = self._read() or {}

    def get(self, key: str, default: object = None) -> object:
        """A JSON value, or ``default`` when it was never set."""
        with self._lock:
            return self._values.get(key, default)

    def set(self, key: str, value: object) -> None:
        """Keep it; None forgets the key. What another window wrote meanwhile stays."""
        with self._lock:
            self._unwritten[key] = value
            self._values = _with({**self._values}, {key: value})
            with suppress(OSError):  # held by another program, or a failing disk: it must not be replaced
                stored = self._read()
                if stored is not None:
                    self._values = _with(stored, self._unwritten)
                self._write()
                self._unwritten.clear()

    def _read(self) -> dict[str, object] | None:
        """What is stored; None where there is nothing, or nothing that can be used."""
        try:
            values = json.loads(self._path.read_text("utf-8", _ANY_PATH))
        except FileNotFoundError:
            return None
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        with suppress(OSError):
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        return None

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        handle, name = tempfile.mkstemp(prefix=".preferences", dir=self._path.parent)
        making = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors=_ANY_PATH, newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            move(making, self._path)
        finally:
            making.unlink(missing_ok=True)


def _with(values: dict[str, object], changes: dict[str, object]) -> dict[str, object]:
    """Values after changes; None forgets."""
    for key, value in changes.items():
        if value is None:
            values.pop(key, None)
        else:
            values[key] = value
    return values
