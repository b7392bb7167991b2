"""Who may write a company file: an operating-system lock on a sidecar that also says who holds it.

The lock is the system's, not the sidecar's presence: when its process dies, the system lets go,
and a sidecar left behind locks nobody out.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.session import LockHolder

if TYPE_CHECKING:
    from app.domain.clock import Clock

# Far beyond the text: Windows locks bytes for reading too, and a second opener must read the text.
_LOCKED_BYTE = 1 << 30
_TEXT_LIMIT = 4096

if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: FileIO) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(file: FileIO, path: Path) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        file.close()
        with suppress(OSError):  # another opener has it already: it is theirs to remove
            path.unlink()

else:
    import fcntl

    def _try_lock(file: FileIO) -> bool:
        try:
            # flock, not lockf: a POSIX record lock is lost when any descriptor of the file closes.
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(file: FileIO, path: Path) -> None:
        with suppress(OSError):  # while still locked, so that nobody's fresh sidecar is removed
            path.unlink()
        file.close()


def sidecar(path: Path) -> Path:
    """Where the lock of a company file stands."""
    return path.with_name(f"{path.name}-lock")


class FileLock:
    """A held lock; ``release`` removes the sidecar."""

    def __init__(self, file: FileIO, path: Path) -> None:
        self._file = file
        self._path = path

    def release(self) -> None:
        """Let the next opener write; calling it again does nothing."""
        if not self._file.closed:
            _let_go(self._file, self._path)


def acquire(path: Path, *, clock: Clock, user: str) -> FileLock | LockHolder:
    """The lock of a company file, or who holds it; ``OSError`` where no sidecar can be written."""
    beside = sidecar(path)
    while True:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        # Unbuffered: Windows locks at the descriptor's own position.
        file = FileIO(os.open(beside, flags, 0o644), "r+")
        if not _try_lock(file):
            with file:
                return _holder(file)
        if _is_current(file, beside):
            held = FileLock(file, beside)
            try:
                _write_holder(file, clock, user)
            except OSError:  # a full disk: nothing is left behind
                held.release()
                raise
            return held
        file.close()  # its last holder removed it between our opening and our locking


def left_elsewhere(path: Path) -> LockHolder | None:
    """Who on another computer has not let go, as far as a synchronised sidecar tells.

    No lock of a system travels with a synchronised file: the sidecar's presence is all there is.
    """
    with suppress(OSError), sidecar(path).open("rb", buffering=0) as file:
        holder = _holder(file)
        if holder.host not in {"", socket.gethostname()}:
            return replace(holder, left_behind=True)
    return None


def _is_current(file: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _write_holder(file: FileIO, clock: Clock, user: str) -> None:
    holder = {
        "user": user,
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "since": clock.now().isoformat(),
    }
    file.seek(0)
    file.write(json.dumps(holder).encode().ljust(_TEXT_LIMIT // 8))


def _holder(file: FileIO) -> LockHolder:
    file.seek(0)
    try:
        told = json.loads(file.read(_TEXT_LIMIT))
        return LockHolder(
            user=str(told["user"]),
            host=str(told["host"]),
            pid=int(told["pid"]),
            since=datetime.fromisoformat(told["since"]),
        )
    except (ValueError, KeyError, TypeError):  # the holder has not finished writing its name
        return LockHolder(user="", host="", pid=0)
