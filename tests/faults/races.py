"""Two processes at one file: opening it, and bringing it up to date, at the same moment."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.faults.kills import COMPAT, Bench

_ROOT = Path(__file__).parents[2]
_RACER = """
import json, sys
from pathlib import Path
from app.domain.customer import Customer
from app.domain.problem import HoldfastError
from tests.faults.kills import Bench
path, folder = Path(sys.argv[1]), Path(sys.argv[2])
bench = Bench(folder)
import app.storage.migrations.upgrade, app.bootstrap.further
print("ready", flush=True)
sys.stdin.readline()
try:
    session = bench.files.open(path)
    made = [] if session.read_only else [session.customers.create(Customer(f"客户{n}")).id for n in range(5)]
    print(json.dumps(["read" if session.read_only else "wrote", made]), flush=True)
    sys.stdin.readline()
    session.close()
except HoldfastError as fault:
    print(json.dumps([fault.code, []]), flush=True)
"""


def race(folder: Path, *, schema: int | None) -> list[str]:
    """What became of two processes that open one file at once; an older schema is to be migrated."""
    path = folder / "a.holdfast"
    file = COMPAT / f"schema-{schema}.holdfast" if schema else max(COMPAT.glob("*.holdfast"))
    shutil.copy(file, path)
    with closing(sqlite3.connect(path)) as raw:
        (before,) = raw.execute("SELECT count(*) FROM customer").fetchone()
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", _RACER, path, folder / f"home{n}"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(2)
    ]
    for line in ("ready", None):
        for racer in racers:
            assert racer.stdout is not None
            if line:
                assert racer.stdout.readline().strip() == line
        if line:
            for racer in racers:
                assert racer.stdin is not None
                racer.stdin.write("go\n")
                racer.stdin.flush()
    found = [json.loads(racer.stdout.readline()) for racer in racers if racer.stdout]
    for racer in racers:
        racer.communicate("end\n")
    acknowledged = [change for _, made in found for change in made]
    assert len(set(acknowledged)) == len(acknowledged)
    bench = Bench(folder)
    bench.look(path, max(acknowledged, default=0))
    with closing(sqlite3.connect(path)) as raw:
        (after,) = raw.execute("SELECT count(*) FROM customer").fetchone()
        (migrations,) = raw.execute("SELECT count(*) FROM change_set WHERE verb = 'file.migrated'").fetchone()
    assert after == before + len(acknowledged)
    assert migrations <= 1, "brought up to date twice"
    return sorted(what for what, _ in found)
