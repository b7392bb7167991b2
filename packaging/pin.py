"""Refresh the exact pins in pyproject.toml: one version of each package for every platform we serve.

Run ``python packaging/pin.py`` to resolve anew and rewrite ``[tool.uv] constraint-dependencies``;
``python packaging/pin.py --check`` proves that the pins install from wheels alone everywhere.
"""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-apple-darwin")
COMPILE = ("uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--group", "dev")
WHEELS = ("--only-binary", ":all:")
BLOCK = re.compile(r"(constraint-dependencies = \[\n).*?(\n?\])", re.DOTALL)


def resolve() -> list[str]:
    """One version per package that fits all platforms and Pythons, as ``name==version``."""
    PROJECT.write_text(BLOCK.sub(r"\1]", PROJECT.read_text("utf-8")), "utf-8")
    out = subprocess.run(
        [
            *COMPILE,
            "--universal",
            "--fork-strategy",
            "fewest",
            "--python-version",
            "3.11",
            str(PROJECT),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return sorted({line.split(";")[0].strip() for line in out.splitlines() if "==" in line})


def write(pins: list[str]) -> None:
    """Put the pins into pyproject.toml."""
    body = "\n".join(f'    "{pin}",' for pin in pins)
    text = BLOCK.sub(lambda m: f"{m.group(1)}{body}\n]", PROJECT.read_text("utf-8"))
    PROJECT.write_text(text, "utf-8")


def check() -> int:
    """Resolve binary-only for each platform and Python; the number of failures."""
    failed = 0
    for python, platform in product(PYTHONS, PLATFORMS):
        done = subprocess.run(
            [*COMPILE, *WHEELS, "--python-version", python, "--python-platform", platform, str(PROJECT)],
            check=False,
            capture_output=True,
            text=True,
        )
        failed += done.returncode != 0
        print(f"wheels for Python {python} on {platform}:", done.stderr.strip() or "all found")
    return failed


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(check())
    write(resolve())
