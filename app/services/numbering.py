"""Numbers for documents that come without one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from app.domain.document import DocumentKind
from app.domain.entry import NUMBER_PREFIX


def free_number(numbers_like: Callable[[str], Iterable[str]], kind: DocumentKind, on: date) -> str:
    """A free number such as RC-20251231-2; ``numbers_like`` gives those in use that begin alike."""
    prefix = f"{NUMBER_PREFIX[kind]}-{on:%Y%m%d}-"
    used = set(numbers_like(prefix))
    return next(f"{prefix}{n}" for n in range(1, len(used) + 2) if f"{prefix}{n}" not in used)
