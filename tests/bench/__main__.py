"""Every benchmark in turn, then one table of what was measured against its floor.

Run on a quiet machine: ``uv run python -m tests.bench``
"""

from __future__ import annotations

import re
import subprocess
import sys

BENCHES = (
    "bench_window", "bench_xlsx", "bench_import", "bench_board", "bench_board_window", "bench_letters",
    "bench_rescore", "bench_today", "bench_bank", "bench_dunning", "bench_wizard", "bench_cover",
    "bench_kpis", "bench_review", "bench_chain", "bench_cipher",
)  # fmt: skip
_LINE = re.compile(r"^(.+): (\S+ / \S+ \S+) = (\S+) \(at most (\S+?)\)", re.MULTILINE)


def main() -> None:
    """Run them one after another; a program of its own each, so that none finds another's caches."""
    rows: list[tuple[str, str, str, str]] = []
    for name in BENCHES:
        print(f"-- {name}", flush=True)
        run = [sys.executable, "-m", f"tests.bench.{name}"]
        done = subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True)
        print(done.stdout, flush=True)
        rows += _LINE.findall(done.stdout)
    print(f"{'work / floor':56} {'measured':>24} {'ratio':>6} {'limit':>6}")
    for work, measured, ratio, limit in rows:
        mark = "" if float(ratio) <= float(limit) else "  above the limit"
        print(f"{work:56} {measured:>24} {ratio:>6} {limit:>6}{mark}")


if __name__ == "__main__":
    main()
