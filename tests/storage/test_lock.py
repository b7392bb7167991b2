from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.problem import EnvironmentFaultError
from app.storage.company_file import open_company
from app.storage.lock import FileLock, acquire, left_elsewhere, sidecar
from tests.storage.test_unit_of_work import customer_in

CLOCK = FixedClock(date(2025, 12, 31))
HOLDER = """
import sys
from datetime import date
from pathlib import Path
from app.domain.clock import FixedClock
from app.storage.lock import acquire
held = acquire(Path(sys.argv[1]), clock=FixedClock(date(2025, 12, 31)), user="王芳")
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_opener_reads_and_is_told_who_writes(company_path: Path) -> None:
    with closing(open_company(company_path, clock=CLOCK, actor="王芳")) as first:
        with closing(open_company(company_path, clock=CLOCK, actor="李")) as second:
            assert second.read_only
            assert second.holder is not None
            assert second.holder.user == "王芳"
            assert second.holder.host == socket.gethostname()
            assert second.holder.pid == os.getpid()
            assert second.holder.since == datetime(2025, 12, 31, 12, tzinfo=UTC)
            customer_in(first)
            assert second.find(Company)[0].name == "恒信五金有限公司"
            with pytest.raises(EnvironmentFaultError, match=r"file\.read_only"):
                customer_in(second)
        assert sidecar(company_path).exists(), "the reader's end leaves the writer's lock alone"
    assert not sidecar(company_path).exists()
    with closing(open_company(company_path, clock=CLOCK, actor="李")) as third:
        assert not third.read_only


def test_a_dead_process_locks_nobody_out(company_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(company_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with closing(open_company(company_path, clock=CLOCK, actor="x")) as reader:
            assert reader.holder is not None
            assert (reader.holder.user, reader.holder.pid) == ("王芳", child.pid)
        child.kill()
    assert sidecar(company_path).exists(), "the dead leave their sidecar"
    with closing(open_company(company_path, clock=CLOCK, actor="x")) as store:
        assert not store.read_only
        customer_in(store)
    assert not sidecar(company_path).exists()


def test_any_old_sidecar_is_just_a_file(company_path: Path) -> None:
    sidecar(company_path).write_bytes(b"\xff not json")
    with closing(open_company(company_path, clock=CLOCK, actor="x")) as store:
        assert not store.read_only


def test_a_holder_without_a_name_still_holds(tmp_path: Path) -> None:
    path = tmp_path / "a"
    held = acquire(path, clock=CLOCK, user="x")
    assert isinstance(held, FileLock)
    sidecar(path).write_bytes(b"")
    second = acquire(path, clock=CLOCK, user="y")
    assert not isinstance(second, FileLock)
    assert (second.user, second.pid, second.since) == ("", 0, None)
    held.release()
    held.release()


def test_a_refused_open_keeps_no_lock(company_path: Path) -> None:
    with company_path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(EnvironmentFaultError):
        open_company(company_path, clock=CLOCK, actor="x")
    assert not sidecar(company_path).exists()


def test_only_a_sidecar_of_another_computer_counts_as_left_elsewhere(company_path: Path) -> None:
    assert left_elsewhere(company_path) is None
    beside = sidecar(company_path)
    with closing(open_company(company_path, clock=CLOCK, actor="王芳")):
        assert left_elsewhere(company_path) is None
    for text in ("", "{}", "[1]", "\0" * 9):
        beside.write_text(text, "utf-8")
        assert left_elsewhere(company_path) is None
    told = {"user": "王芳", "host": "LAPTOP-2", "pid": 7, "since": "2026-01-02T10:00:00+00:00"}
    beside.write_text(json.dumps(told), "utf-8")
    holder = left_elsewhere(company_path)
    assert holder is not None
    assert (holder.host, holder.left_behind) == ("LAPTOP-2", True)


def test_beside_an_open_file_lies_one_lock_and_an_empty_journal_at_most(company_path: Path) -> None:
    with closing(open_company(company_path, clock=CLOCK, actor="王芳")) as store:
        assert store.raw.execute("PRAGMA journal_mode").fetchone() == ("truncate",)
        customer_in(store)
        beside = {one.name: one.stat().st_size for one in company_path.parent.iterdir()}
        journal = f"{company_path.name}-journal"
        assert set(beside) <= {company_path.name, sidecar(company_path).name, journal}
        assert beside.get(journal, 0) == 0, "a synchronisation finds the whole company in one file"
