"""A company file with customers and policies, and insurers' lists to take in, for the tests of insurance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.bootstrap.session import compose
from app.domain.clock import FixedClock
from app.domain.company import Company
from app.domain.customer import Customer
from app.domain.document import Document, Rate
from app.domain.importing import Cell
from app.domain.insurance_record import InsurancePolicy
from app.domain.policy import PolicyTerms
from app.services.session import CompanySession
from app.storage.company_file import create_company, open_company
from tests.imports.books import xlsx
from tests.services.ledgers import Ledger

TODAY = date(2025, 12, 31)
YEAR = (date(2025, 4, 1), date(2026, 3, 31))
CUSTOMERS = [
    Customer("苏州恒岳机电有限公司", code="C1"),
    Customer("Meridian Trading Ltd", code="C2", country="GB"),
    Customer("上海明远贸易有限公司", code="C3"),
]


def session_on(
    tmp_path: Path, documents: Sequence[Document] = (), rates: Sequence[Rate] = ()
) -> CompanySession:
    """An open company with three customers; its ``close`` ends it."""
    clock = FixedClock(TODAY)
    path = tmp_path / "x.holdfast"
    create_company(path, Company("恒信", "CNY", country="CN"), clock=clock, actor="test")
    store = open_company(path, clock=clock, actor="test")
    Ledger(list(CUSTOMERS), list(documents)).write(store)
    if rates:
        with store.write() as unit:
            unit.add_all(list(rates))
            unit.commit("test.rates")
    return compose(store, clock, store.close)


def policy_on(
    session: CompanySession, terms: PolicyTerms | None = None, number: str = "DZ-2025", currency: str = "CNY"
) -> int:
    """A policy in force through the year; its id."""
    record = InsurancePolicy("大地", number, *YEAR, currency, "{}", state="active")
    return min(session.policies.save(record, terms or PolicyTerms()).touched["insurance_policy"])


def listed(tmp_path: Path, rows: Sequence[Sequence[Cell]], name: str = "list.xlsx") -> Path:
    """A workbook with these rows."""
    return xlsx(tmp_path / name, {"限额": rows})
