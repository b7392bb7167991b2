"""How much a file may ask of the machine, and how a caller watches and stops a reading."""

from __future__ import annotations

from typing import NamedTuple, Protocol

MIB = 1024 * 1024


class ReadLimits(NamedTuple):
    """Bounds of one reading; sizes in bytes, ``seconds`` of wall time.

    ``unpacked``, ``ratio`` and ``entries`` bound a zipped workbook before it is unpacked;
    ``memory`` bounds the parsing process.
    """

    file: int = 100 * MIB
    unpacked: int = 600 * MIB
    ratio: int = 200
    entries: int = 2000
    rows: int = 1_048_576
    columns: int = 512
    memory: int = 2048 * MIB
    seconds: float = 120.0


DEFAULT_LIMITS = ReadLimits()


class ReadControl(Protocol):
    """What a caller passes to watch a reading; both are called from the reading thread."""

    def progress(self, done: int, total: int) -> None:
        """Rows read so far, of how many (0 when unknown)."""

    def cancelled(self) -> bool:
        """True when the reading is to stop."""
