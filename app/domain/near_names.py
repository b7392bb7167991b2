"""Near matches of a company name among thousands, each with the reason it was proposed; never a join.

Two names one edit apart become equal when one letter is left out of each, so those meet in an index
of such remains. For two edits an index of letter triples serves: two edits spoil at most six triples
(two swaps eight), so only names that share one of a name's seven rarest triples are measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.names import bare, core, match_key

# A part that many names share (贸易, trading) says nothing about which of them is meant.
MOST_CONTAINED = 12
LEAST_HAN, LEAST_LATIN = 2, 4
SHORT_HAN, SHORT_LATIN, LONG = 4, 5, 9
PROBES = 7


class NearReason(StrEnum):
    """Why a name is proposed, the surest first."""

    SAME = "same"
    LEGAL_FORM = "legal_form"
    PLACE = "place"
    CONTAINED = "contained"
    SPELLING = "spelling"


_RANK = {reason: rank for rank, reason in enumerate(NearReason)}


@dataclass(frozen=True, slots=True)
class NearName:
    """A proposed match: the candidate's id and name, why, and how many characters differ (spelling)."""

    id: int
    name: str
    reason: NearReason
    distance: int = 0


class NameIndex:
    """The known names (id, name); an id may come with several names (its aliases)."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._names = list(names)
        self._cores = [core(name) for _, name in self._names]
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_core: dict[str, list[int]] = defaultdict(list)
        self._by_bare: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[str, list[int]] = defaultdict(list)
        self._remains: dict[str, list[int]] = defaultdict(list)
        self._triples: dict[str, list[int]] = defaultdict(list)
        for at, (_, name) in enumerate(self._names):
            self._by_key[match_key(name)].append(at)
            self._by_core[self._cores[at]].append(at)
            self._by_bare[bare(name)].append(at)
            self._add_spelling(at, self._cores[at])
        self._rarest: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(self._cores):
            if pairs := _pairs(text):
                self._rarest[min(pairs, key=self._count)].append(at)

    def _add_spelling(self, at: int, text: str) -> None:
        for pair in set(_pairs(text)):
            self._pairs[pair].append(at)
        if _tolerance(text):
            for rest in _remains(text):
                self._remains[rest].append(at)
        for triple in {text[i : i + 3] for i in range(len(text) - 2)} if len(text) > LONG - 3 else ():
            self._triples[triple].append(at)

    def exact(self, name: str) -> list[int]:
        """Ids of the names with the same match key."""
        return list(dict.fromkeys(self._names[at][0] for at in self._by_key.get(match_key(name), ())))

    def similar(self, name: str, limit: int = 5) -> list[NearName]:
        """Near matches, the surest first, each id once."""
        text = core(name)
        found: dict[int, NearName] = {}
        for near in (
            *self._equal(name, text),
            *self._contained(text),
            *self._misspelt(text),
        ):
            known = found.get(near.id)
            if known is None or _order(near) < _order(known):
                found[near.id] = near
        return sorted(found.values(), key=_order)[:limit]

    def _equal(self, name: str, text: str) -> Iterable[NearName]:
        if not text:
            return
        for index, key, reason in (
            (self._by_key, match_key(name), NearReason.SAME),
            (self._by_core, text, NearReason.LEGAL_FORM),
            (self._by_bare, bare(name), NearReason.PLACE),
        ):
            hits = index.get(key, ())
            if len(hits) <= MOST_CONTAINED or reason is NearReason.SAME:
                yield from (self._near(at, reason) for at in hits)

    def _contained(self, text: str) -> list[NearName]:
        pairs = _pairs(text)
        if not pairs or not _telling(text):
            return []
        around = [at for at in self._pairs.get(min(pairs, key=self._count), ()) if text in self._cores[at]]
        inside = [
            at
            for pair in set(pairs)
            for at in self._rarest.get(pair, ())
            if self._cores[at] in text and _telling(self._cores[at])
        ]
        return [
            self._near(at, NearReason.CONTAINED)
            for hits in (around, inside)
            if len(hits) <= MOST_CONTAINED
            for at in hits
        ]

    def _misspelt(self, text: str) -> Iterable[NearName]:
        most = _tolerance(text)
        if not most:
            return
        candidates = {at for rest in _remains(text) for at in self._remains.get(rest, ())}
        if most > 1:
            triples = {text[i : i + 3] for i in range(len(text) - 2)}
            probes = sorted(triples, key=lambda triple: len(self._triples.get(triple, ())))[:PROBES]
            candidates.update(at for triple in probes for at in self._triples.get(triple, ()))
        for at in candidates:
            if abs(len(self._cores[at]) - len(text)) <= most:
                distance = edit_distance(text, self._cores[at], most)
                if 0 < distance <= most:
                    yield self._near(at, NearReason.SPELLING, distance)

    def _near(self, at: int, reason: NearReason, distance: int = 0) -> NearName:
        row_id, name = self._names[at]
        return NearName(row_id, name, reason, distance)

    def _count(self, pair: str) -> int:
        return len(self._pairs.get(pair, ()))


def edit_distance(a: str, b: str, most: int) -> int:
    """Edits (insert, drop, change, swap neighbours) from ``a`` to ``b``; ``most`` + 1 when more.

    Optimal string alignment, given up as soon as a whole row exceeds ``most``.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: Sequence[int] = ()
    last: Sequence[int] = range(len(b) + 1)
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def _pairs(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1)]


def _remains(text: str) -> set[str]:
    return {text, *(text[:i] + text[i + 1 :] for i in range(len(text)))}


def _telling(text: str) -> bool:
    return len(text) >= (LEAST_LATIN if text.isascii() else LEAST_HAN)


def _tolerance(text: str) -> int:
    """How many edits still look like the same name: 1 from four characters on (Latin five), 2 from nine."""
    short = SHORT_LATIN if text.isascii() else SHORT_HAN
    return (len(text) >= short) + (len(text) >= LONG)


def _order(near: NearName) -> tuple[int, int, int]:
    return _RANK[near.reason], near.distance, near.id
