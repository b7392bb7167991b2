"""Finding a customer or a document by what the user remembers of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

ENOUGH_TO_LOOK_INSIDE = 3
"""From so many characters on, numbers are searched inside as well, if few begin with the text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: a ``customer`` or a ``document`` with what a line needs to tell it apart.

    For a customer ``title`` is the name and ``subtitle`` the code; for a document the number and
    the customer's name, with ``kind_of`` (a ``DocumentKind`` value), day and open amount.
    """

    kind: str
    id: int
    customer_id: int
    title: str
    subtitle: str
    kind_of: str = ""
    on: date | None = None
    open: int = 0
    currency: str = ""


class SearchReader(Protocol):
    """The queries behind the search."""

    def customers(self, text: str, limit: int) -> list[Hit]:
        """By any name, code, initials, alias or identifier; those that begin with the text first."""

    def documents(self, text: str, limit: int, *, inside: bool) -> list[Hit]:
        """By number: those that begin with the text, or (``inside``) contain it."""


class SearchService:
    """Answers Ctrl+K: customers first, then documents."""

    def __init__(self, reader: SearchReader) -> None:
        self._reader = reader

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """What fits the text, at most ``limit`` of each kind; nothing for an empty text."""
        wanted = unicodedata.normalize("NFKC", text).strip()
        if not wanted:
            return []
        customers = self._reader.customers(wanted, limit)
        documents = self._reader.documents(wanted, limit, inside=False)
        if len(documents) < limit and len(wanted) >= ENOUGH_TO_LOOK_INSIDE:
            seen = {hit.id for hit in documents}
            more = self._reader.documents(wanted, limit, inside=True)
            documents = [*documents, *(hit for hit in more if hit.id not in seen)][:limit]
        return _ordered(customers, wanted) + documents


def _ordered(hits: Sequence[Hit], text: str) -> list[Hit]:
    """Exact codes and names before beginnings, beginnings before the rest."""
    folded = text.casefold()

    def rank(hit: Hit) -> tuple[int, str]:
        names = (hit.title.casefold(), hit.subtitle.casefold())
        if folded in names:
            return (0, hit.title)
        return (1 if any(name.startswith(folded) for name in names) else 2, hit.title)

    return sorted(hits, key=rank)
