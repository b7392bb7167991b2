"""Nothing of an encrypted company file is left in clear on a disk, but the papers that were asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.file_key import FileKey
from app.services.control import Silent
from app.storage.company_file import open_company
from app.storage.rewriting import write_anew
from tests.storage.leak_walk import MARK, TODAY, holds, marked

ROOT = Path(__file__).resolve().parents[2]
TYPED = "三更灯火五更鸡 1"


@pytest.fixture
def walked(built: Callable[[date], Path], tmp_path: Path) -> Path:
    """An encrypted file full of the marker, alone in a folder of its own."""
    plain = Path(shutil.copy(built(TODAY), tmp_path / "plain.holdfast"))
    with closing(open_company(plain, clock=FixedClock(TODAY), actor="x")) as store:
        store.raw.execute("UPDATE company SET sample = 0")  # worked on as a company of one's own
        assert marked(store) > 60
    (tmp_path / "walk").mkdir()
    path = tmp_path / "walk" / "甲.holdfast"
    write_anew(plain, None, path, FileKey.from_password(TYPED), Silent())
    assert plain.read_bytes().count(MARK.encode()) > 1000
    plain.unlink()
    return path


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="removed files are read through /proc")
def test_work_leaves_nothing_in_clear(walked: Path, tmp_path: Path) -> None:
    folder, secret = walked.parent, tmp_path / "secret.txt"
    secret.write_text(TYPED, "utf-8")
    for name in ("tmp", "home", "user", "here"):
        (folder / name).mkdir()
    environ = {
        **os.environ,
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / "tmp")),
        **dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(folder / "user")),
        "HOLDFAST_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.leak_walk", walked, secret, folder],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder / "here",
        env=environ,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    calls = [line.split() for line in done.stdout.splitlines() if line.startswith("CALL")]
    assert {tuple(words[2:]) for words in calls if words[1] != "check"} == {("0",)}, done.stdout
    removed = next(line.split() for line in done.stdout.splitlines() if line.startswith("REMOVED"))
    assert removed[2:] == [], "files in clear that were there for a while"
    left = [path for path in folder.rglob("*") if path.is_file() and folder / "papers" not in path.parents]
    assert len(left) > 3
    assert [path for path in left if holds(path.read_bytes())] == []
    assert any(holds(path.read_bytes()) for path in (folder / "papers").rglob("*") if path.is_file())
    told = "".join(path.read_text("utf-8", "replace") for path in (folder / "home").rglob("*.json"))
    assert "recent" in told
    for said in (TYPED, "甬联"):
        assert said not in told + done.stderr
