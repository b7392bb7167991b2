"""A company file with entries in its log, and somebody who works on it by hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from app.domain.clock import FixedClock
from app.domain.company import Company
from app.services.check import Finding
from app.storage.company_file import create_company, open_company
from app.storage.store import SqlStore
from app.words import say
from tests.storage.test_unit_of_work import customer_in, invoice

CLOCK = FixedClock(date(2025, 12, 31))
COMPAT = Path(__file__).parents[1] / "compat"


def with_entries(folder: Path, more: Callable[[SqlStore], None] = lambda _store: None) -> Path:
    """A file of three entries, a company, a customer and two invoices, and ``more``."""
    path = folder / "甲.holdfast"
    create_company(path, Company("恒信", "CNY"), clock=CLOCK, actor="王芳")
    with closing(open_company(path, clock=CLOCK, actor="王芳")) as store:
        owner = customer_in(store)
        with store.write() as unit:
            unit.add_all([invoice(owner, "FP-1"), invoice(owner, "FP-2")])
            unit.commit("invoice.entered", number="FP-1")
        more(store)
    return path


def found_after(
    path: Path, statements: tuple[str, ...], check: Callable[[SqlStore], list[Finding]]
) -> list[Finding]:
    """What a check finds after somebody ran these on the file; each finding is said in both languages."""
    with closing(driver.connect(str(path), isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
    with closing(open_company(path, clock=CLOCK, actor="x", read_only=True)) as store:
        found = check(store)
    for one in found:
        for lang in ("zh", "en"):
            assert "{" not in say(one.code, lang, **one.params)
    return found
