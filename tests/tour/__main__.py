"""``python -m tests.tour --out DIR``: take every picture, list every fault; 1 when there is one."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from pathlib import Path

from tests.tour.audits import AUDITS
from tests.tour.findings import Finding
from tests.tour.stage import Look
from tests.tour.walk import prepare, walk

_LANGS, _THEMES, _SIZES = ("zh", "en"), ("light", "dark"), ("1440x900", "1100x700")
_SHARP = (Look("zh", "light", (1100, 700), 2), Look("en", "dark", (1100, 700), 2))
_AT_ONCE = 2
_ROOT = Path(__file__).resolve().parents[2]
OFFLINE = _ROOT / "tests" / "architecture" / "offline"
"""On the path of a process, it ends whoever reaches for a network."""


def size(text: str) -> tuple[int, int]:
    """Width and height of ``1440x900``."""
    width, height = text.split("x")
    return int(width), int(height)


def audits(text: str) -> list[str]:
    """Their names: ``all``, or those told with commas between; ``ValueError`` at one that is none."""
    names = list(AUDITS) if text == "all" else [name for name in text.split(",") if name]
    if unknown := [name for name in names if name not in AUDITS]:
        raise ValueError(", ".join(unknown))
    return names


def looks(options: argparse.Namespace) -> list[Look]:
    """The combinations asked for: all, or the one named; an audit has one of its own."""
    if options.audit:
        chosen = [AUDITS[name] for name in options.audit]
        return [Look(each.lang, each.theme, each.size, each.scale, each.name) for each in chosen]
    langs = [options.lang] if options.lang else _LANGS
    themes = [options.theme] if options.theme else _THEMES
    sizes = [options.size] if options.size else _SIZES
    found = [Look(lang, theme, size(each)) for each in sizes for theme in themes for lang in langs]
    if options.scale:
        return [Look(each.lang, each.theme, each.size, options.scale) for each in found]
    everything = not (options.lang or options.theme or options.size or options.only)
    return [*found, *_SHARP] if everything else found


def child(look: Look, home: Path, out: Path | None = None, only: str = "") -> list[Finding]:
    """Walk through one combination in a process of its own; without ``out`` no picture is kept."""
    call = [sys.executable, "-m", "tests.tour", "--here", "--home", str(home)]
    call += ["--lang", look.lang, "--theme", look.theme, "--size", f"{look.size[0]}x{look.size[1]}"]
    call += ["--scale", str(look.scale), "--only", only, "--audit", look.audit]
    call += ["--out", str(out)] if out is not None else []
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    surroundings["PYTHONPATH"] = str(OFFLINE)
    begun = time.monotonic()
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=surroundings, cwd=_ROOT)
    print(f"{look.name}: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    lines = done.stdout.strip().splitlines()
    try:
        found = [Finding(*each) for each in json.loads(lines[-1])]
    except (IndexError, ValueError, TypeError):
        return [Finding("broken off", look.name, "", done.stderr[-3000:])]
    return [Finding(each.kind, f"{look.name}/{each.scene}", each.widget, each.text) for each in found]


def unlike(findings: Sequence[Finding]) -> list[Finding]:
    """Each fault once, where it was seen first."""
    seen: dict[tuple[str, str, str], Finding] = {}
    for each in findings:
        widget = "" if each.kind == "no translation" else each.widget  # Qt asks base classes too
        seen.setdefault((each.kind, widget, each.text), each)
    return list(seen.values())


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.tour", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder the pictures go to")
    parser.add_argument(
        "--only", default="", help="stations whose name begins so, with commas between several"
    )
    parser.add_argument("--lang", choices=_LANGS)
    parser.add_argument("--theme", choices=_THEMES)
    parser.add_argument("--size", help="WIDTHxHEIGHT in logical pixels")
    parser.add_argument("--scale", type=int, default=0, help="pixels of the screen per logical pixel")
    parser.add_argument("--audit", type=audits, default="", help=f"some of {','.join(AUDITS)}, or all")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    options = parsed(arguments)
    if options.here:
        look = Look(options.lang, options.theme, size(options.size), options.scale, "".join(options.audit))
        found = walk(look, options.out, options.home, options.only)
        print(json.dumps([astuple(each) for each in found]), flush=True)
        os._exit(0)  # the pictures are taken; nothing of the window needs a tidy end
    if options.out is not None:
        options.out = options.out.absolute()
        options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_AT_ONCE) as pool:
        built = prepare(Path(folder))
        jobs = [pool.submit(child, look, built, options.out, options.only) for look in looks(options)]
        findings = unlike([each for job in jobs for each in job.result()])
    for each in findings:
        print(each)
    print(f"{len(findings)} found", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
