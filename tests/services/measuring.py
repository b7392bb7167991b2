"""An open company with all its services for tests that measure it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore

TODAY = date(2025, 12, 31)


@contextmanager
def company(today: date = TODAY, **fields: Any) -> Iterator[tuple[CompanySession, SqlStore]]:
    """A new file with its session; both closed in the end."""
    with tempfile.TemporaryDirectory() as folder:
        path, clock = Path(folder) / "x.holdfast", FixedClock(today)
        create_company(path, Company("恒信", "CNY", **fields), clock=clock, actor="t")
        store = open_company(path, clock=clock, actor="t")
        session = compose(store, clock, store.close)
        try:
            yield session, store
        finally:
            session.close()


@contextmanager
def opened(path: Path, today: date = TODAY) -> Iterator[CompanySession]:
    """A file there is, with its session."""
    store = open_company(path, clock=FixedClock(today), actor="t")
    session = compose(store, FixedClock(today), store.close)
    try:
        yield session
    finally:
        session.close()
