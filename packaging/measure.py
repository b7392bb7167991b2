"""How large the built program is, how soon it stands against a bare frozen window, and what it holds idle.

``python packaging/measure.py [RUNS]``, after ``python packaging/build.py``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402
from archives import size_of  # noqa: E402 - beside this file
from smoke import DAY, Built, built, lent  # noqa: E402

RUNS = 15
MIB = 1 << 20
BUNDLE_MIB, START, IDLE_MIB = 350, 1.5, 200
_IDLE_S = 12
_NAMES = {"win32": "Holdfast", "darwin": "Holdfast.app"}


def painted(tried: Built, program: Path, *words: str) -> dict[str, float]:
    """Seconds from the start of a process until it tells each thing that it has painted."""
    begun = time.perf_counter()
    told: dict[str, float] = {}
    with subprocess.Popen(
        [str(program), *words], env=tried.surroundings, cwd=tried.home, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None  # noqa: S101 - a pipe was asked for
        for line in running.stdout:
            told[line.strip()] = time.perf_counter() - begun
    if "painted" not in told:
        raise RuntimeError(f"{program.name}: {told}")
    return told


def compare_starts(tried: Built, checks: Path, runs: int) -> bool:
    """Our first paint, our window and the bare one in turn: medians, and those of the ratios by round."""
    with lent(checks, "holdfast-look", tried.line) as ours, lent(checks, "holdfast-bare", tried.line) as bare:
        rounds = [(painted(tried, bare), painted(tried, ours, "start")) for _ in range(runs + 1)][1:]
    floor = statistics.median(one["painted"] for one, _ in rounds)
    within = True
    for name, most in (("painted", START), ("window", None)):
        ratio = statistics.median(our[name] / one["painted"] for one, our in rounds)
        own = statistics.median(our[name] for _, our in rounds)
        limit = "" if most is None else f" (at most {most})"
        what = "first paint" if name == "painted" else "start screen"
        print(f"{what} / bare frozen window: {own:.3f} / {floor:.3f} s = {ratio:.2f}{limit}")
        within = within and (most is None or ratio <= most)
    return within


def idle_memory(tried: Built) -> bool:
    """Resident memory of the shipped program, left alone on the sample company's first page."""
    folder = tried.home / "demo"
    tried.call("demo", "--no-window", "--as-of", DAY, "--out", folder)
    call = [str(tried.window), str(folder / "sample.holdfast")]
    with subprocess.Popen(call, env=tried.surroundings, cwd=tried.home, stderr=subprocess.DEVNULL) as running:
        time.sleep(_IDLE_S)
        held = psutil.Process(running.pid).memory_info().rss / MIB
        running.kill()
    print(f"idle memory: {held:.0f} MiB (at most {IDLE_MIB})")
    return held <= IDLE_MIB


def main() -> int:
    """Measure everything; 1 when something is above its limit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    program = ROOT / "build" / "program" / _NAMES.get(sys.platform, "holdfast")
    size = size_of(program) / MIB
    print(f"bundle: {size:.0f} MiB (at most {BUNDLE_MIB})")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        tried = built(program, Path(folder))
        within = [compare_starts(tried, ROOT / "build" / "work" / "holdfast", runs), idle_memory(tried)]
    return 0 if all([size <= BUNDLE_MIB, *within]) else 1


if __name__ == "__main__":
    raise SystemExit(main())
