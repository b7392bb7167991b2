"""A proof of the history: fingerprints kept outside the file, which a rewritten history cannot match."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.domain.chain import SHORT, Head
from app.domain.problem import DomainError

KIND = "holdfast.history-proof"
VERSION = 1
MARKS = 256
"""So many entries, evenly spread, a proof holds the fingerprints of."""
_WHOLE = 64
_HEX = re.compile(r"[0-9a-f]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a history was on a day: ``heads`` by entry, rising, the last one of its newest entry.

    A printed fingerprint is a proof of one head, whose ``mark`` may be its first digits alone.
    """

    company: str
    made_at: str
    heads: tuple[Head, ...]

    @property
    def head(self) -> Head:
        """The newest entry's."""
        return self.heads[-1]


def chosen(entries: int) -> list[int]:
    """Numbers of the entries whose fingerprints a proof holds: all of few, else spread evenly."""
    step = max(1, -(-entries // MARKS))
    return sorted({*range(step, entries, step), entries} - {0})


def as_text(proof: Proof) -> str:
    """The proof as the text of its file."""
    told = {
        "kind": KIND,
        "version": VERSION,
        "company": proof.company,
        "made_at": proof.made_at,
        "entries": proof.head.entry,
        "head": proof.head.mark,
        "marks": [[one.entry, one.at, one.mark] for one in proof.heads],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def read(text: str, name: str) -> Proof:
    """A proof out of its file's text; ``DomainError("proof.unreadable")`` for anything else."""
    try:
        told = json.loads(text)
        known = told["kind"] == KIND and told["version"] == VERSION
        heads = tuple(Head(*_of(one)) for one in told["marks"]) if known else ()
        newest = told["entries"], told["head"]
        made = Proof(_text(told, "company"), _text(told, "made_at"), heads)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise DomainError("proof.unreadable", name=name) from error
    if not heads or newest != (heads[-1].entry, heads[-1].mark):  # what people read is not what is compared
        raise DomainError("proof.unreadable", name=name)
    if any(one.entry >= after.entry for one, after in pairwise(heads)):
        raise DomainError("proof.unreadable", name=name)
    return made


def _of(told: object) -> tuple[int, str, str]:
    match told:
        case [int(entry), str(at), str(mark)] if entry > 0 and len(mark) == _WHOLE and _HEX.fullmatch(mark):
            return entry, at, mark
    raise ValueError(told)


def _text(told: Mapping[str, object], key: str) -> str:
    value = told[key]
    return value if isinstance(value, str) else ""


def printed(text: str) -> Proof:
    """A fingerprint typed from paper, such as ``1234 3f9a c01b 22e1 90ab``: the entry, then its digits."""
    typed = unicodedata.normalize("NFKC", text).strip()  # a Chinese keyboard types wide figures
    first, _, rest = typed.replace(":", " ").replace("-", " ").partition(" ")
    digits = "".join(rest.split()).lower()
    if not (first.isascii() and first.isdigit()) or not 0 < len(first) < SHORT or not int(first):
        raise DomainError("proof.bad_mark", text=text.strip())
    if not SHORT <= len(digits) <= _WHOLE or not _HEX.fullmatch(digits):
        raise DomainError("proof.bad_mark", text=text.strip())
    return Proof("", "", (Head(int(first), "", digits),))
