"""Where the real data lies; its licence lets no copy into the repository."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.adapters.pinyin import initials
from app.bootstrap.papers import FileReader
from app.domain.calendar import WeekendsOnly
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.services.importing import ImportService
from app.storage.company_file import create_company, open_company
from app.storage.readers.importing import SqlImportLedger
from app.storage.store import SqlStore

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"

Opened = Callable[[str], tuple[SqlStore, ImportService]]


@pytest.fixture
def real_data() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the real data sets are not beside this checkout and may not be copied into it")
    return SHARED


@pytest.fixture
def opened(tmp_path: Path, clock: FixedClock) -> Iterator[Opened]:
    """A new company in a currency, and its import service reading real files."""
    stores: list[SqlStore] = []

    def make(currency: str) -> tuple[SqlStore, ImportService]:
        path = tmp_path / f"company{len(stores)}.holdfast"
        create_company(path, Company("甲方", currency), clock=clock, actor="tester")
        store = open_company(path, clock=clock, actor="tester")
        stores.append(store)
        reader = FileReader(lambda: currency)
        return store, ImportService(store, SqlImportLedger(store), reader, WeekendsOnly(), initials, clock)

    yield make
    for store in stores:
        store.close()
