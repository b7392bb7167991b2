"""What a fuzz target is, and what its parser may answer."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.problem import HoldfastError, Problem
from app.imports.refusal import RefusalError
from app.words import LANGUAGES, say

_MOST_PROBLEMS = 30
_HOME = Path("/dev/shm") if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own is made in it


@dataclass(frozen=True, slots=True)
class Target:
    """One parser: what it does with bytes, files to start from, and the longest input in bytes."""

    name: str
    run: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    longest: int = 4096

    def check(self, data: bytes) -> None:
        """Parse; whatever but a worded problem leaves the parser is a finding."""
        try:
            self.run(data)
        except (HoldfastError, RefusalError) as error:
            worded_refusal(error)


def worded_refusal(error: HoldfastError | RefusalError) -> None:
    """The sentence that a user reads instead of a table."""
    worded([Problem(error.code, error.params)])


def worded(problems: Iterable[Problem]) -> None:
    """Each of the first problems has its sentence in both languages."""
    for problem, lang in itertools.product(itertools.islice(problems, _MOST_PROBLEMS), LANGUAGES):
        assert say(problem.code, lang, **problem.params)


class Scratch:
    """One file written again and again, in memory where the system has such a folder."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def holding(self, data: bytes, name: str) -> Path:
        """The file of that name with these bytes."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(dir=_HOME)
        path = Path(self._folder.name) / name
        path.write_bytes(data)
        return path


SCRATCH = Scratch()


def texts(*values: str) -> Callable[[], list[bytes]]:
    """Seeds from texts."""
    return lambda: [value.encode() for value in values]


def decoded(data: bytes) -> str:
    """Bytes as a text that a user could have typed, half surrogates left out."""
    return data.decode("utf-8", errors="replace")
