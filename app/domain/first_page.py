"""What the first page of a file tells: a plain database, an encrypted one, or neither."""

from __future__ import annotations

import math
from collections import Counter

MAGIC = b"SQLite format 3\x00"
"""A plain database begins with it."""
PAGE = 4096
"""SQLCipher's page, in bytes; the first begins with the salt, and all of it looks random."""
_RANDOM, _TOO_EVEN = 7.5, 7.99
"""Bits per byte of a page: encrypted ones have 7.95, text 5, a table of ours 4; only a pattern has 8."""
_PACKED = b"%PDF", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG"
"""What is packed looks random as well, but says first what it is."""


def looks_encrypted(first: bytes) -> bool:
    """Whether a first page is one of an encrypted database, whatever comes after it."""
    return len(first) == PAGE and not first.startswith(MAGIC) and _RANDOM <= _bits_per_byte(first) < _TOO_EVEN


def is_database(first: bytes, size: int) -> bool:
    """Whether a file of ``size`` bytes must be taken for a database, plain or encrypted."""
    if first.startswith(MAGIC):
        return True
    return looks_encrypted(first) and size % PAGE == 0 and not first.startswith(_PACKED)


def _bits_per_byte(data: bytes) -> float:
    """Shannon's entropy of the bytes."""
    shares = (count / len(data) for count in Counter(data).values())
    return -sum(share * math.log2(share) for share in shares)
