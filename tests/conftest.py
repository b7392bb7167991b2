"""A fresh company file for any test that needs one."""

from __future__ import annotations

import os

# No test needs a screen; one that is set (a developer's own) is kept.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from tests.disks import unforced


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_disks() -> Iterator[None]:
    """No test outlives the power: nothing is forced onto a disk."""
    with unforced():
        yield


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(date(2025, 12, 31))


@pytest.fixture
def company_path(tmp_path: Path, clock: FixedClock) -> Path:
    path = tmp_path / "恒信五金.holdfast"
    create_company(path, Company("恒信五金有限公司", "CNY"), clock=clock, actor="tester")
    return path


@pytest.fixture
def store(company_path: Path, clock: FixedClock) -> Iterator[SqlStore]:
    opened = open_company(company_path, clock=clock, actor="tester")
    yield opened
    opened.close()
