"""The targets under atheris, one process each: imported and instrumented once, then forked."""

from __future__ import annotations

import os
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from tests.fuzz.target import Target

_RUNS = re.compile(r"stat::number_of_executed_units:\s+(\d+)|^Done (\d+) runs", re.MULTILINE)
_PEAK = re.compile(r"stat::peak_rss_mb:\s+(\d+)")
_SLOWEST = re.compile(r"stat::slowest_unit_time_sec:\s+(\d+)")
SLOW = 10
"""Seconds after which an input counts as one that hangs the parser."""
MEMORY = 2048
"""MiB: the bound of the parsing process."""


@dataclass(frozen=True, slots=True)
class Run:
    """What became of one target: executions, peak memory in MiB, and the inputs that broke it."""

    name: str
    executions: int
    peak: int
    slowest: int
    seconds: float
    found: tuple[Path, ...]
    log: Path


def load() -> list[Target]:
    """Every target, our modules instrumented on their way in."""
    with atheris.instrument_imports(include=["app"], exclude=["app.words"]):
        from tests.fuzz.targets import TARGETS  # instrumented as they are imported
    return list(TARGETS)


def fuzz(target: Target, seconds: float, home: Path) -> Run:
    """Run one target in a process of its own for this long."""
    corpus, found, log = (
        home / "corpus" / target.name,
        home / "found" / target.name,
        home / f"{target.name}.log",
    )
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    child = os.fork()
    if not child:
        _in_child(target, seconds, corpus, found, log)
    _, status = os.waitpid(child, 0)
    told = log.read_text("utf-8", errors="replace")
    broken = tuple(sorted(found.iterdir()))
    if status and not broken:
        broken = (log,)
    runs = _RUNS.search(told)
    return Run(
        target.name,
        int(next((one for one in runs.groups() if one), 0)) if runs else 0,
        _number(_PEAK, told),
        _number(_SLOWEST, told),
        time.monotonic() - begun,
        broken,
        log,
    )


def _number(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return int(found[1]) if found else 0


def _in_child(target: Target, seconds: float, corpus: Path, found: Path, log: Path) -> None:
    """Never returns: libFuzzer ends the process."""
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(handle, sys.stdout.fileno())
    os.dup2(handle, sys.stderr.fileno())
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    kept = Path(__file__).parent / "found" / target.name
    options = [
        f"-max_total_time={max(1, round(seconds))}", f"-timeout={SLOW}", f"-rss_limit_mb={MEMORY}",
        f"-max_len={target.longest}", f"-artifact_prefix={found}/", "-print_final_stats=1",
        "-detect_leaks=0", "-verbosity=1",
    ]  # fmt: skip
    places = [str(corpus), *([str(kept)] if kept.is_dir() else [])]
    atheris.Setup([sys.argv[0], *options, *places], target.check)
    atheris.Fuzz()
    os._exit(0)
