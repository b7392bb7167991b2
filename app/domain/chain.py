"""The change log as a chain: each entry carries the fingerprint of the one before it.

An entry's fingerprint is the SHA-256, in small hexadecimal digits, of one JSON array in UTF-8, without
spaces, nothing escaped but quotes, backslashes and control characters:

    [previous, id, at, actor, verb, params, undoes, reversible, rows, [table, row, before, after], …]

``previous`` is the fingerprint of the entry before (64 zeros for the first), the rows stand in the
order in which they were logged, and every text is that of the file, letter by letter. This is for
good: what was sealed once must come out the same for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

START = "0" * 64
"""What stands before the first entry."""
SHORT = 16
"""So many digits of a fingerprint are printed where the whole has no room."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

LoggedRow = tuple[str, int, str | None, str | None]
"""Table, row id, image before, image after."""


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """A change set as it stands in the file, without its rows."""

    id: int
    at: str
    actor: str
    verb: str
    params: str
    undoes: int
    reversible: int
    rows: int


def fingerprint(previous: str, entry: ChainEntry, parts: Iterable[Sequence[LoggedRow] | bytes]) -> str:
    """Seal an entry and its rows (any number at a time, never an empty lot) onto ``previous``.

    Rows may come as the bytes they have in the array already, commas between them.
    """
    one = entry
    head = (previous, one.id, one.at, one.actor, one.verb, one.params, one.undoes, one.reversible, one.rows)
    made = hashlib.sha256(_encode(head)[:-1].encode())
    for rows in parts:
        made.update(b",")
        made.update(rows if isinstance(rows, bytes) else _encode(rows)[1:-1].encode())
    made.update(b"]")
    return made.hexdigest()


def short(mark: str) -> str:
    """The first digits of a fingerprint in groups of four, to be compared by eye."""
    return " ".join(mark[at : at + 4] for at in range(0, min(SHORT, len(mark)), 4))


class BreakKind(StrEnum):
    """How two neighbours of the log fail to hang together."""

    CHANGED = "changed"
    """The entry or its rows are not what was sealed."""
    LINK = "link"
    """The entry does not carry the fingerprint of the one before."""
    MISSING = "missing"
    """Numbers are left out before the entry."""
    STRAY = "stray"
    """Rows stand in the log that belong to no entry there, or out of their order."""


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """A broken link: at which entry, and which one stands before it (0: none)."""

    kind: BreakKind
    entry: ChainEntry
    before: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry's fingerprint: all that is logged up to it, in one number."""

    entry: int
    at: str
    mark: str


def day_of(at: str) -> date | str:
    """The day of an entry's moment as people here count days; the text itself where it is no moment."""
    try:
        return datetime.fromisoformat(at).astimezone().date()
    except (ValueError, OverflowError):  # somebody wrote into the file by hand
        return at
