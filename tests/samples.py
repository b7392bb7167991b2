"""The sample company, built once for all processes of a run."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import sample_build
from app.services.control import Control

_LONGEST_S = 300.0
"""A worker that builds on a busy machine."""


@contextmanager
def built_once(folder: Path) -> Iterator[None]:
    """Inside, a day's sample company is built where ``folder`` has none yet, and copied from there."""
    build = sample_build.write_sample

    def write(path: Path, as_of: date, times: int = 1, control: Control | None = None) -> None:
        if times != 1:
            build(path, as_of, times, control)
            return
        kept = folder / f"{as_of.isoformat()}.holdfast"
        with _alone(folder):
            if not kept.exists():
                build(kept, as_of)
        shutil.copyfile(kept, path)

    folder.mkdir(parents=True, exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample_build, "write_sample", write)
        yield


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time; whoever ends in between lets go."""
    with closing(sqlite3.connect(folder / "turn", timeout=_LONGEST_S, isolation_level=None)) as turn:
        turn.execute("BEGIN EXCLUSIVE")
        yield
