"""What was saved of a damaged file, in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.words import say, word

_MOST_TABLES = 6


class Saved(Protocol):
    """What came of it; ``app.services.backups.Salvaged`` is one."""

    @property
    def saved(self) -> int:
        """All rows."""

    @property
    def customers(self) -> int:
        """Customers among them."""

    @property
    def invoices(self) -> int:
        """Invoices among them."""

    @property
    def lost(self) -> int:
        """Rows lost, as far as is known."""

    @property
    def from_log(self) -> int:
        """Rows that only the change log still had."""

    @property
    def unreadable(self) -> Sequence[str]:
        """Tables that are not complete."""


def salvaged(lang: str, found: Saved) -> str:
    """How many rows were saved and lost, and the tables of which not all could be read."""
    text = say(
        "salvage.done",
        lang,
        n=found.saved,
        customers=found.customers,
        invoices=found.invoices,
        lost=found.lost,
    )
    parts = [text]
    if found.from_log:
        parts.append(say("salvage.from_log", lang, n=found.from_log))
    if found.unreadable:
        parts.append(say("salvage.incomplete", lang, tables=_listed(lang, found.unreadable)))
    return ("" if lang == "zh" else " ").join(parts)


def _listed(lang: str, tables: Sequence[str]) -> str:
    listed = ("、" if lang == "zh" else ", ").join(
        word("record", name, lang) for name in tables[:_MOST_TABLES]
    )
    return listed + ("…" if len(tables) > _MOST_TABLES else "")
