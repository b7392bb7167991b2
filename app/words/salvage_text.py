"""What was saved of a damaged file, in a sentence or two."""

from __future__ import annotations

from collections.abc import Sequence

from app.words import say, word

_MOST_TABLES = 6


def salvaged(
    lang: str, saved: int, customers: int, invoices: int, lost: int, unreadable: Sequence[str]
) -> str:
    """How many rows were saved and lost, and the tables of which not all could be read."""
    text = say("salvage.done", lang, n=saved, customers=customers, invoices=invoices, lost=lost)
    if not unreadable:
        return text
    listed = ("、" if lang == "zh" else ", ").join(
        word("record", name, lang) for name in unreadable[:_MOST_TABLES]
    )
    more = "…" if len(unreadable) > _MOST_TABLES else ""
    return f"{text} {say('salvage.incomplete', lang, tables=listed + more)}"
