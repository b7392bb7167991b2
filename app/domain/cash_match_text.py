"""Finding document numbers in the texts of a bank: an index over all open numbers at once.

As ``allocation.mentions`` reads one number, whatever separates its groups; beyond it, a number glued
to words (``REHQ2509-103PAY``) is found at the change between letters and figures.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.allocation import LEAST_REFERENCE

_ATOM = re.compile(r"[a-z]+|[0-9]+")
_GAP = re.compile(r"[-_./\\#:\s]{0,3}")
_JOINTS = frozenset("-_.")
_HEAD = 3
_LEAST_GLUED = 6
_DAY_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A number found in a text: whose it is, as written there, and whether it could be chance.

    ``ids`` are the debits that carry it; ``weak`` asks for more evidence; ``own`` tells the
    document's number from its reference or contract.
    """

    ids: tuple[int, ...]
    written: str
    weak: bool
    own: bool


def folded(text: str) -> str:
    """Half-width and caseless."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def key_of(number: str) -> str:
    """What a number is looked up by: its letters and figures."""
    return "".join(_ATOM.findall(folded(number)))


class NumberIndex:
    """Numbers of debits, each findable in a text in one pass."""

    def __init__(self, numbers: Iterable[tuple[str, int, bool]]) -> None:
        self._ids: dict[str, dict[int, bool]] = defaultdict(dict)
        for number, debit, own in numbers:
            key = key_of(number)
            if len(key) >= LEAST_REFERENCE and any(char.isdigit() for char in key):
                self._ids[key][debit] = own or self._ids[key].get(debit, False)
        self._heads = {key[:_HEAD] for key in self._ids}
        self._longest = max(map(len, self._ids), default=0)

    def find(self, text: str) -> list[Named]:
        """The numbers that a text names, in its order; of two overlapping the longer one."""
        plain = folded(text)
        atoms = [(found.start(), found.end()) for found in _ATOM.finditer(plain)]
        joined = "".join(plain[start:end] for start, end in atoms)
        found: list[Named] = []
        at = place = 0
        while at < len(atoms):
            start, end = atoms[at]
            size = 0
            if joined[place : place + _HEAD] in self._heads:
                size = self._longest_at(plain, atoms, at, joined, place, found)
            steps = max(size, 1)
            place += sum(atoms[n][1] - atoms[n][0] for n in range(at, at + steps)) if size else end - start
            at += steps
        return found

    def _longest_at(
        self,
        plain: str,
        atoms: list[tuple[int, int]],
        at: int,
        joined: str,
        place: int,
        found: list[Named],
    ) -> int:
        """How many atoms the longest number beginning at an atom takes; it is added to ``found``."""
        best = 0
        written = 0
        last_end = atoms[at][0]
        for count, (start, end) in enumerate(atoms[at:], 1):
            if count > 1 and not _GAP.fullmatch(plain, last_end, start):
                break
            written += end - start
            last_end = end
            if written > self._longest:
                break
            if joined[place : place + written] in self._ids and _stands_alone(plain, atoms[at][0], end):
                best = count
        if best:
            begin, end = atoms[at][0], atoms[at + best - 1][1]
            named = self._named(plain, begin, end)
            if named is None:
                return 0
            found.append(named)
        return best

    def _named(self, plain: str, begin: int, end: int) -> Named | None:
        key = key_of(plain[begin:end])
        glued = _is_letter(plain, begin - 1) or _is_letter(plain, end)
        if glued and len(key) < _LEAST_GLUED:
            return None
        owners = self._ids[key]
        weak = glued or _by_chance(key, plain[begin:end])
        own = any(owners.values())
        ids = tuple(debit for debit, is_own in owners.items() if is_own or not own)
        return Named(ids, plain[begin:end].upper(), weak, own)


def _stands_alone(plain: str, begin: int, end: int) -> bool:
    """False for a piece of a longer number: the INV-12 of INV-12-3."""
    before = plain[begin - 2 : begin] if begin > 1 else ""
    after = plain[end : end + 2]
    return not (
        (len(before) == len("x-") and before[1] in _JOINTS and _is_letter(before, 0))
        or (len(after) == len("-x") and after[0] in _JOINTS and _is_letter(after, 1))
    )


def _is_letter(text: str, at: int) -> bool:
    """Whether a plain letter or figure stands at the place."""
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalnum()


def _by_chance(key: str, written: str) -> bool:
    """Whether such a number may stand in any text: few signs, a day, or figures apart from each other."""
    if not key.isdigit():
        return len(key) <= LEAST_REFERENCE
    if len(key) < _LEAST_GLUED or any(char.isspace() for char in written):
        return True
    if len(key) != _DAY_DIGITS:
        return False
    try:
        date(int(key[:4]), int(key[4:6]), int(key[6:]))
    except ValueError:
        return False
    return True
