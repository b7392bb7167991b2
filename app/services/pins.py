"""PINs as slow salted hashes, and patience with who types wrong ones."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import scrypt
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_COST, _BLOCK, _LANES = 2**15, 8, 1
"""scrypt's cost: 32 MiB and about a tenth of a second for each guess."""
_SIZE = 32
_MOST_MEMORY = 128 * 1024 * 1024
_MOST_LANES = 4
_SCHEME = "scrypt"
_OLD_PARTS, _PARTS = 4, 6
_FREE, _FIRST_WAIT, _LONGEST_WAIT = 3, 5, 300


def hashed(pin: str) -> str:
    """A PIN as it is kept: ``scrypt$N$r$p$salt$digest``."""
    salt = secrets.token_bytes(16)
    digest = _digest(pin, salt, _COST, _BLOCK, _LANES)
    return f"{_SCHEME}${_COST}${_BLOCK}${_LANES}${salt.hex()}${digest.hex()}"


def is_current(stored: str) -> bool:
    """Whether it was made at today's cost."""
    return stored.startswith(f"{_SCHEME}${_COST}${_BLOCK}${_LANES}$") and stored.count("$") == _PARTS - 1


def matches(stored: str, pin: str) -> bool:
    """Whether a PIN is the one kept; compared in constant time."""
    parts = stored.split("$")
    if len(parts) == _OLD_PARTS:  # written before the block size and lanes were kept
        parts[2:2] = ["8", "1"]
    try:
        scheme, cost, block, lanes, salt, digest = parts
        if scheme != _SCHEME or not 1 <= int(lanes) <= _MOST_LANES:
            return False
        found = _digest(pin, bytes.fromhex(salt), int(cost), int(block), int(lanes))
        return hmac.compare_digest(found, bytes.fromhex(digest))
    except (ValueError, OverflowError):  # no hash of ours, or a cost that asks too much: it opens nothing
        return False


def _digest(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return scrypt(pin.encode(), salt=salt, n=cost, r=block, p=lanes, dklen=_SIZE, maxmem=_MOST_MEMORY)


@dataclass(slots=True)
class Patience:
    """How long somebody has to wait after wrong PINs: three are free, then 5 s, doubled up to 5 minutes."""

    seconds: Callable[[], float]
    _wrong: dict[int, tuple[int, float]] = field(default_factory=dict)

    def left(self, person_id: int) -> int:
        """Whole seconds still to wait."""
        _, until = self._wrong.get(person_id, (0, 0.0))
        return max(0, ceil(until - self.seconds()))

    def tried(self, person_id: int, *, right: bool) -> None:
        """Note one try."""
        if right:
            self._wrong.pop(person_id, None)
            return
        wrong = self._wrong.get(person_id, (0, 0.0))[0] + 1
        over = min(wrong - _FREE, 8)
        wait = min(_FIRST_WAIT * 2**over, _LONGEST_WAIT) if over >= 0 else 0
        self._wrong[person_id] = (wrong, self.seconds() + wait)
