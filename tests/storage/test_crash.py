from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.problem import EnvironmentFaultError
from app.storage.company_file import create_company, open_company, save_copy
from app.words import say
from tests.storage.places import as_anyone, open_folder
from tests.storage.test_unit_of_work import customer_in

ROUNDS = 30
CLOCK = FixedClock(date(2025, 12, 31))
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="many quick kills need fork")


def test_killed_writers_leave_a_whole_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.crash_rounds", tmp_path / "a.holdfast", str(ROUNDS), "7"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{ROUNDS} kills")


def half_written(folder: Path) -> Path:
    """A file whose writer was cut off in the middle: its journal still has the pages of before."""
    path, victim = folder / "a.holdfast", folder / "b.holdfast"
    create_company(path, Company("x", "CNY"), clock=CLOCK, actor="x")
    with closing(open_company(path, clock=CLOCK, actor="x")) as store:
        customer_in(store, "kept")
        store.raw.execute("PRAGMA cache_size = 0")
        store.raw.execute("PRAGMA cache_spill = 1")
        with store.write() as unit:
            unit.add_all([Customer(f"lost {i}") for i in range(3000)])
            shutil.copy(path, victim)
            shutil.copy(f"{path}-journal", f"{victim}-journal")
    return victim


def test_a_half_written_file_returns_to_its_last_commit() -> None:
    with open_folder() as folder:
        path = half_written(folder)
        with closing(open_company(path, clock=CLOCK, actor="x")) as store:
            assert [c.name for c in store.find(Customer)] == ["kept"]


@pytest.mark.parametrize("gone", [False, True])
@pytest.mark.parametrize("copied", [True, False])
def test_what_takes_the_place_of_a_half_written_file_is_not_taken_back(*, gone: bool, copied: bool) -> None:
    """The journal of the old one would write its pages into the new one as soon as that is opened."""
    with open_folder() as folder:
        victim = half_written(folder)
        if gone:
            victim.unlink()
        if copied:
            with closing(open_company(folder / "a.holdfast", clock=CLOCK, actor="x")) as store:
                customer_in(store, "later")
                save_copy(store, victim)
        else:
            create_company(victim, Company("y", "CNY"), clock=CLOCK, actor="x", overwrite=not gone)
        with closing(open_company(victim, clock=CLOCK, actor="x")) as store:
            assert {c.name for c in store.find(Customer)} == ({"kept", "later"} if copied else set())
            assert store.find(Company)[0].name == ("x" if copied else "y")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_half_written_file_in_a_read_only_place_says_what_to_do() -> None:
    with open_folder() as folder:
        path = half_written(folder)
        for file in folder.iterdir():
            file.chmod(0o444)
        folder.chmod(0o555)
        with as_anyone(), pytest.raises(EnvironmentFaultError) as refused:
            open_company(path, clock=CLOCK, actor="x")
        assert refused.value.code == "file.unfinished"
        assert "-journal" in say(refused.value.code, "zh", **refused.value.params)
