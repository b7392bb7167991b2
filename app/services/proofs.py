"""Proofs of the history: exported, and held against the file later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.domain.chain import Head, day_of
from app.domain.proof import Proof, as_text, chosen, printed, read
from app.services.check import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.domain.clock import Clock
    from app.domain.company import Company

MOST_BYTES = 1_000_000
"""No proof is larger; what is, is something else."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry as it is spoken of: number, day and action, and its fingerprint today."""

    head: Head
    spoken: Mapping[str, object]


class ProofReader(Protocol):
    """The chain as it stands; storage fills it."""

    def newest(self) -> int:
        """Number of the newest entry."""

    def places(self, entries: Sequence[int]) -> list[Place]:
        """Those of the entries that are there, rising."""

    def first_break(self, up_to: int) -> list[Finding]:
        """The first broken link among the entries up to one; none where they hang together."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison came to: ``findings`` is empty where the history is that of the proof."""

    proof: Proof
    entries: int
    findings: tuple[Finding, ...]


class ProofService:
    """Use cases on proofs; nothing is written to the company file."""

    def __init__(
        self,
        reader: ProofReader,
        company: Callable[[], Company],
        clock: Clock,
        save: Callable[[str, Path], None],
        load: Callable[[Path, int], str],
    ) -> None:
        self._reader = reader
        self._company = company
        self._clock = clock
        self._save = save
        self._load = load

    def head(self) -> Head:
        """The newest entry's fingerprint: what a review prints."""
        return self._reader.places([self._reader.newest()])[-1].head

    def make(self) -> Proof:
        """The history's fingerprints as of now."""
        places = self._reader.places(chosen(self._reader.newest()))
        made_at = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        return Proof(self._company().name, made_at, tuple(one.head for one in places))

    def export(self, path: Path) -> Proof:
        """Write a proof to a file, whole or not at all; to be kept where nobody edits this file."""
        made = self.make()
        self._save(as_text(made), path)
        return made

    def check(self, path: Path) -> Compared:
        """Hold a proof's file against the history; ``proof.unreadable`` where it is none."""
        return self._compared(read(self._load(path, MOST_BYTES), path.name))

    def check_printed(self, text: str) -> Compared:
        """Hold a fingerprint typed from paper against the history; ``proof.bad_mark``."""
        return self._compared(printed(text))

    def _compared(self, proof: Proof) -> Compared:
        """The fingerprints are those of the proof, and the entries are what these were made of."""
        newest = self._reader.newest()
        broken = self._reader.first_break(min(proof.head.entry, newest))
        differs = self._difference(proof, newest)
        if differs is None:
            return Compared(proof, newest, tuple(broken))
        return Compared(proof, newest, (*_other(proof, self._company().name), differs, *broken))

    def _difference(self, proof: Proof, newest: int) -> Finding | None:
        """The first entry whose fingerprint is not the proof's, or that is not there."""
        there = {one.head.entry: one for one in self._reader.places([one.entry for one in proof.heads])}
        held = 0
        for head in proof.heads:
            place = there.get(head.entry)
            if place is None:
                told = {"entry": head.entry, "day": day_of(head.at) or "–", "entries": newest}
                return Finding("check.proof_short", told, "change_set", head.entry)
            if not place.head.mark.startswith(head.mark):
                params = dict(place.spoken) | {"before": held}
                code = "check.proof_differs" if held else "check.proof_differs_first"
                return Finding(code, params, "change_set", head.entry)
            held = head.entry
        return None


def _other(proof: Proof, ours: str) -> tuple[Finding, ...]:
    """A hint where the proof names another company; a company may also have been renamed since."""
    if proof.company in {"", ours}:
        return ()
    return (Finding("check.proof_company", {"theirs": proof.company, "ours": ours}),)
