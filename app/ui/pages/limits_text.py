"""Aging limits as people write them."""

from __future__ import annotations

import re
import unicodedata

from app.domain.aging import bucket_limits
from app.domain.problem import DomainError

_PARTS = re.compile(r"[\s,;/、，；]+")


def parse_limits(text: str) -> tuple[int, ...]:
    """``30, 60, 90`` (full-width digits and 、 too) as bucket limits; ``aging.bad_buckets`` otherwise."""
    parts = [part for part in _PARTS.split(unicodedata.normalize("NFKC", text)) if part]
    if not all(part.isdecimal() for part in parts):
        raise DomainError("aging.bad_buckets", limits=text)
    return bucket_limits([int(part) for part in parts])
