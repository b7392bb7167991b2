"""Fuzz every parser: ``python -m tests.fuzz --seconds 60`` (in all; ``--only csv --only xls`` for some).

Each target runs in a process of its own. An input that hangs a parser, eats the memory or is answered
by anything but a value or a worded problem is a finding: it is written out and the exit code is 1. Put
it into ``tests/fuzz/found/TARGET/`` with the mending, where ``test_parsers.py`` keeps it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

_TAIL = 4000


def main() -> int:
    """Run the targets one after another; 1 where one was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60, help="for all targets together")
    parser.add_argument("--only", action="append", default=[], help="this target alone; may be repeated")
    parser.add_argument("--out", type=Path, help="keep corpus, findings and logs in this folder")
    call = parser.parse_args()
    try:
        from tests.fuzz import one  # atheris is not to be had everywhere
    except ImportError:
        print("atheris is not installed here: nothing was run")
        return 0
    targets = [target for target in one.load() if not call.only or target.name in call.only]
    if not targets or (call.only and len(targets) != len(set(call.only))):
        parser.error("no such target")
    home = call.out or Path(tempfile.mkdtemp(prefix="holdfast-fuzz-"))
    runs = []
    print(f"{'target':22} {'executions':>11} {'per second':>11} {'MiB':>6}  findings", flush=True)
    for target in targets:
        run = one.fuzz(target, call.seconds / len(targets), home)
        runs.append(run)
        rate = run.executions / max(run.seconds, 0.001)
        print(f"{run.name:22} {run.executions:11,} {rate:11,.0f} {run.peak:6}  {len(run.found)}", flush=True)
        for path in run.found:
            print(f"  {path}\n{run.log.read_text('utf-8', errors='replace')[-_TAIL:]}", file=sys.stderr)
    broken = sum(bool(run.found) for run in runs)
    print(
        f"{sum(run.executions for run in runs):,} executions of {len(runs)} parsers, {broken} broken; {home}"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
