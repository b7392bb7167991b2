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
        self._unread = False
        self._values = self._read()

    def get(self, key: str, default: object = None) -> object:
        """A JSON value, or ``default`` when it was never set."""
        with self._lock:
            return self._values.get(key, default)

    def set(self, key: str, value: object) -> None:
        """Keep it; None forgets the key."""
        with self._lock:
            if value is None:
                self._values.pop(key, None)
            else:
                self._values[key] = value
            with suppress(OSError):
                self._catch_up()
                if not self._unread:
                    self._write()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._path.read_text("utf-8", _ANY_PATH))
        except FileNotFoundError:
            return {}
        except OSError:  # held by another program, or a failing disk: it must not be replaced
            self._unread = True
            return {}
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        with suppress(OSError):
            self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        return {}

    def _catch_up(self) -> None:
        """Read what could not be read at the start; what was set since goes before it."""
        if self._unread:
            self._unread = False
            self._values = {**self._read(), **self._values}

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
