"""Run the faults and print what came of them: ``python -m tests.faults --kills 200 [--seed 7]``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from app.adapters.places import HOME_VARIABLE
from tests.faults import full_disk, kills, races

_SHARES: dict[type[kills.Kind], int] = {
    kills.Edits: 20,
    kills.Imports: 20,
    kills.Undo: 15,
    kills.Backups: 12,
    kills.Restores: 8,
    kills.Closing: 10,
    kills.Migrations: 10,
    kills.Passwords: 5,
}
"""Of a hundred kills."""


def main() -> None:
    """Kills, full disks, races; the first thing that is lost ends the run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--without-disk", action="store_true", help="leave the full disks out")
    options.add_argument("--without-races", action="store_true", help="leave the races out")
    given = options.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ[HOME_VARIABLE] = str(folder / "home")
        _kills(folder, given.kills, given.seed)
        if not given.without_races:
            _races(folder)
        if not given.without_disk:
            _disks(folder)
    print(f"all well in {time.monotonic() - began:.0f} s")


def _kills(folder: Path, wanted: int, seed: int) -> None:
    done = acknowledged = 0
    for kind, share in _SHARES.items():
        rounds, began = max(1, wanted * share // 100), time.monotonic()
        place = folder / kind.__name__
        place.mkdir()
        kept = kills.run(place, kind, rounds, seed)
        took = time.monotonic() - began
        print(f"{kind.name}: {rounds} kills, {kept} acknowledged changes, 0 lost, {took:.0f} s", flush=True)
        done, acknowledged = done + rounds, acknowledged + kept
    print(f"{done} kills in all, {acknowledged} acknowledged changes, 0 lost", flush=True)


def _races(folder: Path) -> None:
    for schema in (None, 1):
        place = folder / f"race{schema}"
        place.mkdir()
        what = "migrate" if schema else "open"
        print(f"two processes {what} one file: {races.race(place, schema=schema)}", flush=True)


def _disks(folder: Path) -> None:
    disk = folder / "disk"
    disk.mkdir()
    done = full_disk.in_a_tmpfs(disk, [])
    if done is None:
        print("no disk of our own to be had here: full disks are left to the tests")
        return
    print(done.stdout, end="")
    if done.returncode:
        sys.exit(done.stderr)


if __name__ == "__main__":
    main()
